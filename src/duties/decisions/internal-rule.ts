import { dayField, defineKind, link, manyOf, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { NORMATIVE } from './document-test.ts';

/** An internal rule (内部制度) of the office. It binds no citizen: whatever does is a normative document. */
export const internalRule = defineKind({
  code: 'internal-rule',
  label: '内部制度',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields: {
    title: text('制度名称', { help: '涉及群众权利义务的不是内部制度，请登记为行政规范性文件' }),
    subject: oneOf('类别', {
      'duty-roster': '值班值守',
      decision: '议事决策',
      finance: '财务',
      archive: '档案',
      study: '学法',
      other: '其他',
    }),
    normative: manyOf('有没有这些情形', NORMATIVE, { help: '一个都没有的，才是内部制度' }),
    review: link('合法性审查', 'legality-review'),
    discussion: link('审议的会议', 'gathering'),
    number: text('发文字号', { max: 40, code: true }),
    issuedOn: dayField('印发日'),
    revisedOn: dayField('修订日'),
    repealedOn: dayField('废止日'),
  },
  states: { valid: '现行', repealed: '已废止' },
  steps: {
    issue: {
      label: '印发',
      by: ['judicial-office', 'emergency-officer', 'area-lead'],
      basis: cite('DF', '76'),
      from: 'start',
      to: 'valid',
      day: 'issuedOn',
      asks: ['title', 'subject'],
      may: ['normative', 'review', 'discussion', 'number'],
      rules: [
        {
          rule: rule('GF-08'),
          breached: ({ values }) => (values.normative ?? []).length > 0,
          remedy: '它约束的是群众，不是本机关自己，请改登记为“行政规范性文件”，送合法性审核。',
        },
      ],
    },
    revise: {
      label: '修订',
      by: ['judicial-office', 'emergency-officer', 'area-lead'],
      basis: cite('DF', '76'),
      from: ['valid'],
      day: 'revisedOn',
      may: ['title', 'number', 'review', 'discussion'],
    },
    repeal: {
      label: '废止',
      by: ['judicial-office', 'emergency-officer', 'area-lead'],
      basis: cite('DF', '76'),
      from: ['valid'],
      to: 'repealed',
      day: 'repealedOn',
    },
  },
  figures: {
    'internal-rules.duty-roster': {
      label: '值班值守制度',
      unit: '个',
      definition: '截至统计日现行的值班值守类内部制度。',
      chapter: 'emergency',
      room: 'emergency',
      measure: 'stock',
      from: 'issuedOn',
      until: 'repealedOn',
      where: ({ values }) => values.subject === 'duty-roster',
    },
    'internal-rules.issued': {
      label: '制定内部制度',
      unit: '个',
      definition: '印发日在统计期内的内部制度；行政规范性文件不计。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'issuedOn',
      counter: false,
    },
  },
  examples: [
    [
      {
        step: 'issue',
        on: '2024-02-06',
        values: { title: '汛期领导带班和值班值守制度', subject: 'duty-roster', issuedOn: '2024-02-06' },
      },
      {
        step: 'revise',
        on: '2024-06-03',
        values: { number: '演示党政办〔2024〕3号', revisedOn: '2024-06-03' },
      },
      { step: 'repeal', on: '2024-11-01', values: { repealedOn: '2024-11-01' } },
    ],
  ],
});
