import { defineKind } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { fields, type Case } from './review-and-litigation-fields.ts';
import {
  AT_ANSWERING,
  AT_ARRANGING,
  AT_CLOSING,
  AT_HEARING,
  headCame,
  isAppeal,
  isFinal,
  isLawsuit,
  isLost,
  isRespondent,
  TERMS,
} from './review-and-litigation-law.ts';

function received(type: 'review' | 'lawsuit', label: string) {
  return {
    label,
    unit: '件',
    definition: `收到副本日在统计期内、以本乡镇为被申请人或者被告的${label}；第三人和受委托的不计，二审、再审是同一件，不另计。`,
    chapter: 'oversight',
    measure: 'flow',
    on: 'receivedOn',
    where: (m: Case) => m.values.type === type && isRespondent(m) && !isAppeal(m),
  } as const;
}

function lost(type: 'review' | 'lawsuit', label: string) {
  return {
    label,
    unit: '件',
    definition:
      '收到决定、判决日在统计期内，被撤销、变更、确认违法无效或者责令履行的案件；上诉的按二审结果，一件只计一次。',
    chapter: 'oversight',
    measure: 'flow',
    on: 'resultOn',
    counter: false,
    where: (m: Case) => m.values.type === type && isRespondent(m) && isLost(m) && isFinal(m),
  } as const;
}

/** A review or a lawsuit against the township (行政复议、行政诉讼), as the one who has to answer. */
export const reviewAndLitigation = defineKind({
  code: 'review-and-litigation',
  label: '复议诉讼案件',
  room: 'oversight',
  version: 1,
  title: 'cause',
  fields,
  states: {
    received: '待答复',
    answered: '已答复',
    decided: '已有结果',
    appealed: '已上诉',
    closed: '已办结',
  },
  steps: {
    receive: {
      label: '收到副本',
      by: ['judicial-office'],
      basis: [cite('FY', '48'), cite('SS', '67')],
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['cause', 'type', 'role', 'about'],
      may: ['appealOf', 'procedure', 'organ', 'number', 'party'],
    },
    answer: {
      label: '答复并提交证据',
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '48'), cite('FY', '54'), cite('SS', '67')],
      from: ['received'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['gathered'],
      rules: AT_ANSWERING,
      papers: {
        answer: {
          label: '行政复议答复书、行政诉讼答辩状',
          series: '复答',
          data: ['cause', 'number', 'organ', 'answeredOn'],
        },
      },
    },
    arrange: {
      label: '安排出庭',
      when: ({ values }) => values.heldOn === undefined,
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '51'), cite('SS', '3'), cite('FZR', '6'), cite('FZR', '9')],
      from: ['received', 'answered'],
      day: 'arrangedOn',
      asks: ['hearingFor', 'attending'],
      may: ['excused', 'identity', 'proof'],
      rules: AT_ARRANGING,
    },
    attend: {
      label: '登记听证、开庭',
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '51'), cite('SS', '3')],
      from: ['received', 'answered'],
      day: 'heldOn',
      records: true,
      asks: ['attended'],
      may: ['excused', 'identity', 'proof', 'hearingFor'],
      rules: AT_HEARING,
    },
    decide: {
      label: '收到结果',
      by: ['judicial-office'],
      basis: [cite('FY', '77'), cite('SS', '94')],
      from: ['received', 'answered'],
      to: 'decided',
      day: 'resultOn',
      asks: ['result'],
      may: ['paper', 'finally', 'performBy'],
    },
    appeal: {
      label: '登记上诉',
      when: (m) => isLawsuit(m) && !isAppeal(m),
      by: ['judicial-office', 'township-head'],
      basis: cite('SS', '85'),
      from: ['decided'],
      to: 'appealed',
      day: 'appealedOn',
      asks: ['appealed'],
    },
    perform: {
      label: '登记履行',
      when: (m) => isLost(m) && m.values.performedOn === undefined,
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '77'), cite('SS', '94')],
      from: ['decided'],
      day: 'performedOn',
    },
    close: {
      label: '办结',
      by: ['judicial-office'],
      basis: [cite('FY', '77'), cite('SS', '94')],
      from: ['decided'],
      to: 'closed',
      day: 'closedOn',
      rules: AT_CLOSING,
    },
  },
  terms: TERMS,
  figures: {
    'reviews.received': received('review', '行政复议案件'),
    'reviews.lost': lost('review', '行政复议被纠错'),
    'lawsuits.received': received('lawsuit', '行政诉讼案件'),
    'lawsuits.lost': lost('lawsuit', '行政诉讼败诉'),
    'lawsuits.head-attended': {
      label: '行政机关负责人出庭应诉率',
      unit: '%',
      definition:
        '开庭日在统计期内、乡镇作被告的行政诉讼案件：正职、副职或者分管负责人出庭的件数除以开庭件数；一审、二审各算一件。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'heldOn',
      numerator: (m) => (isLawsuit(m) && isRespondent(m) && headCame(m) ? 1 : 0),
      denominator: (m) => (isLawsuit(m) && isRespondent(m) ? 1 : 0),
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-04-08',
        values: {
          cause: '不服宅基地审批',
          type: 'lawsuit',
          role: 'respondent',
          about: 'licence',
          organ: '样县人民法院',
          party: [{ name: '罗某某' }],
          receivedOn: '2024-04-08',
        },
      },
      { step: 'answer', on: '2024-04-19', values: { gathered: 'no', answeredOn: '2024-04-19' } },
      {
        step: 'arrange',
        on: '2024-05-13',
        values: {
          hearingFor: '2024-05-20',
          attending: 'head',
          identity: 'given',
          arrangedOn: '2024-05-13',
        },
      },
      { step: 'attend', on: '2024-05-20', values: { attended: 'head', heldOn: '2024-05-20' } },
      {
        step: 'decide',
        on: '2024-06-17',
        values: { result: 'ordered', paper: 'judgment', performBy: '2024-08-16', resultOn: '2024-06-17' },
      },
      { step: 'perform', on: '2024-07-22', values: { performedOn: '2024-07-22' } },
      { step: 'close', on: '2024-07-24', values: { closedOn: '2024-07-24' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-06-03',
        values: {
          cause: '不服责令停止建设',
          type: 'lawsuit',
          role: 'respondent',
          about: 'other',
          receivedOn: '2024-06-03',
        },
      },
      { step: 'answer', on: '2024-06-12', values: { gathered: 'no', answeredOn: '2024-06-12' } },
      {
        step: 'decide',
        on: '2024-08-05',
        values: { result: 'upheld', paper: 'judgment', resultOn: '2024-08-05' },
      },
      { step: 'appeal', on: '2024-08-16', values: { appealed: 'them', appealedOn: '2024-08-16' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-09-09',
        values: {
          cause: '不服责令停止建设（二审）',
          type: 'lawsuit',
          role: 'respondent',
          about: 'other',
          appealOf: '00000000-0000-4000-8000-000000000001',
          receivedOn: '2024-09-09',
        },
      },
      {
        step: 'decide',
        on: '2024-11-11',
        values: { result: 'upheld', finally: 'stands', paper: 'judgment', resultOn: '2024-11-11' },
      },
      { step: 'close', on: '2024-11-12', values: { closedOn: '2024-11-12' } },
    ],
  ],
});
