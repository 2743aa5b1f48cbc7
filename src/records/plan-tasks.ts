import { createHash } from 'node:crypto';
import { Refusal, type Register } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { Places } from '../store/places.ts';
import type { Acted } from './draft.ts';
import type { Records } from './records.ts';

/** Who makes tasks of a year's plan items, when, and until when they are to be done. */
export interface PlanTasksRequest {
  readonly org: string;
  readonly year: number;
  readonly actor: Actor;
  readonly occurredOn: string;
  readonly due: string;
}

interface Parts {
  readonly store: Store;
  readonly register: Register;
  readonly records: Records;
}

/** The one id that the task of an item can have: made twice at once, the second finds the first. */
function taskOf(plan: string): string {
  const hex = createHash('sha256').update(`task of ${plan}`).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');
}

/** Items arranged for a year of which nobody has made a task yet; one whose task was voided is left to a person. */
async function itemsWithout(
  { store, register }: Parts,
  viewer: Insider,
  org: string,
  year: number,
): Promise<string[]> {
  const places = new Places(org);
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ record: string }>(
      '~plan-items-without-task',
      `SELECT r.record_id AS record FROM record r
       WHERE r.org_code = $1 AND r.version > 0 AND r.kind = 'next-year-plan' AND r.voided_by IS NULL AND NOT r.is_drill
         AND r.body ->> 'year' = ${places.place(String(year))} AND ${knownRows(viewer, register, places.place)}
         AND NOT EXISTS (SELECT 1 FROM link l WHERE l.org_code = $1 AND l.to_record = r.record_id AND l.role = 'plan')
       ORDER BY r.occurred_on, r.first_seq`,
      places.values,
    ),
  );
  return rows.map(({ record }) => record);
}

/**
 * Makes a task of each item that last year's report arranged for a year. Every task is an act of its own through the ordinary
 * write path; what was made before, or by somebody else at the same time, is not made again.
 */
export async function makePlanTasks(
  parts: Parts,
  viewer: Insider,
  { org, year, actor, occurredOn, due }: PlanTasksRequest,
): Promise<Acted[]> {
  const made: Acted[] = [];
  for (const plan of await itemsWithout(parts, viewer, org, year)) {
    const act = {
      org,
      kind: 'task',
      step: 'assignPlanned',
      record: taskOf(plan),
      actor,
      occurredOn,
      idempotencyKey: `plan-task ${plan} ${actor.account}`,
      values: { plan, due },
    };
    try {
      const acted = await parts.records.start(act);
      if (!acted.repeated) made.push(acted);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'version-conflict') throw error;
    }
  }
  return made;
}
