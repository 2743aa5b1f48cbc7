import type { Stories, ToldAct } from '../story.ts';

const receive = (type: string): ToldAct => ({
  step: 'receive',
  on: '2026-04-08',
  values: { subject: '拆除围墙', type },
});

export const stories: Stories = {
  kind: 'office-claim',
  stories: [
    {
      rule: 'FY-27',
      situation: '4月8日收到国家赔偿申请，两个月内决定',
      act: receive('compensation'),
      outcome: { due: '2026-06-08' },
    },
    {
      rule: 'FY-27.deliver',
      situation: '决定十二日后才送达',
      given: [
        receive('compensation'),
        { step: 'decide', on: '2026-05-18', values: { outcome: 'refused', reasons: '没有损失' } },
      ],
      act: { step: 'deliver', on: '2026-05-30' },
      outcome: 'flawed',
    },
    {
      rule: 'FY-19',
      situation: '4月8日收到履职申请，两个月内履行或者答复',
      act: receive('performance'),
      outcome: { due: '2026-06-08' },
    },
  ],
};
