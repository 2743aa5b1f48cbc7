import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../kernel/index.ts';
import type { Entry } from '../ledger/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { withClient } from '../../tests/database.ts';
import { drawnFor } from '../people/drawn.ts';
import { drawsOf, sampleRecords, type Sample, type SampleRequest } from './sample.ts';

let town: TestTownship;
let ids: string[];
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-05-06');
  ids = [];
  for (let n = 0; n < 40; n += 1) ids.push(await push(`要点${n}`, n < 30 ? '2024-03-05' : '2023-12-31'));
});
afterAll(() => town.close());

async function push(title: string, on: string): Promise<string> {
  const values = { title, channel: 'wechat', pushedOn: on };
  return (await town.start({ kind: 'learning-push', step: 'push', occurredOn: on, values })).record;
}

const draw = (over: Partial<SampleRequest> = {}): Promise<Sample> =>
  sampleRecords(town.store, town.register, ORG, {
    kind: 'learning-push',
    year: 2024,
    size: 5,
    seed: '审计2024',
    ...over,
  });
const drawn = ({ records }: Sample): string[] => records.map(({ id }) => id);

describe('a sample', () => {
  it('is drawn from one kind and one year, and says from how many', async () => {
    const sample = await draw();
    expect(sample).toMatchObject({ population: 30, size: 5, seed: '审计2024', kind: 'learning-push' });
    expect(sample.records).toHaveLength(5);
    expect(sample.records.every(({ occurredOn }) => occurredOn === '2024-03-05')).toBe(true);
    expect((await draw({ year: 2023 })).population).toBe(10);
    expect((await draw({ size: 100 })).records).toHaveLength(30);
  });

  it('is the same for the same seed, another for another', async () => {
    expect(drawn(await draw())).toEqual(drawn(await draw()));
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((seed) => draw({ seed })));
    expect(new Set(all.map((sample) => drawn(sample).join())).size).toBe(4);
  });

  it('can be drawn again by anybody who has the seed and the records', async () => {
    const rank = (id: string): string => createHash('sha256').update(`审计2024 ${id}`).digest('hex');
    const lowest = ids
      .slice(0, 30)
      .toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .slice(0, 5);
    expect(drawn(await draw())).toEqual(lowest);
  });

  it('stays the same when the ledger grows, if its size is given', async () => {
    const before = await draw({ size: 10 });
    for (let n = 0; n < 20; n += 1) await push(`后补${n}`, '2024-03-05');
    expect((await draw({ size: 10 })).population).toBe(50);
    expect(await draw({ size: 10, ledgerSize: before.ledgerSize })).toEqual(before);
  });

  it('holds no sealed matter, and does not tell how many there are', async () => {
    const all = await draw({ size: 100 });
    const [hidden] = drawn(all);
    await withClient(town.database.owner, (client) =>
      client.query(`UPDATE record SET sealed = 'county' WHERE record_id = $1`, [hidden]),
    );
    const without = await draw({ size: 100 });
    expect(without.population).toBe(all.population - 1);
    expect(drawn(without)).not.toContain(hidden);
  });

  it('may be drawn from all the work of a year, which accounts and posts are not', async () => {
    const sample = await sampleRecords(town.store, town.register, ORG, { year: 2024, size: 3, seed: 'x' });
    expect(sample.population).toBe((await draw()).population);
    expect((await draw({ kind: 'account' })).population).toBeGreaterThan(10);
    await expect(draw({ kind: 'nothing' })).rejects.toMatchObject({ code: 'unknown-kind' });
  });
});

describe('a draw for an auditor (审计抽样)', () => {
  const SINCE = '2024-01-01' as Day;
  const enter = (
    values: Readonly<Record<string, unknown>>,
    by: 'auditor' | 'audit-administrator' = 'auditor',
    key: string = randomUUID(),
  ) =>
    town.start({
      kind: 'audit-sample',
      step: 'draw',
      occurredOn: '2024-05-06',
      actor: { account: by, post: by },
      idempotencyKey: key,
      values: { auditor: 'auditor', year: 2024, size: 4, sampledKind: 'learning-push', ...values },
    });

  it('is an entry: seed, population, ledger size, who, when, and which records, as anybody can draw them', async () => {
    const { seq, record } = await enter({ seed: '二号' });
    const [entry] = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ text: string }>('entry-text', 'SELECT text FROM entry WHERE org_code = $1 AND seq = $2', [
        ORG,
        seq,
      ]),
    );
    const { values, actor, recordedAt } = JSON.parse(entry!.text) as Entry;
    const again = await draw({ seed: '二号', size: 4, ledgerSize: values['ledgerSize'] as number });
    expect(values).toMatchObject({ seed: '二号', population: again.population, ledgerSize: seq - 1 });
    expect(values['drawn']).toEqual(drawn(again).map((id) => ({ record: id })));
    expect(actor).toMatchObject({ account: 'auditor', post: 'auditor' });
    expect(recordedAt).toMatch(/^2024-05-06T/);
    expect(await drawnFor(town.store, ORG, 'auditor', SINCE)).toEqual(drawn(again).toSorted());
    expect(await drawnFor(town.store, ORG, 'auditor', '2024-05-07' as Day)).toEqual([]);
    expect(await drawnFor(town.store, ORG, 'counsel', SINCE)).toEqual([]);
    const viewer = { as: 'auditor', drawn: drawn(again) } as const;
    expect(await drawsOf(town.store, town.register, viewer, ORG, { record })).toMatchObject([
      { by: 'auditor', auditor: 'auditor', drawnOn: '2024-05-06', records: again.records },
    ]);
  });

  it('gives a seed where none was given, and answers the same to the same key', async () => {
    const key = randomUUID();
    const first = await enter({}, 'auditor', key);
    expect(await enter({}, 'auditor', key)).toMatchObject({
      record: first.record,
      seq: first.seq,
      repeated: true,
    });
    await expect(enter({ seed: '别的' }, 'auditor', key)).rejects.toMatchObject({
      code: 'idempotency-conflict',
    });
  });

  it('is never of records that somebody names', async () => {
    for (const chosen of [{ drawn: [{ record: ids[0] }] }, { population: 1 }]) {
      await expect(enter(chosen)).rejects.toMatchObject({ code: 'invalid-value' });
    }
    await expect(enter({ year: 1999 })).rejects.toMatchObject({ message: '没有可以抽的记录。' });
    await expect(enter({ size: 501 })).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('is for somebody who audits here; an auditor draws for nobody else; nobody mends it', async () => {
    await expect(enter({ auditor: 'counsel' }, 'audit-administrator')).rejects.toMatchObject({
      message: '账号“counsel”现在不是审计人员，不能为其抽样。',
    });
    await expect(enter({ auditor: 'counsel' })).rejects.toMatchObject({
      message: '审计人员只能为自己抽样。',
    });
    const { record } = await enter({ seed: '三号' }, 'audit-administrator');
    expect((await drawsOf(town.store, town.register, { as: 'operator' }, ORG, { record }))[0]).toMatchObject({
      by: 'audit-administrator',
      auditor: 'auditor',
    });
    const mend = {
      org: ORG,
      kind: 'audit-sample',
      record,
      expectedVersion: 1,
      idempotencyKey: randomUUID(),
      occurredOn: '2024-05-06',
      actor: { account: 'audit-administrator', post: 'audit-administrator' },
      reason: '换一批',
    } as const;
    await expect(town.records.void(mend)).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(town.records.correct({ ...mend, values: { size: 9 } })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });
});
