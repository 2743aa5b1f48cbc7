import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK, UNITS } from './desk.ts';

/** Index of an order of the 12345 hotline (12345工单): worked in the upper platform, imported from its export. */
export const hotlineOrder = defineKind({
  code: 'hotline-order',
  label: '12345工单',
  room: 'oversight',
  version: 1,
  home: { platform: '12345政务服务便民热线平台' },
  village: 'optional',
  title: 'subject',
  fields: {
    number: text('工单号', { max: 60, code: true }),
    subject: text('诉求事项', { max: 60, help: '只写什么事，如“路灯不亮”；不写姓名、电话、住址' }),
    type: oneOf('诉求类别', {
      consultation: '咨询',
      request: '求助',
      complaint: '投诉举报',
      suggestion: '意见建议',
      other: '其他',
    }),
    receivedOn: dayField('派单日'),
    due: dayField('要求答复日', { future: true }),
    unit: text('承办单位', { max: 60 }),
    answeredOn: dayField('答复日'),
    satisfaction: oneOf('回访评价', {
      satisfied: '满意',
      basic: '基本满意',
      dissatisfied: '不满意',
      none: '没有评价',
    }),
    visitedOn: dayField('回访日'),
  },
  states: { open: '办理中', answered: '已答复', visited: '已回访' },
  steps: {
    receive: {
      label: '登记派单',
      by: [...DESK, 'window-clerk'],
      basis: [cite('G5', '*'), cite('GYS', '*')],
      from: 'start',
      to: 'open',
      day: 'receivedOn',
      asks: ['number', 'subject', 'type'],
      may: ['due', 'unit'],
    },
    answer: {
      label: '答复',
      by: UNITS,
      basis: [cite('G5', '*'), cite('GYS', '*')],
      from: ['open'],
      to: 'answered',
      day: 'answeredOn',
    },
    visit: {
      label: '登记回访评价',
      by: [...DESK, 'window-clerk'],
      basis: [cite('G5', '*'), cite('GYS', '*')],
      from: ['answered'],
      to: 'visited',
      day: 'visitedOn',
      asks: ['satisfaction'],
    },
    index: {
      label: '导入已办结的工单',
      by: [...DESK, 'window-clerk'],
      basis: [cite('G5', '*'), cite('GYS', '*')],
      from: 'start',
      to: 'visited',
      day: 'visitedOn',
      asks: ['number', 'subject', 'type', 'receivedOn', 'answeredOn'],
      may: ['due', 'unit', 'satisfaction'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'receivedOn', by: 'due', metBy: 'answeredOn' }],
  figures: {
    'hotline.orders': {
      label: '办理12345工单',
      unit: '件',
      definition: '派单日在统计期内的12345工单，按工单计；重复派单的各计一件。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
    },
    'hotline.on-time-rate': {
      label: '12345工单按期答复率',
      unit: '%',
      definition:
        '要求答复日在统计期内的工单：在要求答复日以前答复的件数除以全部件数；没有要求答复日的不计。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'due',
      numerator: ({ values: { answeredOn, due } }) =>
        answeredOn !== undefined && due !== undefined && answeredOn <= due ? 1 : 0,
      denominator: () => 1,
    },
    'hotline.satisfaction-rate': {
      label: '12345工单群众满意率',
      unit: '%',
      definition: '回访日在统计期内、作了评价的工单：满意和基本满意的件数除以评价的件数。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'visitedOn',
      numerator: ({ values: { satisfaction } }) =>
        satisfaction === 'satisfied' || satisfaction === 'basic' ? 1 : 0,
      denominator: ({ values: { satisfaction } }) =>
        satisfaction === undefined || satisfaction === 'none' ? 0 : 1,
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-05-13',
        village: '石桥村',
        source: 'platform',
        values: {
          number: 'RX20240513-0082',
          subject: '路灯不亮',
          type: 'request',
          receivedOn: '2024-05-13',
          due: '2024-05-20',
        },
      },
      { step: 'answer', on: '2024-05-16', values: { answeredOn: '2024-05-16' } },
      { step: 'visit', on: '2024-05-22', values: { satisfaction: 'satisfied', visitedOn: '2024-05-22' } },
    ],
    [
      {
        step: 'index',
        on: '2024-06-28',
        source: 'platform',
        values: {
          number: 'RX20240611-0117',
          subject: '咨询医保缴费',
          type: 'consultation',
          receivedOn: '2024-06-11',
          due: '2024-06-18',
          answeredOn: '2024-06-12',
          satisfaction: 'none',
          visitedOn: '2024-06-28',
        },
      },
    ],
  ],
});
