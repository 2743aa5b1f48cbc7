import { Refusal } from '../kernel/refusal.ts';
import { deadline, type DeadlineOptions } from './deadline.ts';
import { getTerm } from './terms/index.ts';

/** Whether a term was kept; `unknown` where its law was not in force or a holiday notice is missing. */
export type Kept = 'kept' | 'breached' | 'unknown';

/**
 * Judges an act done on `met` (a day, or a local time for rules in hours) against a rule. A term that must at least pass
 * (不少于) is breached by coming too early, every other one by coming too late. A missing notice that only hides the safe
 * day does not matter here: the legal day is certain.
 */
export function judgeTerm(ruleId: string, from: string, met: string, options: DeadlineOptions = {}): Kept {
  const due = legalDay(ruleId, from, options);
  if (due === undefined) return 'unknown';
  // A day given for a rule in hours can only be compared by the day.
  const [act, limit] = [met.slice(0, due.length), due.slice(0, met.length)];
  const breached = getTerm(ruleId).minimum ? act < limit : act > limit;
  return breached ? 'breached' : 'kept';
}

function legalDay(ruleId: string, from: string, options: DeadlineOptions): string | undefined {
  try {
    return deadline(ruleId, from, options).due;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'unknown-version') return undefined;
    if (error.code !== 'calendar-missing') throw error;
    const due = error.detail.facts?.['due'];
    return typeof due === 'string' ? due : undefined;
  }
}
