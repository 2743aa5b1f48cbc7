import { linkedField } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { STAFF, type DecisionSteps } from './decision-fields.ts';
import { AT_ARGUMENT, AT_DRAFT, AT_FAIRNESS, AT_FEEDBACK, AT_HEARING, AT_START } from './decision-law.ts';

/** From the start to a draft that was heard, argued, assessed and reviewed (拟订草案). */
export const PREPARING = {
  start: {
    label: '启动决策',
    by: STAFF,
    basis: [cite('JC', '10'), cite('JC', '11')],
    from: 'start',
    to: 'drafting',
    day: 'startedOn',
    asks: ['title', 'office'],
    may: ['item', 'startedBy', 'technical', 'stability', 'operators', 'draft'],
    usual: { title: linkedField('item', 'name'), office: linkedField('item', 'office') },
    rules: AT_START,
  },
  publishDraft: {
    label: '公布草案征求意见',
    by: STAFF,
    basis: [cite('JC', '14'), cite('JC', '15')],
    from: ['drafting', 'consulted'],
    to: 'consulting',
    day: 'draftPublishedOn',
    asks: ['draftSummary', 'commentWhere', 'commentHow', 'commentUntil'],
    may: ['shortened', 'draftCheckedOn', 'draft'],
    rules: AT_DRAFT,
    papers: {
      notice: {
        label: '公开征求意见公告',
        data: [
          'title',
          'office',
          'draftSummary',
          'draftPublishedOn',
          'commentUntil',
          'commentHow',
          'commentWhere',
          'shortened',
        ],
      },
    },
  },
  hear: {
    label: '以其他方式听取意见',
    by: STAFF,
    basis: cite('JC', '14'),
    from: ['drafting', 'consulting', 'consulted'],
    day: 'heardOn',
    asks: ['otherWays'],
  },
  study: {
    label: '归纳研究意见',
    by: STAFF,
    basis: cite('JC', '18'),
    from: ['consulting'],
    to: 'consulted',
    day: 'studiedOn',
    may: ['studyNotes'],
  },
  feedback: {
    label: '公布采纳情况',
    by: STAFF,
    basis: [cite('JC', '18'), cite('GK', '17')],
    from: ['consulted', 'submitted', 'adopted', 'decided', 'published'],
    // Once for each time that opinions were studied: what stands there already was reviewed for its own day.
    when: ({ values: { draftPublishedOn, heardOn, hearingOn, studiedOn = '', feedbackOn } }) =>
      (draftPublishedOn ?? heardOn ?? hearingOn) !== undefined &&
      (feedbackOn === undefined || studiedOn > feedbackOn),
    day: 'feedbackOn',
    asks: ['feedback', 'feedbackReviewer'],
    may: ['feedbackReview', 'feedbackReviewedOn'],
    rules: AT_FEEDBACK,
    papers: {
      summary: { label: '公众意见采纳情况说明', data: ['title', 'office', 'feedback', 'feedbackOn'] },
    },
  },
  announceHearing: {
    label: '公告听证',
    by: STAFF,
    basis: cite('JC', '16'),
    from: ['drafting', 'consulting', 'consulted'],
    asks: ['hearingPlannedOn'],
    may: ['hearingMaterialOn'],
    papers: {
      hearing: { label: '听证公告', data: ['title', 'office', 'hearingPlannedOn', 'draftSummary'] },
    },
  },
  holdHearing: {
    label: '召开听证会',
    by: STAFF,
    basis: [cite('JC', '16'), cite('JC', '17')],
    from: ['drafting', 'consulting', 'consulted'],
    day: 'hearingOn',
    asks: ['hearingPeople'],
    may: ['hearingMaterialOn', 'hearingNotes'],
    rules: AT_HEARING,
  },
  argue: {
    label: '专家论证',
    by: STAFF,
    basis: [cite('JC', '19'), cite('JC', '20')],
    from: ['drafting', 'consulting', 'consulted'],
    day: 'arguedOn',
    asks: ['expertCount', 'expertSigned'],
    may: ['experts', 'expertNotes'],
    rules: AT_ARGUMENT,
    papers: {
      argument: { label: '专家论证意见', data: ['title', 'experts', 'expertNotes', 'arguedOn'] },
    },
  },
  assess: {
    label: '风险评估',
    by: STAFF,
    basis: [cite('JC', '22'), cite('JC', '23')],
    from: ['drafting', 'consulting', 'consulted'],
    day: 'assessedOn',
    asks: ['riskConclusion'],
    may: ['riskOffice', 'riskNotes'],
    papers: {
      assessment: {
        label: '风险评估报告',
        data: ['title', 'riskOffice', 'riskNotes', 'riskConclusion', 'assessedOn'],
      },
    },
  },
  reviewFairness: {
    label: '公平竞争审查',
    by: STAFF,
    basis: [cite('GJ', '13'), cite('GJ', '16')],
    from: ['drafting', 'consulting', 'consulted', 'submitted', 'adopted'],
    when: ({ values }) => values.operators !== 'no',
    day: 'fairReviewedOn',
    asks: ['fairConclusion'],
    may: ['fairHeardOn'],
    rules: AT_FAIRNESS,
    papers: {
      fairness: {
        label: '公平竞争审查表',
        data: ['title', 'office', 'fairHeardOn', 'fairConclusion', 'fairReviewedOn'],
      },
    },
  },
} satisfies DecisionSteps;
