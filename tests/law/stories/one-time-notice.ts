import type { Stories, ToldAct } from '../story.ts';

function tell(first: string): ToldAct {
  const missing = [{ name: '授权书', demand: '全体家庭成员签名' }];
  return { step: 'tell', on: '2026-03-02', values: { item: '最低生活保障申请', missing, first } };
}

export const stories: Stories = {
  kind: 'one-time-notice',
  stories: [
    { rule: 'FWU-05', situation: '同一件事第二次告知补正', act: tell('again'), outcome: 'stopped' },
    { rule: 'FWU-05', situation: '第一次，全部告知', act: tell('first'), outcome: 'kept' },
  ],
};
