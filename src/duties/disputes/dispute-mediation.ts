import { cite } from '../../law/index.ts';
import { isSigned, MEDIATORS, OPEN, type DisputeSteps } from './dispute-fields.ts';
import { AT_ENDING, AT_MEDIATING, AT_SETTLING } from './dispute-law.ts';

const SESSION = [
  'mediator',
  'secondMediator',
  'invited',
  'openness',
  'nature',
  'danger',
  'guardian',
  'narrative',
] as const;

const RECORD = {
  label: '人民调解记录',
  data: ['title', 'parties', 'mediator', 'secondMediator', 'narrative', 'consent'],
} as const;

/** Sessions, agreement or end, and where else a dispute is handed. */
export const MEDIATION = {
  mediate: {
    label: '开展调解',
    by: [...MEDIATORS],
    basis: [cite('RT', '17'), cite('RT', '27')],
    from: ['reported'],
    to: 'mediating',
    day: 'mediatedOn',
    asks: ['consent'],
    may: ['type', 'way', 'level', 'risk', 'parties', ...SESSION],
    rules: AT_MEDIATING,
    papers: { record: RECORD },
  },
  continue: {
    label: '再次调解',
    by: [...MEDIATORS],
    basis: cite('RT', '27'),
    from: ['mediating'],
    to: 'mediating',
    day: 'lastMediatedOn',
    asks: ['consent'],
    may: ['risk', ...SESSION],
    rules: AT_MEDIATING,
    papers: { record: RECORD },
  },
  settle: {
    label: '达成协议',
    by: [...MEDIATORS],
    basis: [cite('RT', '28'), cite('RT', '30')],
    from: ['mediating'],
    to: 'settled',
    day: 'settledOn',
    sameDay: ['closedOn'],
    asks: ['agreement'],
    may: [
      'amount',
      'nature',
      'danger',
      'guardian',
      'content',
      'signed',
      'agreementFile',
      'confirmation',
      'performance',
      'narrative',
    ],
    takes: {
      effectiveOn: {
        says: ({ agreement, signed, settledOn }) =>
          agreement === 'oral' || isSigned(signed) ? String(settledOn) : undefined,
      },
    },
    rules: AT_SETTLING,
    papers: {
      agreement: {
        label: '人民调解协议书',
        series: '人调',
        data: ['parties', 'title', 'narrative', 'content', 'amount', 'mediator', 'settledOn'],
      },
      oral: {
        label: '口头协议登记表',
        data: ['parties', 'title', 'content', 'agreement', 'settledOn'],
      },
    },
  },
  handOver: {
    label: '移交',
    by: [...MEDIATORS],
    basis: [cite('RT', '25'), cite('RT', '26')],
    from: [...OPEN],
    day: 'handedOn',
    asks: ['handedTo'],
    may: ['narrative'],
  },
  end: {
    label: '终止调解',
    by: [...MEDIATORS],
    basis: cite('RT', '26'),
    from: ['reported', 'mediating'],
    to: 'ended',
    day: 'endedOn',
    sameDay: ['closedOn'],
    asks: ['referral'],
    may: ['consent', 'nature', 'narrative'],
    rules: AT_ENDING,
  },
} as const satisfies DisputeSteps;
