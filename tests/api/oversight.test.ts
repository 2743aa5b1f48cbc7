import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../src/kernel/index.ts';
import { addAccount } from '../../src/records/opening.ts';
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

interface Sample {
  readonly seed: string;
  readonly population: number;
  readonly ledgerSize: number;
  readonly records: readonly { id: string; kind: { code: string }; state: { label: string } }[];
}

it('draws the same records for the same seed, for an auditor within the term only', async () => {
  const { store, register, vault, clock } = office;
  const dispute = (title: string) =>
    office.start({
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-03-05',
      village: '柳树村',
      actor: { account: 'mediator', post: 'mediator' },
      values: { title, type: 'land', channel: 'village' },
    });
  for (let i = 0; i < 6; i += 1) await dispute(`第${i}件`);
  const auditor = { account: 'shenji', name: '某某', posts: ['auditor'], until: day('2024-03-20') } as const;
  await addAccount({ store, register, vault }, office.org, auditor, clock);
  const draw = async (query: string) =>
    office.ask(await office.signInAs('shenji'), 'GET', `/sample?year=2024&size=3&kind=dispute${query}`);

  const first = (await draw('')).json<Sample>();
  expect(first).toMatchObject({ population: 6, records: [{}, {}, {}] });
  expect(first.records[0]).toMatchObject({ kind: { code: 'dispute' }, state: { label: '已受理' } });
  await dispute('后来的');
  const again = await draw(`&seed=${first.seed}&ledgerSize=${first.ledgerSize}`);
  expect(again.json()).toEqual(first);

  for (const each of [county, office]) each.at('2024-03-21');
  expect((await draw('')).statusCode).toBe(404);
});
