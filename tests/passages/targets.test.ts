import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPassages, readSharedExamples } from './passage.ts';
import { judge, scoreOf } from './score.ts';

describe.each([
  ['the tuned passages', readPassages('tuned')],
  ['the shared examples', readSharedExamples()],
])('%s', (_name, passages) => {
  it.runIf(passages.length > 0)('are read as well as the checker promises', () => {
    const score = scoreOf(passages.map(judge));
    expect(score.f1).toBeGreaterThanOrEqual(0.985);
    expect(score.exact).toBeGreaterThanOrEqual(0.985);
    expect(score.found).toBeGreaterThanOrEqual(0.95);
    expect(score.alarms).toBeLessThanOrEqual(passages.length / 40);
    expect(score.cleanAlarms).toBe(0);
  });
});

const checker = path.join(import.meta.dirname, '../../src/checker');
/** A run of characters as long as this is no turn of phrase. */
const RUN = 12;

describe('the checker', () => {
  it('holds no words of any passage', () => {
    const sources = readdirSync(checker)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(path.join(checker, name), 'utf8'))
      .join('\n');
    const passages = [...readPassages('tuned'), ...readPassages('held-out'), ...readSharedExamples()];
    // National plans bear the same names everywhere.
    const bare = passages.map(({ id, text }) => ({ id, text: text.replace(/《[^》]*》/g, '\n') }));
    const shared = bare.flatMap(({ id, text }) =>
      Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, at) => text.slice(at, at + RUN))
        .filter((run) => /^[\u4e00-\u9fff]{6}/.test(run) && sources.includes(run))
        .map((run) => `${id}: ${run}`),
    );
    expect(shared).toEqual([]);
  });
});
