import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'enforcement-complaint',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '上级转办的投诉要求3月30日前答复',
      act: {
        step: 'receive',
        on: '2026-03-16',
        values: { matter: 'manner', channel: 'superior', answerBy: '2026-03-30' },
      },
      outcome: { due: '2026-03-30' },
    },
    {
      rule: 'ND-05.given',
      situation: '过了要求答复日才告知',
      given: [
        {
          step: 'receive',
          on: '2026-03-16',
          values: { matter: 'manner', channel: 'superior', answerBy: '2026-03-30' },
        },
        { step: 'check', on: '2026-03-31', values: { result: 'unfounded' } },
      ],
      act: { step: 'answer', on: '2026-04-01' },
      outcome: 'flawed',
    },
  ],
};
