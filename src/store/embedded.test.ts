import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testBinaries, withClient } from '../../tests/database.ts';
import { isAlive } from './server-lease.ts';
import { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts';

const isRoot = process.getuid?.() === 0;
const undurable: EmbeddedOptions = { durable: false, ...testBinaries() };

let base: string;
let starter: string;
const servers: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  base = await realpath(await mkdtemp(path.join(os.tmpdir(), 'fadu-embedded-')));
  await chmod(base, 0o755);
  // A program of its own, since the launcher is about several processes. It lies where packages are found.
  starter = path.resolve(import.meta.dirname, `../../node_modules/.cache/fadu-starter-${process.pid}.mjs`);
  await build({
    stdin: { contents: STARTER, resolveDir: import.meta.dirname, loader: 'ts' },
    outfile: starter,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});

afterEach(async () => {
  for (const child of children.splice(0)) await end(child, 'SIGTERM');
  for (const server of servers.splice(0)) await server.stop();
});

afterAll(async () => {
  await rm(base, { recursive: true, force: true });
  await rm(starter, { force: true });
});

/** Starts, says in one line what came of it, and stops when asked to. */
const STARTER = `
  import { startEmbedded } from './embedded.ts';
  const options = JSON.parse(process.argv[3] ?? '{}');
  startEmbedded(process.argv[2] ?? '', options).then(
    (server) => {
      const alive = setInterval(() => undefined, 1000);
      process.once('SIGTERM', () => void server.stop().then(() => clearInterval(alive)));
      // Last: who reads it may send the signal at once.
      console.log(JSON.stringify({ pid: server.pid, adopted: server.adopted, way: server.way }));
    },
    (error) => console.log(JSON.stringify({ refused: error.code, message: error.message, next: error.detail?.next })),
  );`;

interface Said {
  pid?: number;
  adopted?: boolean;
  way?: string;
  refused?: string;
  message?: string;
  next?: string;
}

async function other(
  dir: string,
  prefix: string[] = [],
  as: { uid?: number } = {},
): Promise<[ChildProcess, Said]> {
  const [command, ...args] = [...prefix, process.execPath, starter, dir, JSON.stringify(undurable)];
  const child = spawn(command ?? '', args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/', ...as });
  children.push(child);
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return [child, JSON.parse(text) as Said];
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function start(dir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded(dir, { ...undurable, ...options });
  servers.push(server);
  return server;
}

const ask = <T extends object>(
  server: EmbeddedServer,
  sql: string,
  role: 'fadu_app' | 'postgres' = 'fadu_app',
) => withClient(server.url('fadu', role), (client) => client.query<T>(sql)).then((answer) => answer.rows);

const isRunning = (pid: number): boolean => isAlive({ pid, mark: '' });
const inBase = (name: string): string => path.join(base, name);

describe('the embedded server', () => {
  it('starts in a new folder, keeps what was written, and stops', async () => {
    const first = await start(inBase('plain'));
    expect(first.adopted).toBe(false);
    await ask(first, 'create table kept as select 1 as x', 'postgres');
    await first.stop();
    expect(isRunning(first.pid)).toBe(false);
    expect(await readdir(inBase('plain/run'))).toEqual([]);
    const second = await start(inBase('plain'));
    expect(await ask(second, 'select x from kept', 'postgres')).toEqual([{ x: 1 }]);
  });

  it('is UTF-8 with byte order, listens on a private socket only, and has the two roles', async () => {
    const server = await start(inBase('plain'));
    const [facts] = await ask(
      server,
      `select current_user as who, current_setting('server_encoding') as encoding, '司' < '法' as bytes, 'a' < 'B' as folded,
         current_setting('listen_addresses') as addresses, has_schema_privilege('public', 'create') as creates,
         (select bool_or(rolsuper or rolbypassrls or rolcreaterole) from pg_roles where rolname like 'fadu%') as powerful,
         (select count(*)::int from pg_auth_members m join pg_roles r on r.oid = m.member where rolname = 'fadu_app') as member`,
    );
    const order = Buffer.compare(Buffer.from('司'), Buffer.from('法')) < 0;
    expect(facts).toEqual({
      who: 'fadu_app',
      encoding: 'UTF8',
      bytes: order,
      folded: false,
      addresses: '',
      creates: false,
      powerful: false,
      member: 0,
    });
    expect((await stat(server.host)).mode & 0o777).toBe(0o700);
    expect((await stat(inBase('plain/pg'))).mode & 0o777).toBe(0o700);
  });

  it('works below a path with spaces and Chinese, and one too long for a socket', async () => {
    const odd = await start(inBase("法治 数据, 'a'"));
    expect(odd.host).toBe(path.join(inBase("法治 数据, 'a'"), 'socket'));
    const long = await start(inBase('很长的文件夹名字'.repeat(6)));
    expect(Buffer.byteLength(long.host)).toBeLessThan(80);
    expect((await stat(long.host)).mode & 0o777).toBe(0o700);
    expect(await ask(long, 'select 1 as x')).toEqual([{ x: 1 }]);
    await long.stop();
    expect(existsSync(long.host)).toBe(false);
  });

  it('takes passwords where there are no sockets', async () => {
    const server = await start(inBase('tcp'), { tcp: true });
    expect(server.host).toBe('127.0.0.1');
    expect(await ask(server, 'select 1 as x')).toEqual([{ x: 1 }]);
    const { password, ...without } = server.url('fadu', 'fadu_app');
    expect(password).toMatch(/^[0-9a-f]{48}$/);
    const wrong = withClient({ ...without, password: 'wrong' }, async () => undefined);
    await expect(wrong).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(inBase('tcp/run/passwords.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('several processes on one folder', () => {
  it('start one server, and the last one stops it', async () => {
    const [[one, saidOne], [two, saidTwo]] = await Promise.all([
      other(inBase('both')),
      other(inBase('both')),
    ]);
    expect([saidOne.adopted, saidTwo.adopted].sort()).toEqual([false, true]);
    expect(saidOne.pid).toBe(saidTwo.pid);
    const starting = saidOne.adopted === true ? two : one;
    await end(starting, 'SIGTERM');
    expect(isRunning(saidOne.pid ?? 0)).toBe(true);
    await end(starting === one ? two : one, 'SIGTERM');
    expect(isRunning(saidOne.pid ?? 0)).toBe(false);
  });

  it('adopt a server whose starter was killed, and stop it in the end', async () => {
    const [child, said] = await other(inBase('orphan'));
    await end(child, 'SIGKILL');
    expect(isRunning(said.pid ?? 0)).toBe(true);
    const server = await start(inBase('orphan'));
    expect(server).toMatchObject({ adopted: true, pid: said.pid });
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
  });

  it('recover when the server itself was killed', async () => {
    const server = await start(inBase('killed'), { durable: true });
    await ask(server, 'create table kept as select 1 as x', 'postgres');
    process.kill(server.pid, 'SIGKILL');
    const again = await start(inBase('killed'), { durable: true });
    expect(again.adopted).toBe(false);
    expect(await ask(again, 'select x from kept', 'postgres')).toEqual([{ x: 1 }]);
  });

  it('are not stopped by a lock, a lease or a pid file of the dead', async () => {
    const dir = inBase('stale');
    await (await start(dir)).stop();
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    await writeFile(path.join(dir, 'run/lock'), JSON.stringify({ pid: dead.pid, mark: '' }));
    await writeFile(path.join(dir, `run/lease.${dead.pid}.0`), JSON.stringify({ pid: dead.pid, mark: '' }));
    // After a new start of the machine the old number may belong to any program: here to this test.
    await writeFile(
      path.join(dir, 'pg/postmaster.pid'),
      `${process.pid}\n${dir}/pg\n1\n5432\n/none\n\n0\nready\n`,
    );
    const server = await start(dir);
    expect(server.adopted).toBe(false);
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
  });

  it('finish a first start that broke off', async () => {
    const dir = inBase('broken-off');
    await mkdir(path.join(dir, 'pg.new-abc'), { recursive: true });
    await writeFile(path.join(dir, 'pg.new-abc/PG_VERSION'), '17');
    expect((await start(dir)).adopted).toBe(false);
    expect((await readdir(dir)).filter((name) => name.startsWith('pg.new'))).toEqual([]);
  });
});

describe('a refusal', () => {
  it('comes when somebody switched off the protection against power cuts', async () => {
    const dir = inBase('unsafe');
    await (await start(dir)).stop();
    await appendFile(path.join(dir, 'pg/postgresql.conf'), '\nfsync = off\n');
    const attempt = startEmbedded(dir, { ...undurable, durable: true });
    await expect(attempt).rejects.toMatchObject({
      code: 'environment',
      message: expect.stringContaining('fsync=off'),
    });
    expect(existsSync(path.join(dir, 'pg/postmaster.pid'))).toBe(false);
    expect(await readdir(path.join(dir, 'run'))).toEqual([]);
  });

  it('comes when a server that we can not see uses the folder, as from another container', async () => {
    const dir = inBase('elsewhere');
    const server = await start(dir);
    const file = path.join(dir, 'pg/postmaster.pid');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    await expect(startEmbedded(dir, undurable)).rejects.toThrow('正被另一个容器');
    await writeFile(file, text);
    expect(isRunning(server.pid)).toBe(true);
  });

  it('comes for a folder of another version, a file instead of a folder, programs that are not there', async () => {
    const dir = inBase('older');
    await mkdir(path.join(dir, 'pg'), { recursive: true });
    await writeFile(path.join(dir, 'pg/PG_VERSION'), '12\n');
    await expect(start(dir)).rejects.toMatchObject({
      code: 'environment',
      message: expect.stringContaining('12'),
    });
    await writeFile(inBase('file'), '');
    await expect(start(inBase('file'))).rejects.toMatchObject({ code: 'environment' });
    await expect(start(inBase('x'), { bin: inBase('none') })).rejects.toThrow('找不到数据库程序');
  });

  it('never touches a folder whose content it does not know', async () => {
    const dir = inBase('foreign');
    await mkdir(path.join(dir, 'pg'), { recursive: true });
    await writeFile(path.join(dir, 'pg/important.txt'), 'keep');
    await expect(start(dir)).rejects.toMatchObject({ code: 'environment' });
    expect(await readFile(path.join(dir, 'pg/important.txt'), 'utf8')).toBe('keep');
  });

  it('comes for a folder that may not be written, and leaves nothing behind', async () => {
    const dir = inBase('read-only');
    await mkdir(dir);
    await chmod(dir, 0o555);
    // Root may write anywhere, so for root another user tries.
    const [, said] = await other(dir, [], isRoot ? { uid: 65534 } : {});
    expect(said).toMatchObject({ refused: 'environment', message: expect.stringContaining('没有权限') });
    expect(await readdir(dir)).toEqual([]);
  });
});

describe('as root', () => {
  it('runs the server as another user', async (context) => {
    context.skip(!isRoot, 'not root');
    const server = await start(inBase('rooted'));
    expect(server.way).toBe('user');
    expect((await stat(inBase('rooted/pg'))).uid).not.toBe(0);
    expect(await readFile(`/proc/${server.pid}/status`, 'utf8')).not.toMatch(/^Uid:\t0/m);
  });

  it("gives a database in a user's folder to that user", async (context) => {
    context.skip(!isRoot, 'not root');
    const home = inBase('home');
    await mkdir(home);
    await chown(home, 65534, 65534);
    await (await start(path.join(home, 'deep/data'))).stop();
    for (const name of ['deep', 'deep/data', 'deep/data/pg', 'deep/data/run']) {
      expect((await stat(path.join(home, name))).uid).toBe(65534);
    }
    const [child, said] = await other(path.join(home, 'deep/data'), [], { uid: 65534 });
    expect(said).toMatchObject({ adopted: false, way: 'self' });
    await end(child, 'SIGTERM');
  });

  it('keeps data below a folder that only root may enter, by whichever way the machine allows', async (context) => {
    context.skip(!isRoot || process.platform !== 'linux', 'not root on Linux');
    const closed = inBase('closed');
    await mkdir(closed, { mode: 0o700 });
    const dir = path.join(closed, 'data');
    const without = (...names: string[]): string[] => [
      'setpriv',
      `--bounding-set=${names.map((name) => `-${name}`).join(',')}`,
    ];
    const limits: [string[], string][] = [
      [[], 'capability'],
      [without('dac_read_search'), 'capability'],
      [without('setuid', 'setgid'), 'namespace'],
    ];
    for (const [prefix, way] of limits) {
      const [child, said] = await other(dir, prefix);
      if (way === 'namespace' && said.refused !== undefined) {
        // Many containers forbid user namespaces; then the refusal says what to do.
        expect(said.next).toContain(`chmod o+x '${closed}'`);
        continue;
      }
      expect(said.way).toBe(way);
      await end(child, 'SIGTERM');
      expect(isRunning(said.pid ?? 0)).toBe(false);
    }
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
  });
});
