import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import type { Insider } from '../people/visibility.ts';
import { oneOrganisation } from '../store/connection.ts';
import { historyOf } from './draft.ts';
import { listRecords } from './listing.ts';
import { RESTRICTED } from './personal.ts';
import { revealFile, revealPersonal, type RevealParts, type RevealRequest } from './reveal.ts';

const NAME = '司徒某某';
const LEAD: Insider = { as: 'office', account: 'area-lead', posts: ['area-lead'] };
const AUDIT: Insider = { as: 'office', account: 'audit-administrator', posts: ['audit-administrator'] };

let town: TestTownship;
let parts: RevealParts;
let matter: string;
beforeAll(async () => {
  town = await testTownship();
  const { store, register, vault, files, records, clock } = town;
  parts = { store, register, vault, files, records, clock };
  town.at('2024-03-05');
  const reported = await town.start({
    kind: 'dispute',
    step: 'report',
    occurredOn: '2024-03-05',
    values: { title: '田埂界线', type: 'land', channel: 'village', parties: [{ name: NAME }] },
  });
  matter = reported.record;
});
afterAll(() => town.close());

function asked(more: Partial<RevealRequest> = {}): RevealRequest {
  return {
    org: ORG,
    record: matter,
    fields: ['parties'],
    reason: '县局回访要核对电话',
    actor: { account: 'area-lead', post: 'area-lead' },
    viewer: LEAD,
    idempotencyKey: randomUUID(),
    ...more,
  };
}

async function notes(viewer: Insider): Promise<number> {
  const { records } = await listRecords(town.store, town.register, viewer, {
    org: ORG,
    kinds: ['personal-reveal'],
  });
  return records.length;
}

async function wholeLedger(): Promise<string> {
  const rows = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ text: string }>('ledger', 'SELECT text FROM entry WHERE org_code = $1', [ORG]),
  );
  return rows.map(({ text }) => text).join('\n');
}

describe('查看个人信息', () => {
  it('gives the value against a reason, and notes who looked at which field of what, never the value', async () => {
    const { values, note } = await revealPersonal(parts, asked());
    expect(values).toEqual({ parties: [{ name: NAME }] });
    const [entry] = await historyOf(town.store, ORG, note.record);
    expect(entry).toMatchObject({
      kind: 'personal-reveal',
      actor: { account: 'area-lead' },
      values: {
        about: '矛盾纠纷',
        matter,
        columns: [{ field: 'parties', label: '当事人' }],
        reason: '县局回访要核对电话',
      },
    });
    expect(await wholeLedger()).not.toContain(NAME);
  });

  it('the same request once more shows the same and notes nothing more', async () => {
    const request = asked();
    const first = await revealPersonal(parts, request);
    const before = await notes(AUDIT);
    expect(await revealPersonal(parts, request)).toEqual(first);
    expect(await notes(AUDIT)).toBe(before);
  });

  it('shows nothing and notes nothing without a reason, a value, a post, or the record', async () => {
    const before = await notes(AUDIT);
    const tries: readonly (readonly [Partial<RevealRequest>, string])[] = [
      [{ reason: ' 看看 ' }, 'reason-required'],
      [{ fields: ['narrative'] }, 'invalid-value'],
      [{ fields: ['title'] }, 'invalid-value'],
      [{ record: randomUUID() }, 'not-found'],
      [{ actor: { account: 'window-clerk', post: 'window-clerk' } }, 'not-permitted'],
      [{ actor: { account: 'window-clerk', post: 'area-lead' } }, 'not-permitted'],
      [{ viewer: { ...LEAD, villages: ['石桥村'] } }, 'not-found'],
      [{ viewer: { ...LEAD, assignedOnly: true } }, 'not-found'],
    ];
    for (const [more, code] of tries) {
      await expect(revealPersonal(parts, asked(more)), code).rejects.toMatchObject({ code });
    }
    expect(await notes(AUDIT)).toBe(before);
  });

  it('gives a file likewise', async () => {
    const minutes = await town.files.put(ORG, '会议记录.txt', Buffer.from('会议记录'));
    const held = await town.start({
      kind: 'gathering',
      step: 'hold',
      occurredOn: '2024-03-05',
      actor: { account: 'judicial-office', post: 'judicial-office' },
      values: {
        title: '例会',
        forum: 'staff-assembly',
        agenda: [{ subject: 'civil-code', topic: '相邻关系' }],
        minutes,
      },
    });
    const { fields: _fields, ...request } = asked({ record: held.record });
    const found = await revealFile(parts, { ...request, field: 'minutes' });
    expect([found.name, found.content.toString()]).toEqual(['会议记录.txt', '会议记录']);
    await expect(revealFile(parts, { ...request, field: 'title' })).rejects.toMatchObject({
      code: 'invalid-value',
    });
  });

  it('what may only be kept is shown only to who is cleared for it', async () => {
    await town.records.restrict({
      org: ORG,
      kind: 'dispute',
      record: matter,
      expectedVersion: 1,
      idempotencyKey: 'restrict',
      occurredOn: '2024-03-05',
      actor: { account: 'area-lead', post: 'area-lead' },
      reason: '本人要求删除',
      fields: ['parties'],
      ground: 'withdrawn',
    });
    await expect(revealPersonal(parts, asked())).rejects.toMatchObject({ code: 'not-permitted' });
    const cleared = await revealPersonal(parts, asked({ viewer: { ...LEAD, clearances: [RESTRICTED] } }));
    expect(cleared.values).toEqual({ parties: [{ name: NAME }] });
  });

  it('the log is the audit administrator’s to read, and each one’s own looks', async () => {
    expect(await notes(AUDIT)).toBeGreaterThan(2);
    expect(await notes(LEAD)).toBe(await notes(AUDIT));
    expect(await notes({ as: 'office', account: 'mediator', posts: ['mediator', 'judicial-office'] })).toBe(
      0,
    );
    expect(await notes({ as: 'auditor', drawn: [] })).toBe(0);
  });

  it('nobody mends the log', async () => {
    const { note } = await revealPersonal(parts, asked({ viewer: { ...LEAD, clearances: [RESTRICTED] } }));
    const mend = {
      org: ORG,
      kind: 'personal-reveal',
      record: note.record,
      expectedVersion: 1,
      idempotencyKey: 'mend',
      occurredOn: '2024-03-05',
      actor: { account: 'area-lead', post: 'area-lead' } as const,
      reason: '不想留下记录',
    };
    await expect(town.records.void(mend)).rejects.toMatchObject({ code: 'not-permitted' });
    await expect(town.records.correct({ ...mend, values: { reason: '另一个' } })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    await expect(town.records.assign({ ...mend, handlers: ['judicial-office'] })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });
});
