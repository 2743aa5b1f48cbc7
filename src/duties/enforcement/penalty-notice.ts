import { cite } from '../../law/index.ts';
import { OPEN, type PenaltySteps } from './penalty-fields.ts';
import { CHAIR_OUTSIDE, HEARING_TOLD, REVIEWER_APART, STATEMENT_WEIGHED, BY_TWO } from './penalty-law.ts';

/** What the party is told and says, and the legal review (告知、听证、审核). */
export const NOTICE = {
  notify: {
    label: '事先告知',
    by: ['enforcement-officer'],
    basis: [cite('CF', '44'), cite('CF', '63')],
    from: ['filed', 'notified', 'reviewed'],
    to: 'notified',
    day: 'noticeOn',
    asks: ['proposed', 'hearing'],
    may: [
      'proposedFine',
      'secondOfficer',
      'guest',
      'guestCertificate',
      'partyKind',
      'weight',
      'reviewNeeded',
      'facts',
      'party',
    ],
    takes: {
      statementDays: { setting: 'CF-22' },
      largeForCitizen: { setting: 'CF-41.citizen' },
      largeForOrganisation: { setting: 'CF-41.organisation' },
    },
    rules: [BY_TWO, HEARING_TOLD],
    papers: {
      notice: {
        label: '行政处罚事先告知书',
        series: '罚告',
        data: ['party', 'cause', 'facts', 'proposed', 'proposedFine', 'statementDays', 'hearing', 'noticeOn'],
      },
    },
  },
  state: {
    label: '听取陈述申辩并复核',
    when: ({ values }) => values.statedOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('CF', '45'),
    from: ['notified', 'reviewed'],
    day: 'statedOn',
    asks: ['statement'],
    may: ['statementText', 'finding', 'findingReason'],
    rules: [STATEMENT_WEIGHED],
    papers: {
      statement: {
        label: '陈述申辩笔录和复核意见',
        data: ['party', 'cause', 'statement', 'statementText', 'finding', 'findingReason', 'statedOn'],
      },
    },
  },
  askHearing: {
    label: '登记当事人要求听证',
    when: ({ values }) => values.hearing === 'told' && values.hearingAskedOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('CF', '64(1)'),
    from: ['notified', 'reviewed'],
    day: 'hearingAskedOn',
  },
  callHearing: {
    label: '通知听证',
    when: ({ values }) => values.hearingAskedOn !== undefined && values.hearingHeldOn === undefined,
    by: ['enforcement-officer', 'judicial-office'],
    basis: cite('CF', '64(2)'),
    from: ['notified', 'reviewed'],
    day: 'hearingNoticeOn',
    asks: ['hearingFor', 'hearingChair'],
    rules: [CHAIR_OUTSIDE],
    papers: {
      hearing: {
        label: '行政处罚听证通知书',
        series: '罚听',
        data: ['party', 'cause', 'hearingFor', 'hearingChair', 'hearingNoticeOn'],
      },
    },
  },
  holdHearing: {
    label: '登记听证结果',
    when: ({ values }) => values.hearingAskedOn !== undefined && values.hearingHeldOn === undefined,
    by: ['judicial-office', 'enforcement-officer'],
    basis: [cite('CF', '64'), cite('CF', '65')],
    from: ['notified', 'reviewed'],
    day: 'hearingHeldOn',
    asks: ['hearingGone'],
    papers: {
      report: { label: '听证笔录、听证报告', data: ['party', 'cause', 'hearingGone', 'hearingHeldOn'] },
    },
  },
  askReview: {
    label: '送法制审核',
    when: ({ values }) => values.reviewAskedOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('CF', '58'),
    from: OPEN,
    day: 'reviewAskedOn',
    may: ['reviewNeeded'],
    takes: { reviewTerm: { setting: 'GF-16.enforcement' } },
    papers: {
      request: {
        label: '重大执法决定法制审核送审表',
        data: ['cause', 'proposed', 'proposedFine', 'reviewNeeded', 'reviewAskedOn'],
      },
    },
  },
  review: {
    label: '法制审核',
    by: ['legality-reviewer'],
    basis: cite('CF', '58'),
    from: OPEN,
    to: 'reviewed',
    day: 'reviewedOn',
    asks: ['opinion'],
    rules: [REVIEWER_APART],
    papers: {
      opinion: {
        label: '重大执法决定法制审核意见书',
        series: '法审',
        data: ['cause', 'proposed', 'proposedFine', 'opinion', 'reviewedOn'],
      },
    },
  },
} satisfies PenaltySteps;
