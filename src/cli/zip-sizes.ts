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
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/**
 * Refuses what is no archive and what would unpack to more than a report can be. The sizes of the central directory
 * are a claim of the sender, so every entry is also inflated once under a hard limit before the parser sees it.
 */
export function checkArchive(bytes: Buffer, name: string): void {
  const entries = readDirectory(bytes);
  if (entries === null) {
    throw new Refusal('bad-file', `“${name}”不是 Word 文档（.docx）。`, {
      next: '旧的 .doc 文件请先另存为 .docx。',
    });
  }
  const claimed = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const tooLarge = new Refusal('bad-file', `“${name}”解压后过大，没有打开。`);
  if (entries.length > MOST_ENTRIES || claimed > LARGEST_UNPACKED) throw tooLarge;
  let inflated = 0;
  for (const entry of entries) {
    if (entry.unpacked > LARGEST_ENTRY) throw tooLarge;
    inflated += inflatedSize(bytes, entry, name, tooLarge);
    if (inflated > LARGEST_UNPACKED) throw tooLarge;
  }
}

function inflatedSize(bytes: Buffer, entry: Entry, name: string, tooLarge: Refusal): number {
  if (entry.method === 0) return entry.packed;
  const damaged = new Refusal('bad-file', `“${name}”已损坏，无法解压。`);
  if (entry.method !== 8 || entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL_HEADER)
    throw damaged;
  const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  try {
    const limit = Math.min(LARGEST_ENTRY, Math.max(entry.unpacked, 1));
    return inflateRawSync(bytes.subarray(start, start + entry.packed), { maxOutputLength: limit }).length;
  } catch (cause) {
    throw cause instanceof RangeError ? tooLarge : damaged;
  }
}

/** Entries of the central directory, or null when the bytes are no plain archive (zip64 is not needed here). */
function readDirectory(bytes: Buffer): Entry[] | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record stands in the last 64 KB, behind an optional comment. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 65_558; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  return -1;
}
