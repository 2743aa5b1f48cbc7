import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { withClient } from '../../tests/database.ts';
import { loadDraft } from '../report/load.ts';
import { oneOrganisation } from '../store/connection.ts';
import { found } from './founding.ts';
import { mergeOrganisations, renameOrganisation, type Merger, type Renaming } from './lifecycle.ts';
import type { Acted } from './records.ts';
import { replay } from './replay.ts';
import { verifyOrganisation, type Verified } from './verify.ts';

const SECOND = '520581998000';
const SUCCESSOR = '520581997000';

let town: TestTownship;
let second: TestTownship;
let successor: TestTownship;
beforeAll(async () => {
  town = await testTownship();
  second = await testTownship({ org: SECOND, beside: town });
  successor = await testTownship({ org: SUCCESSOR, beside: town });
});
afterAll(async () => {
  await successor.close();
  await second.close();
  await town.close();
});

function at(day: string): void {
  for (const each of [town, second, successor]) each.at(day);
}

const parts = () => ({ store: town.store, register: town.register, vault: town.vault });
const rename = (renaming: Omit<Renaming, 'org'> & { org?: string }): Promise<void> =>
  renameOrganisation(parts(), { org: ORG, ...renaming }, town.clock);
const merge = (merger: Partial<Merger> = {}): Promise<void> =>
  mergeOrganisations(
    parts(),
    { from: [ORG, SECOND], into: SUCCESSOR, on: '2024-09-02', ...merger },
    town.clock,
  );
const verify = (org: string): Promise<Verified> => verifyOrganisation(org, { ...town, checkpoints: [] });

function units(org: string): Promise<object[]> {
  return town.store.read('reference', (tx) =>
    tx.query(
      'units',
      `SELECT name, official_code AS code, valid_from AS from, valid_to AS to, successor FROM org_unit
       WHERE code = $1 ORDER BY valid_from`,
      [org],
    ),
  );
}

function dispute(where: TestTownship, on: string): Promise<Acted> {
  const values = { title: '地界纠纷', type: 'land', channel: 'station', parties: [{ name: '某某' }] };
  return where.start({ kind: 'dispute', step: 'report', occurredOn: on, values });
}

describe('a township that is renamed', () => {
  it('has its name and official code by date; the code of its founding stays', async () => {
    at('2024-05-06');
    await rename({ name: '柳河镇(演示)', officialCode: '520581120', on: '2024-05-01' });
    at('2024-06-03');
    await rename({ name: '柳河街道(演示)', on: '2024-06-03' });
    expect(await units(ORG)).toEqual([
      { name: '柳河乡(演示)', code: ORG, from: '2024-01-02', to: '2024-04-30', successor: null },
      { name: '柳河镇(演示)', code: '520581120000', from: '2024-05-01', to: '2024-06-02', successor: null },
      { name: '柳河街道(演示)', code: '520581120000', from: '2024-06-03', to: null, successor: null },
    ]);
    await verify(ORG);
    await dispute(town, '2024-06-03');
  });

  it('reports each year under the name of that day', async () => {
    const titled = async (now: string): Promise<string | undefined> =>
      (await loadDraft(town.store, town.register, ORG, 2024, new Date(now))).title[0];
    expect(await titled('2024-04-01T04:00:00Z')).toBe('柳河乡(演示)');
    expect(await titled('2024-05-20T04:00:00Z')).toBe('柳河镇(演示)');
    expect(await titled('2025-01-06T04:00:00Z')).toBe('柳河街道(演示)');
    const before = await loadDraft(town.store, town.register, ORG, 2023, new Date('2024-02-01T04:00:00Z'));
    expect(before.title[0]).toBe('柳河乡(演示)');
  });

  it('is renamed to something else, later than before, and stays the demo that it is', async () => {
    await expect(rename({ name: '新(演示)', on: '2024-06-04' })).rejects.toMatchObject({
      message: /不晚于今天/,
    });
    at('2024-06-10');
    await expect(rename({ on: '2024-06-04' })).rejects.toMatchObject({ message: '名称和代码都没有变。' });
    await expect(rename({ name: '新(演示)', on: '2024-06-03' })).rejects.toMatchObject({ message: /应晚于/ });
    await expect(rename({ name: '真的镇', on: '2024-06-04' })).rejects.toMatchObject({ message: /演示/ });
    await expect(rename({ officialCode: '520581120001', on: '2024-06-04' })).rejects.toMatchObject({
      message: /不是乡级以上/,
    });
    await expect(rename({ org: '520581990000', name: '某(演示)', on: '2024-06-04' })).rejects.toMatchObject({
      code: 'unknown-organisation',
    });
  });

  it('is found out where somebody changes the table', async () => {
    const change = (text: string) => withClient(town.database.owner, (client) => client.query(text, [ORG]));
    await change(`UPDATE org_unit SET valid_to = '2024-05-31' WHERE code = $1 AND name LIKE '柳河镇%'`);
    await expect(verify(ORG)).rejects.toMatchObject({ message: /名称、代码/ });
    await replay(town.store, town.register, ORG);
    await verify(ORG);
    await change(`UPDATE head SET closed_on = '2024-06-01' WHERE org_code = $1`);
    await expect(verify(ORG)).rejects.toMatchObject({ message: /是否撤并/ });
    await replay(town.store, town.register, ORG);
    await verify(ORG);
  });
});

