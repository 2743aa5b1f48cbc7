import type { Day, Post } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** Who asks, seen from the organisation whose data is asked for. */
export interface Principal {
  readonly org: string;
  readonly account: string;
  readonly home: string;
  readonly posts: readonly Post[];
  readonly villages?: readonly string[];
  readonly assignedOnly: boolean;
  readonly clearances: readonly string[];
  readonly readsOnly: boolean;
  readonly strong: boolean;
}

export async function findPrincipal(
  store: Store,
  who: { readonly home: string; readonly account: string; readonly strong: boolean },
  org: string,
  today: Day,
): Promise<Principal | undefined> {
  if (org !== who.home) return undefined;
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ post: Post }>(
      'posts-of-account',
      `SELECT p.post FROM post_holding p WHERE p.org_code = $1 AND p.account = $2
         AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)`,
      [org, who.account, today],
    ),
  );
  if (rows.length === 0) return undefined;
  const posts = rows.map(({ post }) => post);
  return { org, ...who, posts, assignedOnly: false, clearances: [], readsOnly: posts.includes('auditor') };
}
