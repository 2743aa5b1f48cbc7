import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeepDays } from './keep.ts';
import { openLog, type LogOptions } from './log.ts';

let folder: string;
let now: Date;
const broken: unknown[] = [];

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'fadu-log-')), 'logs');
  now = new Date('2026-11-25T15:59:00Z');
  broken.length = 0;
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

const open = (more: Partial<LogOptions> = {}) =>
  openLog(folder, { keepDays: 200, broken: (error) => broken.push(error), now: () => now, ...more });

async function lines(file: string): Promise<unknown[]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  expect(text).toMatch(/\n$/);
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('the log', () => {
  it('is a line of JSON for each thing, in a file for each day in Beijing, readable by nobody else', async () => {
    const log = open();
    log.write({ event: 'stop' });
    await log.close();
    now = new Date('2026-11-25T16:01:00Z');
    const next = open();
    next.write({ event: 'certificate', daysLeft: 9 });
    await next.close();
    expect((await readdir(folder)).toSorted()).toEqual([
      'fadu-2026-11-25-1.jsonl',
      'fadu-2026-11-26-1.jsonl',
    ]);
    expect(await lines('fadu-2026-11-25-1.jsonl')).toEqual([
      { time: '2026-11-25T15:59:00.000Z', event: 'stop' },
    ]);
    expect(await lines('fadu-2026-11-26-1.jsonl')).toEqual([
      { time: '2026-11-25T16:01:00.000Z', event: 'certificate', daysLeft: 9 },
    ]);
    expect((await stat(path.join(folder, 'fadu-2026-11-25-1.jsonl'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(broken).toEqual([]);
  });

  it('goes on in the next file when one is full, losing and repeating nothing; started again, where it was', async () => {
    const log = open({ size: 1024 });
    for (let i = 1; i <= 60; i += 1) {
      log.write({ event: 'lost', lines: i });
      if (i % 5 === 0) await log.flush();
    }
    await log.close();
    const again = open({ size: 1024 });
    again.write({ event: 'lost', lines: 61 });
    await again.close();
    const files = (await readdir(folder)).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(files.length).toBeGreaterThan(3);
    const all = (await Promise.all(files.map(lines))).flat() as { lines: number }[];
    expect(all.map((line) => line.lines)).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
    for (const file of files) expect((await stat(path.join(folder, file))).size).toBeLessThan(1600);
  });

  it('two processes write into the same day without a torn line', async () => {
    const logs = [open(), open()];
    for (let i = 0; i < 200; i += 1) for (const log of logs) log.write({ event: 'lost', lines: i });
    await Promise.all(logs.map((log) => log.close()));
    expect(await lines('fadu-2026-11-25-1.jsonl')).toHaveLength(400);
  });

  it('keeps every file of the days asked for, and drops older ones of its own', async () => {
    await mkdir(folder);
    const old = [
      'fadu-2026-05-08-1.jsonl',
      'fadu-2026-05-09-1.jsonl',
      'fadu-2020-01-01-7.jsonl',
      'notes.jsonl',
    ];
    for (const name of old) await writeFile(path.join(folder, name), '');
    const log = open();
    log.write({ event: 'stop' });
    await log.close();
    await expect
      .poll(async () => (await readdir(folder)).toSorted())
      .toEqual(['fadu-2026-05-09-1.jsonl', 'fadu-2026-11-25-1.jsonl', 'notes.jsonl']);
  });

  it('that can not be written says so once, counts what is lost, and goes on when it can', async () => {
    // A file where the folder should be, which no right can get around.
    await writeFile(folder, '');
    const log = open({ retryMs: 60_000 });
    for (let i = 0; i < 3; i += 1) {
      log.write({ event: 'stop' });
      await log.flush();
    }
    expect(broken).toHaveLength(1);
    await rm(folder);
    log.write({ event: 'stop' });
    await log.flush();
    now = new Date(now.getTime() + 60_000);
    log.write({ event: 'certificate', daysLeft: 1 });
    await log.close();
    const text = await readFile(path.join(folder, 'fadu-2026-11-26-1.jsonl'), 'utf8').catch(() =>
      readFile(path.join(folder, 'fadu-2026-11-25-1.jsonl'), 'utf8'),
    );
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([{ event: 'lost', lines: 4 }, { event: 'certificate' }]);
    expect(broken).toHaveLength(1);
  });
});

describe('how long logs are kept', () => {
  it('SJA-10 网络安全法第二十三条: is never less than six months', () => {
    expect(readKeepDays({})).toBe(200);
    expect(readKeepDays({ FADU_LOG_DAYS: '365' })).toBe(365);
    expect(readKeepDays({ FADU_LOG_DAYS: '184' })).toBe(184);
    for (const wrong of ['183', '0', '-1', '1e9', 'viele', '184.5'])
      expect(() => readKeepDays({ FADU_LOG_DAYS: wrong }), wrong).toThrow(
        expect.objectContaining({
          code: 'environment',
          detail: expect.objectContaining({ basis: expect.objectContaining({ article: '第二十三条' }) }),
        }),
      );
  });
});
