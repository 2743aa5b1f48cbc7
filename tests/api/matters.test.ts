import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { enter, MARKS } from '../site-township.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
let judicial: string;
let dispute: string;
let penalty: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2024-06-03');
  judicial = await office.signInAs('judicial-office', true);
  dispute = await enter(office, REGISTER.kind('dispute'), 1);
  penalty = await enter(office, REGISTER.kind('penalty-case'), 1);
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

async function get<T>(url: string, cookie = judicial): Promise<T> {
  const answer = await office.ask(cookie, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  for (const mark of [MARKS.name, MARKS.narrative]) expect(answer.body).not.toContain(mark);
  return answer.json<T>();
}

describe('a record over the API', () => {
  it('tells its history in words, personal fields by name only', async () => {
    const { entries } = await get<{ entries: { step: { label: string }; personal: { label: string }[] }[] }>(
      `/records/${dispute}/history`,
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]!.step.label).toBe('登记纠纷');
    expect(entries[0]!.personal.map(({ label }) => label)).toContain('当事人');
  });

  it('says why: the articles and rules that each act was held against', async () => {
    const { acts } = await get<{ acts: { label: string; basis: { article: string }[] }[] }>(
      `/records/${dispute}/why`,
    );
    expect(acts[0]!.basis[0]!.article).toMatch(/第.+条/);
  });

  it('says what can be done now by whom, and what by others', async () => {
    interface Next {
      steps: { step: string; allowed: boolean; by: string[]; others: { label: string }[] }[];
      mends: { act: string; allowed: boolean }[];
    }
    const mine = await get<Next>(`/records/${dispute}/next`);
    expect(mine.steps.some(({ by }) => by.includes('judicial-office'))).toBe(true);
    const window = await get<Next>(`/records/${dispute}/next`, await office.signInAs('window-clerk'));
    expect(window.steps.every(({ allowed }) => !allowed)).toBe(true);
    expect(window.steps.every(({ others }) => others.length > 0)).toBe(true);
    expect(window.mends.every(({ allowed }) => !allowed)).toBe(true);
  });
});

describe('what is due', () => {
  interface Due {
    items: { record: string; due: string; article: string; when: string; path?: unknown[] }[];
    counts: Record<string, number>;
  }

  it('lists running terms with article and day, and one’s own alone', async () => {
    const all = await get<Due>('/due?path=true');
    const term = all.items.find(({ record }) => record === penalty)!;
    expect(term).toMatchObject({ due: '2024-07-07', when: 'later' });
    expect(term.article).toContain('行政处罚法');
    expect(term.path!.length).toBeGreaterThan(80);
    const officer = await office.signInAs('enforcement-officer');
    expect((await get<Due>('/due?mine=true', officer)).items.map(({ record }) => record)).toContain(penalty);
    const window = await office.signInAs('window-clerk');
    expect((await get<Due>('/due?mine=true', window)).items).toEqual([]);
  });

  it('stands on another day where asked, and refuses one that is none', async () => {
    const late = await get<Due>('/due?on=2024-12-01&when=overdue');
    expect(late.items.map(({ record }) => record)).toContain(penalty);
    const wrong = await office.ask(judicial, 'GET', '/due?on=2024-02-30');
    expect(wrong.statusCode).toBe(422);
    expect(wrong.json()).toMatchObject({ field: 'on' });
  });
});

describe('the calendar of one’s own terms', () => {
  async function token(account: string, scopes: readonly string[]): Promise<{ token: string; id: string }> {
    const cookie = await office.signInAs(account);
    const body = { label: '手机日历', scopes, days: 30 };
    return (await office.ask(cookie, 'POST', '/tokens', { top: true, body })).json();
  }
  const ask = (secret: string) => office.ask(undefined, 'GET', `/calendar/${secret}/due.ics`, { top: true });

  it('is read without a session by its own address, and says no title and no person', async () => {
    const made = await token('enforcement-officer', ['calendar']);
    const answer = await ask(made.token);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    const text = answer.body.replaceAll(/\r\n[ \t]/g, '');
    expect(text).toContain('DTSTART;VALUE=DATE:20240707');
    expect(text).toContain('行政处罚案件');
    expect(text).not.toContain('占用耕地');
  });

  it('is gone when its token is revoked, and opens with no token made for something else', async () => {
    const made = await token('enforcement-officer', ['calendar']);
    const cookie = await office.signInAs('enforcement-officer');
    await office.ask(cookie, 'DELETE', `/tokens/${made.id}`, { top: true });
    expect((await ask(made.token)).statusCode).toBe(404);
    expect((await ask((await token('enforcement-officer', ['read'])).token)).statusCode).toBe(404);
    expect((await ask('fadu_520581203000_nothing')).statusCode).toBe(404);
  });

  it('opens nothing else', async () => {
    const made = await token('enforcement-officer', ['calendar']);
    const answer = await office.app.inject({
      method: 'GET',
      url: `/api/v1/${office.org}/records`,
      headers: { authorization: `Bearer ${made.token}` },
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('personal data over the API', () => {
  async function send(act: string, body: object, version: number, account = 'judicial-office') {
    return office.ask(
      await office.signInAs(account, true),
      'POST',
      `/kinds/dispute/records/${dispute}/${act}`,
      {
        body,
        headers: { 'if-match': `"${version}"` },
      },
    );
  }
  const shown = async (): Promise<string[]> =>
    Object.keys((await get<{ personal: object }>(`/kinds/dispute/records/${dispute}`)).personal);

  it('is restricted and released; what must still be kept is not erased but restricted', async () => {
    expect(await shown()).toContain('parties');
    const body = { fields: ['parties'], ground: 'withdrawn', reason: '当事人申请' };
    const restricted = await send('restrict', body, 1);
    expect(restricted.json()).toMatchObject({ outcome: 'restricted', version: 2 });
    expect(await shown()).not.toContain('parties');
    const released = await send('release', { fields: ['parties'], reason: '申请撤回' }, 2);
    expect(released.statusCode, released.body).toBe(200);
    expect(await shown()).toContain('parties');
    const erased = await send('erase', body, 3);
    expect(erased.json()).toMatchObject({ outcome: 'restricted' });
    expect(erased.json<{ retainedThrough: string }>().retainedThrough).toMatch(/^\d{4}-|permanent/);
  });

  it('is purged by two people, the second another than the first', async () => {
    const { entries } = await get<{ entries: { seq: number }[] }>(`/records/${dispute}/history`);
    const seqs = entries.map(({ seq }) => seq).slice(0, 1);
    const proposed = await send('propose-purge', { entries: seqs, reason: '误录' }, 4);
    expect(proposed.statusCode, proposed.body).toBe(200);
    expect((await send('purge', { reason: '同意' }, 5)).statusCode).toBe(403);
    const purged = await send('purge', { reason: '同意' }, 5, 'area-lead');
    expect(purged.json()).toMatchObject({ entries: seqs });
    expect(purged.json<{ remaining: unknown[] }>().remaining.length).toBeGreaterThan(0);
  });
});
