import type { Stories, Story, ToldAct } from '../story.ts';

const others: Story['others'] = {
  tents: {
    kind: 'supply-item',
    acts: [
      {
        step: 'list',
        on: '2024-03-01',
        values: { name: '帐篷', category: 'living', unit: '顶' },
      },
    ],
  },
  store: {
    kind: 'storehouse',
    acts: [{ step: 'open', on: '2024-03-01', values: { name: '乡应急物资库' } }],
  },
  lot: {
    kind: 'stock-movement',
    acts: [
      {
        step: 'receive',
        on: '2024-03-04',
        values: { item: '@tents', storehouse: '@store', quantity: 10 },
      },
    ],
  },
};

const issue = (quantity: number): ToldAct => ({
  step: 'issue',
  on: '2024-07-08',
  values: { receipt: '@lot', quantity, during: 'incident', purpose: '转移安置' },
});

/** 7月8日周一之后第五个工作日是7月15日。 */
const FIFTH = '2024-07-15';

export const stories: Stories = {
  kind: 'stock-movement',
  stories: [
    {
      rule: 'YJ-18.count',
      situation: '强降雨当晚发出十四顶帐篷，账面只有十顶',
      others,
      act: issue(14),
      outcome: { due: FIFTH },
    },
    {
      rule: 'YJ-18.count',
      situation: '抢险中发出的物资账面上都有',
      others,
      act: issue(10),
      outcome: 'none',
    },
    {
      rule: 'YJ-18.count',
      situation: '多发的四顶已经查明并核实',
      others,
      given: [issue(14)],
      act: {
        step: 'verify',
        on: '2024-07-10',
        values: { explanation: '邻乡支援的四顶直接送到安置点' },
      },
      outcome: 'none',
    },
    {
      rule: 'YJ-18.count',
      situation: '过了五个工作日才核实：法律没有写天数，不算程序瑕疵',
      others,
      given: [issue(14)],
      act: {
        step: 'verify',
        on: '2024-08-05',
        values: { explanation: '邻乡支援的四顶直接送到安置点' },
      },
      outcome: 'kept',
    },
  ],
};
