import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, type TestContext } from 'vitest';
import { build, FOUNDED, foundTownship } from '../faults/kill.ts';
import { fillDisk, mountSmallDisk } from '../small-disk.ts';
import { disputeLine, entriesOf, expectRefusal, hasServer, importArgs, run } from './run.ts';

let folder: string;
let mounted: boolean;
const disk = (name = ''): string => path.join(folder, 'disk', name);

beforeAll(() => build());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-full-'));
  await mkdir(disk());
  mounted = false;
});
afterEach(async () => {
  if (mounted) execFileSync('umount', [disk()]);
  await rm(folder, { recursive: true, force: true });
});

function mount(context: TestContext, megabytes: number): void {
  mountSmallDisk(context, disk(), megabytes);
  mounted = true;
}

const fill = (leave: number): Promise<void> => fillDisk(disk(), leave);

it('is refused at the first start, and nothing half-made is left', { timeout: 60_000 }, async (context) => {
  mount(context, 8);
  const args = ['found', '--org', '520581995000', '--name', '试验乡', '--account', 'a', '--person', '某某'];
  expectRefusal(await run([...args, '--data', disk('data')]), 1, /磁盘已满/);
  expect((await readdir(disk('data'))).filter((name) => name.startsWith('pg'))).toEqual([]);
});

it(
  'keeps every acknowledged line, stops the database, and goes on when there is room',
  { timeout: 120_000 },
  async (context) => {
    mount(context, 80);
    const data = disk('data');
    foundTownship(data);
    const lines = Array.from({ length: 20_000 }, (_, i) => disputeLine(`full-${i}`)).join('\n');
    await fill(1500);
    const ran = await run(importArgs('-', data), { input: lines });
    const acknowledged = ran.out.split('\n').filter((line) => line.includes('"record"')).length;
    expectRefusal({ ...ran, out: '' }, 1, /磁盘已满/);
    expect(acknowledged).toBeGreaterThan(10);
    expect(acknowledged).toBeLessThan(20_000);
    expect(hasServer(data)).toBe(false);
    // Full as it still is, the next command says the same and does no harm.
    await fill(0);
    expectRefusal(await run(['verify', '--data', data]), 1, /磁盘已满/);
    await rm(disk('fill'));
    expect(await entriesOf(data)).toBe(acknowledged + FOUNDED);
    const again = await run(importArgs('-', data), {
      input: lines
        .split('\n')
        .slice(0, acknowledged + 5)
        .join('\n'),
    });
    expect(again.code).toBe(0);
    expect(await entriesOf(data)).toBe(acknowledged + FOUNDED + 5);
  },
);

it('leaves the old report as it was', { timeout: 60_000 }, async (context) => {
  mount(context, 1);
  const data = path.join(folder, 'data');
  foundTownship(data);
  await writeFile(disk('report.docx'), 'the old one');
  await fill(0);
  const args = ['report', '--data', data, '--year', '2024', '--out', disk('report.docx'), '--force'];
  expectRefusal(await run(args), 1, /磁盘已满/);
  expect((await readdir(disk())).toSorted()).toEqual(['fill', 'report.docx']);
  expect(execFileSync('cat', [disk('report.docx')], { encoding: 'utf8' })).toBe('the old one');
});
