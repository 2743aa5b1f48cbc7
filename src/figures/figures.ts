import { createHash } from 'node:crypto';
import {
  dayAt,
  Refusal,
  rollUpOf,
  yearSpan,
  type Area,
  type Contribution,
  type Day,
  type DeclaredFigure,
  type Evidence,
  type Measure,
  type Register,
  type RollUp,
} from '../kernel/index.ts';
import { canonicalText } from '../ledger/index.ts';
import { mayKnow, type Viewer } from '../people/visibility.ts';
import { foldLedger, type AsOf } from '../records/fold.ts';
import type { RecordRow } from '../records/row.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';

/** A figure (指标) with its value and what it rests on. */
export interface FigureValue {
  readonly code: string;
  readonly name: string;
  readonly chapter: Area;
  readonly room: Area;
  readonly unit: string;
  readonly measure: Measure;
  readonly rollUp: RollUp;
  /** Percent with one decimal for a ratio (null without a denominator), else a whole number. */
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  /** How many records stand behind it. */
  readonly records: number;
  /** 口径 */
  readonly definition: string;
  /** SHA-256 of everything that defines the figure. */
  readonly definitionHash: string;
  /** Flows, ratios and distinct counts over a period; first and last day. */
  readonly period?: { readonly from: Day; readonly to: Day };
  /** Stocks: the day. */
  readonly asOf?: Day;
  /** The weakest evidence among its records; `none` when there is none. */
  readonly evidence: Evidence;
}

/** One record behind a figure, with what it adds. */
export interface Backing {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly village: string | null;
  readonly occurredOn: Day;
  readonly version: number;
  readonly evidence: Evidence;
  readonly part: string;
  readonly contribution: number;
  readonly key: string;
}

/** A contribution with the record it comes from: what both ways of counting (table and ledger) give. */
interface Counted extends Contribution {
  readonly row: Pick<
    RecordRow,
    | 'record_id'
    | 'kind'
    | 'title'
    | 'village'
    | 'occurred_on'
    | 'version'
    | 'evidence'
    | 'sealed'
    | 'audience'
  >;
}

/** What is summed before it becomes a value: enough for every measure, small enough for one grouped query. */
interface Sums {
  readonly figure: string;
  readonly part: string;
  readonly amount: number;
  readonly records: number;
  readonly weakest: number;
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Weakest last: the position is what the query returns as a number. */
const STRENGTH: readonly Evidence[] = ['record', 'platform', 'paper', 'none'];

/** A stock of the running year is counted as of today, a past year's as of its last day. */
export function spanOf(year: number, now: Date): Span {
  const { from, to } = yearSpan(year);
  const today = dayAt(now);
  if (from > today) throw new Refusal('bad-input', `${year}年还没有开始。`);
  return { from, to: to < today ? to : today };
}

function isStock({ figure }: DeclaredFigure): boolean {
  return figure.measure === 'stock' || (figure.measure === 'distinct' && 'from' in figure);
}

export function definitionHash(register: Register, declared: DeclaredFigure): string {
  const { code, figure, kinds } = declared;
  const { label, unit, definition, measure, chapter } = figure;
  const prints = kinds.map((kind) => `${kind.code}@${kind.version}:${register.print(kind)}`);
  return createHash('sha256')
    .update(canonicalText({ code, label, unit, definition, measure, chapter, prints }))
    .digest('hex');
}

const RELEVANT = `c.org_code = $1 AND (
  (c.figure = ANY ($2::text[]) AND c.starts <= $5 AND (c.ends IS NULL OR c.ends > $5))
  OR (c.figure = ANY ($3::text[]) AND c.starts >= $4 AND c.starts <= $5))`;

const WEAKEST = `max(CASE r.evidence WHEN 'record' THEN 0 WHEN 'platform' THEN 1 WHEN 'paper' THEN 2 ELSE 3 END)`;

function codesOf(figures: readonly DeclaredFigure[]): [stocks: string[], flows: string[]] {
  const codes = (stock: boolean): string[] =>
    figures.filter((each) => isStock(each) === stock).map(({ code }) => code);
  return [codes(true), codes(false)];
}

async function sumsOf(
  tx: Transaction,
  org: string,
  figures: readonly DeclaredFigure[],
  span: Span,
): Promise<{ sums: Sums[]; distinct: Map<string, number> }> {
  const parameters = [org, ...codesOf(figures), span.from, span.to];
  const sums = await tx.query<Sums>(
    'sum-figures',
    `SELECT c.figure, c.part, sum(c.amount)::bigint AS amount, count(*) AS records, ${WEAKEST} AS weakest
     FROM contribution c JOIN record r ON r.org_code = c.org_code AND r.record_id = c.record_id
     WHERE ${RELEVANT} GROUP BY c.figure, c.part`,
    parameters,
  );
  const keyed = figures.filter(({ figure }) => figure.measure === 'distinct');
  const keys = await tx.query<{ figure: string; key: string; facets: number }>(
    'keys-of-figures',
    `SELECT c.figure, c.key, count(DISTINCT c.part) AS facets FROM contribution c WHERE ${RELEVANT} GROUP BY c.figure, c.key`,
    [org, ...codesOf(keyed), span.from, span.to],
  );
  return { sums, distinct: countKeys(figures, keys) };
}

function facetsNeeded(declared: DeclaredFigure | undefined): number {
  return declared?.figure.measure === 'distinct' ? (declared.figure.facets?.length ?? 1) : 1;
}

function countKeys(
  figures: readonly DeclaredFigure[],
  keys: readonly { figure: string; facets: number }[],
): Map<string, number> {
  const byCode = new Map(figures.map((each) => [each.code, each]));
  const counts = new Map<string, number>();
  for (const { figure, facets } of keys) {
    if (facets >= facetsNeeded(byCode.get(figure))) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  }
  return counts;
}

/** Percent rounded to one decimal, half away from zero, as reports write it. */
function percent(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator / denominator) * 1000) / 10;
}

