import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type Office } from './office.ts';

let office: Office;
let judicial: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2024-12-02');
  judicial = await office.signInAs('judicial-office');
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

interface List {
  readonly records: readonly { readonly id: string; readonly title: string }[];
}

async function titles(cookie: string, query = ''): Promise<string[]> {
  const answer = await office.ask(cookie, 'GET', `/kinds/gathering/records${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<List>().records.map(({ title }) => title);
}

function hold(title: string) {
  return office.start({
    kind: 'gathering',
    step: 'hold',
    occurredOn: '2024-03-05',
    actor: { account: 'judicial-office', post: 'judicial-office' },
    values: { title, forum: 'staff-assembly', agenda: [{ subject: 'civil-code', topic: '相邻关系' }] },
  });
}

it('the same list asked again is the same bytes, and holds a new record right after it was written', async () => {
  await hold('三月的会');
  const first = await office.ask(judicial, 'GET', '/kinds/gathering/records');
  const again = await office.ask(judicial, 'GET', '/kinds/gathering/records');
  expect(again.body).toBe(first.body);
  expect(again.headers['content-type']).toBe(first.headers['content-type']);
  expect(again.headers['cache-control']).toBe('no-store');
  await hold('四月的会');
  expect(await titles(judicial)).toContain('四月的会');
});

it('figures count what was written just before', async () => {
  const count = async (): Promise<unknown> => {
    const answer = await office.ask(judicial, 'GET', '/figures?year=2024');
    return answer.json<{ figures: { code: string; value: number }[] }>().figures;
  };
  const before = await count();
  expect(await count()).toEqual(before);
  await hold('五月的会');
  expect(await count()).not.toEqual(before);
});

it('is kept for one person: who may see less gets less, whoever asked before', async () => {
  const village = `只有承办人知道${randomUUID().slice(0, 4)}`;
  await hold(village);
  expect(await titles(judicial)).toContain(village);
  expect(await titles(await office.signInAs('counsel'))).not.toContain(village);
  expect(await titles(judicial)).toContain(village);
});

it('a session that has ended gets nothing of what is kept', async () => {
  const cookie = await office.signInAs('judicial-office');
  await titles(cookie);
  await office.ask(cookie, 'DELETE', '/session', { top: true });
  const answer = await office.ask(cookie, 'GET', '/kinds/gathering/records');
  expect(answer.statusCode).toBe(401);
});

it('a wrong question is refused, though a right one was kept', async () => {
  await titles(judicial);
  const answer = await office.ask(judicial, 'GET', '/kinds/gathering/records?size=9999');
  expect(answer.statusCode).toBe(400);
});
