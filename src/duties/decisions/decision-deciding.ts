import { cite } from '../../law/index.ts';
import { DECIDERS, STAFF, type DecisionSteps } from './decision-fields.ts';
import { AT_DECISION, AT_DISCUSSION, AT_PUBLICATION, AT_SUBMISSION } from './decision-law.ts';

/** From the discussion to a published decision (集体讨论、决定、公布). */
export const DECIDING = {
  submit: {
    label: '提请集体讨论',
    by: STAFF,
    basis: [cite('JC', '25'), cite('JC', '29'), cite('FLG', '*')],
    from: ['drafting', 'consulted'],
    to: 'submitted',
    day: 'submittedOn',
    asks: ['technical', 'stability', 'operators', 'materials'],
    may: ['review', 'counselHeardOn', 'counselView', 'partyReportedOn', 'partyView'],
    rules: AT_SUBMISSION,
    papers: {
      materials: {
        label: '会议材料清单',
        data: ['title', 'office', 'materials', 'review', 'counselView', 'submittedOn'],
      },
    },
  },
  reportToParty: {
    label: '请示报告同级党委',
    by: DECIDERS,
    basis: cite('JC', '31'),
    from: ['drafting', 'consulted', 'submitted', 'adopted'],
    day: 'partyReportedOn',
    may: ['partyView'],
  },
  discuss: {
    label: '集体讨论通过',
    by: DECIDERS,
    basis: cite('JC', '30'),
    from: ['submitted'],
    to: 'adopted',
    day: 'discussedOn',
    asks: ['outcome', 'headLast', 'dissent'],
    may: ['meeting', 'againstMajority', 'majorityReason'],
    rules: AT_DISCUSSION,
  },
  sendBack: {
    label: '没有通过，退回修改',
    by: DECIDERS,
    basis: cite('JC', '30'),
    from: ['submitted'],
    to: 'drafting',
    day: 'sentBackOn',
    asks: ['sentBackReason'],
    may: ['meeting'],
  },
  decide: {
    label: '作出决定',
    by: DECIDERS,
    basis: [cite('JC', '30'), cite('DF', '76(1)')],
    from: ['adopted'],
    to: 'decided',
    day: 'decidedOn',
    asks: ['congress', 'content'],
    may: ['number', 'congressOn', 'partyReportedOn', 'partyView', 'openness', 'operators'],
    rules: AT_DECISION,
    papers: {
      decision: { label: '重大行政决策决定', data: ['title', 'office', 'number', 'content', 'decidedOn'] },
    },
  },
  publish: {
    label: '公布决定',
    by: STAFF,
    basis: [cite('JC', '32'), cite('GK', '26')],
    from: ['decided'],
    to: 'published',
    when: ({ values }) => values.openness !== 'closed',
    day: 'publishedOn',
    asks: ['address'],
    may: ['explanation', 'checkedOn'],
    rules: AT_PUBLICATION,
    papers: {
      explanation: { label: '决策解读', data: ['title', 'office', 'explanation', 'publishedOn'] },
    },
  },
} satisfies DecisionSteps;
