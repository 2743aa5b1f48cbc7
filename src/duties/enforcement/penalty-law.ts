import { addDays, addMonths, type Day, type LinkedMatter, type Precondition } from '../../kernel/index.ts';
import {
  getTerm,
  matterDeadline,
  rule,
  surcharge,
  type DeadlineOptions,
  type MatterDeadline,
  type RuleId,
  type TermId,
} from '../../law/index.ts';
import { lacksTwoOfficers, TWO_OFFICERS } from './officers.ts';
import { isPenalty, STAGES, type Case, type PenaltyFields } from './penalty-fields.ts';

type Condition = Precondition<PenaltyFields>;
type Breached = Condition['breached'];
type Values = Case['values'];

function condition(id: RuleId, remedy: string, breached: Breached): Condition {
  return { rule: rule(id), remedy, breached };
}

/** What must come before the decision was done, and not after it. */
function isBefore(done: Day | undefined, decision: Day | undefined): boolean {
  return done !== undefined && decision !== undefined && done <= decision;
}

function dayOf(linked: LinkedMatter, field: string): Day | undefined {
  return linked.values[field] as Day | undefined;
}

/** The last day of a term; undefined where a year's holiday notice is missing or its text was not in force. */
function lastDay(term: TermId, from: Day, options: DeadlineOptions = {}): Day | undefined {
  const found = matterDeadlineOf(term, from, options);
  return found?.due === null ? undefined : (found?.due.slice(0, 10) as Day | undefined);
}

function matterDeadlineOf(term: TermId, from: Day, options: DeadlineOptions): MatterDeadline | undefined {
  return from < getTerm(term).since ? undefined : matterDeadline(term, from, options);
}

/** Did the power hold on the day: listed, begun, not ended, not withdrawn, not removed? */
function isInForce(power: LinkedMatter, on: Day): boolean {
  const { category } = power.values;
  const ends = [dayOf(power, 'removedOn'), dayOf(power, 'withdrawnOn')];
  const until = dayOf(power, 'sourceUntil');
  const from = dayOf(power, 'sourceFrom') ?? dayOf(power, 'listedOn');
  return (
    category === 'penalty' &&
    (from === undefined || from <= on) &&
    (until === undefined || until >= on) &&
    ends.every((end) => end === undefined || end > on)
  );
}

/** 立案：处罚权的来源。 */
export const AT_FILING: readonly Condition[] = [
  condition(
    'CF-03',
    '请核对权责清单：这项处罚权当天不在有效期内，或者不是处罚事项；没有权力来源的，移送有权的机关。',
    ({ linked, actOn }) =>
      linked.power !== undefined &&
      linked.power.values['source'] !== 'assigned' &&
      !isInForce(linked.power, actOn),
  ),
  condition(
    'CF-04',
    '省级赋权的事项已经收回或者不在期限内，请移送县级有权的部门。',
    ({ linked, actOn }) =>
      linked.power !== undefined &&
      linked.power.values['source'] === 'assigned' &&
      !isInForce(linked.power, actOn),
  ),
];

/** 两人办案，且证件当日有效。 */
export const BY_TWO = condition('CF-20', TWO_OFFICERS, lacksTwoOfficers);

/** 先行登记保存须经负责人批准。 */
export const SEIZURE_APPROVED = condition(
  'CF-34',
  '请先报机关负责人批准，再登记保存。',
  ({ values }) => !isBefore(values.seizureApprovedOn, values.seizedOn),
);

/** 较大处罚要告知听证权利。 */
export const HEARING_TOLD = condition(
  'CF-41',
  '拟作的处罚属于听证范围，请在告知书里写明有权要求听证。',
  ({ values }) => values.hearing !== 'told' && isHeard(values),
);

/** The amount from which a fine is a large one is the province's, in yuan. */
function isHeard({
  proposed,
  proposedFine = 0,
  partyKind,
  largeForCitizen,
  largeForOrganisation,
}: Values): boolean {
  if (proposed === 'suspension' || proposed === 'licence') return true;
  const large = partyKind === 'organisation' ? largeForOrganisation : largeForCitizen;
  return large !== undefined && proposedFine >= large * 100;
}

