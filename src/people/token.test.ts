import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { ORIGIN, sessionOf } from '../../tests/signed-in.ts';
import { testTownship, type TestTownship } from '../../tests/township.ts';
import type { SignedIn } from './session.ts';
import { listEvents } from './sign-in-event.ts';
import { findToken, listTokens, makeToken, revokeTokens, type TokenScope } from './token.ts';

let town: TestTownship;
let org: string;
let by: SignedIn;

beforeAll(async () => {
  town = await testTownship();
  org = town.org;
  by = await sessionOf(town, 'judicial-office', { strong: true });
});
afterAll(() => town.close());

const make = (over: Partial<Parameters<typeof makeToken>[1]> = {}) =>
  makeToken(
    town.store,
    { by, label: '统计平台取数', scopes: ['read'], days: 30, ...ORIGIN, ...over },
    town.clock(),
  );
const find = (value: string) => findToken(town.store, value, town.clock());
const later = (minutes: number): void => town.at(new Date(town.clock().getTime() + minutes * 60_000));

describe('an API token', () => {
  it('stands for its account, with its scopes, and is never strong', async () => {
    const { token } = await make({ scopes: ['read', 'write', 'read'] });
    expect(token).toMatch(new RegExp(`^fadu_${org}_[\\w-]{43}$`));
    expect(await find(token)).toEqual({
      home: org,
      head: expect.any(Number),
      account: 'judicial-office',
      strong: false,
      scopes: ['read', 'write'],
    });
    for (const wrong of [token.slice(0, -1), `${token}x`, token.replace(org, '520581998000'), 'fadu_', ''])
      expect(await find(wrong)).toBeUndefined();
  });

  it('expires on its day', async () => {
    const { token, expiresAt } = await make({ days: 1 });
    later(24 * 60 - 1);
    expect(await find(token)).toBeDefined();
    later(1);
    expect(town.clock()).toEqual(expiresAt);
    expect(await find(token)).toBeUndefined();
  });

  it('is listed with its last use, without its text, and revoked by its person only', async () => {
    const account = 'judicial-office';
    const { token, id } = await make({ label: '大屏' });
    await find(token);
    const listed = await listTokens(town.store, org, account, town.clock());
    expect(listed[0]).toMatchObject({ id, label: '大屏', scopes: ['read'], usedAt: town.clock() });
    expect(JSON.stringify(listed)).not.toContain(token.slice(-43));
    const mine = { org, account, by: account, id, ...ORIGIN };
    expect(await revokeTokens(town.store, { ...mine, account: 'mediator' }, town.clock())).toBe(0);
    expect(await find(token)).toBeDefined();
    expect(await revokeTokens(town.store, mine, town.clock())).toBe(1);
    expect(await find(token)).toBeUndefined();
    expect(await revokeTokens(town.store, mine, town.clock())).toBe(0);
  });

  it('all of an account can be revoked by the administrator, and it is noted', async () => {
    const { token } = await make();
    const account = 'judicial-office';
    const revoked = { org, account, by: 'system-administrator', ...ORIGIN };
    expect(await revokeTokens(town.store, revoked, town.clock())).toBeGreaterThan(1);
    expect(await find(token)).toBeUndefined();
    const events = await listEvents(town.store, org, { account, limit: 50 });
    expect(events.filter((each) => each.what === 'token-made').length).toBeGreaterThan(3);
    expect(
      events.some((each) => each.what === 'token-revoked' && each.doneBy === 'system-administrator'),
    ).toBe(true);
  });

  it('is held as a hash, and no row of it can be taken away', async () => {
    const { token } = await make();
    const { rows } = await withClient(town.database.owner, (client) =>
      client.query<{ text: string }>(`SELECT string_agg(t::text, ' ') AS text FROM api_token t`),
    );
    expect(rows[0]!.text).not.toContain(token.slice(-43));
    await withClient(town.database.app, async (client) => {
      await expect(client.query('DELETE FROM api_token')).rejects.toThrow(/permission denied/);
      await expect(client.query('DELETE FROM sign_in_event')).rejects.toThrow(/permission denied/);
      await expect(client.query('UPDATE sign_in_event SET account = null')).rejects.toThrow(
        /permission denied/,
      );
    });
  });

  it('makes no other token', async () => {
    const { token } = await make();
    const holder = (await find(token))!;
    await expect(make({ by: holder })).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it.each([
    ['label', { label: ' ' }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['everything' as TokenScope] }],
    ['days', { days: 0 }],
    ['days', { days: 366 }],
    ['days', { days: 1.5 }],
  ])('is refused with a wrong %s', async (field, over) => {
    await expect(make(over)).rejects.toMatchObject({ code: 'invalid-value', detail: { field } });
  });

  it('is one of twenty at most', async () => {
    const other = await sessionOf(town, 'area-lead');
    for (let i = 0; i < 20; i++) await make({ by: other });
    await expect(make({ by: other })).rejects.toMatchObject({ code: 'wrong-state' });
  });
});
