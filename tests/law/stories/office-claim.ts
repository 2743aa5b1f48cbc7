import type { Stories, ToldAct } from '../story.ts';

const receive = (type: string, values: object = {}): ToldAct => ({
  step: 'receive',
  on: '2026-04-08',
  values: { subject: '拆除围墙', type, ...values },
});
const LACKING = receive('compensation', { complete: 'lacking' });
const decide = (remedy: string): ToldAct => ({
  step: 'decide',
  on: '2026-05-18',
  values: { outcome: 'refused', reasons: '不属本机关职责', remedy },
});

export const stories: Stories = {
  kind: 'office-claim',
  stories: [
    {
      rule: 'FY-27.receipt',
      situation: '当面递交赔偿申请，没有出具收讫凭证：申请照收，记程序瑕疵',
      act: receive('compensation', { channel: 'visit', receipt: 'none' }),
      outcome: 'reminded',
    },
    {
      rule: 'FY-27.receipt',
      situation: '当场出具收讫凭证',
      act: receive('compensation', { channel: 'visit', receipt: 'given' }),
      outcome: 'kept',
    },
    {
      rule: 'FY-27.correct',
      situation: '赔偿申请材料不齐全，五日内一次性告知',
      act: LACKING,
      outcome: { due: '2026-04-13' },
    },
    {
      rule: 'FY-27.correct',
      situation: '第一次一次性告知补正',
      given: [LACKING],
      act: { step: 'askCorrection', on: '2026-04-10', values: { lacking: '损失的凭证' } },
      outcome: 'kept',
    },
    {
      rule: 'FY-27.correct',
      situation: '已经补正过，又告知一次',
      given: [LACKING, { step: 'askCorrection', on: '2026-04-10' }, { step: 'correct', on: '2026-04-15' }],
      act: { step: 'askCorrection', on: '2026-04-20' },
      outcome: 'stopped',
    },
    {
      rule: 'FY-06',
      situation: '拒绝履行法定职责，答复书写成可以复议或者诉讼',
      given: [receive('performance')],
      act: decide('either'),
      outcome: 'stopped',
    },
    {
      rule: 'FY-06',
      situation: '拒绝履行，告知先申请行政复议',
      given: [receive('performance')],
      act: decide('review'),
      outcome: 'kept',
    },
    {
      rule: 'FY-06',
      situation: '不予国家赔偿不属复议前置，写明可以起诉',
      given: [receive('compensation')],
      act: decide('suit'),
      outcome: 'kept',
    },
    {
      rule: 'FY-27',
      situation: '4月8日收到国家赔偿申请，两个月内决定',
      act: receive('compensation'),
      outcome: { due: '2026-06-08' },
    },
    {
      rule: 'FY-27.deliver',
      situation: '决定十二日后才送达',
      given: [
        receive('compensation'),
        { step: 'decide', on: '2026-05-18', values: { outcome: 'refused', reasons: '没有损失' } },
      ],
      act: { step: 'deliver', on: '2026-05-30' },
      outcome: 'flawed',
    },
    {
      rule: 'FY-19',
      situation: '4月8日收到履职申请，两个月内履行或者答复',
      act: receive('performance'),
      outcome: { due: '2026-06-08' },
    },
  ],
};