type Valued = Pick<FigureValue, 'value' | 'numerator' | 'denominator'>;

function valueOf({ figure }: DeclaredFigure, sums: readonly Sums[], distinct: number): Valued {
  const sum = (part: string): number => sums.find((each) => each.part === part)?.amount ?? 0;
  switch (figure.measure) {
    case 'flow':
    case 'stock':
      return { value: sum('') };
    case 'distinct':
      return { value: distinct };
    case 'ratio': {
      const [numerator, denominator] = [sum('n'), sum('d')];
      return { value: percent(numerator, denominator), numerator, denominator };
    }
  }
}

function figureValue(
  register: Register,
  declared: DeclaredFigure,
  span: Span,
  all: readonly Sums[],
  distinct: number,
): FigureValue {
  const { code, figure, kinds } = declared;
  const sums = all.filter((each) => each.figure === code);
  const weakest = Math.max(-1, ...sums.map((each) => each.weakest));
  // The numerator's records are among the denominator's; a facet's records are different ones.
  const counted = figure.measure === 'ratio' ? sums.filter((each) => each.part === 'd') : sums;
  return {
    code,
    name: figure.label,
    chapter: figure.chapter,
    room: figure.room ?? kinds[0]!.room,
    unit: figure.unit,
    measure: figure.measure,
    rollUp: rollUpOf(figure),
    ...valueOf(declared, sums, distinct),
    records: counted.reduce((total, each) => total + each.records, 0),
    definition: figure.definition,
    definitionHash: definitionHash(register, declared),
    ...(isStock(declared) ? { asOf: span.to } : { period: span }),
    evidence: STRENGTH[weakest] ?? 'record',
  };
}

/** All figures of an organisation over a span, counted from the projection. */
export async function countFigures(
  tx: Transaction,
  register: Register,
  org: string,
  span: Span,
): Promise<FigureValue[]> {
  const { sums, distinct } = await sumsOf(tx, org, register.figures, span);
  return register.figures.map((each) =>
    figureValue(register, each, span, sums, distinct.get(each.code) ?? 0),
  );
}

/** The same figures as the ledger gives them after a number of entries or at an instant: any past can be recomputed. */
export async function countFiguresAsOf(
  tx: Transaction,
  register: Register,
  org: string,
  span: Span,
  asOf: AsOf,
): Promise<FigureValue[]> {
  const { records } = await foldLedger(tx, register, org, { asOf });
  const counted = [...records.values()].flatMap(({ row, parts }) =>
    parts.contributions.map((each) => ({ ...each, row })),
  );
  return register.figures.map((declared) => {
    const relevant = counted.filter((each) => each.figure === declared.code && within(declared, each, span));
    const keys = keysOf(relevant);
    const distinct = countKeys([declared], keys).get(declared.code) ?? 0;
    return figureValue(register, declared, span, sumUp(relevant), distinct);
  });
}

