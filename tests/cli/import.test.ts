import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { withClient } from '../database.ts';
import { build, foundTownship } from '../faults/kill.ts';
import { disputeLine, entriesOf, expectRefusal, faults, importArgs, run, type Ran } from './run.ts';

let folder: string;
let data: string;
let server: EmbeddedServer;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-import-'));
  data = at('data');
  foundTownship(data);
  server = await startEmbedded(data);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Receipt {
  readonly line: number;
  readonly record?: string;
  readonly version?: number;
  readonly repeated?: boolean;
  readonly refused?: string;
  readonly message?: string;
}

/** The receipts of an import that went to its end. */
function receipts(ran: Ran): Receipt[] {
  expect(ran.err).toMatch(/^登记\d+条，重复\d+条，拒绝\d+条\n$/);
  expect(faults()).toBe('');
  const lines = ran.out.split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Receipt);
}

/** Imports a file of this content. */
async function importing(content: string | Buffer): Promise<{ code: number | null; receipts: Receipt[] }> {
  await writeFile(at('acts.jsonl'), content);
  const ran = await run(importArgs(at('acts.jsonl'), data));
  return { code: ran.code, receipts: receipts(ran) };
}

let key = 0;
const line = (change: Readonly<Record<string, unknown>> = {}): string =>
  disputeLine(`k${(key += 1)}`, change);

/** Counted in the database: a command that only asks for it would take longer than what is tried. */
async function entries(): Promise<number> {
  const { rows } = await withClient(server.url('fadu', 'fadu_owner'), (client) =>
    client.query<{ entries: number }>('SELECT count(*)::integer AS entries FROM entry'),
  );
  return rows[0]!.entries;
}

let before: number;
beforeEach(async () => {
  before = await entries();
});
const written = async (): Promise<number> => (await entries()) - before;

afterAll(async () => {
  expect(await entriesOf(data)).toBe(await entries());
});

describe('fadu import-windows', () => {
  const HEAD = '统计日,窗口,事项,收件,办结,评价,好评';
  const importing = async (content: string | Buffer): Promise<Ran> => {
    await writeFile(at('windows.csv'), content);
    const args = [
      'import-windows',
      at('windows.csv'),
      '--data',
      data,
      '--as',
      'sfs',
      '--post',
      'judicial-office',
    ];
    return run(args);
  };

  it('counts what each window did on each day, once however often it is run', async () => {
    const table = `${HEAD}\n2024-03-28,民政窗口,低保申请,3,2,2,2\n2024-03-29,民政窗口,低保申请,4,4,1,1`;
    const first = await importing(table);
    expect([first.code, first.err, first.out]).toEqual([0, '', expect.stringContaining('登记2条，重复0条')]);
    expect(first.out).toContain('没有登记过的窗口：民政窗口');
    expect((await importing(table)).out).toContain('登记0条，重复2条');
    expect(await written()).toBe(2);
  });

  it('goes on where a day says something else than before, and names it', async () => {
    const table = `${HEAD}\n2024-04-10,,低保申请,3,2,2,2\n2024-04-11,,低保申请,4,4,1,1`;
    await importing(`${HEAD}\n2024-04-10,,低保申请,9,9,9,9`);
    const ran = await importing(table);
    expect([ran.code, ran.out]).toEqual([1, expect.stringContaining('登记1条，重复0条，拒绝1条')]);
    expect(ran.out).toContain('各窗口2024-04-10：没有登记。这一天已经登记过，和表里的不同');
    expect(faults()).toBe('');
    expect(await written()).toBe(2);
  });

  it('takes a table that an older program wrote in GB18030', async () => {
    const bytes = Buffer.concat([
      Buffer.from([
        0xcd, 0xb3, 0xbc, 0xc6, 0xc8, 0xd5, 0x2c, 0xca, 0xc2, 0xcf, 0xee, 0x2c, 0xb0, 0xec, 0xbd, 0xe1, 0x0a,
      ]),
      Buffer.from('2024-04-01,'),
      Buffer.from([0xb5, 0xcd, 0xb1, 0xa3]),
      Buffer.from(',5\n'),
    ]);
    expect((await importing(bytes)).out).toContain('登记1条');
  });

  it('with one row that is wrong writes nothing', async () => {
    const ran = await importing(
      `${HEAD}\n2024-05-06,民政窗口,低保申请,3,2,2,2\n2024-05-06,民政窗口,低保申请,x,2,2,2`,
    );
    expect(ran.code).toBe(1);
    expect(ran.err).toMatch(/有1行不对，一行也没有登记[^]*第3行：“x”不是件数/);
    expect(faults()).toBe('');
    expect(await written()).toBe(0);
  });
});

