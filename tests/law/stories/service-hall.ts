import type { Stories, ToldAct } from '../story.ts';

function open(barrierFree: readonly string[]): ToldAct {
  const values = {
    name: '党务政务服务中心',
    kind: 'centre',
    place: '集镇1号',
    hours: '工作日9:00—17:00',
    barrierFree,
  };
  return { step: 'open', on: '2026-03-02', values };
}

export const stories: Stories = {
  kind: 'service-hall',
  stories: [
    {
      rule: 'FWU-17',
      situation: '大厅没有低位服务台，也没有无障碍窗口',
      act: open(['screen']),
      outcome: 'stopped',
    },
    { rule: 'FWU-17', situation: '设了低位服务台', act: open(['counter', 'people']), outcome: 'kept' },
  ],
};
