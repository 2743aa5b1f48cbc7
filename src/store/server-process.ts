import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Refusal } from '../kernel/refusal.ts';
import type { Binaries } from './server-binaries.ts';
import { isAlive, startMark, type Holder } from './server-lease.ts';
import { explainOutput } from './server-refusal.ts';
import type { ServerUser } from './server-user.ts';

const run = promisify(execFile);
const STOP_MS = 60_000;
/** A server that was just killed may be half gone. */
const DYING_MS = 2_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** What a running server wrote into its `postmaster.pid`. */
export interface Running extends Holder {
  /** Socket folder; empty when it listens on TCP only. */
  readonly socketDir: string;
  readonly host: string;
  readonly port: number;
  /** `ready`, `starting`, `stopping` or `standby`. */
  readonly status: string;
}

/** The environment of the server and of initdb: English messages, no time zone or locale of the machine. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * The server that lives on this database folder, if one does. A `postmaster.pid` left behind by a kill -9 or a power cut
 * may carry the number of a program that has nothing to do with us; PostgreSQL would refuse to start because of it, so
 * such a file is removed.
 */
export async function findRunning(pgDir: string): Promise<Running | undefined> {
  const file = path.join(pgDir, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const running: Running = {
    pid,
    mark: startMark(pid),
    port: Number(lines[3]),
    socketDir: lines[4] ?? '',
    host: lines[5] ?? '',
    status: lines[7] ?? '',
  };
  const living = isAlive(running);
  if (living && (await isServerOf(pid, pgDir))) return running;
  await refuseElsewhere(running);
  if (living) await rm(file, { force: true });
  return undefined;
}

/**
 * In another container the server's number means nothing here, yet its socket answers. A second server on the same files
 * would destroy them, so there is nothing to adopt and nothing to start.
 */
async function refuseElsewhere({ socketDir, port }: Running): Promise<void> {
  if (socketDir === '') return;
  const socket = path.join(socketDir, `.s.PGSQL.${port}`);
  const giveUp = Date.now() + DYING_MS;
  while (await answersAt(socket)) {
    if (Date.now() > giveUp) {
      throw new Refusal('environment', '这个数据文件夹正被另一个容器或系统里的数据库使用。', {
        next: '请先停止那一个，再启动这一个。',
      });
    }
    await sleep(50);
  }
}

function answersAt(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    const answer = (found: boolean): void => {
      probe.destroy();
      resolve(found);
    };
    probe.once('connect', () => answer(true));
    probe.once('error', () => answer(false));
  });
}

/** Is that process a PostgreSQL server of this folder? It makes the folder its working directory. */
async function isServerOf(pid: number, pgDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgDir);
    } catch {
      // Another user's process: only its command line may be read.
      return commandLine(pid).includes('postgres');
    }
  }
  const [command, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']]
      : ['ps', ['-o', 'command=', '-p', String(pid)]];
  const answer = await run(command, args).catch(() => undefined);
  return answer === undefined || answer.stdout.includes('postgres');
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** A server that was started, and how to learn that it ended by itself. */
export interface Launched {
  /** Resolves with what it printed when the program ends; never rejects. */
  readonly ended: Promise<string>;
}

/**
 * Starts the server in a session of its own, so the terminal's Ctrl-C reaches us and not it, and it ends by our `stop`.
 * It outlives us when we are killed; the next start adopts it.
 */
export async function launchServer(
  binaries: Binaries,
  user: ServerUser,
  pgDir: string,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<Launched> {
  await rotate(logFile);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const from = existsSync(logFile) ? (await stat(logFile)).size : 0;
  const printed = async (): Promise<string> => (await readFile(logFile)).subarray(from).toString('utf8');
  if (process.platform === 'win32') return launchOnWindows(binaries, pgDir, options, logFile, printed);
  const log = await open(logFile, 'a', 0o600);
  try {
    const { command, args, as } = user.wrap(binaries.postgres, ['-D', pgDir, ...options]);
    const child = spawn(command, args, {
      ...as,
      cwd: '/',
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', () => void printed().then(resolve, () => resolve('')));
    });
    child.unref();
    return { ended };
  } finally {
    await log.close();
  }
}

/** pg_ctl drops an administrator's rights, which PostgreSQL refuses on Windows, and detaches from the console. */
async function launchOnWindows(
  binaries: Binaries,
  pgDir: string,
  options: string[],
  logFile: string,
  printed: () => Promise<string>,
): Promise<Launched> {
  // No value among the options holds a space or a quote here: there is no socket folder on Windows.
  const args = ['start', '-W', '-D', pgDir, '-l', logFile, '-o', options.join(' ')];
  const child = spawn(binaries.pgCtl, args, { env: serverEnvironment(), windowsHide: true, stdio: 'ignore' });
  const failed = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(true));
    child.once('exit', (code) => resolve(code !== 0));
  });
  if (failed) return { ended: printed().catch(() => '') };
  const ended = async (): Promise<string> => {
    // pg_ctl is gone; watch the server itself, once it has written its pid.
    await sleep(2_000, undefined, { ref: false });
    while (await findRunning(pgDir)) await sleep(500, undefined, { ref: false });
    return printed().catch(() => '');
  };
  return { ended: ended() };
}

/** The log never grows without end on an office PC: one older part is kept. */
async function rotate(logFile: string): Promise<void> {
  const size = existsSync(logFile) ? (await stat(logFile)).size : 0;
  if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
}

/** Stops the server in order (fast: open transactions are rolled back) and waits until it is gone. */
export async function stopServer(binaries: Binaries, pgDir: string): Promise<void> {
  const running = await findRunning(pgDir);
  if (running === undefined) return;
  if (process.platform === 'win32') {
    await run(binaries.pgCtl, ['stop', '-D', pgDir, '-m', 'fast', '-w'], { env: serverEnvironment() });
    return;
  }
  signal(running, 'SIGINT');
  if (await gone(running, STOP_MS)) return;
  // Immediate shutdown skips the last checkpoint; the next start recovers from the log, nothing acknowledged is lost.
  signal(running, 'SIGQUIT');
  if (await gone(running, STOP_MS)) return;
  throw new Refusal('environment', `数据库(进程 ${running.pid})没有按要求停止。`, {
    next: '请稍候再试，或重新启动电脑；已保存的数据不受影响。',
  });
}

function signal(running: Running, name: 'SIGINT' | 'SIGQUIT'): void {
  if (isAlive(running)) process.kill(running.pid, name);
}

async function gone(running: Running, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (!isAlive(running)) return true;
    await sleep(15);
  }
  return false;
}

/** Runs initdb into an empty folder that the server's user owns. */
export async function runInitdb(
  binaries: Binaries,
  user: ServerUser,
  options: readonly string[],
  pgDir: string,
  logFile: string,
): Promise<void> {
  const { command, args, as } = user.wrap(binaries.initdb, ['-D', pgDir, ...options]);
  try {
    await run(command, args, { ...as, cwd: '/', env: serverEnvironment() });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const log = await open(logFile, 'a', 0o600);
    await log.appendFile(output);
    await log.close();
    throw explainOutput(output, logFile);
  }
}
