import { addDays, addMonths, type Day } from '../kernel/day.ts';
import { dayTypeText, isWork, type Calendar } from './calendar.ts';

/** A day on the way to a deadline, and why it counts or not. */
export interface PathDay {
  readonly date: Day;
  readonly counted: boolean;
  readonly why: string;
}

/** Days that do not count (中止、扣除); both ends included. */
export interface Suspension {
  readonly from: Day;
  readonly to: Day;
}

/** One count: from where, with which calendar, what is suspended; and the path, which grows as days are passed. */
export interface Count {
  readonly from: Day;
  readonly calendar: Calendar;
  readonly suspensions: readonly Suspension[];
  /** Kept here so that the path so far is known when the calendar ends. */
  readonly path: PathDay[];
}

const SUSPENDED = '中止或者扣除期间，不计入';

/** The day `count` working days after the start; the start day does not count. */
export function countWorkdays(run: Count, count: number): Day {
  return walkWorkdays(run, count, 1);
}

/** The `count`-th working day before the event; the day of the event does not count. */
export function countWorkdaysBack(run: Count, count: number): Day {
  return walkWorkdays(run, count, -1);
}

function walkWorkdays(run: Count, count: number, step: 1 | -1): Day {
  let date = run.from;
  for (let done = 0; done < count;) {
    date = addDays(date, step);
    if (isSuspended(run, date)) {
      run.path.push({ date, counted: false, why: SUSPENDED });
      continue;
    }
    const type = run.calendar.typeOf(date);
    if (!isWork(type)) {
      run.path.push({ date, counted: false, why: `${dayTypeText(date, type)}，不是工作日，不计` });
      continue;
    }
    done += 1;
    const makeUp = type.kind === 'make-up' ? `（${dayTypeText(date, type)}）` : '';
    run.path.push({
      date,
      counted: true,
      why: `${ordinal(done, step)}个工作日${makeUp}${endMark(done, count)}`,
    });
  }
  return date;
}

/** The day `count` civil days after the start (before the event with `step` -1); weekends and holidays count. */
export function countDays(run: Count, count: number, step: 1 | -1 = 1): Day {
  let date = run.from;
  for (let done = 0; done < count;) {
    date = addDays(date, step);
    if (isSuspended(run, date)) {
      run.path.push({ date, counted: false, why: SUSPENDED });
      continue;
    }
    done += 1;
    run.path.push({ date, counted: true, why: `${ordinal(done, step)}日（自然日）${endMark(done, count)}` });
  }
  return date;
}

/** The corresponding day so many months later, moved on by each suspended day that lies in the term. */
export function countMonths(run: Count, months: number, label: string): Day {
  const base = addMonths(run.from, months);
  let end = base;
  let suspended: Day[] = [];
  for (;;) {
    suspended = suspendedBetween(run, run.from, end);
    const moved = addDays(base, suspended.length);
    if (moved === end) break;
    end = moved;
  }
  for (const date of suspended) run.path.push({ date, counted: false, why: SUSPENDED });
  const moved = suspended.length > 0 ? `，因扣除${suspended.length}日后移` : '';
  run.path.push({ date: end, counted: true, why: `满${label}的对应日${moved}，期间末日` });
  return end;
}

/** The first working day on or after the last day; the days passed are put on the path. */
export function rollOver(run: Count, nominal: Day): { due: Day; swapped: boolean } {
  const type = run.calendar.typeOf(nominal);
  if (isWork(type)) return { due: nominal, swapped: false };
  const last = run.path.pop();
  run.path.push({
    date: nominal,
    counted: true,
    why: `${last?.why ?? '期间末日'}，适逢${dayTypeText(nominal, type)}，顺延`,
  });
  let date = addDays(nominal, 1);
  for (; ; date = addDays(date, 1)) {
    if (isSuspended(run, date)) {
      run.path.push({ date, counted: false, why: SUSPENDED });
      continue;
    }
    const next = run.calendar.typeOf(date);
    if (isWork(next)) break;
    run.path.push({ date, counted: false, why: `${dayTypeText(date, next)}，继续顺延` });
  }
  run.path.push({ date, counted: false, why: '休假结束后的第一个工作日，期间于本日届满' });
  return { due: date, swapped: type.kind === 'swapped-off' };
}

/** The last working day on or before `date`, but never before `floor`. */
export function workdayUpTo(calendar: Calendar, date: Day, floor?: Day): Day {
  let at = date;
  while (at > (floor ?? '') && !calendar.isWorkday(at)) at = addDays(at, -1);
  return at;
}

/** The first working day on or after `date`. */
export function workdayFrom(calendar: Calendar, date: Day): Day {
  let at = date;
  while (!calendar.isWorkday(at)) at = addDays(at, 1);
  return at;
}

function isSuspended(run: Count, date: Day): boolean {
  return run.suspensions.some((span) => span.from <= date && date <= span.to);
}

function suspendedBetween(run: Count, after: Day, upTo: Day): Day[] {
  const found: Day[] = [];
  if (run.suspensions.length === 0) return found;
  for (let date = addDays(after, 1); date <= upTo; date = addDays(date, 1)) {
    if (isSuspended(run, date)) found.push(date);
  }
  return found;
}

function ordinal(done: number, step: 1 | -1): string {
  return step === 1 ? `第${done}` : `向前第${done}`;
}

function endMark(done: number, count: number): string {
  return done === count ? '，期间末日' : '';
}
