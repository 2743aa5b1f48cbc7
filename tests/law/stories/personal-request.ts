import type { Stories, ToldAct } from '../story.ts';

function receive(on: string): ToldAct {
  return { step: 'receive', on, values: { wants: 'access', applicant: { name: '龙某某' }, as: 'self' } };
}

function reply(on: string, values: object): ToldAct {
  return { step: 'reply', on, values: { ...values } };
}

export const stories: Stories = {
  kind: 'personal-request',
  stories: [
    {
      rule: 'SJA-08',
      situation: '拒绝而不说明理由',
      given: [receive('2024-03-04')],
      act: reply('2024-03-05', { outcome: 'refused' }),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-08',
      situation: '拒绝并说明理由',
      given: [receive('2024-03-04')],
      act: reply('2024-03-05', { outcome: 'refused', grounds: '所请求的是他人的信息，不属于本人' }),
      outcome: 'kept',
    },
    {
      rule: 'SJA-08',
      situation: '过了三十天才答复',
      given: [receive('2024-04-01')],
      act: reply('2024-05-02', { outcome: 'granted' }),
      outcome: 'flawed',
    },
  ],
};
