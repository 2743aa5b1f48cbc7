import type { Stories, Story, ToldAct } from '../story.ts';

type Others = NonNullable<Story['others']>;

function power(over: object, acts: readonly ToldAct[] = []): Others {
  const values = {
    name: '农村村民住宅用地审核批准',
    category: 'licence',
    basis: '《中华人民共和国土地管理法》第六十二条',
    source: 'direct',
    office: '村镇建设服务中心',
    edition: '@edition',
    ...over,
  };
  return {
    edition: {
      kind: 'power-list-edition',
      acts: [{ step: 'draft', on: '2024-01-10', values: { name: '权责清单', effectiveOn: '2024-01-10' } }],
    },
    power: { kind: 'power-item', acts: [{ step: 'list', on: '2024-01-10', values }, ...acts] },
  };
}

const ENTRUSTED = { source: 'entrusted', sourceDocument: '某号', sourcePublished: '县政府网站' };
const LICENCE = power({});
const REMOVED: ToldAct = { step: 'remove', on: '2024-11-20', values: { removedBy: '@edition' } };

function receive(on: string, values: object = {}): ToldAct {
  const given = {
    item: '农村村民住宅用地',
    category: 'licence',
    power: '@power',
    applicant: [{ name: '罗某某' }],
  };
  return { step: 'receive', on, values: { ...given, ...values } };
}

/** What is no licence. */
function receiveOther(on: string, values: object = {}): ToldAct {
  return receive(on, { item: '公益事业奖补', category: 'reward', power: undefined, ...values });
}

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const accept = (on: string, values: object = {}): ToldAct =>
  at('accept', on, { voucher: 'issued', ...values });
const MISSING = [{ name: '户口簿复印件', demand: '全户人口页' }];
const REFUSED = { reasons: '不符合一户一宅' };

const RECEIPT: readonly Story[] = [
  {
    rule: 'FWU-08',
    situation: '没有从权责清单选事项就收许可件',
    act: receive('2026-02-12', { power: undefined }),
    outcome: 'stopped',
  },
  {
    rule: 'FWU-08',
    situation: '选了清单里的处罚事项来办许可',
    others: power({ category: 'penalty' }),
    act: receive('2026-02-12'),
    outcome: 'stopped',
  },
  { rule: 'FWU-08', situation: '选了清单里的许可事项', act: receive('2026-02-12'), outcome: 'kept' },
  {
    rule: 'XK-01',
    situation: '许可事项已经移出清单',
    others: power({}, [REMOVED]),
    act: receive('2026-02-12'),
    outcome: 'stopped',
  },
  {
    rule: 'XK-01',
    situation: '受委托的许可到期以后',
    others: power({ ...ENTRUSTED, sourceUntil: '2025-12-31' }),
    act: receive('2026-02-12'),
    outcome: 'stopped',
  },
  {
    rule: 'XK-01',
    situation: '受委托期限以内',
    others: power({ ...ENTRUSTED, sourceUntil: '2026-12-31' }),
    act: receive('2026-02-12'),
    outcome: 'kept',
  },
  {
    rule: 'QD-04',
    situation: '其他事项已经被上级收回',
    others: power({ category: 'other' }, [REMOVED]),
    act: receiveOther('2026-02-12', { power: '@power' }),
    outcome: 'reminded',
  },
  {
    rule: 'QD-04',
    situation: '其他事项仍在清单里',
    others: power({ category: 'other' }),
    act: receiveOther('2026-02-12', { power: '@power' }),
    outcome: 'kept',
  },
];

