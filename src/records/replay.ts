import type { Register } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { projectRows } from './append.ts';
import { foldLedger } from './fold.ts';

/** Accounts that the ledger knows keep their rows, which sign-in refers to; they are brought up to it. */
async function dropProjection(tx: Transaction, org: string, records: readonly string[]): Promise<void> {
  await tx.query('drop-records', 'DELETE FROM record WHERE org_code = $1', [org]);
  await tx.query('drop-links', 'DELETE FROM link WHERE org_code = $1', [org]);
  await tx.query('drop-grams', 'DELETE FROM gram WHERE org_code = $1', [org]);
  await tx.query('drop-terms', 'DELETE FROM term WHERE org_code = $1', [org]);
  await tx.query('drop-contributions', 'DELETE FROM contribution WHERE org_code = $1', [org]);
  await tx.query('drop-counters', 'DELETE FROM counter WHERE org_code = $1', [org]);
  await tx.query('drop-holdings', 'DELETE FROM post_holding WHERE org_code = $1', [org]);
  await tx.query('drop-stock-moves', 'DELETE FROM stock_move WHERE org_code = $1', [org]);
  await tx.query('drop-stock', 'DELETE FROM stock WHERE org_code = $1', [org]);
  await tx.query('drop-numbers', 'DELETE FROM document_number WHERE org_code = $1', [org]);
  await tx.query(
    'drop-accounts',
    'DELETE FROM account WHERE org_code = $1 AND NOT record_id = ANY ($2::uuid[])',
    [org, records],
  );
}

/** Balances are sums over all records: they are made when all stand. */
async function fillStock(tx: Transaction, org: string): Promise<void> {
  await tx.query(
    'fill-stock',
    `INSERT INTO stock (org_code, storehouse, item, lot, quantity)
     SELECT $1, m.storehouse, m.item, m.lot, sum(m.amount) FROM stock_move m WHERE m.org_code = $1
     GROUP BY m.storehouse, m.item, m.lot HAVING sum(m.amount) <> 0`,
    [org],
  );
}

/** Drops the projection of an organisation and makes it anew from the ledger; returns how many records it holds. */
export async function replay(store: Store, register: Register, org: string): Promise<number> {
  return store.transaction(oneOrganisation(org), async (tx) => {
    // Writers wait for the head's lock; the projection changes for them in one moment.
    await tx.query('lock-head', 'SELECT 1 FROM head WHERE org_code = $1 FOR UPDATE', [org]);
    const { records } = await foldLedger(tx, register, org, { check: true });
    await dropProjection(tx, org, [...records.keys()]);
    for (const { row, parts } of records.values()) await projectRows(tx, row, parts);
    await fillStock(tx, org);
    return records.size;
  });
}
