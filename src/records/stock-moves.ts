import { stockMovesOf, type Kind, type StockMove } from '../kernel/index.ts';
import { storedMatter, type RecordRow } from './row.ts';

/** What a record changes in balances of stock; only kinds that move stock say anything. */
export interface Stocked {
  readonly moves?: readonly StockMove[];
}

export function stockOf(kind: Kind, row: RecordRow): Stocked {
  return kind.stock ? { moves: stockMovesOf(kind, storedMatter(row)) } : {};
}
