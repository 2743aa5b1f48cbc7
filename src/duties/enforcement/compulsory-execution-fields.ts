import {
  count,
  dayField,
  link,
  longText,
  money,
  oneOf,
  people,
  text,
  timeField,
  type Matter,
  type Step,
} from '../../kernel/index.ts';

/** Everything that an execution may hold; which step asks for what stands in the files of its phases. */
export const executionFields = {
  cause: text('执行事项', { max: 80, help: '不写当事人姓名，如“柳树村违法搭建彩钢棚拆除”' }),
  party: people('当事人'),
  obligation: oneOf('要履行的义务', {
    demolish: '拆除违法建筑物、构筑物、设施',
    restore: '排除妨碍、恢复原状',
    money: '缴纳罚款等金钱给付',
    other: '其他',
  }),
  planArea: oneOf('违法建设在哪里', {
    village: '乡、村庄规划区',
    town: '建制镇规划区、城市规划区',
    outside: '规划区以外（土地、公路、河道等）',
  }),
  powerSource: oneOf('强制执行权', {
    law: '法律写明由本机关强制执行',
    none: '法律没有写明（应当申请法院）',
  }),
  basis: text('强制执行的法律依据', { max: 200, help: '只能是法律，如“《城乡规划法》第六十五条”' }),
  case: link('所属处罚案件', 'penalty-case'),
  baseNumber: text('原决定文号', { max: 60, code: true }),
  baseServedOn: dayField('原决定送达日'),
  baseUntil: dayField('原决定的履行期限届满日', { future: true }),
  remedyEndsOn: dayField('复议、起诉期限届满日', {
    future: true,
    help: '两个期限都届满的那一天；一般是送达后六个月',
  }),
  remedy: oneOf('复议、诉讼', {
    none: '没有申请复议、没有起诉',
    pending: '正在复议或者诉讼',
    upheld: '已结，原决定没有被撤销、变更',
  }),
  openedOn: dayField('登记日'),
  announcedOn: dayField('公告日'),
  selfUntil: dayField('公告的自行拆除期限', { future: true, help: '最后一天' }),
  announcedAt: text('在哪里公告', { max: 120 }),
  amount: money('应缴金额'),
  surcharge: money('加处罚款、滞纳金'),
  surchargeFrom: dayField('开始加处日'),
  rateTold: oneOf('加处标准', { yes: '已告知当事人', no: '没有告知' }),
  demandDays: count('催告的履行期限', '日', { min: 1, max: 365 }),
  demandServedOn: dayField('催告书送达日'),
  opinion: oneOf('当事人的陈述、申辩', {
    none: '没有提出',
    adopted: '提出，成立的已采纳',
    rejected: '提出，复核后不成立',
    open: '提出，还没有复核',
  }),
  hiding: oneOf('转移、隐匿财物', { no: '没有迹象', yes: '有证据证明有迹象，立即执行' }),
  utilities: oneOf('停水、停电、停热、停气', {
    none: '不采取',
    business: '只对生产经营用途',
    home: '对居民生活',
  }),
  decidedOn: dayField('决定日'),
  servedOn: dayField('执行决定书送达日'),
  served: oneOf('怎样送达', {
    direct: '直接送达',
    law: '拒收或者无法直接送达，依民事诉讼法送达',
    spoken: '只口头、电话告知',
  }),
  executedOn: dayField('实施日'),
  startedAt: timeField('开始时间'),
  timing: oneOf('时段', { day: '白天', night: '夜间' }, { help: '天黑以后、天亮以前按夜间' }),
  urgent: oneOf('情况紧急', { no: '不紧急', yes: '紧急' }),
  urgentFor: text('为什么紧急', { max: 200 }),
  footage: oneOf('音像记录', { full: '全程', part: '有中断', none: '没有' }),
  places: count('拆除', '处', { max: 10_000 }),
  area: count('拆除面积', '平方米', { max: 10_000_000 }),
  note: longText('执行情况', { privacy: 'personal' }),
  suspendedOn: dayField('中止日'),
  suspendFor: oneOf('中止原因', {
    unable: '确有困难或者暂无履行能力',
    claim: '第三人对标的主张权利，确有理由',
    loss: '可能造成难以弥补的损失，且不损害公共利益',
    other: '其他需要中止的情形',
  }),
  resumedOn: dayField('恢复执行日'),
  agreedOn: dayField('订立执行协议日'),
  agreement: longText('协议内容', { privacy: 'personal' }),
  harmless: oneOf('协议对公共利益和他人权益', { yes: '没有损害', no: '有损害' }),
  endedOn: dayField('终结日'),
  endFor: oneOf('终结原因', {
    performed: '当事人已自行履行',
    agreement: '执行协议履行完毕',
    dead: '公民死亡，没有遗产又没有义务承受人',
    dissolved: '法人、组织终止，没有财产又没有义务承受人',
    destroyed: '执行标的灭失',
    revoked: '原决定被撤销',
    threeYears: '中止满三年，无能力履行又没有明显社会危害',
    other: '其他应当终结的情形',
  }),
};
export type ExecutionFields = typeof executionFields;

export const isDemolition = ({ values }: Matter<ExecutionFields>): boolean =>
  values.obligation === 'demolish';

/** Where an execution stands. */
export const EXECUTION_STATES = {
  opened: '待催告',
  demanded: '已催告',
  decided: '已决定，待送达',
  served: '已送达，待执行',
  executed: '已执行',
  suspended: '已中止',
  agreed: '履行协议中',
  ended: '已终结',
} as const;

/** Some of its steps, by name. */
export type ExecutionSteps = Readonly<Record<string, Step<ExecutionFields, keyof typeof EXECUTION_STATES>>>;
