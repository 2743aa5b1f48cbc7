import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, VILLAGES, type TestTownship } from '../../tests/township.ts';
import { figuresOf } from '../figures/figures.ts';
import { day, Refusal, yearSpan } from '../kernel/index.ts';
import { oneOrganisation, openStore, type Store } from '../store/connection.ts';
import { dueList } from './due.ts';
import { Records, type Acted } from './records.ts';
import { replay } from './replay.ts';
import { stockOn } from './stock-list.ts';
import { verifyOrganisation } from './verify.ts';

const OPERATOR = { as: 'operator' } as const;
const OFFICER = { account: 'emergency-officer', post: 'emergency-officer' } as const;

let town: TestTownship;
let stores: { readonly township: string; readonly village: string };
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-03-01');
  stores = { township: await opened('乡应急物资库'), village: await opened('柳树村储备室', VILLAGES[0]) };
});
afterAll(() => town.close());

async function opened(name: string, village?: string): Promise<string> {
  const on = '2024-03-01';
  const values = { name, openedOn: on };
  const over = village === undefined ? {} : { village };
  const { record } = await town.start({ kind: 'storehouse', step: 'open', occurredOn: on, values, ...over });
  return record;
}

async function listed(name: string, over: object = {}): Promise<string> {
  const values = { name, category: 'flood', unit: '条', ...over };
  const start = { kind: 'supply-item', step: 'list', occurredOn: '2024-03-01', values };
  const { record } = await town.start(start);
  return record;
}

function move(step: string, on: string, values: object, records: Records = town.records): Promise<Acted> {
  return records.start({
    org: ORG,
    actor: OFFICER,
    kind: 'stock-movement',
    step,
    occurredOn: on,
    source: 'late',
    idempotencyKey: randomUUID(),
    values: { ...values },
  });
}

function receive(item: string, on: string, quantity: number, over: object = {}): Promise<Acted> {
  return move('receive', on, { item, storehouse: stores.township, quantity, ...over });
}

/** What the page shows of an item: lot → quantity, in the township's storehouse unless said otherwise. */
async function held(
  item: string,
  at?: string,
  storehouse = stores.township,
): Promise<Record<string, number>> {
  const list = await stockOn(town.store, town.register, OPERATOR, ORG, {
    today: day('2024-12-31'),
    ...(at === undefined ? {} : { at: day(at) }),
  });
  const here = list.storehouses.find((each) => each.record === storehouse);
  const lots = here?.items.find((each) => each.record === item)?.lots ?? [];
  return Object.fromEntries(lots.map(({ lot, quantity }) => [lot, quantity]));
}

async function bodyOf(record: string): Promise<Record<string, unknown>> {
  const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ body: Record<string, unknown>; village: string | null }>(
      'body',
      'SELECT body, village FROM record WHERE org_code = $1 AND record_id = $2',
      [ORG, record],
    ),
  );
  return { ...row!.body, village: row!.village };
}

function mend(record: string, expectedVersion: number, values: object, over: object = {}): Promise<Acted> {
  return town.records.correct({
    org: ORG,
    actor: OFFICER,
    kind: 'stock-movement',
    record,
    expectedVersion,
    occurredOn: '2024-12-31',
    idempotencyKey: randomUUID(),
    reason: '核对底册',
    values: { ...values },
    ...over,
  });
}

function avoid(record: string, expectedVersion = 1): Promise<Acted> {
  return town.records.void({
    org: ORG,
    actor: OFFICER,
    kind: 'stock-movement',
    record,
    expectedVersion,
    occurredOn: '2024-12-31',
    idempotencyKey: randomUUID(),
    reason: '重复登记',
  });
}

const verify = () => verifyOrganisation(ORG, { ...town, checkpoints: [] });

async function refusal(acting: Promise<unknown>): Promise<Refusal> {
  const thrown = await acting.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Refusal);
  return thrown as Refusal;
}

async function balances(): Promise<unknown> {
  return town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query(
      'balances',
      'SELECT storehouse, item, lot, quantity FROM stock WHERE org_code = $1 ORDER BY 1, 2, 3',
      [ORG],
    ),
  );
}

