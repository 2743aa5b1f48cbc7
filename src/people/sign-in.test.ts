import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givePassword, ORIGIN, PASSWORD } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { withClient } from '../../tests/database.ts';
import { Refusal } from '../kernel/index.ts';
import { resetPassword } from './credential.ts';
import { openHasher, type Hasher } from './hasher.ts';
import { listEvents } from './sign-in-event.ts';
import { findSession, findUnfinished, type Opened } from './session.ts';
import { signIn, type SignInParts } from './sign-in.ts';

let town: TestTownship;
let org: string;
/** Each look at the clock is a millisecond later, so that events have an order. */
let parts: SignInParts;

beforeAll(async () => {
  town = await testTownship();
  org = town.org;
  parts = { ...town.signIn, clock: () => (later(1 / 60_000), town.clock()) };
});
afterAll(() => town.close());

const enter = (account: string, password: string, address = ORIGIN.address, given = parts) =>
  signIn(given, { org, account, password, address, device: ORIGIN.device });

async function refusalOf(doing: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error;
  throw new Error('was not refused', { cause: error });
}

const later = (minutes: number): void => town.at(new Date(town.clock().getTime() + minutes * 60_000));

describe('signing in', () => {
  it('the first time: a one-time code, then a password of one’s own', async () => {
    const account = 'window-clerk';
    const code = await resetPassword(parts, { org, account, ...ORIGIN });
    const first = await enter(account, ` ${code.toUpperCase()} `);
    expect(first).toMatchObject({ stage: 'change', strong: false, account, home: org });
    expect(await findSession(town.store, first.value, town.clock())).toBeUndefined();
    expect(await findUnfinished(town.store, first.value, town.clock())).toMatchObject({ stage: 'change' });
    // The code works once.
    expect(await refusalOf(enter(account, code))).toMatchObject({ code: 'sign-in-failed' });
  });

  it('with a code only for a day', async () => {
    const code = await resetPassword(parts, { org, account: 'mediator', ...ORIGIN });
    later(24 * 60);
    expect(await refusalOf(enter('mediator', code))).toMatchObject({ code: 'sign-in-failed' });
  });

  it('of two that use one code at once, one gets in', async () => {
    const code = await resetPassword(parts, { org, account: 'counsel', ...ORIGIN });
    const both = await Promise.allSettled([enter('counsel', code), enter('counsel', code)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('with the password, however its characters were composed', async () => {
    await givePassword(parts, org, 'area-lead', 'café 竹篮打水 47');
    const opened = await enter(' area-lead ', 'cafe\u0301 竹篮打水 47');
    expect(opened.stage).toBe('open');
    expect(await findSession(town.store, opened.value, town.clock())).toEqual({
      home: org,
      head: expect.any(Number),
      account: 'area-lead',
      strong: false,
      session: opened.session,
    });
    expect(await refusalOf(enter('area-lead', 'Café 竹篮打水 47'))).toMatchObject({ code: 'sign-in-failed' });
  });

  it('is noted, and nothing secret with it', async () => {
    const events = await listEvents(town.store, org, { account: 'area-lead', limit: 10 });
    expect(events.map((event) => event.what)).toEqual([
      'failed',
      'signed-in',
      'password-changed',
      'signed-in-by-code',
      'code-issued',
    ]);
    expect(events[1]).toMatchObject({ address: '192.0.2.7', device: 'Firefox · Windows', doneBy: null });
    expect(events[4]).toMatchObject({ doneBy: 'system-administrator' });
    expect(JSON.stringify(events)).not.toMatch(/竹篮/);
  });

  it('leaves no secret in the database', async () => {
    const account = 'auditor';
    const opened = await givePassword(parts, org, account);
    const code = await resetPassword(parts, { org, account: 'emergency-officer', ...ORIGIN });
    await refusalOf(enter('typed-by-mistake', 'x'));
    const { rows } = await withClient(town.database.owner, (client) =>
      client.query<{ text: string }>(
        `SELECT concat_ws(' ',
           (SELECT string_agg(c::text, ' ') FROM credential c), (SELECT string_agg(c::text, ' ') FROM one_time_code c),
           (SELECT string_agg(s::text, ' ') FROM session s), (SELECT string_agg(f::text, ' ') FROM sign_in_failure f),
           (SELECT string_agg(e::text, ' ') FROM sign_in_event e)) AS text`,
      ),
    );
    const text = rows[0]!.text;
    expect(text).toContain('argon2id');
    const bytesOf = (secret: string): string => Buffer.from(secret).toString('hex');
    for (const secret of [
      PASSWORD,
      opened.value.split('.')[1]!,
      code,
      code.replaceAll('-', ''),
      'typed-by-mistake',
    ]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(bytesOf(secret));
    }
  });
});

describe('failing', () => {
  it('says the same of an account that is not there, and tells how often one may still try', async () => {
    await givePassword(parts, org, 'judicial-office');
    const [there, nowhere] = [
      await refusalOf(enter('judicial-office', 'wrong')),
      await refusalOf(enter('nobody-here', 'wrong')),
    ];
    expect(there.message).toBe('账号或密码不对。');
    expect(there.detail.next).toContain('还可以试4次');
    const face = ({ code, message, detail }: Refusal) => ({ code, message, detail });
    expect(face(nowhere)).toEqual(face(there));
    const events = await listEvents(town.store, org, { limit: 1 });
    expect(events[0]).toMatchObject({ what: 'failed', account: null });
  });

  it('takes a whole hash for an account that is not there', async () => {
    const verified: (string | undefined)[] = [];
    const real = town.signIn.hasher;
    const hasher: Hasher = {
      ...real,
      verify: (held, ...rest) => (verified.push(held), real.verify(held, ...rest)),
    };
    await refusalOf(enter('nobody-at-all', 'wrong', ORIGIN.address, { ...parts, hasher }));
    expect(verified).toEqual([undefined]);
    // Without a hash to hold it against, it still costs: the processor's time, not the clock's.
    const cost = async (held?: string): Promise<number> => {
      const from = process.cpuUsage();
      for (let i = 0; i < 5; i++) await real.verify(held, 'wrong');
      const { user, system } = process.cpuUsage(from);
      return user + system;
    };
    const held = await real.hash('right');
    await cost(held);
    expect(await cost()).toBeGreaterThan((await cost(held)) / 3);
  });

  it('five times locks: the right password too, for a time that grows, told in minutes', async () => {
    const account = 'party-secretary';
    await givePassword(parts, org, account);
    for (const left of [4, 3, 2, 1])
      expect((await refusalOf(enter(account, 'wrong'))).detail.facts).toEqual({ left });
    const fifth = await refusalOf(enter(account, 'wrong'));
    expect(fifth).toMatchObject({
      code: 'sign-in-locked',
      message: '登录失败次数太多，已暂时锁定，请1分钟后再试。',
    });
    expect(await refusalOf(enter(account, PASSWORD))).toMatchObject({ code: 'sign-in-locked' });
    later(1);
    expect((await refusalOf(enter(account, 'wrong'))).message).toContain('请2分钟后');
    later(1);
    expect((await refusalOf(enter(account, PASSWORD))).message).toContain('请1分钟后');
    later(1);
    expect((await enter(account, PASSWORD)).stage).toBe('open');
    // A success wipes it out.
    expect((await refusalOf(enter(account, 'wrong'))).detail.facts).toEqual({ left: 4 });
  });

  it('locks an account that is not there in the same way', async () => {
    for (let i = 0; i < 4; i++) await refusalOf(enter('ghost', 'wrong'));
    expect((await refusalOf(enter('ghost', 'wrong'))).message).toContain('请1分钟后再试');
  });

  it('from one address does not lock out another', async () => {
    const account = 'township-head';
    await givePassword(parts, org, account);
    for (let i = 0; i < 5; i++) await refusalOf(enter(account, 'wrong', '198.51.100.1'));
    expect(await refusalOf(enter(account, PASSWORD, '198.51.100.1'))).toMatchObject({
      code: 'sign-in-locked',
    });
    expect((await enter(account, PASSWORD)).stage).toBe('open');
  });

  it('from many addresses together locks everywhere', async () => {
    const account = 'village-cadre';
    await givePassword(parts, org, account);
    for (let i = 0; i < 20; i++) await refusalOf(enter(account, 'wrong', `198.51.100.${i}`));
    expect(await refusalOf(enter(account, PASSWORD))).toMatchObject({ code: 'sign-in-locked' });
    // The administrator's reset lifts it.
    await givePassword(parts, org, account);
    expect((await enter(account, PASSWORD)).stage).toBe('open');
  });

  it('is forgotten after a day without another', async () => {
    const rows = async (): Promise<number> =>
      withClient(
        town.database.owner,
        async (client) => (await client.query('SELECT 1 FROM sign_in_failure')).rowCount ?? 0,
      );
    for (let i = 0; i < 4; i++) await refusalOf(enter('yesterday', 'wrong'));
    expect(await rows()).toBeGreaterThan(2);
    later(24 * 60 + 1);
    expect((await refusalOf(enter('yesterday', 'wrong'))).detail.facts).toEqual({ left: 4 });
    // And of what others did wrong before that, nothing is kept.
    expect(await rows()).toBe(2);
  });

  it('at once, a hundred times, is counted each time: the right one among them does not get through', async () => {
    const account = 'county-supervisor';
    await givePassword(parts, org, account);
    const tries = Array.from({ length: 100 }, (_, i) => enter(account, i === 99 ? PASSWORD : `wrong ${i}`));
    const settled = await Promise.allSettled(tries);
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await refusalOf(enter(account, PASSWORD))).toMatchObject({ code: 'sign-in-locked' });
  });
});

describe('many at once', () => {
  it('150 sign-ins from one address all succeed', async () => {
    const account = 'enforcement-officer';
    await givePassword(parts, org, account);
    const all = await Promise.all(Array.from({ length: 150 }, () => enter(account, PASSWORD)));
    expect(new Set(all.map((opened: Opened) => opened.value)).size).toBe(150);
  });

  it('never has more than four hashes under way', async () => {
    const { hasher } = town.signIn;
    let begun = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((done) => (release = done));
    const before = (): Promise<void> => (begun++, gate);
    const all = Array.from({ length: 20 }, () => hasher.verify(undefined, 'x', { before }));
    await new Promise((done) => setTimeout(done, 20));
    expect(begun).toBeGreaterThan(0);
    expect(begun).toBeLessThanOrEqual(4);
    release();
    await Promise.all(all);
    expect(begun).toBe(20);
  });

  it('what comes to a full queue is refused, and the others are served', async () => {
    const hasher = openHasher({ atOnce: 1, waiting: 2 });
    const settled = await Promise.allSettled(Array.from({ length: 5 }, () => hasher.hash('x')));
    const reasons = settled.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as Refusal).code] : [],
    );
    expect(reasons).toEqual(['busy', 'busy']);
    expect(await hasher.verify(await hasher.hash('y'), 'y')).toBe(true);
  });
});

it('renews a hash that was made with weaker parameters', async () => {
  const account = 'household-group-leader';
  await givePassword(parts, org, account);
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  const held = (set?: string): Promise<string> =>
    withClient(town.database.owner, async (client) => {
      if (set !== undefined)
        await client.query('UPDATE credential SET hash = $3 WHERE org_code = $1 AND account = $2', [
          org,
          account,
          set,
        ]);
      const { rows } = await client.query<{ hash: string }>(
        'SELECT hash FROM credential WHERE org_code = $1 AND account = $2',
        [org, account],
      );
      return rows[0]!.hash;
    });
  expect(await held(weak)).toContain('m=8192');
  await enter(account, PASSWORD);
  expect(await held()).toContain('m=19456,t=2,p=1');
  expect((await enter(account, PASSWORD)).stage).toBe('open');
});
