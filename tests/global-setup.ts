import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../src/store/embedded.ts';

const NAME = /^fadu-test-(\d+)-/;

/**
 * Gives the run a folder for its one database server and takes it away at the end. The server is started by the first
 * test that asks for a database (`tests/database.ts`), so a run of pure tests pays nothing.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const folder = await mkdtemp(path.join(os.tmpdir(), `fadu-test-${process.pid}-`));
  project.provide('databaseFolder', folder);
  return () => remove(folder);
}

/** What an earlier run left that was killed before it could tidy up. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    await remove(path.join(os.tmpdir(), name)).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function remove(folder: string): Promise<void> {
  if (existsSync(path.join(folder, 'pg/postmaster.pid'))) {
    const bin = process.env['FADU_TEST_PG_BIN'];
    const server = await startEmbedded(folder, { durable: false, ...(bin ? { bin } : {}) });
    await server.stop();
  }
  await rm(folder, { recursive: true, force: true });
}
