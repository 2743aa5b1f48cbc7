import {
  count,
  dayField,
  link,
  list,
  longText,
  oneOf,
  people,
  person,
  text,
  type Matter,
  type Step,
} from '../../kernel/index.ts';
import { judgeTerm } from '../../law/index.ts';

/** What is applied for (依申请政务服务事项的类别). Each has its own time limits: those of the 行政许可法 are for licences alone. */
export const APPLIED = {
  licence: '行政许可',
  payment: '行政给付',
  confirmation: '行政确认',
  reward: '行政奖励',
  adjudication: '行政裁决',
  filing: '备案',
  other: '其他',
} as const;

const REVOKED = {
  abuse: '工作人员滥用职权、玩忽职守',
  beyond: '超越法定职权',
  procedure: '违反法定程序',
  unfit: '申请人不具备资格或者不符合条件',
  law: '依法可以撤销的其他情形',
  fraud: '以欺骗、贿赂等不正当手段取得（应当撤销）',
  none: '不属于法定情形',
} as const;

const CANCELLED = {
  expired: '有效期届满未延续',
  gone: '公民死亡、丧失行为能力，组织终止',
  revoked: '许可被撤销、撤回或者证件被吊销',
  impossible: '不可抗力致许可事项无法实施',
  law: '法律、法规规定的其他情形',
  none: '不属于法定情形',
} as const;

/** Everything that an application may hold; which step asks for what stands in the files of its phases. */
export const applicationFields = {
  item: text('办理事项', { privacy: 'public', max: 120 }),
  category: oneOf('事项类别', APPLIED, { privacy: 'public' }),
  power: link('权责清单事项', 'power-item'),
  relief: oneOf('社会救助', {
    none: '不是社会救助',
    allowance: '最低生活保障',
    destitute: '特困供养',
    temporary: '临时救助',
    medical: '医疗救助',
    housing: '住房救助',
    employment: '就业救助',
  }),
  instance: oneOf('由谁决定', { own: '本级决定', first: '本级初审后报上级' }),
  applicant: people('申请人'),
  agent: person('代办人'),
  channel: oneOf('收件渠道', {
    window: '窗口',
    online: '网上',
    mail: '邮寄',
    village: '村级代办',
    home: '上门',
  }),
  materials: list(
    '收到的材料',
    { name: text('材料', { max: 80 }), copies: count('份数', '份', { min: 1, max: 99 }) },
    { needs: ['name'] },
  ),
  receivedOn: dayField('收件日'),
  /** The first answer of the office: notice of what is missing, acceptance or refusal to accept. */
  answeredOn: dayField('答复是否受理之日'),
  missing: list(
    '要补正的材料',
    {
      name: text('材料', { max: 80 }),
      demand: text('具体要求', { max: 120 }),
      basis: text('依据', { max: 120 }),
    },
    { needs: ['name', 'demand'] },
  ),
  completeBy: dayField('补正期限', { future: true }),
  deficitOn: dayField('一次性告知补正日'),
  againFor: oneOf('为什么再次告知', { new: '补来的材料本身不合格', omitted: '上次没有告知全' }),
  againOn: dayField('再次告知补正日'),
  completedOn: dayField('补正收齐日'),
  voucher: oneOf('书面凭证', { issued: '已出具加盖专用印章、注明日期的凭证', none: '没有出具' }),
  acceptedOn: dayField('受理日'),
  denied: oneOf('不予受理的理由', {
    unneeded: '依法不需要办理',
    elsewhere: '不属于本机关职权',
    unfit: '不符合法定条件或者形式',
    false: '隐瞒情况或者提供虚假材料',
  }),
  elsewhere: text('告知去哪里办', { max: 120 }),
  deniedOn: dayField('不予受理日'),
  checkers: count('核查人员', '人', { min: 1, max: 20 }),
  checkedOn: dayField('实质核查日'),
  hearingToldOn: dayField('告知听证权利日'),
  hearingAskedOn: dayField('收到听证申请日'),
  hearingFor: dayField('听证举行日', { future: true }),
  hearingNoticeOn: dayField('听证通知日'),
  hearingHeldOn: dayField('听证完成日'),
  pauses: list(
    '不计入期限的时间',
    {
      from: dayField('从'),
      to: dayField('到'),
      what: oneOf('是什么', {
        hearing: '听证',
        tender: '招标、拍卖',
        test: '检验、检测、检疫',
        appraisal: '鉴定',
        experts: '专家评审',
      }),
      told: oneOf('是否书面告知申请人', { told: '已书面告知所需时间', untold: '没有告知' }),
    },
    { needs: ['from', 'what', 'told'] },
  ),
  extendedOn: dayField('批准延长日'),
  extensionReason: text('延长的理由', { max: 200 }),
  extensionTold: oneOf('延长的告知', { told: '已告知申请人理由', untold: '没有告知' }),
  promised: count('承诺时限', '工作日', { min: 1, max: 200 }),
  reviewDays: count('审核期限', '工作日', { min: 1, max: 200 }),
  overdueReason: text('超时的理由', { max: 200, help: '超过承诺时限的，向申请人说明' }),
  reasons: longText('理由和依据', { max: 2000, help: '不写姓名' }),
  /** What a decision has to say of review and lawsuit; worked out, not typed. */
  remediesTold: longText('应当写明的救济途径', { max: 300 }),
  remedies: oneOf(
    '旧件有没有写明救济途径',
    { told: '写明了', untold: '没有写明' },
    { help: '只在补录以前的纸质决定时填；在这里出的决定书自动写明' },
  ),
  natural: oneOf(
    '自然资源权属',
    {
      none: '不涉及，或者不是已经依法取得的',
      right: '当事人认为侵犯其已经依法取得的土地、林木等自然资源所有权、使用权',
    },
    { help: '选第二项的，依法应当先申请行政复议' },
  ),
  refusedFor: oneOf('不予的原因', {
    unfit: '不符合法定条件、标准',
    false: '隐瞒情况或者提供虚假材料',
    other: '其他',
  }),
  earlier: link('同一申请人以前的办件', 'application', {
    help: '以前因为造假被不予受理、不予许可，或者骗取后被撤销的，选那一件',
  }),
  number: text('决定文号', { privacy: 'public', max: 40, code: true }),
  decidedOn: dayField('决定日', { privacy: 'public' }),
  validUntil: dayField('有效期至', { privacy: 'public', future: true }),
  delivery: oneOf('送达方式', { window: '窗口领取', mail: '邮寄', online: '网上送达', village: '村级代转' }),
  deliveredOn: dayField('送达日'),
  publishedOn: dayField('公开日', { privacy: 'public' }),
  urgentOn: dayField('先行救助日'),
  explainedOn: dayField('补充说明日'),
  heardOn: dayField('听取受助人意见日'),
  endedOn: dayField('调减、终止救助日'),
  rating: oneOf('评价', {
    best: '非常满意',
    good: '满意',
    fair: '基本满意',
    poor: '不满意',
    worst: '非常不满意',
  }),
  rectifyDays: count('整改期限', '工作日', { min: 1, max: 90 }),
  ratedOn: dayField('评价日'),
  rectification: text('回访整改情况', { max: 300, help: '不写姓名' }),
  rectifiedOn: dayField('整改完成日'),
  renewalAskedOn: dayField('申请延续日'),
  renewal: oneOf('延续决定', { granted: '准予延续', refused: '不予延续' }),
  renewalDecidedOn: dayField('延续决定日'),
  revoked: oneOf('撤销的情形', REVOKED),
  revokedOn: dayField('撤销日'),
  cancelled: oneOf('注销的情形', CANCELLED),
  cancelledOn: dayField('注销日'),
  withdrawnOn: dayField('撤回申请日'),
};
export type ApplicationFields = typeof applicationFields;
export type Application = Matter<ApplicationFields>;

