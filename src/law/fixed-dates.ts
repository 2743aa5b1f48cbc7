import { citationText, type Day } from '../kernel/index.ts';
import { TERMS } from './terms/index.ts';
import type { TermRule } from './terms/term.ts';

/** A day of the year by which a township must have done something, every year. */
export interface FixedDate {
  readonly rule: string;
  readonly date: Day;
  readonly name: string;
  readonly article: string;
  /** True where no statute names the day for a township: the locality's own demand, to be confirmed (按本地要求). */
  readonly configured: boolean;
}

/** The fixed dates of a year (法定日历) that are a township's own, the first first. None of them moves with a holiday. */
export function fixedDates(year: number): FixedDate[] {
  const rules: readonly TermRule[] = Object.values(TERMS);
  return rules
    .filter(
      ({ unit, binding }) => unit === 'fixed-date' && (binding.includes('直') || binding.includes('配置')),
    )
    .flatMap(({ id, date, since, name, basis, binding }) => {
      const on = `${year}-${date}` as Day;
      if (date === undefined || on < since) return [];
      const article = citationText(basis);
      return [{ rule: id, date: on, name, article, configured: binding.includes('配置') }];
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}
