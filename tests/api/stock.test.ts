import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StockList } from '../../src/records/stock-list.ts';
import { VILLAGES } from '../township.ts';
import { testOffice, type Office } from './office.ts';

const ON = '2024-03-05';
const CADRE = 'near-by';

let office: Office;
let officer: string;
let item: string;
let township: string;
let village: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2024-06-03');
  officer = await office.signInAs('emergency-officer');
  await office.start({
    kind: 'account',
    step: 'open',
    occurredOn: '2024-06-03',
    values: { account: CADRE, holder: { name: '某某某' } },
  });
  const post = {
    account: CADRE,
    post: 'village-cadre',
    since: '2024-06-03',
    villages: [{ name: VILLAGES[0] }],
  };
  await office.start({ kind: 'appointment', step: 'appoint', occurredOn: '2024-06-03', values: post });
  const open = { kind: 'storehouse', step: 'open', occurredOn: ON };
  township = (await office.start({ ...open, values: { name: '乡应急物资库' } })).record;
  const inVillage = { village: VILLAGES[0]!, values: { name: '柳树村储备室' } };
  village = (await office.start({ ...open, ...inVillage })).record;
  const values = { name: '头灯', category: 'light', unit: '个', minimum: 50, villageMinimum: 5 };
  item = (await office.start({ kind: 'supply-item', step: 'list', occurredOn: ON, values })).record;
  await moved('receive', { item, storehouse: township, quantity: 40, lot: 'A', expiresOn: '2024-07-01' });
  await moved('receive', { item, storehouse: village, quantity: 8, lot: 'B' });
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

function moved(step: string, values: object, on = ON) {
  return office.start({
    kind: 'stock-movement',
    step,
    occurredOn: on,
    source: 'late',
    values: { ...values },
  });
}

async function stock(query = '', cookie = officer): Promise<StockList> {
  const answer = await office.ask(cookie, 'GET', `/stock${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<StockList>();
}

describe('the stock over the API', () => {
  it('says what is where, what falls short and what expires', async () => {
    const list = await stock();
    expect(list.at).toBe('2024-06-03');
    expect(list.storehouses.map(({ title }) => title)).toEqual(['乡应急物资库', '柳树村储备室']);
    const [lamps] = list.storehouses[0]!.items;
    expect(lamps).toMatchObject({ title: '头灯', unit: '个', quantity: 40, minimum: 50, short: 10 });
    expect(lamps!.lots).toMatchObject([{ lot: 'A', quantity: 40, expires: '2024-07-01', mark: 'soon' }]);
    expect(list.storehouses[1]!.items[0]!.short).toBeUndefined();
    expect(list.counts).toEqual({ expired: 0, soon: 1, short: 1, awaiting: 0 });
  });

  it('as of a past day, and of one storehouse', async () => {
    await moved('issue', { item, storehouse: township, quantity: 10 }, '2024-04-01');
    const before = await stock(`?at=2024-03-31&storehouse=${township}`);
    expect(before.storehouses).toHaveLength(1);
    expect(before.storehouses[0]!.items[0]!.quantity).toBe(40);
    expect((await stock('?at=2024-04-01')).storehouses[0]!.items[0]!.quantity).toBe(30);
    expect((await stock('?at=2024-03-01')).storehouses).toEqual([]);
  });

  it('refuses a day that is none, or has not come', async () => {
    for (const at of ['2024-02-30', '2024-06-04']) {
      const answer = await office.ask(officer, 'GET', `/stock?at=${at}`);
      expect(answer.statusCode).toBe(422);
      expect(answer.json()).toMatchObject({ field: 'at' });
    }
  });

  it('shows a village cadre the village’s own storehouse and no other, in refusals too', async () => {
    const cadre = await office.signInAs(CADRE);
    expect((await stock('', cadre)).storehouses.map(({ record }) => record)).toEqual([village]);
    const issue = (values: object) =>
      office.ask(cadre, 'POST', '/kinds/stock-movement/steps/issue', {
        body: { on: ON, source: 'late', values },
      });
    const elsewhere = await issue({ item, storehouse: township, quantity: 9000 });
    expect(elsewhere.statusCode).toBe(403);
    expect(elsewhere.body).not.toContain('账面');
    const own = await issue({ item, storehouse: village, quantity: 9000 });
    expect(own.statusCode).toBe(422);
    expect(own.json()).toMatchObject({ field: 'quantity', detail: expect.stringContaining('账面只有8个') });
  });

  it('shows an auditor nothing that was not drawn', async () => {
    const auditor = await office.signInAs('auditor');
    expect(await stock('', auditor)).toMatchObject({ storehouses: [], awaiting: [] });
  });

  it('lists what went out beyond the book until somebody verified it', async () => {
    const { record } = await moved('issue', { item, storehouse: village, quantity: 11, during: 'incident' });
    expect((await stock()).awaiting).toMatchObject([{ record, quantity: 3, title: '头灯' }]);
    const answer = await office.ask(officer, 'POST', `/kinds/stock-movement/records/${record}/steps/verify`, {
      body: { on: '2024-06-03', values: { explanation: '村里自备的三个一并发了' } },
      headers: { 'if-match': '"1"', 'idempotency-key': randomUUID() },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await stock()).awaiting).toEqual([]);
  });
});
