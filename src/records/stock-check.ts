import { Refusal, type StockKey, type StockMove } from '../kernel/index.ts';
import type { Transaction } from '../store/connection.ts';
import type { Folded } from './fold.ts';

function keyOf({ storehouse, item, lot }: StockKey): string {
  return `${storehouse} ${item} ${lot}`;
}

function balancesOf(moves: readonly StockMove[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const move of moves) sums.set(keyOf(move), (sums.get(keyOf(move)) ?? 0) + move.amount);
  return new Map([...sums].filter(([, quantity]) => quantity !== 0));
}

function wrong(what: string, row: string): Refusal {
  return new Refusal('tampered', `${what}与账本不符（${row}）。`, {
    facts: { row },
    next: '可用“fadu replay”由账本重新生成。',
  });
}

/** Compares movements and balances of stock with what the ledger gives. */
export async function checkStock(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const all = [...expected].flatMap(([id, { parts }]) =>
    (parts.moves ?? []).map((move) => ({ id, ...move })),
  );
  await checkMoves(tx, org, all);
  const held = await tx.query<StockKey & { readonly quantity: number }>(
    'all-stock',
    'SELECT storehouse, item, lot, quantity FROM stock WHERE org_code = $1',
    [org],
  );
  const have = new Map(held.map((row) => [keyOf(row), row.quantity]));
  const want = balancesOf(all);
  const key = [...want.keys(), ...have.keys()].find((each) => want.get(each) !== have.get(each));
  if (key !== undefined) throw wrong('应急物资的结存', key);
}

async function checkMoves(
  tx: Transaction,
  org: string,
  expected: readonly (StockMove & { readonly id: string })[],
): Promise<void> {
  const held = await tx.query<StockMove & { readonly id: string }>(
    'all-stock-moves',
    `SELECT record_id AS id, storehouse, item, lot, day, amount, effect, expires, awaits FROM stock_move
     WHERE org_code = $1`,
    [org],
  );
  const text = (move: StockMove & { readonly id: string }): string => {
    const { id, day, amount, effect, expires, awaits } = move;
    return [id, keyOf(move), day, amount, effect, expires, awaits].join(' ');
  };
  const [want, have] = [new Set(expected.map(text)), new Set(held.map(text))];
  const row = [...have].find((each) => !want.has(each)) ?? [...want].find((each) => !have.has(each));
  if (row !== undefined) throw wrong('应急物资的出入库', row);
}