describe('movements', () => {
  it('give the balance of each lot in each storehouse, on any past day', async () => {
    town.at('2024-12-31');
    const bags = await listed('编织袋', { shelfMonths: 12 });
    const { record: receipt } = await receive(bags, '2024-03-05', 100, {
      lot: 'A',
      producedOn: '2024-02-01',
    });
    await move('issue', '2024-04-01', { receipt, quantity: 30 });
    await move('return', '2024-04-10', { receipt, quantity: 5 });
    await move('transfer', '2024-05-06', { receipt, to: stores.village, quantity: 20 });
    await move('writeOff', '2024-06-03', { receipt, quantity: 3, cause: 'damaged' });
    await move('count', '2024-07-01', { receipt, counted: 50, explanation: '两条找不到' });
    expect(await held(bags, '2024-03-04')).toEqual({});
    expect(await held(bags, '2024-04-01')).toEqual({ A: 70 });
    expect(await held(bags, '2024-05-06')).toEqual({ A: 55 });
    expect(await held(bags, '2024-05-06', stores.village)).toEqual({ A: 20 });
    expect(await held(bags)).toEqual({ A: 50 });
    expect((await bodyOf(receipt))['expiresOn']).toBe('2025-02-01');
    await verify();
  });

  it('take storehouse, item and lot from the receipt, and what expires first where nobody says', async () => {
    const masks = await listed('口罩');
    await receive(masks, '2024-03-05', 10, { lot: 'late', expiresOn: '2026-01-01' });
    await receive(masks, '2024-03-06', 10, { lot: 'soon', expiresOn: '2025-01-01' });
    const { record } = await move('issue', '2024-03-07', {
      item: masks,
      storehouse: stores.township,
      quantity: 4,
    });
    expect(await bodyOf(record)).toMatchObject({ lot: 'soon', name: '口罩', unit: '条' });
    await move('issue', '2024-03-08', { item: masks, storehouse: stores.township, quantity: 8 });
    expect(await held(masks)).toEqual({ late: 2, soon: 6 });
  });

  it('stand with the village of their storehouse, which nobody chooses', async () => {
    const rope = await listed('绳索');
    const values = { item: rope, storehouse: stores.village, quantity: 5, movedOn: '2024-03-05' };
    const { record } = await move('receive', '2024-03-05', values);
    expect((await bodyOf(record))['village']).toBe(VILLAGES[0]);
    const other = town.start({
      kind: 'stock-movement',
      step: 'receive',
      occurredOn: '2024-03-05',
      source: 'late',
      village: VILLAGES[1]!,
      values,
    });
    expect((await refusal(other)).detail.field).toBe('village');
  });

  it('with one key act once, although the machine added to what was asked', async () => {
    const tape = await listed('警戒带');
    await receive(tape, '2024-03-05', 9);
    const asked = {
      org: ORG,
      actor: OFFICER,
      kind: 'stock-movement',
      step: 'issue',
      occurredOn: '2024-03-06',
      source: 'late' as const,
      idempotencyKey: randomUUID(),
      values: { item: tape, storehouse: stores.township, quantity: 2 },
    };
    await town.records.start(asked);
    expect(await town.records.start(asked)).toMatchObject({ repeated: true });
    expect(await held(tape)).toEqual({ '2024-03-05': 7 });
  });
});

