import { Refusal } from '../kernel/index.ts';
import type { Transaction } from '../store/connection.ts';
import type { Folded } from './fold.ts';

interface Held {
  readonly record_id: string;
}

/** Both sides in one order of columns, so that what is the same reads the same. */
function textOf(row: object): string {
  return JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function compare(held: readonly Held[], expected: readonly Held[], sentence: string): void {
  const want = new Set(expected.map(textOf));
  const wrong =
    held.find((row) => !want.delete(textOf(row))) ?? expected.find((row) => want.has(textOf(row)));
  if (!wrong) return;
  throw new Refusal('tampered', `${sentence}（记录${wrong.record_id}）。`, {
    facts: { record: wrong.record_id },
    next: '可用“fadu replay”由账本重新生成。',
  });
}

/** Compares the tables of accounts and posts with what the ledger gives. */
export async function checkStaffing(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const each = [...expected].map(([record_id, { parts }]) => ({ record_id, parts }));
  const accounts = await tx.query<Held>(
    'all-accounts',
    'SELECT record_id, account, closed_on FROM account WHERE org_code = $1',
    [org],
  );
  const wantedAccounts = each.flatMap(({ record_id, parts }) =>
    (parts.accounts ?? []).map((row) => ({ record_id, ...row })),
  );
  compare(accounts, wantedAccounts, '账号表与账本不符');
  const holdings = await tx.query<Held>(
    'all-holdings',
    `SELECT record_id, account, post, valid_from, valid_to, villages, clearances, substitute_for
     FROM post_holding WHERE org_code = $1`,
    [org],
  );
  const wantedHoldings = each.flatMap(({ record_id, parts }) =>
    (parts.holdings ?? []).map((row) => ({ record_id, ...row })),
  );
  compare(holdings, wantedHoldings, '任职表与账本不符');
}