function within(declared: DeclaredFigure, { starts, ends }: Contribution, span: Span): boolean {
  return isStock(declared)
    ? starts <= span.to && (ends === null || ends > span.to)
    : starts >= span.from && starts <= span.to;
}

function keysOf(counted: readonly Counted[]): { figure: string; facets: number }[] {
  const facets = new Map<string, Set<string>>();
  for (const each of counted) facets.set(each.key, (facets.get(each.key) ?? new Set()).add(each.part));
  return [...facets.values()].map((parts) => ({ figure: counted[0]!.figure, facets: parts.size }));
}

function sumUp(counted: readonly Counted[]): Sums[] {
  const sums = new Map<string, Sums>();
  for (const { figure, part, amount, row } of counted) {
    const before = sums.get(part) ?? { figure, part, amount: 0, records: 0, weakest: 0 };
    sums.set(part, {
      figure,
      part,
      amount: before.amount + amount,
      records: before.records + 1,
      weakest: Math.max(before.weakest, STRENGTH.indexOf(row.evidence)),
    });
  }
  return [...sums.values()];
}

interface BackingRow extends Omit<Backing, 'record' | 'occurredOn' | 'contribution'> {
  readonly record_id: string;
  readonly occurred_on: Day;
  readonly amount: number;
  readonly sealed: string | null;
  readonly audience: string;
}

/** The records behind one figure with what each adds; those that the viewer may not know of are left out. */
export async function backingOf(
  tx: Transaction,
  register: Register,
  org: string,
  code: string,
  span: Span,
  viewer: Viewer,
): Promise<Backing[]> {
  const declared = register.figure(code);
  const rows = await tx.query<BackingRow>(
    'backing-of-figure',
    `SELECT r.record_id, r.kind, r.title, r.village, r.occurred_on, r.version, r.evidence, r.sealed, r.audience,
       c.part, c.amount, c.key
     FROM contribution c JOIN record r ON r.org_code = c.org_code AND r.record_id = c.record_id
     WHERE ${RELEVANT} ORDER BY r.occurred_on, r.record_id, c.part`,
    [org, ...codesOf([declared]), span.from, span.to],
  );
  return rows
    .filter((row) => mayKnow(viewer, row))
    .map(({ record_id, occurred_on, amount, sealed: _sealed, audience: _audience, ...rest }) => ({
      record: record_id,
      occurredOn: occurred_on,
      contribution: amount,
      ...rest,
    }));
}

/** A record that stands behind more than one figure, with their codes. */
export interface Overlap {
  readonly record: string;
  readonly title: string;
  readonly figures: readonly string[];
}

/** Records counted in more than one figure: lawful, since one gathering may be several things, but worth a look. */
export async function overlapsOf(
  tx: Transaction,
  register: Register,
  org: string,
  span: Span,
): Promise<Overlap[]> {
  return tx.query<Overlap>(
    'overlaps-of-figures',
    `SELECT r.record_id AS record, r.title, array_agg(DISTINCT c.figure ORDER BY c.figure) AS figures
     FROM contribution c JOIN record r ON r.org_code = c.org_code AND r.record_id = c.record_id
     WHERE ${RELEVANT} AND r.sealed IS NULL GROUP BY r.record_id, r.title, r.occurred_on
     HAVING count(DISTINCT c.figure) > 1 ORDER BY r.occurred_on, r.record_id`,
    [org, ...codesOf(register.figures), span.from, span.to],
  );
}

/** Counts in a transaction of its own. The usual entry. */
export function figuresOf(
  store: Store,
  register: Register,
  org: string,
  span: Span,
  asOf?: AsOf,
): Promise<FigureValue[]> {
  return store.transaction(oneOrganisation(org), (tx) =>
    asOf ? countFiguresAsOf(tx, register, org, span, asOf) : countFigures(tx, register, org, span),
  );
}
