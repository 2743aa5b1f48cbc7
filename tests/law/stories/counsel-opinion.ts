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
