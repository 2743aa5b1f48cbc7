import type { Stories, ToldAct } from '../story.ts';

function receive(source: string, on: string, values: Readonly<Record<string, unknown>> = {}): ToldAct {
  return { step: 'receive', on, values: { source, organ: '样县有关单位', title: '样稿', ...values } };
}

function answer(on: string, outcome = 'done'): ToldAct {
  return { step: 'answer', on, values: { outcome } };
}

const close = (on: string, values: Readonly<Record<string, unknown>> = {}): ToldAct => ({
  step: 'close',
  on,
  values,
});

export const stories: Stories = {
  kind: 'supervision-opinion',
  stories: [
    {
      rule: 'ND-04',
      situation: '3月2日收到督查结论，有异议的三十日内申请复核',
      act: receive('inspection', '2026-03-02'),
      outcome: { due: '2026-04-01' },
    },
    {
      rule: 'ND-04',
      situation: '对督查结论没有异议，不提醒申请复核',
      given: [receive('inspection', '2026-03-02')],
      act: { step: 'entrust', on: '2026-03-04', values: { unit: '农业中心', objection: 'none' } },
      outcome: 'none',
    },
    {
      rule: 'ND-04',
      situation: '收到督查结论第三十二日才申请复核',
      given: [receive('inspection', '2026-03-02')],
      act: { step: 'contest', on: '2026-04-03' },
      outcome: 'flawed',
    },
    {
      rule: 'ND-04',
      situation: '对检察建议按督查结论申请复核',
      given: [receive('prosecution', '2026-03-02')],
      act: { step: 'contest', on: '2026-03-09' },
      outcome: 'stopped',
    },
    {
      rule: 'ND-04',
      situation: '督查发现的问题还在整改就要办结',
      given: [receive('inspection', '2026-03-02'), answer('2026-03-20', 'going')],
      act: close('2026-03-23'),
      outcome: 'stopped',
    },
    {
      rule: 'ND-04',
      situation: '整改完毕后办结',
      given: [receive('inspection', '2026-03-02'), answer('2026-03-20', 'going')],
      act: close('2026-05-11', { outcome: 'done' }),
      outcome: 'kept',
    },
    {
      rule: 'ND-04.review',
      situation: '3月25日申请复核，作出结论的政府三十日内复核',
      given: [receive('inspection', '2026-03-02')],
      act: { step: 'contest', on: '2026-03-25' },
      outcome: { due: '2026-04-24' },
    },
    {
      rule: 'FY-15',
      situation: '3月2日收到复议意见书，六十日内报送纠正情况，末日逢劳动节假期顺延',
      act: receive('review', '2026-03-02'),
      outcome: { due: '2026-05-06', safe: '2026-04-30' },
    },
    {
      rule: 'FY-16',
      situation: '复议意见书还没有纠正就要办结',
      given: [receive('review', '2026-03-02')],
      act: close('2026-03-23'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-16',
      situation: '纠正并报送后办结',
      given: [receive('review', '2026-03-02'), answer('2026-03-20')],
      act: close('2026-03-23'),
      outcome: 'kept',
    },
    {
      rule: 'FY-26',
      situation: '3月2日收到检察建议，一般的两个月内书面回复',
      act: receive('prosecution', '2026-03-02'),
      outcome: { due: '2026-05-02' },
    },
    {
      rule: 'FY-26.urgent',
      situation: '3月2日收到情形紧急的检察建议，十五日内书面回复',
      act: receive('urgent-prosecution', '2026-03-02'),
      outcome: { due: '2026-03-17' },
    },
    {
      rule: 'FY-26',
      situation: '收到检察建议后没有履行职责就要办结',
      given: [receive('prosecution', '2026-03-02'), answer('2026-03-20', 'going')],
      act: close('2026-03-23'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-26',
      situation: '社会治理检察建议不是公益诉讼的，没有这项期限',
      act: receive('other-prosecution', '2026-03-02'),
      outcome: 'none',
    },
    {
      rule: 'FY-26',
      situation: '已经依法履行职责并回复后办结',
      given: [receive('prosecution', '2026-03-02'), answer('2026-03-20')],
      act: close('2026-03-23'),
      outcome: 'kept',
    },
    {
      rule: 'ZF-16',
      situation: '行政执法监督意见没有报送整改情况就办结',
      given: [receive('enforcement', '2026-03-02')],
      act: close('2026-03-23'),
      outcome: 'reminded',
    },
    {
      rule: 'ZF-16',
      situation: '报送后办结',
      given: [receive('enforcement', '2026-03-02'), answer('2026-03-20')],
      act: close('2026-03-23'),
      outcome: 'kept',
    },
    {
      rule: 'ND-05.given',
      situation: '来文要求5月3日前答复，法律没有统一规定，按写明的日期，不顺延',
      act: receive('congress', '2026-03-02', { answerBy: '2026-05-03' }),
      outcome: { due: '2026-05-03', safe: '2026-04-30' },
    },
    {
      rule: 'ND-05.given',
      situation: '来文没有写明日期，没有这项期限',
      act: receive('congress', '2026-03-02'),
      outcome: 'none',
    },
  ],
};
