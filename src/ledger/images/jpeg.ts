import { damaged } from './damaged.ts';
import { orientationOf, orientationSegment } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;

interface Segment {
  readonly marker: number;
  /** With marker and length. */
  readonly bytes: Buffer;
  readonly payload: Buffer;
  readonly end: number;
}

function startsWith(payload: Buffer, text: string): boolean {
  return payload.subarray(0, text.length).toString('latin1') === text;
}

/** What a decoder needs: tables, frames, scans, and how colours are meant. Everything else may say where and by whom. */
function isNeeded({ marker, payload }: Segment): boolean {
  if (marker === APP0) return startsWith(payload, 'JFIF\0');
  if (marker === APP2) return startsWith(payload, 'ICC_PROFILE\0');
  if (marker === APP14) return startsWith(payload, 'Adobe');
  return marker >= 0xc0 && marker <= 0xdf;
}

function segmentAt(content: Buffer, at: number): Segment {
  let start = at;
  while (content[start] === 0xff && content[start + 1] === 0xff) start += 1;
  const marker = content[start + 1];
  if (content[start] !== 0xff || marker === undefined) throw damaged();
  if (marker === EOI) {
    return { marker, bytes: content.subarray(start, start + 2), payload: Buffer.alloc(0), end: start + 2 };
  }
  if (start + 4 > content.length) throw damaged();
  const end = start + 2 + content.readUInt16BE(start + 2);
  if (end > content.length || end < start + 4) throw damaged();
  return { marker, bytes: content.subarray(start, end), payload: content.subarray(start + 4, end), end };
}

/** Where the entropy-coded data after a scan's header ends: at the next marker that is no stuffing and no restart. */
function scanEnd(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    if (next === undefined) break;
    const goesOn = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!goesOn) return at;
  }
  throw damaged();
}

/**
 * A JPEG with nothing in it but the picture: Exif (place, time, device), XMP, IPTC, comments, previews and whatever was
 * appended behind the picture are left out. Which way up it is stays, else many photographs would lie on their side.
 */
export function cleanJpeg(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation: number | undefined;
  for (let at = 2; ;) {
    const segment = segmentAt(content, at);
    at = segment.end;
    if (segment.marker === APP1) orientation ??= orientationOf(segment.payload);
    if (segment.marker === EOI || isNeeded(segment)) kept.push(segment.bytes);
    if (segment.marker === EOI) break;
    if (segment.marker !== SOS) continue;
    const end = scanEnd(content, at);
    kept.push(content.subarray(at, end));
    at = end;
  }
  return Buffer.concat([Buffer.of(0xff, SOI), orientationSegment(orientation), ...kept]);
}
