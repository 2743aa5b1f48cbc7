import {
  count,
  dayField,
  file,
  link,
  list,
  longText,
  manyOf,
  money,
  oneOf,
  people,
  text,
  timeField,
  type Matter,
  type Step,
} from '../../kernel/index.ts';
import { GUEST_FIELDS } from './officers.ts';

/** What comes of a case (处理结果). */
export const RESULTS = {
  warning: '警告',
  criticism: '通报批评',
  fine: '罚款',
  confiscation: '没收',
  suspension: '责令停产停业、限制从业',
  licence: '降低资质等级、吊销许可证件',
  withheld: '暂扣许可证件',
  other: '其他处罚',
  none: '不予处罚',
  transfer: '移送',
} as const;
export type Result = keyof typeof RESULTS;

/** Why nothing is imposed: the first two groups must be spared, a first offence may be (行政处罚法第三十条至第三十六条). */
const SPARED = {
  minor: '违法轻微并及时改正，没有危害后果（应当不罚）',
  faultless: '当事人足以证明没有主观过错（不罚）',
  first: '初次违法、后果轻微并及时改正（可以不罚）',
  child: '不满十四周岁（不罚）',
  incapable: '不能辨认或者控制自己行为（不罚）',
  late: '超过追责时效（不再处罚）',
  unproved: '违法事实不能成立',
} as const;

/** Stages of which there must be a record in words or in pictures (全过程记录，第四十七条). */
export const STAGES = {
  start: '启动',
  evidence: '调查取证',
  review: '审核',
  decision: '决定',
  service: '送达',
  execution: '执行',
} as const;

/** The cases in which a legal review must come before the decision (第五十八条). */
const REVIEWED = {
  public: '涉及重大公共利益',
  rights: '直接关系当事人或者第三人重大权益，且经过听证',
  complex: '案情疑难复杂、涉及多个法律关系',
  law: '法律、法规规定应当审核的其他情形',
  none: '都不属于',
} as const;

