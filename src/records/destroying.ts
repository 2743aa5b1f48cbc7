import type { FileReference, Register } from '../kernel/index.ts';
import type { FileStore, Vault } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';

export interface DestroyingParts {
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
}

interface ValueRow {
  readonly record_id: string;
  readonly kind: string;
  readonly field: string;
  readonly seq: number;
  readonly key_id: Buffer;
  readonly sealed: Buffer;
}

/** `kind field` of every file that any version of any kind may hold. */
function fileFields(register: Register): string[] {
  return register.versions.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([name, { type }]) =>
      type === 'file' ? [`${kind.code} ${name}`] : [],
    ),
  );
}

/** Values that the ledger says are destroyed and that are still there. */
function leftOver(tx: Transaction, org: string, record: string): Promise<ValueRow[]> {
  return tx.query<ValueRow>(
    'values-to-destroy',
    `SELECT v.record_id, r.kind, v.field, v.seq, v.key_id, v.sealed FROM personal_value v
     JOIN record r ON r.org_code = v.org_code AND r.record_id = v.record_id
     WHERE v.org_code = $1 AND v.record_id = $2 AND v.seq <= (r.erased ->> v.field)::bigint`,
    [org, record],
  );
}

/** Values of files in the whole organisation that are to stay. */
function filesToStay(tx: Transaction, org: string, fields: readonly string[]): Promise<ValueRow[]> {
  return tx.query<ValueRow>(
    'file-values',
    `SELECT v.record_id, r.kind, v.field, v.seq, v.key_id, v.sealed FROM personal_value v
     JOIN record r ON r.org_code = v.org_code AND r.record_id = v.record_id
     WHERE v.org_code = $1 AND r.kind || ' ' || v.field = ANY ($2::text[])
       AND v.seq > coalesce((r.erased ->> v.field)::bigint, 0)`,
    [org, fields],
  );
}

async function hashOf(vault: Vault, org: string, row: ValueRow): Promise<string | undefined> {
  const place = { org, record: row.record_id, field: row.field };
  const reference = (await vault.open(place, row.key_id, row.sealed)) as FileReference | undefined;
  return reference?.sha256;
}

/** The contents that these values name and no other record of the organisation does. */
async function unusedFiles(
  { store, register, vault }: DestroyingParts,
  org: string,
  rows: readonly ValueRow[],
): Promise<Set<string>> {
  const fields = fileFields(register);
  const named = new Set<string>();
  for (const row of rows.filter(({ kind, field }) => fields.includes(`${kind} ${field}`))) {
    const hash = await hashOf(vault, org, row);
    if (hash !== undefined) named.add(hash);
  }
  if (named.size === 0) return named;
  const staying = await store.read(oneOrganisation(org), (tx) => filesToStay(tx, org, fields));
  for (const row of staying) {
    const hash = await hashOf(vault, org, row);
    if (hash !== undefined) named.delete(hash);
  }
  return named;
}

/**
 * Destroys what the ledger already says is destroyed: files that nothing else names, then keys and salts, then the rows.
 * Each part can be done again after a crash; the rows go last, since they say what is still to do. Returns how many.
 */
export async function destroyErased(parts: DestroyingParts, org: string, record: string): Promise<number> {
  const { store, vault, files } = parts;
  const rows = await store.read(oneOrganisation(org), (tx) => leftOver(tx, org, record));
  if (rows.length === 0) return 0;
  for (const hash of await unusedFiles(parts, org, rows)) await files.remove(org, hash);
  await vault.destroy(rows.map((row) => row.key_id));
  await store.transaction(oneOrganisation(org), (tx) =>
    tx.query(
      'drop-destroyed-values',
      `DELETE FROM personal_value v USING unnest($3::text[], $4::bigint[]) AS gone (field, seq)
       WHERE v.org_code = $1 AND v.record_id = $2 AND v.field = gone.field AND v.seq = gone.seq`,
      [org, record, rows.map(({ field }) => field), rows.map(({ seq }) => seq)],
    ),
  );
  return rows.length;
}

/** Goes on with what a crash left undone, in all records of an organisation. */
export async function destroyAllErased(parts: DestroyingParts, org: string): Promise<number> {
  const records = await parts.store.read(oneOrganisation(org), (tx) =>
    tx.query<{ record_id: string }>(
      'records-with-erasures',
      `SELECT r.record_id FROM record r WHERE r.org_code = $1 AND r.erased <> '{}'`,
      [org],
    ),
  );
  let destroyed = 0;
  for (const { record_id } of records) destroyed += await destroyErased(parts, org, record_id);
  return destroyed;
}
