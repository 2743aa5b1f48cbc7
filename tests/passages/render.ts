/** Writes numbers in every form that reports use. Independent of the checker: it is what the checker is held against. */

export type Form = 'arabic' | 'full-width' | 'thousands' | 'spaced' | 'chinese' | 'wan';

export const FORMS: readonly Form[] = ['arabic', 'full-width', 'thousands', 'spaced', 'chinese', 'wan'];

const DIGITS = '零一二三四五六七八九';
const SECTIONS = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const;

/** 一百零五, 两千三百: below ten thousand. */
function section(value: number): string {
  let out = '';
  let gap = false;
  for (const [scale, name] of SECTIONS) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) gap = out !== '';
    else {
      out += `${gap ? '零' : ''}${DIGITS[digit] ?? ''}${name}`;
      gap = false;
    }
  }
  return out;
}

export function inChinese(value: number): string {
  if (value === 0) return '零';
  if (value === 2) return '两';
  const [high, low] = [Math.floor(value / 10_000), value % 10_000];
  const join = high > 0 && low > 0 && low < 1000 ? '零' : '';
  const written = `${high > 0 ? `${section(high)}万` : ''}${join}${low > 0 ? section(low) : ''}`;
  return written.replace(/^一十/, '十').replace(/^二(?=[千万])/, '两');
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

/** The digits of a whole number in one form; 万 only where at most two decimals remain. */
export function written(value: number, form: Form): string {
  switch (form) {
    case 'arabic':
    case 'spaced':
      return String(value);
    case 'full-width':
      return fullWidth(String(value));
    case 'thousands':
      return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
    case 'chinese':
      return inChinese(value);
    case 'wan':
      return value >= 10_000 && value % 100 === 0 ? `${value / 10_000}万` : String(value);
  }
}

export interface Rough {
  readonly before: string;
  readonly inside: string;
  readonly after: string;
  readonly bounds: (value: number) => readonly [low: number, high: number | null];
}

function lastPlace(value: number): number {
  const zeros = value === 0 ? '' : (/0*$/.exec(String(value))?.[0] ?? '');
  return 10 ** zeros.length;
}

const exact = (value: number): [number, number] => [value, value];
const some = (value: number): [number, number] => [value, value + lastPlace(value) - 1];
const near = (value: number): [number, number] => [0.9 * value, value];
const about = (value: number): [number, number] => [0.9 * value, 1.1 * value];
const least = (value: number): [number, null] => [value, null];
const most = (value: number): [number, number] => [0, value];

function rough(before: string, inside: string, after: string, bounds: Rough['bounds']): Rough {
  return { before, inside, after, bounds };
}

/** Words of approximation with the interval that the annotation's conventions give them. */
export const ROUGH: readonly Rough[] = [
  rough('', '', '', exact),
  rough('', '余', '', some),
  rough('', '多', '', some),
  ...['近', '将近'].map((word) => rough(word, '', '', near)),
  ...['约', '大约'].map((word) => rough(word, '', '', about)),
  rough('', '', '左右', about),
  ...['不少于', '不低于', '至少', '超过'].map((word) => rough(word, '', '', least)),
  rough('', '', '以上', least),
  ...['不足', '至多'].map((word) => rough(word, '', '', most)),
  rough('', '', '以内', most),
];

export const UNITS: readonly string[] = ['件', '起', '次', '场次', '人', '人次', '份', '条', '个', '户', '家', '处', '名', '册']; // prettier-ignore

/** 近1,200件, ３０余场次, 约两千人, 1.2万余份. */
export function figureText(value: number, form: Form, word: Rough, unit: string): string {
  const gap = form === 'spaced' ? ' ' : '';
  return `${word.before}${written(value, form)}${gap}${word.inside}${unit}${word.after}`;
}
