import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '../../src/kernel/index.ts';
import { addAccount } from '../../src/records/opening.ts';
import { testOffice, type Office } from './office.ts';

const ON = '2024-03-05';

let office: Office;
let ids: string[];
beforeAll(async () => {
  office = await testOffice();
  office.at(ON);
  const { store, register, vault, clock } = office;
  const term = { name: '某某', posts: ['auditor'], until: day('2024-03-20') } as const;
  for (const account of ['shenji', 'lingyi']) {
    await addAccount({ store, register, vault }, office.org, { account, ...term }, clock);
  }
  ids = [];
  for (let n = 0; n < 6; n += 1) ids.push(await penaltyCase(`占用耕地第${n}起`));
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

/** A case with an officer behind it, which is open, has a running term and is counted when it is decided. */
async function penaltyCase(cause: string): Promise<string> {
  const values = { officer: { name: '某某' }, certificate: randomUUID() };
  const certify = { kind: 'enforcement-officer', step: 'certify', occurredOn: ON, values };
  const { record: firstOfficer } = await office.start(certify);
  const filed = { cause, filedOn: ON, firstOfficer };
  return (await office.start({ kind: 'penalty-case', step: 'file', occurredOn: ON, values: filed })).record;
}

interface Draw {
  readonly seed: string;
  readonly population: number;
  readonly ledgerSize: number;
  readonly records: readonly { readonly id: string; readonly title: string }[];
}

const ask = async (account: string, url: string) => office.ask(await office.signInAs(account), 'GET', url);
const draw = async (account: string, body: object) =>
  office.ask(await office.signInAs(account), 'POST', '/samples', { body });

it('before anything is drawn an auditor reads no record, and may not draw without a trace', async () => {
  expect((await ask('shenji', '/records?total=true')).json()).toEqual({
    records: [],
    total: { count: 0, more: false },
  });
  expect((await ask('shenji', '/samples')).json()).toEqual({ samples: [] });
  expect((await ask('shenji', '/sample?year=2024&size=3')).statusCode).toBe(403);
});

it('a record that was not drawn is in no list, count, search, link, term, figure or file', async () => {
  const answer = await draw('shenji', { year: 2024, size: 2, kind: 'penalty-case', purpose: '案卷审计' });
  expect(answer.statusCode).toBe(201);
  const drawn = answer.json<Draw>();
  expect(drawn).toMatchObject({ population: 6, records: [{}, {}] });
  const inside = drawn.records.map(({ id }) => id);
  const outside = ids.filter((id) => !inside.includes(id));
  expect(outside).toHaveLength(4);

  const listed = (await ask('shenji', '/kinds/penalty-case/records?total=true')).json<{
    records: { id: string }[];
    total: object;
  }>();
  expect(listed.records.map(({ id }) => id).toSorted()).toEqual(inside.toSorted());
  expect(listed.total).toEqual({ count: 2, more: false });
  const found = (await ask('shenji', '/records?q=占用耕地&total=true')).json();
  expect(found).toMatchObject({ records: [{}, {}], total: { count: 2 } });
  const due = (await ask('shenji', '/due')).json<{ items: { record: string }[]; counts: object }>();
  expect(new Set(due.items.map(({ record }) => record))).toEqual(new Set(inside));
  expect(Object.values(due.counts).reduce((sum: number, each: number) => sum + each, 0)).toBe(2);
  const all = (await ask('shenji', '/records?total=true&drills=with&voided=with')).body;
  for (const id of outside) {
    expect(all).not.toContain(id);
    for (const url of ['', '/history', '/why', '/next', '/files/minutes']) {
      expect((await ask('shenji', `/records/${id}${url}`)).statusCode, url).toBe(404);
    }
    expect((await ask('shenji', `/kinds/penalty-case/records/${id}`)).statusCode).toBe(404);
  }
  for (const id of inside) {
    expect((await ask('shenji', `/kinds/penalty-case/records/${id}`)).statusCode).toBe(200);
    expect((await ask('shenji', `/records/${id}/history`)).statusCode).toBe(200);
  }
  // What a drawn case names is not drawn with it.
  const [officer] = (await ask('judicial-office', '/kinds/enforcement-officer/records')).json<{
    records: { id: string }[];
  }>().records;
  expect((await ask('shenji', `/kinds/enforcement-officer/records/${officer!.id}`)).statusCode).toBe(404);
  expect((await ask('shenji', '/kinds/enforcement-officer/records')).json()).toEqual({ records: [] });
});

it('numbers and report of the running year are made of what was not drawn: an auditor reads those that are public', async () => {
  for (const url of ['/figures?year=2024', '/figures/months?year=2024', '/report/2024']) {
    expect((await ask('shenji', url)).statusCode, url).toBe(403);
    expect((await ask('judicial-office', url)).statusCode, url).toBe(200);
  }
  expect((await ask('shenji', '/figures?year=2023')).statusCode).toBe(200);
  const behind = '/figures/enforcement-officers.certified/records?year=2024';
  expect((await ask('judicial-office', behind)).json<{ records: object[] }>().records).toHaveLength(6);
  expect((await ask('shenji', behind)).json()).toEqual({ records: [] });
});

it('what was drawn for one is not for another; each sees the own draws, the audit administrator all', async () => {
  expect((await ask('lingyi', '/records')).json()).toEqual({ records: [] });
  expect((await draw('lingyi', { year: 2024, size: 1, auditor: 'shenji' })).statusCode).toBe(403);
  const given = await draw('audit-administrator', {
    year: 2024,
    size: 1,
    auditor: 'lingyi',
    kind: 'penalty-case',
  });
  expect(given.statusCode).toBe(201);
  const own = (await ask('lingyi', '/samples')).json<{ samples: object[] }>();
  expect(own.samples).toMatchObject([{ auditor: 'lingyi', by: 'audit-administrator', records: [{}] }]);
  expect((await ask('audit-administrator', '/samples')).json<{ samples: object[] }>().samples).toHaveLength(
    2,
  );
  expect((await ask('judicial-office', '/samples')).statusCode).toBe(403);
  expect((await ask('lingyi', '/records?total=true')).json()).toMatchObject({ total: { count: 1 } });
});

it('whoever has the seed checks the draw; the term ends it all', async () => {
  const [first] = (await ask('shenji', '/samples')).json<{ samples: Draw[] }>().samples;
  await penaltyCase('占用耕地，后来的');
  const { seed, ledgerSize } = first!;
  const again = await ask(
    'audit-administrator',
    `/sample?year=2024&size=2&kind=penalty-case&ledgerSize=${ledgerSize}&seed=${seed}`,
  );
  expect(again.json<Draw>().records).toEqual(first!.records);

  office.at('2024-03-21');
  expect((await ask('shenji', '/samples')).statusCode).toBe(404);
  // A new audit begins with nothing.
  await office.start({
    kind: 'appointment',
    step: 'appoint',
    occurredOn: '2024-03-21',
    values: { account: 'shenji', post: 'auditor', since: '2024-03-21', until: '2024-04-30' },
  });
  expect((await ask('shenji', '/records')).json()).toEqual({ records: [] });
});
