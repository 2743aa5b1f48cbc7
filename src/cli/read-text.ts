import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import { readDocument, type ReadDocument } from '../reading/document.ts';

const LARGEST_FILE = 20 * 1024 * 1024;

/** A file's document, and the bytes that it was read from. */
export interface ReadText extends ReadDocument {
  readonly bytes: Uint8Array;
}

/** Reads a report's file as plain text. Whatever cannot be read is one Chinese refusal that names the file. */
export async function readText(path: string): Promise<ReadText> {
  const name = basename(path);
  const bytes = await readBytes(path, name);
  return { ...(await readDocument(bytes, name)), bytes };
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new Refusal('bad-file', unreadable(name, cause));
  });
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Refusal('bad-file', `“${name}”不是文件。`);
    if (facts.size > LARGEST_FILE) {
      throw new Refusal(
        'bad-file',
        `“${name}”有 ${Math.ceil(facts.size / 1024 / 1024)} MB,超过了 20 MB 的上限。`,
      );
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function unreadable(name: string, cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOENT') return `找不到文件“${name}”。`;
  if (code === 'EACCES' || code === 'EPERM') return `没有权限读取“${name}”。`;
  return `读不了文件“${name}”。`;
}
