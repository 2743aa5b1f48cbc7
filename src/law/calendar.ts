import chineseDays from 'chinese-days';
import { addDays, day, isDay, weekday, yearOf, yearSpan, type Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';

/**
 * Years for which the package really holds the State Council's notice; checked year by year against its data. It answers
 * for any other year too, silently by weekends, and so it is never asked about one.
 */
const PUBLISHED_FROM = 2004;
const PUBLISHED_TO = 2026;

/** What kind of day a day is. */
export type DayType =
  | { readonly kind: 'workday' }
  | { readonly kind: 'weekend' }
  /** A day off by a holiday notice, or by a local one. */
  | { readonly kind: 'holiday'; readonly name: string }
  /** 调休放假: off only because another day is worked for it; whether law means it by 法定休假日 is not written. */
  | { readonly kind: 'swapped-off'; readonly name: string }
  /** 补班: a weekend day that is worked. */
  | { readonly kind: 'make-up'; readonly name: string };

/** A year's holiday notice (放假通知). Days of December before and January after may be named too. */
export interface HolidayNotice {
  readonly year: number;
  /** Number or title of the notice, shown where a day is explained. */
  readonly source: string;
  readonly off: readonly { readonly from: Day; readonly to: Day; readonly name: string }[];
  /** Make-up workdays. */
  readonly work: readonly Day[];
  /** Those days off that are only swapped (调休), where the notice's reader has told them apart. */
  readonly swapped?: readonly Day[];
}

/** A day off that a local government has ordered (全国年节及纪念日放假办法 art. 4). */
export interface RegionalDay {
  readonly date: Day;
  readonly name: string;
}

/** A working-day calendar; an immutable value. */
export interface Calendar {
  readonly years: readonly number[];
  /** False for a year without a published notice. */
  readonly covers: (year: number) => boolean;
  /** The day's type; refuses with `calendar-missing` for a year that is not covered. */
  readonly typeOf: (of: Day) => DayType;
  readonly isWorkday: (of: Day) => boolean;
  /** The last day before `of` in a covered year, if there is one. */
  readonly lastCertainBefore: (of: Day) => Day | null;
}

/** Makes a calendar of the published years, further notices and local days off. A later notice of a year replaces it. */
export function makeCalendar(
  more: { extraYears?: readonly HolidayNotice[]; regionalDays?: readonly RegionalDay[] } = {},
): Calendar {
  const noticed = new Set((more.extraYears ?? []).map((notice) => notice.year));
  const special = new Map<Day, DayType>();
  for (const notice of more.extraYears ?? []) addNotice(special, notice);
  for (const { date, name } of more.regionalDays ?? []) special.set(date, { kind: 'holiday', name });

  const covers = (year: number) => noticed.has(year) || isPublished(year);
  const typeOf = (of: Day): DayType => {
    const year = yearOf(of);
    if (!covers(year)) throw missing(of, lastCertainBefore(of));
    const found = special.get(of) ?? (noticed.has(year) ? undefined : publishedYear(year).get(of));
    return found ?? { kind: isWeekend(of) ? 'weekend' : 'workday' };
  };
  const lastCertainBefore = (of: Day): Day | null => {
    for (let year = yearOf(of) - 1; year >= PUBLISHED_FROM; year -= 1) {
      if (covers(year)) return yearSpan(year).to;
    }
    return null;
  };
  const isWorkday = (of: Day) => isWork(typeOf(of));
  const years = [...noticed].filter((year) => !isPublished(year));
  for (let year = PUBLISHED_FROM; year <= PUBLISHED_TO; year += 1) years.push(year);
  years.sort((a, b) => a - b);
  return Object.freeze({ years: Object.freeze(years), covers, typeOf, isWorkday, lastCertainBefore });
}

/** True for a workday and for a make-up workday. */
export function isWork(type: DayType): boolean {
  return type.kind === 'workday' || type.kind === 'make-up';
}

/** `周六`, `春节放假`, `劳动节调休放假`, `劳动节补班`, `工作日`. */
export function dayTypeText(of: Day, type: DayType): string {
  switch (type.kind) {
    case 'workday':
      return '工作日';
    case 'weekend':
      return weekdayText(of);
    case 'holiday':
      return `${type.name}放假`;
    case 'swapped-off':
      return `${type.name}调休放假`;
    case 'make-up':
      return `${weekdayText(of)}，${type.name}补班`;
  }
}

export function weekdayText(of: Day): string {
  return `周${'日一二三四五六'[weekday(of)] ?? ''}`;
}

/** Reads a notice that someone hands in as JSON; refuses with a sentence that names what is wrong. */
export function readNotice(value: unknown): HolidayNotice {
  if (!isRecord(value)) throw badNotice('应为一个对象，含 year、source、off、work');
  const { year, source, off, work, swapped } = value;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2999) {
    throw badNotice('year 应为四位年份');
  }
  if (typeof source !== 'string' || source.trim() === '') throw badNotice('source 应写明通知名称或文号');
  if (!Array.isArray(off) || off.length === 0) throw badNotice('off 应逐段列出放假日期');
  const notice: HolidayNotice = {
    year,
    source,
    off: off.map((span: unknown) => readSpan(span)),
    work: readDays(work, 'work'),
    ...(swapped === undefined ? {} : { swapped: readDays(swapped, 'swapped') }),
  };
  checkNotice(notice);
  return notice;
}

