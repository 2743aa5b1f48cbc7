import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  lchown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { Refusal } from '../kernel/refusal.ts';
import { findBinaries, type Binaries } from './server-binaries.ts';
import { countLeases, takeLease, withLock } from './server-lease.ts';
import {
  findRunning,
  launchServer,
  runInitdb,
  stopServer,
  type Launched,
  type Running,
} from './server-process.ts';
import { asRefusal, explainOutput } from './server-refusal.ts';
import { DATABASE, ensureRolesAndDatabase, requireDurable, type ServerRole } from './server-setup.ts';
import { chooseServerUser, giveTo, SELF, type ServerUser } from './server-user.ts';

export interface EmbeddedOptions {
  /** Default true. False only in tests: nothing is synced to disk. */
  readonly durable?: boolean;
  /** Folder of an installed PostgreSQL's programs; default the environment variable `PG_BIN`, else the npm package. */
  readonly bin?: string;
  /** Listen on 127.0.0.1 with a password instead of a socket file. Default on Windows, which has no private sockets. */
  readonly tcp?: boolean;
}

/** A running server of a data folder; `stop` when done with it. */
export interface EmbeddedServer {
  /** Socket folder, or 127.0.0.1. */
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** True when it ran already: another process uses it, or one was killed and left it behind. */
  readonly adopted: boolean;
  /** How the server came to run: as ourselves, as another user, or through a closed parent folder. */
  readonly way: ServerUser['way'] | 'adopted';
  /** Connection settings for `pg`. */
  url(database: string, role: ServerRole): ClientConfig;
  /** Gives up our use; the last one to leave stops the server. May be called twice. */
  stop(): Promise<void>;
}

interface Place {
  readonly dataDir: string;
  readonly pgDir: string;
  /** Lock and leases. */
  readonly runDir: string;
  readonly logFile: string;
  readonly passwordFile: string;
}

const START_MS = 300_000;
const ORPHANS_MS = 20_000;
/** The number only names the socket file. */
const SOCKET_PORT = 5432;
/** Linux takes 107 bytes for a socket's path, macOS 103. */
const SOCKET_PATH_LIMIT = 100;

/**
 * Starts, or joins, the PostgreSQL server of a data folder. Several processes may use one folder: the first starts the
 * server, the others adopt it, the last one stops it. After a kill -9, of us or of the server, the next call recovers.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const binaries = await findBinaries(options.bin);
  const place = placeOf(path.resolve(dataDir));
  try {
    await prepare(place);
    return await withLock(place.runDir, () => join(place, binaries, options));
  } catch (error) {
    throw asRefusal(error, place.dataDir);
  }
}

function placeOf(dataDir: string): Place {
  const inside = (name: string): string => path.join(dataDir, name);
  return {
    dataDir,
    pgDir: inside('pg'),
    runDir: inside('run'),
    logFile: inside('postgres.log'),
    passwordFile: inside('run/passwords.json'),
  };
}

/** Makes the folders. When root makes them in somebody's folder they become his, so he can start without root later. */
async function prepare(place: Place): Promise<void> {
  let above = place.dataDir;
  while (!existsSync(above)) above = path.dirname(above);
  const isRoot = process.getuid?.() === 0;
  // Root's server runs as another user, who must pass through the data folder but need not list it.
  const mode = isRoot ? 0o711 : 0o700;
  const made = await mkdir(place.dataDir, { recursive: true, mode: 0o755 });
  if (made !== undefined) await chmod(place.dataDir, mode);
  const owner = await stat(above);
  const hasRun = existsSync(place.runDir);
  await mkdir(place.runDir, { recursive: true, mode: 0o700 });
  if (!isRoot || owner.uid === 0) return;
  if (made !== undefined) {
    for (let folder = place.dataDir; folder !== above; folder = path.dirname(folder)) {
      await lchown(folder, owner.uid, owner.gid);
    }
  }
  if (!hasRun) await lchown(place.runDir, owner.uid, owner.gid);
}

/** Under the lock: registers our use, then adopts or starts. */
async function join(place: Place, binaries: Binaries, options: EmbeddedOptions): Promise<EmbeddedServer> {
  const lease = await takeLease(place.runDir);
  let started: ServerUser | undefined;
  try {
    let running = await adopt(place);
    if (running === undefined) {
      started =
        process.platform === 'win32' ? SELF : await chooseServerUser(place.dataDir, binaries.postgres);
      running = await start(place, binaries, started, options);
    }
    const connect = connector(running, await readPasswords(place));
    await setUp(connect, await readPasswords(place), options.durable ?? true);
    return handle(place, binaries, running, started, connect, lease.release);
  } catch (error) {
    await lease.release();
    if (started !== undefined && (await countLeases(place.runDir)) === 0)
      await stopServer(binaries, place.pgDir);
    throw error;
  }
}

