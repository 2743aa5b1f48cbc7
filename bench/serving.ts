import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const FADU = path.join(import.meta.dirname, '../bin/fadu.mjs');

/** The server in a process of its own, as users have it. */
export interface Serving {
  readonly child: ChildProcess;
  readonly address: string;
  /** Milliseconds until the address was printed. */
  readonly took: number;
}

/** Starts the server of a data folder as a user does and waits for the line with its address. */
export function serve(data: string): Promise<Serving> {
  const began = performance.now();
  const child = spawn(process.execPath, [FADU, 'serve', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
    child.stdout!.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const address = /http:\/\/[\d.:]+/.exec(out)?.[0];
      if (address !== undefined) resolve({ child, address, took: performance.now() - began });
    });
  });
}

/** Ends a process that was started here, and waits until it has ended. */
export async function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Proportional set size of a process in MB: shared memory is counted once. Linux only. */
export async function megabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024;
}
