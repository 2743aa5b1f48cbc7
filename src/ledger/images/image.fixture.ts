import { crc32 } from 'node:zlib';

/** Stands wherever a camera or a program may write something about the picture. */
export const TRACE = 'GPS 27.4653 106.2156 huawei-2024';

function segment(marker: number, payload: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(payload.length + 2);
  return Buffer.concat([Buffer.of(0xff, marker), length, payload]);
}

/** Exif that says which way up the picture is and has the trace behind it. */
export function exifWith(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const tiff = Buffer.alloc(26);
  if (order === 'MM') {
    tiff.write('MM\0*', 'latin1');
    tiff.writeUInt32BE(8, 4);
    [1, 0x0112, 3].forEach((value, index) => tiff.writeUInt16BE(value, 8 + index * 2));
    tiff.writeUInt32BE(1, 14);
    tiff.writeUInt16BE(orientation, 18);
  } else {
    tiff.write('II*\0', 'latin1');
    tiff.writeUInt32LE(8, 4);
    [1, 0x0112, 3].forEach((value, index) => tiff.writeUInt16LE(value, 8 + index * 2));
    tiff.writeUInt32LE(1, 14);
    tiff.writeUInt16LE(orientation, 18);
  }
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(TRACE)]);
}

/** A JPEG as a phone leaves it: Exif, XMP, Photoshop, a comment, another program's segment, a preview behind the end. */
export function tracedJpeg(plain: Buffer, orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, exifWith(orientation, order)),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${TRACE}`)),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${TRACE}`)),
    segment(0xe2, Buffer.from(`MPF\0${TRACE}`)),
    segment(0xfe, Buffer.from(TRACE)),
    plain.subarray(2),
    Buffer.from(TRACE),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}

export function tracedPng(plain: Buffer): Buffer {
  const header = 8 + 25;
  const traces = ['tEXt', 'iTXt', 'eXIf', 'caBX'].map((type) => pngChunk(type, Buffer.from(TRACE)));
  return Buffer.concat([plain.subarray(0, header), ...traces, plain.subarray(header), Buffer.from(TRACE)]);
}

function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** The extended form of a WebP of the given size, with Exif and XMP announced and present. */
export function tracedWebp(plain: Buffer, width: number, height: number): Buffer {
  const isExtended = plain.toString('latin1', 12, 16) === 'VP8X';
  const extended = isExtended ? Buffer.from(plain.subarray(20, 30)) : Buffer.alloc(10);
  extended[0] = extended[0]! | 0b0000_1100;
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    webpChunk('VP8X', extended),
    plain.subarray(isExtended ? 30 : 12),
    webpChunk('EXIF', exifWith(1)),
    webpChunk('XMP ', Buffer.from(TRACE)),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.from(TRACE)]);
}

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function item(id: number, type: string): Buffer {
  return box('infe', Buffer.of(2, 0, 0, 0, 0, id, 0, 0), Buffer.from(`${type}\0`, 'latin1'));
}

/** The form of a HEIC: a picture and its Exif in `mdat`, XMP in `idat`. The picture's bytes are only counted, not decoded. */
export function tracedHeic(picture: Buffer): Buffer {
  const exif = exifWith(6);
  const xmp = Buffer.from(TRACE);
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const iinf = box('iinf', Buffer.of(0, 0, 0, 0, 0, 3), item(1, 'hvc1'), item(2, 'Exif'), item(3, 'mime'));
  const idat = box('idat', xmp);
  const locations = (start: number): Buffer => {
    const entry = (id: number, method: number, at: number, length: number): Buffer => {
      const line = Buffer.alloc(16);
      [id, method, 0, 1].forEach((value, index) => line.writeUInt16BE(value, index * 2));
      line.writeUInt32BE(at, 8);
      line.writeUInt32BE(length, 12);
      return line;
    };
    return box(
      'iloc',
      Buffer.of(1, 0, 0, 0, 0x44, 0, 0, 3),
      entry(1, 0, start, picture.length),
      entry(2, 0, start + picture.length, exif.length),
      entry(3, 1, 0, xmp.length),
    );
  };
  const meta = (start: number): Buffer =>
    box('meta', Buffer.alloc(4), iinf, locations(start), idat, box('uuid', Buffer.from(TRACE)));
  const start = ftyp.length + meta(0).length + 8;
  return Buffer.concat([ftyp, meta(start), box('mdat', picture, exif), box('free', Buffer.from(TRACE))]);
}
