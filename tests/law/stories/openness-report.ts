import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'openness-report',
  stories: [
    {
      rule: 'GK-20',
      situation: '公布日由地方规定，通常1月31日，固定日不顺延；二月才开始编的，也早已到期',
      act: {
        step: 'begin',
        on: '2026-02-05',
        values: { title: '2025年年报', year: 2025, cutOffOn: '2025-12-31' },
      },
      outcome: { due: '2026-01-31' },
    },
  ],
};
