import {
  contributionsOf,
  dayAt,
  EVIDENCE_RANKS,
  monthOf,
  type Contribution,
  type Evidence,
  type Kind,
  type Source,
} from '../kernel/index.ts';
import type { Entry, Envelope, UnplacedEntry } from '../ledger/index.ts';
import { staffingOf, type Staffing } from './holdings.ts';
import { numbersOf, type Numbered } from './numbering.ts';
import { storedMatter, type RecordRow } from './row.ts';
import { stockOf, type Stocked } from './stock-moves.ts';
import { runningTerms, type TermRow } from './terms.ts';
import { standingOf, type Standing } from './units.ts';
import { gramsOf, wordsOf } from './words.ts';

/** A number that no entry has: it stands for the one to come while an act is judged. */
export const UNPLACED = 0;

/** The entry as it will be folded, before the chain has given it its number. */
export function unplaced(entry: UnplacedEntry, now: Date): Entry {
  return { ...entry, seq: UNPLACED, recordedAt: now.toISOString(), previous: '' };
}

/** Acts that every kind knows beside its own steps. */
export const CORRECT = '$correct';
export const VOID = '$void';
export const ASSIGN = '$assign';
export const RESTRICT = '$restrict';
export const RELEASE = '$release';
export const ERASE = '$erase';
export const SEAL = '$seal';
export const PROPOSE_PURGE = '$propose-purge';
export const PURGE = '$purge';

export interface LinkRow {
  readonly role: string;
  readonly to_record: string;
}

export interface CounterChange {
  readonly month: string;
  readonly figure: string;
  readonly amount: number;
}

/** A contribution as it is stored: with the rank of its record's evidence. */
export interface CountedContribution extends Contribution {
  readonly evidence: number;
}

