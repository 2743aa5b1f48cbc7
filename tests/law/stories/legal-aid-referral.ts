import type { Stories, ToldAct } from '../story.ts';

const receive: ToldAct = { step: 'receive', on: '2026-04-27', values: { matter: 'wages', group: 'migrant' } };
const refer: ToldAct = { step: 'refer', on: '2026-04-28' };

export const stories: Stories = {
  kind: 'legal-aid-referral',
  stories: [
    {
      rule: 'FWU-13',
      situation: '4月28日转交，县法律援助机构七日内决定，按自然日',
      given: [receive],
      act: refer,
      outcome: { due: '2026-05-05' },
    },
    {
      rule: 'FWU-13.assign',
      situation: '4月30日决定给予援助，三日内指派，按自然日',
      given: [receive, refer],
      act: { step: 'grant', on: '2026-04-30' },
      outcome: { due: '2026-05-03' },
    },
  ],
};
