import {
  addDays,
  count,
  dayField,
  defineKind,
  longText,
  money,
  oneOf,
  people,
  text,
  type Situation,
} from '../../kernel/index.ts';
import { cite, judgeTerm, RETENTION, rule } from '../../law/index.ts';

const fields = {
  cause: text('代履行事项', { max: 80, help: '不写当事人姓名，如“石桥河砂石清除”' }),
  party: people('当事人'),
  baseNumber: text('原决定文号', { max: 60, code: true }),
  baseServedOn: dayField('原决定送达日'),
  harm: oneOf('不履行的后果', {
    traffic: '已经或者将危害交通安全',
    pollution: '已经或者将造成环境污染',
    nature: '已经或者将破坏自然资源',
    none: '都不是',
  }),
  demandDays: count('催告的履行期限', '日', { min: 1, max: 365 }),
  demandServedOn: dayField('催告书送达日'),
  opinion: oneOf('当事人的陈述、申辩', {
    none: '没有提出',
    adopted: '提出，成立的已采纳',
    rejected: '提出，复核后不成立',
    open: '提出，还没有复核',
  }),
  performer: text('代履行人', { max: 80, help: '本机关，或者没有利害关系的第三人；写单位，不写个人姓名' }),
  budget: money('代履行费用预算'),
  plannedOn: dayField('定于哪天代履行', { future: true }),
  decidedOn: dayField('决定日'),
  servedOn: dayField('代履行决定书送达日'),
  remindedOn: dayField('再次催告日'),
  supervised: oneOf('到场监督', { yes: '派员到场监督', no: '没有派员' }),
  cost: money('实际费用'),
  costBy: oneOf('费用由谁承担', { party: '当事人，按成本', office: '本机关', other: '法律另有规定' }),
  executedOn: dayField('实施日'),
  clears: oneOf('清除什么', {
    spill: '遗洒物',
    obstacle: '障碍物',
    pollutant: '污染物',
    other: '其他',
  }),
  site: oneOf('在哪里', { road: '道路', water: '河道、航道', public: '公共场所', other: '其他地方' }),
  unable: oneOf('当事人能否立即清除', { no: '不能清除', yes: '能清除' }),
  toldOn: dayField('通知当事人日', { help: '当事人不在场的，清除后立即通知' }),
  note: longText('实施情况', { privacy: 'personal' }),
  endedOn: dayField('结束日'),
  endFor: oneOf('为什么不再代履行', {
    performed: '当事人已自行履行',
    revoked: '原决定被撤销',
    court: '改为申请法院强制执行',
    other: '其他',
  }),
};
type Here = Situation<typeof fields>;

/** Nothing was demanded, its time is not over, or what the party said is not weighed. */
function isUndemanded({ values: { demandServedOn, demandDays = 0, opinion }, actOn }: Here): boolean {
  return demandServedOn === undefined || addDays(demandServedOn, demandDays) >= actOn || opinion === 'open';
}

