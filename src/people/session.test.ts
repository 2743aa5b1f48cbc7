import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { givePassword, ORIGIN, PASSWORD, sessionOf } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import { changePassword, resetPassword } from './credential.ts';
import {
  findSession,
  findUnfinished,
  listSessions,
  MOST_SESSIONS,
  revokeSessions,
  signOut,
} from './session.ts';
import { listEvents } from './sign-in-event.ts';
import { signIn } from './sign-in.ts';

let town: TestTownship;
let org: string;

beforeAll(async () => {
  town = await testTownship();
  org = town.org;
});
afterAll(() => town.close());

const later = (minutes: number): void => town.at(new Date(town.clock().getTime() + minutes * 60_000));
const find = (value: string) => findSession(town.store, value, town.clock());

/** How often sessions were written since the table was made. */
async function written(): Promise<string> {
  return withClient(town.database.admin, async (client) => {
    const { rows } = await client.query<{ xmin: string }>(
      'SELECT string_agg(xmin::text, $1) AS xmin FROM session',
      [' '],
    );
    return rows[0]!.xmin;
  });
}

describe('a session', () => {
  it('ends half an hour after the last request, and each request begins the half hour anew', async () => {
    const { value } = await sessionOf(town, 'judicial-office');
    for (let i = 0; i < 4; i++) {
      later(29);
      expect(await find(value)).toMatchObject({ account: 'judicial-office' });
    }
    later(30);
    expect(await find(value)).toBeUndefined();
  });

  it('ends after twelve hours, however busy', async () => {
    const { value } = await sessionOf(town, 'judicial-office');
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      later(20);
      expect(await find(value)).toBeDefined();
    }
    later(20);
    expect(await find(value)).toBeUndefined();
  });

  it('is written at most once a minute for being used', async () => {
    const { value } = await sessionOf(town, 'judicial-office');
    const before = await written();
    for (let i = 0; i < 5; i++) {
      later(0.1);
      await find(value);
    }
    expect(await written()).toBe(before);
    later(1);
    await find(value);
    expect(await written()).not.toBe(before);
  });

  it('leaves no row behind once it has ended and another is opened', async () => {
    const rows = async (): Promise<number> =>
      withClient(town.database.owner, async (client) => {
        const found = await client.query('SELECT 1 FROM session WHERE account = $1', ['legality-reviewer']);
        return found.rowCount ?? 0;
      });
    await sessionOf(town, 'legality-reviewer');
    await sessionOf(town, 'legality-reviewer');
    expect(await rows()).toBe(2);
    later(30);
    await sessionOf(town, 'legality-reviewer');
    expect(await rows()).toBe(1);
  });

  it('is found by its whole value only, and only in its organisation', async () => {
    const { value } = await sessionOf(town, 'judicial-office');
    const other = await testTownship({ org: '520581998000', beside: town });
    try {
      const secret = value.split('.')[1]!;
      for (const wrong of [
        '',
        org,
        `${org}.`,
        secret,
        `${other.org}.${secret}`,
        `${value}x`,
        `${org}.${'A'.repeat(43)}`,
      ]) {
        expect(await find(wrong)).toBeUndefined();
      }
    } finally {
      await other.close();
    }
  });

  it('is listed with its device and address, without its secret, and can be ended one by one', async () => {
    const account = 'area-lead';
    const [one, two] = [await sessionOf(town, account), await sessionOf(town, account, { strong: true })];
    const listed = await listSessions(town.store, org, account, town.clock());
    expect(listed).toHaveLength(2);
    expect(listed[0]).toMatchObject({ ...ORIGIN, stage: 'open', openedAt: town.clock() });
    expect(JSON.stringify(listed)).not.toContain(two.value.split('.')[1]);
    const mine = { org, account, by: account, ...ORIGIN };
    // Nobody ends another's session by its id.
    expect(
      await revokeSessions(town.store, { ...mine, account: 'mediator', session: one.session }, town.clock()),
    ).toBe(0);
    expect(await revokeSessions(town.store, { ...mine, session: one.session }, town.clock())).toBe(1);
    expect(await find(one.value)).toBeUndefined();
    expect(await find(two.value)).toMatchObject({ strong: true });
    expect(await revokeSessions(town.store, { ...mine, by: 'system-administrator' }, town.clock())).toBe(1);
    expect(await find(two.value)).toBeUndefined();
  });

  it('ends by signing out, once', async () => {
    const { value } = await sessionOf(town, 'mediator');
    await signOut(town.store, value, ORIGIN, town.clock());
    await signOut(town.store, value, ORIGIN, town.clock());
    expect(await findUnfinished(town.store, value, town.clock())).toBeUndefined();
  });
});

