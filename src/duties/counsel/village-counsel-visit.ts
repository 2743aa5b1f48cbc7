import { count, dayField, defineKind, LAST, link, manyOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A day on which the village's counsel came (村法律顾问到村服务). How often is a matter of the contract and of local rules. */
export const villageCounselVisit = defineKind({
  code: 'village-counsel-visit',
  label: '村法律顾问到村服务',
  room: 'counsel',
  version: 1,
  village: 'required',
  title: 'summary',
  fields: {
    counsel: link('村法律顾问', 'village-counsel'),
    summary: text('做了什么', { max: 120, help: '不写当事人姓名' }),
    services: manyOf('服务内容', {
      duty: '值班接待',
      lecture: '法治课',
      contract: '审查村级合同、村规民约',
      mediation: '参与调解',
      advice: '解答村务法律问题',
      writing: '代写文书',
    }),
    consultations: count('接待咨询', '人次', { max: 10_000 }),
    audience: count('听课', '人次', { max: 10_000 }),
    contracts: count('审查村级合同、村规民约', '件', { max: 1000 }),
    visitedOn: dayField('到村日'),
  },
  states: { visited: '已服务' },
  steps: {
    visit: {
      label: '登记到村服务',
      by: ['village-cadre', 'judicial-office', 'counsel'],
      basis: [cite('PF', '25'), cite('HFS', '*')],
      from: 'start',
      to: 'visited',
      day: 'visitedOn',
      asks: ['summary', 'services'],
      may: ['counsel', 'consultations', 'audience', 'contracts'],
      usual: { counsel: LAST },
    },
  },
  figures: {
    'village-counsel.visits': {
      label: '村法律顾问到村服务',
      unit: '次',
      definition: '到村日在统计期内的村法律顾问服务，一村一天计一次登记。',
      chapter: 'counsel',
      measure: 'flow',
      on: 'visitedOn',
    },
    'village-counsel.people': {
      label: '村法律顾问服务群众',
      unit: '人次',
      definition: '到村日在统计期内接待咨询和听课的人次之和。',
      chapter: 'counsel',
      measure: 'flow',
      on: 'visitedOn',
      amount: ({ values }) => (values.consultations ?? 0) + (values.audience ?? 0),
    },
    'village-counsel.lectures': {
      label: '村法律顾问讲法治课',
      unit: '场',
      definition: '到村日在统计期内、内容含法治课的到村服务。',
      chapter: 'counsel',
      measure: 'flow',
      on: 'visitedOn',
      counter: false,
      where: ({ values }) => values.services?.includes('lecture') ?? false,
      relations: [{ to: 'village-counsel.visits', is: 'part-of' }],
    },
  },
  examples: [
    [
      {
        step: 'visit',
        on: '2024-04-10',
        village: '石桥村',
        values: {
          summary: '值班接待，讲土地流转合同',
          services: ['duty', 'lecture'],
          consultations: 6,
          audience: 31,
          visitedOn: '2024-04-10',
        },
      },
    ],
  ],
});
