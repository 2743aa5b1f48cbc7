import { deflateSync, crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/index.ts';
import { TRACE, tracedHeic, tracedJpeg, tracedPng, tracedWebp } from './image.fixture.ts';
import { orientationOf } from './orientation.ts';
import { publicCopy } from './public-copy.ts';

/** One grey pixel each, as small as the formats allow. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);
const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

function pngOf(): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [head, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    head.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, check]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = chunk('IDAT', deflateSync(Buffer.of(0, 128)));
  return Buffer.concat([signature, chunk('IHDR', header), pixels, chunk('IEND', Buffer.alloc(0))]);
}

describe('the public copy of a picture', () => {
  it.each([
    ['JPEG', tracedJpeg(JPEG, 1), JPEG],
    ['PNG', tracedPng(pngOf()), pngOf()],
  ])('%s: is the picture as it was before anything was written about it', async (_name, traced, plain) => {
    expect(traced.includes(TRACE)).toBe(true);
    expect((await publicCopy(traced)).equals(plain)).toBe(true);
  });

  it.each(['II', 'MM'] as const)(
    'keeps which way up a photograph is, and nothing else of its Exif (%s)',
    async (order) => {
      const copy = await publicCopy(tracedJpeg(JPEG, 6, order));
      expect(copy.includes(TRACE)).toBe(false);
      expect(orientationOf(copy.subarray(6))).toBe(6);
      expect((await publicCopy(copy)).equals(copy)).toBe(true);
    },
  );

  it('WebP: no longer announces Exif and XMP', async () => {
    const copy = await publicCopy(tracedWebp(WEBP, 1, 1));
    expect(copy.includes(TRACE)).toBe(false);
    expect(copy[20]! & 0b1100).toBe(0);
    expect(copy.readUInt32LE(4)).toBe(copy.length - 8);
    expect(copy.includes(WEBP.subarray(12))).toBe(true);
  });

  it('HEIC: overwrites what is no picture where it lies, so that nothing moves', async () => {
    const picture = Buffer.from('the picture itself');
    const traced = tracedHeic(picture);
    const copy = await publicCopy(traced);
    expect(copy.includes(TRACE)).toBe(false);
    expect(copy.length).toBe(traced.length);
    expect(copy.indexOf(picture)).toBe(traced.indexOf(picture));
  });

  it('leaves the original as it is', async () => {
    const traced = tracedHeic(Buffer.from('picture'));
    const before = Buffer.from(traced);
    await publicCopy(traced);
    expect(traced.equals(before)).toBe(true);
  });

  it('refuses what it can not clean', async () => {
    for (const content of [Buffer.from('%PDF-1.7\n'), Buffer.from('MM\0*\0\0\0\x08'), Buffer.from('文字')]) {
      await expect(publicCopy(content)).rejects.toMatchObject({ code: 'bad-file' });
    }
  });

  it('refuses a picture that is cut short or turned in one byte, or gives a copy without the trace; never a fault', async () => {
    const traced = [
      tracedJpeg(JPEG, 3),
      tracedPng(pngOf()),
      tracedWebp(WEBP, 1, 1),
      tracedHeic(Buffer.from('picture')),
    ];
    const one = fc.record({ which: fc.nat(3), at: fc.nat(800), byte: fc.nat(255), cut: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(one, async ({ which, at, byte, cut }) => {
        const content = Buffer.from(traced[which]!);
        const place = at % content.length;
        const hurt = cut ? content.subarray(0, place) : content;
        if (!cut) content[place] = byte;
        await publicCopy(hurt).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
      }),
      { numRuns: 2000 },
    );
  });
});
