import { backingOf, type FigureValue, type Span } from '../figures/figures.ts';
import type { Register } from '../kernel/index.ts';
import { publicRecordsById, type PublicRecord } from '../records/reading.ts';
import type { Transaction } from '../store/connection.ts';

/** A public record behind a figure with what it adds: one part, or numerator and denominator of a ratio. */
export interface PublicBacking {
  readonly record: PublicRecord;
  readonly parts: readonly { readonly part: string; readonly amount: number }[];
  /** Where it took place; names of villages are public. */
  readonly village?: string;
}

/** What the public may see of the records behind a figure. */
export interface Backings {
  /** Names of the kinds that the figure counts, and whether the public may read records of each. */
  readonly kinds: readonly { readonly label: string; readonly open: boolean }[];
  readonly shown: readonly PublicBacking[];
  /** How many of its records are not public. */
  readonly hidden: number;
}

/** The last day of the span of a counted figure, and its first. */
function spanOfFigure({ period, asOf }: FigureValue): Span | undefined {
  return asOf ? { from: asOf, to: asOf } : period;
}

/** The villages of records. Ask only for records that are public. */
async function villagesOf(
  tx: Transaction,
  org: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ record_id: string; village: string }>(
    'villages-of-public-records',
    `SELECT record_id, village FROM record
     WHERE org_code = $1 AND record_id = ANY ($2::uuid[]) AND village IS NOT NULL`,
    [org, ids],
  );
  return new Map(rows.map(({ record_id, village }) => [record_id, village]));
}

/** Reads the public records behind a figure; for a figure of which no kind is public nothing is read at all. */
export async function readBackings(
  tx: Transaction,
  register: Register,
  org: string,
  figure: FigureValue,
): Promise<Backings> {
  const declared = register.figure(figure.code).kinds;
  const kinds = declared.map(({ label, disclosure }) => ({ label, open: disclosure !== undefined }));
  const span = spanOfFigure(figure);
  if (!span || !kinds.some(({ open }) => open)) return { kinds, shown: [], hidden: figure.records };
  const rows = await backingOf(tx, register, org, figure.code, span, { as: 'public' });
  const byRecord = new Map<string, PublicBacking['parts'][number][]>();
  for (const { record, part, contribution } of rows) {
    const parts = byRecord.get(record) ?? [];
    parts.push({ part, amount: contribution });
    byRecord.set(record, parts);
  }
  const records = await publicRecordsById(tx, register, org, [...byRecord.keys()]);
  const villages = await villagesOf(tx, org, [...records.keys()]);
  const shown = [...byRecord].flatMap(([id, parts]) => {
    const record = records.get(id);
    const village = villages.get(id);
    return record ? [{ record, parts, ...(village === undefined ? {} : { village }) }] : [];
  });
  // A ratio's number of records is that of its denominator; the numerator's are among them.
  const counted = shown.filter(
    ({ parts }) => figure.measure !== 'ratio' || parts.some(({ part }) => part === 'd'),
  );
  return { kinds, shown, hidden: Math.max(0, figure.records - counted.length) };
}
