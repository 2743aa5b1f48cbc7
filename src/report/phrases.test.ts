import { describe, expect, it } from 'vitest';
import { addDays, day } from '../kernel/index.ts';
import { outlineOn } from './outline.ts';
import { findPhrase, PHRASES } from './phrases.ts';

describe('phrases by date', () => {
  it.each([
    ['2024-12-31', '党的二十大和二十届二中、三中全会精神'],
    ['2024-07-17', '党的二十大和二十届二中全会精神'],
    ['2024-07-18', '党的二十大和二十届二中、三中全会精神'],
    ['2025-12-31', '党的二十大和二十届历次全会精神'],
    ['2022-10-21', '党的十九大和十九届历次全会精神'],
  ])('on %s the congress is %s', (on, text) => {
    expect(findPhrase('congress', day(on))).toBe(text);
  });

  it('says nothing where no wording is known, and nothing past its end', () => {
    expect(findPhrase('congress', day('2012-12-31'))).toBeUndefined();
    expect(findPhrase('congress', day('2028-12-31'))).toBeUndefined();
    expect(findPhrase('publicity-plan', day('2025-12-31'))).toContain('八五');
    expect(findPhrase('publicity-plan', day('2026-01-01'))).toBeUndefined();
  });

  it('has one wording for a key on any day, and a source for each', () => {
    for (const { key, from, until, source } of PHRASES) {
      const others = PHRASES.filter((each) => each.key === key && each.from !== from);
      const overlaps = others.filter(
        (each) =>
          (until === undefined || each.from < until) && (each.until === undefined || from < each.until),
      );
      expect(overlaps).toEqual([]);
      expect(source).not.toBe('');
    }
  });
});

describe('the outline', () => {
  it('holds the five things of the rule, in its order', () => {
    const { parts, basis } = outlineOn(day('2024-12-31'));
    expect(parts.map(({ key }) => key)).toEqual([
      'results',
      'shortcomings',
      'first-responsible',
      'next-year',
      'other',
    ]);
    expect(basis.title).toBe('法治政府建设与责任落实督察工作规定');
  });

  it('refuses a year before the rule, in a sentence', () => {
    const first = day('2019-04-15');
    expect(outlineOn(first).from).toBe(first);
    expect(() => outlineOn(addDays(first, -1))).toThrow('2019年4月15日以前');
  });
});