/** Substitute performance (代履行): somebody else does what the party was ordered to do, at the party's cost. */
export const substitutePerformance = defineKind({
  code: 'substitute-performance',
  label: '代履行',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields,
  states: { demanded: '已催告', decided: '已决定', executed: '已实施', ended: '已结束' },
  steps: {
    demand: {
      label: '催告',
      by: ['enforcement-officer'],
      basis: cite('QZ', '35'),
      from: 'start',
      to: 'demanded',
      day: 'demandServedOn',
      asks: ['cause', 'baseNumber', 'demandDays'],
      may: ['baseServedOn', 'party', 'harm'],
      papers: {
        demand: {
          label: '履行行政决定催告书',
          series: '催告',
          data: ['party', 'cause', 'baseNumber', 'demandDays', 'demandServedOn'],
        },
      },
    },
    decide: {
      label: '作出并送达代履行决定',
      by: ['township-head'],
      basis: [cite('QZ', '50'), cite('QZ', '51')],
      shows: ['party'],
      from: ['demanded'],
      to: 'decided',
      day: 'decidedOn',
      sameDay: ['servedOn'],
      asks: ['harm', 'opinion', 'performer', 'budget', 'plannedOn'],
      rules: [
        {
          rule: rule('QZ-10'),
          breached: isUndemanded,
          remedy: '请先送达催告书，等催告期满，复核当事人的意见后再决定。',
        },
        {
          rule: rule('QZ-18'),
          breached: ({ values }) => values.harm === 'none',
          remedy: '后果不危害交通安全、不污染环境、不破坏自然资源的，不能代履行，请申请法院强制执行。',
        },
      ],
      papers: {
        decision: {
          label: '代履行决定书',
          series: '代履决',
          data: ['party', 'baseNumber', 'harm', 'performer', 'budget', 'plannedOn', 'decidedOn'],
        },
      },
    },
    remind: {
      label: '实施前再次催告',
      by: ['enforcement-officer'],
      basis: cite('QZ', '51'),
      from: ['decided'],
      to: 'decided',
      day: 'remindedOn',
      may: ['plannedOn'],
      papers: {
        reminder: { label: '代履行催告书', series: '代履催', data: ['party', 'plannedOn', 'remindedOn'] },
      },
    },
    perform: {
      label: '实施代履行',
      by: ['enforcement-officer'],
      basis: cite('QZ', '51'),
      from: ['decided'],
      to: 'executed',
      day: 'executedOn',
      asks: ['supervised'],
      may: ['cost', 'costBy', 'note'],
      rules: [
        {
          rule: rule('QZ-18'),
          breached: ({ values: { remindedOn, supervised }, actOn }) =>
            supervised !== 'yes' ||
            remindedOn === undefined ||
            judgeTerm('QZ-18', actOn, remindedOn) === 'breached',
          remedy: '请在代履行三个工作日前再次催告，当事人仍不履行的再实施，并派员到场监督。',
        },
      ],
      papers: {
        record: {
          label: '代履行执行文书',
          data: ['party', 'performer', 'executedOn', 'supervised', 'cost', 'note'],
        },
      },
    },
    clearAtOnce: {
      label: '立即清除',
      by: ['enforcement-officer', 'emergency-officer'],
      basis: cite('QZ', '52'),
      from: 'start',
      to: 'executed',
      day: 'executedOn',
      asks: ['cause', 'clears', 'site', 'unable'],
      may: ['party', 'toldOn', 'performer', 'cost', 'costBy', 'note'],
      rules: [
        {
          rule: rule('QZ-19'),
          breached: ({ values: { clears, site, unable } }) =>
            clears === 'other' || site === 'other' || unable === 'yes',
          remedy:
            '不是道路、河道、航道、公共场所的遗洒物、障碍物、污染物，或者当事人自己能清除的，走一般代履行。',
        },
      ],
    },
    end: {
      label: '不再代履行',
      by: ['enforcement-officer', 'township-head'],
      basis: cite('QZ', '51'),
      from: ['demanded', 'decided'],
      to: 'ended',
      day: 'endedOn',
      asks: ['endFor'],
    },
  },
  terms: [{ rule: 'QZ-18', from: 'plannedOn', metBy: 'remindedOn' }],
  figures: {
    'substitute-performances': {
      label: '实施代履行',
      unit: '件',
      definition: '实施日在统计期内的代履行，含立即清除；当事人自行履行的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'executedOn',
      relations: [{ to: 'compulsory-executions', is: 'part-of' }],
    },
  },
  alsoCounts: { 'compulsory-executions': { on: 'executedOn' } },
  examples: [
    [
      {
        step: 'demand',
        on: '2024-05-06',
        values: {
          cause: '石桥河砂石清除',
          baseNumber: '演示责改〔2024〕6号',
          baseServedOn: '2024-04-11',
          demandDays: 7,
          demandServedOn: '2024-05-06',
        },
      },
      {
        step: 'decide',
        on: '2024-05-14',
        values: {
          harm: 'nature',
          opinion: 'none',
          performer: '样县清淤服务队',
          budget: 360_000,
          plannedOn: '2024-05-24',
          decidedOn: '2024-05-14',
        },
      },
      { step: 'remind', on: '2024-05-17', values: { remindedOn: '2024-05-17' } },
      {
        step: 'perform',
        on: '2024-05-24',
        values: { supervised: 'yes', cost: 350_000, costBy: 'party', executedOn: '2024-05-24' },
      },
    ],
    [
      {
        step: 'clearAtOnce',
        on: '2024-07-09',
        village: '石桥村',
        values: {
          cause: '石桥村路段货车遗洒碎石清除',
          clears: 'spill',
          site: 'road',
          unable: 'no',
          toldOn: '2024-07-09',
          executedOn: '2024-07-09',
        },
      },
    ],
    [
      {
        step: 'demand',
        on: '2024-08-05',
        values: {
          cause: '村道堆土清除',
          baseNumber: '演示责改〔2024〕9号',
          demandDays: 5,
          demandServedOn: '2024-08-05',
        },
      },
      { step: 'end', on: '2024-08-09', values: { endFor: 'performed', endedOn: '2024-08-09' } },
    ],
  ],
});
