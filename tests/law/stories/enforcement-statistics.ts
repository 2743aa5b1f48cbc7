import type { Stories, ToldAct } from '../story.ts';

const compile: ToldAct = {
  step: 'compile',
  on: '2026-01-12',
  values: { title: '2025年度行政执法统计年报', year: 2025, through: '2025-12-31' },
};
const report: ToldAct = { step: 'report', on: '2026-01-19', values: { reportedTo: '样县司法局' } };
const publish = (on: string): ToldAct => ({ step: 'publish', on, values: { address: '乡政务公开栏' } });

export const stories: Stories = {
  kind: 'enforcement-statistics',
  stories: [
    {
      rule: 'ZF-05',
      situation: '公开了，没有报本级政府和上级主管部门',
      given: [compile],
      act: publish('2026-01-26'),
      outcome: 'reminded',
    },
    {
      rule: 'ZF-05',
      situation: '先报送，1月31日前公开',
      given: [compile, report],
      act: publish('2026-01-26'),
      outcome: 'kept',
    },
    {
      rule: 'ZF-05',
      situation: '上年度的年报1月31日前公开，固定日不顺延',
      act: compile,
      outcome: { due: '2026-01-31', safe: '2026-01-30' },
    },
    {
      rule: 'ZF-05',
      situation: '2月9日才公开',
      given: [compile, report],
      act: publish('2026-02-09'),
      outcome: 'flawed',
    },
  ],
};
