import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Refusal } from '../kernel/refusal.ts';
import { htmlText } from './html-text.ts';
import { checkArchive } from './zip-sizes.ts';

export type TextFormat = 'txt' | 'md' | 'docx' | 'html';

export interface ReadText {
  readonly text: string;
  readonly format: TextFormat;
}

const LARGEST_FILE = 20 * 1024 * 1024;
const FORMATS: Readonly<Record<string, TextFormat>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
};

/** Reads a report as plain text. Whatever cannot be read is one Chinese refusal that names the file. */
export async function readText(path: string): Promise<ReadText> {
  const name = basename(path);
  const format = FORMATS[extname(path).toLowerCase()];
  if (format === undefined) {
    throw new Refusal('bad-file', `不认识“${name}”的文件类型，只能检查 .txt、.md、.docx 和 .html 文件。`, {
      next: '把文件另存为 .docx 或 .txt 再试。',
    });
  }
  const bytes = await readBytes(path, name);
  const text = format === 'docx' ? await docxText(bytes, name) : plainText(bytes, format, name);
  if (text.trim() === '') throw new Refusal('bad-file', `“${name}”里没有文字。`);
  return { text, format };
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new Refusal('bad-file', unreadable(name, cause));
  });
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Refusal('bad-file', `“${name}”不是文件。`);
    if (facts.size === 0) throw new Refusal('bad-file', `“${name}”是空文件。`);
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

function plainText(bytes: Buffer, format: TextFormat, name: string): string {
  const text = decode(bytes, name);
  return format === 'html' ? htmlText(text, name) : text;
}

/** UTF-8, UTF-16 with a mark, else GB18030, which most offices' older files are in. */
function decode(bytes: Buffer, name: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes, name);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes, name);
  if (looksBinary(bytes)) throw notText(name);
  return tryDecode('utf-8', bytes) ?? decodeAs('gb18030', bytes, name);
}

function tryDecode(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(encoding: string, bytes: Buffer, name: string): string {
  const text = tryDecode(encoding, bytes);
  if (text === null || looksGarbled(text)) throw notText(name);
  return text;
}

/** Text has no zero bytes and hardly any control characters. */
function looksBinary(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 65536);
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) odd++;
  }
  return odd * 100 > sample.length;
}

/** GB18030 gives some character to almost any bytes; real text has few from the private and rare areas. */
function looksGarbled(text: string): boolean {
  const sample = text.slice(0, 20000);
  const odd = sample.match(/[^\P{Cc}\t\n\f\r]|[\p{Co}\ufffd]/gu)?.length ?? 0;
  return odd * 50 > sample.length;
}

function notText(name: string): Refusal {
  return new Refusal('bad-file', `“${name}”不是文本文件，或者编码无法识别。`, {
    next: '请用 UTF-8 或 GB18030 编码另存后再试。',
  });
}

async function docxText(bytes: Buffer, name: string): Promise<string> {
  checkArchive(bytes, name);
  const mammoth = await import('mammoth');
  try {
    const { value } = await mammoth.default.extractRawText({ buffer: bytes });
    return value.replace(/\n{2,}/g, '\n');
  } catch {
    throw new Refusal('bad-file', `“${name}”不是完整的 Word 文档（.docx）。`, {
      next: '请在 Word 或 WPS 里另存为 .docx 再试。',
    });
  }
}
