import { describe, expect, it } from 'vitest';
import { CODE_SIGNS, queryCode } from './query-code.ts';

describe('a query code', () => {
  it('is three groups of four signs, none of which is taken for another', () => {
    for (let n = 0; n < 200; n += 1)
      expect(queryCode()).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{4}(-[A-Z0-9]{4}){2}$/);
    expect(CODE_SIGNS).not.toMatch(/[0O1ILZ2S5B8UV]/);
    expect(new Set(CODE_SIGNS).size).toBe(CODE_SIGNS.length);
  });

  it('is not the same twice, and uses every sign', () => {
    const codes = Array.from({ length: 1000 }, () => queryCode());
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(CODE_SIGNS.length);
  });

  it('is what chance picks', () => {
    let n = 0;
    expect(queryCode(() => n++)).toBe('ACDE-FGHJ-KMNP');
  });
});
