import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Refusal } from '../kernel/refusal.ts';

/** No act comes near this; what is longer is no line of ours. */
const LONGEST_LINE = 1_000_000;

/** A file, or standard input, that is read line by line. */
export interface LineSource {
  lines(): AsyncGenerator<string>;
  /** Lets go of the input, also while somebody waits for its next line. */
  close(): void;
}

/** Opens a file, or standard input for `-`, and refuses what is no file before anything else is begun. */
export async function openLines(file: string): Promise<LineSource> {
  if (file === '-') return sourceOf(process.stdin);
  const handle = await open(file).catch(() => {
    throw new Refusal('bad-file', `打不开文件“${file}”，请检查文件名和权限。`);
  });
  return sourceOf(await streamOf(handle, file));
}

async function streamOf(handle: FileHandle, file: string): Promise<Readable> {
  const facts = await handle.stat();
  const problem = facts.isDirectory()
    ? '是文件夹，不是文件'
    : facts.isFile() && facts.size === 0
      ? '是空文件'
      : '';
  if (problem === '') return handle.createReadStream();
  await handle.close();
  throw new Refusal('bad-file', `“${file}”${problem}。`);
}

function sourceOf(input: Readable): LineSource {
  return { lines: () => linesOf(input), close: () => input.destroy() };
}

/**
 * The lines of UTF-8 text without their ends (LF or CRLF) and without the mark that Windows puts in front; the last one
 * needs no end. Reads only when asked, so nothing is lost before somebody listens, and keeps no more than one line.
 */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(input)) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield withoutEnd(rest + piece);
      rest = '';
    }
    // Of a line without end only so much is kept that its reader sees that it is too long.
    if (rest.length <= LONGEST_LINE) rest += pieces.at(-1) ?? '';
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutEnd(rest);
}

async function* chunksOf(input: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of input) yield chunk as Buffer;
  } catch (cause) {
    throw new Refusal('bad-file', '文件读到一半读不下去了。', {
      next: '前面的行已有回执；请检查文件所在的磁盘，再执行一次会接着登记。',
      facts: { cause },
    });
  }
}

function withoutEnd(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

/** Refuses a line that can't have been written as it was read. */
export function assertReadable(line: string): void {
  if (line.length > LONGEST_LINE) throw new Refusal('bad-input', '这一行太长，不是一件事的登记。');
  // U+FFFD stands where bytes were no UTF-8: rather ask than keep a garbled name for ever.
  if (line.includes('\ufffd')) {
    throw new Refusal('bad-input', '这一行的编码不是UTF-8，有乱码。', { next: '请另存为UTF-8编码再试。' });
  }
}
