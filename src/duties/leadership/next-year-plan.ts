import { count, dayField, defineKind, longText } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { SETTERS } from './leaders.ts';

/** One item of next year's arrangements (下一年度安排); it becomes that year's task, whose answer next year's report gives. */
export const nextYearPlan = defineKind({
  code: 'next-year-plan',
  label: '下一年度安排',
  room: 'leadership',
  version: 1,
  title: 'plan',
  fields: {
    plan: longText('安排', { max: 300 }),
    year: count('安排年度', '年', { min: 2000, max: 2999 }),
    /** What counts by the year for which it is arranged needs a day of that year. */
    begins: dayField('安排年度首日', { future: true }),
  },
  states: { planned: '已列入' },
  steps: {
    plan: {
      label: '列入安排',
      by: SETTERS,
      basis: cite('DCG', '24'),
      from: 'start',
      to: 'planned',
      asks: ['plan', 'year'],
      takes: { begins: { says: ({ year }) => `${String(year)}-01-01` } },
    },
  },
  figures: {
    'plan-items': {
      label: '上年度报告安排的事项',
      unit: '项',
      definition: '上一年度报告安排到本年度的事项，按安排年度计，不按列入日计。',
      chapter: 'leadership',
      measure: 'flow',
      counter: false,
      on: 'begins',
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
