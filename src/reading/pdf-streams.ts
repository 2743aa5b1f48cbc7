import { inflateSync } from 'node:zlib';

/** What no page of text and no scanned page comes near once unpacked. */
const LARGEST_STREAM = 128 * 1024 * 1024;
/** Compressed again and again: two layers can hide what one layer shows. */
const MOST_LAYERS = 3;

/** Does a PDF hold a compressed stream that would unpack to far more than a report can be? */
export function hidesBomb(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = view.indexOf('stream'); at >= 0; at = view.indexOf('stream', at)) {
    at += 'stream'.length;
    const end = view.indexOf('endstream', at);
    if (end < 0) return grows(view.subarray(afterBreak(view, at)), MOST_LAYERS);
    if (grows(view.subarray(afterBreak(view, at), end), MOST_LAYERS)) return true;
    at = end + 'endstream'.length;
  }
  return false;
}

function afterBreak(view: Buffer, at: number): number {
  let start = at;
  while (start < view.length && (view[start] === 13 || view[start] === 10)) start++;
  return start;
}

function grows(packed: Buffer, layers: number): boolean {
  const first = packed[0] ?? 0;
  const header = (first & 0x0f) === 8 && (first * 256 + (packed[1] ?? 0)) % 31 === 0;
  if (!header || layers === 0) return false;
  try {
    return grows(inflateSync(packed, { maxOutputLength: LARGEST_STREAM }), layers - 1);
  } catch (cause) {
    // Damaged data is the parser's to judge.
    return cause instanceof RangeError;
  }
}
