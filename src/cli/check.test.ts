import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addCheck, checkFiles } from './check.ts';

const WRONG = '开头一行。\n全年立案9件，其中甲类3件、乙类2件、其他类5件。\n';
const RIGHT = '全年演练4次。\n';
let folder = '';
let before: typeof process.exitCode;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fadu-check-'));
  await writeFile(join(folder, 'wrong.txt'), WRONG);
  await writeFile(join(folder, 'right.txt'), RIGHT);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  before = process.exitCode;
  process.exitCode = undefined;
});
afterEach(() => {
  process.exitCode = before;
});

async function run(names: readonly string[], json = false): Promise<string[]> {
  const lines: string[] = [];
  await checkFiles(
    names.map((name) => join(folder, name)),
    { json, print: (line) => lines.push(line) },
  );
  return lines;
}

describe('fadu check', () => {
  it('prints grade, line, arithmetic, sentence and counts, and sets the exit code', async () => {
    const text = (await run(['wrong.txt'])).join('\n');
    expect(text).toContain('【确定】第2行');
    expect(text).toContain('3+2+5=10件');
    expect(text).toContain('全年立案9件');
    expect(text).toContain('确定1处');
    expect(process.exitCode).toBe(1);
  });

  it('leaves the exit code alone when nothing is wrong', async () => {
    expect((await run(['right.txt'])).at(-1)).toContain('没有发现');
    expect(process.exitCode).toBeUndefined();
  });

  it('prints one JSON line for each file', async () => {
    const lines = await run(['wrong.txt', 'right.txt'], true);
    expect(lines).toHaveLength(2);
    const first: unknown = JSON.parse(lines[0] ?? '');
    expect(first).toMatchObject({
      file: join(folder, 'wrong.txt'),
      findings: [{ type: 'sum-mismatch', grade: 'certain' }],
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      figures: [{ text: '4次', value: 4, low: 4, high: 4, approx: null, unit: '次' }],
    });
  });

  it('adds the binding that is handed in', async () => {
    const lines: string[] = [];
    await checkFiles([join(folder, 'right.txt')], {
      json: true,
      print: (line) => lines.push(line),
      bind: (figures) => figures.map((figure) => ({ ...figure, binding: { status: 'agree' as const } })),
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ figures: [{ binding: { status: 'agree' } }] });
  });

  it('holds a report against last year’s', async () => {
    const last = join(folder, '2023.txt');
    const now = join(folder, '2024.txt');
    await writeFile(last, '某镇2023年度报告\n全年办理行政处罚案件12件，罚款1.5万元，发放资料2300余份。');
    await writeFile(now, '某镇2024年度报告\n全年办理行政处罚案件9件，比上年下降20%。');
    const lines: string[] = [];
    await checkFiles([now], { json: true, previous: last, print: (line) => lines.push(line) });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      findings: [{ type: 'growth-mismatch', grade: 'likely', spans: [{ text: '20%' }, { text: '9件' }] }],
    });
    expect(process.exitCode).toBe(1);
    await expect(checkFiles([last], { json: true, previous: last })).rejects.toThrow('一字不差');
  });

  it('checks the other files before it refuses', async () => {
    const lines: string[] = [];
    const files = ['none.txt', 'wrong.txt', 'gone.txt'].map((name) => join(folder, name));
    await expect(checkFiles(files, { json: true, print: (line) => lines.push(line) })).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringMatching(/none\.txt.*\n.*gone\.txt/),
    });
    expect(lines).toHaveLength(1);
  });

  it('is a command of the program', async () => {
    const program = new Command().exitOverride();
    addCheck(program);
    await expect(
      program.parseAsync(['check', join(folder, 'none.txt')], { from: 'user' }),
    ).rejects.toMatchObject({ code: 'bad-file' });
  });
});