/** 听证由非本案调查人员主持。 */
export const CHAIR_OUTSIDE = condition(
  'CF-44',
  '请换一名没有参加本案调查的人员主持听证。',
  ({ values }) => values.hearingChair === 'inside',
);

/** 承办人不审核自己的案件。 */
export const REVIEWER_APART = condition(
  'CF-59',
  '请由没有承办这个案件的法制审核人员审核；本乡镇没有别人的，请县司法局派人。',
  ({ by, handlers }) => handlers.includes(by),
);

/** 听取的意见要复核。 */
export const STATEMENT_WEIGHED = condition(
  'CF-23',
  '当事人提出的事实、理由和证据要复核，请写明复核结果；成立的应当采纳。',
  ({ values }) => values.statement === 'made' && values.finding === undefined,
);

/** 批准后二十四小时内移送；只知道日期时，最迟是次日。 */
export const TRANSFERRED_AT_ONCE = condition(
  'CF-08',
  '移送须经负责人批准，并在批准后二十四小时内移送；请先登记批准，超过的写明原因。',
  ({ values: { crimeApprovedOn, crimeTransferredOn } }) =>
    !isBefore(crimeApprovedOn, crimeTransferredOn) ||
    (crimeApprovedOn !== undefined &&
      crimeTransferredOn !== undefined &&
      crimeTransferredOn > addDays(crimeApprovedOn, 1)),
);

/** 作出决定以前。 */
export const AT_DECISION: readonly Condition[] = [
  condition(
    'CF-22',
    '请先办“事先告知”并写明拟作的处罚，听取陈述申辩（或者等期满、当事人明确放弃）后再作决定。',
    ({ values }) =>
      isPenalty(values.result) &&
      (!isBefore(values.noticeOn, values.decidedOn) || !wasHeardOut(values.noticeOn!, values)),
  ),
  condition(
    'CF-23',
    '不得因为当事人申辩而加重；要改变拟作处罚的，请重新告知。',
    ({ values }) =>
      values.statement === 'made' &&
      values.proposedFine !== undefined &&
      (values.fine ?? 0) > values.proposedFine &&
      isBefore(values.noticeOn, values.statedOn),
  ),
  condition(
    'CF-45',
    '当事人要求听证的，请先举行听证（或者登记其放弃），再依照笔录作决定。',
    ({ values }) => values.hearingAskedOn !== undefined && !isBefore(values.hearingHeldOn, values.decidedOn),
  ),
  condition(
    'CF-36',
    '情节复杂或者重大违法的案件，请先由负责人集体讨论并登记讨论日。',
    ({ values }) => values.weight === 'grave' && !isBefore(values.discussedOn, values.decidedOn),
  ),
  condition(
    'CF-37',
    '请先送法制审核，审核同意后再作决定。',
    ({ values }) =>
      (values.reviewNeeded ?? []).length > 0 &&
      (values.opinion !== 'agreed' || !isBefore(values.reviewedOn, values.decidedOn)),
  ),
  condition(
    'CF-08',
    '涉嫌犯罪的，请先报负责人批准移送公安，不能以罚代移。',
    ({ values }) =>
      values.crimeReportedOn !== undefined &&
      isPenalty(values.result) &&
      values.crimeTransferredOn === undefined,
  ),
  condition(
    'CF-11',
    '不满十四周岁、不能辨认或者控制自己行为的不予处罚，责令监护人管教、看管。',
    ({ values: { partyAge, spared, result } }) =>
      isPenalty(result) && (partyAge === 'child' || spared === 'child' || spared === 'incapable'),
  ),
  condition(
    'CF-15',
    '已经超过追责时效，不再处罚，请作不予处罚决定。',
    ({ values }) => isPenalty(values.result) && isTooLate(values),
  ),
  condition(
    'CF-13',
    '轻微并及时改正、没有危害后果，或者没有主观过错的，应当不予处罚；请改作不予处罚决定，并教育当事人。',
    ({ values }) => isPenalty(values.result) && (values.spared === 'minor' || values.spared === 'faultless'),
  ),
  condition(
    'CF-35',
    '不予处罚的，请写明属于哪种情形。',
    ({ values }) => values.result === 'none' && values.spared === undefined,
  ),
  condition(
    'CF-09',
    '请写明是否责令改正；已经改正或者没有可以改正的，也请选明。',
    ({ values }) => isPenalty(values.result) && values.correction === undefined,
  ),
  condition(
    'CF-38',
    '决定书要写明处罚依据；罚款、没收的还要写明金额。',
    ({ values }) =>
      isPenalty(values.result) &&
      (values.grounds === undefined ||
        (values.result === 'fine' && !values.fine) ||
        (values.result === 'confiscation' && values.confiscated === undefined)),
  ),
];

