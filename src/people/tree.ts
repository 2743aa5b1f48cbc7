import { codesAbove, type Day } from '../kernel/index.ts';
import type { Store } from '../store/connection.ts';

/** Official code that an organisation has on a day; of one that is closed, the last it had. */
async function officialCode(store: Store, org: string, on: Day): Promise<string | undefined> {
  const [row] = await store.read('reference', (tx) =>
    tx.query<{ official_code: string }>(
      'official-code',
      'SELECT official_code FROM org_unit WHERE code = $1 AND valid_from <= $2 ORDER BY valid_from DESC LIMIT 1',
      [org, on],
    ),
  );
  return row?.official_code;
}

/**
 * The organisation directly above another one on a day, by its founding code: the nearest division above by official code
 * that exists on that day, where it keeps a ledger here. Undefined where the one above is not on this server.
 */
export async function superiorOf(store: Store, org: string, on: Day): Promise<string | undefined> {
  const code = await officialCode(store, org, on);
  if (code === undefined) return undefined;
  const rows = await store.read('reference', (tx) =>
    tx.query<{ org: string | null }>(
      'superior-organisation',
      `SELECT u.code AS org FROM unnest($1::text[]) WITH ORDINALITY AS above (code, nearness)
       LEFT JOIN division d ON d.code = above.code AND d.valid_from <= $2 AND (d.valid_to IS NULL OR d.valid_to >= $2)
       LEFT JOIN org_unit u ON u.official_code = above.code AND u.valid_from <= $2
         AND (u.valid_to IS NULL OR u.valid_to >= $2)
       WHERE d.code IS NOT NULL OR u.code IS NOT NULL ORDER BY above.nearness LIMIT 1`,
      [codesAbove(code), on],
    ),
  );
  return rows[0]?.org ?? undefined;
}
