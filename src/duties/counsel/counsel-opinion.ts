import { count, dayField, defineKind, file, LAST, link, longText, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { isOutsideTerm } from './engaged.ts';

/**
 * A written opinion of counsel (法律意见书). It is heard before the office decides and is never the review of legality
 * itself, which stands as a matter of its own.
 */
export const counselOpinion = defineKind({
  code: 'counsel-opinion',
  label: '法律意见书',
  room: 'counsel',
  version: 1,
  title: 'question',
  fields: {
    engagement: link('聘用合同', 'counsel-engagement'),
    question: text('咨询事项', { max: 120, help: '不写当事人姓名' }),
    about: oneOf('用于', {
      decision: '重大行政决策',
      document: '规范性文件',
      contract: '合同协议',
      enforcement: '行政执法',
      dispute: '纠纷处理、信访',
      lawsuit: '复议、诉讼',
      other: '其他',
    }),
    askedOn: dayField('提请日'),
    conclusion: oneOf('结论', { lawful: '合法可行', amend: '修改后可行', unlawful: '不合法' }),
    points: count('提出意见', '条', { max: 200 }),
    opinion: file('意见书'),
    givenOn: dayField('出具日'),
    adopted: count('采纳', '条', { max: 200 }),
    reasons: longText('未采纳的理由', { max: 2000 }),
    answeredOn: dayField('反馈日'),
  },
  states: { asked: '待出具', given: '已出具', answered: '已反馈采纳' },
  steps: {
    ask: {
      label: '提请',
      by: ['judicial-office', 'area-lead', 'township-head'],
      basis: cite('FLG', '*'),
      from: 'start',
      to: 'asked',
      day: 'askedOn',
      asks: ['question', 'about'],
      may: ['engagement'],
      usual: { engagement: LAST },
    },
    give: {
      label: '出具意见',
      by: ['judicial-office', 'counsel'],
      basis: [cite('FLG', '*'), cite('JC', '28')],
      from: ['asked'],
      to: 'given',
      day: 'givenOn',
      asks: ['conclusion', 'points'],
      may: ['opinion', 'engagement'],
      rules: [
        {
          rule: rule('GF-17.term'),
          breached: ({ linked, actOn }) => isOutsideTerm(linked.engagement, actOn),
          remedy: '请核对日期和聘用合同；合同已经届满的先续聘，确实另有约定的写明理由。',
        },
      ],
      papers: {
        opinion: {
          label: '法律意见书',
          series: '法意',
          data: ['question', 'about', 'conclusion', 'points', 'givenOn'],
        },
      },
    },
    answer: {
      label: '反馈采纳情况',
      by: ['judicial-office', 'area-lead', 'township-head'],
      basis: cite('FLG', '*'),
      from: ['given'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['adopted'],
      may: ['reasons'],
      rules: [
        {
          rule: rule('GF-18'),
          breached: ({ values: { conclusion, points = 0, adopted = 0, reasons } }) =>
            (conclusion === 'unlawful' || adopted < points) && reasons === undefined,
          remedy: '顾问认为不合法的不要提交讨论；有意见没有采纳的，请写明理由。',
        },
      ],
    },
  },
  figures: {
    'counsel.opinions': {
      label: '法律顾问出具法律意见书',
      unit: '份',
      definition: '出具日在统计期内的法律意见书；口头咨询、审查意见不计。',
      chapter: 'counsel',
      measure: 'flow',
      on: 'givenOn',
    },
    'counsel.opinions-adopted': {
      label: '法律意见采纳率',
      unit: '%',
      definition: '反馈日在统计期内的法律意见书：采纳的意见条数除以提出的条数。',
      chapter: 'counsel',
      measure: 'ratio',
      on: 'answeredOn',
      numerator: ({ values }) => values.adopted,
      denominator: ({ values }) => values.points,
    },
  },
  examples: [
    [
      {
        step: 'ask',
        on: '2024-04-08',
        values: { question: '集镇摊位出租能否直接协商', about: 'contract', askedOn: '2024-04-08' },
      },
      { step: 'give', on: '2024-04-11', values: { conclusion: 'amend', points: 3, givenOn: '2024-04-11' } },
      {
        step: 'answer',
        on: '2024-04-15',
        values: { adopted: 2, reasons: '第三条涉及上级定价，已另行请示', answeredOn: '2024-04-15' },
      },
    ],
  ],
});
