import type { Stories, ToldAct } from '../story.ts';

const find = (values: object = {}): ToldAct => ({
  step: 'find',
  on: '2026-06-15',
  values: { title: '三组公路边坡开裂', type: 'geology', grade: 'imminent', ...values },
});
const finish = (on = '2026-06-22'): ToldAct => ({ step: 'finish', on, values: { done: '已清除碎石' } });
const report: ToldAct = { step: 'report', on: '2026-06-15', values: { reportedTo: '县自然资源局' } };
const check: ToldAct = { step: 'check', on: '2026-06-23' };

export const stories: Stories = {
  kind: 'hazard',
  stories: [
    {
      rule: 'YJ-20',
      situation: '地质灾害险情没有报告就要销号',
      given: [find(), finish()],
      act: check,
      outcome: 'stopped',
    },
    {
      rule: 'YJ-20',
      situation: '发现当天报告了县里，整改后销号',
      given: [find(), report, finish()],
      act: check,
      outcome: 'kept',
    },
    {
      rule: 'YJ-20',
      situation: '一般的消防隐患，整改后销号',
      given: [find({ type: 'fire', grade: 'general' }), finish()],
      act: check,
      outcome: 'kept',
    },
    {
      rule: 'ND-05.given',
      situation: '发现的人写明6月30日前整改',
      act: find({ due: '2026-06-30' }),
      outcome: { due: '2026-06-30' },
    },
    {
      rule: 'ND-05.given',
      situation: '过了期限才整改完成',
      given: [find({ due: '2026-06-18' })],
      act: finish(),
      outcome: 'flawed',
    },
  ],
};
