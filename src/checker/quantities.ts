import { breaksUnit, isExcluded, maskNames } from './exclusions.ts';
import { interval, type Interval } from './intervals.ts';
import { arabicDigit, isChineseNumeral, readNumeral, skipRun, skipSpaces, type Numeral } from './numerals.ts';
import { readSpecial } from './specials.ts';
import { countsWholes, mayFollowChinese, readUnit } from './units.ts';

/** A quantity as written, before it is put into context. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly interval: Interval;
  readonly approx: string | null;
  readonly unit: string;
  readonly decimals: number;
}

const PREFIX =
  /(?:不少于|不低于|不下于|不超过|不高于|不多于|将近|接近|大约|大概|大致|至少|最少|至多|最多|超过|多于|高于|大于|少于|低于|突破|不足|不到|不下|近|约|超|逾|上)$/;
/** 签约20家, 附近3户, 上级: the character belongs to another word. */
const NOT_PREFIX: Readonly<Record<string, RegExp>> = {
  约: /[签节合预公条违邀制履契盟失相特缔解大爽集民乡]$/,
  近: /[附最临邻靠就新走亲相贴]$/,
  超: /(?:(?<!最)高|[反赶])$/,
  上: /[以之晚早会网线班路]$/,
};
const SUFFIX = /^(?:及?以上|及?以下|以内|左右|上下|之多|有余)/;
const RANGE_SIGN = /^(?:—{1,2}|–|-|~|至|到)/;
/** A list number stands behind nothing; an average stands behind its noun. */
const IN_SENTENCE = /[\u4e00-\u9fff]$/;

/** Every quantity of a folded text, in order and without overlap. */
export function readQuantities(text: string): Quantity[] {
  const mask = maskNames(text);
  const found: Quantity[] = [];
  let i = 0;
  while (i < text.length) {
    if (mask[i] === 1 || !mayBegin(text, i)) {
      i++;
      continue;
    }
    const quantity = readFramed(text, i) ?? readQuantity(text, i);
    const floor = found.at(-1)?.end ?? 0;
    if (quantity !== null && quantity.start >= floor) {
      found.push(quantity);
      i = quantity.end;
    } else {
      i = nextStart(text, i);
    }
  }
  return found;
}

function mayBegin(text: string, at: number): boolean {
  const char = text[at];
  return arabicDigit(char) >= 0 || isChineseNumeral(char) || char === '数' || char === '几' || char === '翻';
}

/** A rejected run is skipped whole, save the 一 of 统一三个, which belongs to the word in front. */
function nextStart(text: string, at: number): number {
  const word = text[at] === '一' && /[统唯单同任逐归专]/.test(text[at - 1] ?? '');
  return word || text[at] === '数' || text[at] === '几' ? at + 1 : skipRun(text, at);
}

/** Adds the words of approximation around a special form. */
function readFramed(text: string, at: number): Quantity | null {
  const special = readSpecial(text, at);
  if (special === null) return null;
  const { end, value, unit, decimals } = special;
  const before = prefixOf(text, at);
  const after = suffixOf(text, end);
  return {
    start: at - before.length,
    end: end + after.length,
    value,
    interval: interval(value, before.trim(), '', after),
    approx: before.trim() || after || null,
    unit,
    decimals,
  };
}

function suffixOf(text: string, at: number): string {
  return SUFFIX.exec(text.slice(at, at + 3))?.[0] ?? '';
}

function prefixOf(text: string, start: number): string {
  const window = text.slice(Math.max(0, start - 6), start);
  const blank = /[ \u3000]?$/.exec(window)?.[0] ?? '';
  const bare = window.slice(0, window.length - blank.length);
  const word = PREFIX.exec(bare)?.[0] ?? '';
  if (word === '' || (word === '上' && !/[百千万]/.test(text[start] ?? ''))) return '';
  if (NOT_PREFIX[word]?.test(bare.slice(0, -word.length)) === true) return '';
  return word + blank;
}

