import type { Stories, Story, ToldAct } from '../story.ts';

type Others = NonNullable<Story['others']>;

function officer(certificate: string, validFrom: string, over: object = {}): Others[string] {
  const values = { officer: { name: '某某' }, certificate, validFrom, ...over };
  return {
    kind: 'enforcement-officer',
    acts: [{ step: 'certify', on: validFrom, entered: '2024-01-05', values }],
  };
}

/** Two officers whose certificates hold, and one whose certificate ran out in 2024. */
const TEAM: Others = {
  first: officer('甲', '2023-06-01'),
  second: officer('乙', '2023-06-01'),
};
const EXPIRED: Others = { ...TEAM, second: officer('丙', '2019-06-20', { endedOn: '2024-06-20' }) };

function power(over: object, acts: readonly ToldAct[] = []): Others {
  const values = {
    name: '损坏村庄公共设施的处罚',
    category: 'penalty',
    basis: '《村庄和集镇规划建设管理条例》第三十九条',
    source: 'direct',
    office: '综合行政执法队',
    edition: '@edition',
    ...over,
  };
  return {
    ...TEAM,
    edition: {
      kind: 'power-list-edition',
      acts: [{ step: 'draft', on: '2024-01-10', values: { name: '权责清单', effectiveOn: '2024-01-10' } }],
    },
    power: { kind: 'power-item', acts: [{ step: 'list', on: '2024-01-10', values }, ...acts] },
  };
}

const ASSIGNED = {
  source: 'assigned',
  sourceDocument: '样省府发〔2023〕演示号',
  sourceFrom: '2024-01-01',
  sourceUntil: '2025-06-30',
  sourcePublished: '省政府公报',
};

function file(on: string, values: object = {}): ToldAct {
  const given = { cause: '未经批准占用耕地建房', firstOfficer: '@first', secondOfficer: '@second' };
  return { step: 'file', on, values: { ...given, ...values } };
}

function notify(on: string, values: object = {}): ToldAct {
  return {
    step: 'notify',
    on,
    values: {
      proposed: 'fine',
      proposedFine: 100_000,
      grounds: '《村庄和集镇规划建设管理条例》第三十九条',
      hearing: 'none',
      ...values,
    },
  };
}

function decide(on: string, values: object = {}): ToldAct {
  const given = {
    result: 'fine',
    fine: 100_000,
    grounds: '《村庄和集镇规划建设管理条例》第三十九条',
    correction: 'ordered',
    payAt: '样县农村商业银行集镇支行',
    surchargeTold: 'told',
  };
  return { step: 'decide', on, values: { ...given, ...values } };
}

const serve = (on: string, values: object = {}): ToldAct => ({
  step: 'serve',
  on,
  values: { service: 'direct', ...values },
});
const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });

const FILED = file('2026-03-02');
const NOTIFIED = [FILED, notify('2026-03-09')];
const DECIDED = [...NOTIFIED, decide('2026-03-16')];
const SERVED = [...DECIDED, serve('2026-03-18')];
const ALL = ['start', 'evidence', 'decision', 'service', 'execution'];

/** Every story has its two officers, unless it says who else there is. */
function told(story: Story): Story {
  return { others: TEAM, ...story };
}

