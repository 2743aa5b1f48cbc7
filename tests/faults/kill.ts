import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export const FADU = path.join(import.meta.dirname, '../../bin/fadu.mjs');
export const ORG = '520581996000';

/** Builds the program once, as a user's start does. */
export function build(): void {
  execFileSync(process.execPath, [path.join(import.meta.dirname, '../../scripts/build.mjs')], {
    stdio: 'pipe',
  });
}

/** Runs a command to its end and returns what it printed. Throws when it fails. */
export function fadu(...args: string[]): string {
  return execFileSync(process.execPath, [FADU, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function foundTownship(data: string): void {
  const names = ['--village', '柳树村', '--account', 'sfs', '--person', '某某'];
  fadu('found', '--data', data, '--org', ORG, '--name', '断电试验乡', ...names);
}

function importing(data: string): ChildProcess {
  const args = ['import', '-', '--data', data, '--as', 'sfs', '--post', 'judicial-office'];
  return spawn(process.execPath, [FADU, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
}

/** The organisation, the first account and its two posts. */
export const FOUNDED = 4;

/** A day in the past, so that the act is a late entry whatever today is. */
function line(key: string): string {
  const values = {
    title: `断电试验纠纷${key}`,
    type: 'neighbour',
    channel: 'village',
    reportedOn: '2024-03-05',
    parties: [{ name: `当事人${key}` }],
  };
  const act = {
    kind: 'dispute',
    step: 'report',
    occurredOn: '2024-03-05',
    village: '柳树村',
    idempotencyKey: key,
    values,
  };
  return `${JSON.stringify(act)}\n`;
}

/** Kills the database's main process without warning, as a power cut would. */
function killDatabase(data: string): void {
  const file = path.join(data, 'pg/postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (pid > 1) process.kill(pid, 'SIGKILL');
}

/**
 * One trial: a process writes as fast as it can and is killed without warning, with the database when `database` says
 * so. Returns the ids of the records that were acknowledged before.
 */
export async function killWhileWriting(data: string, trial: number, database: boolean): Promise<string[]> {
  const child = importing(data);
  const acknowledged: string[] = [];
  const problems: string[] = [];
  createInterface({ input: child.stdout! }).on('line', (text) => {
    const answer = JSON.parse(text) as { record?: string; message?: string };
    if (answer.record) acknowledged.push(answer.record);
    else problems.push(answer.message ?? text);
  });
  child.stderr!.on('data', (chunk: Buffer) => problems.push(chunk.toString()));
  child.stdin!.on('error', () => undefined);
  let next = 0;
  const feed = setInterval(() => {
    for (let i = 0; i < 20; i += 1) child.stdin!.write(line(`${trial}-${(next += 1)}`));
  }, 10);
  const closed = new Promise((resolve) => child.once('close', resolve));
  // Wait for the first acknowledgement, then a little, never the same, while.
  for (let waited = 0; acknowledged.length === 0 && waited < 20_000; waited += 20) await sleep(20);
  await sleep(50 + ((trial * 137) % 400));
  if (database) killDatabase(data);
  child.kill('SIGKILL');
  clearInterval(feed);
  await closed;
  if (acknowledged.length === 0) throw new Error(`nothing was written: ${problems.join('\n')}`);
  return acknowledged;
}