/** Everything that a case may hold; which step asks for what stands in the files of its phases. */
export const penaltyFields = {
  cause: text('案由', { max: 80, help: '不写当事人姓名，如“未经批准占用耕地建房”' }),
  number: text('案号', { max: 40, code: true }),
  lead: oneOf('案件来源', {
    patrol: '巡查检查发现',
    report: '投诉举报',
    transfer: '其他机关移送',
    assigned: '上级交办',
    other: '其他',
  }),
  power: link('处罚事项（权责清单）', 'power-item'),
  party: people('当事人'),
  partyKind: oneOf('当事人类别', { citizen: '公民', organisation: '法人或者其他组织' }),
  partyAge: oneOf('当事人年龄', {
    adult: '已满十八周岁',
    minor: '已满十四不满十八周岁',
    child: '不满十四周岁',
  }),
  facts: longText('违法事实与证据', { privacy: 'personal' }),
  offenceOn: dayField('违法行为发生日', { help: '连续或者继续的，填终了之日' }),
  foundOn: dayField('发现日'),
  limitation: oneOf('追责时效', { two: '二年', five: '五年（涉及生命健康安全、金融安全且有危害后果）' }),
  firstOfficer: link('主办人员', 'enforcement-officer'),
  secondOfficer: link('协办人员', 'enforcement-officer'),
  ...GUEST_FIELDS,
  filedOn: dayField('立案日'),
  weight: oneOf('案件性质', { ordinary: '一般案件', grave: '情节复杂或者重大违法' }),
  recusalAskedOn: dayField('申请或者提出回避日'),
  recusalOf: link('要求谁回避', 'enforcement-officer'),
  recusal: oneOf('回避决定', { granted: '同意回避', refused: '驳回' }),
  recusalOn: dayField('回避决定日'),
  means: manyOf('调查方式', {
    ask: '询问',
    scene: '现场检查、勘验',
    sample: '抽样取证',
    papers: '调取书证、物证',
    appraisal: '鉴定、检测',
  }),
  shown: oneOf('执法证件', { shown: '已主动出示', missing: '没有出示' }),
  minutes: oneOf('询问、检查笔录', {
    signed: '已制作，当事人核对签名',
    refused: '已制作，当事人拒签，已注明',
    none: '没有制作',
  }),
  investigatedOn: dayField('调查日'),
  seizedItems: list(
    '登记保存的物品',
    { name: text('名称', { max: 60 }), number: count('数量', '件', { min: 1, max: 1_000_000 }) },
    { needs: ['name'] },
  ),
  seizureApprovedOn: dayField('负责人批准日'),
  seizedOn: dayField('先行登记保存日'),
  disposal: oneOf('登记保存的处理', {
    evidence: '固定证据后返还',
    seize: '依法查封扣押',
    confiscate: '没收',
    transfer: '移送有关部门',
    release: '解除登记保存',
  }),
  disposedOn: dayField('登记保存处理日'),
  concludedOn: dayField('调查终结日'),
  proposed: oneOf('拟作处理', RESULTS),
  proposedFine: money('拟罚款金额'),
  proposedConfiscation: money('拟没收违法所得、财物的价值'),
  largeForCitizen: count('对公民“较大数额罚款”', '元'),
  largeForOrganisation: count('对单位“较大数额罚款”', '元'),
  hearing: oneOf('听证权利', { none: '不属于听证范围', told: '已告知有权要求听证' }),
  noticeOn: dayField('事先告知日'),
  statementDays: count('陈述申辩期', '工作日', { min: 1, max: 30 }),
  statement: oneOf('陈述申辩', { made: '提出了意见', waived: '明确放弃', silent: '期满没有提出' }),
  statementText: longText('陈述申辩内容', { privacy: 'personal' }),
  finding: oneOf('复核结果', { adopted: '成立，采纳', partly: '部分采纳', rejected: '不成立，不采纳' }),
  findingReason: longText('复核理由', { max: 2000, help: '不写姓名' }),
  statedOn: dayField('陈述申辩日'),
  weighedOn: dayField('复核日'),
  hearingWaiver: oneOf('放弃听证', { waived: '书面放弃听证', kept: '没有放弃' }),
  hearingAskedOn: dayField('要求听证日'),
  hearingNoticeOn: dayField('听证通知日'),
  hearingFor: dayField('听证举行日', { future: true }),
  hearingChair: oneOf('听证主持人', { outside: '非本案调查人员', inside: '本案调查人员' }),
  hearingHeldOn: dayField('听证完成日'),
  hearingMinutes: oneOf('听证笔录', {
    signed: '当事人核对无误后签字',
    refused: '当事人拒签，主持人已注明',
    none: '没有制作',
  }),
  hearingGone: oneOf('听证结果', { held: '已举行', withdrawn: '当事人放弃或者撤回' }),
  reviewNeeded: manyOf('属于应当法制审核的情形', REVIEWED),
  reviewTerm: count('法制审核期限', '工作日', { min: 1, max: 90 }),
  reviewAskedOn: dayField('送法制审核日'),
  opinion: oneOf('法制审核意见', { agreed: '同意', returned: '不同意，退回' }),
  reviewedOn: dayField('法制审核日'),
  discussion: link('集体讨论的会议', 'gathering'),
  discussedOn: dayField('负责人集体讨论日'),
  crimeReportedOn: dayField('报告移送日'),
  crimeApprovedOn: dayField('负责人批准移送日'),
  crimeApprovedAt: timeField('批准时间'),
  crimeTransferredOn: dayField('移送公安日'),
  crimeTransferredAt: timeField('移送时间'),
  crimeFiledOn: dayField('公安立案通知日'),
  crimeHandedOn: dayField('移交物品材料日'),
  decidedOn: dayField('决定日'),
  result: oneOf('处理结果', RESULTS),
  grounds: text('处罚依据', { max: 300, help: '法律名称和条、款、项' }),
  spared: oneOf('不予处罚、可以不罚的情形', SPARED),
  correction: oneOf('责令改正', {
    ordered: '责令改正或者限期改正',
    done: '已经改正',
    none: '没有可以改正的内容',
  }),
  fine: money('罚款金额'),
  confiscated: money('没收违法所得'),
  confiscatedGoods: text('没收的财物', { max: 200, help: '名称和数量；没收的是钱的，填上一栏' }),
  payAt: text('罚款交到哪里', { max: 120, help: '代收银行的名称和地址，或者电子缴款方式' }),
  surchargeTold: oneOf('逾期加处罚款', { told: '决定书写明逾期每日加处百分之三', silent: '没有写明' }),
  /** What the decision says of review and lawsuit; worked out, not typed. */
  remediesTold: longText('应当写明的救济途径', { max: 300 }),
  servedOn: dayField('送达日'),
  service: oneOf('送达方式', {
    direct: '直接送达',
    left: '留置送达',
    post: '邮寄送达',
    electronic: '电子送达',
    announcement: '公告送达',
  }),
  confirmation: oneOf('送达地址确认书', { signed: '已签，同意电子送达', none: '没有' }),
  announcedOn: dayField('公告发出日'),
  paidOn: dayField('缴清日'),
  paid: money('实缴罚款'),
  surcharge: money('实缴加处罚款'),
  deferredUntil: dayField('批准延期、分期至', { future: true }),
  remedies: list(
    '复议、诉讼期间',
    {
      from: dayField('从'),
      to: dayField('到'),
      kind: oneOf('是什么', { review: '行政复议', lawsuit: '行政诉讼' }),
    },
    { needs: ['from'], help: '这段时间加处罚款不计算' },
  ),
  publishedOn: dayField('公开日'),
  publishedAt: text('公开位置', { max: 200 }),
  overturnedOn: dayField('决定被变更、撤销或者确认违法无效日'),
  withdrawnOn: dayField('撤回公开日'),
  recorded: manyOf('有文字记录的环节', STAGES),
  filmed: manyOf('有音像记录的环节', STAGES),
  gaps: manyOf('没有记录的环节', STAGES, { help: '确实没有记录、补不回来的，如实选明' }),
  publicationCheckedOn: dayField('公开前保密审查日', {
    help: '隐去当事人的个人信息、商业秘密，不公开涉密内容',
  }),
  volume: file('案卷'),
  closedOn: dayField('结案日'),
};
export type PenaltyFields = typeof penaltyFields;
export type Case = Matter<PenaltyFields>;

