import {
  count,
  dayField,
  file,
  link,
  longText,
  manyOf,
  money,
  oneOf,
  people,
  place,
  text,
  type Matter,
  type Step,
} from '../../kernel/index.ts';

/** Types of dispute (纠纷类型) of the judicial statistics of people's mediation, with the three that came later. */
export const DISPUTE_TYPES = {
  family: '婚姻家庭',
  neighbour: '邻里',
  homestead: '房屋宅基地',
  contract: '合同',
  business: '生产经营',
  damage: '损害赔偿',
  land: '山林土地',
  demolition: '征地拆迁',
  pollution: '环境污染',
  labour: '劳动争议',
  consumer: '消费',
  medical: '医疗',
  traffic: '道路交通事故',
  property: '物业',
  tourism: '旅游',
  online: '电子商务和互联网',
  intellectual: '知识产权',
  other: '其他',
} as const;
export type DisputeType = keyof typeof DISPUTE_TYPES;

/** Through which door a dispute came in (受理渠道). */
export const CHANNELS = {
  village: '村人民调解委员会',
  township: '乡镇人民调解委员会',
  station: '公共法律服务工作站',
  group: '十联户',
  centre: '综治中心',
} as const;
export type Channel = keyof typeof CHANNELS;

/** What must be signed before a written agreement takes effect (人民调解法第二十九条). */
const SIGNATURES = {
  parties: '双方当事人签名、盖章或者按指印',
  mediator: '调解员签名',
  seal: '加盖人民调解委员会印章',
} as const;

/** What a volume (调解卷宗) holds. */
const VOLUME = {
  application: '人民调解申请书',
  register: '人民调解受理登记表',
  record: '人民调解记录',
  evidence: '调查和证据材料',
  agreement: '人民调解协议书',
  oral: '口头协议登记表',
  visit: '回访记录',
  ruling: '司法确认材料',
} as const;