describe('two townships that become one', () => {
  let open: Acted;

  it('are refused before anything is written where something does not fit', async () => {
    at('2024-09-02');
    open = await dispute(second, '2024-09-02');
    const before = await verify(SUCCESSOR);
    await expect(merge({ from: [ORG, SUCCESSOR] })).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(merge({ from: [ORG, '520581990000'] })).rejects.toMatchObject({
      code: 'unknown-organisation',
    });
    await expect(merge({ on: '2024-09-03' })).rejects.toMatchObject({ code: 'invalid-value' });
    expect(await verify(SUCCESSOR)).toEqual(before);
  });

  it('each have an entry, and the successor one for each', async () => {
    await merge();
    const bodies = await Promise.all(
      [ORG, SECOND, SUCCESSOR].map((org) =>
        town.store.read(oneOrganisation(org), (tx) =>
          tx.query<{ body: object; state: string }>(
            'organisation',
            `SELECT body, state FROM record WHERE org_code = $1 AND kind = 'organisation'`,
            [org],
          ),
        ),
      ),
    );
    expect(bodies.map(([row]) => row?.state)).toEqual(['closed', 'closed', 'open']);
    expect(bodies[0]![0]!.body).toMatchObject({ successor: SUCCESSOR, closedOn: '2024-09-02' });
    expect(bodies[2]![0]!.body).toMatchObject({
      predecessors: [
        { code: ORG, name: '柳河街道(演示)', on: '2024-09-02' },
        { code: SECOND, name: '柳河乡(演示)', on: '2024-09-02' },
      ],
    });
    expect((await units(SECOND)).at(-1)).toMatchObject({ to: '2024-09-01', successor: SUCCESSOR });
  });

  it('is done once, however often it is asked for', async () => {
    const before = await Promise.all([ORG, SECOND, SUCCESSOR].map(verify));
    await merge();
    expect(await Promise.all([ORG, SECOND, SUCCESSOR].map(verify))).toEqual(before);
  });

  it('begin nothing new, bring to an end what is open, and give posts for that', async () => {
    await expect(dispute(town, '2024-09-02')).rejects.toMatchObject({ message: /已于2024-09-02撤并/ });
    const act = { kind: 'dispute', record: open.record, occurredOn: '2024-09-02' };
    await second.act({ ...act, step: 'end', expectedVersion: 1, values: { referral: 'court' } });
    const values = { account: 'mediator', post: 'judicial-office', since: '2024-09-02' };
    await second.start({ kind: 'appointment', step: 'appoint', occurredOn: '2024-09-02', values });
    await dispute(successor, '2024-09-02');
  });

  it('can still be read, replayed and verified', async () => {
    for (const org of [ORG, SECOND, SUCCESSOR]) {
      const before = await verify(org);
      await replay(town.store, town.register, org);
      expect(await verify(org)).toEqual(before);
    }
    await expect(rename({ name: '又一个(演示)', on: '2024-09-02' })).rejects.toMatchObject({
      message: /已经撤并/,
    });
  });

  it('never mix with a real one, and a real one keeps to the system’s clock', async () => {
    const real = '520581996000';
    const accounts = [{ account: 'a', name: '某某', posts: ['judicial-office'] as const }];
    await found(parts(), { org: real, name: '真实乡', villages: [], accounts });
    await expect(merge({ from: [SUCCESSOR], into: real })).rejects.toMatchObject({ code: 'not-demo' });
    await expect(rename({ org: real, name: '真实镇', on: '2024-09-02' })).rejects.toMatchObject({
      code: 'not-demo',
    });
  });
});