/** A sanction is imposed, as against 不予处罚 and 移送. */
export function isPenalty(result: Result | undefined): boolean {
  return result !== undefined && result !== 'none' && result !== 'transfer';
}

/** It imposes a sanction. */
export const punishes = ({ values }: Case): boolean => isPenalty(values.result);
/** It is worked here; what the upper system decided is served, paid and published there. */
export const isWorkedHere = ({ values }: Case): boolean => values.firstOfficer !== undefined;
/** A fine that is due now. */
export const owes = ({ values }: Case): boolean =>
  (values.fine ?? 0) > 0 && values.deferredUntil === undefined;

/** Where a case stands. */
export const PENALTY_STATES = {
  filed: '办理中',
  notified: '已告知',
  reviewed: '已审核',
  decided: '已决定',
  served: '已送达',
  closed: '已结案',
} as const;

/** Before its decision, and after. */
export const OPEN = ['filed', 'notified', 'reviewed'] as const;
export const AFTER = ['decided', 'served', 'closed'] as const;

/** Some of its steps, by name. */
export type PenaltySteps = Readonly<Record<string, Step<PenaltyFields, keyof typeof PENALTY_STATES>>>;

/** In which cases a review must come first; 都不属于 is an answer too. */
export function isReviewNeeded({ reviewNeeded = [] }: Case['values']): boolean {
  return reviewNeeded.some((one) => one !== 'none');
}
