import type { Stories, ToldAct } from '../story.ts';

const form = (members: number, values: object = {}): ToldAct => ({
  step: 'form',
  on: '2026-03-10',
  village: '石桥村',
  values: { name: '石桥村人民调解委员会', members, ...values },
});

export const stories: Stories = {
  kind: 'mediation-committee',
  stories: [
    { rule: 'RT-03', situation: '只推选了两名委员', act: form(2), outcome: 'reminded' },
    { rule: 'RT-03', situation: '推选了十一名委员', act: form(11), outcome: 'reminded' },
    { rule: 'RT-03', situation: '没有妇女委员', act: form(5, { women: 0 }), outcome: 'reminded' },
    {
      rule: 'RT-03',
      situation: '多民族居住的村没有人数较少民族的委员',
      act: form(5, { women: 1, minority: 'no' }),
      outcome: 'reminded',
    },
    {
      rule: 'RT-03',
      situation: '五名委员，有妇女、有人数较少民族的委员',
      act: form(5, { women: 2, minority: 'yes' }),
      outcome: 'kept',
    },
    {
      rule: 'RT-03',
      situation: '任期三年，与村委会的五年不同',
      act: form(5),
      outcome: { due: '2029-03-10' },
    },
    {
      rule: 'RT-03',
      situation: '换届以后重新算三年',
      given: [form(5)],
      act: { step: 'renew', on: '2026-09-01', values: { members: 5 } },
      outcome: { due: '2029-09-01' },
    },
  ],
};
