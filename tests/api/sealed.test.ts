import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { oneOrganisation } from '../../src/store/connection.ts';
import { dayAt } from '../../src/kernel/index.ts';
import { VILLAGES } from '../township.ts';
import { testOffice, type Office } from './office.ts';

const ON = '2024-03-05';
const CLASS = '未成年人';

let office: Office;
let sealed: string;
let open: string;
beforeAll(async () => {
  office = await testOffice();
  office.at(ON);
  const report = async (title: string): Promise<string> => {
    const values = { title, type: 'family', channel: 'village', reportedOn: ON };
    return (await office.start({ kind: 'dispute', step: 'report', occurredOn: ON, values })).record;
  };
  [sealed, open] = [await report('校园旁的纠纷'), await report('田埂界线纠纷')];
  const [held] = await office.store.read(oneOrganisation(office.org), (tx) =>
    tx.query<{ record: string }>(
      'appointment-of',
      `SELECT record_id AS record FROM post_holding WHERE org_code = $1 AND account = 'area-lead'`,
      [office.org],
    ),
  );
  await office.act({
    kind: 'appointment',
    step: 'rescope',
    record: held!.record,
    expectedVersion: 1,
    occurredOn: ON,
    values: { clearances: [{ name: CLASS }] },
  });
  await office.records.seal({
    org: office.org,
    kind: 'dispute',
    record: sealed,
    expectedVersion: 1,
    occurredOn: ON,
    idempotencyKey: randomUUID(),
    actor: { account: 'area-lead', post: 'area-lead' },
    reason: '涉及未成年人',
    class: CLASS,
  });
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const read = async (account: string, id: string) =>
  office.ask(await office.signInAs(account), 'GET', `/kinds/dispute/records/${id}`);
const openings = async () => {
  const audit = await office.signInAs('audit-administrator');
  const listed = await office.ask(audit, 'GET', '/kinds/personal-reveal/records?state=opened');
  return listed.json<{
    records: readonly { readonly values: object; readonly handlers: readonly string[] }[];
  }>().records;
};

it('whoever opens a sealed record stands in the ledger, once a day, without its class or kind', async () => {
  expect((await read('area-lead', sealed)).statusCode).toBe(200);
  expect((await read('area-lead', sealed)).statusCode).toBe(200);
  expect(await openings()).toMatchObject([
    { values: { about: '限定知悉的记录', matter: sealed }, handlers: ['area-lead'] },
  ]);
  expect(JSON.stringify(await openings())).not.toMatch(/未成年人|矛盾纠纷|dispute|校园/);
  office.at('2024-03-06');
  await read('area-lead', sealed);
  expect(await openings()).toHaveLength(2);
});

it('whoever holds a post for one village alone opens what lies there, and stands in the ledger too', async () => {
  const village = VILLAGES[0]!;
  await office.start({
    kind: 'appointment',
    step: 'appoint',
    occurredOn: dayAt(office.clock()),
    values: {
      account: 'household-group-leader',
      post: 'village-cadre',
      since: ON,
      villages: [{ name: village }],
      clearances: [{ name: CLASS }],
    },
  });
  const values = { title: '院坝里的纠纷', type: 'family', channel: 'village', reportedOn: ON };
  const there = await office.start({ kind: 'dispute', step: 'report', occurredOn: ON, village, values });
  await office.records.seal({
    org: office.org,
    kind: 'dispute',
    record: there.record,
    expectedVersion: 1,
    occurredOn: ON,
    idempotencyKey: randomUUID(),
    actor: { account: 'area-lead', post: 'area-lead' },
    reason: '涉及未成年人',
    class: CLASS,
  });
  const before = (await openings()).length;
  expect((await read('household-group-leader', there.record)).statusCode).toBe(200);
  expect(await openings()).toHaveLength(before + 1);
});

it('who is not cleared learns nothing and leaves no trace; an ordinary record leaves none either', async () => {
  const before = await openings();
  expect((await read('judicial-office', sealed)).statusCode).toBe(404);
  expect((await read('area-lead', open)).statusCode).toBe(200);
  expect(await openings()).toEqual(before);
});
