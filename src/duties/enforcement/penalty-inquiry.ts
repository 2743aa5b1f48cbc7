import { cite } from '../../law/index.ts';
import { OPEN, type PenaltySteps } from './penalty-fields.ts';
import { AT_FILING, SEIZURE_APPROVED, BY_TWO } from './penalty-law.ts';

/** From the filing of a case to the end of the inquiry (立案、调查取证). */
export const INQUIRY = {
  file: {
    label: '立案',
    by: ['enforcement-officer'],
    basis: cite('CF', '54'),
    from: 'start',
    to: 'filed',
    day: 'filedOn',
    asks: ['cause', 'firstOfficer'],
    may: [
      'secondOfficer',
      'guest',
      'guestCertificate',
      'power',
      'lead',
      'party',
      'partyKind',
      'partyAge',
      'offenceOn',
      'foundOn',
      'limitation',
      'facts',
      'weight',
      'number',
    ],
    rules: AT_FILING,
    papers: {
      filing: {
        label: '立案审批表',
        series: '罚立',
        data: ['cause', 'lead', 'party', 'facts', 'offenceOn', 'firstOfficer', 'secondOfficer', 'filedOn'],
      },
    },
  },
  recuse: {
    label: '决定回避',
    by: ['township-head', 'area-lead'],
    basis: cite('CF', '43'),
    from: OPEN,
    day: 'recusalOn',
    asks: ['recusal'],
    may: ['recusalAskedOn', 'firstOfficer', 'secondOfficer', 'guest', 'guestCertificate'],
    papers: { recusal: { label: '回避决定书', series: '罚避', data: ['cause', 'recusal', 'recusalOn'] } },
  },
  seize: {
    label: '先行登记保存',
    by: ['enforcement-officer'],
    basis: cite('CF', '56'),
    from: ['filed'],
    day: 'seizedOn',
    asks: ['seizedItems'],
    may: ['seizureApprovedOn', 'secondOfficer', 'guest', 'guestCertificate'],
    rules: [SEIZURE_APPROVED, BY_TWO],
    papers: {
      seizure: {
        label: '先行登记保存证据通知书及清单',
        series: '罚存',
        data: ['cause', 'party', 'seizedItems', 'seizureApprovedOn', 'seizedOn'],
      },
    },
  },
  dispose: {
    label: '处理登记保存的证据',
    when: ({ values }) => values.seizedOn !== undefined && values.disposedOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('CF', '56'),
    from: OPEN,
    day: 'disposedOn',
    asks: ['disposal'],
    papers: {
      disposal: {
        label: '先行登记保存证据处理通知书',
        series: '罚存处',
        data: ['cause', 'party', 'seizedItems', 'disposal', 'disposedOn'],
      },
    },
  },
  conclude: {
    label: '调查终结',
    when: ({ values }) => values.concludedOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('CF', '57①'),
    from: ['filed'],
    day: 'concludedOn',
    asks: ['proposed'],
    may: [
      'proposedFine',
      'weight',
      'reviewNeeded',
      'spared',
      'facts',
      'party',
      'partyKind',
      'partyAge',
      'offenceOn',
      'foundOn',
      'limitation',
      'secondOfficer',
      'guest',
      'guestCertificate',
    ],
    papers: {
      report: {
        label: '调查终结报告',
        data: ['cause', 'party', 'facts', 'proposed', 'proposedFine', 'spared', 'concludedOn'],
      },
    },
  },
} satisfies PenaltySteps;
