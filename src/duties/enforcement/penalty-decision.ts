import { cite } from '../../law/index.ts';
import { AFTER, OPEN, type PenaltySteps } from './penalty-fields.ts';
import { AT_DECISION, TRANSFERRED_AT_ONCE } from './penalty-law.ts';

/** Transfer to the police where there is a crime, and the decision (移送、决定). */
export const DECISION = {
  reportCrime: {
    label: '报告移送涉嫌犯罪案件',
    when: ({ values }) => values.crimeReportedOn === undefined,
    by: ['enforcement-officer'],
    basis: [cite('CF', '27'), cite('YSF', '5')],
    from: OPEN,
    day: 'crimeReportedOn',
  },
  approveCrime: {
    label: '批准移送公安',
    when: ({ values }) => values.crimeReportedOn !== undefined && values.crimeApprovedOn === undefined,
    by: ['township-head'],
    basis: cite('YSF', '5'),
    from: OPEN,
    day: 'crimeApprovedOn',
  },
  transferCrime: {
    label: '移送公安',
    when: ({ values }) => values.crimeApprovedOn !== undefined && values.crimeTransferredOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('YSF', '5'),
    from: OPEN,
    day: 'crimeTransferredOn',
    rules: [TRANSFERRED_AT_ONCE],
    papers: {
      transfer: {
        label: '涉嫌犯罪案件移送书',
        series: '罚移',
        data: ['cause', 'party', 'facts', 'crimeApprovedOn', 'crimeTransferredOn'],
      },
    },
  },
  handOver: {
    label: '公安立案后移交物品材料',
    when: ({ values }) => values.crimeTransferredOn !== undefined && values.crimeHandedOn === undefined,
    by: ['enforcement-officer'],
    basis: cite('YSF', '12'),
    from: [...OPEN, ...AFTER],
    day: 'crimeHandedOn',
    asks: ['crimeFiledOn'],
  },
  decide: {
    label: '作出决定',
    by: ['township-head'],
    basis: [cite('CF', '57'), cite('CF', '59')],
    from: OPEN,
    to: 'decided',
    day: 'decidedOn',
    asks: ['result'],
    may: [
      'fine',
      'confiscated',
      'grounds',
      'correction',
      'spared',
      'surchargeTold',
      'discussedOn',
      'discussion',
      'weight',
      'number',
    ],
    rules: AT_DECISION,
    papers: {
      decision: {
        label: '行政处罚决定书',
        series: '罚决',
        data: [
          'party',
          'facts',
          'cause',
          'grounds',
          'result',
          'fine',
          'confiscated',
          'correction',
          'surchargeTold',
          'decidedOn',
        ],
      },
      none: {
        label: '不予行政处罚决定书',
        series: '不罚决',
        data: ['party', 'facts', 'cause', 'spared', 'decidedOn'],
      },
    },
  },
} satisfies PenaltySteps;
