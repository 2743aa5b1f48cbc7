import type { Stories, ToldAct } from '../story.ts';

const given: readonly ToldAct[] = [
  {
    step: 'supervise',
    on: '2026-04-14',
    values: { title: '现场监督', form: 'scene', object: '综合行政执法队', problems: 2 },
  },
  { step: 'opine', on: '2026-04-15', values: { advice: '今后先出示证件。' } },
];

export const stories: Stories = {
  kind: 'enforcement-supervision',
  stories: [
    {
      rule: 'ZF-16',
      situation: '拒绝整改、阻挠监督',
      given,
      act: { step: 'answer', on: '2026-04-22', values: { answer: 'refused', rectified: 0 } },
      outcome: 'reminded',
    },
    {
      rule: 'ZF-16',
      situation: '有不同意见，书面提出异议',
      given,
      act: { step: 'answer', on: '2026-04-22', values: { answer: 'objected', rectified: 0 } },
      outcome: 'kept',
    },
  ],
};
