import { yearSpan, type Register } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** A flow (期间数) of a year, month by month. */
export interface MonthlyFigure {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** January to December. */
  readonly months: readonly number[];
}

interface Row {
  readonly figure: string;
  readonly month: string;
  readonly amount: number;
}

/** Every flow that is kept as a month counter (月计数), read from the counters: the cost does not grow with the records. */
export async function monthsOf(
  store: Store,
  register: Register,
  org: string,
  year: number,
): Promise<MonthlyFigure[]> {
  const { from, to } = yearSpan(year);
  const rows = await store
    .alone(oneOrganisation(org))
    .query<Row>(
      'months-of-figures',
      'SELECT c.figure, c.month, c.amount FROM counter c WHERE c.org_code = $1 AND c.month >= $2 AND c.month <= $3',
      [org, from.slice(0, 7), to.slice(0, 7)],
    );
  const counted = new Map(rows.map(({ figure, month, amount }) => [`${figure} ${month}`, amount]));
  return register.figures
    .filter(({ figure }) => figure.measure === 'flow' && figure.counter !== false)
    .map(({ code, figure: { label: name, unit } }) => ({
      code,
      name,
      unit,
      months: MONTHS.map((month) => counted.get(`${code} ${year}-${month}`) ?? 0),
    }));
}

const MONTHS = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'));
