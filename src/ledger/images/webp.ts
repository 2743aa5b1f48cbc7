import { damaged } from './damaged.ts';

const HEADER = 12;
const NEEDED: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the VP8X chunk that say that there is Exif and XMP. */
const EXIF_AND_XMP = 0b0000_1100;

/** The VP8X chunk without the promise of what was taken out. */
function withoutPromise(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = copy[8]! & ~EXIF_AND_XMP;
  return copy;
}

/** A WebP with nothing in it but the picture; what was appended behind it is left out too. */
export function cleanWebp(content: Buffer): Buffer {
  const stop = 8 + content.readUInt32LE(4);
  if (stop > content.length) throw damaged();
  const kept: Buffer[] = [];
  for (let at = HEADER; at < stop;) {
    if (at + 8 > stop) throw damaged();
    const size = content.readUInt32LE(at + 4);
    // A chunk of odd size is followed by one more byte, which some programs leave out at the end.
    const end = Math.min(at + 8 + size + (size % 2), stop);
    if (at + 8 + size > stop) throw damaged();
    const type = content.toString('latin1', at, at + 4);
    const chunk = content.subarray(at, end);
    if (NEEDED.has(type)) kept.push(type === 'VP8X' && size >= 10 ? withoutPromise(chunk) : chunk);
    at = end;
  }
  if (kept.length === 0) throw damaged();
  const body = Buffer.concat(kept);
  const header = Buffer.from(content.subarray(0, HEADER));
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}