const WHO: readonly Story[] = [
  {
    rule: 'CF-03',
    situation: '所选权责事项已经移出清单，仍立案',
    others: power({}, [{ step: 'remove', on: '2024-11-20', values: { removedBy: '@edition' } }]),
    act: file('2026-03-02', { power: '@power' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-03',
    situation: '法律直接规定的现行处罚事项，立案',
    others: power({}),
    act: file('2026-03-02', { power: '@power' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-04',
    situation: '省级赋权2025年6月30日到期，2026年仍立案',
    others: power(ASSIGNED),
    act: file('2026-03-02', { power: '@power' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-04',
    situation: '赋权期限内立案',
    others: power(ASSIGNED),
    act: file('2025-03-03', { power: '@power' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-20',
    situation: '立案时主办、协办填同一人',
    act: file('2026-03-02', { secondOfficer: '@first' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-20',
    situation: '立案时把证件2024年已经过期的人派作协办',
    others: EXPIRED,
    act: FILED,
    outcome: 'stopped',
  },
  {
    rule: 'CF-20',
    situation: '立案时先定主办，协办待定',
    act: file('2026-03-02', { secondOfficer: undefined }),
    outcome: 'kept',
  },
  {
    rule: 'CF-20',
    situation: '一人办案就告知',
    given: [file('2026-03-02', { secondOfficer: undefined })],
    act: notify('2026-03-09'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-20',
    situation: '协办人员的证件在立案以后、告知以前过期',
    others: EXPIRED,
    given: [file('2024-06-11')],
    act: notify('2024-07-01'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-20',
    situation: '一名自己的、一名县级部门派来的，写明单位和证号，告知',
    given: [file('2026-03-02', { secondOfficer: undefined })],
    act: notify('2026-03-09', { guest: '某某', guestUnit: '样县自然资源局', guestCertificate: '演示县证甲' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-20',
    situation: '一人去询问，当天照实登记',
    given: [file('2026-03-02', { secondOfficer: undefined })],
    act: at('investigate', '2026-03-04', { means: ['ask'], shown: 'shown', minutes: 'signed' }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-20',
    situation: '两名证件有效的执法人员告知',
    given: [FILED],
    act: notify('2026-03-09'),
    outcome: 'kept',
  },
];

const ASKED = at('askRecusal', '2026-03-05', { recusalOf: '@second' });
const GRANTED = at('recuse', '2026-03-06', { recusal: 'granted' });

const RECUSAL: readonly Story[] = [
  {
    rule: 'CF-21',
    situation: '当事人要求协办人员回避，没有决定就处罚',
    given: [FILED, notify('2026-03-09'), { ...ASKED, on: '2026-03-10' }],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-21',
    situation: '同意回避，没有换人就告知',
    given: [FILED, ASKED, GRANTED],
    act: notify('2026-03-09'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-21',
    situation: '同意回避并换了人，告知',
    others: { ...TEAM, third: officer('戊', '2023-06-01') },
    given: [FILED, ASKED, at('recuse', '2026-03-06', { recusal: 'granted', secondOfficer: '@third' })],
    act: notify('2026-03-09'),
    outcome: 'kept',
  },
  {
    rule: 'CF-21',
    situation: '驳回回避申请后处罚',
    given: [FILED, ASKED, at('recuse', '2026-03-06', { recusal: 'refused' }), notify('2026-03-09')],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
];

const EVIDENCE: readonly Story[] = [
  {
    rule: 'CF-33',
    situation: '询问时没有出示执法证件，也没有笔录',
    given: [FILED],
    act: at('investigate', '2026-03-04', { means: ['ask'], shown: 'missing', minutes: 'none' }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-33',
    situation: '亮证询问，笔录由当事人核对签名',
    given: [FILED],
    act: at('investigate', '2026-03-04', { means: ['ask'], shown: 'shown', minutes: 'signed' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-34',
    situation: '没有负责人批准就先行登记保存',
    given: [FILED],
    act: at('seize', '2026-03-03', { seizedItems: [{ name: '切割机' }] }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-34',
    situation: '当天批准后登记保存',
    given: [FILED],
    act: at('seize', '2026-03-03', { seizedItems: [{ name: '切割机' }], seizureApprovedOn: '2026-03-03' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-34',
    situation: '9月24日登记保存，跨中秋国庆，七个工作日内处理',
    given: [file('2026-09-23')],
    act: at('seize', '2026-09-24', { seizedItems: [{ name: '切割机' }], seizureApprovedOn: '2026-09-24' }),
    outcome: { due: '2026-10-12', safe: '2026-10-12' },
  },
];

const NOTICE: readonly Story[] = [
  {
    rule: 'CF-22',
    situation: '拟罚款，告知书没有写金额',
    given: [FILED],
    act: notify('2026-03-09', { proposedFine: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-22',
    situation: '告知书没有写处罚依据',
    given: [FILED],
    act: notify('2026-03-09', { grounds: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-22',
    situation: '告知罚款一千元，当事人没有意见，决定罚款三千元',
    given: NOTIFIED,
    act: decide('2026-03-16', { fine: 300_000 }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-22',
    situation: '告知警告，决定罚款',
    given: [FILED, notify('2026-03-09', { proposed: 'warning', proposedFine: undefined })],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-22',
    situation: '告知罚款一千元，从轻决定罚款五百元',
    given: NOTIFIED,
    act: decide('2026-03-16', { fine: 50_000 }),
    outcome: 'kept',
  },
  {
    rule: 'CF-22',
    situation: '没有事先告知就罚款',
    given: [FILED],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-22',
    situation: '告知次日就决定，当事人没有表示意见，陈述申辩期未满',
    given: NOTIFIED,
    act: decide('2026-03-10'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-22',
    situation: '告知后当事人明确放弃陈述申辩，次日决定',
    given: [...NOTIFIED, at('state', '2026-03-10', { statement: 'waived' })],
    act: decide('2026-03-10'),
    outcome: 'kept',
  },
  {
    rule: 'CF-22',
    situation: '告知后等满三个工作日再决定',
    given: NOTIFIED,
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-22',
    situation: '没有告知而不予处罚，不予处罚不是处罚',
    given: [FILED],
    act: at('decide', '2026-03-16', { result: 'none', spared: 'minor' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-23',
    situation: '当事人当天提出意见，先登记，以后再复核',
    given: NOTIFIED,
    act: at('state', '2026-03-10', { statement: 'made', statementText: '请求减轻' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-23',
    situation: '当事人提出意见，没有复核就决定',
    given: [...NOTIFIED, at('state', '2026-03-10', { statement: 'made', statementText: '请求减轻' })],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-23',
    situation: '登记意见，另日复核，再按告知的数额决定',
    given: [
      ...NOTIFIED,
      at('state', '2026-03-10', { statement: 'made', statementText: '请求减轻' }),
      at('weigh', '2026-03-12', { finding: 'rejected', findingReason: '没有减轻的情形' }),
    ],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-23',
    situation: '当事人申辩后，罚款从一千元加到一千五百元',
    given: [...NOTIFIED, at('state', '2026-03-10', { statement: 'made', finding: 'rejected' })],
    act: decide('2026-03-16', { fine: 150_000 }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-23',
    situation: '申辩复核后按告知的数额决定',
    given: [...NOTIFIED, at('state', '2026-03-10', { statement: 'made', finding: 'rejected' })],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
];

const HEARING: readonly Story[] = [
  {
    rule: 'CF-41',
    situation: '拟对公民罚款三千元，超过本省标准（没有登记时按二千元），没有告知听证',
    given: [FILED],
    act: notify('2026-03-09', { proposedFine: 300_000 }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-41',
    situation: '拟责令停产停业，没有告知听证',
    given: [FILED],
    act: notify('2026-03-09', { proposed: 'suspension', proposedFine: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-41',
    situation: '拟罚款三千元并告知听证权利',
    given: [FILED],
    act: notify('2026-03-09', { proposedFine: 300_000, hearing: 'told' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-42',
    situation: '4月30日告知听证权利，当事人五个工作日内要求，遇五一放假和补班',
    given: [file('2026-04-20')],
    act: notify('2026-04-30', { proposedFine: 300_000, hearing: 'told' }),
    outcome: { due: '2026-05-11' },
  },
  {
    rule: 'CF-43',
    situation: '5月13日听证，5月6日才通知，不足七个工作日',
    given: [file('2026-04-20'), notify('2026-04-22', { hearing: 'told' }), at('askHearing', '2026-04-24')],
    act: at('callHearing', '2026-05-06', { hearingFor: '2026-05-13', hearingChair: 'outside' }),
    outcome: 'flawed',
  },
  {
    rule: 'CF-44',
    situation: '由本案调查人员主持听证',
    given: [file('2026-04-20'), notify('2026-04-22', { hearing: 'told' }), at('askHearing', '2026-04-24')],
    act: at('callHearing', '2026-04-27', { hearingFor: '2026-05-13', hearingChair: 'inside' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-44',
    situation: '由非本案调查人员主持听证',
    given: [file('2026-04-20'), notify('2026-04-22', { hearing: 'told' }), at('askHearing', '2026-04-24')],
    act: at('callHearing', '2026-04-27', { hearingFor: '2026-05-13', hearingChair: 'outside' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-41.confiscation',
    situation: '拟没收价值三千元的财物，没有告知听证',
    given: [FILED],
    act: notify('2026-03-09', {
      proposed: 'confiscation',
      proposedFine: undefined,
      proposedConfiscation: 300_000,
    }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-41.confiscation',
    situation: '拟没收价值三百元的财物',
    given: [FILED],
    act: notify('2026-03-09', {
      proposed: 'confiscation',
      proposedFine: undefined,
      proposedConfiscation: 30_000,
    }),
    outcome: 'kept',
  },
  {
    rule: 'CF-42',
    situation: '告知听证权利后第三个工作日，当事人放弃陈述申辩，没有说听证，就决定',
    given: [
      FILED,
      notify('2026-03-09', { hearing: 'told' }),
      at('state', '2026-03-10', { statement: 'waived' }),
    ],
    act: decide('2026-03-12'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-42',
    situation: '当事人书面放弃听证后决定',
    given: [
      FILED,
      notify('2026-03-09', { hearing: 'told' }),
      at('state', '2026-03-10', { statement: 'waived', hearingWaiver: 'waived' }),
    ],
    act: decide('2026-03-12'),
    outcome: 'kept',
  },
  {
    rule: 'CF-42',
    situation: '五个工作日满，没有要求听证，次日决定',
    given: [FILED, notify('2026-03-09', { hearing: 'told' })],
    act: decide('2026-03-17'),
    outcome: 'kept',
  },
  {
    rule: 'CF-44',
    situation: '听证会开了，没有制作笔录',
    given: [...NOTIFIED, at('askHearing', '2026-03-11')],
    act: at('holdHearing', '2026-03-25', { hearingGone: 'held', hearingMinutes: 'none' }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-45',
    situation: '当事人要求听证，没有举行就决定',
    given: [...NOTIFIED, at('askHearing', '2026-03-11')],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-45',
    situation: '当事人撤回听证要求后决定',
    given: [
      ...NOTIFIED,
      at('askHearing', '2026-03-11'),
      at('holdHearing', '2026-03-13', { hearingGone: 'withdrawn' }),
    ],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
];

const REVIEWER = { by: 'yirenliangzhi', post: 'enforcement-officer' } as const;
const agreed = (on: string, over: object = {}): ToldAct => ({
  ...at('review', on, { opinion: 'agreed' }),
  ...over,
});

const REVIEW: readonly Story[] = [
  {
    rule: 'CF-36',
    situation: '情节复杂的案件没有集体讨论',
    given: [file('2026-03-02', { weight: 'grave' }), notify('2026-03-09')],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-36',
    situation: '集体讨论后决定',
    given: [file('2026-03-02', { weight: 'grave' }), notify('2026-03-09'), at('discuss', '2026-03-13')],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-37',
    situation: '属于应当法制审核的情形，没有审核就决定',
    given: [FILED, notify('2026-03-09', { reviewNeeded: ['complex'] })],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-37',
    situation: '审核退回后仍作决定',
    given: [
      FILED,
      notify('2026-03-09', { reviewNeeded: ['complex'] }),
      at('review', '2026-03-12', { opinion: 'returned' }),
    ],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-37',
    situation: '审核同意后决定',
    given: [FILED, notify('2026-03-09', { reviewNeeded: ['complex'] }), agreed('2026-03-12')],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-37.hearing',
    situation: '开过听证会，没有法制审核就决定',
    given: [
      ...NOTIFIED,
      at('askHearing', '2026-03-11'),
      at('holdHearing', '2026-03-25', { hearingGone: 'held' }),
    ],
    act: decide('2026-03-30'),
    outcome: 'reminded',
  },
  {
    rule: 'CF-37.hearing',
    situation: '听证后法制审核同意，再决定',
    given: [
      ...NOTIFIED,
      at('askHearing', '2026-03-11'),
      at('holdHearing', '2026-03-25', { hearingGone: 'held' }),
      agreed('2026-03-27'),
    ],
    act: decide('2026-03-30'),
    outcome: 'kept',
  },
  {
    rule: 'CF-59',
    situation: '承办人兼任审核人员，审核自己承办的案件',
    given: [{ ...FILED, ...REVIEWER }],
    act: agreed('2026-03-12', { by: REVIEWER.by }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-59',
    situation: '同一个人审核别人承办的案件',
    given: [FILED],
    act: agreed('2026-03-12', { by: REVIEWER.by }),
    outcome: 'kept',
  },
  {
    rule: 'GF-16.enforcement',
    situation: '4月30日送法制审核，没有登记本省规定，按通常的五个工作日',
    given: [file('2026-04-20')],
    act: at('askReview', '2026-04-30'),
    outcome: { due: '2026-05-11' },
  },
];

const CRIME: readonly Story[] = [
  {
    rule: 'CF-08',
    situation: '已经报告涉嫌犯罪，没有移送就罚款',
    given: [...NOTIFIED, at('reportCrime', '2026-03-11')],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-08',
    situation: '没有负责人批准就移送',
    given: [FILED, at('reportCrime', '2026-03-11')],
    act: at('transferCrime', '2026-03-12'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-08',
    situation: '批准次日移送',
    given: [FILED, at('reportCrime', '2026-03-11'), at('approveCrime', '2026-03-12')],
    act: at('transferCrime', '2026-03-13'),
    outcome: 'kept',
  },
  {
    rule: 'CF-08.transfer',
    situation: '批准三日后才移送：晚了也要移送，记瑕疵',
    given: [FILED, at('reportCrime', '2026-03-11'), at('approveCrime', '2026-03-12')],
    act: at('transferCrime', '2026-03-15'),
    outcome: 'flawed',
  },
  {
    rule: 'CF-08.transfer',
    situation: '上午九点批准，次日上午十点才移送，过了二十四小时',
    given: [
      FILED,
      at('reportCrime', '2026-03-11'),
      at('approveCrime', '2026-03-12', { crimeApprovedAt: '09:00' }),
    ],
    act: at('transferCrime', '2026-03-13', { crimeTransferredAt: '10:00' }),
    outcome: 'flawed',
  },
  {
    rule: 'CF-08',
    situation: '4月30日报告，三日内批准，五一不顺延，稳妥的是当日',
    given: [file('2026-04-20')],
    act: at('reportCrime', '2026-04-30'),
    outcome: { due: '2026-05-03', safe: '2026-04-30' },
  },
  {
    rule: 'CF-08.handover',
    situation: '4月30日接到立案通知，5月6日才移交材料',
    given: [
      file('2026-04-20'),
      at('reportCrime', '2026-04-22'),
      at('approveCrime', '2026-04-22'),
      at('transferCrime', '2026-04-22'),
    ],
    act: at('handOver', '2026-05-06', { crimeFiledOn: '2026-04-30' }),
    outcome: 'flawed',
  },
];

const DECISION: readonly Story[] = [
  {
    rule: 'CF-11',
    situation: '当事人不满十四周岁，仍罚款',
    given: [file('2026-03-02', { partyAge: 'child' }), notify('2026-03-09')],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-11',
    situation: '不满十四周岁，不予处罚',
    given: [file('2026-03-02', { partyAge: 'child' })],
    act: at('decide', '2026-03-16', { result: 'none', spared: 'child' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-15',
    situation: '违法行为2023年12月终了，二年多以后才发现，仍处罚',
    given: [file('2026-03-02', { offenceOn: '2023-12-01', foundOn: '2026-02-27' }), notify('2026-03-09')],
    act: decide('2026-03-16'),
    outcome: 'stopped',
  },
  {
    rule: 'CF-15',
    situation: '同样的时间，涉及生命健康安全且有危害后果，期限五年',
    given: [
      file('2026-03-02', { offenceOn: '2023-12-01', foundOn: '2026-02-27', limitation: 'five' }),
      notify('2026-03-09'),
    ],
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-13',
    situation: '轻微并及时改正、没有危害后果，仍处罚：应当不罚',
    given: NOTIFIED,
    act: decide('2026-03-16', { spared: 'minor' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-13',
    situation: '首次违法、后果轻微并改正，仍处罚：是可以不罚，不是应当',
    given: NOTIFIED,
    act: decide('2026-03-16', { spared: 'first' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-35',
    situation: '不予处罚，没有写属于哪种情形',
    given: [FILED],
    act: at('decide', '2026-03-16', { result: 'none' }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-35',
    situation: '违法事实不能成立，不予处罚',
    given: [FILED],
    act: at('decide', '2026-03-16', { result: 'none', spared: 'unproved' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-09',
    situation: '罚款而没有写是否责令改正',
    given: NOTIFIED,
    act: decide('2026-03-16', { correction: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-09',
    situation: '罚款并责令改正',
    given: NOTIFIED,
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-38',
    situation: '罚款决定没有写金额',
    given: NOTIFIED,
    act: decide('2026-03-16', { fine: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-38',
    situation: '依据和金额都写明',
    given: NOTIFIED,
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-38',
    situation: '没收，既没有写数额，也没有写财物',
    given: [
      FILED,
      notify('2026-03-09', { proposed: 'confiscation', proposedFine: undefined, proposedConfiscation: 5000 }),
    ],
    act: decide('2026-03-16', { result: 'confiscation', fine: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-55',
    situation: '罚款决定没有写交到哪里',
    given: NOTIFIED,
    act: decide('2026-03-16', { payAt: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-55',
    situation: '写明代收银行和逾期加处',
    given: NOTIFIED,
    act: decide('2026-03-16'),
    outcome: 'kept',
  },
  {
    rule: 'CF-39',
    situation: '3月2日立案，九十日是自然日，末日逢周日不顺延，稳妥5月29日',
    act: FILED,
    outcome: { due: '2026-05-31', safe: '2026-05-29' },
  },
  {
    rule: 'CF-39',
    situation: '6月1日才决定，超过九十日',
    given: NOTIFIED,
    act: decide('2026-06-01'),
    outcome: 'flawed',
  },
];

const AFTERWARDS: readonly Story[] = [
  {
    rule: 'CF-40',
    situation: '没有确认书就电子送达',
    given: DECIDED,
    act: serve('2026-03-18', { service: 'electronic' }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-40',
    situation: '公告只满十天就当作送达',
    given: DECIDED,
    act: serve('2026-04-10', { service: 'announcement', announcedOn: '2026-03-31' }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-40',
    situation: '当事人签了确认书，电子送达',
    given: DECIDED,
    act: serve('2026-03-18', { service: 'electronic', confirmation: 'signed' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-40',
    situation: '决定后七个工作日内送达',
    given: NOTIFIED,
    act: decide('2026-03-16'),
    outcome: { due: '2026-03-25', safe: '2026-03-25' },
  },
  {
    rule: 'CF-40',
    situation: '处罚决定没有送达就结案',
    given: DECIDED,
    act: at('close', '2026-03-20', { recorded: ALL }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-40.spared',
    situation: '不予处罚决定没有送达就结案',
    given: [FILED, at('decide', '2026-03-16', { result: 'none', spared: 'minor' })],
    act: at('close', '2026-03-20', { recorded: ALL }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-40.spared',
    situation: '不予处罚决定送达后结案',
    given: [FILED, at('decide', '2026-03-16', { result: 'none', spared: 'minor' }), serve('2026-03-18')],
    act: at('close', '2026-03-20', { recorded: ALL }),
    outcome: 'kept',
  },
  {
    rule: 'CF-25',
    situation: '取证只有音像、其他环节有文字，结案',
    given: SERVED,
    act: at('close', '2026-04-02', {
      recorded: ['start', 'decision', 'service', 'execution'],
      filmed: ['evidence'],
    }),
    outcome: 'kept',
  },
  {
    rule: 'CF-25.gap',
    situation: '取证环节确实没有记录，如实写明后结案',
    given: SERVED,
    act: at('close', '2026-04-02', {
      recorded: ['start', 'decision', 'service', 'execution'],
      gaps: ['evidence'],
    }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-25.gap',
    situation: '各环节记录齐全，结案',
    given: SERVED,
    act: at('close', '2026-04-02', { recorded: ALL, filmed: ['evidence'] }),
    outcome: 'kept',
  },
  {
    rule: 'CF-25',
    situation: '没有执行环节的记录就结案',
    given: SERVED,
    act: at('close', '2026-04-02', { recorded: ['start', 'evidence', 'decision', 'service'] }),
    outcome: 'stopped',
  },
  {
    rule: 'CF-25',
    situation: '各环节都有记录，结案',
    given: SERVED,
    act: at('close', '2026-04-02', { recorded: ALL }),
    outcome: 'kept',
  },
  {
    rule: 'CF-47',
    situation: '4月20日送达，十五日缴款期的末日逢五一，顺延到5月6日',
    given: [file('2026-03-16'), notify('2026-03-23'), decide('2026-04-15')],
    act: serve('2026-04-20'),
    outcome: { due: '2026-05-06' },
  },
  {
    rule: 'CF-51',
    situation: '罚款一千元，逾期十天，收加处罚款三百六十元',
    given: SERVED,
    act: at('pay', '2026-04-12', { paid: 100_000, surcharge: 36_000 }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-51',
    situation: '逾期十天，收加处罚款三百元',
    given: SERVED,
    act: at('pay', '2026-04-12', { paid: 100_000, surcharge: 30_000 }),
    outcome: 'kept',
  },
  {
    rule: 'CF-51',
    situation: '逾期十天，其中五天在复议，仍收三百元',
    given: SERVED,
    act: at('pay', '2026-04-12', {
      paid: 100_000,
      surcharge: 30_000,
      remedies: [{ from: '2026-04-03', to: '2026-04-07', kind: 'review' }],
    }),
    outcome: 'reminded',
  },
  {
    rule: 'CF-51',
    situation: '决定书没有写明加处，仍加收',
    given: [...NOTIFIED, decide('2026-03-16', { surchargeTold: 'silent' }), serve('2026-03-18')],
    act: at('pay', '2026-04-12', { paid: 100_000, surcharge: 3000 }),
    outcome: 'reminded',
  },
  {
    rule: 'GK-05',
    situation: '没有做保密审查就公开处罚决定',
    given: SERVED,
    act: at('publish', '2026-03-20', { publishedAt: '县政府网站' }),
    outcome: 'stopped',
  },
  {
    rule: 'GK-05',
    situation: '审查后公开处罚决定',
    given: SERVED,
    act: at('publish', '2026-03-20', { publishedAt: '县政府网站', publicationCheckedOn: '2026-03-19' }),
    outcome: 'kept',
  },
  {
    rule: 'CF-40',
    situation: '上级系统办理、本系统登记的案件，送达在上级系统里管',
    act: at('index', '2026-03-16', {
      cause: '未按规定处置建筑垃圾',
      number: '演示罚决〔2026〕2号',
      filedOn: '2026-02-09',
      result: 'fine',
      fine: 50_000,
    }),
    outcome: 'none',
  },
  {
    rule: 'ZF-03.penalty',
    situation: '4月30日决定，七个工作日内公开',
    given: [file('2026-04-13'), notify('2026-04-20')],
    act: decide('2026-04-30'),
    outcome: { due: '2026-05-13' },
  },
  {
    rule: 'CF-27',
    situation: '公开的决定4月30日被撤销，三个工作日内撤回公开',
    given: [
      ...SERVED,
      at('publish', '2026-03-20', { publishedAt: '县政府网站', publicationCheckedOn: '2026-03-19' }),
    ],
    act: at('overturn', '2026-04-30'),
    outcome: { due: '2026-05-08', safe: '2026-05-08' },
  },
];

export const stories: Stories = {
  kind: 'penalty-case',
  people: { yirenliangzhi: ['enforcement-officer', 'legality-reviewer'] },
  stories: [
    ...WHO,
    ...RECUSAL,
    ...EVIDENCE,
    ...NOTICE,
    ...HEARING,
    ...REVIEW,
    ...CRIME,
    ...DECISION,
    ...AFTERWARDS,
  ].map(told),
};
