import { addDays, daysBetween, isDay, Refusal, weekday, type Day } from '../kernel/index.ts';
import {
  deadline,
  getTerm,
  matterDeadline,
  PUBLISHED_CALENDAR,
  type Calendar,
  type MatterDeadline,
  type PathDay,
  type TermId,
  type TermRule,
} from '../law/index.ts';
import { beginIn, countingIn, pausedSince } from './terms.ts';

/**
 * When something is due, seen from today. `paused`: time runs that does not count. `awaiting`: the count reaches a year without a holiday notice (待放假通知).
 * `unsettled`: the law of that day is not in the register, or the term runs in hours from a moment that a day does not give.
 */
export const WHEN = {
  overdue: '已逾期',
  today: '今天到期',
  week: '本周到期',
  later: '以后到期',
  paused: '期限暂停',
  awaiting: '待放假通知',
  unsettled: '须人工核定',
} as const;
export type When = keyof typeof WHEN;

/** How long is left, in the days that the statute itself counts; negative when overdue. */
export interface DaysLeft {
  readonly count: number;
  readonly unit: '工作日' | '日';
}

/** A term as it stands today. */
export interface DueDay {
  readonly when: When;
  readonly due: Day | null;
  /** The working day by which the office is safe. */
  readonly safeDue: Day | null;
  /** Absent where it can't be said. */
  readonly left?: DaysLeft;
  /** The year whose notice is missing, and the last day that is certain without it. */
  readonly awaits?: { readonly year: number; readonly lastCertainDay: string | null };
  /** Since when it stands still; the day can be said when that is over. */
  readonly pausedSince?: Day;
  /** Why it is not computed. */
  readonly unsettled?: string;
}

const KEPT = 20_000;
const known = new WeakMap<Calendar, Map<string, MatterDeadline | Refusal>>();

/** A term that runs: by which rule, from which day, and how it is counted (`mannerOf`). */
export interface Running {
  readonly rule: TermId;
  readonly from: Day;
  readonly manner: string;
}

/** The same rule from the same day in the same manner ends on the same day, however many matters it runs in. */
function computed(running: Running, calendar: Calendar): MatterDeadline | Refusal {
  const { rule, from, manner } = running;
  const held = known.get(calendar) ?? new Map<string, MatterDeadline | Refusal>();
  known.set(calendar, held);
  const key = `${rule} ${from} ${manner}`;
  const found = held.get(key) ?? compute(running, calendar);
  if (held.size >= KEPT) held.clear();
  held.set(key, found);
  return found;
}

function compute({ rule, from, manner }: Running, calendar: Calendar): MatterDeadline | Refusal {
  try {
    return matterDeadline(rule, beginIn(manner, from), { calendar, ...countingIn(manner, from) });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Sunday of the week of a day; a week begins on Monday. */
function endOfWeek(today: Day): Day {
  return addDays(today, (7 - weekday(today)) % 7);
}

function whenOf(due: Day, today: Day): When {
  if (due < today) return 'overdue';
  if (due === today) return 'today';
  return due <= endOfWeek(today) ? 'week' : 'later';
}

/** Working days after the earlier day up to the later one; undefined where a year's notice is missing. */
function workdaysBetween(from: Day, to: Day, calendar: Calendar): number | undefined {
  let count = 0;
  try {
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
      if (calendar.isWorkday(day)) count += 1;
    return count;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar-missing') return undefined;
    throw error;
  }
}

function leftOf(rule: TermRule, due: Day, today: Day, calendar: Calendar): DaysLeft | undefined {
  if (rule.unit !== 'workday') return { count: daysBetween(today, due), unit: '日' };
  const late = due < today;
  const count = late ? workdaysBetween(due, today, calendar) : workdaysBetween(today, due, calendar);
  return count === undefined ? undefined : { count: late ? -count : count, unit: '工作日' };
}

/** How a term that began on a day stands today. A missing notice is said, never guessed. */
export function dueDay(running: Running, today: Day, calendar: Calendar = PUBLISHED_CALENDAR): DueDay {
  const since = pausedSince(running.manner);
  if (since !== undefined) return { when: 'paused', due: null, safeDue: null, pausedSince: since };
  const found = computed(running, calendar);
  if (found instanceof Refusal) {
    return { when: 'unsettled', due: null, safeDue: null, unsettled: found.message };
  }
  const [due, safeDue] = [dayOf(found.due), found.state === 'dated' ? dayOf(found.safeDue) : null];
  const awaits =
    found.state === 'awaiting-notice'
      ? { awaits: { year: found.year, lastCertainDay: found.lastCertainDay } }
      : {};
  if (due === null) return { when: 'awaiting', due, safeDue, ...awaits };
  const left = leftOf(getTerm(running.rule), due, today, calendar);
  return { when: whenOf(due, today), due, safeDue, ...(left ? { left } : {}), ...awaits };
}

function dayOf(text: string | null): Day | null {
  const day = text?.slice(0, 10);
  return isDay(day) ? day : null;
}

/** Each day that was counted or passed over, with its reason; undefined where the term can't be counted to its end. */
export function duePath(
  { rule, from, manner }: Running,
  calendar: Calendar = PUBLISHED_CALENDAR,
): readonly PathDay[] | undefined {
  if (pausedSince(manner) !== undefined) return undefined;
  try {
    return deadline(rule, beginIn(manner, from), { calendar, ...countingIn(manner, from) }).days;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
