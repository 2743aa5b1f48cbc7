import type { Stories, ToldAct } from '../story.ts';

const form = (values: object = {}): ToldAct => ({
  step: 'form',
  on: '2026-04-20',
  values: { name: '乡应急救援队', type: 'general', insurance: 'insured', gear: 'equipped', ...values },
});
const bare: ToldAct = form({ insurance: 'missing', gear: 'missing' });

export const stories: Stories = {
  kind: 'rescue-team',
  stories: [
    { rule: 'YJ-09', situation: '乡镇自己组建，没有买保险', act: bare, outcome: 'stopped' },
    {
      rule: 'YJ-09',
      situation: '买了保险，没有防护装备',
      act: form({ gear: 'missing' }),
      outcome: 'stopped',
    },
    { rule: 'YJ-09', situation: '买了保险、配了装备', act: form(), outcome: 'kept' },
    {
      rule: 'YJ-09',
      situation: '村里自己组建的，不是乡镇组建的',
      act: { ...bare, village: '石桥村' },
      outcome: 'kept',
    },
    {
      rule: 'YJ-09.renew',
      situation: '保险2027年4月19日到期，提前三十日提醒续保',
      act: form({ insuredUntil: '2027-04-19' }),
      outcome: { due: '2027-03-20' },
    },
    {
      rule: 'YJ-09.renew',
      situation: '已经续保到后年，按新的到期日提醒',
      given: [form({ insuredUntil: '2027-04-19' })],
      act: {
        step: 'equip',
        on: '2027-04-01',
        values: { insurance: 'insured', gear: 'equipped', insuredUntil: '2028-04-19' },
      },
      outcome: { due: '2028-03-20' },
    },
  ],
};
