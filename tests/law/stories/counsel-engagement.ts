import type { Stories } from '../story.ts';

export const stories: Stories = {
  kind: 'counsel-engagement',
  stories: [
    {
      rule: 'GF-17.renew',
      situation: '聘期2027年1月8日届满，提前六十日提醒续聘',
      act: { step: 'engage', on: '2026-01-08', values: { firm: '样稿律师事务所', until: '2027-01-08' } },
      outcome: { due: '2026-11-09' },
    },
  ],
};
