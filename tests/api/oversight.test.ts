import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type Office } from './office.ts';

const COUNTY = '520581000000';

let county: Office;
let office: Office;
beforeAll(async () => {
  county = await testOffice({ org: COUNTY });
  office = await testOffice({ beside: county });
  for (const each of [county, office]) each.at('2024-03-05');
});
afterAll(async () => {
  expect(county.faults).toEqual([]);
  await office.close();
  await county.close();
});

interface Warnings {
  readonly warnings: readonly { code: string; account: string; posts: readonly { label: string }[] }[];
}

it('tells the office and the county of two administrators in one person, until it is mended', async () => {
  const values = { account: 'system-administrator', post: 'audit-administrator', since: '2024-03-05' };
  const given = { kind: 'appointment', step: 'appoint', occurredOn: '2024-03-05', values };
  const { record } = await office.start(given);
  const own = await office.ask(await office.signInAs('judicial-office'), 'GET', '/warnings');
  expect(own.json<Warnings>().warnings).toMatchObject([
    {
      code: 'separate',
      account: 'system-administrator',
      posts: [{ label: '审计管理员' }, { label: '系统管理员' }],
    },
  ]);
  // The county reads the same in the township, and has its copy in its own ledger.
  const supervisor = await county.signInAs('county-supervisor');
  expect((await office.ask(supervisor, 'GET', '/warnings')).json()).toEqual(own.json());
  const copies = await county.ask(supervisor, 'GET', '/kinds/separation-notice/records');
  expect(copies.json()).toMatchObject({ records: [{ title: 'system-administrator' }] });
  expect((await office.ask(await office.signInAs('mediator'), 'GET', '/warnings')).statusCode).toBe(403);

  const step = { kind: 'appointment', step: 'relieve', occurredOn: '2024-03-05', record, expectedVersion: 1 };
  await office.act(step);
  expect((await office.ask(supervisor, 'GET', '/warnings')).json()).toEqual({ warnings: [] });
});
