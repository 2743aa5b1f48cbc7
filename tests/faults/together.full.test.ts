import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  disputeLine,
  ending,
  entriesOf,
  expectRefusal,
  faults,
  hasServer,
  importArgs,
  run,
  startFadu,
} from '../cli/run.ts';
import { build, foundTownship } from './kill.ts';

let folder: string;
let data: string;
let before: number;

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-together-'));
  data = path.join(folder, 'data');
  foundTownship(data);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  before = await entriesOf(data);
});

let key = 0;
const lines = (count: number): string =>
  Array.from({ length: count }, () => `${disputeLine(`together-${(key += 1)}`)}\n`).join('');

/** Waits for the first output, then a little while. */
async function underWay(child: ChildProcess, wait = 0): Promise<void> {
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  await sleep(wait);
}

function receiptsIn(out: string): number {
  return out.split('\n').filter((line) => line.includes('"record"') && line.endsWith('}')).length;
}

/** How often the database found that it had not been stopped in order. */
async function recoveries(): Promise<number> {
  const log = await readFile(path.join(data, 'postgres.log'), 'utf8');
  return log.split('not properly shut down').length - 1;
}

describe('two commands on one data folder', () => {
  it('both work, however many read while one writes', { timeout: 60_000 }, async () => {
    const writer = startFadu(importArgs('-', data));
    const written = ending(writer);
    writer.stdin?.write(lines(1));
    await underWay(writer);
    const counts: number[] = [];
    const read = async (): Promise<void> => {
      const ran = await run(['figures', '--data', data, '--year', '2024', '--json']);
      expect(ran).toMatchObject({ code: 0, err: '' });
      const all = JSON.parse(ran.out) as { code: string; value: number }[];
      counts.push(all.find((each) => each.code === 'disputes.screened')?.value ?? -1);
    };
    for (let round = 0; round < 3; round += 1) {
      writer.stdin?.write(lines(40));
      await Promise.all([read(), read(), read()]);
    }
    writer.stdin?.end();
    const { code, out, err } = await written;
    expect(code).toBe(0);
    expect(err).toMatch(/^登记\d+条，重复0条，拒绝0条\n$/);
    expect(receiptsIn(out)).toBe(121);
    expect(await entriesOf(data)).toBe(before + 121);
    for (const count of counts) {
      expect(count).toBeGreaterThanOrEqual(before);
      expect(count).toBeLessThanOrEqual(before + 120);
    }
    expect(hasServer(data)).toBe(false);
  });

  it('both write: two imports of the same lines write each once', { timeout: 60_000 }, async () => {
    const text = lines(60);
    const [one, two] = await Promise.all([
      run(importArgs('-', data), { input: text }),
      run(importArgs('-', data), { input: text }),
    ]);
    expect([one.code, two.code]).toEqual([0, 0]);
    const fresh = `${one.out}${two.out}`.split('\n').filter((line) => line.includes('"repeated":false'));
    expect(fresh).toHaveLength(60);
    expect(await entriesOf(data)).toBe(before + 60);
    expect(hasServer(data)).toBe(false);
  });
});

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  it(
    'stops an import in order: what was acknowledged is there, nothing keeps running',
    { timeout: 60_000 },
    async () => {
      const file = path.join(folder, 'many.jsonl');
      await writeFile(file, lines(20_000));
      const found = await recoveries();
      const child = startFadu(importArgs(file, data));
      const ended = ending(child);
      await underWay(child, 150);
      child.kill(signal);
      const ran = await ended;
      expectRefusal({ ...ran, out: '' }, 1, /已按要求停止/);
      expect(hasServer(data)).toBe(false);
      const acknowledged = receiptsIn(ran.out);
      expect(acknowledged).toBeGreaterThan(0);
      expect(acknowledged).toBeLessThan(20_000);
      // The act that was under way may have been written without its receipt.
      const written = (await entriesOf(data)) - before;
      expect([acknowledged, acknowledged + 1]).toContain(written);
      expect(await recoveries()).toBe(found);
    },
  );

  it('stops an import that waits for its next line', { timeout: 60_000 }, async () => {
    const child = startFadu(importArgs('-', data));
    const ended = ending(child);
    child.stdin?.write(lines(1));
    await underWay(child, 50);
    child.kill(signal);
    expectRefusal({ ...(await ended), out: '' }, 1, /已按要求停止/);
    expect(hasServer(data)).toBe(false);
    expect(await entriesOf(data)).toBe(before + 1);
  });

  it('stops a server in order', { timeout: 60_000 }, async () => {
    const found = await recoveries();
    const child = startFadu(['serve', '--data', data, '--port', '0']);
    const ended = ending(child);
    await underWay(child);
    expect(hasServer(data)).toBe(true);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0 });
    expect(hasServer(data)).toBe(false);
    expect(await entriesOf(data)).toBe(before);
    expect(await recoveries()).toBe(found);
  });
});

describe('kill -9', () => {
  it(
    'of a server: the next start works by itself, and its stop leaves nothing',
    { timeout: 60_000 },
    async () => {
      const first = startFadu(['serve', '--data', data, '--port', '0']);
      const killed = ending(first);
      await underWay(first);
      first.kill('SIGKILL');
      await killed;
      expect(existsSync(path.join(data, 'pg/postmaster.pid'))).toBe(true);
      const second = startFadu(['serve', '--data', data, '--port', '0']);
      const ended = ending(second);
      await underWay(second);
      second.kill('SIGTERM');
      expect(await ended).toMatchObject({ code: 0 });
      expect(hasServer(data)).toBe(false);
      expect(await entriesOf(data)).toBe(before);
      expect(faults()).toBe('');
    },
  );
});
