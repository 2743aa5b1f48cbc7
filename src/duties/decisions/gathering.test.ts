import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../../tests/township.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-06-03');
});
afterAll(() => town.close());

const ON = '2024-06-03';
const PARTY = { title: '六月党委会', forum: 'party-committee', agenda: [{ subject: 'law-work' }] };

it('a party forum keeps its minutes in its book: neither at once nor afterwards, nor by a correction', async () => {
  const minutes = await town.files.put(ORG, '记录.txt', Buffer.from('记录'));
  const hold = (values: object) =>
    town.start({ kind: 'gathering', step: 'hold', occurredOn: ON, values: { ...PARTY, ...values } });
  const refused = { code: 'invalid-value', detail: { field: 'minutes' } };
  await expect(hold({ minutes })).rejects.toMatchObject(refused);
  const { record } = await hold({ minuteBook: '党委会记录本2024-2' });
  const file = { kind: 'gathering', step: 'file', occurredOn: ON, record, expectedVersion: 1 };
  await expect(town.act({ ...file, values: { minutes } })).rejects.toMatchObject(refused);
  await expect(
    town.records.correct({
      org: ORG,
      kind: 'gathering',
      record,
      expectedVersion: 1,
      idempotencyKey: 'minutes',
      occurredOn: ON,
      actor: { account: 'judicial-office', post: 'judicial-office' },
      values: { minutes },
      reason: '补上记录',
    }),
  ).rejects.toMatchObject(refused);
});

it('any other keeps them', async () => {
  const minutes = await town.files.put(ORG, '记录.txt', Buffer.from('记录'));
  const values = { title: '六月政府办公会', forum: 'government', agenda: [{ subject: 'law-work' }], minutes };
  expect((await town.start({ kind: 'gathering', step: 'hold', occurredOn: ON, values })).flaws).toEqual([]);
});
