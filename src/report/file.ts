import { randomUUID } from 'node:crypto';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../kernel/index.ts';

/** What the machine says, as a sentence for the person who asked. */
const CAUSES: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `文件夹“${dirname(file)}”不存在，没有写出文件。`,
  ENOTDIR: (file) => `“${dirname(file)}”不是文件夹，没有写出文件。`,
  EISDIR: (file) => `“${file}”是文件夹，请在 --out 后面写文件名。`,
  EACCES: (file) => `没有权限写入“${file}”，请换一个文件夹。`,
  EPERM: (file) => `没有权限写入“${file}”，请换一个文件夹。`,
  EROFS: (file) => `“${dirname(file)}”是只读的，请换一个文件夹。`,
  ENOSPC: (file) => `磁盘已满，没有写出“${file}”，请腾出空间再试。`,
  EDQUOT: (file) => `存储空间已用完，没有写出“${file}”，请腾出空间再试。`,
  ENAMETOOLONG: () => '文件名太长，请换一个短些的文件名。',
};

function refusalOf(error: unknown, file: string): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = CAUSES[code]?.(file);
  // What we can't name is a fault, not a sentence for the counter.
  if (sentence === undefined) throw error;
  return new Refusal('environment', sentence, { facts: { cause: code } });
}

/** Refuses a file that is there already, so that nothing a person kept is lost. A device or pipe may be written to. */
export async function refuseExisting(file: string): Promise<void> {
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isFile()) {
    throw new Refusal('bad-file', `文件“${file}”已经存在，没有写出。`, {
      next: '请换一个文件名；确要覆盖，请加 --force。',
    });
  }
}

/**
 * Writes a whole file or nothing: into a neighbour in the same folder, synced, then renamed over the target. After a
 * crash the old file stands as it was. A device or pipe (/dev/stdout) is written to directly.
 */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
  try {
    const target = await realpath(file).catch(() => file);
    const existing = await stat(target).catch(() => undefined);
    if (existing?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    if (existing && !existing.isFile()) await writeSynced(target, 'w', data);
    else await replace(target, data);
  } catch (error) {
    throw refusalOf(error, file);
  }
}

async function replace(target: string, data: string | Uint8Array): Promise<void> {
  const neighbour = join(dirname(target), `.${basename(target).slice(0, 40)}.${randomUUID()}.tmp`);
  try {
    await writeSynced(neighbour, 'wx', data);
    await rename(neighbour, target);
  } catch (error) {
    await unlink(neighbour).catch(() => undefined);
    throw error;
  }
}

async function writeSynced(path: string, flags: 'w' | 'wx', data: string | Uint8Array): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.writeFile(data);
    // A pipe has nothing to sync.
    if (flags === 'wx') await handle.sync();
  } finally {
    await handle.close();
  }
}
