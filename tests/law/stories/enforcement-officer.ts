import type { Stories, ToldAct } from '../story.ts';

const certify = (values: object = {}): ToldAct => ({
  step: 'certify',
  on: '2024-05-20',
  values: { officer: { name: '某某' }, certificate: '演示证1', ...values },
});

export const stories: Stories = {
  kind: 'enforcement-officer',
  stories: [
    {
      rule: 'ZF-20',
      situation: '本年度培训四十学时，不足六十学时',
      given: [certify()],
      act: { step: 'train', on: '2024-12-20', values: { trainedYear: 2024, trainedHours: 40 } },
      outcome: 'reminded',
    },
    {
      rule: 'ZF-20',
      situation: '登记了本省方案四十学时，培训四十学时',
      others: {
        own: {
          kind: 'local-rule',
          acts: [
            {
              step: 'adopt',
              on: '2024-01-08',
              values: { rule: 'ZF-20', value: 40, document: '样省执法培训方案' },
            },
          ],
        },
      },
      given: [certify()],
      act: { step: 'train', on: '2024-12-20', values: { trainedYear: 2024, trainedHours: 40 } },
      outcome: 'kept',
    },
    {
      rule: 'ZF-19.renew',
      situation: '证件2027年5月20日失效，提前六十日提醒换证',
      act: certify({ endedOn: '2027-05-20' }),
      outcome: { due: '2027-03-21' },
    },
    {
      rule: 'ZF-19.renew',
      situation: '换证后按新的失效日提醒',
      given: [certify({ endedOn: '2027-05-20' })],
      act: { step: 'renew', on: '2026-11-02', values: { endedOn: '2031-11-02' } },
      outcome: { due: '2031-09-03' },
    },
    {
      rule: 'ZF-19.renew',
      situation: '证件到期没有换证而注销，不再提醒，也不算瑕疵',
      given: [certify({ endedOn: '2025-05-20' })],
      act: { step: 'end', on: '2025-05-20', values: { endFor: 'expired' } },
      outcome: 'kept',
    },
  ],
};
