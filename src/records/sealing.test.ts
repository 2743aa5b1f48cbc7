import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import type { Insider } from '../people/visibility.ts';
import { oneOrganisation } from '../store/connection.ts';
import { findRecord, listRecords } from './listing.ts';
import { replay } from './replay.ts';
import { verifyOrganisation } from './verify.ts';

const CLASS = '未成年人';
const TITLE = '校园旁的纠纷';
const PLAIN: Insider = { as: 'office', account: 'judicial-office', posts: ['judicial-office'] };
const CLEARED: Insider = { as: 'office', account: 'area-lead', posts: ['area-lead'], clearances: [CLASS] };

let town: TestTownship;
let matter: string;
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-03-05');
  const reported = await town.start({
    kind: 'dispute',
    step: 'report',
    occurredOn: '2024-03-05',
    values: { title: TITLE, type: 'neighbour', channel: 'village' },
  });
  matter = reported.record;
});
afterAll(() => town.close());

const common = (account: 'judicial-office' | 'area-lead', expectedVersion: number) => ({
  org: ORG,
  kind: 'dispute',
  record: matter,
  expectedVersion,
  idempotencyKey: randomUUID(),
  occurredOn: '2024-03-05',
  actor: { account, post: account },
  reason: '涉及未成年人',
});

/** Clears the area lead for the class, and the system administrator, who hands matters over. */
async function clear(): Promise<void> {
  for (const account of ['area-lead', 'system-administrator']) {
    const [held] = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ record_id: string }>(
        'appointment-of',
        'SELECT record_id FROM post_holding WHERE org_code = $1 AND account = $2',
        [ORG, account],
      ),
    );
    await town.act({
      kind: 'appointment',
      step: 'rescope',
      record: held!.record_id,
      expectedVersion: 1,
      occurredOn: '2024-03-05',
      values: { clearances: [{ name: CLASS }] },
    });
  }
}

const OFFICER = { account: 'system-administrator', post: 'system-administrator' } as const;

async function sees(viewer: Insider): Promise<[found: boolean, listed: number, searched: number]> {
  const found = await town.store.read(oneOrganisation(ORG), (tx) =>
    findRecord(tx, town.register, viewer, ORG, matter),
  );
  const list = (q?: string) =>
    listRecords(town.store, town.register, viewer, { org: ORG, kinds: ['dispute'], ...(q ? { q } : {}) });
  return [found !== undefined, (await list()).records.length, (await list('校园')).records.length];
}

async function screened(): Promise<number> {
  const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ amount: number }>(
      'counter',
      `SELECT amount FROM counter WHERE org_code = $1 AND figure = 'disputes.screened' AND month = '2024-03'`,
      [ORG],
    ),
  );
  return row?.amount ?? 0;
}

describe('限定知悉', () => {
  it('is refused for a class that nobody is cleared for', async () => {
    const seal = town.records.seal({ ...common('judicial-office', 1), class: CLASS });
    await expect(seal).rejects.toMatchObject({ code: 'invalid-value', detail: { field: 'class' } });
  });

  it('lets a record answer like a missing one to everybody who is not cleared, in every list, search, count and act', async () => {
    await clear();
    expect(await screened()).toBe(1);
    await town.records.seal({ ...common('judicial-office', 1), class: CLASS });
    const look = async (): Promise<void> => {
      expect(await sees(PLAIN)).toEqual([false, 0, 0]);
      expect(await sees({ as: 'auditor', drawn: [matter] })).toEqual([false, 0, 0]);
      expect(await sees(CLEARED)).toEqual([true, 1, 1]);
      expect(await screened()).toBe(0);
    };
    await look();
    await replay(town.store, town.register, ORG);
    await look();
    const missing = { ...common('judicial-office', 2), record: randomUUID() };
    const answers = await Promise.all(
      [common('judicial-office', 2), missing].map((asked) =>
        town.records.void(asked).catch((error: unknown) => String(error)),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
  });

  it('who is cleared goes on with it, and lets everybody know again', async () => {
    const same = town.records.seal({ ...common('area-lead', 2), class: CLASS });
    await expect(same).rejects.toMatchObject({ code: 'wrong-state' });
    const handlers = ['mediator'];
    await town.records.assign({ ...common('area-lead', 2), actor: OFFICER, handlers });
    expect(await sees(CLEARED)).toEqual([true, 1, 1]);
    await town.records.seal({ ...common('area-lead', 3), class: null });
    expect(await sees(PLAIN)).toEqual([true, 1, 1]);
    expect(await screened()).toBe(1);
    const { store, register, vault, files } = town;
    await verifyOrganisation(ORG, { store, register, vault, files, checkpoints: [] });
  });
});
