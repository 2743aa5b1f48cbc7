import { textPieces, type SealedValue, type UnplacedEntry } from '../ledger/index.ts';
import type { DocumentNumber } from '../kernel/index.ts';
import type { Transaction } from '../store/connection.ts';
import type { Stub } from './draft.ts';
import type { Parts } from './projection.ts';
import type { RecordRow } from './row.ts';
import type { BookRow } from './stocking.ts';

/** A personal value on its way into the database: its field and what the vault made of it. */
export type SealedField = readonly [field: string, value: SealedValue];

/** What came of an append: the entry's number, or why it was not made. */
export type Appended =
  | { readonly seq: number }
  | 'version-changed'
  | 'key-used'
  | 'account-taken'
  | 'number-taken'
  | 'stock-changed';

/** What `append_entry` answers where it wrote nothing. */
const NOT_MADE: Readonly<Record<string, Exclude<Appended, { readonly seq: number }>>> = {
  '0': 'version-changed',
  '-1': 'key-used',
  '-2': 'number-taken',
  '-3': 'stock-changed',
};

/** Everything that goes into the database with an entry. */
export interface AppendedRows {
  readonly row: RecordRow;
  readonly parts: Parts;
  readonly personal: readonly SealedField[];
  readonly stubs?: readonly Stub[];
  /** Official numbers that the machine gave: each must still be the next of its series. */
  readonly given?: readonly DocumentNumber[];
  /** What the book of stock must hold once this is written. */
  readonly book?: readonly BookRow[];
}

/**
 * Writes one entry with everything that follows from it. `row` is computed with number 0, which stands for the number
 * that the entry gets under the head's lock; `now` is the clock's time, raised to the predecessor's if that is later.
 */
export async function appendRows(
  tx: Transaction,
  entry: UnplacedEntry,
  now: Date,
  rows: AppendedRows,
): Promise<Appended> {
  const personal = rows.personal.map(([field, value]) => ({
    field,
    key_id: value.keyId.toString('hex'),
    sealed: value.sealed.toString('base64'),
  }));
  const values = [
    entry.org,
    entry.record,
    entry.expected,
    Buffer.from(entry.idem, 'hex'),
    now,
    textPieces(entry),
    JSON.stringify(rows.row),
    JSON.stringify({
      ...rows.parts,
      personal,
      ...(rows.stubs ? { stubs: rows.stubs } : {}),
      ...(rows.given?.length ? { given: rows.given } : {}),
      ...(rows.book?.length ? { book: rows.book } : {}),
    }),
  ];
  const [made] = await tx
    .query<{ seq: number }>(
      'append-entry',
      'SELECT append_entry($1, $2, $3, $4, $5, $6, $7, $8) AS seq',
      values,
    )
    .catch(nothingWhereTaken);
  if (!made) return 'account-taken';
  const { seq } = made;
  return NOT_MADE[seq] ?? { seq };
}

/** Of two that open the same account at once the database refuses the second, which then finds it there. */
function nothingWhereTaken(error: unknown): never[] {
  const { code, table } = error as { code?: unknown; table?: unknown };
  if (code === '23505' && String(table).startsWith('account')) return [];
  throw error;
}

/** Writes the projection of one record anew, without an entry: replay. */
export async function projectRows(tx: Transaction, row: RecordRow, parts: Parts): Promise<void> {
  await tx.query('project-record', 'SELECT project_record($1, $2, $3, $4)', [
    row.org_code,
    row.record_id,
    JSON.stringify(row),
    JSON.stringify(parts),
  ]);
}