describe('a changed password', () => {
  it('ends all other sessions and gives this one another secret', async () => {
    const account = 'window-clerk';
    const first = await givePassword(town.signIn, org, account);
    const elsewhere = await signIn(town.signIn, { org, account, password: PASSWORD, ...ORIGIN });
    const changed = await changePassword(town.signIn, {
      session: first.value,
      current: PASSWORD,
      password: '换一个 zebra 窗外',
      ...ORIGIN,
    });
    expect(changed.session).toBe(first.session);
    expect(await find(first.value)).toBeUndefined();
    expect(await find(elsewhere.value)).toBeUndefined();
    expect(await find(changed.value)).toMatchObject({ account });
    await expect(signIn(town.signIn, { org, account, password: PASSWORD, ...ORIGIN })).rejects.toMatchObject({
      code: 'sign-in-failed',
    });
  });

  it('asks for the one so far, and counts wrong ones', async () => {
    const account = 'counsel';
    const { value } = await givePassword(town.signIn, org, account);
    const change = (current?: string) =>
      changePassword(town.signIn, {
        session: value,
        password: '换一个 zebra 窗外',
        ...ORIGIN,
        ...(current ? { current } : {}),
      });
    await expect(change()).rejects.toMatchObject({ code: 'not-permitted', detail: { field: 'current' } });
    for (let i = 0; i < 3; i++)
      await expect(change('wrong')).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(change('wrong')).rejects.toMatchObject({ code: 'sign-in-locked' });
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: 'sign-in-locked' });
  });

  it('must not be one that others guess', async () => {
    const code = await resetPassword(town.signIn, { org, account: 'auditor', ...ORIGIN });
    const { value } = await signIn(town.signIn, { org, account: 'auditor', password: code, ...ORIGIN });
    const change = (password: string) => changePassword(town.signIn, { session: value, password, ...ORIGIN });
    await expect(change('auditor 竹篮打水 47')).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(change('柳河的竹篮打水 47')).rejects.toMatchObject({ code: 'invalid-value' });
    expect((await change(PASSWORD)).stage).toBe('open');
  });
});

it('a reset ends the password and all sessions', async () => {
  const account = 'township-head';
  const { value } = await givePassword(town.signIn, org, account);
  await resetPassword(town.signIn, { org, account, by: 'system-administrator', ...ORIGIN });
  expect(await find(value)).toBeUndefined();
  await expect(signIn(town.signIn, { org, account, password: PASSWORD, ...ORIGIN })).rejects.toMatchObject({
    code: 'sign-in-failed',
  });
  await expect(resetPassword(town.signIn, { org, account: 'nobody', ...ORIGIN })).rejects.toMatchObject({
    code: 'not-found',
  });
});

describe('sessions of one account', () => {
  it('are ten at most: one more ends the one that was used longest ago, and says so in the log of sign-ins', async () => {
    const account = 'village-cadre';
    const values: string[] = [];
    for (let i = 0; i < MOST_SESSIONS; i += 1) {
      values.push((await sessionOf(town, account)).value);
      later(1);
    }
    await find(values[0]!);
    later(1);
    const { value } = await sessionOf(town, account);
    expect(await find(values[1]!)).toBeUndefined();
    for (const kept of [value, ...values.filter((_, i) => i !== 1)])
      expect(await find(kept)).toMatchObject({ account });
    const events = await listEvents(town.store, org, { account, limit: 3 });
    expect(events.map(({ what }) => what)).toContain('session-displaced');
  });

  it('are no more when many open at once', async () => {
    const account = 'window-clerk';
    await Promise.all(Array.from({ length: MOST_SESSIONS + 6 }, () => sessionOf(town, account)));
    expect(await listSessions(town.store, org, account, town.clock())).toHaveLength(MOST_SESSIONS);
  });
});
