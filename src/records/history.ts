import { fieldOf, POSTS, SOURCES, type Day, type Kind, type Register } from '../kernel/index.ts';
import type { Envelope, Precision } from '../ledger/index.ts';
import type { Insider } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';
import { courseOf, type Stage } from './course.ts';
import { flawInWords, type FlawInWords } from './flaw.ts';
import { MENDING } from './mending.ts';
import type { RecordRow } from './row.ts';

/** A code with its Chinese label. */
export interface Named {
  readonly code: string;
  readonly label: string;
}

/** An open value that an act changed; absent where there was, or is, none. */
export interface ChangedValue {
  readonly field: string;
  readonly label: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One act as people read it. Personal values are named, never shown. */
export interface HistoryEntry {
  readonly seq: number;
  readonly step: Named;
  readonly state: Named;
  /** Server clock, UTC. */
  readonly recordedAt: string;
  readonly occurredOn: Day;
  readonly precision: Precision;
  readonly source: Named;
  readonly account: string;
  readonly post: Named;
  /** For whom it was entered (代录), and whose absence it was (代理). */
  readonly behalf?: string;
  readonly substituteFor?: string;
  readonly changes: readonly ChangedValue[];
  /** What it said about the record as a whole: village, handlers, evidence … */
  readonly envelope: Envelope;
  /** Personal fields that it set. */
  readonly personal: readonly Named[];
  readonly flaws: readonly FlawInWords[];
  readonly reason?: string;
  /** Its content was destroyed (涉密清除): what is left is who, when and which act. */
  readonly purged?: true;
}

/** What a step or an act beside the steps is called. */
export function stepLabel(kind: Kind, step: string): string {
  return kind.steps[step]?.label ?? MENDING[step] ?? step;
}

function changesOf({ kind, before, after }: Stage): ChangedValue[] {
  const held = (row: RecordRow | null, field: string): unknown => row?.body[field];
  const text = (value: unknown): string => JSON.stringify(value ?? null);
  return Object.entries(kind.fields).flatMap(([field, { label }]) => {
    const [was, is] = [held(before, field), held(after, field)];
    if (text(was) === text(is)) return [];
    return [
      {
        field,
        label,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

function entryInWords(stage: Stage): HistoryEntry {
  const { kind, entry, after } = stage;
  const { actor, reason, seq, recordedAt, occurredOn, precision, envelope } = entry;
  const personal = Object.keys(entry.commitments);
  return {
    seq,
    step: { code: entry.step, label: stepLabel(kind, entry.step) },
    state: { code: after.state, label: kind.states[after.state] ?? after.state },
    recordedAt,
    occurredOn,
    precision,
    source: { code: entry.source, label: SOURCES[entry.source] },
    account: actor.account,
    post: { code: actor.post, label: POSTS[actor.post] },
    ...(actor.behalf ? { behalf: actor.behalf } : {}),
    ...(actor.substituteFor ? { substituteFor: actor.substituteFor } : {}),
    changes: changesOf(stage),
    envelope,
    personal: personal.map((code) => ({ code, label: fieldOf(kind, code)?.label ?? code })),
    flaws: entry.flaws.map((flaw) => flawInWords(kind, entry.step, flaw)),
    ...(reason ? { reason } : {}),
    ...(entry.purged ? { purged: true } : {}),
  };
}

/**
 * All acts of a record, oldest first: who, when, what it changed, which rules it broke and why it was gone on with.
 * Undefined where the record is missing or not for this viewer.
 */
export async function recordHistory(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  id: string,
): Promise<HistoryEntry[] | undefined> {
  return (await courseOf(tx, register, viewer, org, id))?.map(entryInWords);
}
