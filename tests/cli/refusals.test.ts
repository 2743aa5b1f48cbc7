import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { build, foundTownship } from '../faults/kill.ts';
import { expectRefusal, run } from './run.ts';

let folder: string;
let data: string;
let server: EmbeddedServer;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-refusals-'));
  data = at('data');
  foundTownship(data);
  // Commands join a running database: quicker than starting it for each.
  server = await startEmbedded(data);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** GB18030 for `检查2024年：` and so on: the lead bytes are no UTF-8. */
const GB18030 = Buffer.concat([
  Buffer.from('c8abc4eac5c5b2e9ac', 'hex').subarray(0, 8),
  Buffer.from('120'),
  Buffer.from('bcfea1a3', 'hex'),
]);

describe('fadu check', () => {
  const cases: readonly [what: string, name: string, content: string | Buffer, says: RegExp][] = [
    ['a type that it cannot read', 'a.rtf', '{\\rtf1 x}', /“a\.rtf”是写字板文档/],
    ['half a PDF', 'a.pdf', '%PDF-1.7', /“a\.pdf”已损坏/],
    ['text under the name of a PDF', 'b.pdf', '全年演练4次。', /“b\.pdf”不是 PDF 文件/],
    ['an empty file', 'empty.txt', '', /“empty\.txt”是空文件/],
    ['an empty Word file', 'empty.docx', '', /“empty\.docx”是空文件/],
    ['a file of spaces', 'blank.md', ' \n\t\n', /里没有文字/],
    ['bytes that are no text', 'bytes.txt', Buffer.from([0xff, 0xfd, 0, 1, 2, 3, 0x81]), /不是文本文件/],
    [
      'no Word file under its name',
      'not.docx',
      Buffer.from('PK\u0003\u0004nothing of the kind'),
      /已损坏，或者不是完整的 Word 文档/,
    ],
    ['text under the name of a Word file', 'text.docx', '全年演练4次。', /“text\.docx”不是 Word 文档/],
  ];
  it.each(cases)('refuses %s', async (_what, name, content, says) => {
    await writeFile(at(name), content);
    expectRefusal(await run(['check', at(name)]), 1, says);
  });

  it('writes its documents over nothing, and compares with no missing file', async () => {
    await writeFile(at('now.txt'), '全年演练4次。');
    await writeFile(at('kept.html'), '旧的');
    const now = at('now.txt');
    expectRefusal(await run(['check', now, '--html', at('kept.html')]), 1, /kept\.html”已经存在/);
    expectRefusal(await run(['check', now, '--docx', now, '--force']), 1, /就是要检查的文件/);
    expectRefusal(await run(['check', now, '--html', '']), 2, /请在 --html 后面写文件名/);
    expectRefusal(await run(['check', now, '--previous', at('none.txt')]), 1, /找不到文件“none\.txt”/);
    expectRefusal(await run(['check', now, '--previous', now]), 1, /一字不差/);
    expect(await readFile(at('kept.html'), 'utf8')).toBe('旧的');
  });

  it('refuses 100 MB without reading them, a folder, and what is not there', async () => {
    await writeFile(at('large.txt'), '');
    await truncate(at('large.txt'), 100 * 1024 * 1024);
    expectRefusal(await run(['check', at('large.txt')]), 1, /100 MB.*20 MB/);
    await mkdir(at('folder.txt'));
    expectRefusal(await run(['check', at('folder.txt')]), 1, /不是文件/);
    expectRefusal(await run(['check', at('none.txt')]), 1, /找不到文件“none\.txt”/);
    await symlink(at('nowhere'), at('dangling.txt'));
    expectRefusal(await run(['check', at('dangling.txt')]), 1, /找不到文件/);
  });

  it('recognises GB18030', async () => {
    await writeFile(at('gb.txt'), GB18030);
    const ran = await run(['check', '--json', at('gb.txt')]);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({ figures: [{ text: '120件', value: 120, unit: '件' }] });
  });
});

describe('fadu deadline', () => {
  const cases: readonly [args: string[], code: 1 | 2, says: RegExp][] = [
    [['NO-1', '--from', '2026-05-09'], 1, /没有编号为“NO-1”的期限规则/],
    [['CF-39', '--from', '2026-02-30'], 1, /“2026-02-30”不是一个存在的日期/],
    [['CF-39', '--from', '2026-05-09', '--suspend', '2026-06-31..2026-07-02'], 1, /中止期间/],
    [['CF-39', '--from', '2031-02-20'], 1, /缺少2031年放假通知/],
    [['CF-39'], 2, /--from/],
    [[], 2, /规则编号/],
  ];
  it.each(cases)('refuses %j', async (args, code, says) => {
    expectRefusal(await run(['deadline', ...args]), code, says);
  });
});

