import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneOrganisation } from '../../src/store/connection.ts';
import { testOffice, type Office } from './office.ts';

const TOKEN = { label: '县级平台', scopes: ['read'], days: 30 };

let office: Office;
let cookie: string;
let administrator: string;
beforeAll(async () => {
  office = await testOffice();
  cookie = await office.signInAs('judicial-office');
  administrator = await office.signInAs('system-administrator', true);
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const token = (key: string, body: object = TOKEN) =>
  office.ask(cookie, 'POST', '/tokens', { top: true, body, headers: { 'idempotency-key': key } });
const count = async (): Promise<number> =>
  (await office.ask(cookie, 'GET', '/tokens', { top: true })).json<{ tokens: unknown[] }>().tokens.length;

describe('a write that is no act of the ledger, sent once more under its key', () => {
  it('gets the first answer, a secret that is shown once included, and does nothing', async () => {
    const [first, again] = [await token('a'), await token('a')];
    expect(first.statusCode).toBe(201);
    expect(again.statusCode).toBe(201);
    expect(again.body).toBe(first.body);
    expect([first, again].map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true']);
    expect(await count()).toBe(1);
  });

  it('with something else in it is refused; under another key, or by another person, it is another one', async () => {
    const other = await token('a', { ...TOKEN, label: '档案系统' });
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency-conflict' });
    expect((await token('b')).body).not.toBe((await token('a')).body);
    const mine = await office.ask(administrator, 'POST', '/tokens', {
      top: true,
      body: TOKEN,
      headers: { 'idempotency-key': 'a' },
    });
    expect(mine.headers['idempotency-replayed']).toBeUndefined();
  });

  it('that was refused may be tried again', async () => {
    const before = await count();
    expect((await token('c', { ...TOKEN, label: '  ' })).statusCode).toBeGreaterThanOrEqual(400);
    expect((await token('c')).statusCode).toBe(201);
    expect(await count()).toBe(before + 1);
  });

  it('twice at once is done once', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 5 }, () => token('d')));
    expect(await count()).toBe(before + 1);
    const made = answers.filter(({ statusCode }) => statusCode === 201);
    expect(new Set(made.map(({ body }) => body)).size).toBe(1);
    expect(answers.every(({ statusCode }) => statusCode === 201 || statusCode === 503)).toBe(true);
  });

  it('without an answer of its own says so again: nothing is removed twice, no second code is issued', async () => {
    const ask = (method: 'POST' | 'DELETE', url: string, key: string, body?: object) =>
      office.ask(administrator, method, url, {
        ...(body ? { body } : {}),
        headers: { 'idempotency-key': key },
      });
    const reset = (key: string) => ask('POST', '/accounts/mediator/password-reset', key);
    expect((await reset('e')).body).toBe((await reset('e')).body);
    const made = await ask('POST', '/webhooks', 'f', { label: '平台', address: 'https://example.cn/' });
    const { id } = made.json<{ id: string }>();
    expect((await ask('DELETE', `/webhooks/${id}`, 'g')).statusCode).toBe(204);
    expect((await ask('DELETE', `/webhooks/${id}`, 'g')).statusCode).toBe(204);
    expect((await ask('DELETE', `/webhooks/${id}`, 'h')).statusCode).toBe(404);
  });

  it('is new again after a day', async () => {
    const first = await token('i');
    office.at(new Date(office.clock().getTime() + 86_400_001));
    cookie = await office.signInAs('judicial-office');
    expect((await token('i')).body).not.toBe(first.body);
  });

  it('leaves no secret in the database', async () => {
    const { token: secret } = (await token('j')).json<{ token: string }>();
    const rows = await office.store.read(oneOrganisation(office.org), (tx) =>
      tx.query<{ sealed: Buffer }>(
        'all-answers',
        'SELECT sealed FROM repeatable_answer WHERE org_code = $1',
        [office.org],
      ),
    );
    expect(rows.length).toBeGreaterThan(1);
    for (const { sealed } of rows) expect(sealed.includes(secret)).toBe(false);
  });
});
