import type { Stories, ToldAct } from '../story.ts';

const given: readonly ToldAct[] = [
  {
    step: 'supervise',
    on: '2026-04-14',
    values: { title: '现场监督', form: 'scene', object: '综合行政执法队', problems: 2 },
  },
  { step: 'opine', on: '2026-04-15', values: { advice: '今后先出示证件。' } },
];

/** A supervisor with a certificate until a day. */
function supervisor(endedOn: string) {
  const values = { supervisor: { name: '某某' }, certificate: '监-演示', endedOn };
  return {
    supervisor: { kind: 'enforcement-supervisor', acts: [{ step: 'certify', on: '2024-03-01', values }] },
  };
}
const bySupervisor: ToldAct = { ...given[0]!, values: { ...given[0]!.values, supervisor: '@supervisor' } };

export const stories: Stories = {
  kind: 'enforcement-supervision',
  stories: [
    {
      rule: 'ZF-19',
      situation: '派去的监督员监督证2025年3月已经过期',
      others: supervisor('2025-03-01'),
      act: bySupervisor,
      outcome: 'reminded',
    },
    {
      rule: 'ZF-19',
      situation: '监督证当天有效',
      others: supervisor('2029-03-01'),
      act: bySupervisor,
      outcome: 'kept',
    },
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
