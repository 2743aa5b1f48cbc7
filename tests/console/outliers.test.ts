import { describe, expect, it } from 'vitest';
import { outliersOf, type Counted } from '../../console/screens/county/outliers.ts';
import type { FigureValue } from '../../src/figures/value.ts';

/** Townships that count one figure each, in the order of these values. */
function townships(...values: readonly (number | null)[]): Counted[] {
  return values.map((value, place) => {
    const figure = {
      code: 'disputes.screened',
      name: '排查矛盾纠纷',
      unit: '件',
      value,
      records: value ?? 0,
    };
    return { code: `52058120${place}000`, figures: [figure as unknown as FigureValue] };
  });
}
const first = (...values: readonly (number | null)[]) => outliersOf('520581200000', townships(...values));

describe('what a county asks one of its townships about', () => {
  it('is what nearly all others have and it has not', () => {
    expect(first(0, 30, 40, 50)).toMatchObject([{ how: 'missing', middle: 40 }]);
    // Two of four others have none either: that is no gap.
    expect(first(0, 30, 40, 0, 0)).toEqual([]);
  });

  it('is what is three times the middle, or a third of it, and far enough for the difference to say something', () => {
    expect(first(120, 30, 40, 50)).toMatchObject([{ how: 'far', middle: 40 }]);
    expect(first(13, 30, 40, 50)).toMatchObject([{ how: 'far' }]);
    expect(first(119, 30, 40, 50)).toEqual([]);
    expect(first(9, 2, 3, 4)).toEqual([]);
  });

  it('is nothing beside fewer than three others, or for a share that can’t be told', () => {
    expect(first(0, 30, 40)).toEqual([]);
    expect(first(null, 30, 40, 50)).toEqual([]);
  });
});