/** Rows that an act takes away and adds; what stays is not written again. */
export interface Change<T> {
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** All rows that one record has beside itself, and what its last act changes in the month counters and in search. */
export interface Parts extends Staffing, Standing, Numbered, Stocked {
  readonly links: readonly LinkRow[];
  readonly grams: Change<string>;
  readonly terms: readonly TermRow[];
  readonly contributions: readonly CountedContribution[];
  readonly counters: readonly CounterChange[];
}

/** How well a record is evidenced when nobody says otherwise. */
const EVIDENCE_OF: Readonly<Record<Source, Evidence>> = {
  'on-site': 'record',
  late: 'record',
  proxy: 'record',
  platform: 'platform',
  paper: 'paper',
};

function titleOf(kind: Kind, body: Readonly<Record<string, unknown>>): string {
  const value = body[kind.title];
  if (value === undefined) return kind.label;
  const label = kind.fields[kind.title]?.options?.[String(value)];
  return label ?? String(value);
}

/** Wherever its title stands, on a screen, in a list or on paper, a drill says what it is. */
const DRILL_MARK = '【演练】';

function firstRow(kind: Kind, entry: Entry): RecordRow {
  const { envelope } = entry;
  return {
    org_code: entry.org,
    record_id: entry.record,
    kind: entry.kind,
    kind_version: entry.kindVersion,
    version: 0,
    state: '',
    title: kind.label,
    village: null,
    unit: null,
    occurred_on: entry.occurredOn,
    occurred_precision: entry.precision,
    recorded_on: dayAt(new Date(entry.recordedAt)),
    source: entry.source,
    evidence: envelope.evidence ?? EVIDENCE_OF[entry.source],
    home: kind.home?.platform ?? null,
    upper_number: null,
    sealed: null,
    audience: 'office',
    handlers: [entry.actor.account],
    restricted: [],
    erased: {},
    is_drill: envelope.drill ?? false,
    voided_by: null,
    first_seq: entry.seq,
    last_seq: entry.seq,
    flaws: 0,
    body: {},
    words: '',
  };
}

function stateAfter(kind: Kind, before: RecordRow, entry: Entry): string {
  return kind.steps[entry.step]?.to ?? before.state;
}

function bodyAfter(before: RecordRow['body'], values: Entry['values']): RecordRow['body'] {
  return Object.fromEntries(Object.entries({ ...before, ...values }).filter(([, value]) => value !== null));
}

type Withheld = Pick<RecordRow, 'restricted' | 'erased'>;

/** What of its personal values may no longer be used, and up to where they are destroyed. */
function withheld(before: RecordRow, { restricted, erased = [] }: Envelope): Withheld {
  const gone = Object.fromEntries(erased.map((field) => [field, before.last_seq]));
  return {
    restricted: (restricted ?? before.restricted).filter((field) => !erased.includes(field)),
    erased: { ...before.erased, ...gone },
  };
}

/** The record after one more act: a pure fold, the same on writing, on replay, in verification and as of the past. */
export function project(kind: Kind, previous: RecordRow | null, entry: Entry): RecordRow {
  const before = previous ?? firstRow(kind, entry);
  const body = bodyAfter(before.body, entry.values);
  const title = `${before.is_drill ? DRILL_MARK : ''}${titleOf(kind, body)}`;
  const { envelope } = entry;
  const upperNumber = envelope.upperNumber ?? before.upper_number;
  return {
    ...before,
    version: before.version + 1,
    state: stateAfter(kind, before, entry),
    title,
    village: envelope.village ?? before.village,
    unit: envelope.unit ?? before.unit,
    evidence: envelope.evidence ?? before.evidence,
    home: envelope.home ?? before.home,
    upper_number: upperNumber,
    sealed: envelope.sealed === undefined ? before.sealed : envelope.sealed,
    audience: envelope.audience ?? before.audience,
    handlers: envelope.handlers ?? before.handlers,
    ...withheld(before, envelope),
    occurred_on: envelope.redated ?? before.occurred_on,
    occurred_precision: envelope.redated ? entry.precision : before.occurred_precision,
    voided_by: entry.step === VOID ? entry.seq : before.voided_by,
    last_seq: entry.seq,
    // A correction was judged as a whole: what it carries is all that the record now has.
    flaws: (entry.step === CORRECT ? 0 : before.flaws) + entry.flaws.length,
    body,
    words: wordsOf(kind, title, upperNumber, body),
  };
}

/** From one set of rows to another. */
function changeOf(before: ReadonlySet<string>, after: ReadonlySet<string>): Change<string> {
  return {
    gone: [...before].filter((each) => !after.has(each)),
    come: [...after].filter((each) => !before.has(each)),
  };
}

function linksOf(kind: Kind, row: RecordRow): LinkRow[] {
  return Object.entries(kind.fields).flatMap(([role, field]) => {
    const to = field.type === 'link' ? row.body[role] : undefined;
    return typeof to === 'string' ? [{ role, to_record: to }] : [];
  });
}

/** Codes of the figures of a register that are kept as month counters: flows only. */
export function countedMonthly(kind: Kind, figure: string): boolean {
  const declared = kind.figures?.[figure];
  if (declared) return declared.measure === 'flow' && declared.counter !== false;
  const also = kind.alsoCounts?.[figure];
  return also !== undefined && also.key === undefined;
}

function counterChanges(
  kind: Kind,
  before: readonly Contribution[],
  after: readonly Contribution[],
): CounterChange[] {
  const sums = new Map<string, CounterChange>();
  const add = (contribution: Contribution, sign: 1 | -1): void => {
    if (!countedMonthly(kind, contribution.figure)) return;
    const month = monthOf(contribution.starts);
    const key = `${month} ${contribution.figure}`;
    const amount = (sums.get(key)?.amount ?? 0) + sign * contribution.amount;
    sums.set(key, { month, figure: contribution.figure, amount });
  };
  for (const contribution of before) add(contribution, -1);
  for (const contribution of after) add(contribution, 1);
  return [...sums.values()].filter((change) => change.amount !== 0);
}

/** Everything that follows from a record's new row; a correction takes from the old month and gives to the new one. */
export function partsOf(kind: Kind, previous: RecordRow | null, row: RecordRow): Parts {
  const contributions = contributionsOf(kind, storedMatter(row));
  const before = previous ? contributionsOf(kind, storedMatter(previous)) : [];
  const evidence = EVIDENCE_RANKS.indexOf(row.evidence);
  return {
    links: linksOf(kind, row),
    terms: runningTerms(kind, row),
    grams: changeOf(gramsOf(previous?.words ?? ''), gramsOf(row.words)),
    contributions: contributions.map((each) => ({ ...each, evidence })),
    counters: counterChanges(kind, before, contributions),
    ...staffingOf(row),
    ...standingOf(row),
    ...numbersOf(kind, row),
    ...stockOf(kind, row),
  };
}
