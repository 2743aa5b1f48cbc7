import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'upper-task',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '来文要求4月10日前报送',
      act: {
        step: 'receive',
        on: '2026-03-16',
        values: { title: '样稿', from: '样县司法局', due: '2026-04-10' },
      },
      outcome: { due: '2026-04-10' },
    },
    {
      rule: 'ND-05.given',
      situation: '4月13日才报送',
      given: [
        {
          step: 'receive',
          on: '2026-03-16',
          values: { title: '样稿', from: '样县司法局', due: '2026-04-10' },
        },
      ],
      act: { step: 'answer', on: '2026-04-13' },
      outcome: 'flawed',
    },
    {
      rule: 'ND-05.given',
      situation: '同意延期到4月20日，按延期后的日期',
      given: [
        {
          step: 'receive',
          on: '2026-03-16',
          values: { title: '样稿', from: '样县司法局', due: '2026-04-10' },
        },
      ],
      act: { step: 'postpone', on: '2026-04-09', values: { due: '2026-04-20' } },
      outcome: { due: '2026-04-20' },
    },
  ],
};
