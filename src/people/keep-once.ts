import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * The content of a small secret file, made where it is missing. Two processes may come at once: a whole file is linked
 * into place, and who comes second reads the first one's.
 */
export async function keepOnce(file: string, make: () => Buffer): Promise<Buffer> {
  const found = await readKept(file);
  if (found) return found;
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(make());
    await handle.sync();
    await handle.close();
    await link(half, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await handle.close();
    await unlink(half);
  }
  return readFile(file);
}

/** The content, or undefined where there is no such file. */
export async function readKept(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
