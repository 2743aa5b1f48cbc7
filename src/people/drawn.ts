import type { Day } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** The kind whose records say what was drawn at random for whom (审计抽样). */
export const SAMPLE = 'audit-sample';

/** The records that were drawn for an auditor from a day on, by the ledger's own draws. */
export async function drawnFor(store: Store, org: string, account: string, since: Day): Promise<string[]> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ record: string }>(
      'drawn-for',
      `SELECT DISTINCT d.item ->> 'record' AS record FROM record r
       CROSS JOIN LATERAL jsonb_array_elements(r.body -> 'drawn') AS d (item)
       WHERE r.org_code = $1 AND r.kind = $2 AND r.body ->> 'auditor' = $3 AND r.recorded_on >= $4
       ORDER BY record`,
      [org, SAMPLE, account, since],
    ),
  );
  return rows.map(({ record }) => record);
}
