import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'rectification',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '整改期限写明4月30日',
      act: { step: 'raise', on: '2026-03-16', values: { problem: '样稿', unit: '样村', due: '2026-04-30' } },
      outcome: { due: '2026-04-30' },
    },
    {
      rule: 'ND-05.given',
      situation: '期限过后才核查销号',
      given: [
        { step: 'raise', on: '2026-03-16', values: { problem: '样稿', unit: '样村', due: '2026-04-30' } },
        { step: 'finish', on: '2026-04-29', values: { done: '已改' } },
      ],
      act: { step: 'close', on: '2026-05-06' },
      outcome: 'flawed',
    },
  ],
};
