import { dayField, defineKind, file, link, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { isFirst, LEADERS } from './leaders.ts';

/**
 * What a leader wrote on a paper, or asked for on the spot, of the rule-of-law work (批示督办). Meetings, lectures and study
 * that a leader led stand in the gatherings: nothing of them is entered here again.
 */
export const leaderInstruction = defineKind({
  code: 'leader-instruction',
  label: '领导批示督办',
  room: 'leadership',
  version: 1,
  village: 'optional',
  title: 'gist',
  fields: {
    gist: text('批示督办的事', { max: 120, help: '写事由，不写人名' }),
    leader: oneOf('谁批示督办', LEADERS),
    way: oneOf('方式', { written: '书面批示', visit: '现场调研督导', talk: '约谈、听取专门汇报' }),
    instructedOn: dayField('批示督办日'),
    demand: longText('要求', { max: 500 }),
    document: link('批在哪份来文上', 'incoming-document'),
    supervision: link('督办的监督意见', 'supervision-opinion'),
    task: link('列为工作任务', 'task'),
    unit: text('承办单位', { max: 60 }),
    due: dayField('要求办结日', { future: true }),
    answeredOn: dayField('反馈日'),
    answer: longText('落实情况', { max: 1000 }),
    paper: file('批示件'),
  },
  states: { given: '办理中', answered: '已反馈' },
  steps: {
    give: {
      label: '登记批示督办',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: cite('DYZ', '4-6'),
      from: 'start',
      to: 'given',
      day: 'instructedOn',
      records: true,
      asks: ['gist', 'leader', 'way'],
      may: ['demand', 'unit', 'due', 'document', 'supervision', 'task', 'paper'],
    },
    answer: {
      label: '反馈落实情况',
      by: ['judicial-office', 'area-lead', 'enforcement-officer', 'emergency-officer', 'village-cadre'],
      basis: cite('DYZ', '4-6'),
      from: ['given'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['answer'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'instructedOn', by: 'due', metBy: 'answeredOn' }],
  figures: {
    'first-responsible.instructions': {
      label: '党政主要负责人批示法治工作',
      unit: '次',
      definition: '统计期内党委书记、乡镇长对法治工作的书面批示；其他班子成员的批示不计。',
      chapter: 'leadership',
      measure: 'flow',
      counter: false,
      on: 'instructedOn',
      where: ({ values }) => isFirst(values.leader) && values.way === 'written',
    },
    'first-responsible.visits': {
      label: '党政主要负责人现场督导法治工作',
      unit: '次',
      definition:
        '统计期内党委书记、乡镇长对法治工作的现场调研督导和约谈、听取专门汇报；会上听取汇报的不计。',
      chapter: 'leadership',
      measure: 'flow',
      counter: false,
      on: 'instructedOn',
      where: ({ values }) => isFirst(values.leader) && values.way !== 'written',
      relations: [{ to: 'first-responsible.instructions', is: 'disjoint' }],
    },
  },
  examples: [
    [
      {
        step: 'give',
        on: '2024-05-13',
        values: {
          gist: '执法案卷评查发现的送达超期',
          leader: 'head',
          way: 'written',
          demand: '逐卷核对，月底前报结果',
          unit: '综合行政执法队',
          due: '2024-05-31',
          instructedOn: '2024-05-13',
        },
      },
      {
        step: 'answer',
        on: '2024-05-29',
        values: { answer: '已逐卷核对，建立送达登记', answeredOn: '2024-05-29' },
      },
    ],
  ],
});
