import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { build } from '../faults/kill.ts';
import { expectRefusal, run, type Ran } from './run.ts';

const TOWN = '520581203000';
const COUNTY = '520581000000';

let folder: string;
let data: string;
let server: EmbeddedServer;
beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-posts-'));
  data = path.join(folder, 'data');
  // Commands join a running database: quicker than starting it for each.
  server = await startEmbedded(data);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const fadu = (...args: string[]): Promise<Ran> => run([...args, '--data', data]);
const account = (...args: string[]): Promise<Ran> => fadu('account', ...args, '--org', TOWN);

async function file(name: string, content: string | Buffer): Promise<string> {
  await writeFile(path.join(folder, name), content);
  return path.join(folder, name);
}

/** A county, a township and two villages, as an old list writes them: in GB18030. */
const GB = Buffer.from(
  '3532303538312ccad4d1e9cad00a3532303538313230332ccad4d1e9cfe70a3532303538313230333030312cbcd7b4e50a3532303538313230333030322cd2d2b4e50a',
  'hex',
);

interface Listed {
  readonly accounts: readonly {
    readonly account: string;
    readonly name?: string;
    readonly closedOn: string | null;
    readonly holdings: readonly { readonly post: string; readonly substituteFor: string | null }[];
  }[];
  readonly warnings: readonly { readonly code: string }[];
}

async function listed(org = TOWN): Promise<Listed> {
  const ran = await fadu('account', 'list', '--org', org, '--json');
  expect(ran.code, ran.err).toBe(0);
  return JSON.parse(ran.out) as Listed;
}

const postsOf = async (name: string): Promise<string[] | undefined> =>
  (await listed()).accounts.find((each) => each.account === name)?.holdings.map(({ post }) => post);

describe('fadu org', { timeout: 60_000 }, () => {
  it('takes in a list of codes as a whole, and says of each row what is wrong', async () => {
    const wrong = await file('wrong.csv', '代码,名称\n52058,坏\n520581,好\n5205,\n');
    const ran = await fadu('org', 'import', wrong);
    expect(ran.code).toBe(1);
    expect(ran.out.split('\n')).toEqual([
      '第2行：代码“52058”不对，应是2、4、6、9或12位数字。',
      '第4行：“名称”不能为空。',
      '整个文件没有导入，请改好后再试。',
      '',
    ]);
    expectRefusal(await fadu('org', 'import', path.join(folder, 'none.csv')), 1, /打不开文件/);
    const good = await fadu('org', 'import', await file('gb.csv', GB));
    expect(good.out).toBe('已导入4条区划代码（县级1条，乡级1条，村级2条）\n');
  });

  it('opens a township with its villages in one command, and a county; no village, no unknown code', async () => {
    const who = ['--admin', 'gly', '--person', '某某'];
    const ran = await fadu('org', 'open', '520581203', ...who, '--json');
    expect(JSON.parse(ran.out)).toMatchObject({
      org: TOWN,
      name: '试验乡',
      villages: ['甲村', '乙村'],
      account: 'gly',
      oneTimePassword: expect.any(String) as string,
    });
    expect((await fadu('org', 'open', COUNTY, ...who)).code).toBe(0);
    expectRefusal(await fadu('org', 'open', TOWN, ...who), 1, /已经开通/);
    expectRefusal(await fadu('org', 'open', '520581203001', ...who), 1, /是村级代码/);
    expectRefusal(await fadu('org', 'open', '520581204', ...who), 1, /请用 --name 写明名称/);
    expect((await fadu('org', 'list')).out).toBe(`${COUNTY} 县级 试验市\n${TOWN} 乡级 试验乡\n`);
  });
});

