import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { p, r, wordFile } from '../reading/word.fixture.ts';
import { readWord } from '../reading/word.ts';
import { checkFiles, type CheckOptions } from './check.ts';
import { wantsColour } from './check-print.ts';

const WRONG = '全年立案9件，其中甲类3件、乙类2件、其他类5件。';
let folder = '';
let exitCode: typeof process.exitCode;
const at = (...names: string[]): string => join(folder, ...names);

beforeEach(async () => {
  exitCode = process.exitCode;
  folder = await mkdtemp(join(tmpdir(), 'fadu-out-'));
  await writeFile(at('甲.txt'), `开头。\n${WRONG}`);
  await writeFile(at('乙.docx'), wordFile(p(r(WRONG, '<w:b/>'))));
});
afterEach(async () => {
  process.exitCode = exitCode;
  await rm(folder, { recursive: true, force: true });
});

async function run(names: readonly string[], options: Partial<CheckOptions>): Promise<string[]> {
  const lines: string[] = [];
  const files = names.map((name) => at(name));
  await checkFiles(files, { json: false, colour: false, print: (line) => lines.push(line), ...options });
  return lines;
}

describe('documents of a check', () => {
  it('writes a page and a Word file for one input, and says so', async () => {
    const lines = await run(['甲.txt'], { html: at('甲.html'), docx: at('甲.docx') });
    expect(lines.slice(-2)).toEqual([`已写出${at('甲.html')}`, `已写出${at('甲.docx')}`]);
    expect(await readFile(at('甲.html'), 'utf8')).toContain('3+2+5=10件');
    expect(readWord(await readFile(at('甲.docx')), '甲.docx').text).toBe(`开头。\n${WRONG}`);
  });

  it('keeps the form of a Word input', async () => {
    await run(['乙.docx'], { docx: at('批注.docx') });
    const word = readWord(await readFile(at('批注.docx')), '批注.docx');
    expect(word.text).toBe(WRONG);
    expect(word.source).toContain('<w:rPr><w:b/></w:rPr>');
    expect(word.source).toContain('commentReference');
  });

  it('writes the documents of several inputs into a folder, made where there is none', async () => {
    await run(['甲.txt', '乙.docx'], { html: at('网页'), docx: at('文档') });
    expect((await readdir(at('网页'))).toSorted()).toEqual(['乙.html', '甲.html'].toSorted());
    expect((await readdir(at('文档'))).toSorted()).toEqual(['乙.docx', '甲.docx'].toSorted());
  });

  it('prints nothing but lines of JSON with --json', async () => {
    const lines = await run(['甲.txt'], { json: true, html: at('甲.html') });
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object))).toEqual([
      ['file', 'figures', 'findings'],
    ]);
    expect(await readFile(at('甲.html'), 'utf8')).toContain('<!doctype html>');
  });

  it('writes over nothing without --force', async () => {
    await writeFile(at('旧.html'), '旧的');
    await expect(run(['甲.txt'], { html: at('旧.html') })).rejects.toThrow('已经存在');
    expect(await readFile(at('旧.html'), 'utf8')).toBe('旧的');
    await run(['甲.txt'], { html: at('旧.html'), force: true });
    expect(await readFile(at('旧.html'), 'utf8')).not.toBe('旧的');
  });

  it('never writes over an input, --force or not', async () => {
    for (const docx of [at('乙.docx'), folder])
      await expect(run(['甲.txt', '乙.docx'].slice(1), { docx, force: true })).rejects.toThrow(
        '就是要检查的文件',
      );
    expect(readWord(await readFile(at('乙.docx')), '乙.docx').source).not.toContain('comment');
  });

  it('refuses before it reads anything where two inputs would be one document, or a file is named for several', async () => {
    await mkdir(at('里'));
    await writeFile(at('里', '甲.txt'), WRONG);
    await expect(run(['甲.txt', '里/甲.txt'], { html: at('网页') })).rejects.toThrow('请分开检查');
    await expect(run(['甲.txt', '乙.docx'], { html: at('甲.txt') })).rejects.toThrow('要写文件夹');
  });

  it('writes the others where one input can’t be read', async () => {
    await expect(run(['没有.txt', '甲.txt'], { html: at('网页') })).rejects.toThrow('找不到');
    expect(await readdir(at('网页'))).toEqual(['甲.html']);
  });
});

describe('colour', () => {
  it('is for terminals, and for those who have not declined it', () => {
    expect(wantsColour({ isTTY: true }, {})).toBe(true);
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(wantsColour({}, {})).toBe(false);
  });

  it('takes nothing from the words', async () => {
    const plain = await run(['甲.txt'], {});
    const coloured = await run(['甲.txt'], { colour: true });
    expect(coloured.join('\n')).toContain('\u001b[1;31m【确定】\u001b[0m');
    expect(coloured.map((line) => stripVTControlCharacters(line))).toEqual(plain);
  });
});
