import { citationText } from '../kernel/citation.ts';
import { dayAt, day as toDay, isDay, yearOf, type Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import { makeCalendar, type Calendar } from './calendar.ts';
import {
  countDays,
  countMonths,
  countWorkdays,
  countWorkdaysBack,
  rollOver,
  workdayFrom,
  workdayUpTo,
  type Count,
  type PathDay,
  type Suspension,
} from './count.ts';
import { getTerm, type TermId } from './terms/index.ts';
import type { TermRule } from './terms/term.ts';

export type { PathDay, Suspension } from './count.ts';

/** The calendar of the published notices, without local days. */
export const PUBLISHED_CALENDAR: Calendar = makeCalendar();

export interface DeadlineOptions {
  readonly calendar?: Calendar;
  readonly suspensions?: readonly Suspension[];
  /** The single extension that the law allows has been approved. */
  readonly extension?: boolean;
  /** How many days there are, of a rule that leaves it to the matter. */
  readonly count?: number;
  /** By which day, of a rule that leaves it to whoever asks. */
  readonly until?: Day;
}

/** A computed deadline (期限). */
export interface Deadline {
  readonly rule: string;
  /** A day, or for a rule in hours a local time in Asia/Shanghai. */
  readonly from: string;
  /** The legal day: `2026-05-11`; for a rule in hours a local time, `2026-05-03T16:30`. */
  readonly due: string;
  /** For duties of the office: the working day by which it is safe to have acted. */
  readonly safeDue: string | null;
  readonly unit: TermRule['unit'];
  readonly article: string;
  readonly days: readonly PathDay[];
  readonly extended?: true;
  /** What a reader should know: analogy, doubt, the rule's own note. */
  readonly notes?: readonly string[];
}

/**
 * The deadline of a rule, counted from a day (or, for rules in hours, from an RFC 3339 time): the legal day, the safe
 * day of an office's duty, each day passed with its reason, and the article. The start day does not count. Refuses with
 * `calendar-missing` where the count, the roll-over or the safe day reaches a year whose holiday notice is not published:
 * the refusal's facts hold the year, the path so far, the last certain day, and the legal day if that much is certain.
 */
export function deadline(ruleId: string, from: string, options: DeadlineOptions = {}): Deadline {
  const rule = withCount(getTerm(ruleId), options.count);
  const suspensions = checkSuspensions(rule, options.suspensions ?? []);
  const extended = options.extension === true;
  if (extended && !rule.extension) {
    throw new Refusal('rule-blocks', `${citationText(rule.basis)}没有规定本期限可以延长。`, {
      basis: rule.basis,
    });
  }
  if (rule.unit === 'hour') return hourly(rule, from);
  const start = startDay(from);
  checkInForce(rule, start);
  const run: Count = { from: start, calendar: options.calendar ?? PUBLISHED_CALENDAR, suspensions, path: [] };
  return rule.unit === 'fixed-date' ? fixedDate(rule, run, options.until) : counted(rule, run, extended);
}

/** A rule whose count is the matter's own; refuses another count of a rule whose text has the number. */
function withCount(rule: TermRule, count: number | undefined): TermRule {
  if (count === undefined || count === rule.count) return rule;
  if (rule.variable && Number.isSafeInteger(count) && count >= 1) return { ...rule, count };
  throw new Refusal('bad-input', `“${rule.name}”的期限不能是${count}。`, { basis: rule.basis });
}

function counted(rule: TermRule, run: Count, extended: boolean): Deadline {
  const notes = rule.note === undefined ? [] : [rule.note];
  let due: Day | undefined;
  try {
    const before = rule.direction === 'before';
    run.path.push({ date: run.from, counted: false, why: before ? '事件当日不计' : '起算当日不计' });
    const nominal = lastDay(rule, run, rule.count + (extended ? (rule.extension?.count ?? 0) : 0));
    if (!rule.rollOver) due = nominal;
    else due = rolled(rule, run, nominal, notes);
    return result(rule, run.from, due, safeDay(rule, run, nominal), run.path, notes, extended);
  } catch (error) {
    throw withPath(error, rule, run, due);
  }
}

function lastDay(rule: TermRule, run: Count, count: number): Day {
  switch (rule.unit) {
    case 'workday':
      return rule.direction === 'before' ? countWorkdaysBack(run, count) : countWorkdays(run, count);
    case 'day':
      return countDays(run, count, rule.direction === 'before' ? -1 : 1);
    case 'month':
      return countMonths(run, count, `${count}个月`);
    case 'year':
      return countMonths(run, count * 12, `${count}年`);
    case 'hour':
    case 'fixed-date':
      throw new Error(`${rule.id} is not counted in days`);
  }
}

function rolled(rule: TermRule, run: Count, nominal: Day, notes: string[]): Day {
  const { due, swapped } = rollOver(run, nominal);
  if (due === nominal || !rule.rollOver) return due;
  const how = rule.rollOver.analogy ? '按该条类推' : '依据';
  notes.push(`末日顺延${how}：${citationText(rule.rollOver.basis)}。`);
  if (swapped) notes.push('末日落在调休放假日：法律未写明调休休息日是否属于法定休假日，实务按休息日顺延。');
  return due;
}

/** The safe day rests on the unrolled last day: an office should not need the roll-over. */
function safeDay(rule: TermRule, run: Count, nominal: Day): Day | null {
  const { calendar, from } = run;
  if (rule.safeBy) {
    const apart: Count = { ...run, path: [] };
    const back = rule.direction === 'before';
    if (rule.safeBy.unit === 'day') return countDays(apart, rule.safeBy.count, back ? -1 : 1);
    return back ? countWorkdaysBack(apart, rule.safeBy.count) : countWorkdays(apart, rule.safeBy.count);
  }
  if (rule.role === 'right' || rule.role === 'effect') return null;
  if (rule.minimum) return workdayFrom(calendar, nominal);
  const last = rule.disputedStart
    ? countDays({ ...run, from: nominal, suspensions: [], path: [] }, 1, -1)
    : nominal;
  return workdayUpTo(calendar, last, rule.direction === 'before' ? undefined : from);
}

/** A fixed calendar date never moves: the next one on or after the day asked from, or the one that was given. */
function fixedDate(rule: TermRule, run: Count, until: Day | undefined): Deadline {
  const due = rule.given ? givenDay(rule, until) : nextDate(rule, run.from);
  const why = rule.given ? '来文写明的日期，不因节假日顺延' : '法定固定日期，不因节假日顺延';
  run.path.push({ date: due, counted: true, why });
  const notes = rule.note === undefined ? [] : [rule.note];
  try {
    return result(rule, run.from, due, safeDay(rule, run, due), run.path, notes, false);
  } catch (error) {
    throw withPath(error, rule, run, due);
  }
}

function nextDate({ date = '' }: TermRule, from: Day): Day {
  const thisYear = toDay(`${yearOf(from)}-${date}`);
  return thisYear >= from ? thisYear : toDay(`${yearOf(from) + 1}-${date}`);
}

function givenDay(rule: TermRule, until: Day | undefined): Day {
  if (until !== undefined) return until;
  throw new Refusal('bad-input', `“${rule.name}”的日期由来文写明，不能推算。`, { basis: rule.basis });
}

const TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
const MS_PER_HOUR = 3_600_000;

/** Hours run on from the moment, through nights, weekends and holidays. */
function hourly(rule: TermRule, from: string): Deadline {
  const start = readTime(from);
  if (!start) {
    throw new Refusal('bad-input', `${rule.id} 以小时计，起点要写到时刻，不能写“${from}”。`, {
      next: '例如 2026-05-02T16:30+08:00。',
    });
  }
  checkInForce(rule, dayAt(start));
  const end = new Date(start.getTime() + rule.count * MS_PER_HOUR);
  const [begins, due] = [localTime(start), localTime(end)];
  const why = `自${begins.slice(11)}起连续计${rule.count}小时，不扣夜间和节假日`;
  const path: PathDay[] = [{ date: dayAt(start), counted: true, why }];
  path.push({ date: dayAt(end), counted: true, why: `${due.slice(11)}届满` });
  const notes = rule.note === undefined ? [] : [rule.note];
  return result(rule, begins, due, rule.role === 'duty' ? due : null, path, notes, false);
}

/** An RFC 3339 time; without an offset it is read as Beijing time. Nothing for anything else. */
function readTime(text: string): Date | undefined {
  const match = TIME.exec(text);
  if (!match || !isDay(match[1])) return undefined;
  const upper = text.toUpperCase().replace(' ', 'T');
  return new Date(match[3] === undefined ? `${upper}+08:00` : upper);
}

/** `2026-05-03T16:30`, Asia/Shanghai, whatever the machine's zone; seconds fall away, never late. */
function localTime(instant: Date): string {
  return new Date(instant.getTime() + 8 * MS_PER_HOUR).toISOString().slice(0, 16);
}

function startDay(from: string): Day {
  if (isDay(from)) return from;
  const time = readTime(from);
  if (time) return dayAt(time);
  throw new Refusal('bad-input', `“${from}”不是一个存在的日期。`, { next: '请写成 2026-05-09 的样子。' });
}

/** Records are judged by the law of their day; this rule is not the law of a day before it was in force. */
function checkInForce(rule: TermRule, start: Day): void {
  if (start >= rule.since) return;
  const sentence = `${citationText(rule.basis)}的本条文字自 ${rule.since} 起施行，不能用来计算 ${start} 起算的期限。`;
  throw new Refusal('unknown-version', sentence, {
    basis: rule.basis,
    next: '请按当时有效的规定人工核定。',
    facts: { since: rule.since },
  });
}

const LONGEST_SUSPENSION_DAYS = 3660;

function checkSuspensions(rule: TermRule, suspensions: readonly Suspension[]): readonly Suspension[] {
  if (suspensions.length === 0) return suspensions;
  if (!rule.suspension) {
    throw new Refusal('rule-blocks', `${citationText(rule.basis)}没有规定本期限可以中止或者扣除时间。`, {
      basis: rule.basis,
    });
  }
  for (const { from, to } of suspensions) {
    if (!isDay(from) || !isDay(to) || from > to) {
      throw new Refusal('bad-input', `中止起止不对：${from} 至 ${to}。`, {
        next: '两端都要是存在的日期，且起不晚于止。',
      });
    }
    if (Date.parse(to) - Date.parse(from) > LONGEST_SUSPENSION_DAYS * 24 * MS_PER_HOUR) {
      throw new Refusal('bad-input', `中止时间过长：${from} 至 ${to}，超过十年。`);
    }
  }
  return suspensions;
}

function result(
  rule: TermRule,
  from: string,
  due: string,
  safeDue: string | null,
  days: readonly PathDay[],
  notes: readonly string[],
  extended: boolean,
): Deadline {
  return {
    rule: rule.id,
    from,
    due,
    safeDue,
    unit: rule.unit,
    article: citationText(rule.basis),
    days,
    ...(extended ? { extended: true } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Adds to a `calendar-missing` refusal what was certain until then; leaves every other error as it is. */
function withPath(error: unknown, rule: TermRule, run: Count, due: Day | undefined): unknown {
  if (!(error instanceof Refusal) || error.code !== 'calendar-missing') return error;
  const known = due === undefined ? {} : { due };
  return new Refusal('calendar-missing', error.message, {
    ...error.detail,
    basis: rule.basis,
    facts: { ...error.detail.facts, rule: rule.id, from: run.from, ...known, path: run.path },
  });
}

/** The deadline of a matter as a record holds it: dated, or waiting for a year's holiday notice (待放假通知). */
export type MatterDeadline =
  | {
      readonly state: 'dated';
      readonly rule: string;
      readonly from: string;
      readonly due: string;
      readonly safeDue: string | null;
    }
  | {
      readonly state: 'awaiting-notice';
      readonly rule: string;
      readonly from: string;
      readonly year: number;
      readonly lastCertainDay: string | null;
      /** The legal day, where only the safe day is unknown. */
      readonly due: string | null;
    };

/** The deadline of a matter; a missing holiday notice is a state of the matter here, not a refusal. */
export function matterDeadline(rule: TermId, from: string, options: DeadlineOptions = {}): MatterDeadline {
  try {
    const found = deadline(rule, from, options);
    return { state: 'dated', rule, from: found.from, due: found.due, safeDue: found.safeDue };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'calendar-missing') throw error;
    const { year, lastCertainDay, due } = error.detail.facts ?? {};
    return {
      state: 'awaiting-notice',
      rule,
      from,
      year: Number(year),
      lastCertainDay: typeof lastCertainDay === 'string' ? lastCertainDay : null,
      due: typeof due === 'string' ? due : null,
    };
  }
}
