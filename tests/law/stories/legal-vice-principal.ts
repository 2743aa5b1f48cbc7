import type { Stories, ToldAct } from '../story.ts';

function appoint(trainedHours: number): ToldAct {
  const values = {
    school: '青石镇中心小学',
    holder: { name: '汪某某' },
    sender: 'justice',
    trainedHours,
    appointedOn: '2024-03-04',
  };
  return { step: 'appoint', on: '2024-03-04', values };
}
const renew: ToldAct = { step: 'renew', on: '2027-03-01', values: { termFrom: '2027-03-01' } };
const end = (on: string): ToldAct => ({ step: 'end', on, values: { endedFor: 'expired', endedOn: on } });

export const stories: Stories = {
  kind: 'legal-vice-principal',
  stories: [
    {
      rule: 'PF-20',
      situation: '任职前只培训四学时，本地没有另外规定，按八学时提醒',
      act: appoint(4),
      outcome: 'reminded',
    },
    { rule: 'PF-20', situation: '任职前培训了八学时', act: appoint(8), outcome: 'kept' },
    { rule: 'PF-19', situation: '聘期三年，到期前提醒', act: appoint(8), outcome: { due: '2027-03-04' } },
    {
      rule: 'PF-19',
      situation: '续聘以后从续聘之日另算三年',
      given: [appoint(8)],
      act: renew,
      outcome: { due: '2030-03-01' },
    },
    {
      rule: 'PF-19',
      situation: '期满一个多月没有续聘才登记结束',
      given: [appoint(8)],
      act: end('2027-04-12'),
      outcome: 'flawed',
    },
    {
      rule: 'PF-19',
      situation: '期满以前调离',
      given: [appoint(8)],
      act: end('2026-04-13'),
      outcome: 'kept',
    },
  ],
};
