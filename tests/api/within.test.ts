import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterEveryKind } from '../site-township.ts';
import { VILLAGES } from '../township.ts';
import { FAR, openFarAway } from './far-away.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
/** Matters of the first village, and of the township as a whole. */
let others: readonly string[];

beforeAll(async () => {
  office = await testOffice();
  office.at('2030-01-02');
  await openFarAway(office);
  others = [...(await enterEveryKind(office)).values()];
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

describe.each([
  ['whose posts are for another village', FAR],
  ['who knows only what names them', 'counsel'],
])('somebody %s', (_who, account) => {
  it('is listed nothing of the others, while the office is', { timeout: 120_000 }, async () => {
    const lists = office.routes.filter(
      ({ method, url, open }) =>
        method === 'GET' && !open && /^\/:org\/(?:records|due|kinds\/[a-z-]+\/records)$/.test(url),
    );
    expect(lists.length).toBeGreaterThan(30);
    const seen = new Set<string>();
    for (const { url } of lists) {
      const address = url.replace('/:org', '');
      const own = await office.ask(await office.signInAs(account, true), 'GET', address);
      expect(own.statusCode, url).toBe(200);
      for (const id of others) expect(own.body, url).not.toContain(id);
      const all = await office.ask(await office.signInAs('judicial-office', true), 'GET', address);
      for (const id of others) if (all.body.includes(id)) seen.add(id);
    }
    expect(seen.size).toBeGreaterThan(20);
  });
});

it('somebody of the second village reads and writes what lies there', async () => {
  const cookie = await office.signInAs(FAR, true);
  const values = { title: '水渠纠纷', type: 'land', channel: 'village' };
  const body = { village: VILLAGES[1], values, source: 'late', on: '2029-12-03' };
  const begun = await office.ask(cookie, 'POST', '/kinds/dispute/steps/report', { body });
  expect(begun.statusCode, begun.body).toBe(201);
  const { record } = begun.json<{ record: string }>();
  const read = await office.ask(cookie, 'GET', `/kinds/dispute/records/${record}`);
  expect(read.json()).toMatchObject({ title: '水渠纠纷', village: VILLAGES[1] });
});
