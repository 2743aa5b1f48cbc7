import { createHash, randomUUID } from 'node:crypto';
import { dayAt, Refusal, type Day, type Register } from '../kernel/index.ts';
import type { Vault } from '../ledger/index.ts';
import type { Transaction } from '../store/connection.ts';
import { SYSTEM } from './acting.ts';
import { appendRows, type SealedField } from './append.ts';
import { getStep, readAsked } from './ask.ts';
import { entryOf, type Draft } from './draft.ts';
import { lawApplied } from './judge.ts';
import { partsOf, project, unplaced } from './projection.ts';
import type { RecordRow } from './row.ts';
import { assertStaffing } from './staffing.ts';

/** What the machine itself enters: who may act begins with it. */
export interface SystemAct {
  readonly kind: string;
  readonly step: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the idempotency key is made of. */
  readonly key: string;
  /** The record as it stands, for a further step in it. */
  readonly before?: RecordRow;
}

export interface SystemParts {
  readonly register: Register;
  readonly vault: Vault;
}

function draftOf({ register }: SystemParts, org: string, act: SystemAct, now: Date, on: Day): Draft {
  const kind = register.kind(act.kind, act.before?.kind_version);
  const step = getStep(kind, act.step);
  const request = { org, actor: SYSTEM, idempotencyKey: act.key, occurredOn: on, values: act.values };
  const asked = readAsked(kind, step, request, now);
  return {
    org,
    record: act.before?.record_id ?? randomUUID(),
    actor: SYSTEM,
    idem: createHash('sha256').update(act.key).digest(),
    kind,
    step: act.step,
    expected: act.before?.version ?? 0,
    asked,
    envelope: asked.envelope,
    law: lawApplied(kind, step, on),
    judge: () => [],
  };
}

/** Keys of all personal values reach the disk in one go, before the first entry that relies on them. */
async function sealAll(vault: Vault, drafts: readonly Draft[]): Promise<SealedField[][]> {
  const values = drafts.map(({ asked }) => Object.entries(asked.personal));
  const places = drafts.flatMap(({ org, record }, index) =>
    values[index]!.map(([field, value]) => ({ place: { org, record, field }, value })),
  );
  const sealed = await vault.seal(places);
  let next = 0;
  return values.map((fields) => fields.map(([field]) => [field, sealed[next++]!] as const));
}

/**
 * Writes acts of the machine itself, in order, in the caller's transaction: all of them or none. `on` is their 发生日 where
 * that is not today.
 */
export async function writeAsSystem(
  tx: Transaction,
  parts: SystemParts,
  org: string,
  acts: readonly SystemAct[],
  now: Date,
  on: Day = dayAt(now),
): Promise<void> {
  const drafts = acts.map((act) => draftOf(parts, org, act, now, on));
  const personal = await sealAll(parts.vault, drafts);
  for (const [index, draft] of drafts.entries()) {
    const before = acts[index]!.before ?? null;
    const sealed = personal[index]!;
    const entry = { ...entryOf(parts.register, draft, sealed), flaws: [] };
    const row = project(draft.kind, before, unplaced(entry, now));
    await assertStaffing(tx, row, before);
    const rows = { row, parts: partsOf(draft.kind, before, row), personal: sealed };
    const appended = await appendRows(tx, entry, now, rows);
    if (typeof appended === 'string') {
      throw new Refusal('version-conflict', '同一时间还有别人在办这件事。', { next: '请再执行一次。' });
    }
  }
}
