import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'inspection-tour',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '巡察反馈要求6月30日前报送整改情况',
      act: {
        step: 'index',
        on: '2026-03-16',
        values: { organ: '样组', problems: 9, reportBy: '2026-06-30' },
      },
      outcome: { due: '2026-06-30' },
    },
    {
      rule: 'ND-05.given',
      situation: '7月才报送',
      given: [
        { step: 'index', on: '2026-03-16', values: { organ: '样组', problems: 9, reportBy: '2026-06-30' } },
      ],
      act: { step: 'report', on: '2026-07-03', values: { rectified: 8 } },
      outcome: 'flawed',
    },
  ],
};
