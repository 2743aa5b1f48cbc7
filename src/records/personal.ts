import type { Vault } from '../ledger/index.ts';
import type { Transaction } from '../store/connection.ts';

/** The newest value of each personal field of a record; one whose key was destroyed is not among them. */
export async function personalValues(
  tx: Transaction,
  vault: Vault,
  org: string,
  record: string,
): Promise<Record<string, unknown>> {
  const rows = await tx.query<{ field: string; key_id: Buffer; sealed: Buffer }>(
    'personal-of-record',
    `SELECT DISTINCT ON (v.field) v.field, v.key_id, v.sealed FROM personal_value v
     WHERE v.org_code = $1 AND v.record_id = $2 ORDER BY v.field, v.seq DESC`,
    [org, record],
  );
  const opened = await Promise.all(
    rows.map(async ({ field, key_id: key, sealed }) => {
      const value = await vault.open({ org, record, field }, key, sealed);
      return [field, value] as const;
    }),
  );
  return Object.fromEntries(opened.filter(([, value]) => value !== undefined));
}
