import {
  addDays,
  addMonths,
  type Check,
  type Day,
  type LinkedMatter,
  type Precondition,
} from '../../kernel/index.ts';
import {
  getTerm,
  matterDeadline,
  remediesText,
  rule,
  surcharge,
  type DeadlineOptions,
  type MatterDeadline,
  type RuleId,
  type TermId,
} from '../../law/index.ts';
import { FIT_OFFICERS, isPutOnWrongly, lacksTwoOfficers, TWO_OFFICERS } from './officers.ts';
import {
  isPenalty,
  isReviewNeeded,
  STAGES,
  type Case,
  type PenaltyFields,
  type Result,
} from './penalty-fields.ts';
import { isPowerInForce } from './powers.ts';

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

/** The last day of a term; undefined where a year's holiday notice is missing or its text was not in force. */
function lastDay(term: TermId, from: Day, options: DeadlineOptions = {}): Day | undefined {
  const found = matterDeadlineOf(term, from, options);
  return found?.due === null ? undefined : (found?.due.slice(0, 10) as Day | undefined);
}

function matterDeadlineOf(term: TermId, from: Day, options: DeadlineOptions): MatterDeadline | undefined {
  return from < getTerm(term).since ? undefined : matterDeadline(term, from, options);
}

function isPenalPower(power: LinkedMatter, on: Day): boolean {
  return power.values['category'] === 'penalty' && isPowerInForce(power, on);
}

/** Whoever withdrew is still on the case. */
const isStillOnTheCase: Breached = ({ values, linked }) => {
  const out = values.recusal === 'granted' ? linked.recusalOf?.id : undefined;
  return out !== undefined && [linked.firstOfficer, linked.secondOfficer].some((one) => one?.id === out);
};

/** 派到案件上的人：证件当天有效，不是同一个人。 */
export const FIT = condition('CF-20', FIT_OFFICERS, isPutOnWrongly);

/** 立案：人员、处罚权的来源。 */
export const AT_FILING: readonly Condition[] = [
  FIT,
  condition(
    'CF-03',
    '请核对权责清单：这项处罚权当天不在有效期内，或者不是处罚事项；没有权力来源的，移送有权的机关。',
    ({ linked, actOn }) =>
      linked.power !== undefined &&
      linked.power.values['source'] !== 'assigned' &&
      !isPenalPower(linked.power, actOn),
  ),
  condition(
    'CF-04',
    '省级赋权的事项已经收回或者不在期限内，请移送县级有权的部门。',
    ({ linked, actOn }) =>
      linked.power !== undefined &&
      linked.power.values['source'] === 'assigned' &&
      !isPenalPower(linked.power, actOn),
  ),
];

/** 两人办案，且证件当日有效。 */
export const BY_TWO = condition('CF-20', TWO_OFFICERS, lacksTwoOfficers);

/** 调查要亮证、做笔录。 */
export const CARD_AND_MINUTES = condition(
  'CF-33',
  '请主动出示执法证件，询问、检查当场制作笔录；已经查过的照实登记，写明原因，能补的补做。',
  ({ values: { shown, minutes } }) => shown === 'missing' || minutes === 'none',
);

/** 先行登记保存须经负责人批准。 */
export const SEIZURE_APPROVED = condition(
  'CF-34',
  '请先报机关负责人批准，再登记保存。',
  ({ values }) => !isBefore(values.seizureApprovedOn, values.seizedOn),
);

/** A share of the penalty that a fine or what is taken away has to state. */
function lacksAmount(result: Result | undefined, fine: number | undefined, taken: unknown): boolean {
  return (result === 'fine' && !fine) || (result === 'confiscation' && !taken);
}

/** 告知：两人、写明拟处罚内容和依据、较大处罚要告知听证权利。 */
export const AT_NOTICE: readonly Condition[] = [
  BY_TWO,
  condition(
    'CF-22',
    '告知书要写明拟处罚的内容和依据：罚款写金额，没收写数额或者财物，处罚依据写到条、款、项。',
    ({ values: { proposed, proposedFine, proposedConfiscation, confiscatedGoods, grounds } }) =>
      isPenalty(proposed) &&
      (grounds === undefined ||
        lacksAmount(proposed, proposedFine, proposedConfiscation ?? confiscatedGoods)),
  ),
  condition(
    'CF-41',
    '拟作的处罚属于听证范围，请在告知书里写明有权要求听证。',
    ({ values }) => values.hearing !== 'told' && isHeard(values),
  ),
  condition(
    'CF-41.confiscation',
    '没收较大数额违法所得、较大价值财物的，也要告知听证权利；本省没有另定标准的，参照罚款的标准。',
    ({ values }) => values.hearing !== 'told' && isLarge(values, values.proposedConfiscation),
  ),
  condition('CF-21', '同意回避的，请先在“决定回避”里换人，再告知。', isStillOnTheCase),
];

