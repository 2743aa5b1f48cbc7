import { count, defineKind, longText } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** One item of next year's arrangements (下一年度安排); it becomes that year's task. */
export const nextYearPlan = defineKind({
  code: 'next-year-plan',
  label: '下一年度安排',
  room: 'leadership',
  version: 1,
  title: 'plan',
  fields: {
    plan: longText('安排', { max: 300 }),
    year: count('安排年度', '年', { min: 2000, max: 2999 }),
  },
  states: { planned: '已列入' },
  steps: {
    plan: {
      label: '列入安排',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: cite('DCG', '24'),
      from: 'start',
      to: 'planned',
      asks: ['plan', 'year'],
    },
  },
  examples: [
    [
      {
        step: 'plan',
        on: '2024-12-20',
        values: { plan: '深化行政执法规范化建设，提高办案质量。', year: 2025 },
      },
    ],
  ],
});
