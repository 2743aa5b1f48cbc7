import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { show } from './surroundings.ts';

const FADU = path.join(import.meta.dirname, '../bin/fadu.mjs');

interface Started {
  readonly child: ChildProcess;
  /** Milliseconds until the address was printed. */
  readonly took: number;
}

/** Starts the server as a user does and waits for the line with its address. */
function start(data: string): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [FADU, 'serve', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('http://')) resolve({ child, took: performance.now() - began });
    });
  });
}

async function stop({ child }: Started): Promise<void> {
  child.removeAllListeners('exit');
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Proportional set size of a process in MB: shared memory is counted once. Linux only. */
async function megabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return [pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])] as const;
    }),
  );
  return parents.flatMap(([pid, of]) => (of === parent ? [pid] : []));
}

async function memory(data: string, server: number): Promise<[server: number, database: number]> {
  const postmaster = Number((await readFile(path.join(data, 'pg/postmaster.pid'), 'utf8')).split('\n')[0]);
  const database = [postmaster, ...(await childrenOf(postmaster))];
  const sizes = await Promise.all(database.map(megabytes));
  return [await megabytes(server), sizes.reduce((sum, size) => sum + size, 0)];
}

export async function benchStart(): Promise<void> {
  console.log('\nStart (`fadu serve`; the first makes the database and the demo township)');
  const folder = await mkdtemp(path.join(tmpdir(), 'fadu-bench-start-'));
  const data = path.join(folder, 'data');
  try {
    const first = await start(data);
    show('first start', [first.took], 'ms');
    await stop(first);
    const later: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const started = await start(data);
      later.push(started.took);
      if (run === 2 && process.platform === 'linux') {
        await sleep(2000);
        const [server, database] = await memory(data, started.child.pid!);
        show('memory at rest: server', [server], 'MB');
        show('memory at rest: database', [database], 'MB');
      }
      await stop(started);
    }
    show('second start', later, 'ms');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
