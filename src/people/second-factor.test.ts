import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { givePassword, ORIGIN, PASSWORD } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { changePassword, resetPassword } from './credential.ts';
import {
  confirmFactor,
  enrolFactor,
  factorState,
  removeFactor,
  replaceRecoveryCodes,
  resetFactor,
  takeFactor,
} from './second-factor.ts';
import { findSession } from './session.ts';
import { listEvents } from './sign-in-event.ts';
import { signIn } from './sign-in.ts';
import { postsNeedingFactor } from './strong-posts.ts';

let town: TestTownship;
let org: string;

beforeAll(async () => {
  town = await testTownship();
  org = town.org;
});
afterAll(() => town.close());

const later = (seconds: number): void => town.at(new Date(town.clock().getTime() + seconds * 1000));
const find = (value: string) => findSession(town.store, value, town.clock());
const withPassword = (session: string, password = PASSWORD) => ({ session, password, ...ORIGIN });
const withCode = (session: string, code: string) => ({ session, code, ...ORIGIN });
const enter = (account: string) => signIn(town.signIn, { org, account, password: PASSWORD, ...ORIGIN });

/** What the app on the phone shows, some steps from now. */
function shown(secret: string, steps = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(town.clock().getTime() / 1000) + steps * 30 });
}

/** An account with password and app; a step later, so that the code of the confirmation is behind it. */
async function enrolled(account: string) {
  const { value } = await givePassword(town.signIn, org, account);
  const { secret, uri } = await enrolFactor(town.signIn, withPassword(value));
  const { opened, recoveryCodes } = await confirmFactor(town.signIn, withCode(value, await shown(secret)));
  later(60);
  return { secret, uri, opened, recoveryCodes, first: value };
}

