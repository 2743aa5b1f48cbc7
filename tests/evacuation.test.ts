import { afterEach, beforeEach, expect, it } from 'vitest';
import { personalValues } from '../src/records/personal.ts';
import { replay } from '../src/records/replay.ts';
import { verifyOrganisation } from '../src/records/verify.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import { withClient } from './database.ts';
import { ORG, testTownship, type TestTownship } from './township.ts';

let town: TestTownship;
beforeEach(async () => {
  town = await testTownship();
  town.at('2026-06-15');
});
afterEach(() => town.close());

const kept = (record: string) =>
  town.store.read(oneOrganisation(ORG), (tx) => personalValues(tx, town.vault, ORG, record));
const stored = (record: string) =>
  withClient(town.database.owner, async (client) => {
    const found = await client.query('SELECT 1 FROM personal_value WHERE record_id = $1', [record]);
    return found.rowCount;
  });

it('YJ-17 突发事件应对法第八十五条: when people are back their list is destroyed at once, whatever the retention schedule says', async () => {
  const common = { kind: 'evacuation', occurredOn: '2026-06-15' } as const;
  const names = [{ name: '欧阳隐踪' }];
  const values = { from: '石桥村三组', event: 'geology', people: 1, names };
  const { record } = await town.start({ ...common, step: 'move', values });
  await town.act({ ...common, record, step: 'return', values: { returned: 1 }, expectedVersion: 1 });
  expect(await kept(record)).toEqual({ names });

  const destroy = { ...common, record, step: 'destroy', expectedVersion: 2, idempotencyKey: 'gone' };
  await town.act(destroy);
  const gone = async () => {
    expect(await kept(record)).toEqual({});
    expect(await stored(record)).toBe(0);
    const { store, register, vault, files } = town;
    await verifyOrganisation(ORG, { store, register, vault, files, checkpoints: [] });
  };
  await gone();
  expect(await town.act(destroy)).toMatchObject({ repeated: true });
  await replay(town.store, town.register, ORG);
  await gone();
});
