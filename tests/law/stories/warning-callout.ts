import type { Stories, ToldAct } from '../story.ts';

const receive = (source: string): ToldAct => ({
  step: 'receive',
  on: '2026-06-15',
  values: { event: 'flood', colour: 'orange', source },
});
const call = (answered: number): ToldAct => ({
  step: 'call',
  on: '2026-06-15',
  values: { called: 36, answered },
});
const follow: ToldAct = {
  step: 'follow',
  on: '2026-06-15',
  values: { followed: '村干部上门叫到', answered: 36 },
};
const end: ToldAct = { step: 'end', on: '2026-06-16' };

export const stories: Stories = {
  kind: 'warning-callout',
  stories: [
    {
      rule: 'YJ-14',
      situation: '乡镇自己发布橙色预警',
      act: receive('township'),
      outcome: 'reminded',
    },
    { rule: 'YJ-14', situation: '转发气象部门的预警', act: receive('weather'), outcome: 'kept' },
    {
      rule: 'YJ-14',
      situation: '还有两人没有应答，预警就作解除',
      given: [receive('weather'), call(34)],
      act: end,
      outcome: 'reminded',
    },
    {
      rule: 'YJ-14',
      situation: '没有应答的上门叫到以后解除',
      given: [receive('weather'), call(34), follow],
      act: end,
      outcome: 'kept',
    },
  ],
};
