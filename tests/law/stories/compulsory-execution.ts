import type { Stories, Story, ToldAct } from '../story.ts';

const open = (values: object = {}): ToldAct => ({
  step: 'open',
  on: '2026-04-07',
  values: {
    cause: '违法搭建彩钢棚拆除',
    obligation: 'demolish',
    planArea: 'village',
    powerSource: 'law',
    baseNumber: '演示限拆〔2025〕3号',
    baseServedOn: '2025-09-01',
    baseUntil: '2025-09-16',
    remedyEndsOn: '2026-03-02',
    remedy: 'none',
    ...values,
  },
});
const announce: ToldAct = { step: 'announce', on: '2026-04-08', values: { selfUntil: '2026-04-20' } };
const demand = (values: object = {}): ToldAct => ({
  step: 'demand',
  on: '2026-04-08',
  values: { demandDays: 10, ...values },
});
const decide = (on: string, values: object = {}): ToldAct => ({
  step: 'decide',
  on,
  values: { basis: '《城乡规划法》第六十五条', opinion: 'none', utilities: 'none', ...values },
});
const serve = (served = 'direct'): ToldAct => ({ step: 'serve', on: '2026-04-23', values: { served } });
const execute = (on: string, values: object = {}): ToldAct => ({
  step: 'execute',
  on,
  values: { timing: 'day', urgent: 'no', footage: 'full', places: 1, area: 60, ...values },
});

const demanded = [open(), announce, demand()];
const served = [...demanded, decide('2026-04-22'), serve()];

const atDecision = (
  rule: Story['rule'],
  situation: string,
  given: readonly ToldAct[],
  act: ToldAct,
  outcome: Story['outcome'],
): Story => ({ rule, situation, given, act, outcome });

const money = open({ obligation: 'money', amount: 100_000, planArea: undefined });

