import { textPieces, type SealedValue, type UnplacedEntry } from '../ledger/index.ts';
import type { Transaction } from '../store/connection.ts';
import type { Parts } from './projection.ts';
import type { RecordRow } from './row.ts';

/** A personal value on its way into the database: its field and what the vault made of it. */
export type SealedField = readonly [field: string, value: SealedValue];

/** Somebody was quicker: the record has gone on, or the key has acted, since this act was judged. Judge again. */
export class Overtaken extends Error {}

/** The database's codes for it: ours, and a record or entry that another transaction has just made. */
const OVERTAKEN = ['FD001', '23505'];

/**
 * Writes one entry with everything that follows from it. `row` is computed with number 0, which stands for the number
 * that the entry gets under the head's lock; `now` is the clock's time, raised to the predecessor's if that is later.
 * Returns the number; throws `Overtaken` when the act must be judged again.
 */
export async function appendRows(
  tx: Transaction,
  entry: UnplacedEntry,
  now: Date,
  rows: { row: RecordRow; parts: Parts; personal: readonly SealedField[] },
): Promise<number> {
  const personal = rows.personal.map(([field, value]) => ({
    field,
    key_id: value.keyId.toString('hex'),
    sealed: value.sealed.toString('base64'),
  }));
  try {
    const [made] = await tx.query<{ seq: number }>(
      'append-entry',
      'SELECT append_entry($1, $2, $3, $4, $5, $6, $7, $8) AS seq',
      [
        entry.org,
        entry.record,
        entry.expected,
        Buffer.from(entry.idem, 'hex'),
        now,
        textPieces(entry),
        JSON.stringify(rows.row),
        JSON.stringify({ ...rows.parts, personal }),
      ],
    );
    return made!.seq;
  } catch (error) {
    if (OVERTAKEN.includes(String((error as { code?: unknown }).code))) throw new Overtaken();
    throw error;
  }
}

/** Writes the projection of one record anew, without an entry: replay. */
export async function projectRows(tx: Transaction, row: RecordRow, parts: Parts): Promise<void> {
  await tx.query(
    'project-record',
    'SELECT insert_parts($1, $2, $4), insert_record($1, $2, $3, $4, NULL, NULL)',
    [row.org_code, row.record_id, JSON.stringify(row), JSON.stringify(parts)],
  );
}
