import { Refusal, type Day, type Person, type Post } from '../kernel/index.ts';
import type { Vault } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { personalValues } from './personal.ts';

/** A post as it is held, with the record that says so. */
export interface Holding {
  readonly record: string;
  readonly version: number;
  readonly account: string;
  readonly post: Post;
  readonly since: Day;
  readonly until: Day | null;
  readonly villages: readonly string[] | null;
  readonly clearances: readonly string[];
  readonly substituteFor: string | null;
}

/** An account with the person's name and its posts, those to come among them. People of other organisations have no name here. */
export interface StaffMember {
  readonly account: string;
  readonly name?: string;
  readonly closedOn: Day | null;
  readonly holdings: readonly Holding[];
}

/** Posts that are held on a day or later, by account. */
export function holdingsFrom(tx: Transaction, org: string, today: Day): Promise<Holding[]> {
  return tx.query<Holding>(
    'holdings-from',
    `SELECT p.record_id AS record, r.version, p.account, p.post, p.valid_from AS since, p.valid_to AS until, p.villages,
       p.clearances, p.substitute_for AS "substituteFor"
     FROM post_holding p JOIN record r ON r.org_code = p.org_code AND r.record_id = p.record_id
     WHERE p.org_code = $1 AND (p.valid_to IS NULL OR p.valid_to >= $2) ORDER BY p.account, p.post, p.valid_from`,
    [org, today],
  );
}

interface AccountRecord {
  readonly record: string;
  readonly version: number;
  readonly account: string;
  readonly closedOn: Day | null;
}

function accountsIn(tx: Transaction, org: string): Promise<AccountRecord[]> {
  return tx.query<AccountRecord>(
    'accounts-of-organisation',
    `SELECT a.record_id AS record, r.version, a.account, a.closed_on AS "closedOn"
     FROM account a JOIN record r ON r.org_code = a.org_code AND r.record_id = a.record_id
     WHERE a.org_code = $1 ORDER BY a.account`,
    [org],
  );
}

/** Everybody with an account or a post in an organisation. */
export async function staffOf(
  { store, vault }: { readonly store: Store; readonly vault: Vault },
  org: string,
  today: Day,
): Promise<StaffMember[]> {
  return store.read(oneOrganisation(org), async (tx) => {
    const held = await holdingsFrom(tx, org, today);
    const own = await accountsIn(tx, org);
    const of = (account: string): Holding[] => held.filter((each) => each.account === account);
    const members: StaffMember[] = [];
    for (const { account, record, closedOn } of own) {
      const { holder } = await personalValues(tx, vault, org, record);
      const name = (holder as Person | undefined)?.name;
      members.push({ account, ...(name ? { name } : {}), closedOn, holdings: of(account) });
    }
    const known = new Set(own.map(({ account }) => account));
    const outside = [...new Set(held.map(({ account }) => account))].filter((each) => !known.has(each));
    return [...members, ...outside.map((account) => ({ account, closedOn: null, holdings: of(account) }))];
  });
}

/** The record of an account, to act on. */
export async function getAccount(store: Store, org: string, account: string): Promise<AccountRecord> {
  const all = await store.read(oneOrganisation(org), (tx) => accountsIn(tx, org));
  const found = all.find((each) => each.account === account);
  if (!found) throw new Refusal('not-found', `没有账号“${account}”。`, { field: 'account' });
  return found;
}

/** The one appointment of an account to a post that runs on a day or later; the earliest where there are several. */
export async function getHolding(
  store: Store,
  org: string,
  { account, post }: { readonly account: string; readonly post: Post },
  today: Day,
): Promise<Holding> {
  const held = await store.read(oneOrganisation(org), (tx) => holdingsFrom(tx, org, today));
  const found = held
    .filter((each) => each.account === account && each.post === post)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))[0];
  if (!found) throw new Refusal('not-found', `账号“${account}”现在不担任这个岗位。`, { field: 'post' });
  return found;
}
