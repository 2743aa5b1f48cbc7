import type { Stories, ToldAct } from '../story.ts';

const report: ToldAct = {
  step: 'report',
  on: '2024-06-03',
  village: '石桥村',
  values: { title: '相邻排水纠纷', type: 'neighbour', channel: 'village' },
};

function mediate(on: string, consent: string): ToldAct {
  return { step: 'mediate', on, values: { consent } };
}

export const stories: Stories = {
  kind: 'dispute',
  stories: [
    {
      rule: 'RT-01',
      situation: '一方明确拒绝，仍开展调解',
      given: [report],
      act: mediate('2024-06-03', 'refused'),
      outcome: 'stopped',
    },
    {
      rule: 'RT-01',
      situation: '双方愿意，开展调解',
      given: [report],
      act: mediate('2024-06-03', 'both'),
      outcome: 'kept',
    },
    {
      rule: 'RT-01',
      situation: '调解中有一方拒绝再调，仍再次调解',
      given: [report, mediate('2024-06-04', 'both')],
      act: { step: 'continue', on: '2024-06-10', values: { consent: 'refused' } },
      outcome: 'stopped',
    },
    {
      rule: 'RT-01',
      situation: '一方拒绝，终止调解并告知途径',
      given: [report],
      act: { step: 'end', on: '2024-06-03', values: { referral: 'court', consent: 'refused' } },
      outcome: 'kept',
    },
  ],
};
