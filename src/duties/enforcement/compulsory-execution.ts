import {
  addDays,
  count,
  dayField,
  defineKind,
  link,
  longText,
  money,
  oneOf,
  people,
  text,
  timeField,
  type Day,
  type Matter,
  type Situation,
} from '../../kernel/index.ts';
import { cite, judgeTerm, RETENTION, rule } from '../../law/index.ts';
import { isNight, isOtherDayOff, isPublicHoliday } from './execution-times.ts';

const fields = {
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
type Here = Situation<typeof fields>;

const isDemolition = ({ values }: Matter<typeof fields>): boolean => values.obligation === 'demolish';

/** Nothing was demanded, its time is not over, or what the party said is not weighed; goods on the run allow haste. */
function isUndemanded({ values: { demandServedOn, demandDays = 0, opinion, hiding }, actOn }: Here): boolean {
  if (demandServedOn === undefined || demandServedOn > actOn) return true;
  const waits = hiding !== 'yes' && addDays(demandServedOn, demandDays) >= actOn;
  return waits || opinion === 'open';
}

function isUnserved({ values: { servedOn, served }, actOn }: Here): boolean {
  return servedOn === undefined || servedOn > actOn || served === 'spoken';
}

/** Demolished only after the announced days are over, and the ways of remedy with them. */
function isTooSoonToDemolish({ values, actOn }: Here): boolean {
  const { announcedOn, selfUntil, remedy, remedyEndsOn } = values;
  const isOver = (day: Day | undefined): boolean => day !== undefined && day < actOn;
  const announced = announcedOn !== undefined && isOver(selfUntil);
  return !announced || !(remedy === 'upheld' || (remedy === 'none' && isOver(remedyEndsOn)));
}

/** A demolition that is the township's: in the area of a village's plan, after the term to correct. */
function isNotItsDemolition({ values: { planArea, baseUntil }, actOn }: Here): boolean {
  return planArea !== 'village' || baseUntil === undefined || baseUntil >= actOn;
}

/** Compulsory execution by the township itself (行政强制执行), where a statute gives it the power. */
export const compulsoryExecution = defineKind({
  code: 'compulsory-execution',
  label: '行政强制执行',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields,
  states: {
    opened: '待催告',
    demanded: '已催告',
    decided: '已决定，待送达',
    served: '已送达，待执行',
    executed: '已执行',
    suspended: '已中止',
    agreed: '履行协议中',
    ended: '已终结',
  },
  steps: {
    open: {
      label: '登记待执行的决定',
      by: ['enforcement-officer'],
      basis: [cite('QZ', '34'), cite('CX', '65')],
      from: 'start',
      to: 'opened',
      day: 'openedOn',
      asks: ['cause', 'obligation', 'powerSource', 'baseNumber', 'baseServedOn'],
      may: ['party', 'basis', 'planArea', 'baseUntil', 'remedyEndsOn', 'remedy', 'amount', 'case'],
    },
    announce: {
      label: '公告限期自行拆除',
      by: ['enforcement-officer'],
      basis: cite('QZ', '44'),
      from: ['opened', 'demanded'],
      to: 'opened',
      day: 'announcedOn',
      asks: ['selfUntil'],
      may: ['announcedAt'],
      papers: {
        announcement: {
          label: '限期拆除公告',
          series: '拆告',
          data: ['cause', 'baseNumber', 'selfUntil', 'announcedOn'],
        },
      },
    },
    demand: {
      label: '催告',
      by: ['enforcement-officer'],
      basis: cite('QZ', '35'),
      from: ['opened', 'demanded'],
      to: 'demanded',
      day: 'demandServedOn',
      asks: ['demandDays'],
      may: ['amount', 'surcharge', 'surchargeFrom', 'rateTold', 'remedyEndsOn', 'remedy', 'baseUntil'],
      rules: [
        {
          rule: rule('QZ-14'),
          breached: ({ values: { surcharge, amount = 0, rateTold } }) =>
            surcharge !== undefined && (surcharge > amount || rateTold !== 'yes'),
          remedy: '加处罚款、滞纳金的标准先告知当事人，总额不超过应缴金额；请改正后再催告。',
        },
      ],
      papers: {
        demand: {
          label: '履行行政决定催告书',
          series: '催告',
          data: ['party', 'baseNumber', 'obligation', 'amount', 'surcharge', 'demandDays', 'demandServedOn'],
        },
      },
    },
    decide: {
      label: '作出强制执行决定',
      by: ['township-head'],
      basis: cite('QZ', '37'),
      from: ['opened', 'demanded'],
      to: 'decided',
      day: 'decidedOn',
      asks: ['basis', 'opinion', 'utilities'],
      may: ['hiding', 'planArea', 'baseUntil', 'remedy', 'remedyEndsOn'],
      rules: [
        {
          rule: rule('QZ-09'),
          breached: ({ values }) => values.powerSource !== 'law',
          remedy: '法律没有写明由本机关强制执行的，请登记“申请法院强制执行”。',
        },
        {
          rule: rule('ZQ-01'),
          breached: (here) => isDemolition(here) && isNotItsDemolition(here),
          remedy:
            '乡、村庄规划区内，责令限期改正期满不改的，乡镇才可以拆除；建制镇规划区内的报县级城乡规划部门。',
        },
        {
          rule: rule('QZ-10'),
          breached: isUndemanded,
          remedy: '请先送达催告书，等催告期满，复核当事人的意见后再决定。',
        },
        {
          rule: rule('QZ-12'),
          breached: ({ values }) => values.utilities === 'home',
          remedy: '不得对居民生活停水、停电、停热、停气，没有例外；请改用其他方式。',
        },
        {
          rule: rule('QZ-14'),
          breached: ({ values: { obligation, surchargeFrom }, actOn }) =>
            obligation === 'money' &&
            (surchargeFrom === undefined || judgeTerm('QZ-14', surchargeFrom, actOn) === 'breached'),
          remedy: '加处罚款、滞纳金满三十日，经催告仍不履行的，才可以强制执行。',
        },
      ],
      papers: {
        decision: {
          label: '强制执行决定书',
          series: '强执决',
          data: ['party', 'baseNumber', 'obligation', 'basis', 'utilities', 'decidedOn'],
        },
      },
    },
    serve: {
      label: '送达执行决定书',
      by: ['enforcement-officer'],
      basis: cite('QZ', '38'),
      from: ['decided'],
      to: 'served',
      day: 'servedOn',
      asks: ['served'],
    },
    execute: {
      label: '实施强制执行',
      by: ['enforcement-officer', 'township-head', 'area-lead'],
      basis: [cite('QZ', '37'), cite('QZ', '43'), cite('QZ', '44')],
      // After a pause it goes on from here; without a decision that was served the law stops it.
      from: ['demanded', 'decided', 'served'],
      to: 'executed',
      day: 'executedOn',
      asks: ['timing', 'urgent', 'footage'],
      may: ['startedAt', 'urgentFor', 'places', 'area', 'note', 'remedy', 'remedyEndsOn'],
      rules: [
        {
          rule: rule('QZ-11'),
          breached: isUnserved,
          remedy: '请先把强制执行决定书直接送达当事人；拒收或者无法直接送达的，依民事诉讼法送达。',
        },
        {
          rule: rule('QZ-12'),
          breached: ({ values: { timing, startedAt, urgent }, actOn }) =>
            urgent !== 'yes' && (isNight(timing, startedAt) || isPublicHoliday(actOn)),
          remedy: '请改在工作日白天；情况紧急的写明为什么紧急。',
        },
        {
          rule: rule('QZ-12.weekend'),
          breached: ({ values, actOn }) => values.urgent !== 'yes' && isOtherDayOff(actOn),
          remedy: '请改在工作日。',
        },
        {
          rule: rule('QZ-13'),
          breached: (here) => isDemolition(here) && isTooSoonToDemolish(here),
          remedy: '请先公告限期自行拆除；等公告期满，复议、起诉期限届满或者案件已结，再强制拆除。',
        },
        {
          rule: rule('ZF-06'),
          breached: ({ values }) => values.footage !== 'full',
          remedy: '请全程录像；有中断的，写明时间和原因。',
        },
      ],
    },
    suspend: {
      label: '中止执行',
      by: ['township-head', 'area-lead'],
      basis: cite('QZ', '39'),
      from: ['demanded', 'decided', 'served'],
      to: 'suspended',
      day: 'suspendedOn',
      asks: ['suspendFor'],
    },
    agree: {
      label: '订立执行协议',
      by: ['township-head', 'area-lead'],
      basis: cite('QZ', '42'),
      from: ['demanded', 'decided', 'served'],
      to: 'agreed',
      day: 'agreedOn',
      asks: ['harmless'],
      may: ['agreement'],
      rules: [
        {
          rule: rule('QZ-20'),
          breached: ({ values }) => values.harmless === 'no',
          remedy: '请改协议，不得损害公共利益和他人合法权益。',
        },
      ],
    },
    resume: {
      label: '恢复执行',
      by: ['township-head', 'area-lead'],
      basis: [cite('QZ', '39'), cite('QZ', '42')],
      from: ['suspended', 'agreed'],
      to: 'demanded',
      day: 'resumedOn',
    },
    end: {
      label: '终结执行',
      by: ['township-head', 'area-lead', 'enforcement-officer'],
      basis: [cite('QZ', '39'), cite('QZ', '40')],
      from: ['opened', 'demanded', 'decided', 'served', 'suspended', 'agreed'],
      to: 'ended',
      day: 'endedOn',
      asks: ['endFor'],
      may: ['places', 'area', 'note'],
      rules: [
        {
          rule: rule('QZ-20'),
          breached: ({ values: { endFor, suspendedOn, suspendFor }, actOn }) =>
            endFor === 'threeYears' &&
            (suspendFor !== 'unable' ||
              suspendedOn === undefined ||
              judgeTerm('QZ-20', suspendedOn, actOn) === 'breached'),
          remedy:
            '中止满三年、当事人确无能力履行又没有明显社会危害的，才不再执行；没有满的请恢复执行或者继续等待。',
        },
      ],
    },
  },
  terms: [
    {
      rule: 'QZ-14',
      from: 'surchargeFrom',
      metBy: 'decidedOn',
      where: ({ values }) => values.powerSource === 'law',
    },
    {
      rule: 'QZ-20',
      from: 'suspendedOn',
      metBy: 'endedOn',
      where: ({ state, values }) => state === 'suspended' && values.suspendFor === 'unable',
    },
  ],
  figures: {
    'compulsory-executions': {
      label: '实施行政强制执行',
      unit: '件',
      definition: '实施日在统计期内的强制执行和代履行，含立即清除；当事人自行履行、申请法院执行的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
    },
    demolitions: {
      label: '拆除违法建筑',
      unit: '处',
      definition: '实施日在统计期内强制拆除的处数之和；当事人自行拆除的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
      amount: ({ values }) => values.places,
    },
    'demolitions.area': {
      label: '拆除违法建筑面积',
      unit: '平方米',
      definition: '实施日在统计期内强制拆除的面积之和；当事人自行拆除的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
      amount: ({ values }) => values.area,
    },
    'demolitions.voluntary': {
      label: '督促自行拆除',
      unit: '处',
      definition: '终结日在统计期内、进入执行程序后由当事人自行拆除的处数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'endedOn',
      where: (matter) => isDemolition(matter) && matter.values.endFor === 'performed',
      amount: ({ values }) => values.places,
      relations: [{ to: 'demolitions', is: 'disjoint' }],
    },
  },
  examples: [
    [
      {
        step: 'open',
        on: '2025-03-03',
        village: '柳树村',
        values: {
          cause: '柳树村违法搭建彩钢棚拆除',
          party: [{ name: '罗某某' }],
          obligation: 'demolish',
          planArea: 'village',
          powerSource: 'law',
          basis: '《中华人民共和国城乡规划法》第六十五条',
          baseNumber: '演示限拆〔2024〕3号',
          baseServedOn: '2024-08-05',
          baseUntil: '2024-08-20',
          remedyEndsOn: '2025-02-05',
          remedy: 'none',
          openedOn: '2025-03-03',
        },
      },
      {
        step: 'announce',
        on: '2025-03-04',
        values: { selfUntil: '2025-03-18', announcedAt: '柳树村公告栏和现场', announcedOn: '2025-03-04' },
      },
      { step: 'demand', on: '2025-03-04', values: { demandDays: 10, demandServedOn: '2025-03-04' } },
      {
        step: 'decide',
        on: '2025-03-20',
        values: {
          basis: '《中华人民共和国城乡规划法》第六十五条',
          opinion: 'none',
          utilities: 'none',
          decidedOn: '2025-03-20',
        },
      },
      { step: 'serve', on: '2025-03-20', values: { served: 'direct', servedOn: '2025-03-20' } },
      {
        step: 'execute',
        on: '2025-03-27',
        values: {
          timing: 'day',
          startedAt: '09:30',
          urgent: 'no',
          footage: 'full',
          places: 1,
          area: 86,
          executedOn: '2025-03-27',
        },
      },
    ],
    [
      {
        step: 'open',
        on: '2024-04-08',
        values: {
          cause: '未批先建罚款的强制执行',
          obligation: 'money',
          powerSource: 'law',
          baseNumber: '演示罚决〔2024〕1号',
          baseServedOn: '2024-03-11',
          baseUntil: '2024-03-26',
          amount: 200_000,
          openedOn: '2024-04-08',
        },
      },
      { step: 'demand', on: '2024-04-08', values: { demandDays: 10, demandServedOn: '2024-04-08' } },
      {
        step: 'agree',
        on: '2024-04-15',
        values: { harmless: 'yes', agreement: '分两次缴清，五月十日前完成。', agreedOn: '2024-04-15' },
      },
      { step: 'resume', on: '2024-05-13', values: { resumedOn: '2024-05-13' } },
    ],
    [
      {
        step: 'open',
        on: '2024-05-06',
        values: {
          cause: '违法搭建厨房拆除',
          obligation: 'demolish',
          planArea: 'village',
          powerSource: 'law',
          baseNumber: '演示限拆〔2023〕7号',
          baseServedOn: '2023-10-09',
          openedOn: '2024-05-06',
        },
      },
      { step: 'demand', on: '2024-05-06', values: { demandDays: 10, demandServedOn: '2024-05-06' } },
      { step: 'suspend', on: '2024-05-20', values: { suspendFor: 'claim', suspendedOn: '2024-05-20' } },
      {
        step: 'end',
        on: '2024-06-11',
        values: { endFor: 'performed', places: 1, area: 22, endedOn: '2024-06-11' },
      },
    ],
  ],
});
