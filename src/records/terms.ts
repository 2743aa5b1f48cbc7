import { matterOf, type Day, type FieldSet, type Kind, type Term } from '../kernel/index.ts';
import { getTerm, isReminder, judgeTerm, type DeadlineOptions } from '../law/index.ts';
import { fieldsOf } from './ask.ts';
import { storedMatter, type RecordRow } from './row.ts';

/** A term (期限) that runs in a matter. */
export interface TermRow {
  readonly rule: string;
  /** The day field that will meet it. */
  readonly met_by: string;
  readonly starts: Day;
  /** How it is counted, as `mannerOf` writes it; '' where as the rule has it. */
  readonly manner: string;
}

/** Time that does not count; without `to` it still runs. */
interface Pause {
  readonly from: Day;
  readonly to?: Day;
}

/** How a term of a matter is counted, where not simply as its rule has it. */
export interface Manner {
  readonly pauses?: readonly Pause[];
  readonly extended?: true;
  readonly count?: number;
  /** By which day, where that was given. */
  readonly by?: Day;
  /** Time of day from which a rule in hours runs. */
  readonly at?: string;
}

/** The time that does not count: items of a list, and what lies between two days of the matter. */
function pausesOf(term: Term<FieldSet>, body: Readonly<Record<string, unknown>>): Pause[] {
  const listed = term.pauses === undefined ? undefined : body[term.pauses];
  const items = Array.isArray(listed) ? (listed as Partial<Pause>[]) : [];
  const between = (term.pausedBetween ?? []).map(({ from, to }) => ({ from: body[from], to: body[to] }));
  return [...items, ...(between as Partial<Pause>[])].flatMap(({ from, to }) =>
    from === undefined ? [] : [{ from, ...(to ? { to } : {}) }],
  );
}

/** The manner of a term as the matter's values give it; '' for none. */
export function mannerOf(term: Term<FieldSet>, body: Readonly<Record<string, unknown>>): string {
  const pauses = pausesOf(term, body);
  const count = term.count === undefined ? undefined : body[term.count];
  const by = term.by === undefined ? undefined : body[term.by];
  const at = term.at === undefined ? undefined : body[term.at.from];
  const manner: Manner = {
    ...(pauses.length === 0 ? {} : { pauses }),
    ...(term.extended !== undefined && body[term.extended] !== undefined ? { extended: true as const } : {}),
    ...(typeof count === 'number' ? { count } : {}),
    ...(typeof by === 'string' ? { by: by as Day } : {}),
    ...(typeof at === 'string' ? { at } : {}),
  };
  return Object.keys(manner).length === 0 ? '' : JSON.stringify(manner);
}

/** How the law counts in this manner. A pause that still runs ends, for this count, on `until`. */
export function countingIn(manner: string, until: Day): DeadlineOptions {
  if (manner === '') return {};
  const { pauses, extended, count, by } = JSON.parse(manner) as Manner;
  const suspensions = (pauses ?? []).map(({ from, to = until }) => ({ from, to }));
  return {
    ...(pauses === undefined ? {} : { suspensions: suspensions.filter(({ from, to }) => from <= to) }),
    ...(extended ? { extension: true } : {}),
    ...(count === undefined ? {} : { count }),
    ...(by === undefined ? {} : { until: by }),
  };
}

/** Where a term counted in this manner begins: its day, or the moment for a rule in hours that has one. */
export function beginIn(manner: string, from: Day): string {
  const at = manner === '' ? undefined : (JSON.parse(manner) as Manner).at;
  return at === undefined ? from : `${from}T${at}`;
}

/** The end of a day: a rule in hours is judged from here where the day alone is known, in favour of who had to act. */
const LATEST = '23:59';

/** The two moments between which a term is judged; both are days, unless its rule counts in hours. */
export function momentsOf(
  term: Term<FieldSet>,
  body: Readonly<Record<string, unknown>>,
): { readonly from: string; readonly met: string } | undefined {
  const [from, met] = [body[term.from], body[term.metBy]];
  if (typeof from !== 'string' || typeof met !== 'string') return undefined;
  if (getTerm(term.rule).unit !== 'hour') return { from, met };
  const [begun, done] = [term.at && body[term.at.from], term.at && body[term.at.metBy]];
  return {
    from: `${from}T${typeof begun === 'string' ? begun : LATEST}`,
    met: typeof done === 'string' ? `${met}T${done}` : met,
  };
}

/**
 * Whether a term has been met. A day before the term began met an earlier one of its kind (a second 附带审查, a return that
 * came before the next leave), unless it counts backwards from an event. What reminds before an end is met by what is done
 * once it has reminded: a new term or a new day of ending reminds again.
 */
export function isMet(term: Term<FieldSet>, body: Readonly<Record<string, unknown>>): boolean {
  const moments = momentsOf(term, body);
  if (moments === undefined) return false;
  const { from, met } = moments;
  const rule = getTerm(term.rule);
  if (isReminder(rule))
    return judgeTerm(term.rule, from, met, countingIn(mannerOf(term, body), met as Day)) === 'breached';
  return rule.direction === 'before' || met.slice(0, 10) >= from.slice(0, 10);
}

/** The day since when a term stands still (期限中止); undefined where it runs. */
export function pausedSince(manner: string): Day | undefined {
  if (manner === '') return undefined;
  return (JSON.parse(manner) as Manner).pauses?.find(({ to }) => to === undefined)?.from;
}

/** True where a term is one of this matter's; where a day must be given, only once it is. */
export function concerns(term: Term<FieldSet>, row: RecordRow): boolean {
  if (term.by !== undefined && row.body[term.by] === undefined) return false;
  return term.where === undefined || term.where(matterOf(storedMatter(row)));
}

/** States that a matter may still come to, the one it stands in among them. */
function statesAhead(kind: Kind, state: string): Set<string> {
  const ahead = new Set([state]);
  // A set goes on to what is added to it while it is walked.
  for (const each of ahead) {
    for (const step of Object.values(kind.steps)) {
      if (step.from !== 'start' && step.from.includes(each)) ahead.add(step.to ?? each);
    }
  }
  return ahead;
}

function mayStillBeSet(kind: Kind, state: string, field: string): boolean {
  const ahead = statesAhead(kind, state);
  return Object.values(kind.steps).some(
    (step) =>
      step.from !== 'start' &&
      step.from.some((each) => ahead.has(each)) &&
      (fieldsOf(step).has(field) || Object.hasOwn(step.takes ?? {}, field)),
  );
}

/**
 * The terms of a matter that run: begun, not met, and with a step ahead that can meet them. A case that was closed without
 * a decision waits for none. In a drill and in a voided record nothing runs.
 */
export function runningTerms(kind: Kind, row: RecordRow): TermRow[] {
  if (kind.terms === undefined || row.is_drill || row.voided_by !== null) return [];
  return kind.terms.flatMap((term) => {
    const { rule, from, metBy } = term;
    const starts = row.body[from];
    if (typeof starts !== 'string' || isMet(term, row.body) || !concerns(term, row)) return [];
    if (!mayStillBeSet(kind, row.state, metBy)) return [];
    return [{ rule, met_by: metBy, starts: starts as Day, manner: mannerOf(term, row.body) }];
  });
}
