import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAndRead } from '../../src/letters/batch.ts';
import { openPlace } from '../../src/letters/sealing.ts';
import type { KeyPair } from '../../src/letters/suite.ts';
import { countyKey, letterBody } from '../api/letters.ts';
import { testOffice, type Office, type Route } from '../api/office.ts';
import { withClient } from '../database.ts';
import { testServer, type TestServer } from './server.ts';

/** Whoever might want to know whether somebody wrote. */
const CURIOUS = [
  'judicial-office',
  'township-head',
  'party-secretary',
  'auditor',
  'audit-administrator',
  'system-administrator',
] as const;
const WRITER = 'enforcement-officer';

let town: TestServer;
let office: Office;
let pair: KeyPair;
const cookies = new Map<string, string>();
const MORNING = new Date('2024-03-05T01:00:00Z');

beforeAll(async () => {
  town = await testServer();
  office = town.office;
  office.at(MORNING);
  pair = await countyKey(office);
  for (const account of [...CURIOUS, WRITER]) cookies.set(account, await office.signInAs(account, true));
}, 60_000);
afterAll(async () => {
  expect(town.faults).toEqual([]);
  await town.close();
});

const ask = (account: string, url: string) =>
  town.server.inject({ url: `/api/v1${url}`, headers: { cookie: cookies.get(account)! } });

async function send(account: string, more: object = {}, headers: object = {}) {
  return town.server.inject({
    method: 'POST',
    url: `/api/v1/${office.org}/letters`,
    headers: { cookie: cookies.get(account)!, 'idempotency-key': randomUUID(), ...headers },
    payload: { ...(await letterBody(office, pair)), ...more },
  });
}

/** Every address that is asked with no more than the organisation, a year and a figure. */
function addresses(): string[] {
  const few = office.routes.filter(
    ({ method, url, open }) => method === 'GET' && !open && !/:(?!org|year|code)/.test(url),
  );
  // What is signed has the moment in it, what is drawn is drawn anew.
  return few.filter(({ url }) => !/\/(?:ledger\/checkpoint|sample)$/.test(url)).map(addressOf);
}

function addressOf({ url, schema }: Route): string {
  const asks = (schema['querystring'] as { properties?: object } | undefined)?.properties ?? {};
  const query = Object.entries({ year: '2024', size: '20' }).filter(([name]) => Object.hasOwn(asks, name));
  const path = url.replace(':org', office.org).replace(':year', '2024').replace(':code', 'disputes.screened');
  return `${path}?${new URLSearchParams(query)}`;
}

/** What nobody has to sign in for. */
const OPEN = (): string[] => ['/', `/${office.org}`, `/${office.org}/report/2023`, '/api/v1/openapi.json'];

/** What is answered to everybody at every address. */
async function everythingSeen(): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const account of CURIOUS) {
    for (const url of addresses()) {
      const { statusCode, body } = await ask(account, url);
      seen[`${account} ${url}`] = `${statusCode} ${body}`;
    }
  }
  for (const url of OPEN()) seen[url] = (await town.server.inject({ url })).body;
  return seen;
}

/** The log once the lines of what was answered are in it. */
async function settledLog(): Promise<string> {
  for (let before = ''; ;) {
    const now = await town.logged();
    if (now === before) return now;
    before = now;
    await sleep(300);
  }
}

/** Every table as the superuser finds it: rows, their text and length; of letters what does not change by itself. */
function everythingStored(): Promise<Map<string, unknown>> {
  return withClient(office.database.admin, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const stored = new Map<string, unknown>();
    for (const { name } of tables.rows) {
      const what =
        name === 'letter'
          ? 'count(*), count(DISTINCT batch) AS batches, min(pg_column_size(t.*)), max(pg_column_size(t.*))'
          : `count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS text`;
      stored.set(name, (await client.query(`SELECT ${what} FROM ${name} t`)).rows[0]);
    }
    return stored;
  });
}

