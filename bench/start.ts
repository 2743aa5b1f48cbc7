import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { megabytes, serve, stop } from './serving.ts';
import { show } from './surroundings.ts';

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
    const first = await serve(data);
    show('first start', [first.took], 'ms');
    await stop(first.child);
    const later: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const started = await serve(data);
      later.push(started.took);
      if (run === 2 && process.platform === 'linux') {
        await sleep(2000);
        const [server, database] = await memory(data, started.child.pid!);
        show('memory at rest: server', [server], 'MB');
        show('memory at rest: database', [database], 'MB');
      }
      await stop(started.child);
    }
    show('second start', later, 'ms');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