/** The amount from which a fine is a large one is the province's, in yuan. */
function isLarge({ partyKind, largeForCitizen, largeForOrganisation }: Values, amount = 0): boolean {
  const large = partyKind === 'organisation' ? largeForOrganisation : largeForCitizen;
  return large !== undefined && amount >= large * 100;
}

function isHeard(values: Values): boolean {
  const { proposed, proposedFine } = values;
  return proposed === 'suspension' || proposed === 'licence' || isLarge(values, proposedFine);
}

/** 听证由非本案调查人员主持。 */
export const CHAIR_OUTSIDE = condition(
  'CF-44',
  '请换一名没有参加本案调查的人员主持听证。',
  ({ values }) => values.hearingChair === 'inside',
);

/** 听证要有笔录，由当事人核对签字。 */
export const HEARING_MINUTED = condition(
  'CF-44',
  '听证应当制作笔录，由当事人核对无误后签字；拒签的由主持人注明。',
  ({ values }) => values.hearingGone === 'held' && values.hearingMinutes === 'none',
);

/** 承办人不审核自己的案件。 */
export const REVIEWER_APART = condition(
  'CF-59',
  '请由没有承办这个案件的法制审核人员审核；本乡镇没有别人的，请县司法局派人。',
  ({ by, handlers }) => handlers.includes(by),
);

/** 批准以后才移送；二十四小时由期限核对。 */
export const TRANSFER_APPROVED = condition(
  'CF-08',
  '移送须经机关正职负责人或者主持工作的负责人批准，请先登记批准。',
  ({ values: { crimeApprovedOn, crimeTransferredOn } }) => !isBefore(crimeApprovedOn, crimeTransferredOn),
);

/** 作出决定以前。 */
export const AT_DECISION: readonly Condition[] = [
  condition(
    'CF-21',
    '当事人要求回避的，请先由负责人决定；同意回避的，先换人再作决定。',
    (situation) => isRecusalOpen(situation.values) || isStillOnTheCase(situation),
  ),
  condition(
    'CF-22',
    '请先办“事先告知”并写明拟作的处罚，听取陈述申辩（或者等期满、当事人明确放弃）后再作决定。',
    ({ values }) =>
      isPenalty(values.result) &&
      (!isBefore(values.noticeOn, values.decidedOn) ||
        !wasHeardOut(values.noticeOn!, values) ||
        (!hasSpoken(values) && isBeyondNotice(values))),
  ),
  condition(
    'CF-23',
    '当事人的意见要先复核；不得因为申辩而加重，决定的处罚不能重于告知的。',
    ({ values }) =>
      isPenalty(values.result) && hasSpoken(values) && (!wasWeighed(values) || isBeyondNotice(values)),
  ),
  condition(
    'CF-42',
    '当事人要求听证的期限（告知后五个工作日）还没有满，请等期满，或者登记当事人书面放弃听证后再决定。',
    ({ values }) => isPenalty(values.result) && mayStillAskForHearing(values),
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
      isReviewNeeded(values) &&
      (values.opinion !== 'agreed' || !isBefore(values.reviewedOn, values.decidedOn)),
  ),
  condition(
    'CF-37.hearing',
    '经过听证的案件，一般直接关系当事人重大权益，听证后先送法制审核；确实不属于的，写明理由。',
    ({ values }) =>
      isPenalty(values.result) &&
      values.hearingGone === 'held' &&
      !isReviewNeeded(values) &&
      (values.opinion !== 'agreed' || !isBefore(values.hearingHeldOn, values.reviewedOn)),
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
        lacksAmount(values.result, values.fine, values.confiscated ?? values.confiscatedGoods)),
  ),
  condition(
    'CF-55',
    '罚款的决定书要写明交到哪里（代收银行或者电子缴款方式）、逾期是否加处。',
    ({ values }) =>
      (values.fine ?? 0) > 0 && (values.payAt === undefined || values.surchargeTold === undefined),
  ),
];

/** What the party said after it was last told. */
function hasSpoken({ statement, statedOn, noticeOn }: Values): boolean {
  return statement === 'made' && isBefore(noticeOn, statedOn);
}

function wasWeighed({ finding, weighedOn, statedOn, decidedOn }: Values): boolean {
  const on = weighedOn ?? statedOn;
  return finding !== undefined && isBefore(statedOn, on) && isBefore(on, decidedOn);
}