/** Everything that a dispute may hold; which step asks for what stands in the files of its phases. */
export const disputeFields = {
  title: text('事由', { max: 60, help: '写明争的是什么，不写人名，如“宅基地边界纠纷”' }),
  type: oneOf('纠纷类型', DISPUTE_TYPES),
  channel: oneOf('受理渠道', CHANNELS),
  way: oneOf('受理方式', { active: '主动调解', applied: '依申请', entrusted: '接受委托移送' }),
  entrustedBy: oneOf('委托、移送单位', {
    court: '人民法院',
    police: '公安机关',
    procuratorate: '人民检察院',
    petition: '信访部门',
    other: '其他单位',
  }),
  level: oneOf('纠纷等级', { simple: '简单', ordinary: '一般', difficult: '疑难复杂' }),
  risk: oneOf('激化风险', {
    none: '没有激化的迹象',
    tense: '可能激化，已采取预防措施',
    public: '可能引发群体性、社会安全事件',
  }),
  nature: oneOf('争议性质', {
    ordinary: '一般民事争议',
    contracted: '农村土地承包经营',
    ownership: '土地、林木、林地的权属（确权）',
    building: '房屋等其他物权的权属（确权）',
    intellectual: '知识产权的权属（确权）',
    identity: '身份、收养、婚姻关系的成立或者解除',
    membership: '集体经济组织成员身份、内部收益分配',
  }),
  danger: manyOf(
    '特别情形',
    {
      crime: '涉嫌犯罪',
      violence: '有暴力、家庭暴力或者疑似，可能引起治安案件',
      minor: '涉及未成年人',
      incapable: '涉及其他无民事行为能力人、限制民事行为能力人',
    },
    { help: '有其中一种的，这条记录自动限定知悉' },
  ),
  policeOn: dayField('报告公安机关日'),
  guardian: oneOf('监护人', { present: '监护人参加或者同意', absent: '监护人没有参加，也没有同意' }),
  screening: link('哪次排查发现的', 'screening-round'),
  group: link('十联户', 'household-group'),
  earlier: link('以前的纠纷', 'dispute', { help: '同一起又闹起来的，联系到上一次' }),
  reportedOn: dayField('排查受理日'),
  where: place('发生地点'),
  parties: people('当事人'),
  involved: count('涉及人数', '人', { min: 1 }),
  amount: money('涉及金额'),
  narrative: longText('简要情况', { privacy: 'personal' }),
  photo: file('照片', { media: 'photo' }),
  voice: file('语音', { media: 'sound' }),
  consent: oneOf('是否愿意调解', { both: '双方愿意', refused: '有一方明确拒绝' }),
  mediator: link('调解员', 'mediator'),
  secondMediator: link('另一名调解员', 'mediator'),
  invited: oneOf('邀请他人参加', {
    agreed: '邀请了，双方同意',
    objected: '邀请了，有一方不同意',
  }),
  openness: oneOf('调解是否公开', { public: '公开', private: '当事人要求不公开' }),
  mediatedOn: dayField('首次调解日'),
  lastMediatedOn: dayField('最近一次调解日'),
  settledOn: dayField('化解日'),
  agreement: oneOf('协议形式', { oral: '口头协议', written: '书面协议' }),
  content: longText('协议内容', { privacy: 'personal' }),
  signed: manyOf('协议书签章', SIGNATURES),
  signedOn: dayField('签章齐全日'),
  effectiveOn: dayField('协议生效日'),
  agreementFile: file('协议书扫描件'),
  confirmation: oneOf('是否申请司法确认', { wanted: '双方认为有必要', none: '不需要' }),
  confirmationBy: oneOf('由谁申请', { both: '双方共同', one: '只有一方' }),
  court: text('受理法院', { max: 60 }),
  confirmationOn: dayField('申请司法确认日'),
  ruling: oneOf('裁定结果', {
    confirmed: '确认有效',
    dismissed: '驳回申请',
    declined: '不予受理',
    withdrawn: '撤回申请',
  }),
  rulingNumber: text('裁定书文号', { max: 60, code: true }),
  ruledOn: dayField('裁定日'),
  performance: oneOf('履行情况', {
    full: '全部履行',
    part: '部分履行，仍在督促',
    refused: '不履行，已告知起诉、申请执行的途径',
  }),
  performedOn: dayField('履行登记日'),
  visitedOn: dayField('最近一次回访日'),
  visitNote: longText('回访情况', { privacy: 'personal' }),
  handedTo: oneOf('移交给谁', {
    court: '人民法院',
    police: '公安机关',
    petition: '信访部门',
    counsel: '法律顾问',
    arbitration: '仲裁机构',
    township: '乡镇人民政府、综治中心',
    department: '县级有关部门',
  }),
  handedOn: dayField('移交日'),
  endedOn: dayField('终止日'),
  referral: oneOf('告知的途径', {
    court: '起诉',
    arbitration: '仲裁',
    administrative: '行政处理',
    police: '公安处理',
    none: '没有告知',
  }),
  closedOn: dayField('办结日'),
  subsidy: money('以案定补金额'),
  subsidyOn: dayField('补贴发放日'),
  volume: manyOf('卷内材料', VOLUME),
  archivedOn: dayField('归档日'),
};

export const DISPUTE_STATES = {
  reported: '已受理',
  mediating: '调解中',
  settled: '已化解',
  ended: '已终止',
  archived: '已归档',
} as const;

export type DisputeFields = typeof disputeFields;
export type Dispute = Matter<DisputeFields>;
export type DisputeSteps = Readonly<Record<string, Step<DisputeFields, keyof typeof DISPUTE_STATES>>>;

/** Who hears of a dispute first. */
export const LISTENERS = ['mediator', 'judicial-office', 'village-cadre', 'household-group-leader'] as const;
export const MEDIATORS = ['mediator', 'judicial-office'] as const;
/** Until the volume is closed. */
export const OPEN = ['reported', 'mediating', 'settled', 'ended'] as const;

/** Signed and sealed by all who must: whatever stands in the field 协议书签章. */
export function isSigned(signed: unknown): boolean {
  return Array.isArray(signed) && Object.keys(SIGNATURES).every((each) => signed.includes(each));
}
