/**
 * A civil day (日) in Asia/Shanghai, written `YYYY-MM-DD`. Fadu never uses `Date` for a day: a day has no time zone,
 * and 31 December 23:30 in Beijing belongs to that year whatever the server's TZ.
 */
export type Day = string & { readonly __day: unique symbol };

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __month: unique symbol };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** China has kept UTC+8 without summer time since 1991-09-15; the records of townships begin later. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** True for a day that exists (2024-02-30 does not), in the years 1900–2999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const match = DAY.exec(value);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || date < 1) return false;
  return date <= daysInMonth(year, month);
}

/** The day as `Day`; throws a RangeError for a day that does not exist. For literals and already checked input. */
export function day(value: string): Day {
  if (!isDay(value)) throw new RangeError(`not a day: ${value}`);
  return value;
}

/** Days in a month; month is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day `count` civil days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  return fromEpochDays(epochDays(from) + count);
}

/** The corresponding day `count` months later; the month's last day where there is none (民法典 art. 202). */
export function addMonths(from: Day, count: number): Day {
  const [year, month, date] = parts(from);
  const index = year * 12 + (month - 1) + count;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return join(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return epochDays(to) - epochDays(from);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(of: Day): number {
  return (((epochDays(of) + 4) % 7) + 7) % 7;
}

/** The civil day in Asia/Shanghai at an instant, whatever the machine's time zone. */
export function dayAt(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** The instant at which a local (Asia/Shanghai) time of a day falls; `time` is `HH:MM`. */
export function instantOf(of: Day, time = '00:00'): Date {
  return new Date(`${of}T${time}:00+08:00`);
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4));
}

export function monthOf(of: Day): Month {
  return of.slice(0, 7) as Month;
}

/** First and last day of a year. */
export function yearSpan(year: number): { from: Day; to: Day } {
  return { from: join(year, 1, 1), to: join(year, 12, 31) };
}

/** `2026年5月9日` */
export function dayInChinese(of: Day): string {
  const [year, month, date] = parts(of);
  return `${year}年${month}月${date}日`;
}

function parts(of: Day): [number, number, number] {
  return [Number(of.slice(0, 4)), Number(of.slice(5, 7)), Number(of.slice(8, 10))];
}

function join(year: number, month: number, date: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

function epochDays(of: Day): number {
  return Date.parse(`${of}T00:00:00Z`) / MS_PER_DAY;
}

function fromEpochDays(count: number): Day {
  return new Date(count * MS_PER_DAY).toISOString().slice(0, 10) as Day;
}
