import type { Stories, ToldAct } from '../story.ts';

const assign: ToldAct = {
  step: 'assign',
  on: '2026-03-04',
  values: { title: '上半年完成一轮执法案卷评查', due: '2026-06-30' },
};
const answer = (on: string): ToldAct => ({ step: 'answer', on, values: { outcome: 'done' } });

export const stories: Stories = {
  kind: 'task',
  stories: [
    {
      rule: 'ND-05.given',
      situation: '布置任务时写明6月30日前完成',
      act: assign,
      outcome: { due: '2026-06-30' },
    },
    {
      rule: 'ND-05.given',
      situation: '防汛抽人，调整到7月15日',
      given: [assign],
      act: { step: 'adjust', on: '2026-06-25', values: { due: '2026-07-15', reason: '防汛值班' } },
      outcome: { due: '2026-07-15' },
    },
    {
      rule: 'ND-05.given',
      situation: '7月2日才答复完成',
      given: [assign],
      act: answer('2026-07-02'),
      outcome: 'flawed',
    },
    {
      rule: 'ND-05.given',
      situation: '6月30日答复完成',
      given: [assign],
      act: answer('2026-06-30'),
      outcome: 'kept',
    },
    {
      rule: 'ND-05.given',
      situation: '上年度报告的安排列为任务，期限到年底',
      others: {
        plan: {
          kind: 'next-year-plan',
          acts: [{ step: 'plan', on: '2025-12-22', values: { plan: '加强案卷实操培训。', year: 2026 } }],
        },
      },
      act: { step: 'assignPlanned', on: '2026-01-05', values: { plan: '@plan', due: '2026-12-31' } },
      outcome: { due: '2026-12-31' },
    },
  ],
};