const ACCEPTANCE: readonly Story[] = [
  {
    rule: 'XK-06',
    situation: '4月30日收件，材料不齐的五个工作日内一次告知，遇五一放假和补班',
    act: receive('2026-04-30'),
    outcome: { due: '2026-05-11', safe: '2026-05-11' },
  },
  {
    rule: 'XK-06',
    situation: '上次漏告，补齐后又要求补正',
    given: [
      receive('2026-02-12'),
      at('tellDeficit', '2026-02-13', { missing: MISSING }),
      at('complete', '2026-02-25'),
    ],
    act: at('tellAgain', '2026-02-25', { missing: MISSING, againFor: 'omitted' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-06',
    situation: '补来的材料本身不合格，再次告知',
    given: [
      receive('2026-02-12'),
      at('tellDeficit', '2026-02-13', { missing: MISSING }),
      at('complete', '2026-02-25'),
    ],
    act: at('tellAgain', '2026-02-25', { missing: MISSING, againFor: 'new' }),
    outcome: 'kept',
  },
  {
    rule: 'XK-06',
    situation: '2月12日收件，3月6日才告知补正：迟了，记程序瑕疵，自收件日视为受理',
    given: [receive('2026-02-12')],
    act: at('tellDeficit', '2026-03-06', { missing: MISSING }),
    outcome: 'flawed',
  },
  {
    rule: 'XK-10',
    situation: '2月12日收件，迟到3月6日才告知补正，决定期限仍从2月12日算',
    given: [receive('2026-02-12')],
    act: at('tellDeficit', '2026-03-06', { missing: MISSING }),
    outcome: { due: '2026-03-18' },
  },
  {
    rule: 'FWU-05',
    situation: '不是许可，上次漏告又要求补正',
    given: [
      receiveOther('2026-02-12'),
      at('tellDeficit', '2026-02-12', { missing: MISSING }),
      at('complete', '2026-02-13'),
    ],
    act: at('tellAgain', '2026-02-13', { missing: MISSING, againFor: 'omitted' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-07',
    situation: '受理许可没有出具书面凭证',
    given: [receive('2026-02-12')],
    act: accept('2026-02-12', { voucher: 'none' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-07',
    situation: '出具加盖专用印章、注明日期的凭证',
    given: [receive('2026-02-12')],
    act: accept('2026-02-12'),
    outcome: 'kept',
  },
  {
    rule: 'XK-05',
    situation: '不属本机关职权，没有告知去哪里办',
    given: [receive('2026-02-12')],
    act: at('deny', '2026-02-12', { denied: 'elsewhere', voucher: 'issued' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-05',
    situation: '不属本机关职权，告知向县自然资源局申请',
    given: [receive('2026-02-12')],
    act: at('deny', '2026-02-12', { denied: 'elsewhere', elsewhere: '县自然资源局', voucher: 'issued' }),
    outcome: 'kept',
  },
];

const ACCEPTED = [receive('2026-02-12'), accept('2026-02-12')];
const HEARD = [...ACCEPTED, at('tellHearing', '2026-02-24'), at('askHearing', '2026-02-26')];

const REVIEW: readonly Story[] = [
  {
    rule: 'XK-10',
    situation: '2月12日收件并受理，二十个工作日内决定',
    given: [receive('2026-02-12')],
    act: accept('2026-02-12'),
    outcome: { due: '2026-03-18' },
  },
  {
    rule: 'XK-10',
    situation: '经批准延长十个工作日',
    given: ACCEPTED,
    act: at('extend', '2026-03-10', { extensionReason: '界址要复核', extensionTold: 'told' }),
    outcome: { due: '2026-04-01' },
  },
  {
    rule: 'XK-10',
    situation: '延长没有告知申请人理由',
    given: ACCEPTED,
    act: at('extend', '2026-03-10', { extensionReason: '界址要复核', extensionTold: 'untold' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-10',
    situation: '鉴定从3月2日到3月6日，五个工作日不计入',
    given: ACCEPTED,
    act: at('pause', '2026-03-06', {
      pauses: [{ from: '2026-03-02', to: '2026-03-06', what: 'appraisal', told: 'told' }],
    }),
    outcome: { due: '2026-03-25' },
  },
  {
    rule: 'XK-10',
    situation: '鉴定还没有结束',
    given: ACCEPTED,
    act: at('pause', '2026-03-06', { pauses: [{ from: '2026-03-02', what: 'appraisal', told: 'told' }] }),
    outcome: 'paused',
  },
  {
    rule: 'XK-10',
    situation: '按期决定',
    given: ACCEPTED,
    act: at('grant', '2026-03-18'),
    outcome: 'kept',
  },
  {
    rule: 'XK-10',
    situation: '3月19日才决定',
    given: ACCEPTED,
    act: at('grant', '2026-03-19'),
    outcome: 'flawed',
  },
  {
    rule: 'XK-10',
    situation: '奖补申请不是许可，没有二十个工作日的期限',
    given: [receiveOther('2026-02-12')],
    act: accept('2026-02-12'),
    outcome: 'none',
  },
  {
    rule: 'XK-12',
    situation: '初审后报上级的许可，二十个工作日内审查完毕',
    given: [receive('2026-02-12', { instance: 'first' })],
    act: accept('2026-02-12'),
    outcome: { due: '2026-03-18' },
  },
  {
    rule: 'XK-13',
    situation: '鉴定时间没有书面告知申请人',
    given: ACCEPTED,
    act: at('pause', '2026-03-06', {
      pauses: [{ from: '2026-03-02', to: '2026-03-06', what: 'appraisal', told: 'untold' }],
    }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-13',
    situation: '书面告知了所需时间',
    given: ACCEPTED,
    act: at('pause', '2026-03-06', {
      pauses: [{ from: '2026-03-02', to: '2026-03-06', what: 'appraisal', told: 'told' }],
    }),
    outcome: 'kept',
  },
  {
    rule: 'XK-08',
    situation: '一人实质核查',
    given: ACCEPTED,
    act: at('check', '2026-03-02', { checkers: 1 }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-08',
    situation: '两人实质核查',
    given: ACCEPTED,
    act: at('check', '2026-03-02', { checkers: 2 }),
    outcome: 'kept',
  },
  {
    rule: 'XK-09.apply',
    situation: '4月30日告知听证权利，五日内要求',
    given: [receive('2026-04-20'), accept('2026-04-20')],
    act: at('tellHearing', '2026-04-30'),
    outcome: { due: '2026-05-11' },
  },
  {
    rule: 'XK-09',
    situation: '收到听证申请后二十个工作日内组织',
    given: [receive('2026-04-07'), accept('2026-04-07'), at('tellHearing', '2026-04-24')],
    act: at('askHearing', '2026-04-27'),
    outcome: { due: '2026-05-27' },
  },
  {
    rule: 'XK-09',
    situation: '要求听证而没有举行就准予',
    given: HEARD,
    act: at('grant', '2026-03-10'),
    outcome: 'stopped',
  },
  {
    rule: 'XK-09',
    situation: '听证后准予',
    given: [...HEARD, at('holdHearing', '2026-03-10')],
    act: at('grant', '2026-03-12'),
    outcome: 'kept',
  },
  {
    rule: 'XK-09.notice',
    situation: '听证前第三个工作日才通知',
    given: HEARD,
    act: at('callHearing', '2026-03-05', { hearingFor: '2026-03-10' }),
    outcome: 'flawed',
  },
];

const DISPUTED = [
  receiveOther('2026-03-02', { item: '土地权属争议处理', category: 'adjudication' }),
  accept('2026-03-03'),
];

/** What became of an earlier application of the same person, for a licence that concerns safety. */
function BEFORE(...acts: readonly ToldAct[]): Others {
  const first = acts[0]!.on;
  return {
    ...power({ safety: 'safety' }),
    earlier: { kind: 'application', acts: [receive(first), ...acts] },
  };
}

const DECISION: readonly Story[] = [
  {
    rule: 'XK-14',
    situation: '不予许可，没有写理由',
    given: ACCEPTED,
    act: at('refuse', '2026-03-10'),
    outcome: 'stopped',
  },
  {
    rule: 'XK-14',
    situation: '不予许可，写明理由，复议、诉讼途径由程序写明',
    given: ACCEPTED,
    act: at('refuse', '2026-03-10', REFUSED),
    outcome: 'kept',
  },
  {
    rule: 'FY-06',
    situation: '处理土地权属争议，没有选明是否复议前置',
    given: DISPUTED,
    act: at('grant', '2026-03-18'),
    outcome: 'stopped',
  },
  {
    rule: 'FY-06',
    situation: '选明涉及已经依法取得的土地权属，决定书告知先申请复议',
    given: DISPUTED,
    act: at('grant', '2026-03-18', { natural: 'right' }),
    outcome: 'kept',
  },
  {
    rule: 'XK-19',
    situation: '半年前因虚假材料不予受理，又申请同一项安全类许可',
    others: BEFORE(at('deny', '2025-09-15', { denied: 'false', voucher: 'issued' })),
    given: [receive('2026-03-02', { earlier: '@earlier' })],
    act: accept('2026-03-03'),
    outcome: 'stopped',
  },
  {
    rule: 'XK-19',
    situation: '一年已经过去，可以再次申请',
    others: BEFORE(at('deny', '2025-02-17', { denied: 'false', voucher: 'issued' })),
    given: [receive('2026-03-02', { earlier: '@earlier' })],
    act: accept('2026-03-03'),
    outcome: 'kept',
  },
  {
    rule: 'XK-19',
    situation: '两年前骗取安全类许可被撤销，不满三年又申请',
    others: BEFORE(
      accept('2024-02-19'),
      at('grant', '2024-02-26'),
      at('revoke', '2024-05-20', { revoked: 'fraud' }),
    ),
    given: [receive('2026-03-02', { earlier: '@earlier' })],
    act: accept('2026-03-03'),
    outcome: 'stopped',
  },
  {
    rule: 'XK-15',
    situation: '3月18日准予，十个工作日内颁证',
    given: ACCEPTED,
    act: at('grant', '2026-03-18'),
    outcome: { due: '2026-04-01' },
  },
  {
    rule: 'ZF-03.penalty',
    situation: '准予许可的决定七个工作日内公开',
    given: ACCEPTED,
    act: at('grant', '2026-03-18'),
    outcome: { due: '2026-03-27' },
  },
  {
    rule: 'FWU-05.promise',
    situation: '奖补承诺十个工作日办结',
    given: [receiveOther('2026-02-12', { promised: 10 })],
    act: accept('2026-02-12'),
    outcome: { due: '2026-03-04' },
  },
  {
    rule: 'FWU-05',
    situation: '超过承诺时限，没有说明理由',
    given: [receiveOther('2026-02-12', { promised: 10 }), accept('2026-02-12')],
    act: at('grant', '2026-03-10'),
    outcome: 'stopped',
  },
  {
    rule: 'FWU-05',
    situation: '按承诺时限办结',
    given: [receiveOther('2026-02-12', { promised: 10 }), accept('2026-02-12')],
    act: at('grant', '2026-03-04'),
    outcome: 'kept',
  },
];

const RELIEF = { item: '临时救助', category: 'payment', relief: 'temporary' };
const FOR_RELIEF = [receiveOther('2026-07-06', RELIEF), accept('2026-07-06')];
const GIVEN = [...FOR_RELIEF, at('grant', '2026-07-15')];

const SOCIAL: readonly Story[] = [
  {
    rule: 'FWU-09',
    situation: '社会救助没有登记本省期限，按通常的二十个工作日',
    given: [receiveOther('2026-07-06', RELIEF)],
    act: accept('2026-07-06'),
    outcome: { due: '2026-08-03' },
  },
  {
    rule: 'FWU-10',
    situation: '不予救助，没有书面理由',
    given: FOR_RELIEF,
    act: at('refuse', '2026-07-15'),
    outcome: 'stopped',
  },
  {
    rule: 'FWU-10',
    situation: '不予救助，写明理由',
    given: FOR_RELIEF,
    act: at('refuse', '2026-07-15', REFUSED),
    outcome: 'kept',
  },
  {
    rule: 'FWU-10',
    situation: '没有听取意见就终止救助',
    given: GIVEN,
    act: at('end', '2026-09-14', { reasons: '困难已经解除' }),
    outcome: 'stopped',
  },
  {
    rule: 'FWU-11',
    situation: '先行救助后没有补充说明就办结',
    given: [
      receiveOther('2026-07-06', RELIEF),
      at('urgent', '2026-07-06'),
      accept('2026-07-07'),
      at('grant', '2026-07-15'),
    ],
    act: at('deliver', '2026-07-16', { delivery: 'window' }),
    outcome: 'stopped',
  },
  {
    rule: 'FWU-11',
    situation: '补充说明后办结',
    given: [
      receiveOther('2026-07-06', RELIEF),
      at('urgent', '2026-07-06'),
      accept('2026-07-07'),
      at('explain', '2026-07-13'),
      at('grant', '2026-07-15'),
    ],
    act: at('deliver', '2026-07-16', { delivery: 'window' }),
    outcome: 'kept',
  },
];

const GRANTED = [...ACCEPTED, at('grant', '2026-03-10', { validUntil: '2026-09-10' })];

const AFTERWARDS: readonly Story[] = [
  {
    rule: 'FWU-14',
    situation: '4月30日收到差评，没有登记本地规定，五个工作日内回访整改',
    given: [receive('2026-04-07'), accept('2026-04-07'), at('grant', '2026-04-28')],
    act: at('rate', '2026-04-30', { rating: 'poor' }),
    outcome: { due: '2026-05-11' },
  },
  {
    rule: 'XK-16',
    situation: '有效期9月10日届满，申请人提前三十日申请延续',
    given: ACCEPTED,
    act: at('grant', '2026-03-10', { validUntil: '2026-09-10' }),
    outcome: { due: '2026-08-11' },
  },
  {
    rule: 'XK-16',
    situation: '届满以后才决定不予延续',
    given: [...GRANTED, at('askRenewal', '2026-08-03', { validUntil: '2026-09-10' })],
    act: at('renew', '2026-09-14', { renewal: 'refused' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-16',
    situation: '届满以前决定不予延续',
    given: [...GRANTED, at('askRenewal', '2026-08-03', { validUntil: '2026-09-10' })],
    act: at('renew', '2026-09-01', { renewal: 'refused' }),
    outcome: 'kept',
  },
  {
    rule: 'XK-18',
    situation: '不属于法定情形就撤销许可',
    given: GRANTED,
    act: at('revoke', '2026-06-01', { revoked: 'none' }),
    outcome: 'stopped',
  },
  {
    rule: 'XK-18',
    situation: '以欺骗手段取得的，撤销',
    given: GRANTED,
    act: at('revoke', '2026-06-01', { revoked: 'fraud' }),
    outcome: 'kept',
  },
];

export const stories: Stories = {
  kind: 'application',
  stories: [...RECEIPT, ...ACCEPTANCE, ...REVIEW, ...DECISION, ...SOCIAL, ...AFTERWARDS].map((story) => ({
    others: LICENCE,
    ...story,
  })),
};