describe('an authenticator app', () => {
  it('is set up with an address for the app, and in use once a code of it was seen', async () => {
    const account = 'judicial-office';
    const { value } = await givePassword(town.signIn, org, account);
    const { uri, secret } = await enrolFactor(town.signIn, withPassword(value));
    expect(decodeURIComponent(uri)).toContain(`otpauth://totp/法度:柳河乡(演示) ${account}?secret=${secret}`);
    expect((await enter(account)).stage).toBe('open');
    await expect(confirmFactor(town.signIn, withCode(value, '000000'))).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
    expect(await factorState(town.store, org, account)).toEqual({ inUse: false, recoveryCodes: 0 });

    const { opened, recoveryCodes } = await confirmFactor(town.signIn, withCode(value, await shown(secret)));
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(opened).toMatchObject({ stage: 'open', strong: true });
    expect(await find(value)).toBeUndefined();
    expect(await find(opened.value)).toMatchObject({ strong: true });
    expect(await factorState(town.store, org, account)).toEqual({ inUse: true, recoveryCodes: 10 });
    await expect(enrolFactor(town.signIn, withPassword(opened.value))).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('asks for a code after the password, and opens nothing before', async () => {
    const { secret } = await enrolled('area-lead');
    const half = await enter('area-lead');
    expect(half).toMatchObject({ stage: 'factor', strong: false });
    expect(await find(half.value)).toBeUndefined();
    await expect(enrolFactor(town.signIn, withPassword(half.value))).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    await expect(
      changePassword(town.signIn, { session: half.value, password: '另一个 zebra 窗外', ...ORIGIN }),
    ).rejects.toMatchObject({ code: 'not-signed-in' });
    const opened = await takeFactor(town.signIn, withCode(half.value, await shown(secret)));
    expect(opened).toMatchObject({ stage: 'open', strong: true });
    expect(await find(half.value)).toBeUndefined();
    expect(await find(opened.value)).toMatchObject({ strong: true, account: 'area-lead' });
  });

  it('takes a code one step early or late, no further, and each once', async () => {
    const account = 'township-head';
    const { secret } = await enrolled(account);
    const take = async (code: string) =>
      takeFactor(town.signIn, withCode((await enter(account)).value, code));
    const wrong = { code: 'sign-in-failed', message: '动态口令不对，或已经用过。' };
    await expect(take(await shown(secret, -2))).rejects.toMatchObject(wrong);
    await expect(take(await shown(secret, 2))).rejects.toMatchObject(wrong);
    const [late, early] = [await shown(secret, -1), await shown(secret, 1)];
    expect((await take(late)).strong).toBe(true);
    await expect(take(late)).rejects.toMatchObject(wrong);
    expect((await take(` ${early.slice(0, 3)} ${early.slice(3)} `)).strong).toBe(true);
    // What is older than the newest that was used is worth nothing either.
    await expect(take(await shown(secret))).rejects.toMatchObject(wrong);
  });

  it('of many that come with one code at once, one gets in', async () => {
    const account = 'party-secretary';
    const { secret } = await enrolled(account);
    const halves = await Promise.all(Array.from({ length: 4 }, () => enter(account)));
    const code = await shown(secret);
    const all = await Promise.allSettled(
      halves.map(({ value }) => takeFactor(town.signIn, withCode(value, code))),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('locks after five wrong codes, and the password does not give tries back', async () => {
    const account = 'auditor';
    const { secret } = await enrolled(account);
    for (let i = 0; i < 4; i++) {
      const { value } = await enter(account);
      await expect(takeFactor(town.signIn, withCode(value, '000000'))).rejects.toMatchObject({
        detail: { facts: { left: 4 - i } },
      });
    }
    const { value } = await enter(account);
    await expect(takeFactor(town.signIn, withCode(value, '000000'))).rejects.toMatchObject({
      code: 'sign-in-locked',
    });
    const right = await shown(secret);
    await expect(takeFactor(town.signIn, withCode(value, right))).rejects.toMatchObject({
      code: 'sign-in-locked',
    });
    later(61);
    const opened = await takeFactor(town.signIn, withCode(value, await shown(secret)));
    expect(opened.strong).toBe(true);
  });

  it('stays through a reset of the password', async () => {
    const account = 'county-supervisor';
    const { secret } = await enrolled(account);
    const code = await resetPassword(town.signIn, { org, account, ...ORIGIN });
    const first = await signIn(town.signIn, { org, account, password: code, ...ORIGIN });
    await expect(takeFactor(town.signIn, withCode(first.value, await shown(secret)))).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    const changed = await changePassword(town.signIn, {
      session: first.value,
      password: PASSWORD,
      ...ORIGIN,
    });
    expect(changed).toMatchObject({ stage: 'factor', strong: false });
    expect((await takeFactor(town.signIn, withCode(changed.value, await shown(secret)))).stage).toBe('open');
  });

  it('is put out of use with the password only, and then the sign-in is weak again', async () => {
    const account = 'window-clerk';
    const { opened } = await enrolled(account);
    await expect(removeFactor(town.signIn, withPassword(opened.value, 'wrong'))).rejects.toMatchObject({
      code: 'not-permitted',
    });
    const weak = await removeFactor(town.signIn, withPassword(opened.value));
    expect(weak).toMatchObject({ stage: 'open', strong: false });
    expect(await find(opened.value)).toBeUndefined();
    expect((await enter(account)).stage).toBe('open');
    expect(await factorState(town.store, org, account)).toEqual({ inUse: false, recoveryCodes: 0 });
  });

  it('can be put out of use by the administrator; all sessions end, and it is noted who did it', async () => {
    const account = 'mediator';
    const { opened } = await enrolled(account);
    await resetFactor(town.signIn, { org, account, by: 'system-administrator', ...ORIGIN });
    expect(await find(opened.value)).toBeUndefined();
    const [event] = (await listEvents(town.store, org, { account, limit: 20 })).filter(
      (each) => each.what === 'factor-removed',
    );
    expect(event).toMatchObject({ doneBy: 'system-administrator' });
    await expect(resetFactor(town.signIn, { org, account, ...ORIGIN })).rejects.toMatchObject({
      code: 'wrong-state',
    });
  });

  it('leaves neither its secret nor the recovery codes in the database', async () => {
    const { secret, recoveryCodes } = await enrolled('counsel');
    const { rows } = await withClient(town.database.owner, (client) =>
      client.query<{ text: string }>(
        `SELECT concat_ws(' ', (SELECT string_agg(f::text, ' ') FROM second_factor f),
           (SELECT string_agg(r::text, ' ') FROM recovery_code r)) AS text`,
      ),
    );
    const text = rows[0]!.text;
    expect(text).toContain('counsel');
    for (const each of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) {
      expect(text).not.toContain(each);
      expect(text).not.toContain(Buffer.from(each).toString('hex'));
    }
  });

  it('opens with its own key and in its own account only', async () => {
    const { key } = town.signIn;
    const sealed = key.seal('second-factor x a', 'SECRET');
    expect(key.open('second-factor x a', sealed)).toBe('SECRET');
    expect(() => key.open('second-factor x b', sealed)).toThrow();
  });
});

describe('recovery codes', () => {
  it('open in place of the app, each once, and can be replaced', async () => {
    const account = 'enforcement-officer';
    const { recoveryCodes, opened } = await enrolled(account);
    const take = async (code: string) =>
      takeFactor(town.signIn, withCode((await enter(account)).value, code));
    const [first, second] = recoveryCodes as [string, string];
    expect((await take(first.toUpperCase())).strong).toBe(true);
    await expect(take(first)).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect(await factorState(town.store, org, account)).toEqual({ inUse: true, recoveryCodes: 9 });
    const renewed = await replaceRecoveryCodes(town.signIn, withPassword(opened.value));
    await expect(take(second)).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect((await take(renewed[0]!)).strong).toBe(true);
  });
});

it('posts that reveal, export, publish or have power over accounts need it', () => {
  expect(
    postsNeedingFactor(['village-cadre', 'judicial-office', 'window-clerk', 'system-administrator']),
  ).toEqual(['judicial-office', 'system-administrator']);
});
