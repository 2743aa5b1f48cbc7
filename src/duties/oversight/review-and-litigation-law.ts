import type { Precondition, Term } from '../../kernel/index.ts';
import { rule } from '../../law/index.ts';
import type { Case, fields } from './review-and-litigation-fields.ts';

type Condition = Precondition<typeof fields>;
type Who = 'head' | 'deputy' | 'staff' | 'lawyer' | 'none';

export const isReview = ({ values }: Case): boolean => values.type === 'review';
export const isLawsuit = ({ values }: Case): boolean => values.type === 'lawsuit';
/** The township answers for what it did itself: not as a third party, nor for the county. */
export const isRespondent = ({ values }: Case): boolean => values.role === 'respondent';
export const isAppeal = ({ values }: Case): boolean => values.appealOf !== undefined;
const isSimple = ({ values }: Case): boolean => values.procedure === 'simple';

/** Lost as this instance saw it; an appeal says by itself what became of the act, since upholding may uphold a defeat. */
export function isLost(one: Case): boolean {
  if (isAppeal(one)) return one.values.finally === 'lost';
  return ['revoked', 'changed', 'unlawful', 'ordered'].includes(one.values.result ?? '');
}

/** What an appeal was taken from is not yet in force. */
export const isFinal = ({ values }: Case): boolean => values.appealedOn === undefined;

const headComes = (who: Who | undefined): boolean => who === 'head' || who === 'deputy';

/** Neither the head nor, for a reason that is said, staff of the office: a lawyer alone never is enough. */
const isHeadMissing = (who: Who | undefined, reason: string | undefined): boolean =>
  who === 'lawyer' || who === 'none' || (who === 'staff' && reason === undefined);

export const headCame = ({ values }: Case): boolean => headComes(values.attended);

const AT_REVIEW = '复议听证请由负责人参加；确实不能参加的，说明理由并委托工作人员，不能只派律师。';
const IN_COURT = '请由负责人出庭；不能出庭的委托工作人员并说明理由，不得只派律师。';
const PROVE = '请备好加盖公章的负责人身份证明；负责人不能出庭的，备好证明材料，在开庭前提交。';

/** 负责人出庭的身份证明，或者不能出庭的证明材料。 */
function lacksProof({ values }: Case, who: Who | undefined): boolean {
  if (headComes(who)) return values.identity !== 'given';
  return who === 'staff' && values.proof !== 'given';
}

/** 答复、答辩：不得自行取证。 */
export const AT_ANSWERING: readonly Condition[] = [
  {
    rule: rule('FY-11'),
    breached: (m) => isReview(m) && m.values.gathered === 'yes',
    remedy: '复议期间自行收集的证据不得作为依据，请只提交作出决定时的证据。',
  },
  {
    rule: rule('FY-21'),
    breached: (m) => isLawsuit(m) && m.values.gathered === 'yes',
    remedy: '诉讼中不得自行取证，请只提交作出决定时的证据，或者申请法院准许补充。',
  },
];

/** 安排出庭：这是下一步，没有安排好的先补齐。 */
export const AT_ARRANGING: readonly Condition[] = [
  {
    rule: rule('FY-12'),
    breached: (m) => isReview(m) && isRespondent(m) && isHeadMissing(m.values.attending, m.values.excused),
    remedy: AT_REVIEW,
  },
  {
    rule: rule('FY-22'),
    breached: (m) => isLawsuit(m) && isRespondent(m) && isHeadMissing(m.values.attending, m.values.excused),
    remedy: IN_COURT,
  },
  {
    rule: rule('FY-23'),
    breached: (m) => isLawsuit(m) && isRespondent(m) && lacksProof(m, m.values.attending),
    remedy: PROVE,
  },
];

/** 登记听证、开庭：事情已经发生，如实收下，记程序瑕疵。 */
export const AT_HEARING: readonly Condition[] = [
  {
    rule: rule('FY-12'),
    breached: (m) => isReview(m) && isRespondent(m) && isHeadMissing(m.values.attended, m.values.excused),
    remedy: AT_REVIEW,
  },
  {
    rule: rule('FY-22'),
    breached: (m) => isLawsuit(m) && isRespondent(m) && isHeadMissing(m.values.attended, m.values.excused),
    remedy: IN_COURT,
  },
  {
    rule: rule('FY-23'),
    breached: (m) => isLawsuit(m) && isRespondent(m) && lacksProof(m, m.values.attended),
    remedy: PROVE,
  },
];

/** 办结以前履行。 */
export const AT_CLOSING: readonly Condition[] = [
  {
    rule: rule('FY-16'),
    breached: (m) => isReview(m) && isRespondent(m) && isLost(m) && m.values.performedOn === undefined,
    remedy: '请先履行复议决定，再办结。',
  },
  {
    rule: rule('FY-25'),
    breached: (m) => isLawsuit(m) && isRespondent(m) && isLost(m) && m.values.performedOn === undefined,
    remedy: '请先履行生效的判决、裁定，再办结。',
  },
];

const answers = (which: (m: Case) => boolean) => (m: Case) => isRespondent(m) && which(m);
const mustPerform = (which: (m: Case) => boolean) => (m: Case) =>
  isRespondent(m) && which(m) && isLost(m) && isFinal(m);
const ANSWERED = { from: 'receivedOn', metBy: 'answeredOn' } as const;
const PERFORMED = { from: 'resultOn', metBy: 'performedOn', by: 'performBy' } as const;
const APPEALED = { from: 'resultOn', metBy: 'appealedOn' } as const;
/** Against a first instance only, and only what was decided by judgment or ruling. */
const mayAppeal = (paper: 'judgment' | 'ruling') => (m: Case) =>
  isLawsuit(m) && !isAppeal(m) && m.values.paper === paper;

export const TERMS: readonly Term<typeof fields>[] = [
  { rule: 'FY-09', ...ANSWERED, where: answers((m) => isReview(m) && !isSimple(m)) },
  { rule: 'FY-10', ...ANSWERED, where: answers((m) => isReview(m) && isSimple(m)) },
  { rule: 'FY-20', ...ANSWERED, where: answers((m) => isLawsuit(m) && !isAppeal(m)) },
  { rule: 'FY-24', ...APPEALED, where: mayAppeal('judgment') },
  { rule: 'FY-24.ruling', ...APPEALED, where: mayAppeal('ruling') },
  { rule: 'FY-16', ...PERFORMED, where: mustPerform(isReview) },
  { rule: 'FY-25', ...PERFORMED, where: mustPerform(isLawsuit) },
];
