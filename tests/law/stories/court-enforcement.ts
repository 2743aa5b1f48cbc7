import type { Stories, ToldAct } from '../story.ts';

const ALL = ['application', 'decision', 'opinions', 'object'];
const demand = (on: string, values: object = {}): ToldAct => ({
  step: 'demand',
  on,
  values: {
    cause: '罚款的强制执行',
    baseNumber: '演示罚决〔2025〕4号',
    baseServedOn: '2026-02-10',
    remedyEndsOn: '2026-08-10',
    remedy: 'none',
    ...values,
  },
});
const apply = (on: string, values: object = {}): ToldAct => ({
  step: 'apply',
  on,
  values: { court: '样县人民法院', materials: ALL, remedy: 'none', ...values },
});
const applied = [demand('2026-08-12'), apply('2026-09-01')];

export const stories: Stories = {
  kind: 'court-enforcement',
  stories: [
    {
      rule: 'QZ-15',
      situation: '催告书送达不满十个工作日就申请',
      given: [demand('2026-08-12')],
      act: apply('2026-08-20'),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-15',
      situation: '起诉期限还没有届满就申请',
      given: [demand('2026-07-01')],
      act: apply('2026-08-04'),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-15',
      situation: '当事人正在诉讼',
      given: [demand('2026-08-12')],
      act: apply('2026-09-01', { remedy: 'pending' }),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-15',
      situation: '超过三个月才申请，没有正当理由',
      given: [demand('2026-08-12')],
      act: apply('2026-11-11'),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-15',
      situation: '起诉期限8月10日届满，三个月内申请',
      given: [demand('2026-08-12')],
      act: apply('2026-09-01'),
      outcome: 'kept',
    },
    {
      rule: 'QZ-15',
      situation: '2月10日送达，起诉期到8月10日，申请执行到11月10日',
      act: demand('2026-08-12'),
      outcome: { due: '2026-11-10' },
    },
    {
      rule: 'QZ-15.urge',
      situation: '催告书8月12日送达，满十个工作日后方可申请',
      act: demand('2026-08-12'),
      outcome: { due: '2026-08-26' },
    },
    {
      rule: 'QZ-16',
      situation: '没有当事人意见和催告情况',
      given: [demand('2026-08-12')],
      act: apply('2026-09-01', { materials: ['application', 'decision', 'object'] }),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-16',
      situation: '四类材料齐全',
      given: [demand('2026-08-12')],
      act: apply('2026-09-01'),
      outcome: 'kept',
    },
    {
      rule: 'QZ-17.review',
      situation: '收到不予执行的裁定，十五日内可向上一级法院申请复议',
      given: applied,
      act: { step: 'rule', on: '2026-09-10', values: { ruling: 'refused' } },
      outcome: { due: '2026-09-28' },
    },
    {
      rule: 'QZ-17.review',
      situation: '准予执行的没有这个期限',
      given: applied,
      act: { step: 'rule', on: '2026-09-10', values: { ruling: 'granted' } },
      outcome: 'none',
    },
  ],
};
