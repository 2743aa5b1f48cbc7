import { damaged } from './damaged.ts';

const SIGNATURE = 8;

/** Chunks that a decoder needs or that say how colours are meant. Texts, times, Exif and chunks of programs are not. */
const NEEDED: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** A PNG with nothing in it but the picture; what was appended behind it is left out too. */
export function cleanPng(content: Buffer): Buffer {
  const kept = [content.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; ;) {
    if (at + 12 > content.length) throw damaged();
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) throw damaged();
    const type = content.toString('latin1', at + 4, at + 8);
    if (NEEDED.has(type)) kept.push(content.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}
