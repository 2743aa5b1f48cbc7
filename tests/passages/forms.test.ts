import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../src/checker/index.ts';
import { figureText, FORMS, ROUGH, UNITS } from './render.ts';

const LEADS = ['全年开展宣传', '累计发放资料达', '共接待群众', '化解矛盾纠纷', '(三)本年度走访'];
const TAILS = ['。', ',群众反映良好。', ';', '、', ')'];

/** 余 and 多 follow only a round number; a Chinese one, nothing and one are written otherwise. */
function isWritten(value: number, form: string, inside: string): boolean {
  if (inside !== '' && value % 10 !== 0) return false;
  return form !== 'chinese' || value > 1;
}

describe('a figure', () => {
  it('is read back with the same place, value, interval and unit, whatever form it is written in', () => {
    const values = fc.oneof(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 900 }).map((n) => n * 10),
      fc.integer({ min: 1, max: 9_999 }).map((n) => n * 100),
      fc.integer({ min: 0, max: 3_000_000 }),
    );
    const cases = fc.record({
      value: values,
      form: fc.constantFrom(...FORMS),
      word: fc.constantFrom(...ROUGH),
      unit: fc.constantFrom(...UNITS),
      lead: fc.constantFrom(...LEADS),
      tail: fc.constantFrom(...TAILS),
    });
    fc.assert(
      fc.property(cases, ({ value, form, word, unit, lead, tail }) => {
        fc.pre(isWritten(value, form, word.inside));
        const text = figureText(value, form, word, unit);
        const [figure, ...others] = readFigures(lead + text + tail);
        const [low, high] = word.bounds(value);
        expect(others).toEqual([]);
        expect(figure).toMatchObject({ start: lead.length, end: lead.length + text.length, value, unit });
        expect(figure?.low).toBeCloseTo(low, 6);
        if (high === null) expect(figure?.high).toBeNull();
        else expect(figure?.high).toBeCloseTo(high, 6);
      }),
      { numRuns: 3000 },
    );
  });

  it('that gives a percentage is read back from digits and from words', () => {
    const cases = fc.record({ tenths: fc.integer({ min: 1, max: 1000 }), words: fc.boolean() });
    const names = '零一二三四五六七八九';
    fc.assert(
      fc.property(cases, ({ tenths, words }) => {
        const whole = Math.floor(tenths / 10);
        fc.pre(whole > 0 || !words);
        const chinese = inWords(whole) + (tenths % 10 === 0 ? '' : `点${names[tenths % 10]}`);
        const text = words ? `百分之${chinese}` : `${tenths / 10}%`;
        const [figure, ...others] = readFigures(`化解率达${text},满意`);
        expect(others).toEqual([]);
        expect(figure).toMatchObject({ text, value: tenths / 10, unit: '%' });
      }),
    );

    function inWords(value: number): string {
      if (value === 100) return '一百';
      const [tens, ones] = [Math.floor(value / 10), value % 10];
      return `${tens === 0 ? '' : `${tens === 1 ? '' : names[tens]}十`}${ones === 0 ? '' : names[ones]}`;
    }
  });
});
