import { clean } from './intervals.ts';

/** A number as written, without unit and without the words around it. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** null for 数百, 三四, 3—5. */
  readonly value: number | null;
  /** Bounds when value is null. */
  readonly low: number;
  readonly high: number;
  /** 余, 多, 来, 几 inside or behind the digits; 数/几 in front; `range` for 三四; '' when none. */
  readonly inside: string;
  readonly decimals: number;
  readonly chinese: boolean;
  /** 百, 千, 万 alone: a quantity only with a word of approximation (近百, 千余). */
  readonly bareScale: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}; // prettier-ignore
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const MORE = '余多来';
const MAX_DIGITS = 15;

export function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

/** Skips at most two blanks, the most that typesetting puts between a number and its unit. */
export function skipSpaces(text: string, at: number): number {
  let i = at;
  while (i < at + 2 && isSpace(text[i])) i++;
  return i;
}

/** Value of a digit, or -1. */
export function arabicDigit(char: string | undefined): number {
  if (char === undefined) return -1;
  const code = char.charCodeAt(0);
  return code >= 48 && code <= 57 ? code - 48 : -1;
}

const NUMERALS = new Set([...Object.keys(DIGITS), ...Object.keys(SCALES)]);

export function isChineseNumeral(char: string | undefined): boolean {
  return char !== undefined && NUMERALS.has(char);
}

function digitsFrom(text: string, at: number): string {
  let i = at;
  let out = '';
  for (let d = arabicDigit(text[i]); d >= 0; d = arabicDigit(text[++i])) {
    if (out.length > MAX_DIGITS) break;
    out += String(d);
  }
  return out;
}

/** Digits with thousands separators; a comma counts only in front of exactly three digits. */
function integerPart(text: string, at: number): { digits: string; end: number } {
  const first = digitsFrom(text, at);
  let digits = first;
  let end = at + first.length;
  if (first.length > 3) return { digits, end };
  while (text[end] === ',') {
    const group = digitsFrom(text, end + 1);
    if (group.length !== 3) break;
    digits += group;
    end += 4;
  }
  return { digits, end };
}

/** First position behind a run of digits, points, commas and colons: what a rejected number consumes. */
export function skipRun(text: string, at: number): number {
  let i = at;
  if (arabicDigit(text[i]) >= 0) {
    while (
      i < text.length &&
      (arabicDigit(text[i]) >= 0 || (/[.:·]/.test(text[i] ?? '') && arabicDigit(text[i + 1]) >= 0))
    )
      i++;
    return i;
  }
  while (isChineseNumeral(text[i])) i++;
  return Math.max(i, at + 1);
}

/** Reads an Arabic number with optional scale: 1,200 · 12.5 · 1.2万余 · 20余万 · 1万2千. */
export function readArabic(text: string, at: number): Numeral | null {
  if (arabicDigit(text[at]) < 0) return null;
  const whole = integerPart(text, at);
  let end = whole.end;
  let decimals = 0;
  let mantissa = Number(whole.digits);
  if (text[end] === '.' && arabicDigit(text[end + 1]) >= 0) {
    const fraction = digitsFrom(text, end + 1);
    decimals = fraction.length;
    mantissa = Number(`${whole.digits}.${fraction}`);
    end += 1 + fraction.length;
  }
  // 2024.12.31, 9:30 and identifiers are no quantities.
  if (whole.digits.length + decimals > MAX_DIGITS || arabicDigit(text[end]) >= 0) return null;
  if (/[.:·]/.test(text[end] ?? '') && arabicDigit(text[end + 1]) >= 0) return null;
  const scaled = readScale(text, end, mantissa);
  return {
    start: at, end: scaled.end, value: scaled.value, low: scaled.value, high: scaled.value,
    inside: scaled.inside, decimals, chinese: false, bareScale: false,
  }; // prettier-ignore
}

/** 余, 百千万亿 and lower sections behind a mantissa. */
function readScale(
  text: string,
  at: number,
  mantissa: number,
): { end: number; value: number; inside: string } {
  let end = at;
  let inside = '';
  let value = mantissa;
  const early = skipSpaces(text, end);
  if (MORE.includes(text[early] ?? '#')) {
    inside = text[early] ?? '';
    end = early + 1;
  }
  let i = skipSpaces(text, end);
  let scale = 1;
  while ((SCALES[text[i] ?? ''] ?? 0) >= 100) scale *= SCALES[text[i++] ?? ''] ?? 1;
  if (scale === 1) return { end, value, inside };
  value = clean(value * scale);
  end = i;
  if (inside === '') {
    const lower = readLowerSection(text, end, scale);
    value = clean(value + lower.value);
    end = lower.end;
    const late = skipSpaces(text, end);
    if (MORE.includes(text[late] ?? '#')) {
      inside = text[late] ?? '';
      end = late + 1;
    }
  }
  return { end, value, inside };
}

