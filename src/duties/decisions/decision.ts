import { defineKind } from '../../kernel/index.ts';
import { DECIDING } from './decision-deciding.ts';
import { DECISION_STATES, decisionFields } from './decision-fields.ts';
import { FOLLOWING } from './decision-following.ts';
import { PREPARING } from './decision-preparing.ts';

/**
 * A major administrative decision (重大行政决策). A township takes the 《重大行政决策程序暂行条例》 as a model (参照): its rules remind and never
 * block. What binds the township itself does: fair competition, what its own congress must decide, and the review before
 * anything is published. Hearing, experts, risk and fair competition have no order of their own and run beside the course.
 */
export const decision = defineKind({
  code: 'decision',
  label: '重大行政决策',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields: decisionFields,
  states: DECISION_STATES,
  steps: {
    ...PREPARING,
    ...DECIDING,
    ...FOLLOWING,
  },
  terms: [
    {
      rule: 'JC-05',
      from: 'draftPublishedOn',
      metBy: 'studiedOn',
      // A draft that is published again is studied again: the earlier study is not what meets it.
      where: ({ values: { shortened, studiedOn, draftPublishedOn } }) =>
        shortened === undefined && !(studiedOn && draftPublishedOn && studiedOn < draftPublishedOn),
    },
    {
      rule: 'JC-06',
      from: 'hearingPlannedOn',
      metBy: 'hearingMaterialOn',
      where: ({ values }) => values.hearingOn === undefined,
    },
    {
      rule: 'GK-08',
      from: 'decidedOn',
      metBy: 'publishedOn',
      where: ({ values }) => values.openness !== 'closed',
    },
  ],
  figures: {
    'decisions.made': {
      label: '作出重大行政决策',
      unit: '项',
      definition:
        '决定日在统计期内的重大行政决策；讨论通过而没有作出决定的、终止的和一般事项集体研究都不计。没有作出的，报告写明未作出。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'decidedOn',
    },
    'decisions.consultations': {
      label: '重大行政决策公开征求意见',
      unit: '次',
      definition:
        '公布草案日在统计期内的重大行政决策；同一项决策再次公布草案的按最近一次，只计一次。座谈、走访等其他方式不计。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'draftPublishedOn',
    },
    'decisions.risk-assessments': {
      label: '重大行政决策风险评估',
      unit: '件',
      definition: '风险评估日在统计期内的重大行政决策；同一项决策重新评估的按最近一次，只计一次。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'assessedOn',
    },
  },
  // Whoever reads these states reads a draft or a decision that was published; between them the matter is the office's own.
  disclosure: {
    in: ['consulting', 'consulted', 'published'],
    fields: [
      'title',
      'office',
      'draftSummary',
      'draftPublishedOn',
      'commentUntil',
      'commentHow',
      'commentWhere',
      'shortened',
      'feedback',
      'feedbackOn',
      'number',
      'content',
      'decidedOn',
      'publishedOn',
      'address',
      'explanation',
      'change',
      'changedOn',
    ],
  },
  examples: [
    [
      {
        step: 'start',
        on: '2024-05-06',
        values: {
          title: '石桥片区农村供水工程',
          office: '村镇建设服务中心',
          item: '00000000-0000-4000-8000-000000000001',
          startedBy: '五月政府办公会',
          startedOn: '2024-05-06',
        },
      },
      {
        step: 'publishDraft',
        on: '2024-05-09',
        values: {
          draftSummary: '新建取水点一处、管网十二公里，供石桥、柳树两村，按县定价收取水费。',
          commentWhere: '乡政务公开栏、县政府网站乡镇专栏',
          commentHow: ['visit', 'phone', 'online'],
          commentUntil: '2024-06-11',
          draftCheckedOn: '2024-05-08',
          draftPublishedOn: '2024-05-09',
        },
      },
      { step: 'announceHearing', on: '2024-05-20', values: { hearingPlannedOn: '2024-06-05' } },
      { step: 'hear', on: '2024-05-22', values: { otherWays: ['seminar', 'visit'], heardOn: '2024-05-22' } },
      {
        step: 'argue',
        on: '2024-05-28',
        values: {
          expertCount: 3,
          expertSigned: 'yes',
          experts: [{ name: '罗某某' }, { name: '安某某' }, { name: '陶某某' }],
          expertNotes: '取水点水质合格，建议加设沉沙池。',
          arguedOn: '2024-05-28',
        },
      },
      {
        step: 'assess',
        on: '2024-05-30',
        values: {
          riskConclusion: 'measures',
          riskNotes: '施工占用耕地，先签补偿协议再进场。',
          assessedOn: '2024-05-30',
        },
      },
      {
        step: 'holdHearing',
        on: '2024-06-05',
        values: {
          hearingPeople: 18,
          hearingMaterialOn: '2024-05-24',
          hearingNotes: '多数赞成；有人要求取水点上移。',
          hearingOn: '2024-06-05',
        },
      },
      {
        step: 'study',
        on: '2024-06-12',
        values: { studyNotes: '取水点上移的意见采纳。', studiedOn: '2024-06-12' },
      },
      {
        step: 'feedback',
        on: '2024-06-14',
        values: {
          feedback: '收到意见七条，采纳五条：取水点上移，增设沉沙池。水价由县级定价，没有采纳。',
          feedbackReview: ['secrecy', 'privacy', 'own'],
          feedbackReviewer: '文某某',
          feedbackReviewedOn: '2024-06-13',
          feedbackOn: '2024-06-14',
        },
      },
      {
        step: 'submit',
        on: '2024-07-01',
        values: {
          technical: 'yes',
          stability: 'yes',
          operators: 'no',
          review: 'type=decision',
          counselView: 'agreed',
          materials: ['draft', 'legality', 'comments', 'experts', 'risk'],
          submittedOn: '2024-07-01',
        },
      },
      {
        step: 'discuss',
        on: '2024-07-08',
        values: {
          outcome: 'passed',
          headLast: 'yes',
          dissent: 'none',
          meeting: 'forum=government',
          discussedOn: '2024-07-08',
        },
      },
      {
        step: 'reportToParty',
        on: '2024-07-09',
        values: { partyView: 'agreed', partyReportedOn: '2024-07-09' },
      },
      {
        step: 'decide',
        on: '2024-07-10',
        values: {
          congress: 'yes',
          congressOn: '2024-02-28',
          number: '演示府发〔2024〕6号',
          content: '实施石桥片区农村供水工程，取水点上移二百米。',
          decidedOn: '2024-07-10',
        },
      },
      {
        step: 'publish',
        on: '2024-07-15',
        values: {
          address: '乡政务公开栏、县政府网站乡镇专栏',
          explanation: '两村夏季缺水，工程九月开工，水费按县定价。',
          checkedOn: '2024-07-12',
          publishedOn: '2024-07-15',
        },
      },
      {
        step: 'archive',
        on: '2024-07-25',
        values: {
          archived: ['draft', 'legality', 'comments', 'experts', 'risk', 'minutes', 'text'],
          archivedOn: '2024-07-25',
        },
      },
      {
        step: 'inspect',
        on: '2024-10-15',
        values: { executionNotes: '管网完成八公里，补偿已付清。', inspectedOn: '2024-10-15' },
      },
      {
        step: 'evaluate',
        on: '2024-12-20',
        values: { evaluation: 'keep', evaluationNotes: '水质水量达标。', evaluatedOn: '2024-12-20' },
      },
      {
        step: 'change',
        on: '2024-12-27',
        values: { change: 'minor', changeNotes: '入户管道延长到坡上一组。', changedOn: '2024-12-27' },
      },
    ],
    [
      {
        step: 'start',
        on: '2024-09-02',
        values: {
          title: '集镇摊位统一经营方案',
          office: '经济发展服务中心',
          item: '00000000-0000-4000-8000-000000000001',
          startedBy: '乡长批示',
          startedOn: '2024-09-02',
        },
      },
      { step: 'hear', on: '2024-09-05', values: { otherWays: ['survey', 'groups'], heardOn: '2024-09-05' } },
      {
        step: 'reviewFairness',
        on: '2024-09-12',
        values: { fairConclusion: 'amended', fairHeardOn: '2024-09-06', fairReviewedOn: '2024-09-12' },
      },
      {
        step: 'submit',
        on: '2024-09-30',
        values: {
          technical: 'no',
          stability: 'no',
          operators: 'yes',
          review: 'type=decision',
          materials: ['draft', 'legality', 'comments', 'fairness'],
          submittedOn: '2024-09-30',
        },
      },
      {
        step: 'sendBack',
        on: '2024-10-10',
        values: { sentBackReason: '摊位费标准没有依据。', sentBackOn: '2024-10-10' },
      },
      { step: 'end', on: '2024-11-04', values: { endReason: '改为维持现状。', endedOn: '2024-11-04' } },
    ],
  ],
});
