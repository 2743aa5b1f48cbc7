import { mkdtemp, rm, stat, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_ORG } from '../../src/demo/demo.ts';
import { ensureDemoPasswords, readDemoPassword } from '../../src/demo/passwords.ts';
import { resetPassword, setDemoPassword } from '../../src/people/credential.ts';
import { signIn } from '../../src/people/sign-in.ts';
import { found } from '../../src/records/founding.ts';
import { ORIGIN } from '../signed-in.ts';
import { testTownship, type TestTownship } from '../township.ts';

let town: TestTownship;
let data: string;

beforeAll(async () => {
  town = await testTownship({ org: DEMO_ORG });
  data = await mkdtemp(path.join(tmpdir(), 'fadu-demo-passwords-'));
});
afterAll(async () => {
  await town.close();
  await rm(data, { recursive: true, force: true });
});

const enter = (account: string, password: string) =>
  signIn(town.signIn, { org: DEMO_ORG, account, password, ...ORIGIN });

it('the demo’s accounts share a random password of this data folder, kept for its owner alone', async () => {
  const house = { data, signIn: town.signIn };
  const [one, two] = await Promise.all([ensureDemoPasswords(house), ensureDemoPasswords(house)]);
  expect(one).toBe(two);
  expect(await readDemoPassword(data)).toBe(one);
  expect(await readDemoPassword(path.join(data, 'other'))).toBeUndefined();
  expect(await readdir(path.join(data, 'keys'))).toEqual(['demo-password']);
  if (process.platform !== 'win32')
    expect((await stat(path.join(data, 'keys/demo-password'))).mode & 0o777).toBe(0o600);
  expect((await enter('mediator', one)).stage).toBe('open');
  expect((await enter('system-administrator', one)).stage).toBe('open');
});

it('an account that was reset does not get it back', async () => {
  const code = await resetPassword(town.signIn, { org: DEMO_ORG, account: 'counsel', ...ORIGIN });
  const password = await ensureDemoPasswords({ data, signIn: town.signIn });
  await expect(enter('counsel', password)).rejects.toMatchObject({ code: 'sign-in-failed' });
  expect((await enter('counsel', code)).stage).toBe('change');
});

it('no real organisation can have it', async () => {
  const org = '520581997000';
  const accounts = [{ account: 'a', name: '某某', posts: ['judicial-office'] as const }];
  await found(town, { org, name: '真实乡', villages: [], accounts });
  await expect(setDemoPassword(town.signIn, org, 'a', 'whatever')).rejects.toMatchObject({
    code: 'not-demo',
  });
});
