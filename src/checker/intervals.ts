/** A closed interval; null is unbounded on that side. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** Tolerance for sums of decimals. */
const EPSILON = 1e-6;

/** Removes the dust of binary floating point from a decimal product or sum. */
export function clean(value: number): number {
  return Number(value.toPrecision(13));
}

/** Place of the last digit that is not zero: 7300 → 100, 14000 → 1000, 7 → 1. */
export function lastPlace(value: number): number {
  if (!Number.isSafeInteger(value) || value === 0) return 1;
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return place;
}

const ABOUT = 0.1;

/** Interval of a value under words that may stand before it, inside it (余, 多) and after it. */
export function interval(value: number, before: string, inside: string, after: string): Interval {
  const exact: Interval = { low: value, high: value };
  const more = inside === '' ? exact : { low: value, high: value + Math.max(lastPlace(value) - 1, 0) };
  const outer = after === '' || before !== '' ? bounded(value, before) : bounded(value, after);
  if (outer === null) return more;
  if (inside === '') return outer;
  // 约500余: the wider reading of the two, so that nothing is called wrong that could be right.
  return {
    low: outer.low === null ? null : Math.min(outer.low, more.low ?? outer.low),
    high: outer.high === null ? null : Math.max(outer.high, more.high ?? outer.high),
  };
}

function bounded(value: number, word: string): Interval | null {
  switch (word) {
    case '近':
    case '将近':
    case '接近':
      return { low: clean(value * (1 - ABOUT)), high: value };
    case '约':
    case '大约':
    case '大概':
    case '左右':
    case '上下':
      return { low: clean(value * (1 - ABOUT)), high: clean(value * (1 + ABOUT)) };
    case '不足':
    case '不到':
    case '少于':
    case '低于':
    case '至多':
    case '最多':
    case '不超过':
    case '不高于':
    case '不多于':
    case '以内':
    case '以下':
      return { low: 0, high: value };
    case '不少于':
    case '不低于':
    case '至少':
    case '最少':
    case '超过':
    case '超':
    case '逾':
    case '多于':
    case '高于':
    case '大于':
    case '突破':
    case '上':
    case '以上':
    case '有余':
      return { low: value, high: null };
    default:
      return null;
  }
}

export function intersects(a: Interval, b: Interval): boolean {
  const tolerance = EPSILON * Math.max(1, Math.abs(a.low ?? 0), Math.abs(b.low ?? 0));
  return (
    (a.high === null || b.low === null || b.low <= a.high + tolerance) &&
    (b.high === null || a.low === null || a.low <= b.high + tolerance)
  );
}

/** a lies wholly above b. */
export function above(a: Interval, b: Interval): boolean {
  return a.low !== null && b.high !== null && a.low > b.high + EPSILON * Math.max(1, Math.abs(b.high));
}

/** Numbers further apart than this were hardly meant to be one and the same: a clerk's slip is small. */
const FAR = 1.6;
const FAR_OF_FEW = 3;

/** Too far from each other to be the same with a slip in it: then the one was rather read into the other's place. */
export function isFar(a: Interval, b: Interval): boolean {
  const [most, least] = above(a, b) ? [a.low, b.high] : [b.low, a.high];
  return most !== null && least !== null && most > least * FAR && most - least > FAR_OF_FEW;
}

export function add(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : clean(a.low + b.low),
    high: a.high === null || b.high === null ? null : clean(a.high + b.high),
  };
}

export function times(a: Interval, factor: number): Interval {
  return {
    low: a.low === null ? null : clean(a.low * factor),
    high: a.high === null ? null : clean(a.high * factor),
  };
}

export function total(parts: readonly Interval[]): Interval {
  return parts.reduce(add, { low: 0, high: 0 });
}
