import { breaksUnit, isExcluded, maskNames } from './exclusions.ts';
import { interval, type Interval } from './intervals.ts';
import {
  arabicDigit,
  chineseValue,
  isChineseNumeral,
  readNumeral,
  skipRun,
  skipSpaces,
  type Numeral,
} from './numerals.ts';
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
  /(?:不少于|不低于|不超过|不高于|不多于|将近|接近|大约|大概|至少|最少|至多|最多|超过|多于|高于|大于|少于|低于|突破|不足|不到|近|约|超|逾|上)$/;
/** 签约20家, 附近3户, 上级: the character belongs to another word. */
const NOT_PREFIX: Readonly<Record<string, RegExp>> = {
  约: /[签节合预公条违邀制履契盟失相特缔解大]$/,
  近: /[附最临邻靠就新走亲]$/,
  超: /[高反赶]$/,
  上: /[以之晚早会网线班路]$/,
};
const SUFFIX = /^(?:以上|以下|以内|左右|上下|之多|有余)/;
const RANGE_SIGN = /^(?:—{1,2}|–|-|~|至|到)/;

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
    const quantity = readSpecial(text, i) ?? readQuantity(text, i);
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

/** 百分之, 分之, 成, 翻番. */
function readSpecial(text: string, at: number): Quantity | null {
  const near = text.slice(at, at + 24);
  const percent =
    /^百分之(?:([零一二两三四五六七八九十百]+)(?:点([零一二三四五六七八九]+))?|(\d{1,3}(?:\.\d+)?))/.exec(
      near,
    );
  if (percent !== null) {
    const fraction =
      percent[2] === undefined ? '' : Array.from(percent[2], (c) => chineseValue(c) ?? 0).join('');
    const whole = percent[3] === undefined ? chineseValue(percent[1] ?? '') : Number(percent[3]);
    if (whole === null) return null;
    const value = fraction === '' ? whole : Number(`${whole}.${fraction}`);
    return framed(text, at, at + percent[0].length, value, '%', fraction.length);
  }
  const part = /^([一二三四五六七八九十]+)分之([一二两三四五六七八九十]+)/.exec(near);
  if (part !== null) {
    const below = chineseValue(part[1] ?? '');
    const above = chineseValue(part[2] ?? '');
    if (below === null || above === null || below === 0) return null;
    return framed(text, at, at + part[0].length, Number((above / below).toFixed(6)), '分数', 6);
  }
  const tenths =
    /^([一二三四五六七八九])成([一二三四五六七八九半](?![项个人名次件条]))?(?![立员果效功本交为熟分长绩年品就都])/.exec(
      near,
    );
  if (tenths !== null && !/[一二三四五六七八九十完达形建组合促]$/.test(text.slice(at - 1, at))) {
    const half = tenths[2] === '半' ? 5 : (chineseValue(tenths[2] ?? '') ?? 0);
    return framed(text, at, at + tenths[0].length, (chineseValue(tenths[1] ?? '') ?? 0) * 10 + half, '%', 0);
  }
  const doubled = /^翻了?([一两二三四五\d])番/.exec(near);
  if (doubled !== null) {
    const times = chineseValue(doubled[1] ?? '') ?? Number(doubled[1]);
    return framed(text, at, at + doubled[0].length, 2 ** times, '倍', 0);
  }
  return null;
}

/** Adds the words of approximation around a finished core. */
function framed(
  text: string,
  start: number,
  end: number,
  value: number,
  unit: string,
  decimals: number,
): Quantity {
  const before = prefixOf(text, start);
  const after = SUFFIX.exec(text.slice(end, end + 4))?.[0] ?? '';
  return {
    start: start - before.length,
    end: end + after.length,
    value,
    interval: interval(value, before.trim(), '', after),
    approx: before.trim() || after || null,
    unit,
    decimals,
  };
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
  const start = at - before.length;
  const suffix = middle === '' ? (SUFFIX.exec(text.slice(unit.end, unit.end + 2))?.[0] ?? '') : '';
  const end = unit.end + suffix.length;
  const candidate = {
    text,
    start,
    numberEnd: last.end,
    end,
    unit: unit.unit,
    chinese: first.chinese,
    value: first.value,
  };
  if (isExcluded({ ...candidate, start: at }) || (first.bareScale && before === '' && first.inside === ''))
    return null;
  return {
    start,
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

function readRangeEnd(text: string, first: Numeral): Numeral | null {
  if (first.inside !== '') return null;
  const percent = /^[%]/.test(text.slice(first.end)) ? 1 : 0;
  const from = skipSpaces(text, first.end + percent);
  const sign = RANGE_SIGN.exec(text.slice(from, from + 2))?.[0];
  if (sign === undefined) return null;
  const next = readNumeral(text, skipSpaces(text, from + sign.length));
  if (next === null || next.chinese !== first.chinese) return null;
  const low = first.value ?? first.low;
  const high = next.value ?? next.low;
  // 0755—26110000 is a telephone number, 5至3 no range.
  return low < high && first.decimals <= 2 ? next : null;
}

function plausible(text: string, first: Numeral, last: Numeral, unit: string): boolean {
  if (first.chinese && !mayFollowChinese(unit)) return false;
  if (
    !first.chinese &&
    first.decimals > 0 &&
    last.value !== null &&
    last.value % 1 !== 0 &&
    countsWholes(unit)
  )
    return false;
  // 一0, 5个100%: the unit of a slogan.
  return !/^[“"]?\d/.test(text.slice(last.end + unit.length, last.end + unit.length + 2)) || unit !== '个';
}
