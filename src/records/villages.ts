import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { ORGANISATION } from './row.ts';

/** A township's villages stand in its genesis entry and never change while a store is open. */
const known = new WeakMap<Store, Map<string, readonly string[]>>();

/** Names of the villages of an organisation, as its founding gave them. */
export async function villagesOf(store: Store, org: string): Promise<readonly string[]> {
  const held = known.get(store) ?? new Map<string, readonly string[]>();
  known.set(store, held);
  const found = held.get(org) ?? (await readVillages(store, org));
  if (found.length > 0) held.set(org, found);
  return found;
}

async function readVillages(store: Store, org: string): Promise<string[]> {
  return store.read(oneOrganisation(org), (tx) => villagesIn(tx, org));
}

/** The same within a transaction, as it sees them. */
export async function villagesIn(tx: Transaction, org: string): Promise<string[]> {
  const rows = await tx.query<{ villages: readonly { name: string }[] | null }>(
    'villages',
    `SELECT body -> 'villages' AS villages FROM record WHERE org_code = $1 AND kind = $2`,
    [org, ORGANISATION],
  );
  return (rows[0]?.villages ?? []).map((village) => village.name);
}
