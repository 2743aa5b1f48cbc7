import { cite } from '../../law/index.ts';
import {
  CLERKS,
  LEADS,
  UNDECIDED,
  isLicence,
  isRelief,
  type ApplicationSteps,
} from './application-fields.ts';
import { HEARD_BEFORE_END, remediesOf, RENEWED_IN_TIME, REVOKED_LAWFULLY } from './application-law.ts';

/** What becomes of it later (延续、撤销、注销、终止), and the withdrawal of an application. */
export const AFTERWARDS = {
  askRenewal: {
    label: '收到延续申请',
    when: isLicence,
    by: CLERKS,
    basis: cite('XK', '50'),
    from: ['granted', 'delivered'],
    day: 'renewalAskedOn',
    asks: ['validUntil'],
  },
  renew: {
    label: '延续决定',
    when: ({ values }) => values.renewalAskedOn !== undefined,
    by: LEADS,
    basis: cite('XK', '50'),
    from: ['granted', 'delivered'],
    day: 'renewalDecidedOn',
    asks: ['renewal'],
    shows: ['applicant'],
    may: ['reasons', 'remedies'],
    takes: { remediesTold: { says: remediesOf } },
    rules: [RENEWED_IN_TIME],
    papers: {
      renewal: {
        label: '延续决定书',
        series: '续',
        data: ['applicant', 'item', 'renewal', 'reasons', 'remediesTold', 'renewalDecidedOn'],
      },
    },
  },
  revoke: {
    label: '撤销',
    by: LEADS,
    basis: cite('XK', '69'),
    from: ['granted', 'delivered'],
    to: 'revoked',
    day: 'revokedOn',
    asks: ['revoked'],
    shows: ['applicant'],
    may: ['reasons', 'remedies'],
    takes: { remediesTold: { says: remediesOf } },
    rules: [REVOKED_LAWFULLY],
    papers: {
      revocation: {
        label: '撤销决定书',
        series: '撤',
        data: ['applicant', 'item', 'revoked', 'reasons', 'remediesTold', 'revokedOn'],
      },
    },
  },
  cancel: {
    label: '注销',
    by: LEADS,
    basis: cite('XK', '70'),
    from: ['granted', 'delivered', 'revoked'],
    to: 'cancelled',
    day: 'cancelledOn',
    asks: ['cancelled'],
    rules: [REVOKED_LAWFULLY],
  },
  end: {
    label: '调减或者终止救助',
    when: isRelief,
    by: LEADS,
    basis: cite('SJ', '48'),
    from: ['granted', 'delivered'],
    to: 'ended',
    day: 'endedOn',
    shows: ['applicant'],
    may: ['heardOn', 'reasons', 'remedies'],
    takes: { remediesTold: { says: remediesOf } },
    rules: [HEARD_BEFORE_END],
  },
  withdraw: {
    label: '申请人撤回',
    by: CLERKS,
    basis: cite('XK', '31'),
    from: UNDECIDED,
    to: 'withdrawn',
    day: 'withdrawnOn',
  },
} satisfies ApplicationSteps;
