import { describe, expect, it } from 'vitest';
import { hashOfCode, newCode } from './one-time-code.ts';

describe('a code', () => {
  it('holds 112 bits at least, so that a fast hash may keep it (ASVS 6.5.2)', () => {
    const seen = new Set<string>();
    let characters = 0;
    for (let i = 0; i < 500; i += 1) {
      const code = newCode();
      expect(code).toMatch(/^[a-z0-9]{4}(?:-[a-z0-9]{4})+$/);
      const plain = code.replaceAll('-', '');
      characters = plain.length;
      for (const character of plain) seen.add(character);
    }
    expect(characters * Math.log2(seen.size)).toBeGreaterThanOrEqual(112);
  });

  it('has no characters that are taken for one another on paper', () => {
    for (let i = 0; i < 200; i += 1) expect(newCode()).not.toMatch(/[01ilo]/);
  });

  it('is the same however it is typed from the paper', () => {
    const code = newCode();
    for (const typed of [code.toUpperCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `])
      expect(hashOfCode(typed)).toEqual(hashOfCode(code));
    expect(hashOfCode(newCode())).not.toEqual(hashOfCode(code));
  });
});
