import type { Day } from '../kernel/index.ts';
import { cadreOf, VILLAGES, type Village } from './accounts.ts';
import { isWorkday, workdaysOf, YEAR } from './days.ts';
import type { Matter, Plan } from './plan.ts';

/** 1 to 4; none of a day outside the year. */
function quarterOf(on: Day): number | undefined {
  return on.startsWith(String(YEAR)) ? Math.ceil(Number(on.slice(5, 7)) / 3) : undefined;
}

/**
 * Every village screens once a quarter: on the day on which it found its first dispute, or else with a zero report on the
 * quarter's last workday.
 */
export class Rounds {
  readonly #of = new Map<string, Matter>();

  constructor(readonly plan: Plan) {}

  #walk(step: string, village: Village, on: Day): Matter {
    const visited = 24 + 3 * VILLAGES.indexOf(village);
    const values = { theme: 'regular', since: on, screenedOn: on, visited, took: 5 };
    return this.plan.start('screening-round', { step, on, by: cadreOf(village), village, values });
  }

  /** The round that a dispute of this village and day was found in. */
  foundIn(village: Village, on: Day): Matter | undefined {
    const quarter = quarterOf(on);
    if (quarter === undefined || !isWorkday(on)) return undefined;
    const key = `${village} ${quarter}`;
    if (this.#of.has(key)) return undefined;
    const round = this.#walk('report', village, on);
    this.#of.set(key, round);
    return round;
  }

  /** Where nothing was found, that is said. */
  zeroReports(): void {
    for (const quarter of [1, 2, 3, 4]) {
      const on = workdaysOf(quarter * 3).findLast((each) => each <= `${YEAR}-12-25`)!;
      for (const village of VILLAGES) {
        if (!this.#of.has(`${village} ${quarter}`)) this.#walk('reportZero', village, on);
      }
    }
  }
}
