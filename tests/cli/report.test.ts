import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { build, foundTownship } from '../faults/kill.ts';
import { disputeLine, expectRefusal, importArgs, run } from './run.ts';

let folder: string;
let data: string;
let server: EmbeddedServer;
const at = (name: string): string => path.join(folder, name);
const report = (...args: string[]) => run(['report', '--data', data, '--year', '2024', ...args]);

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-report-'));
  data = at('data');
  foundTownship(data);
  // Commands join a running database: quicker than starting it for each.
  server = await startEmbedded(data);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('fadu report', () => {
  it('leaves a file that is there as it was, and writes over it when told to', async () => {
    await writeFile(at('kept.md'), 'mine');
    expectRefusal(await report('--out', at('kept.md')), 1, /已经存在，没有写出/);
    expect(await readFile(at('kept.md'), 'utf8')).toBe('mine');
    expect(await report('--out', at('kept.md'), '--force')).toMatchObject({ code: 0, err: '' });
    expect(await readFile(at('kept.md'), 'utf8')).toContain('法治政府建设工作情况报告');
  });

  it('takes the format from the ending of the name', async () => {
    for (const [name, begins] of [
      ['a.MD', '#'],
      ['a.docx', 'PK'],
      ['a.htm', '<!doctype html>'],
      ['a.json', '{'],
      ['a', 'PK'],
    ] as const) {
      expect(await report('--out', at(name)), name).toMatchObject({ code: 0, err: '' });
      expect((await readFile(at(name), 'utf8')).replace(/^>.*\n+/, ''), name).toMatch(
        new RegExp(`^${begins}`),
      );
    }
  });

  it('refuses a name that contradicts the format or tells none', async () => {
    const before = await readdir(folder);
    expectRefusal(await report('--out', at('b.docx'), '--format', 'html'), 1, /对不上/);
    expectRefusal(await report('--out', at('b.pdf')), 1, /看不出要写成哪种格式/);
    expect(await readdir(folder)).toEqual(before);
  });

  it('of a township that was founded just now states nothing as not having happened', async () => {
    const ran = await report('--out', at('new.md'));
    expect(ran.out).not.toContain('以下写为没有');
    expect(await readFile(at('new.md'), 'utf8')).not.toMatch(/未制定|未作出/);
  });

  it('asks the clerk to look at every stated zero', async () => {
    const entered = await run(importArgs('-', data), { input: disputeLine('one') });
    expect(entered, entered.err).toMatchObject({ code: 0 });
    const { out } = await report('--out', at('later.md'));
    expect(out).toContain(
      '以下写为没有，请核实确无遗漏：全年未作出重大行政决策；全年未制定行政规范性文件；全年未作出行政处罚决定。\n',
    );
  });
});
