import type { Stories, Story, ToldAct } from '../story.ts';

type Others = NonNullable<Story['others']>;

function officer(certificate: string): Others[string] {
  const values = { officer: { name: '某某' }, certificate, validFrom: '2023-06-01' };
  return {
    kind: 'enforcement-officer',
    acts: [{ step: 'certify', on: '2023-06-01', entered: '2024-01-05', values }],
  };
}

const TEAM: Others = { first: officer('甲'), second: officer('乙') };

function decide(values: object = {}, on = '2026-03-16'): ToldAct {
  const given = {
    cause: '在集镇街道乱堆建筑垃圾',
    number: '当罚演示001',
    firstOfficer: '@first',
    secondOfficer: '@second',
    partyKind: 'citizen',
    grounds: '《村庄和集镇规划建设管理条例》第三十九条',
    shown: 'shown',
    heard: 'heard',
    remedy: 'review',
    handed: 'signed',
    result: 'fine',
    fine: 10_000,
  };
  return { step: 'decide', on, values: { ...given, ...values } };
}

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
/** Collected on the spot as the law lets it. */
const ON_THE_SPOT = { payment: 'small', receipt: 'official' };

const LIST: readonly Story[] = [
  { rule: 'CF-20', situation: '一人当场处罚', act: decide({ secondOfficer: undefined }), outcome: 'stopped' },
  {
    rule: 'CF-20',
    situation: '协办人员处罚前已经离岗',
    others: {
      ...TEAM,
      second: {
        kind: 'enforcement-officer',
        acts: [...officer('乙').acts, { step: 'leave', on: '2026-02-02', values: { awayFor: 'lent' } }],
      },
    },
    act: decide(),
    outcome: 'stopped',
  },
  {
    rule: 'CF-20',
    situation: '本乡镇一名，县级部门派来一名，填了证号',
    act: decide({
      secondOfficer: undefined,
      guest: '某某',
      guestUnit: '样县综合行政执法局',
      guestCertificate: '演示县证甲',
    }),
    outcome: 'kept',
  },
  { rule: 'CF-20', situation: '两名持证人员当场处罚', act: decide(), outcome: 'kept' },
  { rule: 'CF-29', situation: '当场对公民罚款三百元', act: decide({ fine: 30_000 }), outcome: 'stopped' },
  {
    rule: 'CF-29',
    situation: '当场对单位罚款三千元',
    act: decide({ partyKind: 'organisation', fine: 300_000 }),
    outcome: 'kept',
  },
  { rule: 'CF-30', situation: '没有出示执法证件', act: decide({ shown: 'missing' }), outcome: 'stopped' },
  { rule: 'CF-30', situation: '决定书没有编号', act: decide({ number: undefined }), outcome: 'stopped' },
  {
    rule: 'CF-30',
    situation: '决定书没有当场交付当事人',
    act: decide({ handed: 'missing' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-30',
    situation: '当事人拒签，已在决定书上注明',
    act: decide({ handed: 'refused' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-47',
    situation: '应当到银行缴的罚款，执法人员当场收了：照实收下，记瑕疵',
    given: [decide()],
    act: at('collect', '2026-03-16'),
    outcome: 'reminded',
  },
  {
    rule: 'CF-47',
    situation: '一百元罚款，按法定情形当场收缴',
    given: [decide(ON_THE_SPOT)],
    act: at('collect', '2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'GK-05',
    situation: '没有做保密审查就公开当场处罚',
    given: [decide()],
    act: at('publish', '2026-03-20'),
    outcome: 'stopped',
  },
  {
    rule: 'GK-05',
    situation: '审查后公开当场处罚',
    given: [decide()],
    act: at('publish', '2026-03-20', { publicationCheckedOn: '2026-03-19' }),
    outcome: 'kept',
  },
  { rule: 'CF-30', situation: '出示证件、决定书有编号', act: decide(), outcome: 'kept' },
  {
    rule: 'CF-31',
    situation: '决定书写成可以复议或者诉讼',
    act: decide({ remedy: 'either' }),
    outcome: 'stopped',
  },
  { rule: 'CF-31', situation: '决定书写明先申请行政复议', act: decide(), outcome: 'kept' },
  { rule: 'CF-22', situation: '没有听取陈述申辩', act: decide({ heard: 'missing' }), outcome: 'stopped' },
  { rule: 'CF-22', situation: '当事人放弃陈述申辩', act: decide({ heard: 'waived' }), outcome: 'kept' },
  {
    rule: 'CF-48',
    situation: '罚款一百五十元，按“一百元以下”当场收缴',
    act: decide({ fine: 15_000, payment: 'small', receipt: 'official' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-48',
    situation: '当场收缴没有统一票据',
    act: decide({ payment: 'small', receipt: 'none' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-48',
    situation: '罚款一百元，当场收缴并出具统一票据',
    act: decide({ payment: 'small', receipt: 'official' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-49',
    situation: '4月30日当场收缴，二个工作日内交至机关，遇五一放假',
    given: [decide(ON_THE_SPOT, '2026-04-30')],
    act: at('collect', '2026-04-30'),
    outcome: { due: '2026-05-07' },
  },
  {
    rule: 'CF-49.bank',
    situation: '机关收到后第四个工作日才缴银行',
    given: [decide(ON_THE_SPOT), at('collect', '2026-03-16'), at('deliver', '2026-03-17')],
    act: at('bank', '2026-03-23'),
    outcome: 'flawed',
  },
  {
    rule: 'FY-08',
    situation: '4月30日收到对当场处罚的复议申请，维持的五个工作日内转送',
    given: [decide({}, '2026-04-20')],
    act: at('askReview', '2026-04-30'),
    outcome: { due: '2026-05-11' },
  },
  {
    rule: 'ZF-03.penalty',
    situation: '当场处罚后七个工作日内公开',
    act: decide(),
    outcome: { due: '2026-03-25' },
  },
];

export const stories: Stories = {
  kind: 'summary-penalty',
  stories: LIST.map((story) => ({ others: TEAM, ...story })),
};
