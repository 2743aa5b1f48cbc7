import { afterAll, beforeAll, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { noteEvent } from '../../src/people/sign-in-event.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { enter, MARKS } from '../site-township.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
let audit: string;
let dispute: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2024-06-03');
  dispute = await enter(office, REGISTER.kind('dispute'), 1);
  audit = await office.signInAs('audit-administrator', true);
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

interface Acts {
  readonly acts: readonly { seq: number; account: string; record: string; step: { label: string } }[];
}

async function acts(query = ''): Promise<Acts['acts']> {
  const answer = await office.ask(audit, 'GET', `/acts${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  for (const mark of Object.values(MARKS)) expect(answer.body).not.toContain(mark);
  return answer.json<Acts>().acts;
}

it('the audit administrator sees who did what, the newest first, without what was entered', async () => {
  const [newest] = await acts();
  expect(newest).toMatchObject({ record: dispute, step: { label: '登记纠纷' } });
  const seqs = (await acts()).map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
});

it('filters by account, kind, step and day, and goes on from the last', async () => {
  const [newest] = await acts();
  expect((await acts('?kind=dispute')).map(({ record }) => record)).toEqual([dispute]);
  expect(await acts(`?kind=dispute&account=${newest!.account}&step=report`)).toHaveLength(1);
  expect(await acts('?kind=dispute&account=nobody')).toEqual([]);
  expect(await acts('?kind=dispute&from=2024-06-03&to=2024-06-03')).toHaveLength(1);
  expect(await acts('?to=2020-01-01')).toEqual([]);
  const page = await acts('?size=2');
  expect((await acts(`?size=2&before=${page[1]!.seq}`))[0]!.seq).toBe(page[1]!.seq - 1);
});

it('tells from where: the address and device of the last sign-in before the act', async () => {
  const { store } = office;
  const note = (at: string, address: string) =>
    store.transaction(oneOrganisation(office.org), (tx) =>
      noteEvent(tx, office.org, {
        at: new Date(at),
        account: 'mediator',
        what: 'signed-in',
        address,
        device: '测试机',
      }),
    );
  await note('2024-06-03T01:00:00Z', '10.1.1.7');
  await note('2024-06-03T23:00:00Z', '10.9.9.9');
  const [act] = await acts('?kind=dispute');
  expect(act).toMatchObject({ account: 'mediator', from: { address: '10.1.1.7', device: '测试机' } });
  const opened = (await acts('?kind=account&size=1'))[0];
  expect(opened).not.toHaveProperty('from');
});

it('is a file for a spreadsheet, in which nothing is a formula', async () => {
  const answer = await office.ask(audit, 'GET', '/acts.csv?kind=dispute');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const [head, row] = answer.body.split('\r\n');
  expect(head).toMatch(/^\uFEFF"账本序号","登记时间"/);
  expect(row).toContain(`"登记纠纷","${dispute}"`);
});

it('sees everybody’s sign-ins, and nobody else does', async () => {
  const all = await office.ask(audit, 'GET', '/sign-ins');
  expect(all.statusCode).toBe(200);
  for (const account of ['judicial-office', 'auditor', 'system-administrator']) {
    const cookie = await office.signInAs(account, true);
    expect((await office.ask(cookie, 'GET', '/acts')).statusCode, account).toBe(403);
    const own = await office.ask(cookie, 'GET', '/sign-ins');
    const names = own.json<{ events: { account: string }[] }>().events.map((event) => event.account);
    expect(
      names.filter((name) => name !== account),
      account,
    ).toEqual([]);
  }
});
