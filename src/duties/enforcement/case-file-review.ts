import { count, dayField, defineKind, list, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A review of case files (案卷评查): what was drawn, how it was marked, what was wrong and what was mended. */
export const caseFileReview = defineKind({
  code: 'case-file-review',
  label: '案卷评查',
  room: 'enforcement',
  version: 1,
  title: 'title',
  fields: {
    title: text('评查名称', { max: 80, help: '如“2024年上半年执法案卷自查”' }),
    form: oneOf('评查方式', {
      own: '本乡镇自查',
      mutual: '乡镇之间互评',
      county: '县级评查',
      higher: '市级以上评查',
    }),
    kinds: text('案卷种类', { max: 80, help: '如“行政处罚、行政检查”' }),
    files: count('抽取案卷', '卷', { min: 1, max: 10_000 }),
    reviewedOn: dayField('评查日'),
    sheet: list(
      '评分表',
      {
        item: text('评查项目', { max: 80 }),
        full: count('满分', '分', { max: 1000 }),
        mark: count('得分', '分', { max: 1000 }),
        finding: text('扣分原因', { max: 200 }),
      },
      { needs: ['item', 'full', 'mark'], help: '扣分原因不写当事人姓名' },
    ),
    problems: count('发现问题', '个', { max: 10_000 }),
    findings: longText('评查意见', { privacy: 'personal' }),
    corrected: count('整改问题', '个', { max: 10_000 }),
    correctedOn: dayField('整改完成日'),
    measures: longText('整改情况', { privacy: 'personal' }),
  },
  states: { reviewed: '已评查', corrected: '已整改' },
  steps: {
    review: {
      label: '登记评查',
      by: ['judicial-office', 'enforcement-supervisor', 'enforcement-officer', 'legality-reviewer'],
      basis: [cite('CF', '47'), cite('N118', '*')],
      from: 'start',
      to: 'reviewed',
      day: 'reviewedOn',
      asks: ['title', 'form', 'files', 'problems'],
      may: ['kinds', 'sheet', 'findings'],
      checks: [
        {
          field: 'sheet',
          wrong: ({ values }) => (values.sheet ?? []).some(({ full = 0, mark = 0 }) => mark > full),
          sentence: '评分表里有一项得分超过满分。',
          next: '请核对满分和得分。',
        },
        {
          field: 'sheet',
          wrong: ({ values }) =>
            (values.sheet ?? []).some(
              ({ full = 0, mark = 0, finding }) => mark < full && finding === undefined,
            ),
          sentence: '评分表里扣了分的项目没有写扣分原因。',
          next: '请逐项写明为什么扣分；没有扣的，得分填满分。',
        },
      ],
    },
    correct: {
      label: '登记整改',
      by: ['enforcement-officer', 'judicial-office'],
      basis: [cite('CF', '47'), cite('N118', '*')],
      from: ['reviewed'],
      to: 'corrected',
      day: 'correctedOn',
      asks: ['corrected'],
      checks: [
        {
          field: 'corrected',
          wrong: ({ values: { corrected = 0, problems = 0 } }) => corrected > problems,
          sentence: '整改的问题比发现的还多。',
          next: '请核对整改和发现的个数。',
        },
      ],
      may: ['measures'],
    },
  },
  figures: {
    'case-file-reviews': {
      label: '案卷评查',
      unit: '次',
      definition: '评查日在统计期内的执法案卷评查，含自查和参加上级、互评的。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'reviewedOn',
    },
    'case-file-reviews.files': {
      label: '评查案卷',
      unit: '卷',
      definition: '评查日在统计期内的评查所抽本乡镇案卷的卷数之和；同一卷被评查两次计两卷次。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'reviewedOn',
      amount: ({ values }) => values.files,
    },
    'case-file-reviews.problems': {
      label: '案卷评查发现问题',
      unit: '个',
      definition: '评查日在统计期内的评查所发现问题的个数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'reviewedOn',
      amount: ({ values }) => values.problems,
    },
    'case-file-reviews.corrected': {
      label: '案卷评查整改问题',
      unit: '个',
      definition: '整改完成日在统计期内的评查所整改问题的个数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'correctedOn',
      amount: ({ values }) => values.corrected,
    },
  },
  examples: [
    [
      {
        step: 'review',
        on: '2024-07-16',
        values: {
          title: '2024年上半年执法案卷自查',
          form: 'own',
          kinds: '行政处罚、行政检查',
          files: 6,
          sheet: [
            { item: '主体和权限', full: 20, mark: 20 },
            { item: '程序', full: 40, mark: 36, finding: '一卷检查笔录缺协办人员签名' },
            { item: '文书和归档', full: 40, mark: 38, finding: '一卷目录与页码不符' },
          ],
          problems: 2,
          reviewedOn: '2024-07-16',
        },
      },
      {
        step: 'correct',
        on: '2024-07-30',
        values: { corrected: 2, measures: '已补签名、重排目录。', correctedOn: '2024-07-30' },
      },
    ],
  ],
});
