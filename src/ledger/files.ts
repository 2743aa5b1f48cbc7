import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { FileReference } from '../kernel/index.ts';

/**
 * Files by the hash of their content, each organisation's apart: who knows a hash learns nothing of another's files. A
 * file is on disk before the entry that names it.
 */
export interface FileStore {
  put(org: string, name: string, content: Buffer): Promise<FileReference>;
  /** The content, or undefined when it is missing or no longer has its hash. */
  get(org: string, sha256: string): Promise<Buffer | undefined>;
  /** Destroys the content; nothing where there is none. Ask first whether another record names it. */
  remove(org: string, sha256: string): Promise<void>;
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Makes names in a folder durable: a file that was synced can still lose its name in a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // A folder can't be opened there; the rename is durable enough.
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

export function openFiles(folder: string): FileStore {
  const pathOf = (org: string, sha256: string): string => path.join(folder, org, sha256.slice(0, 2), sha256);
  return {
    async put(org, name, content) {
      const sha256 = hashOf(content);
      const target = pathOf(org, sha256);
      const made = await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      if (made !== undefined) await syncFolder(folder);
      const half = `${target}.${randomBytes(6).toString('hex')}.part`;
      const handle = await open(half, 'wx', 0o600);
      try {
        await handle.writeFile(content);
        await handle.sync();
      } catch (error) {
        await unlink(half).catch(() => undefined);
        throw error;
      } finally {
        await handle.close();
      }
      await rename(half, target);
      await syncFolder(path.dirname(target));
      return { name, size: content.length, sha256 };
    },
    async get(org, sha256) {
      if (!/^[0-9]{12}$/.test(org) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const content = await readFile(pathOf(org, sha256)).catch(() => undefined);
      return content && hashOf(content) === sha256 ? content : undefined;
    },
    async remove(org, sha256) {
      const target = pathOf(org, sha256);
      const handle = await open(target, 'r+').catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      if (!handle) return;
      // Overwritten before its name goes: what can be read from the folder later is then nothing.
      const { size } = await handle.stat();
      await handle.write(Buffer.alloc(size), 0, size, 0);
      await handle.sync();
      await handle.close();
      await unlink(target);
      await syncFolder(path.dirname(target));
    },
  };
}
