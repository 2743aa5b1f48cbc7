import { count, dayField, defineKind, LAST, link, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { isOutsideTerm } from './engaged.ts';

/** One service of the engaged counsel (法律顾问服务). An opinion of counsel is never the review itself. */
export const counselService = defineKind({
  code: 'counsel-service',
  label: '法律顾问服务',
  room: 'counsel',
  version: 1,
  village: 'optional',
  title: 'matter',
  fields: {
    engagement: link('聘用合同', 'counsel-engagement'),
    form: oneOf('服务形式', {
      opinion: '出具法律意见',
      contract: '审查起草合同',
      advice: '解答咨询',
      mediation: '参与化解纠纷',
      lecture: '授课',
      meeting: '列席会议',
    }),
    matter: text('事项', { max: 80, help: '不写当事人姓名' }),
    servedOn: dayField('服务日'),
    people: count('服务', '人次', { min: 1, max: 10_000 }),
    hours: count('用时', '小时', { min: 1, max: 200 }),
    opinion: link('法律意见', 'counsel-opinion'),
    gathering: link('列席的会议', 'gathering'),
  },
  states: { served: '已服务' },
  steps: {
    serve: {
      label: '登记服务',
      by: ['judicial-office', 'counsel'],
      basis: cite('JC', '28'),
      from: 'start',
      to: 'served',
      day: 'servedOn',
      asks: ['engagement', 'form', 'matter', 'people'],
      may: ['hours', 'opinion', 'gathering'],
      usual: { engagement: LAST },
      rules: [
        {
          rule: rule('GF-17.term'),
          breached: ({ linked, actOn }) => isOutsideTerm(linked.engagement, actOn),
          remedy: '请核对日期和聘用合同；合同已经届满的先续聘，确实另有约定的写明理由。',
        },
      ],
    },
  },
  figures: {
    'counsel.services': {
      label: '法律顾问提供法律指导和法律服务',
      unit: '次',
      definition: '统计期内所聘法律顾问为乡镇和各村提供的服务，一次登记计一次。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'servedOn',
    },
    'counsel.meetings-attended': {
      label: '法律顾问列席会议',
      unit: '次',
      definition: '统计期内服务形式为列席会议的法律顾问服务。',
      chapter: 'counsel',
      measure: 'flow',
      on: 'servedOn',
      counter: false,
      where: ({ values }) => values.form === 'meeting',
      relations: [{ to: 'counsel.services', is: 'part-of' }],
    },
    'counsel.people-served': {
      label: '法律顾问服务人次',
      unit: '人次',
      definition: '统计期内各次法律顾问服务登记的人次之和。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'servedOn',
      amount: ({ values }) => values.people,
    },
  },
  examples: [
    [
      {
        step: 'serve',
        on: '2024-03-12',
        values: {
          engagement: '00000000-0000-4000-8000-000000000005',
          form: 'contract',
          matter: '产业路维修合同审查',
          servedOn: '2024-03-12',
          people: 3,
        },
      },
    ],
  ],
});
