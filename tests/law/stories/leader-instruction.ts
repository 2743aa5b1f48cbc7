import type { Stories, ToldAct } from '../story.ts';

const give: ToldAct = {
  step: 'give',
  on: '2026-05-11',
  values: { gist: '案卷送达超期', leader: 'head', way: 'written', due: '2026-05-29' },
};

export const stories: Stories = {
  kind: 'leader-instruction',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '批示要求5月29日前报结果',
      act: give,
      outcome: { due: '2026-05-29' },
    },
    {
      rule: 'ND-05.given',
      situation: '6月2日才反馈',
      given: [give],
      act: { step: 'answer', on: '2026-06-02', values: { answer: '已逐卷核对' } },
      outcome: 'flawed',
    },
    {
      rule: 'ND-05.given',
      situation: '批示没有写期限',
      act: { ...give, values: { gist: '案卷送达超期', leader: 'head', way: 'written' } },
      outcome: 'none',
    },
  ],
};
