import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ACCOUNTS, ORG } from '../src/demo/accounts.ts';
import { FADU, serve, stop } from './serving.ts';
import { show } from './surroundings.ts';

const SIGN_INS = 150;
const WITHIN_MS = 1000;
const RUNS = 5;

/** Signs in and returns the cookie. */
async function signIn(address: string, account: string, password: string): Promise<string> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ org: ORG, account, password }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** Works meanwhile. An account has ten sessions at most, so nobody else signs in as this one. */
const WORKER = 'judicial';
const OTHERS = ACCOUNTS.filter(({ account }) => account !== WORKER);

/** Somebody at work meanwhile: one list after another, until told to stop. Returns how long each took. */
async function work(address: string, cookie: string, until: () => boolean): Promise<number[]> {
  const took: number[] = [];
  while (!until()) {
    const began = performance.now();
    const response = await fetch(`${address}/api/v1/${ORG}/records?size=20`, { headers: { cookie } });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    await response.arrayBuffer();
    took.push(performance.now() - began);
    await sleep(5);
  }
  return took;
}

function p99(took: readonly number[]): number {
  return took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)]!;
}

/** 150 correct sign-ins spread over one second; returns when the last was answered, counted from the first. */
async function rush(address: string, password: string): Promise<number> {
  const began = performance.now();
  await Promise.all(
    Array.from({ length: SIGN_INS }, async (_, n) => {
      await sleep((n / SIGN_INS) * WITHIN_MS);
      await signIn(address, OTHERS[n % OTHERS.length]!.account, password);
    }),
  );
  return performance.now() - began;
}

export async function benchSignIn(): Promise<void> {
  console.log(
    `\nSign-in (${SIGN_INS} correct ones from one address within a second; somebody works meanwhile)`,
  );
  const folder = await mkdtemp(path.join(tmpdir(), 'fadu-bench-sign-in-'));
  const data = path.join(folder, 'data');
  const { child, address } = await serve(data);
  try {
    const password = execFileSync(process.execPath, [FADU, 'password', '--demo', '--data', data], {
      encoding: 'utf8',
    }).trim();
    const cookie = await signIn(address, WORKER, password);
    await work(address, cookie, after(2000));
    const [last, idle, busy]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < RUNS; run += 1) {
      idle.push(p99(await work(address, cookie, after(3000))));
      let done = false;
      const meanwhile = work(address, cookie, () => done);
      last.push(await rush(address, password).finally(() => (done = true)));
      busy.push(p99(await meanwhile));
    }
    show('the last is in after', last, 'ms');
    show('p99 of a list, nobody signing in', idle, 'ms');
    show('p99 of a list meanwhile', busy, 'ms');
    const ratios = busy.map((each, run) => each / idle[run]!);
    show('p99 meanwhile against idle', ratios, '×');
  } finally {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  }
}

function after(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
}
