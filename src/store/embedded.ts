import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { Refusal } from '../kernel/refusal.ts';
import { findBinaries, type Binaries } from './server-binaries.ts';
import {
  initialise,
  placeOf,
  prepareFolders,
  readPasswords,
  requireSameMajor,
  type Passwords,
  type Place,
} from './server-folder.ts';
import { countLeases, takeLease, withLock } from './server-lease.ts';
import { listenOn } from './server-listen.ts';
import { findRunning, launchServer, stopServer, type Launched, type Running } from './server-process.ts';
import { databaseRefusal } from './database-refusal.ts';
import { asRefusal, errnoOf, explainOutput, isFull } from './server-refusal.ts';
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

const START_MS = 300_000;
const ORPHANS_MS = 20_000;
/**
 * Starts, or joins, the PostgreSQL server of a data folder. Several processes may use one folder: the first starts the
 * server, the others adopt it, the last one stops it. After a kill -9, of us or of the server, the next call recovers.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const binaries = await findBinaries(options.bin);
  const place = placeOf(path.resolve(dataDir));
  try {
    await prepareFolders(place);
    return await withLock(place.runDir, () => join(place, binaries, options));
  } catch (error) {
    if (errnoOf(error) === '3D000') throw incomplete(place, '3D000');
    throw databaseRefusal(asRefusal(error, place.dataDir)) ?? error;
  }
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
  const leave = async (): Promise<void> => {
    await release();
    if ((await countLeases(place.runDir)) > 0) return;
    await stopServer(binaries, place.pgDir);
    const outside = running.socketDir !== '' && !running.socketDir.startsWith(place.dataDir);
    if (outside) await rm(running.socketDir, { recursive: true, force: true });
  };
  // On a full disk nobody can write a lock, neither we nor one who starts: the server must not stay because of it.
  const stop = (): Promise<void> =>
    withLock(place.runDir, leave).catch((error: unknown) => {
      if (!isFull(error)) throw error;
      return leave();
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
      throw new Refusal('environment', '数据库长时间没有应答。', { next: `原因见日志：${place.logFile}` });
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
      throw new Refusal('environment', '数据库正在运行，但不允许当前用户连接。', {
        next: '请用启动它的那个用户运行，或先停止它。',
      });
    }
    // An answer, yet neither "starting or stopping" nor "too many": its own database is gone or can't be read.
    if (/^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^(57P|53)/.test(code)) {
      throw incomplete(place, code);
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function incomplete(place: Place, code: string): Refusal {
  return new Refusal('environment', '数据库文件不完整，不能使用。', {
    next: `请不要删除数据文件夹，用最近的备份恢复。(详情见 ${place.logFile})`,
    facts: { code },
  });
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
    const settings = {
      ...(await listenOn(place.dataDir, user, tcp)),
      ...memory,
      ...(durable ? {} : undurable),
    };
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
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

const undurable: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};
