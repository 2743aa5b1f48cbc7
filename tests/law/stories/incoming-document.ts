import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'incoming-document',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '来文要求3月25日前办结',
      act: {
        step: 'receive',
        on: '2026-03-16',
        values: { from: '样县政府办', title: '样稿', secrecy: 'none', due: '2026-03-25' },
      },
      outcome: { due: '2026-03-25' },
    },
    {
      rule: 'ND-05.given',
      situation: '3月27日才办结',
      given: [
        {
          step: 'receive',
          on: '2026-03-16',
          values: { from: '样县政府办', title: '样稿', secrecy: 'none', due: '2026-03-25' },
        },
      ],
      act: { step: 'finish', on: '2026-03-27' },
      outcome: 'flawed',
    },
  ],
};
