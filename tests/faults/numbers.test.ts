import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/kernel/index.ts';
import { Records } from '../../src/records/records.ts';
import { replay } from '../../src/records/replay.ts';
import { verifyOrganisation } from '../../src/records/verify.ts';
import { oneOrganisation, openStore, type Store } from '../../src/store/connection.ts';
import { ORG, testTownship, type TestTownship } from '../township.ts';

const CLIENTS = 8;
const EACH = process.env['FADU_TEST_FULL'] === '1' ? 40 : 6;
const ON = '2024-03-05' as Day;
const DESK = { account: 'judicial-office', post: 'judicial-office' } as const;
const HEAD = { account: 'township-head', post: 'township-head' } as const;

let town: TestTownship;
let clients: { readonly store: Store; readonly records: Records }[];
let series: string;

beforeAll(async () => {
  town = await testTownship();
  town.at(ON);
  const { vault, files, register, clock } = town;
  clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const store = await openStore({ connection: town.database.app, max: 2, mayLoseWrites: true });
      return { store, records: new Records({ store, register, vault, files, clock }) };
    }),
  );
  series = await openSeries('样府发');
});
afterAll(async () => {
  for (const { store } of clients) await store.close();
  await town.close();
});

const common = (step: string, on: string = ON) => ({
  org: ORG,
  kind: 'outgoing-document',
  step,
  occurredOn: on,
  actor: DESK,
  idempotencyKey: randomUUID(),
});

async function openSeries(code: string): Promise<string> {
  const values = { code, purpose: '普发文件' };
  return (await town.start({ kind: 'document-series', step: 'open', occurredOn: ON, values })).record;
}

/** A document that waits for its number. */
async function signed(records = town.records, link = series, drill = false): Promise<string> {
  const values = { title: '样稿', series: link, secrecy: 'none' };
  const { record } = await records.start({ ...common('draft'), values, drill });
  await records.act({
    ...common('sign'),
    actor: HEAD,
    record,
    expectedVersion: 1,
    values: { signer: 'township-head' },
  });
  return record;
}

async function issue(record: string, records = town.records, key = randomUUID()): Promise<void> {
  await records.act({ ...common('issue'), idempotencyKey: key, record, expectedVersion: 2 });
}

function enter(number: string, reasons: Readonly<Record<string, string>> = {}) {
  const values = { title: '补登', number, secrecy: 'none' };
  return town.records.start({ ...common('enter', '2024-03-01'), values, reasons });
}

async function numberOf(record: string): Promise<unknown> {
  const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ number: unknown }>(
      'number-of',
      `SELECT body ->> 'number' AS number FROM record WHERE org_code = $1 AND record_id = $2`,
      [ORG, record],
    ),
  );
  return row?.number;
}

async function issued(link = series): Promise<string> {
  const record = await signed(town.records, link);
  await issue(record);
  return String(await numberOf(record));
}

const whole = () => verifyOrganisation(ORG, { ...town, checkpoints: [] });

describe('official numbers (文号)', () => {
  it(
    `of ${CLIENTS} clients who issue at once are each given once, and none is left out`,
    { timeout: 120_000 },
    async () => {
      const records = await Promise.all(
        clients.flatMap((client) => Array.from({ length: EACH }, () => signed(client.records))),
      );
      await Promise.all(
        clients.map(async (client, index) => {
          for (const record of records.slice(index * EACH, (index + 1) * EACH)) {
            await issue(record, client.records);
          }
        }),
      );
      const given = await Promise.all(records.map(numberOf));
      const wanted = Array.from({ length: CLIENTS * EACH }, (_, nth) => `样府发〔2024〕${nth + 1}号`);
      expect([...given].toSorted()).toEqual(wanted.toSorted());
      await whole();
    },
  );

  it('are used up by no refused act, no repeated one and no drill', async () => {
    const own = await openSeries('样函');
    const first = await signed(town.records, own);
    await expect(
      town.records.act({ ...common('issue'), record: first, expectedVersion: 1 }),
    ).rejects.toMatchObject({
      code: 'version-conflict',
    });
    const key = randomUUID();
    await issue(first, town.records, key);
    await issue(first, town.records, key);
    expect(await numberOf(first)).toBe('样函〔2024〕1号');
    const drill = await signed(town.records, own, true);
    await issue(drill);
    expect(await numberOf(drill)).toBeNull();
    expect(await issued(own)).toBe('样函〔2024〕2号');
  });

  it('are not typed where the machine gives them', async () => {
    const record = await signed();
    const typed = {
      ...common('issue'),
      record,
      expectedVersion: 2,
      values: { number: '样府发〔2024〕900号' },
    };
    await expect(town.records.act(typed)).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('of a voided document are never given again, nor after the projection is made anew', async () => {
    const own = await openSeries('样批');
    const record = await signed(town.records, own);
    await issue(record);
    await town.records.void({
      ...common('issue'),
      record,
      expectedVersion: 3,
      reason: '印错作废',
    });
    await replay(town.store, town.register, ORG);
    expect(await issued(own)).toBe('样批〔2024〕2号');
    await whole();
  });

  it('begin anew with the year', async () => {
    const own = await openSeries('样令');
    expect(await issued(own)).toBe('样令〔2024〕1号');
    const record = await signed(town.records, own);
    town.at('2025-01-02');
    await town.records.act({ ...common('issue', '2025-01-02'), record, expectedVersion: 2 });
    expect(await numberOf(record)).toBe('样令〔2025〕1号');
  });

  it('go on after the highest that was entered from paper', async () => {
    const own = await openSeries('样通');
    await enter('样通〔2024〕37号');
    const record = await signed(town.records, own);
    await town.records.act({ ...common('issue'), source: 'late', record, expectedVersion: 2 });
    expect(await numberOf(record)).toBe('样通〔2024〕38号');
  });

  it('twice are asked about; where two papers really have one number, that is recorded', async () => {
    await enter('样决〔2024〕5号');
    await expect(enter('样决〔2024〕5号')).rejects.toMatchObject({
      code: 'reason-required',
      message: expect.stringContaining('已经登记在另一件上'),
      detail: { field: 'number', facts: { rule: '$number-used' } },
    });
    const reason = '当年两件重号';
    const { flaws } = await enter('样决〔2024〕5号', { '$number-used': reason });
    expect(flaws).toEqual([{ rule: '$number-used', reason }]);
    await whole();
  });

  it('in a wrong form are refused with the right one', async () => {
    await expect(enter('样府发[2024]第03号')).rejects.toMatchObject({
      code: 'invalid-value',
      message: expect.stringContaining('应写成“样府发〔2024〕3号”'),
    });
  });

  it('altered behind the ledger’s back are found', async () => {
    await town.store.transaction(oneOrganisation(ORG), (tx) =>
      tx.query('drop-one', `DELETE FROM document_number WHERE org_code = $1 AND series = '样决'`, [ORG]),
    );
    await expect(whole()).rejects.toMatchObject({
      code: 'tampered',
      message: expect.stringContaining('文号'),
    });
    await replay(town.store, town.register, ORG);
    await whole();
  });
});
