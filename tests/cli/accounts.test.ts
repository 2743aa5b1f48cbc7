import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFadu } from '../../src/main.ts';
import { signIn } from '../../src/people/sign-in.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/store/embedded.ts';
import { build } from '../faults/kill.ts';
import { ORIGIN } from '../signed-in.ts';
import { expectRefusal, run, type Ran } from './run.ts';

const ORG = '520581994000';
let folder: string;
let data: string;
let server: EmbeddedServer;

beforeAll(async () => {
  build();
  folder = await mkdtemp(path.join(tmpdir(), 'fadu-accounts-'));
  data = path.join(folder, 'data');
  // Commands join a running database: quicker than starting it for each.
  server = await startEmbedded(data);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const command = (...args: string[]): Promise<Ran> => run([...args, '--data', data]);

/** What signing in with a printed code comes to. */
async function stageWith(account: string, password: string): Promise<string> {
  const fadu = await openFadu({ data });
  try {
    return await signIn(fadu.signIn, { org: ORG, account, password, ...ORIGIN }).then(
      ({ stage }) => stage,
      ({ code }: { code: string }) => code,
    );
  } finally {
    await fadu.close();
  }
}

const printed = (out: string): string => /一次性口令：(\S+)/.exec(out)?.[1] ?? '';

it('opening an organisation prints one administrator’s password, which works once and must be changed', async () => {
  const ran = await command(
    'found',
    '--org',
    ORG,
    '--name',
    '口令试验乡',
    '--account',
    'wang',
    '--person',
    '王某',
  );
  expect(ran).toMatchObject({ code: 0, err: '' });
  expect(printed(ran.out)).toMatch(/^\w{4}(-\w{4}){5}$/);
  expect(await stageWith('wang', printed(ran.out))).toBe('change');
  expect(await stageWith('wang', printed(ran.out))).toBe('sign-in-failed');
});

it('a further account gets one too, also for a program', async () => {
  const ran = await command(
    'account',
    '--account',
    'zhao',
    '--person',
    '赵某',
    '--post',
    'area-lead',
    '--json',
  );
  const said = JSON.parse(ran.out) as Record<string, unknown>;
  expect(said).toMatchObject({ org: ORG, account: 'zhao', posts: ['area-lead'], hours: 24 });
  expect(await stageWith('zhao', String(said['oneTimePassword']))).toBe('change');
});

it('a reset gives another and lifts a lock; nobody else’s', async () => {
  for (let i = 0; i < 5; i++) await stageWith('wang', 'wrong');
  expect(await stageWith('wang', 'wrong')).toBe('sign-in-locked');
  const ran = await command('password', '--reset', 'wang');
  expect(await stageWith('wang', printed(ran.out))).toBe('change');
  expectRefusal(await command('password', '--reset', 'nobody'), 1, '没有账号“nobody”');
  expectRefusal(await command('password', '--demo'), 1, '没有演示乡镇');
  expectRefusal(await command('password'), 1, '请写明');
});
