import { afterAll, beforeAll, expect, it } from 'vitest';
import { contributionsOf, day } from '../../kernel/index.ts';
import { gathering } from './gathering.ts';
import { ORG, testTownship, type TestTownship } from '../../../tests/township.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-06-03');
});
afterAll(() => town.close());

const CLERK = { account: 'judicial-office', post: 'judicial-office' } as const;
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

it('one entered as another forum, minutes and all, becomes a party forum only once the minutes are out of sight', async () => {
  const minutes = await town.files.put(ORG, '记录.txt', Buffer.from('记录'));
  const values = { ...PARTY, title: '六月会议', forum: 'government', minutes };
  const { record } = await town.start({ kind: 'gathering', step: 'hold', occurredOn: ON, values });
  const common = { org: ORG, kind: 'gathering', record, reason: '实为党委会', actor: CLERK, occurredOn: ON };
  const correct = (expectedVersion: number) =>
    town.records.correct({
      ...common,
      expectedVersion,
      idempotencyKey: `forum-${expectedVersion}`,
      values: { forum: 'party-committee' },
    });
  await expect(correct(1)).rejects.toMatchObject({ code: 'invalid-value', detail: { field: 'minutes' } });
  await town.records.restrict({
    ...common,
    expectedVersion: 1,
    idempotencyKey: 'restrict',
    fields: ['minutes'],
    ground: 'done',
  });
  expect((await correct(2)).version).toBe(3);
});

it('counts a lecture of the leaders by who lectures, not by who chairs', () => {
  const lectures = (ledBy: string, lecturer?: string) => {
    const agenda = [{ subject: 'leader-lecture', ...(lecturer ? { lecturer } : {}) }];
    const stored = { id: 'g', state: 'held', village: null, drill: false, sealed: false, voided: false };
    const matter = { ...stored, occurredOn: day(ON), values: { forum: 'lecture', ledBy, agenda } };
    return contributionsOf(gathering, matter).some(({ figure }) => figure === 'leader-lectures');
  };
  expect(lectures('deputy', 'head')).toBe(true);
  expect(lectures('head', 'deputy')).toBe(false);
  expect(lectures('secretary')).toBe(false);
});

it('any other keeps them', async () => {
  const minutes = await town.files.put(ORG, '记录.txt', Buffer.from('记录'));
  const values = { title: '六月政府办公会', forum: 'government', agenda: [{ subject: 'law-work' }], minutes };
  expect((await town.start({ kind: 'gathering', step: 'hold', occurredOn: ON, values })).flaws).toEqual([]);
});
