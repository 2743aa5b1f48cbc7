import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsOf, readPassages, type Part } from './passage.ts';

function partOf(id: string): Part {
  const [first = 0] = createHash('sha256').update(id).digest();
  return first % 3 === 0 ? 'held-out' : 'tuned';
}

describe.each(['tuned', 'held-out'] as const)('the %s passages', (part) => {
  const passages = readPassages(part);

  it('are those whose ids the rule gives to this part, each once', () => {
    expect(passages.length).toBeGreaterThan(30);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    expect(passages.filter(({ id }) => partOf(id) !== part)).toEqual([]);
  });

  it('are marked so that every place cuts out what it says', () => {
    expect(passages.flatMap(faultsOf)).toEqual([]);
  });
});

it('the unseen passages are marked so that every place cuts out what it says', () => {
  expect(readPassages('unseen').flatMap(faultsOf)).toEqual([]);
});
