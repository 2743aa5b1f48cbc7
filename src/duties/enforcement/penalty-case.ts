import { defineKind } from '../../kernel/index.ts';
import { judgeTerm, RETENTION } from '../../law/index.ts';
import { DECISION } from './penalty-decision.ts';
import { EXECUTION } from './penalty-execution.ts';
import { isWorkedHere, owes, PENALTY_STATES, penaltyFields, punishes, type Case } from './penalty-fields.ts';
import { INQUIRY } from './penalty-inquiry.ts';
import { NOTICE } from './penalty-notice.ts';

/** What the upper system decided is published there. */
const isOwn = (matter: Case): boolean => punishes(matter) && isWorkedHere(matter);

/** A count of decided cases by the day of the decision. */
function casesWhere(label: string, definition: string, where: (matter: Case) => boolean) {
  return {
    label,
    unit: '件',
    definition,
    chapter: 'enforcement',
    measure: 'flow',
    on: 'decidedOn',
    where,
    counter: false,
  } as const;
}

/**
 * A penalty case (行政处罚案件) in two modes: the full ordinary procedure, or 登记 of a case that is worked in the upper
 * system. Both count by the day of the decision. What is decided on the spot is a kind of its own.
 */
export const penaltyCase = defineKind({
  code: 'penalty-case',
  label: '行政处罚案件',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields: penaltyFields,
  states: PENALTY_STATES,
  steps: {
    ...INQUIRY,
    ...NOTICE,
    ...DECISION,
    ...EXECUTION,
  },
  terms: [
    { rule: 'CF-39', from: 'filedOn', metBy: 'decidedOn' },
    { rule: 'CF-34', from: 'seizedOn', metBy: 'disposedOn' },
    {
      rule: 'CF-42',
      from: 'noticeOn',
      metBy: 'hearingAskedOn',
      where: ({ values }) => values.hearing === 'told',
    },
    { rule: 'CF-43', from: 'hearingFor', metBy: 'hearingNoticeOn' },
    { rule: 'GF-16.enforcement', from: 'reviewAskedOn', metBy: 'reviewedOn', count: 'reviewTerm' },
    { rule: 'CF-08', from: 'crimeReportedOn', metBy: 'crimeApprovedOn' },
    {
      rule: 'CF-08.transfer',
      from: 'crimeApprovedOn',
      metBy: 'crimeTransferredOn',
      at: { from: 'crimeApprovedAt', metBy: 'crimeTransferredAt' },
    },
    { rule: 'CF-08.handover', from: 'crimeFiledOn', metBy: 'crimeHandedOn' },
    {
      rule: 'CF-40',
      from: 'decidedOn',
      metBy: 'servedOn',
      where: (matter) => isWorkedHere(matter) && matter.values.result !== 'transfer',
    },
    {
      rule: 'CF-47',
      from: 'servedOn',
      metBy: 'paidOn',
      where: (matter) => owes(matter) && isWorkedHere(matter),
    },
    { rule: 'ZF-03.penalty', from: 'decidedOn', metBy: 'publishedOn', where: isOwn },
    {
      rule: 'CF-27',
      from: 'overturnedOn',
      metBy: 'withdrawnOn',
      where: ({ values }) => values.publishedOn !== undefined,
    },
  ],
  figures: {
    'penalty-cases': {
      label: '依法办理行政处罚案件',
      unit: '起',
      definition:
        '决定日在统计期内的行政处罚案件，含当场处罚和在上级系统办理、本系统登记的；不予处罚和移送的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'decidedOn',
      where: punishes,
    },
    'penalty-cases.ordinary': {
      ...casesWhere(
        '普通程序行政处罚案件',
        '决定日在统计期内、按普通程序作出行政处罚的案件，含上级系统办理的。',
        punishes,
      ),
      relations: [{ to: 'penalty-cases', is: 'part-of' }],
    },
    'penalty-cases.spared': casesWhere(
      '作出不予处罚决定',
      '决定日在统计期内作出不予处罚决定的案件，含轻微不罚、首违不罚和违法事实不成立。',
      ({ values }) => values.result === 'none',
    ),
    'penalty-cases.first-offence': {
      ...casesWhere(
        '首违不罚',
        '决定日在统计期内，因初次违法、后果轻微并及时改正而不予处罚的案件。',
        ({ values }) => values.result === 'none' && values.spared === 'first',
      ),
      relations: [{ to: 'penalty-cases.spared', is: 'part-of' }],
    },
    'penalty-cases.transferred': casesWhere(
      '移送案件',
      '决定日在统计期内处理结果为移送的案件。',
      ({ values }) => values.result === 'transfer',
    ),
    'penalty-cases.reviewed': {
      label: '重大执法决定法制审核',
      unit: '件',
      definition: '法制审核日在统计期内的行政处罚案件，一案只计一次（最后一次审核）。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'reviewedOn',
      counter: false,
    },
    'penalties.fines': {
      label: '罚款金额',
      unit: '元',
      definition: '决定日在统计期内的行政处罚决定所处罚款之和，含当场处罚和上级系统办理的；不含加处罚款。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'decidedOn',
      where: punishes,
      amount: ({ values }) => Math.round((values.fine ?? 0) / 100),
      counter: false,
    },
    'penalty-cases.in-time': {
      label: '行政处罚案件按期办结率',
      unit: '%',
      definition: '决定日在统计期内的普通程序案件：自立案之日起九十日内作出决定的件数除以全部件数。',
      chapter: 'enforcement',
      measure: 'ratio',
      on: 'decidedOn',
      numerator: ({ values: { filedOn, decidedOn } }) =>
        filedOn !== undefined &&
        decidedOn !== undefined &&
        judgeTerm('CF-39', filedOn, decidedOn) !== 'breached'
          ? 1
          : 0,
      denominator: ({ values }) => (values.decidedOn === undefined ? 0 : 1),
    },
  },
  alsoCounts: {
    'power-items.exercised': { on: 'decidedOn', key: ({ values }) => values.power },
  },
  examples: [
    [
      {
        step: 'file',
        on: '2024-04-08',
        village: '石桥村',
        values: {
          cause: '未经批准在集镇街道修建临时建筑物',
          lead: 'patrol',
          filedOn: '2024-04-08',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          party: [{ name: '罗某某' }],
          partyKind: 'citizen',
        },
      },
      {
        step: 'seize',
        on: '2024-04-09',
        values: {
          seizedItems: [{ name: '切割机', number: 1 }],
          seizureApprovedOn: '2024-04-09',
          seizedOn: '2024-04-09',
        },
      },
      {
        step: 'investigate',
        on: '2024-04-11',
        values: { means: ['ask', 'scene'], shown: 'shown', minutes: 'signed', investigatedOn: '2024-04-11' },
      },
      { step: 'dispose', on: '2024-04-16', values: { disposal: 'evidence', disposedOn: '2024-04-16' } },
      {
        step: 'conclude',
        on: '2024-05-06',
        values: { proposed: 'fine', proposedFine: 50_000, concludedOn: '2024-05-06' },
      },
      {
        step: 'notify',
        on: '2024-05-10',
        values: {
          proposed: 'fine',
          proposedFine: 50_000,
          grounds: '《村庄和集镇规划建设管理条例》第四十条',
          hearing: 'none',
          noticeOn: '2024-05-10',
        },
      },
      {
        step: 'state',
        on: '2024-05-14',
        values: {
          statement: 'made',
          statementText: '家中困难，请求减轻。',
          statedOn: '2024-05-14',
        },
      },
      {
        step: 'weigh',
        on: '2024-05-16',
        values: {
          finding: 'partly',
          findingReason: '已主动拆除大部分，酌情减轻',
          weighedOn: '2024-05-16',
        },
      },
      {
        step: 'decide',
        on: '2024-05-22',
        values: {
          decidedOn: '2024-05-22',
          result: 'fine',
          fine: 30_000,
          payAt: '样县农村商业银行集镇支行，或者扫码缴款',
          grounds: '《村庄和集镇规划建设管理条例》第四十条',
          correction: 'done',
          surchargeTold: 'told',
          number: '演示罚决〔2024〕1号',
        },
      },
      { step: 'serve', on: '2024-05-24', values: { service: 'direct', servedOn: '2024-05-24' } },
      {
        step: 'publish',
        on: '2024-05-28',
        values: {
          publishedAt: '乡政务公开栏',
          publicationCheckedOn: '2024-05-27',
          publishedOn: '2024-05-28',
        },
      },
      { step: 'defer', on: '2024-06-03', values: { deferredUntil: '2024-06-20' } },
      { step: 'pay', on: '2024-06-19', values: { paid: 30_000, paidOn: '2024-06-19' } },
      {
        step: 'close',
        on: '2024-06-20',
        values: {
          recorded: ['start', 'evidence', 'decision', 'service', 'execution'],
          closedOn: '2024-06-20',
        },
      },
    ],
    [
      {
        step: 'file',
        on: '2024-06-03',
        village: '石桥村',
        values: {
          cause: '擅自在河道堆放弃土',
          lead: 'report',
          filedOn: '2024-06-03',
          weight: 'grave',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          partyKind: 'organisation',
        },
      },
      {
        step: 'askRecusal',
        on: '2024-06-04',
        values: { recusalOf: '00000000-0000-4000-8000-000000000004', recusalAskedOn: '2024-06-04' },
      },
      { step: 'recuse', on: '2024-06-05', values: { recusal: 'refused', recusalOn: '2024-06-05' } },
      {
        step: 'notify',
        on: '2024-06-20',
        values: {
          proposed: 'fine',
          proposedFine: 3_000_000,
          grounds: '《中华人民共和国水法》第六十六条',
          hearing: 'told',
          reviewNeeded: ['rights'],
          noticeOn: '2024-06-20',
        },
      },
      { step: 'askHearing', on: '2024-06-24', values: { hearingAskedOn: '2024-06-24' } },
      {
        step: 'callHearing',
        on: '2024-06-26',
        values: { hearingFor: '2024-07-10', hearingChair: 'outside', hearingNoticeOn: '2024-06-26' },
      },
      {
        step: 'holdHearing',
        on: '2024-07-10',
        values: { hearingGone: 'held', hearingMinutes: 'signed', hearingHeldOn: '2024-07-10' },
      },
      { step: 'askReview', on: '2024-07-11', values: { reviewAskedOn: '2024-07-11' } },
      { step: 'review', on: '2024-07-16', values: { opinion: 'agreed', reviewedOn: '2024-07-16' } },
      { step: 'discuss', on: '2024-07-19', values: { discussedOn: '2024-07-19' } },
      {
        step: 'decide',
        on: '2024-07-22',
        values: {
          decidedOn: '2024-07-22',
          result: 'fine',
          fine: 3_000_000,
          payAt: '样县农村商业银行集镇支行',
          grounds: '《中华人民共和国水法》第六十六条',
          correction: 'ordered',
          surchargeTold: 'told',
        },
      },
      { step: 'serve', on: '2024-07-24', values: { service: 'direct', servedOn: '2024-07-24' } },
      {
        step: 'publish',
        on: '2024-07-26',
        values: { publishedAt: '县政府网站', publicationCheckedOn: '2024-07-25', publishedOn: '2024-07-26' },
      },
      { step: 'remedy', on: '2024-08-02', values: { remedies: [{ from: '2024-08-01', kind: 'review' }] } },
      { step: 'overturn', on: '2024-09-23', values: { overturnedOn: '2024-09-23' } },
      { step: 'withdraw', on: '2024-09-25', values: { withdrawnOn: '2024-09-25' } },
    ],
    [
      {
        step: 'file',
        on: '2024-08-05',
        values: {
          cause: '非法占用农用地',
          filedOn: '2024-08-05',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
        },
      },
      { step: 'reportCrime', on: '2024-08-12', values: { crimeReportedOn: '2024-08-12' } },
      { step: 'approveCrime', on: '2024-08-12', values: { crimeApprovedOn: '2024-08-12' } },
      { step: 'transferCrime', on: '2024-08-13', values: { crimeTransferredOn: '2024-08-13' } },
      {
        step: 'handOver',
        on: '2024-08-22',
        values: { crimeFiledOn: '2024-08-20', crimeHandedOn: '2024-08-22' },
      },
      { step: 'decide', on: '2024-08-26', values: { result: 'transfer', decidedOn: '2024-08-26' } },
      {
        step: 'close',
        on: '2024-08-26',
        values: { recorded: ['start', 'evidence', 'decision', 'service'], closedOn: '2024-08-26' },
      },
    ],
    [
      {
        step: 'index',
        on: '2024-09-12',
        values: {
          cause: '未按规定处置建筑垃圾',
          number: '演示罚决〔2024〕2号',
          filedOn: '2024-07-25',
          noticeOn: '2024-09-02',
          decidedOn: '2024-09-12',
          result: 'fine',
          fine: 50_000,
        },
      },
    ],
  ],
});
