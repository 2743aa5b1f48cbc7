import { addDays, day, daysInMonth, type Day } from '../kernel/index.ts';
import { PUBLISHED_CALENDAR } from '../law/index.ts';

/** The day on which the demo township starts to use Fadu: a Monday, two weeks before its first whole year. */
export const OPENING = day('2023-12-18');
export const YEAR = 2024;
export const LAST_DAY = day('2024-12-31');

export function isWorkday(of: Day): boolean {
  return PUBLISHED_CALENDAR.isWorkday(of);
}

/** A day of a holiday notice: nothing is held on it, not even on the market. */
export function isHoliday(of: Day): boolean {
  const { kind } = PUBLISHED_CALENDAR.typeOf(of);
  return kind === 'holiday' || kind === 'swapped-off';
}

/** The day itself when it is worked, else the next day that is. */
export function workdayFrom(of: Day): Day {
  let found = of;
  while (!isWorkday(found)) found = addDays(found, 1);
  return found;
}

/** The workday `count` workdays after a day. */
export function workdaysAfter(of: Day, count: number): Day {
  let found = of;
  for (let left = count; left > 0; left -= 1) found = workdayFrom(addDays(found, 1));
  return found;
}

function daysOf(month: number, wanted: (of: Day) => boolean): Day[] {
  const start = day(`${YEAR}-${String(month).padStart(2, '0')}-01`);
  const all = Array.from({ length: daysInMonth(YEAR, month) }, (_, index) => addDays(start, index));
  return all.filter(wanted);
}

/** The workdays of a month of the year, make-up workdays among them. */
export function workdaysOf(month: number): Day[] {
  return daysOf(month, isWorkday);
}

/** The days of a month that are no public holiday: ordinary weekends among them. */
export function openDaysOf(month: number): Day[] {
  return daysOf(month, (of) => !isHoliday(of));
}

/** The n-th workday of a month, from 1. */
export function workday(month: number, nth: number): Day {
  const found = workdaysOf(month)[nth - 1];
  if (!found) throw new RangeError(`month ${month} has no workday ${nth}`);
  return found;
}

/** 赶集日: the township's market is every sixth day, and not on public holidays. */
export function marketDays(): Day[] {
  const days: Day[] = [];
  for (let at = day(`${YEAR}-01-06`); at <= LAST_DAY; at = addDays(at, 6)) if (!isHoliday(at)) days.push(at);
  return days;
}

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}
