import type { Day } from '../kernel/index.ts';
import { OPENING, workdaysAfter } from './days.ts';
import type { Entering } from './plan.ts';

/** How facts older than the opening get in: from the paper registers, so many workdays after it. */
export function fromPaper(days: number): Pick<Entering, 'source' | 'evidence'> & { entered: Day } {
  return { source: 'paper', evidence: 'paper', entered: workdaysAfter(OPENING, days) };
}