describe('beyond the book', () => {
  it('outside an incident an issue is refused with what the book holds and what to do', async () => {
    const lamps = await listed('头灯');
    await receive(lamps, '2024-03-05', 6);
    const late = await refusal(
      move('issue', '2024-03-06', { item: lamps, storehouse: stores.township, quantity: 10 }),
    );
    expect(late.message).toContain('账面只有6条，不能出10条');
    expect(late.detail).toMatchObject({ field: 'quantity', next: expect.stringContaining('照实登记') });
    expect(await held(lamps)).toEqual({ '2024-03-05': 6 });
  });

  it('what a later day needs is not there on an earlier one either', async () => {
    const boots = await listed('雨靴');
    await receive(boots, '2024-03-05', 6);
    await move('issue', '2024-03-20', { item: boots, storehouse: stores.township, quantity: 6 });
    const before = move('issue', '2024-03-10', { item: boots, storehouse: stores.township, quantity: 1 });
    expect((await refusal(before)).message).toContain('账面只有0条');
  });

  it('in an incident it is accepted; what the book did not hold awaits verification within the term', async () => {
    const coats = await listed('雨衣');
    await receive(coats, '2024-07-01', 6);
    const values = { item: coats, storehouse: stores.township, quantity: 10, during: 'incident' };
    const { record } = await move('issue', '2024-07-08', values);
    expect(await bodyOf(record)).toMatchObject({ quantity: 10, beyond: 4 });
    expect(await held(coats)).toEqual({});
    const due = () => dueList(town.store, town.register, OPERATOR, day('2024-07-08'), { org: ORG, record });
    expect((await due()).items).toMatchObject([{ rule: 'YJ-18.count', due: '2024-07-15' }]);
    const list = await stockOn(town.store, town.register, OPERATOR, ORG, { today: day('2024-12-31') });
    expect(list.awaiting).toMatchObject([{ record, quantity: 4, title: '雨衣' }]);
    // What had come and was not entered is found: nothing was beyond the book after all.
    await receive(coats, '2024-07-02', 5, { lot: '2024-07-01' });
    await town.act({
      kind: 'stock-movement',
      step: 'verify',
      record,
      expectedVersion: 1,
      occurredOn: '2024-12-31',
      actor: OFFICER,
      values: { explanation: '一箱漏登入库，已补登' },
    });
    expect((await bodyOf(record))['beyond']).toBeUndefined();
    expect(await held(coats)).toEqual({ '2024-07-01': 1 });
    expect((await due()).items).toEqual([]);
    await verify();
  });

  it('of several lots that hold too little each, who hands out says how much of which', async () => {
    const water = await listed('瓶装水');
    await receive(water, '2024-03-05', 20, { lot: 'A' });
    await receive(water, '2024-03-05', 30, { lot: 'B' });
    const values = { item: water, storehouse: stores.township, during: 'incident' };
    const asked = await refusal(move('issue', '2024-03-06', { ...values, quantity: 40 }));
    expect(asked.message).toContain('A有20条、B有30条');
    expect(asked.detail.field).toBe('lot');
    await move('issue', '2024-03-06', { ...values, lot: 'A', quantity: 20 });
    await move('issue', '2024-03-06', { ...values, lot: 'B', quantity: 31 });
    expect(await held(water)).toEqual({});
    const list = await stockOn(town.store, town.register, OPERATOR, ORG, { today: day('2024-12-31') });
    expect(list.awaiting.filter(({ item }) => item === water)).toMatchObject([{ lot: 'B', quantity: 1 }]);
  });

  it('hands out nothing that has expired, unless its lot is named; what is thrown away expires first', async () => {
    const item = await listed('消毒液');
    await receive(item, '2024-03-01', 10, { lot: '旧', expiresOn: '2024-05-31' });
    await receive(item, '2024-03-01', 10, { lot: '新', expiresOn: '2025-05-31' });
    const one = { item, storehouse: stores.township, quantity: 2 };
    expect(await bodyOf((await move('issue', '2024-05-31', one)).record)).toMatchObject({ lot: '旧' });
    expect(await bodyOf((await move('issue', '2024-06-01', one)).record)).toMatchObject({ lot: '新' });
    const thrown = await move('writeOff', '2024-06-01', { ...one, cause: 'expired' });
    expect(await bodyOf(thrown.record)).toMatchObject({ lot: '旧' });
    await move('issue', '2024-06-02', { ...one, quantity: 8, lot: '新' });
    const refused = await refusal(move('issue', '2024-06-03', one));
    expect(refused.message).toBe('“消毒液”账面有的批次（旧）都过了有效期。');
    const named = await move('issue', '2024-06-03', { ...one, lot: '旧' });
    expect(await bodyOf(named.record)).toMatchObject({ lot: '旧' });
  });

  it('a drill takes nothing from the book and is refused nothing', async () => {
    const tents = await listed('帐篷');
    await receive(tents, '2024-03-05', 2);
    await town.start({
      kind: 'stock-movement',
      step: 'issue',
      occurredOn: '2024-03-06',
      source: 'late',
      drill: true,
      values: { item: tents, storehouse: stores.township, quantity: 50 },
    });
    expect(await held(tents)).toEqual({ '2024-03-05': 2 });
  });
});

describe('a count', () => {
  it('that differs from the book needs its reason; one that agrees changes nothing', async () => {
    const spades = await listed('铁锹');
    await receive(spades, '2024-03-05', 20);
    const count = (counted: number, over: object = {}) =>
      move('count', '2024-03-06', { item: spades, storehouse: stores.township, counted, ...over });
    expect((await refusal(count(18))).detail.field).toBe('explanation');
    const { record } = await count(18, { explanation: '两把断了柄，已扔' });
    expect((await bodyOf(record))['difference']).toBe(-2);
    await count(18);
    expect(await held(spades)).toEqual({ '2024-03-05': 18 });
  });

  it('of one of several lots says which', async () => {
    const pumps = await listed('水泵');
    await receive(pumps, '2024-03-05', 1, { lot: 'A' });
    await receive(pumps, '2024-03-05', 1, { lot: 'B' });
    const count = move('count', '2024-03-06', { item: pumps, storehouse: stores.township, counted: 2 });
    expect((await refusal(count)).message).toContain('A、B');
  });
});

