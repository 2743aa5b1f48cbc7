import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRACE, tracedJpeg, tracedPng, tracedWebp } from '../src/ledger/images/image.fixture.ts';
import { publicCopy } from '../src/ledger/index.ts';

const CHROMIUM = process.env['FADU_CHROMIUM'] ?? '/usr/bin/chromium';
const [WIDTH, HEIGHT] = [48, 32];

let browser: Browser;
let page: Page;

beforeAll(async () => {
  expect(existsSync(CHROMIUM), `no browser at ${CHROMIUM}`).toBe(true);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** Run in the page. */
const DRAW = `([mime, width, height]) => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  const colours = pen.createLinearGradient(0, 0, width, height);
  colours.addColorStop(0, 'red');
  colours.addColorStop(1, 'blue');
  pen.fillStyle = colours;
  pen.fillRect(0, 0, width, height);
  return canvas.toDataURL(mime, 0.8);
}`;
const READ = `async (url) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, bytes: [...data].join() };
}`;

/** A picture that a real encoder made. */
async function draw(type: string): Promise<Buffer> {
  const url = await page.evaluate<string>(`(${DRAW})(${JSON.stringify([type, WIDTH, HEIGHT])})`);
  expect(url.startsWith(`data:${type}`)).toBe(true);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

interface Shown {
  readonly width: number;
  readonly height: number;
  readonly bytes: string;
}

/** The pixels as the browser shows them, turned the way that the picture says. */
function pixels(type: string, content: Buffer): Promise<Shown> {
  const url = `data:${type};base64,${content.toString('base64')}`;
  return page.evaluate<Shown>(`(${READ})(${JSON.stringify(url)})`);
}

describe('a public copy in a browser', () => {
  it.each([
    ['image/jpeg', (plain: Buffer) => tracedJpeg(plain, 6)],
    ['image/png', tracedPng],
    ['image/webp', (plain: Buffer) => tracedWebp(plain, WIDTH, HEIGHT)],
  ])('%s: shows the same pixels, the same way up, without the trace', async (type, traced) => {
    const original = traced(await draw(type));
    const copy = await publicCopy(original);
    expect(original.includes(TRACE)).toBe(true);
    expect(copy.includes(TRACE)).toBe(false);
    const shown = await pixels(type, copy);
    expect(shown).toEqual(await pixels(type, original));
    expect(shown.width).toBe(type === 'image/jpeg' ? HEIGHT : WIDTH);
  });
});