type Connector = (database: string, role: ServerRole) => ClientConfig;

function handle(
  place: Place,
  binaries: Binaries,
  running: Running,
  started: ServerUser | undefined,
  url: Connector,
  release: () => Promise<void>,
): EmbeddedServer {
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    withLock(place.runDir, async () => {
      await release();
      if ((await countLeases(place.runDir)) === 0) await stopServer(binaries, place.pgDir);
    });
  return {
    host: hostOf(running),
    port: running.port,
    pid: running.pid,
    adopted: started === undefined,
    way: started?.way ?? 'adopted',
    url,
    stop: () => (stopping ??= stop()),
  };
}

function hostOf(running: Running): string {
  return running.socketDir === '' ? '127.0.0.1' : running.socketDir;
}

function connector(running: Running, passwords: Passwords): Connector {
  return (database, role) => ({
    host: hostOf(running),
    port: running.port,
    database,
    user: role,
    ...(passwords[role] === undefined ? {} : { password: passwords[role] }),
  });
}

async function setUp(connect: Connector, passwords: Passwords, durable: boolean): Promise<void> {
  await withClient(connect('postgres', 'postgres'), (admin) =>
    ensureRolesAndDatabase(admin, (role) => passwords[role]),
  );
  if (durable) await withClient(connect(DATABASE, 'fadu_app'), requireDurable);
}

async function withClient(config: ClientConfig, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ ...config, connectionTimeoutMillis: 10_000 });
  // A server that stops under us must not bring the process down; the query that runs rejects by itself.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A living server of this folder, once it answers; one that is just stopping is waited for and counts as none. */
async function adopt(place: Place): Promise<Running | undefined> {
  return waitReady(place, Date.now() + START_MS);
}

async function waitReady(place: Place, deadline: number, launched?: Launched): Promise<Running | undefined> {
  let ended: string | undefined;
  void launched?.ended.then((output) => (ended = output));
  for (;;) {
    const running = await findRunning(place.pgDir);
    if (running === undefined && launched === undefined) return undefined;
    if (running?.status === 'ready' && (await answers(running, place))) return running;
    if (ended !== undefined) throw explainOutput(ended, place.logFile);
    if (Date.now() > deadline) {
      throw new Refusal('environment', '数据库长时间没有应答。', { next: `原因见日志:${place.logFile}` });
    }
    await sleep(20);
  }
}

