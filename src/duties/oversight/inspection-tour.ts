import { count, dayField, defineKind, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK, LEADERS } from './desk.ts';

/** Index of what a party inspection (巡察) fed back: how many problems and how far they are put right, never what they are. */
export const inspectionTour = defineKind({
  code: 'inspection-tour',
  label: '巡察反馈（只登记目录）',
  room: 'oversight',
  version: 1,
  title: 'organ',
  fields: {
    organ: text('巡察机构', { max: 60, help: '只写机构名称，如“县委第三巡察组”；反馈的内容不在本系统登记' }),
    number: text('反馈意见编号', { max: 60, code: true }),
    receivedOn: dayField('收到反馈日'),
    problems: count('反馈问题', '个', { min: 1, max: 1000 }),
    reportBy: dayField('要求报送整改情况日', { future: true }),
    rectified: count('完成整改', '个', { max: 1000 }),
    reportedOn: dayField('报送整改情况日'),
    progressOn: dayField('最近更新日'),
  },
  states: { received: '整改中', reported: '已报送' },
  steps: {
    index: {
      label: '登记巡察反馈',
      by: [...DESK, ...LEADERS],
      basis: cite('GYS', '*'),
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['organ', 'problems'],
      may: ['number', 'reportBy'],
    },
    report: {
      label: '报送整改情况',
      by: [...DESK, ...LEADERS],
      basis: cite('GYS', '*'),
      from: ['received'],
      to: 'reported',
      day: 'reportedOn',
      sameDay: ['progressOn'],
      asks: ['rectified'],
    },
    update: {
      label: '更新整改进展',
      by: [...DESK, ...LEADERS],
      basis: cite('GYS', '*'),
      from: ['reported'],
      to: 'reported',
      day: 'progressOn',
      asks: ['rectified'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'receivedOn', by: 'reportBy', metBy: 'reportedOn' }],
  figures: {
    'inspection-tours.problems': {
      label: '巡察反馈问题',
      unit: '个',
      definition: '收到反馈日在统计期内的巡察反馈问题个数之和，只登记个数。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
      amount: ({ values }) => values.problems,
      relations: [{ to: 'supervision.problems', is: 'disjoint' }],
    },
    'inspection-tours.rectified': {
      label: '巡察反馈问题完成整改',
      unit: '个',
      definition: '最近更新日在统计期内的，按更新时累计完成整改的个数计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'progressOn',
      amount: ({ values }) => values.rectified,
      relations: [{ to: 'supervision.rectified', is: 'disjoint' }],
    },
    'inspection-tours.rectification-rate': {
      label: '巡察反馈问题整改率',
      unit: '%',
      definition: '收到反馈日在统计期内的巡察：完成整改的个数除以反馈的个数。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'receivedOn',
      numerator: ({ values }) => values.rectified ?? 0,
      denominator: ({ values }) => values.problems,
    },
  },
  examples: [
    [
      {
        step: 'index',
        on: '2024-04-11',
        values: { organ: '县委第三巡察组', problems: 13, receivedOn: '2024-04-11', reportBy: '2024-07-15' },
      },
      { step: 'report', on: '2024-07-12', values: { rectified: 9, reportedOn: '2024-07-12' } },
      { step: 'update', on: '2024-10-14', values: { rectified: 12, progressOn: '2024-10-14' } },
    ],
  ],
});
