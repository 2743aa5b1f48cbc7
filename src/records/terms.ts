import type { Day, Kind } from '../kernel/index.ts';
import { fieldsOf } from './ask.ts';
import type { RecordRow } from './row.ts';

/** A term (期限) that runs in a matter. */
export interface TermRow {
  readonly rule: string;
  /** The day field that will meet it. */
  readonly met_by: string;
  readonly starts: Day;
}

/** States that a matter may still come to, the one it stands in among them. */
function statesAhead(kind: Kind, state: string): Set<string> {
  const ahead = new Set([state]);
  // A set goes on to what is added to it while it is walked.
  for (const each of ahead) {
    for (const step of Object.values(kind.steps)) {
      if (step.from !== 'start' && step.from.includes(each)) ahead.add(step.to);
    }
  }
  return ahead;
}

function mayStillBeSet(kind: Kind, state: string, field: string): boolean {
  const ahead = statesAhead(kind, state);
  return Object.values(kind.steps).some(
    (step) => step.from !== 'start' && step.from.some((each) => ahead.has(each)) && fieldsOf(step).has(field),
  );
}

/**
 * The terms of a matter that run: begun, not met, and with a step ahead that can meet them. A case that was closed without
 * a decision waits for none. In a drill and in a voided record nothing runs.
 */
export function runningTerms(kind: Kind, row: RecordRow): TermRow[] {
  if (kind.terms === undefined || row.is_drill || row.voided_by !== null) return [];
  return kind.terms.flatMap(({ rule, from, metBy }) => {
    const [starts, met] = [row.body[from], row.body[metBy]];
    const runs = typeof starts === 'string' && met === undefined && mayStillBeSet(kind, row.state, metBy);
    return runs ? [{ rule, met_by: metBy, starts: starts as Day }] : [];
  });
}
