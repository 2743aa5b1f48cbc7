import type { Stories, ToldAct } from '../story.ts';

function engage(values: object = {}): ToldAct {
  const counsel = { name: '冉某某' };
  return { step: 'engage', on: '2026-01-12', values: { firm: '样稿律师事务所', counsel, ...values } };
}

function post(posted: readonly string[]): ToldAct {
  return { step: 'post', on: '2026-01-20', values: { posted } };
}

export const stories: Stories = {
  kind: 'village-counsel',
  stories: [
    {
      rule: 'SJA-03',
      situation: '没有取得律师本人同意，把姓名、照片上墙',
      given: [engage()],
      act: post(['firm', 'name', 'photo']),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-03',
      situation: '本人同意后，姓名、照片、座机上墙',
      given: [engage({ consentOn: '2026-01-12' })],
      act: post(['firm', 'duties', 'name', 'photo', 'phone']),
      outcome: 'kept',
    },
    {
      rule: 'SJA-03',
      situation: '只公布所在单位和职责',
      given: [engage()],
      act: post(['firm', 'duties']),
      outcome: 'kept',
    },
    {
      rule: 'GF-17.renew',
      situation: '村法律顾问聘期2027年1月12日届满，提前六十日提醒续聘',
      act: engage({ until: '2027-01-12' }),
      outcome: { due: '2026-11-13' },
    },
  ],
};