describe('a letter that was sent', () => {
  it(
    'is seen nowhere: no table, count, list, log or answer is other than before',
    { timeout: 300_000 },
    async () => {
      await ask(WRITER, `/${office.org}/me`);
      const before = {
        seen: await everythingSeen(),
        stored: await everythingStored(),
        log: await settledLog(),
      };
      const answers = Object.values(before.seen);
      expect(answers.filter((answer) => answer.startsWith('200')).length).toBeGreaterThan(100);

      // Minutes later, so that it would show at the session.
      office.at(new Date(MORNING.getTime() + 12 * 60_000));
      for (const account of [WRITER, 'township-head']) {
        const answer = await send(account);
        expect([answer.statusCode, answer.body]).toEqual([204, '']);
      }
      const after = { stored: await everythingStored(), log: await settledLog() };
      expect(after.stored).toEqual(before.stored);
      expect(after.log === before.log, after.log.slice(before.log.length)).toBe(true);
      office.at(MORNING);
      const seen = await everythingSeen();
      expect(Object.keys(seen).filter((address) => seen[address] !== before.seen[address])).toEqual([]);

      const places = await closeAndRead(office.store, office.org);
      const opened = await Promise.all(
        places.map((place) => openPlace([pair.privateKey], office.org, place)),
      );
      expect(opened.filter((each) => 'letter' in each)).toHaveLength(2);
    },
  );

  it('is answered alike each time, to whoever of the office sends it', async () => {
    const answers = [];
    for (const account of [WRITER, ...CURIOUS]) answers.push(await send(account));
    const told = answers.map(({ statusCode, body, headers: { date: _date, ...headers } }) => ({
      statusCode,
      body,
      headers,
    }));
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(told[0]).toMatchObject({ statusCode: 204, body: '' });
  });
});

describe('what is refused', () => {
  it('leaves no line either, and tells nothing of other letters', async () => {
    const log = await settledLog();
    const stranger = await town.server.inject({
      method: 'POST',
      url: `/api/v1/${office.org}/letters`,
      payload: await letterBody(office, pair),
    });
    expect(stranger.statusCode).toBe(401);
    const foreign = await send(WRITER, {}, { origin: 'https://evil.example' });
    expect(foreign.json()).toMatchObject({ status: 403, code: 'not-permitted' });
    expect((await send(WRITER, { sealed: 'AAAA' })).json()).toMatchObject({ status: 400, field: 'sealed' });
    expect((await send(WRITER, { fingerprint: 'AAAA' })).json()).toMatchObject({
      status: 409,
      detail: '县里的公钥刚换过或停用了，这封没有送出。',
    });
    expect((await settledLog()) === log).toBe(true);
  });

  it('is a program: the use of a token is noted', async () => {
    const body = { label: '数据交换', scopes: ['read', 'write'], days: 30 };
    const made = await office.ask(cookies.get(WRITER), 'POST', '/tokens', { top: true, body });
    const { token } = made.json<{ token: string }>();
    const before = await everythingStored();
    const headers = { authorization: `Bearer ${token}` };
    const asked = await office.ask(undefined, 'POST', '/letters', {
      headers,
      body: await letterBody(office, pair),
    });
    expect(asked.statusCode).toBe(401);
    expect(await everythingStored()).toEqual(before);
  });

  it('is who comes from the county: it reads here, and has its own way to itself', async () => {
    const county = await testOffice({ org: '520581000000', beside: office });
    county.at(MORNING);
    const visitor = await county.signInAs('county-supervisor');
    const asked = await office.ask(visitor, 'POST', '/letters', { body: await letterBody(office, pair) });
    expect(asked.json()).toMatchObject({ status: 403 });
    expect((await office.ask(visitor, 'GET', '/me')).json()).not.toHaveProperty('letters');
    await county.close();
  });

  it('is no fault that somebody reads of, where the database does not take it', async () => {
    const owner = (statement: string) =>
      withClient(office.database.owner, (client) => client.query(statement));
    const log = await settledLog();
    await owner('REVOKE INSERT ON letter FROM fadu_app');
    const refused = await send(WRITER);
    await owner('GRANT INSERT ON letter TO fadu_app');
    expect(refused.json()).toMatchObject({ status: 503, detail: '系统暂时收不了，没有送出。' });
    expect(town.faults).toEqual([]);
    expect((await settledLog()) === log).toBe(true);
    expect((await send(WRITER)).statusCode).toBe(204);
  });
});

it('everybody’s console asks to whom letters go with who one is', async () => {
  const me = (await ask('auditor', `/${office.org}/me`)).json<{ letters: object }>();
  expect(me.letters).toEqual({
    office: '某县司法局',
    fingerprint: expect.stringMatching(/^[0-9A-F]{4}( [0-9A-F]{4}){7}$/),
    key: expect.stringMatching(/^[\w+/=]{88}$/),
  });
});