/** The term for a statement was given and is over, or the party has spoken or given it up since it was told. */
function wasHeardOut(noticeOn: Day, { statement, statedOn, statementDays, decidedOn }: Values): boolean {
  const answered = (statement === 'made' || statement === 'waived') && isBefore(noticeOn, statedOn);
  if (answered) return isBefore(statedOn, decidedOn);
  const until =
    statementDays === undefined ? undefined : lastDay('CF-22.statement', noticeOn, { count: statementDays });
  return until === undefined || (decidedOn !== undefined && decidedOn > until);
}

const MILDEST: readonly (Result | undefined)[] = ['warning', 'criticism'];

/** More than the party was told of: a higher fine, more taken away, or a penalty of another kind that is no milder one. */
function isBeyondNotice(values: Values): boolean {
  const { result, fine = 0, confiscated = 0, proposed, proposedFine = 0, proposedConfiscation } = values;
  const more =
    fine > proposedFine || (proposedConfiscation !== undefined && confiscated > proposedConfiscation);
  return more || (result !== proposed && result !== 'fine' && !MILDEST.includes(result));
}

/** Told that it may ask for a hearing, it has neither asked nor given it up, and its five working days still run. */
function mayStillAskForHearing({
  hearing,
  hearingWaiver,
  hearingAskedOn,
  noticeOn,
  decidedOn,
}: Values): boolean {
  if (hearing !== 'told' || hearingWaiver === 'waived' || hearingAskedOn !== undefined) return false;
  const until = noticeOn === undefined ? undefined : lastDay('CF-42', noticeOn);
  return until !== undefined && decidedOn !== undefined && decidedOn <= until;
}

/** Somebody was asked to withdraw, and nobody has decided it. */
function isRecusalOpen({ recusalAskedOn, recusalOn }: Values): boolean {
  return recusalAskedOn !== undefined && !isBefore(recusalAskedOn, recusalOn);
}

/** What the decision says of review and lawsuit; a transfer is no decision against which one turns. */
export function remediesOf({ result }: Readonly<Record<string, unknown>>): string | undefined {
  return result === 'transfer' ? undefined : remediesText({});
}

/** Not so, whatever has happened: a fine has an amount, and what is no penalty has none. */
export const AMOUNT_OF_THE_FINE: Check<PenaltyFields> = {
  field: 'fine',
  wrong: ({ values }) => values.result === 'fine' && !values.fine,
  sentence: '处罚是罚款，却没有写金额。',
  next: '请照决定书填罚款金额；数额不清楚的，先到上级系统核对。',
};
export const NO_MONEY_WITHOUT_PENALTY: Check<PenaltyFields> = {
  field: 'fine',
  wrong: ({ values }) =>
    !isPenalty(values.result) && ((values.fine ?? 0) > 0 || (values.confiscated ?? 0) > 0),
  sentence: '不予处罚、移送的案件不会有罚款、没收金额。',
  next: '请核对处理结果和金额。',
};

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
    'CF-40.spared',
    '不予处罚决定书也请送达当事人后再结案。',
    ({ values }) => values.result === 'none' && !isBefore(values.servedOn, values.closedOn),
  ),
  condition(
    'CF-25',
    '请补齐各环节的文字或者音像记录：启动、取证、决定、送达、执行，审核过的还有审核；确实补不回来的，选在“没有记录的环节”里。',
    ({ values }) => {
      const said = [...(values.recorded ?? []), ...(values.filmed ?? []), ...(values.gaps ?? [])];
      return stagesOf(values).some((stage) => !said.includes(stage));
    },
  ),
  condition(
    'CF-25.gap',
    '请写明哪些环节为什么没有记录、怎样补救；案卷里附情况说明。',
    ({ values }) => (values.gaps ?? []).length > 0,
  ),
];

/** Stages that this case has gone through: nothing is executed where nothing is imposed. */
function stagesOf({ result, reviewNeeded = [], reviewedOn }: Values): (keyof typeof STAGES)[] {
  const needed = isPenalty(result) ? ALWAYS : ALWAYS.filter((stage) => stage !== 'execution');
  const reviewed = reviewedOn !== undefined || isReviewNeeded({ reviewNeeded });
  return [...needed, ...(reviewed ? (['review'] as const) : [])];
}

/** 公开以前的保密审查。 */
export const CHECKED_BEFORE_PUBLICATION = condition(
  'GK-05',
  '请先由专人审查：隐去当事人的个人信息和商业秘密，没有涉密内容，填审查日后再公开。',
  ({ values }) => !isBefore(values.publicationCheckedOn, values.publishedOn),
);
