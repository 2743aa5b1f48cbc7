import type { HashedEntry, SealedValue } from '../ledger/index.ts';
import type { Transaction } from '../store/connection.ts';
import type { Parts } from './projection.ts';
import type { RecordRow } from './row.ts';

/** A personal value on its way into the database: its field and what the vault made of it. */
export type SealedField = readonly [field: string, value: SealedValue];

/** Writes one entry with everything that follows from it. The caller holds the head's lock. */
export async function appendRows(
  tx: Transaction,
  { entry, text, leaf, chain }: HashedEntry,
  row: RecordRow,
  parts: Parts,
  personal: readonly SealedField[],
): Promise<void> {
  const sealed = personal.map(([field, value]) => ({
    field,
    key_id: value.keyId.toString('hex'),
    sealed: value.sealed.toString('base64'),
  }));
  const { org, seq, record, recordedAt } = entry;
  await tx.query('append-entry', 'SELECT append_entry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    org,
    seq,
    record,
    recordedAt,
    Buffer.from(entry.idem, 'hex'),
    leaf,
    chain,
    text,
    JSON.stringify(row),
    JSON.stringify({ ...parts, personal: sealed }),
  ]);
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
