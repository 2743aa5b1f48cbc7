import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'power-list-edition',
  stories: [
    {
      rule: 'GK-08',
      situation: '清单4月27日生效，二十个工作日内公布',
      act: { step: 'draft', on: '2026-04-20', values: { name: '清单', effectiveOn: '2026-04-27' } },
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'GK-08',
      situation: '5月28日才公布',
      given: [{ step: 'draft', on: '2026-04-20', values: { name: '清单', effectiveOn: '2026-04-27' } }],
      act: { step: 'publish', on: '2026-05-28', values: { address: '政务公开栏' } },
      outcome: 'flawed',
    },
  ],
};
