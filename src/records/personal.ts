import type { Vault } from '../ledger/index.ts';
import type { Insider } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';

/** The class that people are cleared for who may see what is only kept (限制处理). */
export const RESTRICTED = '限制处理';

/** May this viewer see values that are restricted? */
export function seesRestricted(viewer: Insider): boolean {
  return 'clearances' in viewer && (viewer.clearances ?? []).includes(RESTRICTED);
}

/**
 * The newest value of each personal field of a record. One that was destroyed is not among them, nor is one that may only
 * be kept (限制处理), unless they are asked for by who may see them.
 */
export async function personalValues(
  tx: Transaction,
  vault: Vault,
  org: string,
  record: string,
  options: { readonly restricted?: boolean } = {},
): Promise<Record<string, unknown>> {
  return (await personalOfMany(tx, vault, org, [record], options)).get(record) ?? {};
}

/** The same of several records, by their ids. */
export async function personalOfMany(
  tx: Transaction,
  vault: Vault,
  org: string,
  records: readonly string[],
  options: { readonly restricted?: boolean } = {},
): Promise<Map<string, Record<string, unknown>>> {
  const rows = await tx.query<{ record: string; field: string; key_id: Buffer; sealed: Buffer }>(
    'personal-of-records',
    `SELECT DISTINCT ON (v.record_id, v.field) v.record_id AS record, v.field, v.key_id, v.sealed
     FROM personal_value v
     JOIN record r ON r.org_code = v.org_code AND r.record_id = v.record_id
     WHERE v.org_code = $1 AND v.record_id = ANY ($2::uuid[]) AND v.seq > coalesce((r.erased ->> v.field)::bigint, 0)
       AND ($3 OR v.field <> ALL (r.restricted))
     ORDER BY v.record_id, v.field, v.seq DESC`,
    [org, records, options.restricted ?? false],
  );
  const values = new Map<string, Record<string, unknown>>();
  for (const { record, field, key_id: key, sealed } of rows) {
    const value = await vault.open({ org, record, field }, key, sealed);
    if (value !== undefined) values.set(record, { ...values.get(record), [field]: value });
  }
  return values;
}