function isWeekend(of: Day): boolean {
  return weekday(of) === 0 || weekday(of) === 6;
}

function isPublished(year: number): boolean {
  return year >= PUBLISHED_FROM && year <= PUBLISHED_TO;
}

const published = new Map<number, ReadonlyMap<Day, DayType>>();

/**
 * The listed days of a published year. Only what the package lists is taken: asked by its text a listed day is right in
 * every time zone, but the weekday it gives for all other days is wrong west of Greenwich.
 */
function publishedYear(year: number): ReadonlyMap<Day, DayType> {
  const known = published.get(year);
  if (known) return known;
  const listed = new Map<Day, DayType>();
  const { from, to } = yearSpan(year);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date);
    // Listed days are named `English,中文,number`; all others by their weekday.
    const festival = name.split(',')[1];
    if (festival === undefined) continue;
    const kind = work ? 'make-up' : chineseDays.isInLieu(date) ? 'swapped-off' : 'holiday';
    listed.set(date, { kind, name: festival });
  }
  published.set(year, listed);
  return listed;
}

function addNotice(special: Map<Day, DayType>, notice: HolidayNotice): void {
  checkNotice(notice);
  const swapped = new Set(notice.swapped ?? []);
  for (const { from, to, name } of notice.off) {
    for (let date = from; date <= to; date = addDays(date, 1)) {
      special.set(date, { kind: swapped.has(date) ? 'swapped-off' : 'holiday', name });
    }
  }
  for (const date of notice.work) special.set(date, { kind: 'make-up', name: nearest(notice, date) });
}

/** Name of the holiday that a make-up day belongs to: the one nearest to it. */
function nearest(notice: HolidayNotice, date: Day): string {
  const gap = (at: Day) => Math.abs(Date.parse(at) - Date.parse(date));
  const [first] = [...notice.off].sort((a, b) => gap(a.from) - gap(b.from));
  return first?.name ?? '';
}

function checkNotice(notice: HolidayNotice): void {
  const off = new Set<Day>();
  for (const { from, to } of notice.off) {
    if (from > to || to > addDays(from, 30)) throw badNotice(`放假起止不对：${from} 至 ${to}`);
    for (let date = from; date <= to; date = addDays(date, 1)) off.add(date);
  }
  for (const date of notice.work) {
    if (off.has(date)) throw badNotice(`${date} 既放假又补班`);
    if (!isWeekend(date)) throw badNotice(`补班日 ${date} 是${weekdayText(date)}，不是周末`);
  }
  const first = day(`${notice.year - 1}-12-01`);
  const last = day(`${notice.year + 1}-01-31`);
  for (const date of [...off, ...notice.work]) {
    if (date < first || date > last) throw badNotice(`${date} 不属于${notice.year}年的放假安排`);
  }
}

function readSpan(span: unknown): HolidayNotice['off'][number] {
  if (isRecord(span)) {
    const { from, to, name } = span;
    if (isDay(from) && isDay(to) && typeof name === 'string' && name !== '') return { from, to, name };
  }
  throw badNotice('off 的每一段应写明 from、to(日期)和 name(节日)');
}

function readDays(value: unknown, field: string): Day[] {
  if (!Array.isArray(value)) throw badNotice(`${field} 应为日期列表`);
  return value.map((item: unknown) => {
    if (!isDay(item)) throw badNotice(`${field} 中有不存在的日期：${String(item)}`);
    return item;
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badNotice(what: string): Refusal {
  return new Refusal('bad-input', `放假通知不能导入：${what}。`, {
    next: '请对照国务院办公厅放假通知改正后重新导入。',
  });
}

function missing(of: Day, lastCertainDay: Day | null): Refusal {
  const year = yearOf(of);
  return new Refusal('calendar-missing', `缺少${year}年放假通知，不能判断 ${of} 是否为工作日。`, {
    next: `请待国务院办公厅公布${year}年放假安排，并换用收入该安排的程序版本后再算。`,
    facts: { year, lastCertainDay },
  });
}
