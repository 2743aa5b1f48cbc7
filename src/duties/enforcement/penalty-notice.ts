import { cite } from '../../law/index.ts';
import { GUEST } from './officers.ts';
import { OPEN, type PenaltySteps } from './penalty-fields.ts';
import { AT_NOTICE, CHAIR_OUTSIDE, HEARING_MINUTED, REVIEWER_APART } from './penalty-law.ts';

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
      'proposedConfiscation',
      'confiscatedGoods',
      'grounds',
      'secondOfficer',
      ...GUEST,
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
    rules: AT_NOTICE,
    papers: {
      notice: {
        label: '行政处罚事先告知书',
        series: '罚告',
        data: [
          'party',
          'cause',
          'facts',
          'grounds',
          'proposed',
          'proposedFine',
          'proposedConfiscation',
          'confiscatedGoods',
          'statementDays',
          'hearing',
          'noticeOn',
        ],
      },
    },
  },
  state: {
    label: '登记陈述申辩',
    when: ({ values: { statedOn, noticeOn = '' } }) => statedOn === undefined || statedOn < noticeOn,
    by: ['enforcement-officer'],
    basis: cite('CF', '45'),
    from: ['notified', 'reviewed'],
    day: 'statedOn',
    asks: ['statement'],
    may: ['statementText', 'hearingWaiver', 'finding', 'findingReason'],
    papers: {
      statement: {
        label: '陈述申辩笔录',
        data: ['party', 'cause', 'statement', 'statementText', 'hearingWaiver', 'statedOn'],
      },
    },
  },
  weigh: {
    label: '复核当事人意见',
    when: ({ values }) => values.statement === 'made' && values.finding === undefined,
    by: ['enforcement-officer'],
    basis: cite('CF', '45'),
    from: ['notified', 'reviewed'],
    day: 'weighedOn',
    asks: ['finding', 'findingReason'],
    papers: {
      finding: {
        label: '陈述申辩复核意见书',
        data: ['party', 'cause', 'statementText', 'finding', 'findingReason', 'weighedOn'],
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
    may: ['hearingMinutes'],
    records: true,
    rules: [HEARING_MINUTED],
    papers: {
      report: {
        label: '听证笔录、听证报告',
        data: ['party', 'cause', 'hearingGone', 'hearingMinutes', 'hearingHeldOn'],
      },
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
    shows: ['party', 'facts', 'statementText'],
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
