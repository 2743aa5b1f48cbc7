import type { Day, Post } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** Somebody who holds a post in an organisation today: no name, which is a personal value. */
export interface Colleague {
  readonly account: string;
  readonly posts: readonly Post[];
  /** Only for these villages; null for the whole township. */
  readonly villages: readonly string[] | null;
}

/** Who holds which posts on a day (任职名单), by account. Closed accounts and ended postings are not in it. */
export function colleaguesOf(store: Store, org: string, on: Day): Promise<Colleague[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<Colleague>(
      'colleagues',
      `SELECT p.account, array_agg(DISTINCT p.post ORDER BY p.post) AS posts,
         CASE WHEN bool_and(p.villages IS NOT NULL) THEN (
           SELECT array_agg(DISTINCT v.village ORDER BY v.village) FROM post_holding h, unnest(h.villages) AS v (village)
           WHERE h.org_code = $1 AND h.account = p.account AND h.valid_from <= $2
             AND (h.valid_to IS NULL OR h.valid_to >= $2)
         ) END AS villages
       FROM post_holding p
       WHERE p.org_code = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $2)
         AND NOT EXISTS (
           SELECT 1 FROM account a WHERE a.org_code = $1 AND a.account = p.account AND a.closed_on <= $2
         )
       GROUP BY p.account ORDER BY p.account`,
      [org, on],
    ),
  );
}
