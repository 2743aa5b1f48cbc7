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
    {
      rule: 'GF-17.renew',
      situation: '聘期届满前三十日续聘两年，不算违反；新的聘期届满前再提醒',
      given: [{ step: 'engage', on: '2026-01-08', values: { firm: '样稿律师事务所', until: '2027-01-08' } }],
      act: { step: 'renew', on: '2026-12-09', values: { until: '2029-01-08' } },
      outcome: { due: '2028-11-09' },
    },
  ],
};
