import { Refusal, type Day } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** Refuses a handler who holds no post on that day: the matter would lie with nobody. */
export async function assertHoldPosts(
  store: Store,
  org: string,
  accounts: readonly string[],
  day: Day,
): Promise<void> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ account: string }>(
      'holders-of-posts',
      `SELECT DISTINCT p.account FROM post_holding p
       WHERE p.org_code = $1 AND p.account = ANY ($2::text[])
         AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)
         AND NOT EXISTS (
           SELECT 1 FROM account a WHERE a.org_code = $1 AND a.account = p.account AND a.closed_on <= $3
         )`,
      [org, accounts, day],
    ),
  );
  const missing = accounts.find((account) => !rows.some((row) => row.account === account));
  if (missing === undefined) return;
  throw new Refusal('invalid-value', `账号“${missing}”现在不担任任何岗位，不能承办。`, { field: 'handlers' });
}
