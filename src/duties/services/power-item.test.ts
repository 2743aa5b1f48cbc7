import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../../tests/township.ts';
import { figuresOf } from '../../figures/figures.ts';
import { day } from '../../kernel/index.ts';

let town: TestTownship;
let edition: string;
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-01-10');
  const values = { name: '权责清单(2024版)', effectiveOn: '2024-01-10' };
  edition = (
    await town.start({ kind: 'power-list-edition', step: 'draft', occurredOn: '2024-01-10', values })
  ).record;
});
afterAll(() => town.close());

function listItem(over: object) {
  const values = {
    name: '损坏村庄公共设施的处罚',
    category: 'penalty',
    basis: '《村庄和集镇规划建设管理条例》第三十九条',
    source: 'direct',
    office: '综合行政执法队',
    edition,
    listedOn: '2024-01-10',
    ...over,
  };
  return town.start({ kind: 'power-item', step: 'list', occurredOn: '2024-01-10', values });
}

describe('清单是存量', () => {
  it('移出之日起不再计入，移出前一日仍计入；类别之和等于合计', async () => {
    await listItem({});
    const { record } = await listItem({ category: 'licence' });
    town.at('2024-06-01');
    const values = { removedBy: edition, removedOn: '2024-06-01' };
    const remove = {
      kind: 'power-item',
      step: 'remove',
      record,
      expectedVersion: 1,
      occurredOn: '2024-06-01',
      values,
    };
    await town.act(remove);
    const on = async (to: string): Promise<Record<string, number | null>> => {
      const all = await figuresOf(town.store, town.register, ORG, { from: day('2024-01-01'), to: day(to) });
      return Object.fromEntries(
        all.filter((each) => each.code.startsWith('power-items')).map((f) => [f.code, f.value]),
      );
    };
    expect(await on('2024-05-31')).toMatchObject({ 'power-items.total': 2, 'power-items.licence': 1 });
    expect(await on('2024-06-01')).toMatchObject({ 'power-items.total': 1, 'power-items.licence': 0 });
  });
});
