import {
  dayAt,
  Refusal,
  yearSpan,
  type Contribution,
  type DeclaredFigure,
  type Register,
} from '../kernel/index.ts';
import { foldLedger, type AsOf } from '../records/fold.ts';
import type { CountedContribution } from '../records/projection.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { figureValue, isStock, type FigureValue, type KeyFacets, type Span, type Sums } from './value.ts';

export { backingOf, overlapsOf, type Backing, type Overlap } from './backing.ts';
export { definitionHash, type FigureValue, type Span } from './value.ts';

/** A stock of the running year is counted as of today, a past year's as of its last day. */
export function spanOf(year: number, now: Date): Span {
  const { from, to } = yearSpan(year);
  const today = dayAt(now);
  if (from > today) throw new Refusal('bad-input', `${year}年还没有开始。`);
  return { from, to: to < today ? to : today };
}

/** Which contributions count: stocks by the day, all others by the period. $2 stocks, $3 others, $4 and $5 the span. */
export const RELEVANT = `c.org_code = $1 AND (
  (c.figure = ANY ($2::text[]) AND c.starts <= $5 AND (c.ends IS NULL OR c.ends > $5))
  OR (c.figure = ANY ($3::text[]) AND c.starts >= $4 AND c.starts <= $5))`;

/** The parameters that `RELEVANT` takes. */
export function relevantTo(org: string, figures: readonly DeclaredFigure[], span: Span): unknown[] {
  const codes = (stock: boolean): string[] =>
    figures.filter((each) => isStock(each) === stock).map(({ code }) => code);
  return [org, codes(true), codes(false), span.from, span.to];
}

const SUMS = `SELECT c.figure, c.part, sum(c.amount)::bigint AS amount, count(*) AS records, max(c.evidence) AS weakest
  FROM contribution c WHERE ${RELEVANT} GROUP BY c.figure, c.part`;

const KEYS = `SELECT c.figure, c.key, count(DISTINCT c.part) AS facets
  FROM contribution c WHERE ${RELEVANT} GROUP BY c.figure, c.key`;

/** All figures of an organisation over a span, counted from the projection. */
export async function countFigures(
  tx: Transaction,
  register: Register,
  org: string,
  span: Span,
): Promise<FigureValue[]> {
  const distinct = register.figures.filter(({ figure }) => figure.measure === 'distinct');
  const sums = await tx.query<Sums>('sum-figures', SUMS, relevantTo(org, register.figures, span));
  const keys = await tx.query<KeyFacets>('keys-of-figures', KEYS, relevantTo(org, distinct, span));
  return register.figures.map((declared) => figureValue(register, declared, span, { sums, keys }));
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
  const all = [...records.values()].flatMap(({ parts }) => parts.contributions);
  return register.figures.map((declared) => {
    const counted = all.filter((each) => each.figure === declared.code && isWithin(declared, each, span));
    return figureValue(register, declared, span, { sums: sumUp(counted), keys: keysOf(counted) });
  });
}

function isWithin(declared: DeclaredFigure, { starts, ends }: Contribution, span: Span): boolean {
  return isStock(declared)
    ? starts <= span.to && (ends === null || ends > span.to)
    : starts >= span.from && starts <= span.to;
}

function keysOf(counted: readonly Contribution[]): KeyFacets[] {
  const facets = new Map<string, { figure: string; parts: Set<string> }>();
  for (const { figure, key, part } of counted) {
    const held = facets.get(key) ?? { figure, parts: new Set<string>() };
    held.parts.add(part);
    facets.set(key, held);
  }
  return [...facets.values()].map(({ figure, parts }) => ({ figure, facets: parts.size }));
}

function sumUp(counted: readonly CountedContribution[]): Sums[] {
  const sums = new Map<string, Sums>();
  for (const { figure, part, amount, evidence } of counted) {
    const before = sums.get(part) ?? { figure, part, amount: 0, records: 0, weakest: 0 };
    sums.set(part, {
      figure,
      part,
      amount: before.amount + amount,
      records: before.records + 1,
      weakest: Math.max(before.weakest, evidence),
    });
  }
  return [...sums.values()];
}

/** When a past that is asked for was: the moment itself, or when that entry was recorded. */
export async function momentOf(store: Store, org: string, asOf: AsOf): Promise<Date> {
  if ('time' in asOf) return asOf.time;
  const [entry] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ recorded_at: Date }>(
      'time-of-entry',
      'SELECT recorded_at FROM entry WHERE org_code = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1',
      [org, asOf.seq],
    ),
  );
  if (!entry) throw new Refusal('unknown-organisation', `没有代码为${org}的机构，或账本还是空的。`);
  return entry.recorded_at;
}

async function assertOpen(tx: Transaction, org: string): Promise<void> {
  const heads = await tx.query('find-head', 'SELECT 1 FROM head WHERE org_code = $1', [org]);
  if (heads.length === 0) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
}

/** Counts a span in one snapshot, now or as of the past. Refuses an organisation that is not open here. */
export function figuresOf(
  store: Store,
  register: Register,
  org: string,
  span: Span,
  asOf?: AsOf,
): Promise<FigureValue[]> {
  return store.read(oneOrganisation(org), async (tx) => {
    await assertOpen(tx, org);
    return asOf ? countFiguresAsOf(tx, register, org, span, asOf) : countFigures(tx, register, org, span);
  });
}