describe('fadu account', { timeout: 120_000 }, () => {
  it('opens accounts as before, for villages too', async () => {
    const cadre = ['--account', 'cun1', '--person', '某某', '--post', 'village-cadre', '--villages', '甲村'];
    expect((await account(...cadre)).out).toMatch(/已增加账号cun1（村干部）/);
    expect((await account('--account', 'sfs', '--person', '某甲', '--post', 'judicial-office')).code).toBe(0);
    expectRefusal(await account('--person', '某某', '--post', 'counsel'), 2, /必须写明选项“--account/);
    const wrong = ['--account', 'cun2', '--person', '某某', '--post', 'village-cadre', '--villages', '丙村'];
    expectRefusal(await account(...wrong), 1, /没有“丙村”这个村/);
  });

  it('gives and takes posts, and says what should not be one person; the county has it too', async () => {
    const given = await account('appoint', 'gly', 'audit-administrator');
    expect(given.out).toMatch(/已任命：gly担任审计管理员\n提示：账号“gly”一人担任审计管理员、系统管理员/);
    const county = await fadu('verify', '--org', COUNTY, '--json');
    expect(JSON.parse(county.out)).toMatchObject({ entries: 4 });
    expect((await account('relieve', 'gly', 'audit-administrator')).out).toBe(
      '已免去：gly不再担任审计管理员\n',
    );
    expect(await postsOf('gly')).toEqual(['system-administrator']);
    expectRefusal(await account('relieve', 'gly', 'counsel'), 1, /现在不担任这个岗位/);
    expectRefusal(await account('appoint', 'sfs', 'auditor'), 1, /要写明任职到哪一天/);
    expectRefusal(await account('appoint', 'sfs', 'mayor'), 1, /没有“mayor”这个岗位/);
  });

  it('arranges a substitute with a beginning and an end', async () => {
    const ran = await account(
      'substitute',
      'cun1',
      'judicial-office',
      '--for',
      'sfs',
      '--until',
      '2099-01-01',
    );
    expect(ran.out).toMatch(/已安排代理：cun1代sfs担任司法所，.*至2099-01-01/);
    expect((await listed()).accounts.find((each) => each.account === 'cun1')?.holdings).toMatchObject([
      { post: 'judicial-office', substituteFor: 'sfs' },
      { post: 'village-cadre', substituteFor: null },
    ]);
    expect((await account('extend', 'cun1', 'judicial-office', '--until', '2099-02-01')).code).toBe(0);
    expectRefusal(
      await account('substitute', 'cun1', 'counsel', '--for', 'sfs', '--until', '2099-01-01'),
      1,
      /不担任“法律顾问”/,
    );
  });

  it('lets somebody of the county carry a step', async () => {
    const outside = `gly@${COUNTY}`;
    expect((await account('appoint', outside, 'legality-reviewer', '--until', '2099-12-31')).code).toBe(0);
    expect(await postsOf(outside)).toEqual(['legality-reviewer']);
  });

  it('hands what is open over', async () => {
    const line = {
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-03-05',
      village: '甲村',
      idempotencyKey: 'one',
      values: { title: '地界纠纷', type: 'land', channel: 'village', parties: [{ name: '某某' }] },
    };
    const entered = await run(
      ['import', '-', '--data', data, '--org', TOWN, '--as', 'cun1', '--post', 'village-cadre'],
      { input: JSON.stringify(line) },
    );
    expect(entered.code, entered.out).toBe(0);
    const ran = await account('hand-over', 'cun1', 'sfs', '--reason', '换届');
    expect(ran.out).toBe('已把cun1在办的1件事移交给sfs，办完的和办理记录都不动。\n');
  });

  it('gives an account to another person, closes it and opens it again', async () => {
    const changed = await account('change', 'cun1', '--person', '某乙', '--json');
    expect(JSON.parse(changed.out)).toMatchObject({ account: 'cun1', hours: 24 });
    expect((await listed()).accounts.find((each) => each.account === 'cun1')?.name).toBe('某乙');
    expect((await account('close', 'cun1')).out).toBe('账号cun1已停用，登录同时失效\n');
    expect((await listed()).accounts.find((each) => each.account === 'cun1')?.closedOn).not.toBeNull();
    expectRefusal(await account('close', 'cun1'), 1, /现在是“已停用”/);
    expect((await account('reopen', 'cun1')).code).toBe(0);
  });

  it('draws a sample that can be drawn again', async () => {
    const sample = ['sample', '--org', TOWN, '--year', '2024', '--size', '1', '--seed', 'abc'];
    const ran = await fadu(...sample);
    expect(ran.out).toMatch(/2024年共1件，抽取1件\n.*矛盾纠纷 地界纠纷（.*\n种子 abc，账本\d+条/);
    expect((await fadu(...sample)).out).toBe(ran.out);
    expectRefusal(await fadu('sample', '--org', TOWN, '--year', '2024', '--size', '0'), 1, /件数“0”不对/);
  });

  it('leaves ledgers that verify and tables that follow from them', async () => {
    expect((await fadu('verify')).code).toBe(0);
    const before = await listed();
    expect((await fadu('replay', '--org', TOWN)).code).toBe(0);
    expect(await listed()).toEqual(before);
  });
});

describe('a township that is merged', { timeout: 60_000 }, () => {
  it('can’t be on the day of its opening; a name of its own it gets neither', async () => {
    expectRefusal(await fadu('org', 'merge', TOWN, '--into', COUNTY), 1, /应晚于开通/);
    expectRefusal(await fadu('org', 'merge', TOWN, '--into', TOWN), 1, /不能是同一个/);
    expectRefusal(await fadu('org', 'rename', TOWN, '--name', '试验镇'), 1, /应晚于开通/);
  });
});
