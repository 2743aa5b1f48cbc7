import { TEAM } from '../enforcement-team.ts';
import type { Stories, Story, ToldAct } from '../story.ts';

const power: NonNullable<Story['others']>[string] = {
  kind: 'power-item',
  acts: [
    {
      step: 'list',
      on: '2024-03-01',
      values: {
        name: '查封违法施工现场',
        category: 'coercion',
        basis: '《样省条例》第三十条',
        source: 'assigned',
        sourceDocument: '样府发〔2022〕1号',
        sourceFrom: '2023-01-01',
        sourceUntil: '2025-06-30',
        sourcePublished: '样省政府公报',
        office: '综合行政执法队',
        edition: '@edition',
      },
    },
  ],
};
const edition: NonNullable<Story['others']>[string] = {
  kind: 'power-list-edition',
  acts: [{ step: 'draft', on: '2024-03-01', values: { name: '权责清单2024版', effectiveOn: '2024-03-01' } }],
};
const others = { ...TEAM, edition, power };

const propose = (values: object = {}): ToldAct => ({
  step: 'propose',
  on: '2026-05-11',
  values: {
    cause: '涉嫌违法搭建',
    type: 'seal',
    source: 'law',
    basis: '《样省条例》第三十条',
    milder: 'no',
    firstOfficer: '@first',
    secondOfficer: '@second',
    ...values,
  },
});
const approve: ToldAct = { step: 'approve', on: '2026-05-11', values: { approvedAt: '15:00' } };
const taken = {
  type: 'seal',
  where: '集镇主街东段',
  procedure: ['identity', 'summoned', 'told', 'heard', 'record', 'signed'],
  presence: 'yes',
  scope: 'involved',
  delivered: 'both',
  footage: 'full',
};
const carryOut = (values: object = {}): ToldAct => ({
  step: 'carryOut',
  on: '2026-05-12',
  values: { ...taken, ...values },
});
const urgently = (values: object = {}): ToldAct => ({
  step: 'carryOutUrgently',
  on: '2026-05-02',
  values: {
    cause: '涉嫌非法储存烟花爆竹',
    source: 'law',
    basis: '《样省条例》第四十二条',
    firstOfficer: '@first',
    secondOfficer: '@second',
    takenAt: '16:30',
    ...taken,
    ...values,
  },
});
const ratify = (on: string, approvedAt: string): ToldAct => ({ step: 'ratify', on, values: { approvedAt } });

function onTheSpot(rule: Story['rule'], situation: string, values: object, outcome: Story['outcome']): Story {
  return { rule, situation, others, given: [propose(), approve], act: carryOut(values), outcome };
}

const held = [propose(), approve, carryOut()];
const settle = (on: string, values: object = {}): ToldAct => ({
  step: 'settle',
  on,
  values: { outcome: 'returned', fee: 'office', ...values },
});
const release = (values: object): ToldAct => ({
  step: 'release',
  on: '2026-05-20',
  values: { releaseFor: 'unrelated', returned: 'yes', fee: 'office', ...values },
});
const extend = (on: string): ToldAct => ({
  step: 'extend',
  on,
  values: { extensionFor: '权属还在核实' },
});
const appraise: ToldAct = {
  step: 'appraise',
  on: '2026-05-13',
  values: { appraisals: [{ what: '结构安全鉴定', from: '2026-05-13', to: '2026-05-22' }] },
};

