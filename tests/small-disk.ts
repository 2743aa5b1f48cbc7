import { execFileSync } from 'node:child_process';
import { appendFile, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'vitest';

/** A disk of its own that is soon full; only root may mount one, and not in every container. */
export function mountSmallDisk(context: TestContext, folder: string, megabytes: number): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    context.skip('only root on Linux can mount a small disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    context.skip('a small disk can not be mounted here');
  }
}

/** Takes all but so many kilobytes, with a file named `fill`. */
export async function fillDisk(folder: string, leave: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  await appendFile(path.join(folder, 'fill'), Buffer.alloc(Math.max(0, bavail * bsize - leave * 1024)));
}