describe('fadu figures', () => {
  const year = ['--year', '2024'];
  const cases: readonly [args: string[], code: 1 | 2, says: RegExp][] = [
    [['--org', '123', ...year], 1, /没有代码为“123”的机构/],
    [['--org', '999999999999', ...year], 1, /没有代码为“999999999999”的机构/],
    [[...year, '--records', 'no.such'], 1, /没有代码为“no\.such”的指标/],
    [[...year, '--records', ''], 1, /没有代码为“”的指标/],
    [['--year', '1800'], 1, /年份“1800”不对/],
    [['--year', 'this'], 1, /年份“this”不对/],
    [['--year', '2024.5'], 1, /年份/],
    [['--year', '2999'], 1, /2999年还没有开始/],
    [['--year'], 2, /缺少内容/],
    [[], 2, /--year/],
    [[...year, '--as-of', 'yesterday'], 1, /“yesterday”不是账本序号/],
    [[...year, '--as-of', '2024-13-40T00:00:00Z'], 1, /不是账本序号，也不是带时区的时间/],
    [[...year, '--as-of', '2024-06-30T12:00:00'], 1, /带时区/],
    [[...year, '--as-of', '99999999'], 1, /账本还没有第99999999条，现在共4条/],
    [[...year, '--as-of', '9'.repeat(30)], 1, /不是账本序号/],
    [[...year, '--as-of', '2999-01-01T00:00:00Z'], 1, /还没有到/],
    [[...year, '--as-of', '1', '--records', 'disputes.screened'], 2, /不能与/],
    [[...year, '--nothing'], 2, /没有“--nothing”这个选项/],
  ];
  it.each(cases)('refuses %j', async (args, code, says) => {
    expectRefusal(await run(['figures', '--data', data, ...args]), code, says);
  });

  it('of a past that is there are those of that day', async () => {
    const ran = await run(['figures', '--data', data, '--year', '2024', '--as-of', '1', '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
  });
});

describe('fadu report', () => {
  const cases: readonly [args: string[], code: 1 | 2, says: RegExp][] = [
    [['--year', '2024', '--format', 'pdf', '--out', 'report.pdf'], 1, /不能写成“pdf”格式/],
    [['--year', '2999', '--out', 'report.docx'], 1, /2999年还没有开始/],
    [['--year', 'x', '--out', 'report.docx'], 1, /年份“x”不对/],
    [['--year', '2024', '--org', '1', '--out', 'report.docx'], 1, /没有代码为“1”的机构/],
    [['--year', '2024', '--out', 'none/report.docx'], 1, /文件夹“none”不存在/],
    [['--year', '2024', '--out', '.'], 1, /是文件夹/],
    [['--year', '2024', '--out', ''], 2, /--out/],
    [['--year', '2024'], 2, /--out/],
  ];
  it.each(cases)('refuses %j and writes nothing', async (args, code, says) => {
    const cwd = await mkdtemp(at('report-'));
    expectRefusal(await run(['report', '--data', data, ...args], { cwd }), code, says);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('refuses a file that may not be written and leaves it as it was', async (context) => {
    if (process.getuid?.() === 0) {
      // Root may write anywhere but where the system keeps its own.
      if (!existsSync('/proc/version')) return context.skip('/proc is not there');
      const out = ['report', '--data', data, '--year', '2024', '--out', '/proc/version'];
      return expectRefusal(await run(out), 1, /没有|不存在|只读/);
    }
    await mkdir(at('closed'), { mode: 0o555 });
    const out = ['report', '--data', data, '--year', '2024', '--out', at('closed/report.docx')];
    expectRefusal(await run(out), 1, /没有权限写入/);
    expect(await readdir(at('closed'))).toEqual([]);
  });
});

describe('the ledger commands', () => {
  it('refuse a number that the ledger does not have', async () => {
    for (const seq of ['0', '5', 'x', '-1e3', '9'.repeat(40)]) {
      expectRefusal(await run(['prove', '--data', data, '--', seq]), 1, /账本里没有第/);
    }
  });

  it('sign nothing when the note can not be put where it was asked for', async () => {
    const keys = path.join(data, 'keys');
    await writeFile(at('taken.txt'), 'mine');
    const args = ['checkpoint', '--data', data, '--out'];
    expectRefusal(await run([...args, at('taken.txt')]), 1, /已经存在，不覆盖/);
    expectRefusal(await run([...args, at('none/note.txt')]), 1, /不存在/);
    expect(existsSync(keys) ? (await readdir(keys)).filter((name) => name.endsWith('.txt')) : []).toEqual([]);
  });

  it('refuse an organisation that is not there', async () => {
    for (const command of ['verify', 'checkpoint', 'replay']) {
      expectRefusal(await run([command, '--data', data, '--org', '1']), 1, /没有代码为“1”的机构/);
    }
  });
});

it('a command that there is none of is wrong usage', async () => {
  expectRefusal(await run(['figure']), 2, /没有“figure”这个命令/);
});
