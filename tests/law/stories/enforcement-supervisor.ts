import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'enforcement-supervisor',
  stories: [
    {
      rule: 'ZF-19.renew',
      situation: '监督证2026年9月1日失效，提前六十日提醒换证',
      act: {
        step: 'certify',
        on: '2024-09-02',
        values: { supervisor: { name: '某某' }, certificate: '演示监1', endedOn: '2026-09-01' },
      },
      outcome: { due: '2026-07-03' },
    },
  ],
};
