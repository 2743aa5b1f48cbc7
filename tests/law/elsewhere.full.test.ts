import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELD_ELSEWHERE } from './not-in-kinds.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('with its check taken out, the test named by a rule fails:', () => {
  it.each(Object.entries(HELD_ELSEWHERE))('%s', { timeout: 240_000 }, (id, { test, mutation }) => {
    const run = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--project', 'Shanghai', test, '-t', `${id} `],
      {
        cwd: ROOT,
        env: { ...process.env, FADU_TEST_FULL: '0', FADU_MUTATION: JSON.stringify(mutation) },
        encoding: 'utf8',
      },
    );
    const told = run.stdout + run.stderr;
    expect(told).not.toContain('has no single');
    expect(told).toMatch(/AssertionError/);
    expect(told).toMatch(/[1-9]\d* failed/);
    expect(run.status).not.toBe(0);
  });
});
