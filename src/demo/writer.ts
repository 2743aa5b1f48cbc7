import { instantOf, type Day } from '../kernel/index.ts';
import type { FileStore } from '../ledger/index.ts';
import { CORRECT, VOID } from '../records/projection.ts';
import type { Acted, Clock, Records } from '../records/records.ts';
import { ORG } from './accounts.ts';
import { Attachment, Matter, type PlannedAct } from './plan.ts';

/** What the writer needs: the ordinary write path under the demo's clock, and the place for documents. */
export interface Writing {
  readonly files: FileStore;
  records(clock: Clock): Records;
}

/** Office hours in minutes of the day. */
const OPENS = 8 * 60 + 40;
const CLOSES = 17 * 60 + 40;

/** The instant of the n-th of a day's acts: about ten minutes apart, closer on a day with many. */
function instantAt(day: Day, nth: number, ofAll: number): Date {
  const seconds = Math.floor(nth * Math.min(600, ((CLOSES - OPENS) * 60) / ofAll));
  return new Date(instantOf(day).getTime() + (OPENS * 60 + seconds) * 1000);
}

function instants(acts: readonly PlannedAct[]): Date[] {
  const counts = new Map<Day, number>();
  for (const { entered } of acts) counts.set(entered, (counts.get(entered) ?? 0) + 1);
  const done = new Map<Day, number>();
  return acts.map(({ entered }) => {
    const nth = done.get(entered) ?? 0;
    done.set(entered, nth + 1);
    return instantAt(entered, nth, counts.get(entered)!);
  });
}

/** When the last act is entered: a demo whose ledger has come that far is complete. */
export function endOf(acts: readonly PlannedAct[]): Date {
  return instants(acts).at(-1) ?? new Date(0);
}

interface Written {
  readonly record: string;
  readonly version: number;
}

/** Replaces links and documents in values by what the write path knows. */
class Values {
  readonly #written = new Map<Matter, Written>();
  readonly #stored = new Map<Attachment, unknown>();

  constructor(readonly files: FileStore) {}

  set(matter: Matter, { record, version }: Acted): void {
    this.#written.set(matter, { record, version });
  }

  get(matter: Matter): Written {
    const written = this.#written.get(matter);
    if (!written) throw new RangeError(`${matter.kind} ${matter.number} is linked before it is entered`);
    return written;
  }

  async of(values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
    const resolved: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(values)) resolved[name] = await this.#one(value);
    return resolved;
  }

  async #one(value: unknown): Promise<unknown> {
    if (value instanceof Matter) return this.get(value).record;
    if (!(value instanceof Attachment)) return value;
    const stored =
      this.#stored.get(value) ?? (await this.files.put(ORG, value.name, Buffer.from(value.content)));
    this.#stored.set(value, stored);
    return stored;
  }
}

async function write(records: Records, act: PlannedAct, key: string, known: Values): Promise<Acted> {
  const { matter, step, on, by, source, evidence, upperNumber, village, drill, reason = '' } = act;
  const request = {
    org: ORG,
    kind: matter.kind,
    actor: by,
    occurredOn: on,
    idempotencyKey: key,
    values: await known.of(act.values),
    ...(source ? { source } : {}),
    ...(evidence ? { evidence } : {}),
    ...(upperNumber ? { upperNumber } : {}),
    ...(village ? { village } : {}),
  };
  if (act.starts) return records.start({ ...request, step, ...(drill ? { drill } : {}) });
  const { record, version } = known.get(matter);
  const further = { ...request, record, expectedVersion: version };
  if (step === VOID) return records.void({ ...further, reason });
  if (step === CORRECT) return records.correct({ ...further, reason });
  return records.act({ ...further, step });
}

/**
 * Enters all acts one after the other, each at its own time. One organisation's acts are ordered by its head's lock, so
 * several at once would gain nothing. An act's key is its place in the plan: when a run was killed, the next one is
 * answered what was written before and goes on from there.
 */
export async function play(
  writing: Writing,
  acts: readonly PlannedAct[],
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const times = instants(acts);
  let now = times[0] ?? new Date(0);
  const records = writing.records(() => now);
  const known = new Values(writing.files);
  for (const [index, act] of acts.entries()) {
    now = times[index]!;
    known.set(act.matter, await write(records, act, `demo ${index}`, known));
    onProgress(index + 1, acts.length);
  }
}