async function answers(running: Running, place: Place): Promise<boolean> {
  const config = connector(running, await readPasswords(place))('postgres', 'postgres');
  const client = new Client({ ...config, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28xxx: it lives but does not let us in. Waiting will not help.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('28') || code === 'EACCES') {
      throw new Refusal('environment', '数据库正在运行,但不允许当前用户连接。', {
        next: '请用启动它的那个用户运行,或先停止它。',
      });
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(
  place: Place,
  binaries: Binaries,
  user: ServerUser,
  options: EmbeddedOptions,
): Promise<Running> {
  const tcp = options.tcp ?? process.platform === 'win32';
  const durable = options.durable ?? true;
  if (existsSync(place.pgDir)) await giveTo(user, place.pgDir);
  if (existsSync(path.join(place.pgDir, 'PG_VERSION'))) await requireSameMajor(place, binaries);
  else await initialise(place, binaries, user, { tcp, durable });
  const giveUp = Date.now() + ORPHANS_MS;
  for (;;) {
    const settings = { ...(await listenOn(place, user, tcp)), ...memory, ...(durable ? {} : undurable) };
    const launched = await launchServer(binaries, user, place.pgDir, settings, place.logFile);
    try {
      const running = await waitReady(place, Date.now() + START_MS, launched);
      if (running !== undefined) return running;
    } catch (error) {
      // After a kill -9 of the server alone its children need a moment to notice; and a random port may be taken.
      if (Date.now() > giveUp || !isPassing(error, tcp)) throw error;
    }
    await sleep(200);
  }
}

function isPassing(error: unknown, tcp: boolean): boolean {
  if (!(error instanceof Refusal)) return false;
  const output = String(error.detail.facts?.['output'] ?? '');
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(output)) return true;
  return tcp && /could not bind/.test(output);
}

const memory: Readonly<Record<string, string>> = {
  // Server and Node together stay below 250 MB: one township's year is a few tens of megabytes.
  shared_buffers: '32MB',
  max_connections: '40',
  max_worker_processes: '4',
  autovacuum_max_workers: '2',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const undurable: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

async function requireSameMajor(place: Place, binaries: Binaries): Promise<void> {
  const version = (await readFile(path.join(place.pgDir, 'PG_VERSION'), 'utf8')).trim();
  if (version === String(binaries.major)) return;
  throw new Refusal(
    'environment',
    `数据由 PostgreSQL ${version} 建立,而现在的数据库程序是 ${binaries.major},不能打开。`,
    { next: '请换回原来的数据库程序(检查环境变量 PG_BIN),再用 fadu export 与 fadu import 迁移。' },
  );
}

/** Makes the database in a folder beside its place and moves it there when complete: a crash leaves nothing half-made. */
async function initialise(
  place: Place,
  binaries: Binaries,
  user: ServerUser,
  { tcp, durable }: { tcp: boolean; durable: boolean },
): Promise<void> {
  await removeUnfinished(place);
  const unfinished = await mkdtemp(path.join(place.dataDir, 'pg.new-'));
  try {
    await giveTo(user, unfinished);
    const options = ['--username=postgres', '--encoding=UTF8', '--no-instructions', ...localeOf(binaries)];
    if (!durable) options.push('--no-sync');
    options.push('--auth-local=trust', '--auth-host=scram-sha-256');
    const secret = path.join(unfinished + '.secret');
    if (tcp) {
      await writeFile(secret, (await makePasswords(place)).postgres ?? '', { mode: 0o600 });
      if (user.owner !== undefined) await lchown(secret, user.owner.uid, user.owner.gid);
      options.push(`--pwfile=${secret}`);
    }
    await runInitdb(binaries, user, options, unfinished, place.logFile).finally(() =>
      rm(secret, { force: true }),
    );
    await rename(unfinished, place.pgDir);
    if (durable && process.platform !== 'win32') await syncFolder(place.dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** What a crashed first start left; also an empty `pg` that somebody made by hand, which nothing is lost with. */
async function removeUnfinished(place: Place): Promise<void> {
  for (const name of await readdir(place.dataDir)) {
    if (name.startsWith('pg.new-'))
      await rm(path.join(place.dataDir, name), { recursive: true, force: true });
  }
  if (!existsSync(place.pgDir)) return;
  if ((await readdir(place.pgDir)).length > 0) {
    throw new Refusal('environment', `文件夹 ${place.pgDir} 里不是完整的数据库。`, {
      next: '请用备份恢复;若其中没有要保留的内容,请把它改名后重试。',
    });
  }
  await rm(place.pgDir, { recursive: true });
}

/** Byte order and Unicode letters on every system: 17 has them built in, older ones need the C library's C.UTF-8. */
function localeOf(binaries: Binaries): string[] {
  if (binaries.major >= 17) return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return [process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=C'];
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}

async function listenOn(place: Place, user: ServerUser, tcp: boolean): Promise<Record<string, string>> {
  if (tcp)
    return { listen_addresses: '127.0.0.1', port: String(await freePort()), unix_socket_directories: '' };
  const folder = await socketFolder(place, user);
  return {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    // A list: quotes keep a comma in the path from dividing it.
    unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
  };
}

/** A private folder for the socket: in the data folder, or a short one under /tmp where the path would get too long. */
async function socketFolder(place: Place, user: ServerUser): Promise<string> {
  const near = path.join(place.dataDir, 'socket');
  const fits = (folder: string): boolean =>
    Buffer.byteLength(path.join(folder, `.s.PGSQL.${SOCKET_PORT}`)) < SOCKET_PATH_LIMIT;
  if (fits(near)) {
    await mkdir(near, { recursive: true, mode: 0o700 });
    await giveTo(user, near);
    await chmod(near, 0o700);
    return near;
  }
  const short = existsSync('/tmp') ? '/tmp' : os.tmpdir();
  const digest = createHash('sha256').update(place.dataDir).digest('hex').slice(0, 16);
  const named = path.join(short, `fadu-${digest}`);
  const owner = user.owner?.uid ?? process.getuid?.() ?? 0;
  const made = await mkdir(named, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  const there = await lstat(named);
  // In a folder that anyone may write to, a name can be taken by somebody else: then one that nobody can guess.
  const ours = there.isDirectory() && (made || there.uid === owner) && (there.mode & 0o077) === 0;
  const folder = ours ? named : await mkdtemp(path.join(short, 'fadu-'));
  await giveTo(user, folder);
  return folder;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

type Passwords = Partial<Record<ServerRole, string>>;

async function makePasswords(place: Place): Promise<Passwords> {
  const secret = (): string => randomBytes(24).toString('hex');
  const passwords: Passwords = { postgres: secret(), fadu_owner: secret(), fadu_app: secret() };
  await writeFile(place.passwordFile, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

async function readPasswords(place: Place): Promise<Passwords> {
  if (!existsSync(place.passwordFile)) return {};
  return JSON.parse(await readFile(place.passwordFile, 'utf8')) as Passwords;
}
