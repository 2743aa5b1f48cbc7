import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { FADU, ORG } from '../faults/kill.ts';

/** What a command did, as the person at the keyboard saw it. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What comes on standard input; nothing when absent. */
  readonly input?: string | Buffer;
  readonly program?: string;
  readonly uid?: number;
}

/** Faults are logged below TMPDIR: a folder of our own shows that there was none. */
const faultFolder = mkdtempSync(path.join(tmpdir(), 'fadu-cli-faults-'));
process.once('exit', () => rmSync(faultFolder, { recursive: true, force: true }));

/** Starts the real program in a process of its own, away from the caller's settings. */
export function startFadu(args: readonly string[], options: RunOptions = {}): ChildProcess {
  const env: NodeJS.ProcessEnv = { ...process.env, TMPDIR: faultFolder, ...options.env };
  for (const name of ['DATABASE_URL', 'DATABASE_OWNER_URL', 'FADU_DATA', 'FADU_DEBUG', 'PORT']) {
    if (options.env?.[name] === undefined) delete env[name];
  }
  return spawn(process.execPath, [options.program ?? FADU, ...args], {
    env,
    cwd: options.cwd ?? faultFolder,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
}

/** Everything that a process prints, once it has ended. */
export function ending(child: ChildProcess): Promise<Ran> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

/** Runs a command to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = startFadu(args, options);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(options.input ?? '');
  return ending(child);
}

/** The words of other alphabets that belong into a Chinese sentence: what was typed, places, names of things. */
const NAMES =
  /“[^”]*”|[a-z-]+（[\u4e00-\u9fff]+）|\(?\/[^\s,，。;；)）]+|--[a-z-]+|fadu( --?[a-z]+| [a-z]+)+( \d+)?|是不是 [a-z、]+|DATABASE_(OWNER_)?URL|\bPORT\b|fadu_app|postgres:\/\/\S+|UTF-8|GB18030|RFC 3339|JSON|PDF|Excel|Word|WPS|\.(txt|md|docx|html?|doc|pdf|rtf|wps|xls|ofd)\b|\b(md|docx|html|json|MB)\b/g;

/** One sentence in Chinese on stderr, at most one more line with what to do; nothing of a library, no stack. */
export function expectRefusal(ran: Ran, code: 1 | 2, says: RegExp | string): void {
  const lines = ran.err.split('\n').filter((line) => line !== '');
  const all = `${ran.err}${ran.out}`;
  expect(lines.length, all).toBeGreaterThan(0);
  expect(lines.length, all).toBeLessThanOrEqual(2);
  expect(lines[0]).toMatch(says);
  expect(lines[0]).toMatch(/[。？?）)]$/);
  for (const line of lines) {
    expect(line).toMatch(/[\u4e00-\u9fff]/);
    expect(line.replace(NAMES, ''), all).not.toMatch(/[A-Za-z]{3}/);
  }
  expect(ran.code, all).toBe(code);
  expect(faults()).toBe('');
}

/** What was logged as a fault of the program, which a refusal never is. */
export function faults(): string {
  const names = existsSync(faultFolder)
    ? readdirSync(faultFolder).filter((name) => name.includes('faults'))
    : [];
  return names.map((name) => readFileSync(path.join(faultFolder, name), 'utf8')).join('\n');
}

/** Is a database server running on this data folder? */
export function hasServer(data: string): boolean {
  return existsSync(path.join(data, 'pg/postmaster.pid'));
}

/** One line of an import: a dispute that was reported on a day long past. */
export function disputeLine(key: string, change: Readonly<Record<string, unknown>> = {}): string {
  const values = {
    title: `试验纠纷${key}`,
    type: 'neighbour',
    channel: 'village',
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
  return JSON.stringify({ ...act, ...change });
}

export const importArgs = (file: string, data: string): string[] => [
  'import',
  file,
  '--data',
  data,
  '--as',
  'sfs',
  '--post',
  'judicial-office',
];

/** How many entries `fadu verify` finds whole. */
export async function entriesOf(data: string): Promise<number> {
  const ran = await run(['verify', '--data', data, '--json']);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  const found = JSON.parse(ran.out) as { org: string; entries: number };
  expect(found.org).toBe(ORG);
  return found.entries;
}
