import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/figures/figures.ts';
import { yearSpan, type Day } from '../../src/kernel/index.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { Records, type Acted } from '../../src/records/records.ts';
import { verifyOrganisation } from '../../src/records/verify.ts';
import { oneOrganisation, openStore, type Store } from '../../src/store/connection.ts';
import { FOUNDED, ORG, testTownship, type TestTownship } from '../township.ts';

const CLIENTS = 8;
const ACTS = process.env['FADU_TEST_FULL'] === '1' ? 200 : 25;
const ON = '2024-03-05' as Day;

let town: TestTownship;
/** As many clients as there may be at once, each with a connection of its own, as processes have. */
let clients: { readonly store: Store; readonly records: Records }[];

beforeAll(async () => {
  town = await testTownship();
  town.at(ON);
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
  await town.close();
});

function report(records: Records, org: string, idempotencyKey: string): Promise<Acted> {
  const values = { title: '同时登记', type: 'land', channel: 'village', parties: [{ name: '某某' }] };
  const actor = { account: 'mediator', post: 'mediator' } as const;
  return records.start({
    org,
    actor,
    kind: 'dispute',
    step: 'report',
    occurredOn: ON,
    village: '柳树村',
    idempotencyKey,
    values,
  });
}

const whole = (org: string) => verifyOrganisation(org, { ...town, checkpoints: [] });

async function screened(org: string): Promise<number | null | undefined> {
  const all = await figuresOf(town.store, town.register, org, yearSpan(2024));
  return all.find((each) => each.code === 'disputes.screened')?.value;
}

async function counted(org: string): Promise<number> {
  const [row] = await town.store.read(oneOrganisation(org), (tx) =>
    tx.query<{ amount: number }>(
      'counted',
      `SELECT coalesce(sum(amount), 0)::bigint AS amount FROM counter WHERE org_code = $1 AND figure = 'disputes.screened'`,
      [org],
    ),
  );
  return row?.amount ?? 0;
}

describe(`${CLIENTS} clients at once`, () => {
  it('with one idempotency key write once and all get the same answer', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = (await whole(ORG)).entries;
      const key = randomUUID();
      const answers = await Promise.all(clients.map(({ records }) => report(records, ORG, key)));
      expect(new Set(answers.map(({ record, seq }) => `${record} ${seq}`)).size).toBe(1);
      expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect((await whole(ORG)).entries).toBe(before + 1);
    }
  });

  it('on one record: one wins, the others are told that it has changed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { record } = await report(town.records, ORG, randomUUID());
      const before = (await whole(ORG)).entries;
      const tries = clients.map(({ records }, index) =>
        records.correct({
          org: ORG,
          actor: { account: 'mediator', post: 'mediator' },
          kind: 'dispute',
          record,
          expectedVersion: 1,
          occurredOn: ON,
          idempotencyKey: randomUUID(),
          values: { involved: index + 1 },
          reason: '核对人数',
        }),
      );
      const results = await Promise.allSettled(tries);
      const lost = results.filter((each) => each.status === 'rejected');
      expect(lost).toHaveLength(CLIENTS - 1);
      for (const { reason } of lost) {
        expect(reason).toBeInstanceOf(Refusal);
        expect(reason).toMatchObject({
          code: 'version-conflict',
          message: expect.stringContaining('有变动'),
        });
      }
      expect((await whole(ORG)).entries).toBe(before + 1);
    }
  });

  it('writing to one organisation leave a whole chain and right counters', { timeout: 120_000 }, async () => {
    const [before, was] = [(await whole(ORG)).entries, await counted(ORG)];
    await Promise.all(
      clients.map(async ({ records }) => {
        for (let act = 0; act < ACTS; act += 1) await report(records, ORG, randomUUID());
      }),
    );
    expect((await whole(ORG)).entries).toBe(before + CLIENTS * ACTS);
    expect(await counted(ORG)).toBe(was + CLIENTS * ACTS);
    expect(await screened(ORG)).toBe(await counted(ORG));
  });

  it('writing to eight organisations do not meet', { timeout: 120_000 }, async () => {
    const towns = await Promise.all(
      clients.map((_, index) => testTownship({ org: `52058198${index}000`, beside: town })),
    );
    const orgs = clients.map((_, index) => `52058198${index}000`);
    await Promise.all(
      clients.map(async ({ records }, index) => {
        // Each writes to its own, and now and then to its neighbour's.
        for (let act = 0; act < ACTS; act += 1) {
          await report(records, orgs[(index + (act % 5 === 0 ? 1 : 0)) % CLIENTS] ?? ORG, randomUUID());
        }
      }),
    );
    for (const [index, org] of orgs.entries()) {
      expect((await verifyOrganisation(org, { ...town, checkpoints: [] })).entries).toBe(FOUNDED + ACTS);
      expect(await counted(org)).toBe(ACTS);
      expect(await screened(org)).toBe(ACTS);
      await towns[index]?.close();
    }
  });

  it('of which one starts while the ledger is replayed lose nothing', async () => {
    const { replay } = await import('../../src/records/replay.ts');
    const before = (await whole(ORG)).entries;
    const writing = clients.slice(1).map(async ({ records }) => {
      for (let act = 0; act < 5; act += 1) await report(records, ORG, randomUUID());
    });
    await Promise.all([...writing, replay(clients[0]!.store, town.register, ORG)]);
    expect((await whole(ORG)).entries).toBe(before + (CLIENTS - 1) * 5);
  });
});
