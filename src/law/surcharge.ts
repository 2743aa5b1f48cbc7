import type { Citation } from '../kernel/citation.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Suspension } from './count.ts';
import { cite } from './statutes.ts';

const BASIS = cite('CF', '72①(1)');

/** A late-payment surcharge (加处罚款) up to a day. */
export interface Surcharge {
  /** Days that count; days of review and lawsuit do not. */
  readonly days: number;
  readonly amountFen: number;
  /** The day on which it reached the fine itself and stopped, if it did. */
  readonly cappedOn: Day | null;
  readonly basis: Citation;
}

/**
 * 3 % of the fine for each day from the first late day to `upTo`, both included, and never more than the fine
 * (行政处罚法 art. 72). It stands still during review and lawsuit (art. 73③). Only a decision that announced it carries it.
 */
export function surcharge(
  fineFen: number,
  firstLateDay: Day,
  upTo: Day,
  remedies: readonly Suspension[] = [],
): Surcharge {
  if (!Number.isSafeInteger(fineFen) || fineFen <= 0) {
    throw new Refusal('invalid-value', '罚款金额应为大于零的整数（分）。', { basis: BASIS });
  }
  let days = 0;
  let cappedOn: Day | null = null;
  for (let date = firstLateDay; date <= upTo && cappedOn === null; date = addDays(date, 1)) {
    if (remedies.some((span) => span.from <= date && date <= span.to)) continue;
    days += 1;
    if (days * 3 >= 100) cappedOn = date;
  }
  const amountFen = cappedOn === null ? Math.floor((fineFen * 3 * days) / 100) : fineFen;
  return { days, amountFen, cappedOn, basis: BASIS };
}