export function isLicence({ values }: Application): boolean {
  return values.category === 'licence';
}

export function isRelief({ values }: Application): boolean {
  return values.relief !== undefined && values.relief !== 'none';
}

/**
 * A licence that counts as accepted on the day of receipt (视为受理): within five working days the office neither said what
 * is missing nor answered (行政许可法第三十二条第一款第四项). Before that it is what will be if nothing is said.
 */
export function isDeemed(matter: Application): boolean {
  const { receivedOn, answeredOn } = matter.values;
  if (!isLicence(matter) || receivedOn === undefined) return false;
  return answeredOn === undefined || judgeTerm('XK-06', receivedOn, answeredOn) === 'breached';
}

export function isBadRating({ values }: Application): boolean {
  return values.rating === 'poor' || values.rating === 'worst';
}

/** Where an application stands. */
export const APPLICATION_STATES = {
  received: '已收件',
  deficit: '待补正',
  completed: '已补齐',
  accepted: '已受理',
  denied: '不予受理',
  granted: '准予',
  refused: '不予',
  delivered: '已送达',
  revoked: '已撤销',
  cancelled: '已注销',
  ended: '已终止救助',
  withdrawn: '申请人撤回',
} as const;

/** Who does the counter's work, who decides; before the decision, and after. */
export const CLERKS = ['window-clerk', 'judicial-office'] as const;
export const LEADS = ['area-lead', 'township-head'] as const;
export const UNDECIDED = ['received', 'deficit', 'completed', 'accepted'] as const;
export const DONE = ['granted', 'refused', 'delivered'] as const;

/** Some of its steps, by name. */
export type ApplicationSteps = Readonly<
  Record<string, Step<ApplicationFields, keyof typeof APPLICATION_STATES>>
>;
