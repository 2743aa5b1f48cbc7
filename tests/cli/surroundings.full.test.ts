import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { createDatabase } from '../../src/store/server-setup.ts';
import { withClient } from '../database.ts';
import { build, foundTownship } from '../faults/kill.ts';
import { expectRefusal, hasServer, run, type Ran } from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;

let folder: string;
/** A founded township whose database is stopped; copied where a test spoils it. */
let data: string;
const at = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-surroundings-'));
  // Another user than root must be able to come this far.
  await chmod(folder, 0o755);
  data = at('data');
  foundTownship(data);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const figures = (where: string, env: Record<string, string> = {}): Promise<Ran> =>
  run(['figures', '--data', where, '--year', '2024'], { env });

async function spoilt(name: string, ...without: string[]): Promise<string> {
  // cp of Node would lose the owner, and root's database belongs to somebody else.
  execFileSync('cp', ['-a', data, at(name)]);
  for (const gone of without) await rm(path.join(at(name), gone), { recursive: true });
  return at(name);
}

describe('a data folder', () => {
  it('that is not there is refused and not made', async () => {
    expectRefusal(await figures(at('misspelt')), 1, /没有数据文件夹/);
    expectRefusal(await run(['verify', '--data', at('misspelt')]), 1, /没有数据文件夹/);
    expect(existsSync(at('misspelt'))).toBe(false);
  });

  it('that is a file, or below one, is refused', async () => {
    await writeFile(at('file'), 'mine');
    for (const command of [['found', ...found()], ['demo'], ['figures', '--year', '2024']]) {
      expectRefusal(await run([...command, '--data', at('file')]), 1, /不是文件夹/);
    }
    expectRefusal(await run(['demo', '--data', at('file/below')]), 1, /不是文件夹/);
    expectRefusal(await run(['serve', '--port', '0', '--data', at('file')]), 1, /不是文件夹/);
  });

  it('that the first command makes is closed to other users', async (context) => {
    if (process.platform === 'win32') return context.skip('Windows has no modes');
    // Root's database runs as another user, who must be able to pass through.
    expect((await stat(data)).mode & 0o777).toBe(isRoot ? 0o711 : 0o700);
    expect((await stat(path.join(data, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('that may only be read is refused and stays empty', async () => {
    await mkdir(at('read-only'));
    await chmod(at('read-only'), 0o555);
    const args = ['found', ...found(), '--data', at('read-only')];
    const ran = await run(args, isRoot ? { uid: 65534, cwd: '/' } : {});
    expectRefusal(ran, 1, /没有权限/);
    expect(await readdir(at('read-only'))).toEqual([]);
  });

  it('whose first start broke off is made anew', async () => {
    await mkdir(at('broken-off/pg.new-x'), { recursive: true });
    await writeFile(at('broken-off/pg.new-x/PG_VERSION'), '17');
    expectRefusal(await figures(at('broken-off')), 1, /还没有机构/);
    expect((await readdir(at('broken-off'))).filter((name) => name.startsWith('pg.'))).toEqual([]);
  });

  it('whose database is not whole is refused, is left as it is, and nothing keeps running', async () => {
    const cases: readonly [without: string, says: RegExp][] = [
      ['pg/postgresql.conf', /数据库文件不完整/],
      ['pg/global/pg_control', /数据库文件不完整/],
      ['pg/PG_VERSION', /不是完整的数据库/],
      ['pg/base', /数据库文件不完整/],
      ['pg/pg_wal', /数据库文件/],
    ];
    for (const [index, [without, says]] of cases.entries()) {
      const dir = await spoilt(`spoilt-${index}`, without);
      expectRefusal(await figures(dir), 1, says);
      expect(hasServer(dir), without).toBe(false);
      expect(existsSync(path.join(dir, without)), without).toBe(false);
    }
  });
});

function found(): string[] {
  return ['--org', '520581995000', '--name', '试验乡', '--account', 'a', '--person', '某某'];
}

describe('DATABASE_URL', () => {
  let server: EmbeddedServer;
  /** Through the socket of a server that is not ours to start: what an office's own PostgreSQL looks like from here. */
  const url = (role: string, database = 'fadu'): string =>
    `postgres://${role}@localhost:${server.port}/${database}?host=${encodeURIComponent(server.host)}`;
  const asked = (app: string, owner: string): Promise<Ran> =>
    figures(at('keys-only'), { DATABASE_URL: app, DATABASE_OWNER_URL: owner });

  beforeAll(async () => {
    server = await startEmbedded(data);
    await withClient(server.url('postgres', 'postgres'), async (admin) => {
      await createDatabase(admin, 'bare');
      await createDatabase(admin, 'other');
    });
  });
  afterAll(() => server.stop());

  it('works with the two accounts', async () => {
    const ran = await asked(url('fadu_app'), url('fadu_owner'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('disputes.screened');
  });

  it('alone is not enough', async () => {
    expectRefusal(await figures(at('x'), { DATABASE_URL: url('fadu_app') }), 1, /DATABASE_OWNER_URL/);
    expect(existsSync(at('x'))).toBe(false);
  });

  it('that does not answer, leads nowhere or is none is refused', async () => {
    const nobody = await closedPort();
    for (const gone of [`postgres://a@127.0.0.1:${nobody}/x`, 'postgres://a@no-such-host.invalid/x']) {
      expectRefusal(await asked(gone, gone), 1, /连不上数据库/);
    }
    expectRefusal(await asked('postgres://[x', 'postgres://[x'), 1, /连接地址写得不对/);
    expectRefusal(await asked(url('fadu_app', 'none'), url('fadu_owner', 'none')), 1, /没有这个数据库/);
    expectRefusal(await asked(url('nobody'), url('nobody')), 1, /不让这个账号登录/);
  });

  it('of a superuser, or of the owner, is refused', async () => {
    expectRefusal(await asked(url('postgres'), url('fadu_owner')), 1, /权限过大/);
    expectRefusal(await asked(url('fadu_owner'), url('fadu_owner')), 1, /权限过大/);
  });

  it('of a database without tables is refused; so is an owner who may not make them', async () => {
    expectRefusal(await asked(url('fadu_app', 'bare'), url('fadu_owner')), 1, /没有法度的表/);
    expectRefusal(await asked(url('fadu_app', 'other'), url('fadu_app', 'other')), 1, /权限不够/);
  });
});

async function closedPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

describe('fadu serve', () => {
  it('refuses a port in use, and leaves no database running', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    const dir = await spoilt('served');
    try {
      const ran = await run(['serve', '--data', dir, '--port', String(port)]);
      expectRefusal(ran, 1, new RegExp(`端口${port}已被别的程序占用`));
    } finally {
      holder.close();
    }
    expect(hasServer(dir)).toBe(false);
  });

  it('refuses a port that is none', async () => {
    for (const port of ['http', '70000', '-1', '80.5']) {
      expectRefusal(await run(['serve', '--data', data, `--port=${port}`]), 1, /端口/);
    }
  });
});

describe('a program', () => {
  /** What a clone has, with the packages of this one. */
  async function clone(name: string, ...parts: string[]): Promise<string> {
    await mkdir(at(name));
    for (const part of ['bin', 'scripts', 'package.json', 'package-lock.json', ...parts]) {
      await cp(path.join(root, part), at(`${name}/${part}`), { recursive: true });
    }
    await symlink(path.join(root, 'node_modules'), at(`${name}/node_modules`));
    return at(`${name}/bin/fadu.mjs`);
  }

  it('that was never built builds itself', async () => {
    const program = await clone('unbuilt', 'src', 'console', 'tsconfig.json');
    const ran = await run(['deadline', 'CF-39', '--from', '2026-05-09'], { program });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(existsSync(at('unbuilt/dist/fadu.js'))).toBe(true);
  });

  it('of which half is missing says so', async () => {
    const program = await clone('half');
    expectRefusal(await run(['deadline', '--list'], { program }), 1, /程序文件不完整/);
  });
});
