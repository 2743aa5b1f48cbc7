import type { Stories, ToldAct } from '../story.ts';

const issue: ToldAct = {
  step: 'issue',
  on: '2026-04-27',
  values: { title: '防汛抗旱应急预案', hazard: 'flood' },
};

export const stories: Stories = {
  kind: 'emergency-plan',
  stories: [
    {
      rule: 'YJ-03',
      situation: '预案4月27日印发，二十个工作日内报县备案',
      act: issue,
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'YJ-03',
      situation: '6月1日才备案',
      given: [issue],
      act: { step: 'file', on: '2026-06-01' },
      outcome: 'flawed',
    },
  ],
};
