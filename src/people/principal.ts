import { ASSIGNED_POSTS, outsideName, READING_POSTS, type Day, type Post } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { drawnFor } from './drawn.ts';
import { superiorOf } from './tree.ts';

/** Who asks, seen from the organisation whose data is asked for. */
export interface Principal {
  /** The organisation whose data is asked for. */
  readonly org: string;
  /** As it stands in that organisation's ledger: `li`, or `li@520581000000`. */
  readonly account: string;
  /** The account's own organisation. */
  readonly home: string;
  /** Posts held there today, those of absent colleagues included. */
  readonly posts: readonly Post[];
  /** The villages that the posts are for; absent for the whole township. */
  readonly villages?: readonly string[];
  /** Counsel and mediators: only matters that name them as handler. */
  readonly assignedOnly: boolean;
  /** Auditors: the records drawn for them since they were appointed, all that they may know of. */
  readonly drawn?: readonly string[];
  /** Sealed classes that they may know of. */
  readonly clearances: readonly string[];
  /** The county over its townships, and auditors. */
  readonly readsOnly: boolean;
  /** Signed in with a second factor. */
  readonly strong: boolean;
}

interface Held {
  readonly post: Post;
  readonly villages: readonly string[] | null;
  readonly clearances: readonly string[];
  readonly since: Day;
}

/** What an account of an organisation, or of another, holds there on a day; nothing where the account is closed. */
function heldBy(store: Store, org: string, account: string, on: Day): Promise<Held[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<Held>(
      'held-by-account',
      `SELECT p.post, p.villages, p.clearances, p.valid_from AS since FROM post_holding p
       WHERE p.org_code = $1 AND p.account = $2
         AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3)
         AND NOT EXISTS (
           SELECT 1 FROM account a WHERE a.org_code = $1 AND a.account = $2 AND a.closed_on <= $3
         )
       ORDER BY p.post, p.record_id`,
      [org, account, on],
    ),
  );
}

async function isOpen(store: Store, org: string, account: string, on: Day): Promise<boolean> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query(
      'open-account',
      'SELECT 1 FROM account WHERE org_code = $1 AND account = $2 AND (closed_on IS NULL OR closed_on > $3)',
      [org, account, on],
    ),
  );
  return rows.length > 0;
}

/** What the account holds in the organisation: its own posts, given ones, and the county's eye over a township. */
async function holdingsIn(
  store: Store,
  { home, account }: { readonly home: string; readonly account: string },
  org: string,
  today: Day,
): Promise<Held[]> {
  if (home === org) return heldBy(store, org, account, today);
  if (!(await isOpen(store, home, account, today))) return [];
  const given = await heldBy(store, org, outsideName(account, home), today);
  const own = await heldBy(store, home, account, today);
  const supervises = own.filter(({ post }) => post === 'county-supervisor');
  const over = supervises.length > 0 && (await superiorOf(store, org, today)) === home;
  return over ? [...given, ...supervises] : given;
}

/** One post for everywhere is enough to see everywhere. */
function villagesOf(held: readonly Held[]): { villages?: readonly string[] } {
  if (held.some(({ villages }) => villages === null)) return {};
  return { villages: [...new Set(held.flatMap(({ villages }) => villages ?? []))] };
}

/** An audit ends with its term: a later appointment begins with nothing drawn. */
async function sampleOf(
  store: Store,
  org: string,
  account: string,
  held: readonly Held[],
): Promise<{ drawn?: readonly string[] }> {
  const [since] = held.flatMap((each) => (each.post === 'auditor' ? [each.since] : [])).toSorted();
  return since === undefined ? {} : { drawn: await drawnFor(store, org, account, since) };
}

/**
 * Who somebody is in an organisation on a day, by what the ledger says of accounts and posts. Undefined where this account
 * has nothing to do with that organisation, holds nothing there today or is closed: the door answers as if there were no
 * such organisation.
 */
export async function findPrincipal(
  store: Store,
  who: { readonly home: string; readonly account: string; readonly strong: boolean },
  org: string,
  today: Day,
): Promise<Principal | undefined> {
  const { home, account, strong } = who;
  const held = await holdingsIn(store, who, org, today);
  if (held.length === 0) return undefined;
  const posts = [...new Set(held.map(({ post }) => post))];
  const known = home === org ? account : outsideName(account, home);
  return {
    org,
    account: known,
    home,
    posts,
    ...villagesOf(held),
    assignedOnly: posts.every((post) => ASSIGNED_POSTS.includes(post)),
    ...(await sampleOf(store, org, known, held)),
    clearances: [...new Set(held.flatMap(({ clearances }) => clearances))],
    readsOnly: posts.every((post) => READING_POSTS.includes(post)),
    strong,
  };
}