/** The term for a statement was given and is over, or the party has spoken or given it up. */
function wasHeardOut(noticeOn: Day, { statement, statedOn, statementDays, decidedOn }: Values): boolean {
  if (statement === 'made' || statement === 'waived') return isBefore(statedOn, decidedOn);
  const until =
    statementDays === undefined ? undefined : lastDay('CF-22.statement', noticeOn, { count: statementDays });
  return until === undefined || (decidedOn !== undefined && decidedOn > until);
}

function isTooLate({ offenceOn, foundOn, limitation }: Values): boolean {
  if (offenceOn === undefined || foundOn === undefined) return false;
  return foundOn > addMonths(offenceOn, limitation === 'five' ? 60 : 24);
}

/** 送达：电子送达要有确认书，公告送达满三十日。 */
export const SERVED_RIGHTLY = condition(
  'CF-40',
  '电子送达须有当事人签的确认书；公告送达自公告发出满三十日才视为送达。',
  ({ values: { service, confirmation, announcedOn, servedOn } }) =>
    (service === 'electronic' && confirmation !== 'signed') ||
    (service === 'announcement' &&
      (announcedOn === undefined || servedOn === undefined || servedOn < addDays(announcedOn, 30))),
);

/** 缴款：加处罚款不封顶、救济期间照算、没写明也加收，都不行。 */
export const SURCHARGE_RIGHT = condition(
  'CF-51',
  '加处罚款每日百分之三，不超过罚款本数，复议、诉讼期间不计算；决定书没有写明的不加收。请按此重算。',
  ({ values }) => (values.surcharge ?? 0) > mostSurcharge(values),
);

function mostSurcharge({
  fine = 0,
  servedOn,
  paidOn,
  surchargeTold,
  deferredUntil,
  remedies = [],
}: Values): number {
  if (fine === 0 || servedOn === undefined || paidOn === undefined || surchargeTold !== 'told') return 0;
  const due = deferredUntil ?? lastDay('CF-47', servedOn);
  if (due === undefined) return fine;
  const apart = remedies.flatMap(({ from, to = paidOn }) => (from === undefined ? [] : [{ from, to }]));
  return surcharge(fine, addDays(due, 1), paidOn, apart).amountFen;
}

const ALWAYS: readonly (keyof typeof STAGES)[] = ['start', 'evidence', 'decision', 'service', 'execution'];

/** 结案以前：送达、全过程记录。 */
export const AT_CLOSING: readonly Condition[] = [
  condition(
    'CF-40',
    '处罚决定还没有送达，对当事人不生效，请先送达再结案。',
    ({ values }) => isPenalty(values.result) && !isBefore(values.servedOn, values.closedOn),
  ),
  condition(
    'CF-25',
    '请补齐缺少的文字或者音像记录：启动、取证、决定、送达、执行，应当审核的还有审核。',
    ({ values: { recorded = [], result, reviewNeeded = [] } }) => {
      const needed = isPenalty(result) ? ALWAYS : ALWAYS.filter((stage) => stage !== 'execution');
      return [...needed, ...(reviewNeeded.length > 0 ? (['review'] as const) : [])].some(
        (stage) => !recorded.includes(stage),
      );
    },
  ),
];
