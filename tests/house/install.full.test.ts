import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const MINUTES = 60_000;

let folder: string;
let app: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'fadu-install-'));
  app = path.join(folder, 'app');
  await mkdir(app);
  for (const name of ['package.json', 'package-lock.json'])
    await cp(path.join(root, name), path.join(app, name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function install(...more: string[]): Promise<unknown> {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', `--cache=${path.join(folder, 'cache')}`];
  return run('npm', [...args, ...more], { cwd: app, shell: process.platform === 'win32' });
}

describe('npm ci from a cold cache', () => {
  it('installs what npm start needs, in less than 400 MB', { timeout: 5 * MINUTES }, async () => {
    await install('--omit=dev');
    const { stdout } = await run('du', ['-sm', app]);
    expect(Number.parseInt(stdout, 10)).toBeLessThan(400);
  });

  it('gives a database that starts, though no install script has run', { timeout: MINUTES }, async () => {
    const contents = `
      import { startEmbedded } from './embedded.ts';
      const server = await startEmbedded(${JSON.stringify(path.join(folder, 'data'))}, { durable: false });
      await server.stop();
      console.log('started and stopped');`;
    await build({
      stdin: { contents, resolveDir: path.join(root, 'src/store'), loader: 'ts' },
      outfile: path.join(app, 'starter.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    const { PG_BIN: _, ...env } = process.env;
    const { stdout } = await run(process.execPath, [path.join(app, 'starter.mjs')], { env });
    expect(stdout).toBe('started and stopped\n');
  });

  it('also installs the tools of those who work on it', { timeout: 5 * MINUTES }, async () => {
    await install();
    const { stdout } = await run(process.execPath, [
      path.join(app, 'node_modules/vitest/vitest.mjs'),
      '--version',
    ]);
    expect(stdout).toContain('vitest');
  });
});
