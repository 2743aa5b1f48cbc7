import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCheckDesk, type DeskLimits } from '../src/cli/check-desk.ts';
import { pdfFile, stream } from '../src/reading/pdf.fixture.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Beside the packages, which stay outside the bundle. */
const place = path.join(root, 'node_modules/.cache', `fadu-desk-${process.pid}`);
const bundled = (name: string): URL => pathToFileURL(path.join(place, `${name}.mjs`));
const LIMITS: DeskLimits = { time: 20_000, memory: 700 * 1024 * 1024, reports: 3 };
const WRONG = '全年立案9件，其中甲类3件、乙类2件、其他类5件。';

beforeAll(async () => {
  await mkdir(place, { recursive: true });
  await build({
    entryPoints: { worker: path.join(root, 'src/cli/check-worker.ts') },
    outdir: place,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  // A thread that hangs, or fills its memory, as a report nobody has thought of might make it.
  const stuck = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ text }) => {
      if (text === 'hang') for (;;);
      const kept = [];
      if (text === 'heap') for (;;) kept.push({ kept: [] });
      if (text === 'bytes') for (;;) kept.push(new Uint8Array(8 * 1024 * 1024).fill(1));
      if (text === 'exit') process.exit(1);
      parentPort.postMessage({ reviewed: { characters: 1, markup: text } });
    });`;
  await writeFile(path.join(place, 'stuck.mjs'), stuck);
}, 60_000);
afterAll(() => rm(place, { recursive: true, force: true }));

it('checks text and files in its thread, and passes refusals on', { timeout: 60_000 }, async () => {
  const desk = openCheckDesk(bundled('worker'), LIMITS);
  const { characters, markup } = await desk.review({ text: WRONG });
  expect(characters).toBe(WRONG.length);
  expect(markup).toContain('3+2+5=10件');
  const pdf = pdfFile([[[79, 700, WRONG]]]);
  await expect(desk.review({ bytes: pdf, name: '甲.pdf' })).resolves.toMatchObject({
    characters: WRONG.length,
  });
  await expect(desk.review({ bytes: Buffer.from('x'), name: '甲.docx' })).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringContaining('不是 Word 文档'),
    detail: { next: expect.stringContaining('另存') },
  });
  // A thread that refused serves on.
  await expect(desk.review({ text: WRONG })).resolves.toMatchObject({ characters: WRONG.length });
  await desk.close();
});

it('ends what takes too long or too much, and serves the next one', { timeout: 60_000 }, async () => {
  const desk = openCheckDesk(bundled('stuck'), { time: 3000, memory: 200 * 1024 * 1024, reports: 9 });
  const first = ['hang', '甲', 'bytes', '乙', 'heap', 'exit', '丙'].map((text) => desk.review({ text }));
  const settled = await Promise.allSettled(first);
  expect(
    settled.map((each) => (each.status === 'fulfilled' ? each.value.markup : String(each.reason.message))),
  ).toEqual([
    expect.stringContaining('太多'),
    '甲',
    expect.stringContaining('太多'),
    '乙',
    expect.stringContaining('太多'),
    expect.stringContaining('太多'),
    '丙',
  ]);
  await desk.close();
});

it(
  'goes on answering while a report hangs, and sends away what would wait too long',
  { timeout: 60_000 },
  async () => {
    const desk = openCheckDesk(bundled('stuck'), { ...LIMITS, time: 2000, reports: 2 });
    const hanging = desk.review({ text: 'hang' });
    const waiting = desk.review({ text: '甲' });
    await expect(desk.review({ text: '乙' })).rejects.toMatchObject({ code: 'environment' });
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 20);
    await expect(hanging).rejects.toMatchObject({ code: 'bad-file' });
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(20);
    await expect(waiting).resolves.toMatchObject({ markup: '甲' });
    await desk.close();
  },
);

it(
  'survives a PDF that unpacks again and again, behind a filter that we do not look into',
  { timeout: 60_000 },
  async () => {
    const desk = openCheckDesk(bundled('worker'), { ...LIMITS, memory: 300 * 1024 * 1024 });
    const packed = deflateSync(deflateSync(Buffer.alloc(800 * 1024 * 1024)));
    const hex = `${packed.toString('hex')}>`;
    const bomb = pdfFile([[[79, 700, WRONG]]], (objects) => [
      ...objects.slice(0, -1),
      stream(hex, ' /Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]'),
    ]);
    const answer = await desk.review({ bytes: bomb, name: '甲.pdf' }).then(
      ({ markup }) => markup,
      (cause: Error) => cause.message,
    );
    expect(answer).toMatch(/太多|过大|扫描件|已损坏/);
    await expect(desk.review({ text: WRONG })).resolves.toMatchObject({ characters: WRONG.length });
    await desk.close();
  },
);
