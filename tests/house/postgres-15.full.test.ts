import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { outsideTool } from '../outside.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** Everything that speaks to the database. */
const ROOMS = ['store', 'people', 'ledger', 'records', 'figures', 'report'].map((room) => `src/${room}/`);

it(
  'the oldest PostgreSQL that we support passes the tests of every room that uses it',
  { timeout: 900_000 },
  async (context) => {
    const bin = path.dirname(outsideTool(context, 'initdb'));
    // A run of its own: it must not take itself for a worker of this one.
    const outer = Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|TEST$|NODE_ENV$|FADU_)/.test(name),
    );
    const env = { ...Object.fromEntries(outer), FADU_TEST_PG_BIN: bin };
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project=Shanghai', '--no-color', ...ROOMS];
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += String(chunk)));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code, output.slice(-6000)).toBe(0);
  },
);
