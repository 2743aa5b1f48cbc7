import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../src/duties/index.ts';
import { buildSite } from '../src/site/site.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import { crawl } from './crawl.ts';
import { withClient } from './database.ts';
import { enter, enterEveryKind, MARKS, ORG, siteTownship, type SiteTownship } from './site-township.ts';

const OTHER = '520581998000';

let town: SiteTownship;
let other: SiteTownship;
let site: FastifyInstance;
let made: Map<string, string>;
let othersMade: Map<string, string>;
const faults: unknown[] = [];

beforeAll(async () => {
  town = await siteTownship();
  other = await siteTownship({ org: OTHER, beside: town });
  made = await enterEveryKind(town);
  othersMade = await enterEveryKind(other);
  site = buildSite(town.parts, { fault: (error) => faults.push(error) });
});
afterAll(async () => {
  await site.close();
  await other.close();
  await town.close();
});

async function get(url: string) {
  const { statusCode, body, headers } = await site.inject({ url });
  return { statusCode, body, headers };
}

describe('what the public reads', () => {
  it(
    'holds no personal and no internal value on any page that links reach',
    { timeout: 90_000 },
    async () => {
      const pages = await crawl(site, '/');
      expect(faults).toEqual([]);
      expect(pages.size).toBeGreaterThan(60);
      for (const [url, { statusCode, body }] of pages) {
        expect(statusCode, url).toBeLessThan(400);
        for (const mark of Object.values(MARKS)) expect(body, url).not.toContain(mark);
      }
      // The marks are in the records: the office sees what the public does not.
      const [row] = await town.store.transaction(oneOrganisation(ORG), (tx) =>
        tx.query<{ title: string }>('t', 'SELECT title FROM record WHERE record_id = $1', [
          made.get('dispute'),
        ]),
      );
      expect(row?.title).toContain(MARKS.internal);
    },
  );

  it('holds none either on the record address of any kind, reachable or not', async () => {
    for (const [kind, id] of made) {
      const { body } = await get(`/${ORG}/records/${id}`);
      for (const mark of Object.values(MARKS)) expect(body, kind).not.toContain(mark);
    }
  });
});

describe('a record', () => {
  it('that is not public answers exactly like one that is missing', async () => {
    const missing = await get(`/${ORG}/records/00000000-0000-4000-8000-00000000dead`);
    expect(missing.statusCode).toBe(404);
    const closed = KINDS.filter((kind) => kind.disclosure === undefined);
    expect(closed.length).toBeGreaterThan(5);
    const voided = await enter(town, town.register.kind('publicity-activity'));
    await town.records.void({
      org: ORG,
      kind: 'publicity-activity',
      record: voided,
      expectedVersion: 1,
      reason: '重复登记',
      actor: { account: 'judicial-office', post: 'judicial-office' },
      idempotencyKey: 'void-1',
      occurredOn: '2024-12-31',
    });
    const drafted = await enter(town, town.register.kind('power-list-edition'), 1);
    const hidden = [
      ...closed.map((kind) => made.get(kind.code) ?? ''),
      voided,
      drafted,
      await startPublicity({ drill: true }),
      await startPublicity({}, `sealed = 'minors'`),
      await startPublicity({}, `audience = 'counsel'`),
      ...othersMade.values(),
      'no-id',
      `${made.get('power-item')}'`,
    ];
    for (const id of hidden) {
      const answer = await get(`/${ORG}/records/${encodeURIComponent(id)}`);
      expect(answer.statusCode, answer.body).toBe(404);
      expect(answer.body, id).toBe(missing.body);
      const { date: _a, ...headers } = answer.headers;
      const { date: _b, ...expected } = missing.headers;
      expect(headers, id).toEqual(expected);
    }
  });

  it('SJA-03 个人信息保护法第二十五条: shows its disclosed fields and nothing of the others', async () => {
    const id = await startPublicity({});
    const { statusCode, body } = await get(`/${ORG}/records/${id}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('禁毒宣传进集市');
    expect(body).toContain('2024年12月20日');
    expect(body).toContain('法治宣传');
    // 受众 and 发放资料 are the office's own.
    expect(body).not.toContain('4321');
    expect(body).not.toContain('受众');
  });

  /** `change` sets a column of the record's row that no act sets yet. */
  async function startPublicity(over: { drill?: boolean }, change?: string): Promise<string> {
    const on = '2024-12-20';
    const { record } = await town.start({
      kind: 'publicity-activity',
      step: 'hold',
      occurredOn: on,
      source: 'late',
      values: {
        title: '禁毒宣传进集市',
        purpose: 'law',
        organiser: 'judicial-office',
        venue: 'market',
        heldOn: on,
        people: 4321,
      },
      ...over,
    });
    if (change) {
      await withClient(town.database.admin, (admin) =>
        admin.query(`UPDATE record SET ${change} WHERE record_id = $1`, [record]),
      );
    }
    return record;
  }
});

describe('another organisation', () => {
  it('has its own pages, and its ids open nothing here', async () => {
    expect((await get(`/${OTHER}/`)).statusCode).toBe(200);
    const edition = othersMade.get('power-list-edition')!;
    expect((await get(`/${OTHER}/power-list?edition=${edition}`)).statusCode).toBe(200);
    expect((await get(`/${ORG}/power-list?edition=${edition}`)).statusCode).toBe(404);
    expect((await get(`/${OTHER}/records/${othersMade.get('power-item')}`)).statusCode).toBe(200);
    expect((await get(`/${ORG}/records/${othersMade.get('power-item')}`)).statusCode).toBe(404);
  });

  it('that does not exist is a missing page on every route', async () => {
    for (const rest of ['', '/report', '/report/2024', '/power-list', '/verify', '/checkpoint']) {
      for (const org of ['520581997000', 'abc', '%27', '0']) {
        expect((await get(`/${org}${rest}`)).statusCode, `${org}${rest}`).toBe(404);
      }
    }
    expect(faults).toEqual([]);
  });
});
