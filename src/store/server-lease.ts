import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../kernel/refusal.ts';
import { errnoOf, isFull } from './server-refusal.ts';

/**
 * Which processes use a data folder. Everything here survives kill -9: a lock or lease of a dead process counts for
 * nothing and is cleared by the next who looks. PostgreSQL's own postmaster.pid stays the last guard against two servers.
 */
export interface Holder {
  readonly pid: number;
  /** When the process started, in the system's own terms; tells it from a later process with the same number. */
  readonly mark: string;
}

const HEARTBEAT_MS = 2_000;
const LOST_MS = 60_000;
const BREAKING_MS = 5_000;

/** True when the process still runs and is the one that was meant. */
export function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, as somebody else's.
    if (errnoOf(error) !== 'EPERM') return false;
  }
  if (isZombie(holder.pid)) return false;
  const mark = startMark(holder.pid);
  return mark === '' || holder.mark === '' || mark === holder.mark;
}

/** Start of a process: ticks and boot on Linux, the time on macOS; empty where it can't be told. */
export function startMark(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
      return `${statFields(pid)[19] ?? ''} ${boot}`;
    }
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        env: { LC_ALL: 'C' },
      }).trim();
    }
  } catch {
    // It has just ended, or can't be seen: no mark.
  }
  return '';
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return statFields(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Runs `work` while no other process does so in this folder; waits for them, and takes over from the dead. */
export async function withLock<T>(folder: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  const lock = path.join(folder, 'lock');
  const deadline = Date.now() + waitMs;
  const mine = record();
  while (!(await create(lock, mine))) {
    await breakIfStale(lock);
    if (Date.now() > deadline) {
      throw new Refusal('environment', '另一个法度程序正在启动或停止数据库，等待超时。', {
        next: `请稍候再试；确认没有其他法度程序后，可删除文件 ${lock}`,
      });
    }
    await sleep(30);
  }
  const beat = setInterval(
    () => void utimes(lock, new Date(), new Date()).catch(() => undefined),
    HEARTBEAT_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await read(lock)) === mine) await rm(lock, { force: true });
  }
}

/** Removes a lock whose holder is dead. Only one process breaks at a time, and it looks again before it does. */
async function breakIfStale(lock: string): Promise<void> {
  if (!(await isStale(lock))) return;
  const breaking = `${lock}.breaking`;
  if (await create(breaking, record())) {
    try {
      if (await isStale(lock)) await rm(lock, { force: true });
    } finally {
      await rm(breaking, { force: true });
    }
  } else if ((await ageOf(breaking)) > BREAKING_MS) {
    await rm(breaking, { force: true });
  }
}

async function isStale(lock: string): Promise<boolean> {
  const text = await read(lock);
  if (text === undefined) return false;
  const holder = parse(text);
  // Between making the file and writing into it there is a moment; a crash in it leaves an empty file.
  if (holder === undefined) return (await ageOf(lock)) > HEARTBEAT_MS;
  if (!isAlive(holder)) return true;
  return holder.mark === '' && (await ageOf(lock)) > LOST_MS;
}

/** A process's claim that it uses the server. */
export interface Lease {
  release(): Promise<void>;
}

/** Registers this process; call it under the lock. One process may hold several. */
export async function takeLease(folder: string): Promise<Lease> {
  const file = path.join(folder, `lease.${process.pid}.${randomBytes(4).toString('hex')}`);
  await writeFile(file, record(), { flag: 'wx' }).catch(async (error: unknown) => {
    await rm(file, { force: true });
    throw error;
  });
  return { release: () => rm(file, { force: true }) };
}

/** How many living processes' leases there are; clears those of the dead. Call it under the lock. */
export async function countLeases(folder: string): Promise<number> {
  let living = 0;
  for (const name of await readdir(folder)) {
    if (!name.startsWith('lease.')) continue;
    const file = path.join(folder, name);
    const holder = parse((await read(file)) ?? '');
    if (holder !== undefined && isAlive(holder)) living++;
    else await rm(file, { force: true });
  }
  return living;
}

async function create(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    // Windows answers EPERM or EBUSY while another process is just removing the file.
    const passing = process.platform === 'win32' ? ['EEXIST', 'EPERM', 'EBUSY'] : ['EEXIST'];
    if (passing.includes(errnoOf(error) ?? '')) return false;
    // The name was made, the content did not fit: an empty lock would make the next one wait.
    if (isFull(error)) await rm(file, { force: true });
    throw error;
  }
}

async function read(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(() => undefined);
}

async function ageOf(file: string): Promise<number> {
  const made = await stat(file).catch(() => undefined);
  return made === undefined ? 0 : Date.now() - made.mtimeMs;
}

function record(): string {
  return JSON.stringify({
    pid: process.pid,
    mark: startMark(process.pid),
    id: randomBytes(8).toString('hex'),
  });
}

function parse(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { pid, mark } = value as { pid?: unknown; mark?: unknown };
    return typeof pid === 'number' && typeof mark === 'string' ? { pid, mark } : undefined;
  } catch {
    return undefined;
  }
}
