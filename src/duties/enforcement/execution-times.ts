import { yearOf, type Day } from '../../kernel/index.ts';
import { PUBLISHED_CALENDAR } from '../../law/index.ts';

/** Public holidays that are the same every year, for years whose notice is not published. */
const SAME_EVERY_YEAR = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** 法定节假日: a day off by the year's notice that is not merely swapped. */
export function isPublicHoliday(on: Day): boolean {
  if (!PUBLISHED_CALENDAR.covers(yearOf(on))) return SAME_EVERY_YEAR.has(on.slice(5));
  return PUBLISHED_CALENDAR.typeOf(on).kind === 'holiday';
}

/** A weekend or swapped day off: whether the law means it too is disputed. */
export function isOtherDayOff(on: Day): boolean {
  if (!PUBLISHED_CALENDAR.covers(yearOf(on))) return false;
  const { kind } = PUBLISHED_CALENDAR.typeOf(on);
  return kind === 'weekend' || kind === 'swapped-off';
}

/** Night (夜间) as whoever executes says it; deep in the night it is night, whatever is said. */
export function isNight(said: 'day' | 'night' | undefined, startedAt: string | undefined): boolean {
  const deep = startedAt !== undefined && (startedAt >= '22:00' || startedAt < '06:00');
  return said === 'night' || deep;
}