/** Number, optional second number of a range, unit, words around. */
function readQuantity(text: string, at: number): Quantity | null {
  const first = readNumeral(text, at);
  if (first === null) return null;
  const range = readRangeEnd(text, first);
  const last = range ?? first;
  const middle = /^(?:以上|以下|以内)/.exec(text.slice(last.end, last.end + 2))?.[0] ?? '';
  const unit = readUnit(text, skipSpaces(text, last.end + middle.length));
  if (unit === null || breaksUnit(text, unit.unit, unit.end)) return null;
  if (!plausible(text, first, last, unit.unit)) return null;
  const before = prefixOf(text, at);
  const suffix = middle === '' ? suffixOf(text, unit.end) : '';
  const end = unit.end + suffix.length;
  if (first.bareScale && before === '' && first.inside === '') return null;
  if (
    isExcluded({
      text,
      start: at,
      end,
      unit: unit.unit,
      chinese: first.chinese,
      value: first.value,
      rough: before !== '' || first.inside !== '' || suffix !== '' || range !== null,
    })
  )
    return null;
  return {
    start: at - before.length,
    end,
    unit: unit.unit,
    decimals: last.decimals,
    ...valueOf(first, range, before.trim(), middle || suffix),
  };
}

function valueOf(
  first: Numeral,
  range: Numeral | null,
  before: string,
  after: string,
): Pick<Quantity, 'value' | 'interval' | 'approx'> {
  if (range !== null) return { value: null, interval: rangeOf(first, range), approx: 'range' };
  if (first.value === null) {
    return { value: null, interval: { low: first.low, high: first.high }, approx: first.inside };
  }
  return {
    value: first.value,
    interval: interval(first.value, before, first.inside, after),
    approx: before || first.inside || after || null,
  };
}

/** 3—5万 means 30 to 50 thousand. */
function rangeOf(first: Numeral, last: Numeral): Interval {
  const low = first.value ?? first.low;
  const high = last.value ?? last.high;
  const scaled = low < high / 1000 && high % 10000 === 0 ? low * 10000 : low;
  return { low: scaled, high };
}

/** The 5 of 3—5次, of 3次至5次, of 80%—90%. */
function readRangeEnd(text: string, first: Numeral): Numeral | null {
  if (first.inside !== '') return null;
  const inner = readUnit(text, first.end);
  const from = skipSpaces(text, inner?.end ?? first.end);
  const sign = RANGE_SIGN.exec(text.slice(from, from + 2))?.[0];
  if (sign === undefined) return null;
  const next = readNumeral(text, skipSpaces(text, from + sign.length));
  if (next === null || next.chinese !== first.chinese) return null;
  // 由12件至15件 tells of two periods.
  if (inner !== null && /[由从自]$/.test(text.slice(Math.max(0, first.start - 1), first.start))) return null;
  if (inner !== null && readUnit(text, next.end)?.unit !== inner.unit) return null;
  const low = first.value ?? first.low;
  const high = next.value ?? next.low;
  // 0755—26110000 is a telephone number, 5至3 no range.
  return low < high && first.decimals <= 2 ? next : null;
}

function plausible(text: string, first: Numeral, last: Numeral, unit: string): boolean {
  // 三面, 两路 are words or names; 四十余盏 and 数百头 are counts.
  if (first.chinese && !mayFollowChinese(unit) && first.inside === '' && (first.value ?? 0) <= 10)
    return false;
  // 2.5个村均建成 at the head of a line is item 2 and five villages; 人均3.2件 is an average.
  const parted = !first.chinese && first.decimals > 0 && last.value !== null && last.value % 1 !== 0;
  if (
    parted &&
    countsWholes(unit) &&
    !IN_SENTENCE.test(text.slice(Math.max(0, first.start - 12), first.start))
  )
    return false;
  // 一0, 5个100%: the unit of a slogan.
  return !/^[“"]?\d/.test(text.slice(last.end + unit.length, last.end + unit.length + 2)) || unit !== '个';
}
