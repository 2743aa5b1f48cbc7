import { cite } from '../../law/index.ts';
import { DECIDERS, STAFF, type DecisionSteps } from './decision-fields.ts';
import { AT_ARCHIVING, AT_CHANGE } from './decision-law.ts';

/** What follows a decision, or ends the matter without one (归档、执行、调整). */
export const FOLLOWING = {
  archive: {
    label: '归档',
    by: STAFF,
    basis: cite('JC', '33'),
    from: ['decided', 'published', 'ended'],
    day: 'archivedOn',
    asks: ['archived'],
    may: ['archiveNumber'],
    rules: AT_ARCHIVING,
  },
  inspect: {
    label: '督查执行',
    by: DECIDERS,
    basis: [cite('JC', '34'), cite('JC', '35')],
    from: ['decided', 'published'],
    day: 'inspectedOn',
    asks: ['executionNotes'],
  },
  evaluate: {
    label: '后评估',
    by: STAFF,
    basis: cite('JC', '36'),
    from: ['decided', 'published'],
    day: 'evaluatedOn',
    asks: ['evaluation'],
    may: ['evaluationNotes'],
    papers: {
      evaluation: {
        label: '决策后评估报告',
        data: ['title', 'evaluation', 'evaluationNotes', 'evaluatedOn'],
      },
    },
  },
  change: {
    label: '调整、中止或者停止执行',
    by: DECIDERS,
    basis: cite('JC', '37'),
    from: ['decided', 'published'],
    day: 'changedOn',
    asks: ['change', 'changeNotes'],
    may: ['changeMeeting'],
    rules: AT_CHANGE,
  },
  end: {
    label: '终止',
    by: DECIDERS,
    basis: cite('JC', '30'),
    from: ['drafting', 'consulting', 'consulted', 'submitted', 'adopted'],
    to: 'ended',
    day: 'endedOn',
    asks: ['endReason'],
  },
} satisfies DecisionSteps;