export const stories: Stories = {
  kind: 'coercive-measure',
  stories: [
    {
      rule: 'QZ-01',
      situation: '强制措施权是受委托来的',
      others,
      given: [propose({ source: 'entrusted' })],
      act: approve,
      outcome: 'stopped',
    },
    {
      rule: 'QZ-01',
      situation: '省里赋了处罚权，没有写明强制措施权，没有法律、法规依据',
      others,
      given: [propose({ source: 'none' })],
      act: approve,
      outcome: 'stopped',
    },
    {
      rule: 'QZ-01',
      situation: '赋权2025年6月30日已经收回',
      others,
      given: [propose({ source: 'assigned', power: '@power' })],
      act: approve,
      outcome: 'stopped',
    },
    {
      rule: 'QZ-01',
      situation: '法律写明由乡镇实施',
      others,
      given: [propose()],
      act: approve,
      outcome: 'kept',
    },
    {
      rule: 'ZF-14',
      situation: '劝导、责令改正就能达到目的，仍要查封',
      others,
      given: [propose({ milder: 'yes' })],
      act: approve,
      outcome: 'stopped',
    },
    {
      rule: 'ZF-14',
      situation: '不强制达不到目的',
      others,
      given: [propose()],
      act: approve,
      outcome: 'kept',
    },
    {
      rule: 'QZ-02',
      situation: '没有报批就查封，情况并不紧急',
      others,
      given: [propose()],
      act: carryOut(),
      outcome: 'stopped',
    },
    onTheSpot(
      'QZ-02',
      '当事人在场，没有听取陈述申辩',
      { procedure: ['identity', 'summoned', 'told', 'record', 'signed'] },
      'stopped',
    ),
    onTheSpot('QZ-02', '批准后按程序实施', {}, 'kept'),
    onTheSpot(
      'QZ-02',
      '通知后当事人没有到场，请见证人签名',
      { procedure: ['identity', 'summoned', 'record', 'witness'], presence: 'no' },
      'kept',
    ),
    onTheSpot('ZF-18', '协办人员的执法证已经到期', { secondOfficer: '@expired' }, 'stopped'),
    onTheSpot('ZF-18', '两名证件有效的执法人员', {}, 'kept'),
    onTheSpot('QZ-04', '连当事人的口粮一并查封', { scope: 'living' }, 'stopped'),
    onTheSpot('QZ-04', '只查封涉案的彩钢棚', {}, 'kept'),
    onTheSpot('QZ-05', '没有当场交付决定书和清单', { delivered: 'none' }, 'stopped'),
    onTheSpot('QZ-05', '当场交付决定书和清单', {}, 'kept'),
    onTheSpot('ZF-06', '查封现场没有录像', { footage: 'none' }, 'reminded'),
    onTheSpot('ZF-06', '全程录像', {}, 'kept'),
    {
      rule: 'QZ-03',
      situation: '5月2日16:30当场扣押，二十四小时到次日16:30，不扣节假日',
      others,
      act: urgently(),
      outcome: { due: '2026-05-03' },
    },
    {
      rule: 'QZ-03',
      situation: '次日16:40才补批，超过二十四小时',
      others,
      given: [urgently()],
      act: ratify('2026-05-03', '16:40'),
      outcome: 'flawed',
    },
    {
      rule: 'QZ-03',
      situation: '次日16:20补批',
      others,
      given: [urgently()],
      act: ratify('2026-05-03', '16:20'),
      outcome: 'kept',
    },
    {
      rule: 'QZ-06',
      situation: '查封三十日是自然日，5月12日起到6月11日',
      others,
      given: [propose(), approve],
      act: carryOut(),
      outcome: { due: '2026-06-11' },
    },
    {
      rule: 'QZ-06',
      situation: '鉴定期间不计入',
      others,
      given: held,
      act: {
        step: 'appraise',
        on: '2026-05-13',
        values: { appraisals: [{ what: '结构安全鉴定', from: '2026-05-13' }] },
      },
      outcome: 'paused',
    },
    {
      rule: 'QZ-06',
      situation: '批准延长一次，再加三十日',
      others,
      given: held,
      act: extend('2026-06-10'),
      outcome: { due: '2026-07-11' },
    },
    {
      rule: 'QZ-06',
      situation: '满三十日以后才批准延长',
      others,
      given: held,
      act: extend('2026-06-15'),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-06',
      situation: '鉴定十日不计入，第三十四天批准延长',
      others,
      given: [...held, appraise],
      act: extend('2026-06-15'),
      outcome: 'kept',
    },
    {
      rule: 'QZ-06',
      situation: '第三十五天才作处理决定，没有延长',
      others,
      given: held,
      act: settle('2026-06-16'),
      outcome: 'flawed',
    },
    {
      rule: 'QZ-07',
      situation: '处理决定要当事人承担保管费',
      others,
      given: held,
      act: settle('2026-05-20', { fee: 'party' }),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-07',
      situation: '与违法行为无关，解除后暂不退还',
      others,
      given: held,
      act: release({ returned: 'no' }),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-07',
      situation: '解除并立即退还，费用由机关承担',
      others,
      given: held,
      act: release({}),
      outcome: 'kept',
    },
  ],
};
