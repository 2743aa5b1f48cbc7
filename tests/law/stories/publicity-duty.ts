import type { Stories, ToldAct } from '../story.ts';

const list = (dueOn: string, theme?: string): ToldAct => ({
  step: 'list',
  on: '2026-02-24',
  values: {
    title: '宪法进校园',
    office: 'judicial-office',
    listedOn: '2026-02-24',
    dueOn,
    ...(theme ? { theme } : {}),
  },
});
const complete = (on: string): ToldAct => ({ step: 'complete', on, values: { completedOn: on } });

export const stories: Stories = {
  kind: 'publicity-duty',
  stories: [
    {
      rule: 'PF-12',
      situation: '清单写明6月30日前完成',
      act: list('2026-06-30'),
      outcome: { due: '2026-06-30' },
    },
    {
      rule: 'PF-12',
      situation: '清单写明6月30日，7月3日才完成',
      given: [list('2026-06-30')],
      act: complete('2026-07-03'),
      outcome: 'flawed',
    },
    {
      rule: 'PF-12',
      situation: '提前完成',
      given: [list('2026-06-30')],
      act: complete('2026-05-20'),
      outcome: 'kept',
    },
    {
      rule: 'PF-12',
      situation: '移出清单，写明原因',
      given: [list('2026-06-30')],
      act: {
        step: 'drop',
        on: '2026-05-20',
        values: { droppedOn: '2026-05-20', droppedFor: '上级统一开展' },
      },
      outcome: 'none',
    },
  ],
};