export const stories: Stories = {
  kind: 'compulsory-execution',
  stories: [
    atDecision(
      'QZ-09',
      '法律没有写明由乡镇强制执行，仍自行决定执行',
      [open({ powerSource: 'none' }), announce, demand()],
      decide('2026-04-22'),
      'stopped',
    ),
    atDecision('QZ-09', '《城乡规划法》写明乡镇可以拆除', demanded, decide('2026-04-22'), 'kept'),
    atDecision(
      'ZQ-01',
      '违法建设在建制镇规划区内，乡镇决定拆除',
      [open({ planArea: 'town' }), announce, demand()],
      decide('2026-04-22'),
      'stopped',
    ),
    atDecision(
      'ZQ-01',
      '限期改正还没有期满',
      [open({ baseUntil: '2026-05-08' }), announce, demand()],
      decide('2026-04-22'),
      'stopped',
    ),
    atDecision('ZQ-01', '村庄规划区内，限期改正期满没有改正', demanded, decide('2026-04-22'), 'kept'),
    atDecision('QZ-10', '没有催告就决定强制执行', [open(), announce], decide('2026-04-22'), 'stopped'),
    atDecision('QZ-10', '催告的十日还没有满', demanded, decide('2026-04-16'), 'stopped'),
    atDecision(
      'QZ-10',
      '当事人提出申辩，还没有复核',
      demanded,
      decide('2026-04-22', { opinion: 'open' }),
      'stopped',
    ),
    atDecision('QZ-10', '催告期满，没有意见', demanded, decide('2026-04-22'), 'kept'),
    atDecision(
      'QZ-10',
      '催告期内有证据证明在转移财物，立即决定',
      [money, demand({ surcharge: 30_000, surchargeFrom: '2026-01-05', rateTold: 'yes' })],
      decide('2026-04-10', { hiding: 'yes' }),
      'kept',
    ),
    atDecision(
      'QZ-12',
      '决定停居民的水电逼迫搬离',
      demanded,
      decide('2026-04-22', { utilities: 'home' }),
      'stopped',
    ),
    atDecision(
      'QZ-12',
      '夜里拆除，情况不紧急',
      served,
      execute('2026-04-28', { timing: 'night' }),
      'stopped',
    ),
    atDecision(
      'QZ-12',
      '说是白天，开始时间填23:10',
      served,
      execute('2026-04-28', { startedAt: '23:10' }),
      'stopped',
    ),
    atDecision('QZ-12', '劳动节当天拆除', served, execute('2026-05-01'), 'stopped'),
    atDecision(
      'QZ-12',
      '节日里情况紧急，写明理由',
      served,
      execute('2026-05-01', { urgent: 'yes', urgentFor: '暴雨后随时垮塌，危及行人' }),
      'kept',
    ),
    atDecision('QZ-12', '工作日白天', served, execute('2026-04-28'), 'kept'),
    atDecision('QZ-12.weekend', '周六拆除', served, execute('2026-04-25'), 'reminded'),
    atDecision('QZ-12.weekend', '周二拆除', served, execute('2026-04-28'), 'kept'),
    atDecision(
      'QZ-11',
      '执行决定书没有送达',
      [...demanded, decide('2026-04-22')],
      execute('2026-04-28'),
      'stopped',
    ),
    atDecision(
      'QZ-11',
      '只打电话告诉当事人',
      [...demanded, decide('2026-04-22'), serve('spoken')],
      execute('2026-04-28'),
      'stopped',
    ),
    atDecision('QZ-11', '直接送达后实施', served, execute('2026-04-28'), 'kept'),
    atDecision(
      'QZ-13',
      '没有公告限期自行拆除',
      [open(), demand(), decide('2026-04-22'), serve()],
      execute('2026-04-28'),
      'stopped',
    ),
    atDecision(
      'QZ-13',
      '起诉期限还没有届满',
      [open({ remedyEndsOn: '2026-06-30' }), announce, demand(), decide('2026-04-22'), serve()],
      execute('2026-04-28'),
      'stopped',
    ),
    atDecision(
      'QZ-13',
      '当事人正在起诉',
      [open({ remedy: 'pending' }), announce, demand(), decide('2026-04-22'), serve()],
      execute('2026-04-28'),
      'stopped',
    ),
    atDecision('QZ-13', '公告期满，不复议、不诉讼又不拆', served, execute('2026-04-28'), 'kept'),
    atDecision('ZF-06', '强制拆除没有录像', served, execute('2026-04-28', { footage: 'none' }), 'reminded'),
    atDecision('ZF-06', '强制拆除全程录像', served, execute('2026-04-28'), 'kept'),
    atDecision(
      'QZ-14',
      '加处的罚款超过罚款本数',
      [money],
      demand({ surcharge: 130_000, surchargeFrom: '2026-02-02', rateTold: 'yes' }),
      'stopped',
    ),
    atDecision(
      'QZ-14',
      '加处还没有满三十日就决定执行',
      [money, demand({ surcharge: 30_000, surchargeFrom: '2026-04-01', rateTold: 'yes' })],
      decide('2026-04-22'),
      'stopped',
    ),
    atDecision(
      'QZ-14',
      '加处标准已告知，总额没有超过',
      [money],
      demand({ surcharge: 30_000, surchargeFrom: '2026-02-02', rateTold: 'yes' }),
      'kept',
    ),
    atDecision(
      'QZ-14',
      '加处满三十日才可以强制执行',
      [money],
      demand({ surcharge: 30_000, surchargeFrom: '2026-04-01', rateTold: 'yes' }),
      { due: '2026-05-01' },
    ),
    {
      rule: 'QZ-20',
      situation: '执行协议损害他人的通行权',
      given: demanded,
      act: { step: 'agree', on: '2026-04-21', values: { harmless: 'no' } },
      outcome: 'stopped',
    },
    {
      rule: 'QZ-20',
      situation: '执行协议不损害公共利益和他人权益',
      given: demanded,
      act: { step: 'agree', on: '2026-04-21', values: { harmless: 'yes' } },
      outcome: 'kept',
    },
    {
      rule: 'QZ-20',
      situation: '中止两个月就按“满三年”终结',
      given: [...demanded, { step: 'suspend', on: '2026-04-21', values: { suspendFor: 'unable' } }],
      act: { step: 'end', on: '2026-06-22', values: { endFor: 'threeYears' } },
      outcome: 'stopped',
    },
    {
      rule: 'QZ-20',
      situation: '无能力履行而中止，满三年不再执行',
      given: demanded,
      act: { step: 'suspend', on: '2026-04-21', values: { suspendFor: 'unable' } },
      outcome: { due: '2029-04-21' },
    },
  ],
};