describe('fadu import', () => {
  it('writes every line, however early it comes, from a file and from standard input', async () => {
    const lines = Array.from({ length: 60 }, () => line());
    const fromFile = await importing(`${lines.slice(0, 30).join('\n')}\n`);
    expect(fromFile.code).toBe(0);
    expect(fromFile.receipts.map((each) => each.line)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    const piped = await run(importArgs('-', data), { input: lines.slice(30).join('\n') });
    expect(piped.code).toBe(0);
    expect(receipts(piped)).toHaveLength(30);
    expect(await written()).toBe(60);
  });

  it('corrects and voids with a reason, and names for whom it was entered', async () => {
    const record = '00000000-0000-4000-8000-0000000000c1';
    const act = { kind: 'dispute', record, occurredOn: '2024-03-09' };
    const lines = [
      line({ record }),
      JSON.stringify({
        ...act,
        step: '$correct',
        expectedVersion: 1,
        idempotencyKey: 'c2',
        values: { title: '林地界址纠纷' },
      }),
      JSON.stringify({
        ...act,
        step: '$correct',
        expectedVersion: 1,
        idempotencyKey: 'c3',
        values: { title: '林地界址纠纷' },
        reason: '写错',
      }),
      JSON.stringify({ ...act, step: '$void', expectedVersion: 2, idempotencyKey: 'c4', reason: '重复登记' }),
      line({ source: 'proxy' }),
      line({ source: 'proxy', behalf: 'cunganbu' }),
    ];
    const { code, receipts: answers } = await importing(lines.join('\n'));
    expect(code).toBe(1);
    expect(answers.map(({ version, refused }) => version ?? refused)).toEqual([
      1,
      'invalid-value',
      2,
      3,
      'missing-value',
      1,
    ]);
  });

  it('writes nothing twice when the same file comes again, and goes on where the last time ended', async () => {
    const [first, second] = [line(), line()];
    expect(await importing(`${first}\n`)).toMatchObject({ code: 0, receipts: [{ repeated: false }] });
    const again = await importing(`${first}\n${second}\n${first}\n`);
    expect(again.code).toBe(0);
    expect(again.receipts.map((each) => each.repeated)).toEqual([true, false, true]);
    expect(await written()).toBe(2);
  });

  it('takes what Windows writes: a mark in front, CRLF, empty lines; and a separator inside a text', async () => {
    const separated = line({ values: { title: '争水\u2028纠纷', type: 'neighbour', channel: 'village' } });
    const { code, receipts: given } = await importing(`\ufeff${line()}\r\n\r\n${separated}\r\n${line()}`);
    expect(code).toBe(0);
    expect(given.map((each) => [each.line, each.record !== undefined])).toEqual([
      [1, true],
      [3, true],
      [4, true],
    ]);
    expect(await written()).toBe(3);
  });

  it('reports each line that it refuses and goes on with the rest', async () => {
    const good = line();
    const garbled = Buffer.concat([
      Buffer.from(line().replace('}}', ',"narrative":"').slice(0, -1)),
      Buffer.from('bef0b7d7', 'hex'),
      Buffer.from('"}}'),
    ]);
    const lines: readonly [content: string | Buffer, code: string, says: RegExp][] = [
      [good.slice(0, 60), 'bad-input', /不是一行完整的JSON/],
      [good.slice(60), 'bad-input', /不是一行完整的JSON/],
      ['[]', 'bad-input', /一行应是一件事/],
      ['{}', 'bad-input', /缺少“kind”/],
      [line({ kind: 'war' }), 'unknown-kind', /没有“war”这种事项/],
      [line({ step: 'win' }), 'invalid-value', /没有“win”这个环节/],
      [line({ step: 'settle' }), 'wrong-state', /不是开头的环节/],
      [line({ values: { nothing: 1 } }), 'invalid-value', /没有“nothing”这一栏/],
      [line({ vilage: '柳树村' }), 'bad-input', /没有“vilage”这一项/],
      [line({ village: '无名村' }), 'invalid-value', /没有“无名村”这个村/],
      [line({ drill: 'false' }), 'bad-input', /“drill”应是true或false/],
      [line({ reasons: [] }), 'bad-input', /“reasons”应是/],
      [line({ occurredOn: '2024-02-30' }), 'invalid-value', /真实存在的日期/],
      [line({ occurredOn: '2999-01-01' }), 'invalid-value', /晚于今天/],
      [
        line({ record: 'not-an-id', expectedVersion: 1, step: 'mediate', values: { consent: 'both' } }),
        'invalid-value',
        /记录编号的格式不对/,
      ],
      [garbled, 'bad-input', /编码不是UTF-8/],
      [`{"title":"${'长'.repeat(1_100_000)}"}`, 'bad-input', /太长/],
    ];
    const newline = Buffer.from('\n');
    const parts = lines.flatMap(([content]) => [Buffer.from(content), newline]);
    const { code, receipts: given } = await importing(
      Buffer.concat([Buffer.from(`${line()}\n`), ...parts, Buffer.from(`${line()}\n${good.slice(0, -9)}`)]),
    );
    expect(code).toBe(1);
    expect(given).toHaveLength(lines.length + 3);
    for (const [index, [, refused, says]] of lines.entries()) {
      const receipt = given[index + 1];
      expect(receipt, `line ${index + 2}`).toMatchObject({ line: index + 2, refused });
      expect(receipt?.message).toMatch(says);
    }
    expect(given[0]?.record).toBeDefined();
    expect(given.at(-2)?.record).toBeDefined();
    // The last line broke off: it is refused, not taken for the whole.
    expect(given.at(-1)).toMatchObject({ refused: 'bad-input' });
    expect(await written()).toBe(2);
  });

  it('takes further steps, and tells who comes too late', async () => {
    const { receipts: started } = await importing(line());
    const record = started[0]?.record;
    const values = { consent: 'both' };
    const mediate = (): string =>
      line({ step: 'mediate', record, expectedVersion: 1, values, village: null });
    const { code, receipts: given } = await importing(`${mediate()}\n${mediate()}`);
    expect(given).toMatchObject([{ version: 2 }, { refused: 'version-conflict' }]);
    expect(code).toBe(1);
    expect(await written()).toBe(2);
  });

  it('refuses lines that are not this post’s or this account’s to write', async () => {
    await writeFile(at('acts.jsonl'), line());
    const as = (account: string, post: string): Promise<Ran> =>
      run(['import', at('acts.jsonl'), '--data', data, '--as', account, '--post', post]);
    const clerk = await as('sfs', 'window-clerk');
    expect(receipts(clerk)).toMatchObject([{ refused: 'not-permitted' }]);
    expect(receipts(await as('nobody', 'judicial-office'))).toMatchObject([{ refused: 'not-permitted' }]);
    expect(clerk.code).toBe(1);
    expectRefusal(await as('sfs', 'king'), 1, /没有“king”这个岗位/);
    expect(await written()).toBe(0);
  });

  it('refuses a key that has meant something else', async () => {
    const [first, other] = [
      disputeLine('twice'),
      disputeLine('twice', { values: { title: '另一件', type: 'land', channel: 'village' } }),
    ];
    const { code, receipts: given } = await importing(`${first}\n${other}`);
    expect(given).toMatchObject([{ repeated: false }, { refused: 'idempotency-conflict' }]);
    expect(code).toBe(1);
  });

  it('refuses bytes that are no text line by line, and what is no file at all', async () => {
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256));
    const { code, receipts: given } = await importing(bytes);
    expect(code).toBe(1);
    expect(given.every((each) => each.refused === 'bad-input')).toBe(true);
    expectRefusal(await run(importArgs(at('none.jsonl'), data)), 1, /打不开文件/);
    await mkdir(at('folder'));
    expectRefusal(await run(importArgs(at('folder'), data)), 1, /是文件夹/);
    await writeFile(at('empty.jsonl'), '');
    expectRefusal(await run(importArgs(at('empty.jsonl'), data)), 1, /是空文件/);
    expectRefusal(await run(['import', at('empty.jsonl'), '--data', data]), 2, /--as/);
    expect(await written()).toBe(0);
  });
});
