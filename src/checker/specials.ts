import { chineseValue } from './numerals.ts';

/** A finished quantity that carries its unit in its wording: 百分之, 分之, 成, 翻番. */
export interface Special {
  readonly end: number;
  readonly value: number;
  readonly unit: '%' | '分数' | '倍';
  readonly decimals: number;
}

const WINDOW = 24;

export function readSpecial(text: string, at: number): Special | null {
  const near = text.slice(at, at + WINDOW);
  const before = text.slice(Math.max(0, at - 1), at);
  return (
    readPercent(near, at) ??
    readFraction(near, at) ??
    readSlash(near, before, at) ??
    readTenths(near, before, at) ??
    readDoubling(near, at)
  );
}

const PERCENT =
  /^(?:百分之(?:([零一二两三四五六七八九十百]+)(?:点([零一二三四五六七八九]+))?|(\d{1,3}(?:\.(\d+))?))|百分(?=百))/;

function readPercent(near: string, at: number): Special | null {
  const match = PERCENT.exec(near);
  if (match === null) return null;
  const [all, chinese, point, arabic, fraction] = match;
  if (all === '百分') return { end: at + 3, value: 100, unit: '%', decimals: 0 };
  const whole = arabic === undefined ? chineseValue(chinese ?? '') : Number(arabic);
  if (whole === null) return null;
  const digits = point === undefined ? '' : Array.from(point, (char) => chineseValue(char) ?? 0).join('');
  const value = digits === '' ? whole : Number(`${whole}.${digits}`);
  return { end: at + all.length, value, unit: '%', decimals: (fraction ?? digits).length };
}

function readFraction(near: string, at: number): Special | null {
  const match = /^([一二三四五六七八九十]+)分之([一二两三四五六七八九十]+)/.exec(near);
  const below = chineseValue(match?.[1] ?? '');
  const above = chineseValue(match?.[2] ?? '');
  if (match === null || !below || !above) return null;
  return fraction(above, below, at + match[0].length);
}

/** 1/3 of something; not 6/26, not 7/24, not a document's 1/3 behind letters. */
function readSlash(near: string, before: string, at: number): Special | null {
  const match = /^([1-9])\/([2-9]|10)(?=[的以左]|[,。;、)]|$)/.exec(near);
  if (match === null || !/[\u4e00-\u9fff,]/.test(before)) return null;
  const [above, below] = [Number(match[1]), Number(match[2])];
  return above < below ? fraction(above, below, at + match[0].length) : null;
}

function fraction(above: number, below: number, end: number): Special {
  return { end, value: Number((above / below).toFixed(6)), unit: '分数', decimals: 6 };
}

/** 三成, 七成五; not 三成员, not the 成 of 完成. */
function readTenths(near: string, before: string, at: number): Special | null {
  const match =
    /^([一二两三四五六七八九]|[1-9](?!\d))成([一二三四五六七八九半](?![项个人名次件条]))?(?![立员果效功本交为熟分长绩年品就都])/.exec(
      near,
    );
  if (match === null || /[一二两三四五六七八九十\d.]/.test(before)) return null;
  const [all, tens, rest] = match;
  const half = rest === '半' ? 5 : (chineseValue(rest ?? '') ?? 0);
  const whole = chineseValue(tens ?? '') || Number(tens);
  return { end: at + all.length, value: whole * 10 + half, unit: '%', decimals: 0 };
}

function readDoubling(near: string, at: number): Special | null {
  const match = /^翻了?([一两二三四五\d])番/.exec(near);
  if (match === null) return null;
  const times = chineseValue(match[1] ?? '') || Number(match[1]);
  return { end: at + match[0].length, value: 2 ** times, unit: '倍', decimals: 0 };
}