/** The 2千 of 1万2千. */
function readLowerSection(text: string, at: number, above: number): { end: number; value: number } {
  const digits = digitsFrom(text, at);
  const scale = SCALES[text[at + digits.length] ?? ''] ?? 0;
  if (digits === '' || digits.length > 4 || scale < 100 || scale >= above) return { end: at, value: 0 };
  return { end: at + digits.length + 1, value: Number(digits) * scale };
}

/** Value of a well-formed run (一千零五, 三十二, 两万五千), or null. */
export function chineseValue(run: string): number | null {
  let result = 0;
  let section = 0;
  let digit = -1;
  let lastScale = Infinity;
  for (const char of run) {
    const scale = SCALES[char];
    if (scale === undefined) {
      const next = DIGITS[char] ?? -1;
      if (digit > 0) return null;
      if (next === 0 && digit === 0) return null;
      digit = next;
    } else if (scale < 1e4) {
      if (digit === 0 && char !== '十') return null;
      if (scale >= lastScale) return null;
      section += (digit <= 0 ? 1 : digit) * scale;
      lastScale = scale;
      digit = -1;
    } else {
      section += Math.max(digit, 0);
      result = (result + (section === 0 ? 1 : section)) * scale;
      section = 0;
      digit = -1;
      lastScale = Infinity;
    }
  }
  return result + section + Math.max(digit, 0);
}

/** Reads a Chinese number: 一百七十八 · 十余 · 两千余 · 数百 · 几十 · 十几 · 三四 · 三点五万. */
export function readChinese(text: string, at: number): Numeral | null {
  const vague = text[at] === '数' || text[at] === '几' ? (text[at] ?? '') : '';
  const from = at + vague.length;
  let end = from;
  while (isChineseNumeral(text[end]) && end - from <= MAX_DIGITS) end++;
  const run = text.slice(from, end);
  if (run === '' || run.length > MAX_DIGITS) return null;
  const base = { start: at, decimals: 0, chinese: true, bareScale: false };
  if (vague !== '') return readVague(base, run, end, vague);
  const pair = readPair(run);
  if (pair !== null) return { ...base, end, value: null, ...pair, inside: 'range' };
  let value = chineseValue(run);
  if (value === null) return null;
  const point = readPoint(text, end);
  if (point !== null) {
    value = clean((value + point.value) * point.scale);
    return { ...base, end: point.end, value, low: value, high: value, inside: '', decimals: point.decimals };
  }
  if (text[end] === '几' && run.endsWith('十')) {
    return { ...base, end: end + 1, value: null, low: value + 1, high: value + 9, inside: '几' };
  }
  const more = readMore(text, end);
  value = clean(value * more.scale);
  const bareScale = run.length === 1 && (SCALES[run] ?? 0) >= 100;
  return { ...base, end: more.end, value, low: value, high: value, inside: more.word, bareScale };
}

/** 数百 is 100 to 999. */
function readVague(
  base: { start: number; decimals: number; chinese: boolean; bareScale: boolean },
  run: string,
  end: number,
  word: string,
): Numeral | null {
  const value = chineseValue(run);
  if (value === null || !Array.from(run).every((char) => char in SCALES)) return null;
  return { ...base, end, value: null, low: value, high: value * 10 - 1, inside: word };
}

/** 三四, 三五, 二三十, 五六千: two digits mean either, with the scale behind them. */
function readPair(run: string): { low: number; high: number } | null {
  const [first = -1, second = -1, ...scales] = Array.from(run, (char) => DIGITS[char] ?? -SCALES[char]!);
  if (first <= 0 || second <= 0 || scales.some((scale) => scale > 0)) return null;
  if (second !== first + 1 && !(first === 3 && second === 5)) return null;
  const scale = scales.reduce((product, each) => product * -each, 1);
  return { low: first * scale, high: second * scale };
}

function readPoint(
  text: string,
  at: number,
): { value: number; decimals: number; end: number; scale: number } | null {
  if (text[at] !== '点') return null;
  let end = at + 1;
  let digits = '';
  while (digits.length < 6 && (text[end] ?? '') in DIGITS) digits += String(DIGITS[text[end++] ?? ''] ?? 0);
  // 九点三十分 is a time.
  if (digits === '' || text[end] === '十') return null;
  let scale = 1;
  while ((SCALES[text[end] ?? ''] ?? 0) >= 100) scale *= SCALES[text[end++] ?? ''] ?? 1;
  return { value: Number(`0.${digits}`), decimals: digits.length, end, scale };
}

function readMore(text: string, at: number): { end: number; word: string; scale: number } {
  const at2 = skipSpaces(text, at);
  if (!MORE.includes(text[at2] ?? '#')) return { end: at, word: '', scale: 1 };
  let end = at2 + 1;
  let scale = 1;
  while ((SCALES[text[end] ?? ''] ?? 0) >= 1e4) scale *= SCALES[text[end++] ?? ''] ?? 1;
  return { end, word: text[at2] ?? '', scale };
}

export function readNumeral(text: string, at: number): Numeral | null {
  return readArabic(text, at) ?? readChinese(text, at);
}
