import { citationText, Refusal, type Day, type Register } from '../kernel/index.ts';
import {
  getTerm,
  isTermId,
  PUBLISHED_CALENDAR,
  type Calendar,
  type PathDay,
  type Role,
} from '../law/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { Places, type Place } from '../store/places.ts';
import { dueDay, duePath, WHEN, type DueDay, type Running, type When } from './due-day.ts';

export interface DueOptions {
  readonly org: string;
  readonly kinds?: readonly string[];
  readonly villages?: readonly string[];
  /** Account that handles the matter. */
  readonly handler?: string;
  /** Only of this record. */
  readonly record?: string;
  /** Only these; all unless said otherwise. */
  readonly when?: readonly When[];
  /** How many are shown, 200 unless said otherwise, 10 000 at most; the counts are always of all. */
  readonly most?: number;
  /** With each day that was counted or passed over. */
  readonly path?: boolean;
  readonly calendar?: Calendar;
}

/** A running term of an open matter. */
export interface DueItem extends DueDay {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  readonly village: string | null;
  readonly handlers: readonly string[];
  readonly rule: string;
  /** What must be done within it. */
  readonly name: string;
  readonly article: string;
  /** Whose term it is: the office's duty, a party's right, … */
  readonly role: Role;
  readonly from: Day;
  /** The field that will meet it. */
  readonly metBy: string;
  readonly path?: readonly PathDay[];
}

export interface DueList {
  readonly today: Day;
  /** The soonest first; what has no day comes last. */
  readonly items: readonly DueItem[];
  /** Of all running terms that the viewer may know of, whatever was asked to be shown. */
  readonly counts: Readonly<Record<When, number>>;
}

const SHOWN = 200;
const SHOWN_AT_MOST = 10_000;

/** A rule with a day from which it runs, in however many matters. */
interface Start extends DueDay, Running {
  readonly matters: number;
}

/** On a record or its term, either aliased `r`. */
function conditionsOf(
  { kinds = [], villages = [], handler, record }: DueOptions,
  viewer: Insider,
  register: Register,
  place: Place,
): string {
  return [
    knownRows(viewer, register, place),
    ...(kinds.length === 0
      ? []
      : [`r.kind = ANY (${place(kinds.map((code) => register.kind(code).code))}::text[])`]),
    ...(villages.length === 0 ? [] : [`r.village = ANY (${place(villages)}::text[])`]),
    ...(handler === undefined ? [] : [`${place(handler)} = ANY (r.handlers)`]),
    ...(record === undefined ? [] : [`r.record_id = ${place(record)}`]),
  ].join(' AND ');
}

async function readStarts(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  today: Day,
  options: DueOptions,
): Promise<Start[]> {
  const places = new Places(options.org);
  const where = conditionsOf(options, viewer, register, places.place);
  const rows = await tx.query<{ rule: string; from: Day; manner: string; matters: number }>(
    '~starts-of-terms',
    `SELECT r.rule, r.starts AS from, r.manner, count(*) AS matters FROM term r
     WHERE r.org_code = $1 AND ${where} GROUP BY r.rule, r.starts, r.manner`,
    places.values,
  );
  return rows.flatMap(({ rule, from, manner, matters }) => {
    // The kinds' declarations name no other; every test of a kind sees to it.
    if (!isTermId(rule)) throw new Error(`a term runs by ${rule}, which is no rule`);
    const standing = dueDay({ rule, from, manner }, today, options.calendar);
    // A term that must at least pass asks for nothing once it has passed, nor does one with which the right was lost.
    const { minimum, lapses } = getTerm(rule);
    const over = (minimum ?? lapses ?? false) && (standing.due ?? today) < today;
    return over ? [] : [{ rule, from, manner, matters, ...standing }];
  });
}

/** The soonest first; without a day last. */
function bySoonest(a: Start, b: Start): number {
  const key = ({ due, rule, from }: Start): string => `${due ?? '9999'} ${rule} ${from}`;
  return key(a) < key(b) ? -1 : 1;
}

/** As many starts as are needed to show so many matters. */
function firstOf(starts: readonly Start[], most: number): Start[] {
  let matters = 0;
  return starts.filter((start) => {
    const needed = matters < most;
    matters += start.matters;
    return needed;
  });
}

type Row = Pick<DueItem, 'record' | 'kind' | 'title' | 'state' | 'village' | 'handlers' | 'metBy'> & {
  readonly n: number;
};

async function readItems(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  starts: readonly Start[],
  options: DueOptions & { readonly most: number },
): Promise<DueItem[]> {
  if (starts.length === 0) return [];
  const places = new Places(options.org);
  const { place } = places;
  const [rules, days] = [place(starts.map(({ rule }) => rule)), place(starts.map(({ from }) => from))];
  const manners = place(starts.map(({ manner }) => manner));
  const rows = await tx.query<Row>(
    '~running-terms',
    `SELECT s.n, t.met_by AS "metBy", r.record_id AS record, r.kind, r.title, r.state, r.village, r.handlers
     FROM unnest(${rules}::text[], ${days}::date[], ${manners}::text[])
       WITH ORDINALITY AS s (rule, starts, manner, n)
     JOIN term t ON t.org_code = $1 AND t.rule = s.rule AND t.starts = s.starts AND t.manner = s.manner
     JOIN record r ON r.org_code = t.org_code AND r.record_id = t.record_id
     WHERE t.org_code = $1 AND ${conditionsOf(options, viewer, register, place)}
     ORDER BY s.n, r.record_id LIMIT ${place(options.most)}`,
    places.values,
  );
  const { calendar = PUBLISHED_CALENDAR } = options;
  return rows.map(({ n, ...row }) => {
    const { matters: _, manner: __, ...start } = starts[n - 1]!;
    const { name, basis, role } = getTerm(start.rule);
    const path = options.path ? duePath(starts[n - 1]!, calendar) : undefined;
    return { ...row, ...start, name, article: citationText(basis), role, ...(path ? { path } : {}) };
  });
}

function countsOf(starts: readonly Start[]): Record<When, number> {
  const counts = Object.fromEntries(Object.keys(WHEN).map((when) => [when, 0])) as Record<When, number>;
  for (const { when, matters } of starts) counts[when] += matters;
  return counts;
}

/**
 * The running terms of open matters, soonest first. Deadlines are computed once for each rule and starting day, by the
 * calendar as it is today: a new holiday notice moves them without touching a record.
 */
export async function dueList(
  store: Store,
  register: Register,
  viewer: Insider,
  today: Day,
  options: DueOptions,
): Promise<DueList> {
  const { most = SHOWN, when } = options;
  if (!Number.isSafeInteger(most) || most < 0 || most > SHOWN_AT_MOST) {
    throw new Refusal('invalid-value', `最多可列${SHOWN_AT_MOST}件。`, { field: 'most' });
  }
  return store.read(oneOrganisation(options.org), async (tx) => {
    const starts = await readStarts(tx, register, viewer, today, options);
    const meant = starts.filter((start) => when?.includes(start.when) ?? true).toSorted(bySoonest);
    const items = await readItems(tx, register, viewer, firstOf(meant, most), { ...options, most });
    return { today, items, counts: countsOf(starts) };
  });
}
