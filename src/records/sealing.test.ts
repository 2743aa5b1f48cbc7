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

/** Clears the area lead for a class, and the system administrator, who hands matters over. */
async function clear(what = CLASS): Promise<void> {
  for (const account of ['area-lead', 'system-administrator']) {
    const [held] = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ record_id: string; version: number }>(
        'appointment-of',
        `SELECT record_id, version FROM post_holding JOIN record USING (org_code, record_id)
         WHERE org_code = $1 AND account = $2`,
        [ORG, account],
      ),
    );
    await town.act({
      kind: 'appointment',
      step: 'rescope',
      record: held!.record_id,
      expectedVersion: held!.version,
      occurredOn: '2024-03-05',
      values: { clearances: [{ name: what }] },
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

describe('what says itself that not everybody may know', () => {
  const OWN = '敏感纠纷';
  const key = randomUUID();
  const handler: Insider = { as: 'office', account: 'mediator', posts: ['mediator'], assignedOnly: true };
  const knows = async (viewer: Insider, record: string): Promise<boolean> =>
    (await town.store.read(oneOrganisation(ORG), (tx) =>
      findRecord(tx, town.register, viewer, ORG, record),
    )) !== undefined;
  const report = (values: object, idempotencyKey = randomUUID()) =>
    town.records.start({
      org: ORG,
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-03-05',
      idempotencyKey,
      actor: { account: 'mediator', post: 'mediator' },
      values: { title: '学生打架赔偿纠纷', type: 'damage', channel: 'village', ...values },
    });
  const cadre: Insider = { as: 'office', account: 'village-cadre', posts: ['village-cadre'] };

  it('is kept from all but one post and its handlers while nobody is cleared for its class', async () => {
    const { record } = await report({ danger: ['minor'] }, key);
    expect(await knows(cadre, record)).toBe(false);
    expect(await knows(PLAIN, record)).toBe(true);
    expect(await knows(handler, record)).toBe(true);
    expect(await knows({ as: 'auditor', drawn: [record] }, record)).toBe(false);
    // The same submission again gets the same answer, though the machine added to what was asked.
    expect(await report({ danger: ['minor'] }, key)).toMatchObject({ record, repeated: true });
  });

  it('is sealed for its class by the act that first says so, and stays open where somebody opened it on purpose', async () => {
    await clear(OWN);
    const { record } = await report({});
    expect(await knows(cadre, record)).toBe(true);
    const act = { org: ORG, kind: 'dispute', record, occurredOn: '2024-03-05' };
    const actor = { account: 'area-lead', post: 'area-lead' } as const;
    await town.act({ ...act, step: 'callPolice', expectedVersion: 1, values: { danger: ['violence'] } });
    expect(await knows(PLAIN, record)).toBe(false);
    expect(await knows({ ...CLEARED, clearances: [OWN] }, record)).toBe(true);
    const opened = {
      ...act,
      actor,
      expectedVersion: 2,
      idempotencyKey: randomUUID(),
      reason: '已经查明没有暴力',
    };
    await town.records.seal({ ...opened, class: null });
    await town.act({ ...act, step: 'mediate', expectedVersion: 3, values: { consent: 'both' } });
    expect(await knows(PLAIN, record)).toBe(true);
    const { store, register, vault, files } = town;
    await replay(store, register, ORG);
    expect(await knows(PLAIN, record)).toBe(true);
    await verifyOrganisation(ORG, { store, register, vault, files, checkpoints: [] });
  });
});
