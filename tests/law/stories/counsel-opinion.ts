import type { Stories, ToldAct } from '../story.ts';

const ask: ToldAct = {
  step: 'ask',
  on: '2026-04-08',
  values: { question: '摊位能否协商出租', about: 'contract' },
};
const give: ToldAct = { step: 'give', on: '2026-04-10', values: { conclusion: 'unlawful', points: 2 } };

function answer(values: object): ToldAct {
  return { step: 'answer', on: '2026-04-13', values: { adopted: 0, ...values } };
}

export const stories: Stories = {
  kind: 'counsel-opinion',
  stories: [
    {
      rule: 'GF-17.term',
      situation: '聘用合同已经届满，仍以法律顾问的身份出具意见',
      others: {
        engagement: {
          kind: 'counsel-engagement',
          acts: [
            { step: 'engage', on: '2025-01-08', values: { firm: '样稿律师事务所', until: '2026-01-08' } },
          ],
        },
      },
      given: [ask],
      act: { ...give, values: { ...give.values, engagement: '@engagement' } },
      outcome: 'reminded',
    },
    {
      rule: 'GF-17.term',
      situation: '没有挂在聘用合同上的公职律师意见',
      given: [ask],
      act: give,
      outcome: 'kept',
    },
    {
      rule: 'GF-18',
      situation: '顾问认为不合法，没有采纳也没有写理由',
      given: [ask, give],
      act: answer({}),
      outcome: 'reminded',
    },
    {
      rule: 'GF-18',
      situation: '写明按意见停止出租',
      given: [ask, give],
      act: answer({ adopted: 2, reasons: '已按意见停止' }),
      outcome: 'kept',
    },
  ],
};
