import type { Citation } from './citation.ts';
import { addDays, day, yearOf, type Day } from './day.ts';

/** How many years something is kept, or for ever. */
export type Keeping = number | 'permanent';

/** How long records are kept by the law of a time. */
export interface RetentionPeriod {
  /** First day of this rule. */
  readonly since: string;
  readonly keep: Keeping;
  readonly basis: Citation;
  /** True where the law says at least so long: an office's own schedule may not say less. */
  readonly least: boolean;
}

/** A class of the retention schedule (保存期限). The law room makes them; a kind names its own. */
export interface Retention {
  readonly id: string;
  /** Chinese name of the class. */
  readonly label: string;
  /** Oldest first. */
  readonly periods: readonly RetentionPeriod[];
}

/** The period in force on a day; the oldest one for what is older. */
export function periodOn({ periods }: Retention, on: Day): RetentionPeriod {
  const found = periods.findLast(({ since }) => since <= on) ?? periods[0];
  if (!found) throw new RangeError('a class of the schedule has a period');
  return found;
}

/** The last day on which something that ended on `ended` must be kept: years count from the next 1 January. */
export function keptThrough(ended: Day, keep: number): Day {
  return addDays(day(`${yearOf(ended) + keep + 1}-01-01`), -1);
}
