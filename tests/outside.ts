import { existsSync } from 'node:fs';
import path from 'node:path';
import type { TestContext } from 'vitest';

/** Where programs lie that are not on the PATH. */
const FOLDERS = ['/usr/lib/postgresql/15/bin'];

/**
 * The place of a program that npm can't install. Without it the test is skipped with the reason; in the full run
 * (`npm run test:full`), which promises that everything was tried, it fails.
 */
export function outsideTool(context: TestContext, name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...FOLDERS];
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (process.env['FADU_TEST_FULL'] === '1') throw new Error(`${name} is not installed`);
  return context.skip(`${name} is not installed`);
}
