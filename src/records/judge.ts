import {
  basesOf,
  citationText,
  matterOf,
  Refusal,
  type Day,
  type FieldSet,
  type Kind,
  type LinkedMatter,
  type Precondition,
  type Situation,
  type Source,
  type Step,
} from '../kernel/index.ts';
import { getTerm, isReminder, judgeTerm, type TermRule } from '../law/index.ts';
import type { Actor, Entry, Flaw } from '../ledger/index.ts';
import { NUMBER_USED } from './numbering.ts';
import { storedMatter, type RecordRow } from './row.ts';
import { concerns, countingIn, mannerOf, momentsOf } from './terms.ts';

/** Records that a matter links to, by id. */
export type LinkedById = Readonly<Record<string, LinkedMatter>>;

/** An act as the law sees it: the matter as it would stand, and how the act comes in. */
export interface Judged {
  readonly kind: Kind;
  readonly step: Step<FieldSet, string>;
  readonly row: RecordRow;
  readonly linked: LinkedById;
  /** Open values that this act gives. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly actOn: Day;
  readonly by: string;
  readonly today: Day;
  readonly source: Source;
  readonly reasons: Readonly<Record<string, string>>;
}

type Breach = Precondition<FieldSet>;

/** How a rule of a step applies to an act: it binds from the day on which its text came into force, never before. */
export interface AppliedRule {
  readonly precondition: Breach;
  readonly result: 'kept' | 'breached' | 'not-in-force';
}

/** On which day an act is taken, and by whom. */
export type Taken = Pick<Situation<FieldSet>, 'actOn' | 'by'>;

export function takenIn({ occurredOn, actor }: Pick<Entry, 'occurredOn' | 'actor'>): Taken {
  return { actOn: occurredOn, by: whoseAct(actor) };
}

/** What is entered for another (代录) is the other's act. */
export function whoseAct({ account, behalf }: Actor): string {
  return behalf ?? account;
}

/** The records that a matter's link fields point to, by field. */
export function linkedBy(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  linked: LinkedById,
): Readonly<Record<string, LinkedMatter>> {
  const fields = Object.entries(kind.fields).filter(([, { type }]) => type === 'link');
  return Object.fromEntries(
    fields.flatMap(([name]) => {
      const found = linked[String(values[name])];
      return found ? [[name, found]] : [];
    }),
  );
}

/** A matter as it stands, with what it links to. */
interface Standing {
  readonly kind: Kind;
  readonly row: RecordRow;
  readonly linked: LinkedById;
}

/** All rules of a step, held against the matter as it stands after an act of that day. */
function applyRules(
  step: Step<FieldSet, string>,
  { kind, row, linked }: Standing,
  taken: Taken,
): AppliedRule[] {
  const { actOn } = taken;
  const situation = {
    ...matterOf(storedMatter(row)),
    ...taken,
    handlers: row.handlers,
    linked: linkedBy(kind, row.body, linked),
  };
  return (step.rules ?? []).map((precondition) => {
    if (actOn < precondition.rule.basis.edition) return { precondition, result: 'not-in-force' };
    return { precondition, result: precondition.breached(situation) ? 'breached' : 'kept' };
  });
}

function breaches(step: Step<FieldSet, string>, standing: Standing, taken: Taken): Breach[] {
  return applyRules(step, standing, taken).flatMap(({ precondition, result }) =>
    result === 'breached' ? [precondition] : [],
  );
}

/**
 * What stops an act. Taken through Fadu now, a hard rule blocks and a soft one asks for a reason. What is said to have
 * happened today outside Fadu needs a reason too, else every block could be walked round; a past act is never stopped.
 */
function stop({ rule, remedy }: Breach, { source, actOn, today }: Judged, reason: string | undefined): void {
  if (rule.marks) return;
  const detail = { basis: rule.basis, next: remedy, facts: { rule: rule.id } };
  const basis = citationText(rule.basis);
  if (source === 'on-site' && rule.hard)
    throw new Refusal('rule-blocks', `${rule.sentence}（${basis}）`, detail);
  if (actOn === today && !reason) {
    throw new Refusal('reason-required', `提醒：${rule.sentence}（${basis}）继续办理须写明理由。`, detail);
  }
}

function flawOf(rule: string, reason: string | undefined): Flaw {
  return { rule, ...(reason ? { reason } : {}) };
}

/** What is no breach by the office: a party's own term, and how long before an end Fadu reminds, which no law says. */
function isOwed(rule: TermRule): boolean {
  return rule.role !== 'right' && !isReminder(rule);
}

/** Terms of the office that are broken by days given now: a fact, never a block. */
function brokenTerms(kind: Kind, row: RecordRow, given: Readonly<Record<string, unknown>>): Flaw[] {
  return (kind.terms ?? []).flatMap((term) => {
    const moments = momentsOf(term, row.body);
    if (moments === undefined || !concerns(term, row)) return [];
    const { from, met } = moments;
    if (!isOwed(getTerm(term.rule))) return [];
    const touched = given[term.from] !== undefined || given[term.metBy] !== undefined;
    const counting = countingIn(mannerOf(term, row.body), row.body[term.metBy] as Day);
    return touched && judgeTerm(term.rule, from, met, counting) === 'breached' ? [{ rule: term.rule }] : [];
  });
}

/** Not a rule of law: an act that is said to lie before its matter began. */
export const BEFORE_ITS_MATTER = '$before';

/** Mostly a slip of the pen; where it is true it is recorded with the reason. */
function outOfOrder({ row, actOn, reasons }: Judged): Flaw[] {
  if (row.version === 1 || actOn >= row.occurred_on) return [];
  const reason = reasons[BEFORE_ITS_MATTER];
  if (reason) return [{ rule: BEFORE_ITS_MATTER, reason }];
  throw new Refusal('reason-required', `发生日（${actOn}）早于这件事的发生日（${row.occurred_on}）。`, {
    field: 'occurredOn',
    next: '请核对日期；确实如此的，写明理由再提交。',
    facts: { rule: BEFORE_ITS_MATTER },
  });
}

/** Refuses what can't be so. `given` names the fields that the act gives. */
export function assertMakesSense(
  step: Step<FieldSet, string>,
  row: RecordRow,
  given: ReadonlySet<string>,
): void {
  for (const { wrong, field, sentence, next } of step.checks ?? []) {
    if (wrong(matterOf(storedMatter(row)), given))
      throw new Refusal('invalid-value', sentence, { field, next });
  }
}

/** The breaches that the entry will carry (程序瑕疵). Throws a refusal where the law stops the act. */
export function judge(judged: Judged): Flaw[] {
  const { kind, step, row, given, reasons } = judged;
  const broken = breaches(step, judged, judged);
  for (const each of broken) stop(each, judged, reasons[each.rule.id]);
  return [
    ...outOfOrder(judged),
    ...broken.map(({ rule }) => flawOf(rule.id, reasons[rule.id])),
    ...brokenTerms(kind, row, given),
  ];
}

/** All breaches that a record has after a correction: every step it has taken judged anew on what it now says. */
export function rejudge(standing: Standing, history: readonly Entry[]): Flaw[] {
  const { kind, row } = standing;
  const reasons = new Map(
    history.flatMap(({ flaws }) => flaws.map(({ rule, reason }) => [rule, reason] as const)),
  );
  const rules = history.flatMap((entry) => {
    const step = kind.steps[entry.step];
    return step ? breaches(step, standing, takenIn(entry)).map(({ rule }) => rule.id) : [];
  });
  // What was out of order stays so: its reason was given once and no correction of a value unsays it. So does a number twice.
  const kept = [BEFORE_ITS_MATTER, NUMBER_USED].filter((each) => reasons.has(each));
  const flaws = [...new Set([...kept, ...rules])].map((rule) => flawOf(rule, reasons.get(rule)));
  return [...flaws, ...brokenTerms(kind, row, row.body)];
}

/**
 * The editions applied: those of the step's articles, of its rules and of the kind's terms that were in force on the day
 * of the act. An article that came later is no basis of an earlier act.
 */
export function lawApplied(kind: Kind, step: Step<FieldSet, string>, on: Day): string[] {
  const citations = [
    ...basesOf(step),
    ...(step.rules ?? []).map((each) => each.rule.basis),
    ...(kind.terms ?? []).map((term) => getTerm(term.rule).basis),
  ];
  const inForce = citations.filter(({ edition }) => edition <= on);
  return [...new Set(inForce.map(({ statute, edition }) => `${statute}@${edition}`))].toSorted();
}
