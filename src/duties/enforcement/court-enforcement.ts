import {
  count,
  dayField,
  defineKind,
  link,
  linkedField,
  manyOf,
  oneOf,
  people,
  text,
} from '../../kernel/index.ts';
import { cite, judgeTerm, RETENTION, rule } from '../../law/index.ts';

/** What the application consists of (article 55). */
const MATERIALS = {
  application: '强制执行申请书（负责人签名、盖章、注明日期）',
  decision: '行政决定书及作出决定的事实、理由和依据',
  opinions: '当事人的意见和催告情况',
  object: '申请强制执行标的情况',
} as const;

/** An application to the court to execute (申请人民法院强制执行), where no statute gives the township the power itself. */
export const courtEnforcement = defineKind({
  code: 'court-enforcement',
  label: '申请法院强制执行',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields: {
    cause: text('执行事项', { max: 80, help: '不写当事人姓名，如“未批先建罚款的强制执行”' }),
    party: people('当事人'),
    case: link('所属处罚案件', 'penalty-case'),
    baseNumber: text('原决定文号', { max: 60, code: true }),
    baseServedOn: dayField('原决定送达日'),
    remedyEndsOn: dayField('复议、起诉期限届满日', {
      future: true,
      help: '两个期限都届满的那一天；一般是送达后六个月。三个月的申请期从这一天起算',
    }),
    remedy: oneOf('复议、诉讼', {
      none: '没有申请复议、没有起诉',
      pending: '正在复议或者诉讼',
      upheld: '已结，原决定没有被撤销、变更',
    }),
    demandServedOn: dayField('催告书送达日'),
    materials: manyOf('申请材料', MATERIALS),
    lateReason: text('超过三个月的正当理由', { max: 200 }),
    court: text('受理法院', { max: 60 }),
    appliedOn: dayField('申请日'),
    ruling: oneOf('法院裁定', {
      granted: '准予执行',
      rejected: '不予受理',
      refused: '不予执行',
    }),
    demandDays: count('催告的履行期限', '日', { min: 1, max: 365 }),
    rulingOn: dayField('收到裁定日'),
    appealedOn: dayField('向上一级法院申请复议日'),
    endFor: oneOf('怎样结束', {
      executed: '执行完毕',
      performed: '当事人自行履行',
      settled: '执行和解',
      refused: '裁定不予执行，不再申请',
      other: '其他',
    }),
    endedOn: dayField('结束日'),
  },
  states: {
    demanded: '已催告',
    applied: '已申请',
    ruled: '已裁定',
    appealed: '已申请复议',
    ended: '已结束',
  },
  steps: {
    demand: {
      label: '催告',
      by: ['enforcement-officer'],
      basis: cite('QZ', '54'),
      from: 'start',
      to: 'demanded',
      day: 'demandServedOn',
      asks: ['cause', 'baseNumber', 'baseServedOn', 'remedyEndsOn', 'remedy'],
      may: ['party', 'demandDays', 'case'],
      usual: {
        cause: linkedField('case', 'cause'),
        party: linkedField('case', 'party'),
        baseServedOn: linkedField('case', 'servedOn'),
      },
      papers: {
        demand: {
          label: '履行行政决定催告书',
          series: '催告',
          data: ['party', 'baseNumber', 'demandDays', 'demandServedOn'],
        },
      },
    },
    apply: {
      label: '申请强制执行',
      by: ['township-head', 'enforcement-officer'],
      basis: [cite('QZ', '53'), cite('QZ', '55')],
      from: ['demanded'],
      to: 'applied',
      day: 'appliedOn',
      asks: ['court', 'materials', 'remedy'],
      may: ['lateReason', 'remedyEndsOn'],
      rules: [
        {
          rule: rule('QZ-15'),
          breached: ({ values: { demandServedOn, remedyEndsOn, remedy, lateReason }, actOn }) => {
            const tooSoon =
              demandServedOn === undefined ||
              judgeTerm('QZ-15.urge', demandServedOn, actOn) === 'breached' ||
              remedy === 'pending' ||
              remedyEndsOn === undefined ||
              remedyEndsOn >= actOn;
            return tooSoon || (judgeTerm('QZ-15', remedyEndsOn, actOn) === 'breached' && !lateReason);
          },
          remedy:
            '请等催告书送达满十个工作日、复议和起诉期限届满，再在三个月内申请；已经超过三个月的，写明正当理由。',
        },
        {
          rule: rule('QZ-16'),
          breached: ({ values }) => (values.materials ?? []).length < Object.keys(MATERIALS).length,
          remedy: '请补齐申请书、决定书及依据、当事人意见和催告情况、执行标的四类材料。',
        },
      ],
      papers: {
        application: {
          label: '强制执行申请书',
          series: '强执申',
          data: ['court', 'party', 'baseNumber', 'baseServedOn', 'demandServedOn', 'materials', 'appliedOn'],
        },
      },
    },
    rule: {
      label: '登记法院裁定',
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('QZ', '56-58'),
      from: ['applied'],
      to: 'ruled',
      day: 'rulingOn',
      asks: ['ruling'],
    },
    appeal: {
      label: '向上一级法院申请复议',
      by: ['township-head', 'enforcement-officer'],
      basis: cite('QZ', '56,58'),
      from: ['ruled'],
      to: 'appealed',
      day: 'appealedOn',
    },
    end: {
      label: '登记执行结果',
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('QZ', '53'),
      from: ['demanded', 'applied', 'ruled', 'appealed'],
      to: 'ended',
      day: 'endedOn',
      asks: ['endFor'],
    },
  },
  terms: [
    { rule: 'QZ-15', from: 'remedyEndsOn', metBy: 'appliedOn' },
    { rule: 'QZ-15.urge', from: 'demandServedOn', metBy: 'appliedOn' },
    {
      rule: 'QZ-17.review',
      from: 'rulingOn',
      metBy: 'appealedOn',
      where: ({ values }) => values.ruling === 'rejected' || values.ruling === 'refused',
    },
  ],
  figures: {
    'court-enforcements': {
      label: '申请法院强制执行',
      unit: '件',
      definition: '申请日在统计期内、向人民法院提出的强制执行申请；催告后当事人履行而没有申请的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'appliedOn',
    },
    'court-enforcements.granted': {
      label: '法院裁定准予执行',
      unit: '件',
      definition: '收到裁定日在统计期内、裁定准予执行的申请。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'rulingOn',
      where: ({ values }) => values.ruling === 'granted',
    },
  },
  examples: [
    [
      {
        step: 'demand',
        on: '2024-03-04',
        values: {
          cause: '未批先建罚款的强制执行',
          party: [{ name: '罗某某' }],
          baseNumber: '演示罚决〔2023〕4号',
          baseServedOn: '2023-08-21',
          remedyEndsOn: '2024-02-21',
          remedy: 'none',
          demandDays: 10,
          demandServedOn: '2024-03-04',
        },
      },
      {
        step: 'apply',
        on: '2024-03-20',
        values: {
          court: '样县人民法院',
          materials: ['application', 'decision', 'opinions', 'object'],
          remedy: 'none',
          appliedOn: '2024-03-20',
        },
      },
      { step: 'rule', on: '2024-04-02', values: { ruling: 'refused', rulingOn: '2024-04-02' } },
      { step: 'appeal', on: '2024-04-12', values: { appealedOn: '2024-04-12' } },
      { step: 'end', on: '2024-06-03', values: { endFor: 'performed', endedOn: '2024-06-03' } },
    ],
  ],
});
