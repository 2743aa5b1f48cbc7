import type { Day } from '../kernel/index.ts';

/** What a delivery tells of an entry: codes of the declarations, numbers and a day. Nothing that somebody typed. */
export interface ToldEntry {
  readonly seq: number;
  readonly record: string;
  readonly kind: string;
  readonly step: string;
  readonly state: string;
  readonly day: Day;
  readonly drill: boolean;
}

export const ENTRY_TYPE = 'entry.appended';
export const TRIAL_TYPE = 'webhook.test';

/** The exact text that is signed and sent. `entry` undefined: a trial. Whoever wants to know more asks with a token. */
export function bodyOf(org: string, at: Date, entry: ToldEntry | undefined): string {
  const told = entry && {
    entry: entry.seq,
    record: entry.record,
    kind: entry.kind,
    step: entry.step,
    state: entry.state,
    day: entry.day,
    // Marked wherever it is seen, so that nobody counts it.
    drill: entry.drill,
    address: `/api/v1/${org}/kinds/${entry.kind}/records/${entry.record}`,
  };
  return JSON.stringify({
    type: told ? ENTRY_TYPE : TRIAL_TYPE,
    timestamp: at.toISOString(),
    data: { organisation: org, ...told },
  });
}
