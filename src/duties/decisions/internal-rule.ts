import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

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
    issuedOn: dayField('印发日'),
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
  },
  examples: [
    [
      {
        step: 'issue',
        on: '2024-02-06',
        values: { title: '汛期领导带班和值班值守制度', subject: 'duty-roster', issuedOn: '2024-02-06' },
      },
      { step: 'repeal', on: '2024-11-01', values: { repealedOn: '2024-11-01' } },
    ],
  ],
});
