import { Refusal } from '../kernel/index.ts';
import type { Transaction } from '../store/connection.ts';
import { isStub } from './purge.ts';
import { chainHash, EMPTY_CHAIN, leafHash, readEntry, type Entry } from './entry.ts';

/** A row of the ledger as it is stored. */
export interface StoredEntry {
  readonly seq: number;
  readonly record_id: string;
  readonly recorded_at: Date;
  readonly idem: Buffer;
  readonly leaf: Buffer;
  readonly chain: Buffer;
  readonly text: string;
}

const BATCH = 1000;

/** All rows of an organisation's ledger in order, up to and including `upTo`. */
export async function* readLedger(
  tx: Transaction,
  org: string,
  upTo: number = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<StoredEntry> {
  let after = 0;
  for (;;) {
    const rows = await tx.query<StoredEntry>(
      'read-ledger',
      `SELECT seq, record_id, recorded_at, idem, leaf, chain, text FROM entry
       WHERE org_code = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4`,
      [org, after, upTo, BATCH],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.seq;
  }
}

/** Leaf hashes up to a size, for roots and proofs. */
export async function readLeaves(tx: Transaction, org: string, size: number): Promise<Buffer[]> {
  const rows = await tx.query<{ leaf: Buffer }>(
    'read-leaves',
    'SELECT leaf FROM entry WHERE org_code = $1 AND seq <= $2 ORDER BY seq',
    [org, size],
  );
  return rows.map((row) => row.leaf);
}

/** Where the chain stands while it is being walked. */
export interface ChainState {
  readonly seq: number;
  readonly chain: Buffer;
  readonly recordedAt: string;
}

export const CHAIN_START: ChainState = { seq: 0, chain: EMPTY_CHAIN, recordedAt: '' };

function wrong(seq: number, sentence: string): Refusal {
  return new Refusal('tampered', `账本第${seq}条有问题：${sentence}。`, { facts: { seq } });
}

/**
 * Checks one row against its predecessor and returns the next state with the entry read. Names the first wrong thing:
 * a missing row, altered text, a swapped organisation, a falsified time.
 */
export function followChain(
  before: ChainState,
  org: string,
  row: StoredEntry,
): { state: ChainState; entry: Entry } {
  const expected = before.seq + 1;
  if (row.seq !== expected) throw wrong(expected, `缺少这一条，后面直接是第${row.seq}条`);
  const leaf = leafHash(row.text);
  // What was destroyed can't be hashed again; that two people ordered it is checked with the whole ledger.
  if (!leaf.equals(row.leaf) && !isStub(row.text)) throw wrong(expected, '内容被改动，与保存的散列不符');
  const chain = chainHash(before.chain, row.leaf);
  if (!chain.equals(row.chain)) throw wrong(expected, '与前一条的散列链接不上');
  const entry = readEntry(row.text);
  if (entry.org !== org) throw wrong(expected, `它属于另一个机构（${entry.org}）`);
  if (entry.seq !== row.seq || entry.record !== row.record_id)
    throw wrong(expected, '内容里的序号或记录号与存放位置不符');
  if (entry.previous !== before.chain.toString('hex')) throw wrong(expected, '内容里的前一条散列不符');
  if (entry.recordedAt !== row.recorded_at.toISOString()) throw wrong(expected, '登记时间与内容不符');
  if (entry.idem !== row.idem.toString('hex')) throw wrong(expected, '防重复编号与内容不符');
  if (entry.recordedAt < before.recordedAt) throw wrong(expected, '登记时间早于前一条');
  return { state: { seq: row.seq, chain, recordedAt: entry.recordedAt }, entry };
}
