import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'hotline-order',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '工单要求3月20日前答复',
      act: {
        step: 'receive',
        on: '2026-03-16',
        values: { number: 'RX-1', subject: '路灯不亮', type: 'request', due: '2026-03-20' },
      },
      outcome: { due: '2026-03-20' },
    },
    {
      rule: 'ND-05.given',
      situation: '过了要求答复日才答复',
      given: [
        {
          step: 'receive',
          on: '2026-03-16',
          values: { number: 'RX-1', subject: '路灯不亮', type: 'request', due: '2026-03-20' },
        },
      ],
      act: { step: 'answer', on: '2026-03-23' },
      outcome: 'flawed',
    },
  ],
};
