import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { withClient } from '../../tests/database.ts';
import { sampleRecords, type Sample, type SampleRequest } from './sample.ts';

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

  it('may be drawn from everything of a year', async () => {
    const sample = await sampleRecords(town.store, town.register, ORG, { year: 2024, size: 3, seed: 'x' });
    expect(sample.population).toBeGreaterThan(50);
    await expect(draw({ kind: 'nothing' })).rejects.toMatchObject({ code: 'unknown-kind' });
  });
});
