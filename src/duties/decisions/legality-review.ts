import {
  count,
  dayField,
  defineKind,
  file,
  longText,
  oneOf,
  text,
  UNIT,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** What is reviewed. A grave enforcement decision is reviewed in its own case (重大执法决定法制审核). */
export const REVIEWED = {
  decision: '重大行政决策（合法性审查）',
  document: '行政规范性文件（合法性审核）',
  contract: '合同协议（合法性审查）',
  village: '村级合同、村规民约（合法性审查）',
  other: '其他涉法事务（合法性审查）',
} as const;

const fields = {
  title: text('送审名称', { max: 120, help: '不写当事人姓名' }),
  type: oneOf('送审类型', REVIEWED),
  office: text('送审单位', { max: 60 }),
  material: file('送审材料'),
  submittedOn: dayField('送审日'),
  missing: longText('要补的材料', { max: 1000 }),
  returnedOn: dayField('退回补充日'),
  completeOn: dayField('材料齐备日'),
  counselHeardOn: dayField('听取法律顾问、公职律师意见日'),
  term: count('审查期限', '工作日', { min: 1, max: 90 }),
  opinion: oneOf('审查意见', {
    lawful: '合法',
    amend: '修改后合法',
    unlawful: '不合法',
    outside: '不属于审查范围',
  }),
  suggestions: count('提出意见', '条', { max: 1000 }),
  advice: longText('意见内容'),
  opinionOn: dayField('出具意见日'),
  adopted: count('采纳', '条', { max: 1000 }),
  reasons: longText('未采纳的理由', { max: 2000 }),
  adoptedOn: dayField('反馈采纳情况日'),
};
type Review = Matter<typeof fields>;

const isOf =
  (type: keyof typeof REVIEWED) =>
  ({ values }: Review): boolean =>
    values.type === type;

/** Reviews of one type by the day of the opinion. */
function opinionsOf(label: string, unit: string, type: keyof typeof REVIEWED) {
  return {
    label,
    unit,
    definition: `出具意见日在统计期内、送审类型为“${REVIEWED[type]}”的审查；退回补充而没有出具意见的不计。`,
    chapter: 'decisions',
    measure: 'flow',
    on: 'opinionOn',
    where: isOf(type),
    relations: [{ to: 'legality-reviews', is: 'part-of' }],
  } as const;
}

/**
 * A review of legality (合法性审查、合法性审核) as a matter of its own; what it reviews links to it. An opinion of counsel is
 * heard in it and is never the review itself.
 */
export const legalityReview = defineKind({
  code: 'legality-review',
  label: '合法性审查',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields,
  states: {
    submitted: '审查中',
    returned: '退回补充',
    opined: '已出意见',
    answered: '已反馈采纳',
  },
  steps: {
    submit: {
      label: '送审',
      by: ['judicial-office', 'area-lead', 'enforcement-officer', 'window-clerk', 'village-cadre'],
      basis: [cite('JC', '25'), cite('N115', '*'), cite('HFS', '*')],
      from: 'start',
      to: 'submitted',
      day: 'submittedOn',
      sameDay: ['completeOn'],
      asks: ['title', 'type', 'office'],
      may: ['material'],
      usual: { office: UNIT },
      takes: { term: { setting: 'GF-16.contract', where: ({ type }) => type === 'contract' } },
      papers: {
        request: {
          label: '合法性审查送审单',
          series: '审送',
          data: ['title', 'type', 'office', 'submittedOn'],
        },
      },
    },
    return: {
      label: '退回补充材料',
      by: ['legality-reviewer', 'judicial-office'],
      basis: cite('HFS', '*'),
      from: ['submitted'],
      to: 'returned',
      day: 'returnedOn',
      asks: ['missing'],
    },
    complete: {
      label: '收齐材料',
      by: ['legality-reviewer', 'judicial-office'],
      basis: cite('HFS', '*'),
      from: ['returned'],
      to: 'submitted',
      day: 'completeOn',
      may: ['material'],
    },
    opine: {
      label: '出具意见',
      by: ['legality-reviewer', 'judicial-office'],
      basis: [cite('JC', '27'), cite('N115', '*'), cite('HFS', '*')],
      from: ['submitted'],
      to: 'opined',
      day: 'opinionOn',
      asks: ['opinion', 'suggestions'],
      may: ['advice', 'counselHeardOn'],
      rules: [
        {
          rule: rule('JC-11'),
          breached: ({ values }) => values.type === 'decision' && values.counselHeardOn === undefined,
          remedy: '请先听取法律顾问或者公职律师的意见，并登记日期。',
        },
      ],
      papers: {
        opinion: {
          label: '合法性审查意见书',
          series: '审意',
          data: ['title', 'type', 'office', 'opinion', 'suggestions', 'advice', 'opinionOn'],
        },
      },
    },
    answer: {
      label: '反馈采纳情况',
      by: ['judicial-office', 'area-lead', 'enforcement-officer', 'window-clerk', 'village-cadre'],
      basis: cite('HFS', '*'),
      from: ['opined'],
      to: 'answered',
      day: 'adoptedOn',
      asks: ['adopted'],
      may: ['reasons'],
      rules: [
        {
          rule: rule('GF-16'),
          breached: ({ values: { adopted = 0, suggestions = 0, reasons } }) =>
            adopted < suggestions && reasons === undefined,
          remedy: '请写明哪几条没有采纳、为什么。',
        },
      ],
    },
  },
  terms: [
    { rule: 'JC-10', from: 'submittedOn', metBy: 'opinionOn', where: isOf('decision') },
    { rule: 'GF-09', from: 'completeOn', metBy: 'opinionOn', where: isOf('document') },
    { rule: 'GF-09.minimum', from: 'completeOn', metBy: 'opinionOn', where: isOf('document') },
    {
      rule: 'GF-16.contract',
      from: 'completeOn',
      metBy: 'opinionOn',
      where: isOf('contract'),
      count: 'term',
    },
  ],
  figures: {
    'legality-reviews': {
      label: '开展合法性审查',
      unit: '件',
      definition:
        '出具意见日在统计期内的合法性审查、审核，含决策、规范性文件、合同、村级和其他涉法事务；一件送审只计一次。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'opinionOn',
    },
    'legality-reviews.decision': opinionsOf('重大行政决策合法性审查', '件', 'decision'),
    'legality-reviews.document': opinionsOf('行政规范性文件合法性审核', '件', 'document'),
    'legality-reviews.contract': opinionsOf('审查合同', '份', 'contract'),
    'legality-reviews.village': opinionsOf('审查村级合同和村规民约', '件', 'village'),
    'legality-reviews.suggestions': {
      label: '合法性审查提出意见',
      unit: '条',
      definition: '出具意见日在统计期内的审查所提意见的条数之和。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'opinionOn',
      amount: ({ values }) => values.suggestions,
    },
    'legality-reviews.adopted': {
      label: '合法性审查意见被采纳',
      unit: '条',
      definition: '反馈采纳情况的日期在统计期内的审查中被采纳的条数之和。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'adoptedOn',
      amount: ({ values }) => values.adopted,
    },
    'legality-reviews.adoption-rate': {
      label: '合法性审查意见采纳率',
      unit: '%',
      definition: '反馈采纳情况的日期在统计期内的审查：采纳条数除以提出条数。',
      chapter: 'decisions',
      measure: 'ratio',
      on: 'adoptedOn',
      numerator: ({ values }) => values.adopted,
      denominator: ({ values }) => values.suggestions,
    },
  },
  examples: [
    [
      {
        step: 'submit',
        on: '2024-03-04',
        values: {
          title: '集镇停车场经营合同',
          type: 'contract',
          office: '村镇建设服务中心',
          submittedOn: '2024-03-04',
        },
      },
      { step: 'return', on: '2024-03-05', values: { returnedOn: '2024-03-05', missing: '缺资产权属证明' } },
      { step: 'complete', on: '2024-03-06', values: { completeOn: '2024-03-06' } },
      {
        step: 'opine',
        on: '2024-03-11',
        values: {
          opinion: 'amend',
          suggestions: 3,
          advice: '违约责任不对等；争议解决条款应写明法院；租期不得超过二十年。',
          opinionOn: '2024-03-11',
        },
      },
      {
        step: 'answer',
        on: '2024-03-13',
        values: { adopted: 2, reasons: '租期按上级批复执行，没有超过二十年。', adoptedOn: '2024-03-13' },
      },
    ],
    [
      {
        step: 'submit',
        on: '2024-06-17',
        values: {
          title: '石桥片区农村供水工程决策草案',
          type: 'decision',
          office: '村镇建设服务中心',
          submittedOn: '2024-06-17',
        },
      },
      {
        step: 'opine',
        on: '2024-06-27',
        values: {
          opinion: 'lawful',
          suggestions: 0,
          counselHeardOn: '2024-06-25',
          opinionOn: '2024-06-27',
        },
      },
    ],
  ],
});
