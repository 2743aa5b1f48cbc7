import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** A normative document (行政规范性文件) of the township. A year without one is a stated zero. */
export const normativeDocument = defineKind({
  code: 'normative-document',
  label: '行政规范性文件',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields: {
    title: text('文件名称', { privacy: 'public' }),
    review: oneOf('合法性审核', { passed: '已审核通过', missing: '未审核' }),
    reviewedOn: dayField('审核日'),
    discussedOn: dayField('集体审议日'),
    number: text('发文字号', { privacy: 'public', max: 40, code: true }),
    issuedOn: dayField('印发日', { privacy: 'public' }),
    publishedOn: dayField('公开日', { privacy: 'public' }),
    filedOn: dayField('备案日'),
  },
  states: { drafted: '起草中', issued: '已印发', published: '已公开' },
  steps: {
    draft: {
      label: '起草',
      by: ['judicial-office', 'area-lead'],
      basis: cite('DF', '76(1)'),
      from: 'start',
      to: 'drafted',
      asks: ['title'],
    },
    issue: {
      label: '印发',
      by: ['judicial-office', 'township-head'],
      basis: cite('DF', '76(1)'),
      from: ['drafted'],
      to: 'issued',
      day: 'issuedOn',
      asks: ['number', 'review'],
      may: ['reviewedOn', 'discussedOn'],
      rules: [
        {
          // 国办发〔2018〕115号只凭记忆，是提醒，不是硬规则。
          rule: rule('GF-08'),
          breached: ({ values }) => values.review !== 'passed',
          remedy: '请先送合法性审核；审核通过后再提交审议、印发。',
        },
      ],
    },
    publish: {
      label: '公开',
      by: ['judicial-office'],
      basis: [cite('GK', '20(1)'), cite('GK', '26')],
      from: ['issued'],
      to: 'published',
      day: 'publishedOn',
      may: ['filedOn'],
    },
  },
  terms: [{ rule: 'GK-08', from: 'issuedOn', metBy: 'publishedOn' }],
  figures: {
    'normative-documents.issued': {
      label: '制定规范性文件',
      unit: '件',
      definition: '统计期内印发的行政规范性文件；内部制度不是规范性文件，不计。没有制定的，报告写明未制定。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'issuedOn',
    },
  },
  disclosure: { in: ['published'], fields: ['title', 'number', 'issuedOn', 'publishedOn'] },
  examples: [
    [
      { step: 'draft', on: '2024-03-01', values: { title: '集镇摊位管理办法' } },
      {
        step: 'issue',
        on: '2024-04-08',
        values: {
          number: '演示府发〔2024〕1号',
          issuedOn: '2024-04-08',
          review: 'passed',
          reviewedOn: '2024-03-20',
          discussedOn: '2024-04-02',
        },
      },
      { step: 'publish', on: '2024-04-15', values: { publishedOn: '2024-04-15' } },
    ],
  ],
});
