import type { Kind, Register } from '../kernel/index.ts';
import type { Entry } from '../ledger/index.ts';
import type { Insider } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';
import { entriesOf } from './draft.ts';
import { kindOf } from './fold.ts';
import { findRecord } from './listing.ts';
import { project } from './projection.ts';
import type { RecordRow } from './row.ts';

/** One act of a matter, between how the matter stood and how it stands after it. */
export interface Stage {
  readonly kind: Kind;
  readonly entry: Entry;
  readonly before: RecordRow | null;
  readonly after: RecordRow;
}

/** The course of a record (经过), act by act; undefined where it is missing or not for this viewer. */
export async function courseOf(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  id: string,
): Promise<Stage[] | undefined> {
  if ((await findRecord(tx, register, viewer, org, id)) === undefined) return undefined;
  const stages: Stage[] = [];
  for (const entry of await entriesOf(tx, org, id)) {
    const kind = kindOf(register, entry);
    const before = stages.at(-1)?.after ?? null;
    stages.push({ kind, entry, before, after: project(kind, before, entry) });
  }
  return stages;
}
