import { count, dayField, defineKind, LAST, link, longText, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { isCertifiedOn } from './officers.ts';

/** What enforcement supervisors did (执法监督活动): what they looked at, found, advised, and what came of it. */
export const enforcementSupervision = defineKind({
  code: 'enforcement-supervision',
  label: '执法监督活动',
  room: 'enforcement',
  version: 1,
  title: 'title',
  fields: {
    title: text('监督名称', { max: 80, help: '不写当事人姓名，如“二季度市容执法现场监督”' }),
    form: oneOf('监督方式', {
      scene: '执法现场监督',
      file: '调阅案卷、资料',
      special: '专项监督检查',
      complaint: '受理投诉举报',
      survey: '走访企业、群众',
    }),
    object: text('监督对象', { max: 80, help: '机构名称，如“综合行政执法队”' }),
    supervisor: link('监督员', 'enforcement-supervisor'),
    supervisedOn: dayField('监督日'),
    problems: count('发现问题', '个', { max: 1000 }),
    findings: longText('发现的问题', { privacy: 'personal' }),
    number: text('意见书编号', { max: 40, code: true }),
    advice: longText('监督意见', { privacy: 'personal' }),
    opinedOn: dayField('提出意见日'),
    answer: oneOf('整改情况', {
      done: '全部整改',
      part: '部分整改',
      objected: '提出异议',
      refused: '拒绝、阻挠监督',
    }),
    rectified: count('整改问题', '个', { max: 1000 }),
    rectifiedOn: dayField('反馈整改日'),
  },
  states: { supervised: '已监督', opined: '已提出意见', answered: '已反馈整改' },
  steps: {
    supervise: {
      label: '登记监督',
      by: ['enforcement-supervisor', 'judicial-office'],
      basis: [cite('CF', '24'), cite('ZFJ', '2,6')],
      from: 'start',
      to: 'supervised',
      day: 'supervisedOn',
      asks: ['title', 'form', 'object', 'problems'],
      may: ['supervisor', 'findings'],
      usual: { supervisor: LAST },
      records: true,
      rules: [
        {
          rule: rule('ZF-19'),
          breached: ({ linked: { supervisor }, actOn }) =>
            supervisor !== undefined && !isCertifiedOn(supervisor, actOn),
          remedy: '请另派监督证当天有效的监督员；已经去了的，照实登记并写明情况。',
        },
      ],
    },
    opine: {
      label: '提出监督意见',
      by: ['enforcement-supervisor', 'judicial-office'],
      basis: [cite('CF', '24'), cite('ZFJ', '2,6')],
      from: ['supervised'],
      to: 'opined',
      day: 'opinedOn',
      asks: ['advice'],
      may: ['number'],
      papers: {
        opinion: {
          label: '行政执法监督意见书',
          series: '执监意',
          data: ['object', 'findings', 'advice', 'opinedOn'],
        },
      },
    },
    answer: {
      label: '反馈整改',
      by: ['enforcement-officer', 'judicial-office', 'area-lead'],
      basis: cite('ZFJ', '39-41'),
      from: ['opined'],
      to: 'answered',
      day: 'rectifiedOn',
      asks: ['answer', 'rectified'],
      rules: [
        {
          rule: rule('ZF-16'),
          breached: ({ values }) => values.answer === 'refused',
          remedy: '请配合监督；有不同意见的，书面提出异议和理由。',
        },
      ],
    },
  },
  figures: {
    'enforcement-supervisions': {
      label: '开展执法监督',
      unit: '次',
      definition: '监督日在统计期内的执法监督活动；案卷评查另计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'supervisedOn',
    },
    'enforcement-supervisions.problems': {
      label: '执法监督发现问题',
      unit: '个',
      definition: '监督日在统计期内的执法监督活动所发现问题的个数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'supervisedOn',
      amount: ({ values }) => values.problems,
    },
    'enforcement-supervisions.rectified': {
      label: '执法监督整改问题',
      unit: '个',
      definition: '反馈整改日在统计期内的执法监督活动所整改问题的个数之和。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'rectifiedOn',
      amount: ({ values }) => values.rectified,
    },
  },
  examples: [
    [
      {
        step: 'supervise',
        on: '2024-05-16',
        values: {
          title: '二季度市容执法现场监督',
          form: 'scene',
          object: '综合行政执法队',
          supervisor: '00000000-0000-4000-8000-000000000005',
          supervisedOn: '2024-05-16',
          problems: 1,
          findings: '到场后先检查、后出示证件。',
        },
      },
      {
        step: 'opine',
        on: '2024-05-17',
        values: { advice: '今后到场先出示证件，再说明检查事项。', opinedOn: '2024-05-17' },
      },
      {
        step: 'answer',
        on: '2024-05-24',
        values: { answer: 'done', rectified: 1, rectifiedOn: '2024-05-24' },
      },
    ],
  ],
});
