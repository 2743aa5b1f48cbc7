import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { excessOf, LETTER_BYTES, padded, unpadded, type Letter } from './content.ts';

const LETTER: Letter = {
  number: 'a1b2c3',
  day: '2026-11-26',
  when: '2026年11月24日上午',
  who: '某某，副职',
  matter: '一件违法占地案',
  manner: '打电话要求不立案',
};

describe('what a letter says', () => {
  it('has one size, whatever was written, and reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (words) => {
        const bytes = padded({ ...LETTER, words });
        expect(bytes.length).toBe(LETTER_BYTES);
        expect(unpadded(bytes)).toEqual({ ...LETTER, words: words.replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD') });
      }),
    );
  });

  it('that is too long is refused with how many characters must go, and fits without them', () => {
    const room = 4000 - excessOf({ ...LETTER, words: '字'.repeat(4000) });
    expect(() => padded({ ...LETTER, words: '字'.repeat(room) })).not.toThrow();
    const refused = (): Uint8Array => padded({ ...LETTER, words: '字'.repeat(room + 7) });
    expect(refused).toThrow(Refusal);
    expect(refused).toThrow('多了7个字');
  });

  it('is text in known parts alone, whoever sealed it', () => {
    const read = unpadded(padded({ ...LETTER, words: { more: 1 }, other: '别的' } as unknown as Letter));
    expect(read).toEqual(LETTER);
    const commands = unpadded(padded({ ...LETTER, words: '\u001b[2J一\n二\u0007' }));
    expect(commands?.words).toBe('\uFFFD[2J一\n二\uFFFD');
    expect(unpadded(new Uint8Array(LETTER_BYTES).fill(255))).toBeUndefined();
    expect(unpadded(new Uint8Array(LETTER_BYTES))).toBeUndefined();
    expect(unpadded(padded(LETTER).subarray(1))).toBeUndefined();
  });
});
