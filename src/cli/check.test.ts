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
