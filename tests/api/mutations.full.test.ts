import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mutation } from '../mutation.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Each takes out one check that keeps people apart. */
const MUTATIONS: readonly (Mutation & { readonly what: string; readonly test?: string })[] = [
  {
    what: 'an organisation that one has nothing to do with opens',
    file: 'people/principal.ts',
    find: 'if (home === org) return heldBy(store, org, account, today);',
    replace: `if (home !== '') return heldBy(store, org, account, today);`,
  },
  {
    what: 'a request without a session goes on as somebody',
    file: 'api/signed-in.ts',
    find: 'if (!found) throw REFUSED;',
    replace: `if (!found) return { home: request.url.slice(8, 20), account: 'judicial-office', strong: false };`,
  },
  {
    what: 'a session that nobody used for an hour still holds',
    file: 'people/session.ts',
    find: 'AND secret = $2 AND seen_at > $3 AND ends_at > $4',
    replace: 'AND secret = $2 AND ($3::timestamptz IS NULL OR ends_at > $4)',
  },
  {
    what: 'every post voids and corrects (steps are checked twice, by the door and by the write path)',
    file: 'records/mending.ts',
    find: `step.from === 'start' && step.by.includes(post)`,
    replace: 'post !== undefined || step === undefined',
  },
  {
    what: 'anybody resets passwords',
    file: 'api/administers.ts',
    find: `!principal.posts.includes('system-administrator')`,
    replace: 'false',
  },
  {
    what: 'every post signs checkpoints',
    file: 'api/figure-routes.ts',
    find: 'if (principal.posts.some((post) => posts.includes(post))) return;',
    replace: 'return;',
  },
  {
    what: 'files of all organisations lie together',
    file: 'ledger/files.ts',
    find: 'path.join(folder, org, sha256.slice(0, 2), sha256)',
    replace: `path.join(folder, org.slice(0, 1), sha256.slice(0, 2), sha256)`,
  },
  {
    what: 'whoever does not handle a matter takes its files',
    file: 'api/record-view.ts',
    find: 'record.handlers.includes(principal.account) && ',
    replace: '',
  },
  {
    what: 'a village sees the others',
    file: 'api/access.ts',
    find: '...(villages ? { villages } : {}), clearances',
    replace: 'clearances',
    test: 'within.test.ts',
  },
  {
    what: 'counsel knows what names somebody else',
    file: 'api/access.ts',
    find: 'clearances, assignedOnly }',
    replace: 'clearances }',
    test: 'within.test.ts',
  },
  {
    what: 'a post for one village acts in another',
    file: 'records/acting.ts',
    find: 'village !== null && villages.includes(village)',
    replace: 'villages.length > 0 || village !== null',
  },
];

describe('with one check taken out, the isolation test turns red:', () => {
  it.each(MUTATIONS)('$what', { timeout: 480_000 }, ({ file, find, replace, test = 'isolation.test.ts' }) => {
    const run = spawnSync(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--project', 'Shanghai', `tests/api/${test}`],
      {
        cwd: ROOT,
        env: { ...process.env, FADU_TEST_FULL: '0', FADU_MUTATION: JSON.stringify({ file, find, replace }) },
        encoding: 'utf8',
      },
    );
    const told = run.stdout + run.stderr;
    expect(told).not.toContain('has no single');
    // Red by a refusal that did not come, not because nothing ran.
    expect(told).toMatch(/AssertionError/);
    expect(told).toMatch(/[1-9]\d* passed, [1-9]\d* failed/);
    expect(run.status).not.toBe(0);
  });
});
