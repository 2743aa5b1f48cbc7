import type { Stories, Story, ToldAct } from '../story.ts';

const others: NonNullable<Story['others']> = {
  committee: {
    kind: 'mediation-committee',
    acts: [{ step: 'form', on: '2026-03-10', values: { name: '柳河乡人民调解委员会', members: 5 } }],
  },
};
const appoint: ToldAct = {
  step: 'appoint',
  on: '2026-03-10',
  values: { number: '01', committee: '@committee', role: 'member', mediator: { name: '王某某' } },
};
const leave = (values: object): ToldAct => ({ step: 'leave', on: '2026-05-11', values: { ...values } });
const removed = { why: 'removed', fault: 'partial' };

export const stories: Stories = {
  kind: 'mediator',
  stories: [
    {
      rule: 'RT-03',
      situation: '委员任期三年',
      others,
      act: appoint,
      outcome: { due: '2029-03-10' },
    },
    {
      rule: 'RT-05',
      situation: '偏袒一方，情节较轻就解聘',
      others,
      given: [appoint],
      act: leave({ ...removed, gravity: 'minor' }),
      outcome: 'reminded',
    },
    {
      rule: 'RT-05',
      situation: '偏袒一方，情节严重，由推选单位罢免',
      others,
      given: [appoint],
      act: leave({ ...removed, gravity: 'grave' }),
      outcome: 'kept',
    },
  ],
};
