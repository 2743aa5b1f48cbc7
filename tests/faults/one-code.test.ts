import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { generate } from 'otplib';
import { expect, it } from 'vitest';
import { openHasher } from '../../src/people/hasher.ts';
import { confirmFactor, enrolFactor } from '../../src/people/second-factor.ts';
import { openSignInKey } from '../../src/people/sign-in-key.ts';
import { signIn, type SignInParts } from '../../src/people/sign-in.ts';
import { givePassword, ORIGIN, PASSWORD } from '../signed-in.ts';
import { testTownship } from '../township.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ACCOUNT = 'judicial-office';
const PROCESSES = 2;

/** What a process of its own does: waits for a line on its input, then hands in the code. */
const CLIENT = `
  import { openHasher } from './src/people/hasher.ts';
  import { openSignInKey } from './src/people/sign-in-key.ts';
  import { takeFactor } from './src/people/second-factor.ts';
  import { openStore } from './src/store/connection.ts';
  const { connection, keys, now, session, code } = JSON.parse(process.argv[2]);
  const store = await openStore({ connection, mayLoseWrites: true });
  const parts = { store, key: await openSignInKey(keys), hasher: openHasher(), clock: () => new Date(now) };
  console.log('ready');
  await new Promise((go) => process.stdin.once('data', go));
  const got = await takeFactor(parts, { session, code, address: '192.0.2.8', device: 'x' }).then(
    () => 'in', (refusal) => refusal.code);
  console.log(got);
  process.stdin.destroy();
  await store.close();
`;

/** Starts a client; resolves once it is ready. */
async function client(file: string, given: object) {
  const child = spawn(process.execPath, [file, JSON.stringify(given)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let out = '';
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('ready')) resolve();
    }),
  );
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(out)));
  await Promise.race([ready, ended]);
  return { go: () => child.stdin.write('go\n'), ended };
}

it('two processes that are given one code of an app at the same time open one session', async () => {
  const town = await testTownship();
  const folder = await mkdtemp(path.join(root, 'node_modules', '.one-code-'));
  try {
    const keys = path.join(folder, 'keys');
    const parts: SignInParts = { ...town.signIn, key: await openSignInKey(keys), hasher: openHasher() };
    const { value } = await givePassword(parts, town.org, ACCOUNT);
    const { secret } = await enrolFactor(parts, { session: value, password: PASSWORD, ...ORIGIN });
    const shown = (): Promise<string> =>
      generate({ secret, epoch: Math.floor(town.clock().getTime() / 1000) });
    await confirmFactor(parts, { session: value, code: await shown(), ...ORIGIN });
    town.at(new Date(town.clock().getTime() + 60_000));

    const file = path.join(folder, 'client.mjs');
    const common = {
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    } as const;
    await build({ stdin: { contents: CLIENT, resolveDir: root, loader: 'ts' }, outfile: file, ...common });
    const clients = [];
    for (let i = 0; i < PROCESSES; i++) {
      const half = await signIn(parts, { org: town.org, account: ACCOUNT, password: PASSWORD, ...ORIGIN });
      const given = {
        connection: town.database.app,
        keys,
        now: town.clock(),
        session: half.value,
        code: await shown(),
      };
      clients.push(await client(file, given));
    }
    for (const each of clients) each.go();
    const said = await Promise.all(clients.map((each) => each.ended));
    expect(said.map((out) => out.trim().split('\n').at(-1)).toSorted()).toEqual(['in', 'sign-in-failed']);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await town.close();
  }
});
