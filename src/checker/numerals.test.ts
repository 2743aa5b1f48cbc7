import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseValue, readNumeral } from './numerals.ts';

const DIGITS = '零一二三四五六七八九';

/** Writes a number below a hundred million the way a clerk does; the reader must give it back. */
function inChinese(n: number): string {
  if (n === 0) return '零';
  const section = (value: number): string => {
    let out = '';
    let gap = false;
    for (const [scale, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(value / scale) % 10;
      if (digit === 0) gap = out !== '';
      else {
        out += `${gap ? '零' : ''}${DIGITS[digit] ?? ''}${name}`;
        gap = false;
      }
    }
    return out;
  };
  const high = Math.floor(n / 10000);
  const low = n % 10000;
  const join = high > 0 && low > 0 && low < 1000 ? '零' : '';
  return `${high > 0 ? `${section(high)}万` : ''}${join}${low > 0 ? section(low) : ''}`.replace(
    /^一十/,
    '十',
  );
}

describe('numerals', () => {
  it('reads every Chinese number it is given', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => chineseValue(inChinese(n)) === n));
  });

  it('reads every Arabic number, with and without thousands separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (n) => {
        const grouped = String(n).replace(/\B(?=(\d{3})+$)/g, ',');
        for (const text of [String(n), grouped]) {
          const numeral = readNumeral(`${text}件`, 0);
          if (numeral?.value !== n || numeral.end !== text.length) return false;
        }
        return true;
      }),
    );
  });

  it('keeps decimals under a scale free of binary dust', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        const text = `${(n / 100).toFixed(2)}万元`;
        return readNumeral(text, 0)?.value === n * 100;
      }),
    );
  });

  it.each([
    ['十余场', 10, '余'],
    ['百余名', 100, '余'],
    ['两千余', 2000, '余'],
    ['1.2万余件', 12000, '余'],
    ['20余万元', 200000, '余'],
    ['3万多', 30000, '多'],
    ['1万2千', 12000, ''],
    ['三点五万', 35000, ''],
    ['一百七十八', 178, ''],
  ])('%s', (text, value, inside) => {
    const numeral = readNumeral(text, 0);
    expect(numeral?.value).toBe(value);
    expect(numeral?.inside).toBe(inside);
  });

  it.each(['2024.12.31', '9:30', '12·4', '一一三', '12345678901234567890'])('%s is no quantity', (text) => {
    expect(readNumeral(text, 0)).toBeNull();
  });
});
