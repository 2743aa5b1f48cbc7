import { monthOf, Refusal, type Contribution, type Kind, type Register } from '../kernel/index.ts';
import {
  CHAIN_START,
  followChain,
  readEntry,
  readLedger,
  type ChainState,
  type Entry,
} from '../ledger/index.ts';
import type { Transaction } from '../store/connection.ts';
import { countedMonthly, partsOf, project, type Parts } from './projection.ts';
import { PurgeCheck } from './purge-check.ts';
import type { RecordRow } from './row.ts';

/** A record as the ledger gives it, with everything that follows from its last row. */
export interface Folded {
  readonly row: RecordRow;
  readonly parts: Parts;
}

/** The whole projection of an organisation, computed from its ledger alone. */
export interface Projection {
  readonly records: ReadonlyMap<string, Folded>;
  /** `month figure` → amount; zero rows are left out. */
  readonly counters: ReadonlyMap<string, number>;
  readonly head: ChainState;
  readonly genesis: Entry | undefined;
}

/** Where to stop: after a number of entries, or at the last entry recorded at or before an instant. */
export type AsOf = { readonly seq: number } | { readonly time: Date };

/** An entry is read by the declaration it was made under: the same version with the same fingerprint. */
export function kindOf(register: Register, entry: Entry): Kind {
  const kind = register.kind(entry.kind, entry.kindVersion);
  if (register.print(kind) !== entry.kindPrint) {
    throw new Refusal(
      'unknown-version',
      `“${kind.label}”的声明与账本第${entry.seq}条登记时的不同，不能用来读它。`,
      {
        next: '请用登记时的程序版本，或升级到含有那份声明的版本。',
      },
    );
  }
  return kind;
}

function fold(register: Register, rows: Map<string, RecordRow>, entry: Entry): void {
  const kind = kindOf(register, entry);
  rows.set(entry.record, project(kind, rows.get(entry.record) ?? null, entry));
}

export function counterKey(month: string, figure: string): string {
  return `${month} ${figure}`;
}

function countersOf(register: Register, records: ReadonlyMap<string, Folded>): Map<string, number> {
  const counters = new Map<string, number>();
  const add = (contribution: Contribution): void => {
    const key = counterKey(monthOf(contribution.starts), contribution.figure);
    counters.set(key, (counters.get(key) ?? 0) + contribution.amount);
  };
  for (const { row, parts } of records.values()) {
    const kind = register.kind(row.kind, row.kind_version);
    parts.contributions.filter((each) => countedMonthly(kind, each.figure)).forEach(add);
  }
  return new Map([...counters].filter(([, amount]) => amount !== 0));
}

/**
 * Folds an organisation's ledger into its projection. With `check` every row is verified against the chain on the way,
 * and the first wrong thing is thrown as a refusal.
 */
export async function foldLedger(
  tx: Transaction,
  register: Register,
  org: string,
  options: { asOf?: AsOf; check?: boolean; onEntry?: (entry: Entry) => void } = {},
): Promise<Projection> {
  const { asOf, check = false, onEntry } = options;
  const rows = new Map<string, RecordRow>();
  let head = CHAIN_START;
  let genesis: Entry | undefined;
  const purges = new PurgeCheck();
  const upTo = asOf && 'seq' in asOf ? asOf.seq : Number.MAX_SAFE_INTEGER;
  for await (const stored of readLedger(tx, org, upTo)) {
    if (asOf && 'time' in asOf && stored.recorded_at > asOf.time) break;
    const followed = check ? followChain(head, org, stored) : undefined;
    const entry = followed?.entry ?? readEntry(stored.text);
    head = followed?.state ?? { seq: stored.seq, chain: stored.chain, recordedAt: entry.recordedAt };
    genesis ??= entry;
    if (check) purges.note(entry, stored);
    fold(register, rows, entry);
    onEntry?.(entry);
  }
  if (check) purges.finish();
  const records = new Map(
    [...rows].map(([id, row]) => {
      const kind = register.kind(row.kind, row.kind_version);
      return [id, { row, parts: partsOf(kind, null, row) }];
    }),
  );
  return { records, counters: countersOf(register, records), head, genesis };
}
