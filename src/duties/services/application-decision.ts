import { cite } from '../../law/index.ts';
import { CLERKS, DONE, isBadRating, isLicence, LEADS, type ApplicationSteps } from './application-fields.ts';
import {
  AT_DECISION,
  EXPLAINED,
  isSettlement,
  REFUSED_WITH_REASONS,
  remediesOf,
  REVIEW_FIRST_KNOWN,
} from './application-law.ts';

/** The decision, its service and its publication, and what the applicant thinks of it (决定、送达、公开、评价). */
export const DECISION = {
  grant: {
    label: '准予',
    by: [...LEADS, 'window-clerk'],
    basis: [cite('XK', '38'), cite('YS', '36')],
    from: ['accepted'],
    to: 'granted',
    day: 'decidedOn',
    shows: ['applicant'],
    may: ['number', 'validUntil', 'overdueReason', 'reasons', 'natural'],
    takes: { remediesTold: { where: isSettlement, says: remediesOf } },
    rules: [...AT_DECISION, REVIEW_FIRST_KNOWN],
    papers: {
      decision: {
        label: '准予决定书',
        series: '准',
        data: ['applicant', 'item', 'number', 'validUntil', 'remediesTold', 'decidedOn'],
      },
    },
  },
  refuse: {
    label: '不予',
    by: LEADS,
    basis: [cite('XK', '38'), cite('SJ', '45')],
    from: ['accepted'],
    to: 'refused',
    day: 'decidedOn',
    shows: ['applicant'],
    may: ['reasons', 'refusedFor', 'natural', 'remedies', 'number', 'overdueReason'],
    takes: { remediesTold: { says: remediesOf } },
    rules: [...AT_DECISION, ...REFUSED_WITH_REASONS, REVIEW_FIRST_KNOWN],
    papers: {
      refusal: {
        label: '不予决定书',
        series: '不予',
        data: ['applicant', 'item', 'reasons', 'remediesTold', 'number', 'decidedOn'],
      },
    },
  },
  deliver: {
    label: '颁证送达',
    by: CLERKS,
    basis: cite('XK', '44'),
    from: ['granted', 'refused'],
    to: 'delivered',
    day: 'deliveredOn',
    asks: ['delivery'],
    rules: [EXPLAINED],
    papers: {
      receipt: { label: '送达回证', data: ['applicant', 'item', 'number', 'delivery', 'deliveredOn'] },
    },
  },
  publish: {
    label: '公开准予决定',
    when: (matter) => isLicence(matter) && matter.values.publishedOn === undefined,
    by: CLERKS,
    basis: [cite('XK', '40'), cite('N118', '*')],
    from: ['granted', 'delivered'],
    day: 'publishedOn',
  },
  rate: {
    label: '登记评价',
    when: ({ values }) => values.ratedOn === undefined,
    by: CLERKS,
    basis: cite('N51', '*'),
    from: [...DONE, 'denied'],
    day: 'ratedOn',
    asks: ['rating'],
    takes: { rectifyDays: { setting: 'FWU-14' } },
  },
  rectify: {
    label: '差评回访整改',
    when: (matter) => isBadRating(matter) && matter.values.rectifiedOn === undefined,
    by: CLERKS,
    basis: cite('N51', '*'),
    from: [...DONE, 'denied'],
    day: 'rectifiedOn',
    asks: ['rectification'],
  },
} satisfies ApplicationSteps;
