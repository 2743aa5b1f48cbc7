import { damaged } from './damaged.ts';

/** A box of an ISO base media file (HEIC, AVIF): its type and where its content lies in the file. */
interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

function boxesIn(content: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < to;) {
    if (at + 8 > to) throw damaged();
    let [size, header] = [content.readUInt32BE(at), 8];
    if (size === 1) {
      if (at + 16 > to) throw damaged();
      [size, header] = [Number(content.readBigUInt64BE(at + 8)), 16];
    } else if (size === 0) size = to - at;
    if (size < header || at + size > to) throw damaged();
    boxes.push({ type: content.toString('latin1', at + 4, at + 8), start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

/** Reads numbers one after another; the widths of some are said in the file itself. */
class Reader {
  readonly #content: Buffer;
  readonly #end: number;
  #at: number;

  constructor(content: Buffer, { start, end }: Pick<Box, 'start' | 'end'>) {
    this.#content = content;
    this.#at = start;
    this.#end = end;
  }

  number(bytes: number): number {
    if (bytes > 8 || this.#at + bytes > this.#end) throw damaged();
    let value = 0;
    for (let index = 0; index < bytes; index++) value = value * 256 + this.#content[this.#at + index]!;
    this.#at += bytes;
    return value;
  }

  rest(): Pick<Box, 'start' | 'end'> {
    return { start: this.#at, end: this.#end };
  }
}

/** Kinds of items that are a picture or a part of one. Others (Exif, XMP as mime, links) say something about it. */
const PICTURES: ReadonlySet<string> = new Set([
  'hvc1',
  'hev1',
  'av01',
  'grid',
  'iovl',
  'iden',
  'jpeg',
  'tmap',
]);

/** Ids of the items that are no pictures. */
function idsToClear(content: Buffer, iinf: Box): Set<number> {
  const reader = new Reader(content, iinf);
  const version = reader.number(1);
  reader.number(3);
  reader.number(version === 0 ? 2 : 4);
  const { start, end } = reader.rest();
  const ids = boxesIn(content, start, end).flatMap((infe) => {
    const item = new Reader(content, infe);
    const itemVersion = item.number(1);
    item.number(3);
    if (itemVersion < 2) throw damaged();
    const id = item.number(itemVersion === 2 ? 2 : 4);
    item.number(2);
    const type = content.toString('latin1', item.rest().start, item.rest().start + 4);
    return PICTURES.has(type) ? [] : [id];
  });
  return new Set(ids);
}

interface Extent {
  readonly item: number;
  readonly start: number;
  readonly length: number;
}

/** Where the items' bytes lie in the file. `idat` is the box inside `meta` that small items may lie in. */
function extentsOf(content: Buffer, iloc: Box, idat: Box | undefined): Extent[] {
  const reader = new Reader(content, iloc);
  const version = reader.number(1);
  reader.number(3);
  const [sizes, more] = [reader.number(1), reader.number(1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version === 0 ? 0 : more & 15;
  const idSize = version < 2 ? 2 : 4;
  const extents: Extent[] = [];
  const items = reader.number(idSize);
  for (let count = 0; count < items; count++) {
    const item = reader.number(idSize);
    const method = version === 0 ? 0 : reader.number(2) & 15;
    reader.number(2);
    const base = reader.number(baseSize) + (method === 1 ? (idat?.start ?? 0) : 0);
    const parts = reader.number(2);
    for (let part = 0; part < parts; part++) {
      reader.number(indexSize);
      const start = base + reader.number(offsetSize);
      extents.push({ item, start, length: reader.number(lengthSize) });
      if (method > 1) throw damaged();
    }
  }
  return extents;
}

/** Boxes beside `meta` in which a film's or a program's own texts may stand; a still picture needs none of them. */
const OVERWRITTEN: ReadonlySet<string> = new Set(['moov', 'uuid', 'free', 'skip', 'udta', 'mpvd']);

/**
 * A HEIC or AVIF in which everything that is no picture (Exif with the place, XMP) is overwritten with zeros where it lies:
 * the pictures are addressed by their place in the file, so nothing may move. Which way up it is is a property of its own
 * and stays.
 */
export function cleanHeic(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const top = boxesIn(content, 0, content.length);
  const meta = top.find(({ type }) => type === 'meta');
  if (!meta) throw damaged();
  const inner = boxesIn(content, meta.start + 4, meta.end);
  const [iinf, iloc] = ['iinf', 'iloc'].map((type) => inner.find((box) => box.type === type));
  if (!iinf || !iloc) throw damaged();
  const ids = idsToClear(content, iinf);
  const idat = inner.find(({ type }) => type === 'idat');
  for (const { item, start, length } of extentsOf(content, iloc, idat)) {
    if (start + length > content.length) throw damaged();
    if (ids.has(item)) copy.fill(0, start, start + length);
  }
  const texts = [...top, ...inner].filter(({ type }) => OVERWRITTEN.has(type));
  for (const { start, end } of texts) copy.fill(0, start, end);
  return copy;
}
