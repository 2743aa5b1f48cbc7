import { inflateRawSync } from 'node:zlib';
import { Refusal } from '../kernel/refusal.ts';

/** A report's Word file with pictures stays far below this once unpacked. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;
const LARGEST_ENTRY = 50 * 1024 * 1024;
const MOST_ENTRIES = 5000;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

interface Entry {
  readonly path: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** The parts of an archive by their paths, in the order of its directory. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks an archive, and refuses what is none and what would unpack to more than a report can be. The sizes of the
 * directory are a claim of the sender, so every part is inflated under a hard limit.
 */
export function unpack(bytes: Uint8Array, name: string, office: Office = WORD): Parts {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view);
  if (entries === null) throw damaged(name, office);
  if (entries.some(({ encrypted }) => encrypted))
    throw new Refusal('bad-file', `“${name}”设有密码，读不了。`, { next: '请去掉密码，另存一份再试。' });
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (entries.length > MOST_ENTRIES || claimed > LARGEST_UNPACKED) throw tooLarge(name);
  const parts = new Map<string, Uint8Array>();
  let unpacked = 0;
  for (const entry of entries) {
    const content = inflate(view, entry, name, office);
    unpacked += content.length;
    if (unpacked > LARGEST_UNPACKED) throw tooLarge(name);
    parts.set(entry.path, content);
  }
  return parts;
}

/** What is packed in an archive, and the program that packs it anew. */
export interface Office {
  readonly what: string;
  readonly next: string;
}
const WORD: Office = { what: 'Word 文档（.docx）', next: '请在 Word 或 WPS 里另存为 .docx 再试。' };

export function damaged(name: string, { what, next }: Office = WORD): Refusal {
  return new Refusal('bad-file', `“${name}”已损坏，或者不是完整的 ${what}。`, { next });
}

export function tooLarge(name: string): Refusal {
  return new Refusal('bad-file', `“${name}”解压后过大，没有打开。`);
}

function inflate(view: Buffer, entry: Entry, name: string, office: Office): Uint8Array {
  if (entry.unpacked > LARGEST_ENTRY) throw tooLarge(name);
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== LOCAL_HEADER)
    throw damaged(name, office);
  const start = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28);
  const packed = view.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw damaged(name, office);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(name, office);
  try {
    const limit = Math.min(LARGEST_ENTRY, Math.max(entry.unpacked, 1));
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (cause) {
    throw cause instanceof RangeError ? tooLarge(name) : damaged(name, office);
  }
}

/** Entries of the central directory, or null when the bytes are no plain archive (zip64 is not needed here). */
function readDirectory(view: Buffer): Entry[] | null {
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const pathLength = view.readUInt16LE(at + 28);
    const path = view.toString('utf8', at + 46, at + 46 + pathLength);
    if (!path.endsWith('/')) {
      entries.push({
        path,
        encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
        method: view.readUInt16LE(at + 10),
        packed: view.readUInt32LE(at + 20),
        unpacked: view.readUInt32LE(at + 24),
        at: view.readUInt32LE(at + 42),
      });
    }
    at += 46 + pathLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands in the last 64 KB, behind an optional comment. */
function findEnd(view: Buffer): number {
  for (let at = view.length - 22; at >= 0 && at > view.length - 65_558; at--) {
    if (view.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}
