import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { enter } from '../site-township.ts';
import { testOffice, type Office } from './office.ts';

const ON = '2024-03-05';
const REASON = '汛期前印制叫应名单';

let office: Office;
const ids: string[] = [];
beforeAll(async () => {
  office = await testOffice();
  office.at(ON);
  for (const name of ['张三丰', '=HYPERLINK("x")']) {
    const values = {
      title: '田埂界线纠纷',
      type: 'land',
      channel: 'village',
      reportedOn: ON,
      parties: [{ name, phone: '13812345678' }],
      narrative: '详细经过',
    };
    ids.push((await office.start({ kind: 'dispute', step: 'report', occurredOn: ON, values })).record);
  }
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const ask = async (account: string, body: object, strong = true, headers: Record<string, string> = {}) =>
  office.ask(await office.signInAs(account, strong), 'POST', '/kinds/dispute/personal-export', {
    body,
    headers,
  });
const whole = (over: object = {}) => ({ records: ids, fields: ['parties'], reason: REASON, ...over });

describe('personal data are taken along as a table', () => {
  it('by a post that answers for them, signed in with a second factor, for a written reason', async () => {
    expect((await ask('judicial-office', whole(), false)).json()).toMatchObject({ status: 403 });
    for (const account of [
      'mediator',
      'window-clerk',
      'county-supervisor',
      'auditor',
      'system-administrator',
    ])
      expect((await ask(account, whole())).statusCode, account).toBe(403);
    expect((await ask('judicial-office', whole({ reason: '看看' }))).json()).toMatchObject({
      field: 'reason',
    });
    expect((await ask('judicial-office', whole())).statusCode).toBe(200);
  });

  it('each row carries who took it, when, and under which entry of the ledger', async () => {
    const answer = await ask('judicial-office', whole());
    expect(answer.headers['content-type']).toContain('text/csv');
    const [above, head, ...rows] = answer.body.slice(1).trimEnd().split('\r\n');
    expect(above).toContain(REASON);
    expect(head).toBe('"名称","当事人","导出登记"');
    expect(rows).toHaveLength(2);
    const seq = /账本第(\d+)条/.exec(above!)![1];
    for (const row of rows) expect(row).toContain(`账本第${seq}条 judicial-office（司法所）2024-03-05T04:00`);
    expect(answer.body).toContain('张三丰 13812345678');
    // Nothing that was not asked for.
    expect(answer.body).not.toContain('详细经过');
  });

  it('what a spreadsheet would run stays text', async () => {
    expect((await ask('judicial-office', whole())).body).toContain(`"'=HYPERLINK(""x"") 13812345678"`);
  });

  it('the ledger knows which records and which columns before anything is given out, and no value', async () => {
    const key = { 'idempotency-key': 'hui-fang-2024' };
    const first = await ask('judicial-office', whole(), true, key);
    const again = await ask('judicial-office', whole(), true, key);
    const mark = /账本第\d+条/;
    expect(mark.exec(again.body)![0]).toBe(mark.exec(first.body)![0]);
    const audit = await office.signInAs('audit-administrator');
    const listed = await office.ask(audit, 'GET', '/kinds/personal-reveal/records?state=exported&size=200');
    const [{ id }] = listed.json<{ records: [{ id: string }] }>().records;
    const noted = await office.ask(audit, 'GET', `/kinds/personal-reveal/records/${id}`);
    expect(noted.json()).toMatchObject({
      values: {
        about: '矛盾纠纷',
        matters: ids.toSorted().map((matter) => ({ matter })),
        columns: [{ field: 'parties', label: '当事人' }],
        reason: REASON,
      },
    });
    expect(noted.body).not.toContain('张三丰');
  });

  it('what may only be kept stays where it is; a record of another kind, a file or too many are refused', async () => {
    const [first] = ids as [string];
    await office.records.restrict({
      org: office.org,
      kind: 'dispute',
      record: first,
      expectedVersion: 1,
      occurredOn: ON,
      idempotencyKey: 'restrict',
      actor: { account: 'area-lead', post: 'area-lead' },
      reason: '本人撤回同意',
      fields: ['parties'],
      ground: 'withdrawn',
    });
    expect((await ask('judicial-office', whole())).body).not.toContain('张三丰');
    const other = await enter(office, REGISTER.kind('staff'));
    expect((await ask('judicial-office', whole({ records: [other] }))).statusCode).toBe(404);
    expect((await ask('judicial-office', whole({ fields: ['title'] }))).statusCode).toBe(422);
    const many = Array.from({ length: 501 }, () => randomUUID());
    expect((await ask('judicial-office', whole({ records: many }))).statusCode).toBe(400);
  });
});
