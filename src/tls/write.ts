import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../kernel/index.ts';

export const SECRET = 0o600;
export const OPEN = 0o644;

/** What the machine says, as a sentence for whoever sits there. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: '没有权限写入',
  EPERM: '没有权限写入',
  EROFS: '只读，写不进去',
  ENOSPC: '磁盘已满，写不进去',
  ENOTDIR: '不是文件夹',
};

/** Writes a whole file or nothing, never readable by others in between. */
export async function writeFileWhole(file: string, text: string, mode: number): Promise<void> {
  const folder = path.dirname(file);
  const half = path.join(folder, `.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(half, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const cause = CAUSES[code];
    if (cause === undefined) throw error;
    throw new Refusal('environment', `“${folder}”${cause}，没有保存。`, { facts: { cause: code } });
  }
}