describe('voiding, correcting and re-dating', () => {
  it('move balances as if it had been so from the beginning', async () => {
    const horns = await listed('喇叭');
    const { record: receipt } = await receive(horns, '2024-03-05', 8, { lot: 'A' });
    const { record: issue } = await move('issue', '2024-03-10', { receipt, quantity: 5 });
    await mend(issue, 1, { quantity: 2 });
    expect(await held(horns)).toEqual({ A: 6 });
    await mend(issue, 2, { movedOn: '2024-04-10' }, { redatedTo: '2024-04-10' });
    expect(await held(horns, '2024-03-10')).toEqual({ A: 8 });
    expect(await held(horns, '2024-04-10')).toEqual({ A: 6 });
    await mend(issue, 3, { lot: 'A' });
    await avoid(issue, 4);
    expect(await held(horns)).toEqual({ A: 8 });
    await verify();
  });

  it('are refused where the book would fall below nothing on any day', async () => {
    const gloves = await listed('手套');
    const { record: receipt } = await receive(gloves, '2024-03-05', 8, { lot: 'A' });
    await move('issue', '2024-03-10', { receipt, quantity: 5 });
    expect((await refusal(avoid(receipt))).message).toContain('账面会少5');
    expect((await refusal(mend(receipt, 1, { quantity: 4 }))).message).toContain('2024-03-10的账面会少1');
    const later = mend(receipt, 1, { movedOn: '2024-03-20' }, { redatedTo: '2024-03-20' });
    expect((await refusal(later)).message).toContain('2024-03-10');
    expect(await held(gloves)).toEqual({ A: 3 });
  });

  it('leave what replay makes anew out of the ledger alone', async () => {
    const before = await balances();
    await replay(town.store, town.register, ORG);
    expect(await balances()).toEqual(before);
    await verify();
  });

  it('a balance that was altered behind the ledger is found', async () => {
    await town.store.transaction(oneOrganisation(ORG), async (tx) => {
      await tx.query('spoil', 'DELETE FROM stock WHERE org_code = $1 AND quantity > 1', [ORG]);
    });
    expect((await refusal(verify())).message).toContain('应急物资的结存与账本不符');
    await replay(town.store, town.register, ORG);
    await verify();
  });
});

describe('many at once on one lot', () => {
  const CLIENTS = 8;
  let clients: { readonly store: Store; readonly records: Records }[];
  beforeAll(async () => {
    const { vault, files, register, clock } = town;
    clients = await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        const store = await openStore({ connection: town.database.app, max: 1, mayLoseWrites: true });
        return { store, records: new Records({ store, register, vault, files, clock }) };
      }),
    );
  });
  afterAll(async () => {
    for (const { store } of clients) await store.close();
  });

  /** Each client issues ten times; how many pieces went out. */
  async function issueAll(item: string, during: string): Promise<{ accepted: number; refused: number }> {
    const values = { item, storehouse: stores.township, quantity: 3, during };
    const tried = await Promise.allSettled(
      clients.flatMap(({ records }) =>
        Array.from({ length: 10 }, () => move('issue', '2024-08-01', values, records)),
      ),
    );
    const failed = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(failed.filter((each) => !(each instanceof Refusal))).toEqual([]);
    return { accepted: tried.length - failed.length, refused: failed.length };
  }

  it('never take more than there is', async () => {
    const item = await listed('同时领用的物资');
    await receive(item, '2024-07-31', 100, { lot: 'A' });
    // 33 times three pieces, and one is left.
    expect(await issueAll(item, 'daily')).toEqual({ accepted: 33, refused: 47 });
    expect(await held(item)).toEqual({ A: 1 });
    await verify();
  });

  it('in an incident all is accepted, and the book and what awaits verification add up', async () => {
    const item = await listed('抢险中发出的物资');
    await receive(item, '2024-07-31', 100, { lot: 'A' });
    expect(await issueAll(item, 'incident')).toEqual({ accepted: 80, refused: 0 });
    expect(await held(item)).toEqual({});
    const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ awaits: number; records: number }>(
        'awaits',
        `SELECT sum(awaits)::bigint AS awaits, count(*) AS records FROM stock_move
         WHERE org_code = $1 AND item = $2 AND awaits > 0`,
        [ORG, item],
      ),
    );
    // 80 times three went out, a hundred were on the book; the one that met the last piece awaits two.
    expect(row).toEqual({ awaits: 140, records: 47 });
    await verify();
  });
});

describe('figures', () => {
  it('of what is in stock is the sum of the balances', async () => {
    const figures = await figuresOf(town.store, town.register, ORG, yearSpan(2024));
    const value = (code: string) => figures.find((each) => each.code === code)?.value;
    const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ sum: number }>('sum', 'SELECT sum(quantity)::bigint AS sum FROM stock WHERE org_code = $1', [
        ORG,
      ]),
    );
    expect(value('emergency-supplies.pieces')).toBe(row!.sum);
    expect(value('emergency-supplies.issued')).toBe(51 + 10 + 240);
    expect(value('emergency-supplies.awaiting')).toBe(1 + 47);
    expect(value('emergency-supplies.counts')).toBe(3);
  });
});
