import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import type { FileReference } from '../kernel/index.ts';
import { cite } from '../law/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { destroyAllErased } from './destroying.ts';
import type { EraseRequest } from './erasure.ts';
import { listRecords } from './listing.ts';
import { personalValues } from './personal.ts';
import { findRow } from './reading.ts';
import { replay } from './replay.ts';
import { keepingOf } from './retention.ts';
import { verifyOrganisation } from './verify.ts';

/** A name that is nowhere else. */
const MARKER = '欧阳隐踪';
const OFFICE = { account: 'judicial-office', post: 'judicial-office' } as const;

let town: TestTownship;
beforeEach(async () => {
  town = await testTownship();
});
afterEach(() => town.close());

const parts = () => ({ store: town.store, register: town.register, vault: town.vault, files: town.files });
const verify = () => verifyOrganisation(ORG, { ...parts(), checkpoints: [] });
const values = (record: string, restricted = false) =>
  town.store.read(oneOrganisation(ORG), (tx) => personalValues(tx, town.vault, ORG, record, { restricted }));
const rowOf = (record: string) => town.store.read(oneOrganisation(ORG), (tx) => findRow(tx, ORG, record));

/** A meeting whose minutes name somebody. */
async function meet(minutes: FileReference): Promise<string> {
  const held = await town.start({
    kind: 'gathering',
    step: 'hold',
    occurredOn: '2024-03-05',
    actor: OFFICE,
    idempotencyKey: 'meet',
    values: {
      title: '干部职工大会',
      forum: 'staff-assembly',
      agenda: [{ subject: 'civil-code', topic: '相邻关系' }],
      minutes,
    },
  });
  return held.record;
}

async function dispute(): Promise<string> {
  const reported = await town.start({
    kind: 'dispute',
    step: 'settleAtOnce',
    occurredOn: '2024-03-05',
    idempotencyKey: 'dispute',
    values: {
      title: '放水先后纠纷',
      type: 'neighbour',
      channel: 'group',
      agreement: 'oral',
      parties: [{ name: MARKER, phone: '00000000000' }],
      narrative: `${MARKER}家先放的水。`,
    },
  });
  return reported.record;
}

function request(kind: string, record: string, more: Partial<EraseRequest> = {}): EraseRequest {
  return {
    org: ORG,
    kind,
    record,
    expectedVersion: 1,
    idempotencyKey: randomUUID(),
    occurredOn: town.clock().toISOString().slice(0, 10),
    actor: OFFICE,
    reason: '本人书面请求',
    fields: ['parties', 'narrative'],
    ground: 'expired',
    ...more,
  };
}

/** Every table as text, whoever's rows they are. */
async function dump(): Promise<string> {
  return withClient(town.database.owner, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    expect(tables.rows.length).toBeGreaterThan(15);
    const texts = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ text: string }>(`SELECT t::text AS text FROM public.${name} t`);
      texts.push(name, ...rows.rows.map(({ text }) => text));
    }
    return texts.join('\n');
  });
}

/** Names and contents of everything below a folder. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((each) => {
      const file = path.join(each.parentPath, each.name);
      return `${file}\n${each.isFile() ? readFileSync(file).toString('latin1') : ''}`;
    })
    .join('\n');
}

/** The marker in the ways in which it may be written down. */
function holdsMarker(text: string): boolean {
  const bytes = Buffer.from(MARKER);
  return [
    MARKER,
    bytes.toString('hex'),
    bytes.toString('base64').slice(0, 14),
    bytes.toString('latin1'),
  ].some((form) => text.includes(form));
}

describe('删除个人信息（个人信息保护法第四十七条）', () => {
  it('a name that was written everywhere is nowhere after its erasure, not even from a restored backup', async () => {
    const said: unknown[] = [];
    const hear = (...words: unknown[]): boolean => said.push(words) > 0;
    for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(hear);
    for (const level of ['log', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(hear);
    town.at('2024-03-05');
    const minutes = await town.files.put(ORG, `${MARKER}.txt`, Buffer.from(`${MARKER}到会。`));
    const meeting = await meet(minutes);
    const matter = await dispute();
    // The same acts once more: nothing is written twice.
    expect(await meet(minutes)).toBe(meeting);
    expect(await dispute()).toBe(matter);
    await town.records.correct({
      ...request('dispute', matter),
      values: { parties: [{ name: MARKER }, { name: `${MARKER}之子` }] },
    });
    const backup = await withClient(town.database.owner, async (client) => {
      const { rows } = await client.query<{ text: string }>('SELECT v::text AS text FROM personal_value v');
      return rows.map(({ text }) => text);
    });
    expect(holdsMarker(everything(town.folder))).toBe(true);

    town.at('2035-01-04');
    const erase = request('dispute', matter, { expectedVersion: 2 });
    expect(await town.records.erase(erase)).toMatchObject({ outcome: 'erased', version: 3 });
    expect(await town.records.erase(erase)).toMatchObject({ outcome: 'erased', version: 3, repeated: true });
    const paper = request('gathering', meeting, { fields: ['minutes'] });
    expect(await town.records.erase(paper)).toMatchObject({ outcome: 'erased' });

    const look = async (): Promise<void> => {
      expect(holdsMarker(await dump())).toBe(false);
      expect(holdsMarker(everything(town.folder))).toBe(false);
      expect(await values(matter, true)).toEqual({});
      expect(await values(meeting, true)).toEqual({});
      expect(await town.files.get(ORG, minutes.sha256)).toBeUndefined();
      const found = await listRecords(town.store, town.register, { as: 'operator' }, { org: ORG, q: MARKER });
      expect(found.records).toEqual([]);
    };
    await look();
    expect(await verify()).toMatchObject({ personalValues: expect.any(Number) as number, erased: 4 });
    await replay(town.store, town.register, ORG);
    await look();
    await verify();

    await withClient(town.database.owner, (client) =>
      client.query(
        // What was not erased (the names of accounts) is still there.
        `INSERT INTO personal_value SELECT (v::personal_value).* FROM unnest($1::text[]) AS v ON CONFLICT DO NOTHING`,
        [backup],
      ),
    );
    await look();
    await expect(verify()).rejects.toMatchObject({
      message: expect.stringContaining('删除没有做完') as string,
    });
    await destroyAllErased(parts(), ORG);
    await verify();
    vi.restoreAllMocks();
    expect(holdsMarker(JSON.stringify(said))).toBe(false);
  });

  it('SJA-08.retained 个人信息保护法第四十七条第二款: while the record must be kept they are only restricted: kept, and hidden from everybody but a cleared post', async () => {
    town.at('2024-03-05');
    const matter = await dispute();
    town.at('2034-12-29');
    const asked = await town.records.erase(request('dispute', matter));
    expect(asked).toMatchObject({ outcome: 'restricted', retainedThrough: '2034-12-31' });
    expect(await values(matter)).toEqual({});
    expect(Object.keys(await values(matter, true))).toEqual(['narrative', 'parties']);
    await replay(town.store, town.register, ORG);
    expect((await rowOf(matter))?.restricted).toEqual(['narrative', 'parties']);
    expect(await verify()).toMatchObject({ erased: 0 });
    // Restricted by mistake: the narrative is needed.
    const release = request('dispute', matter, { expectedVersion: 2, fields: ['narrative'] });
    await town.records.release(release);
    expect(Object.keys(await values(matter))).toEqual(['narrative']);
    await expect(
      town.records.release({ ...release, expectedVersion: 3, idempotencyKey: 'again' }),
    ).rejects.toMatchObject({ code: 'wrong-state' });
    town.at('2035-01-04');
    const erased = await town.records.erase(request('dispute', matter, { expectedVersion: 3 }));
    expect(erased).toMatchObject({ outcome: 'erased' });
    expect(await rowOf(matter)).toMatchObject({ restricted: [], version: 4 });
  });

  it('the office’s own schedule decides', async () => {
    town.at('2024-03-05');
    const matter = await dispute();
    const adopt = (items: readonly object[], on: string) => {
      town.at(on);
      const given = { title: '期限表', items, agreedOn: on };
      return town.start({ kind: 'retention-schedule', step: 'adopt', occurredOn: on, values: given });
    };
    await adopt([{ kind: '矛盾纠纷', keep: 'permanent' }], '2024-04-01');
    town.at('2044-01-04');
    expect(await town.records.erase(request('dispute', matter))).toMatchObject({
      outcome: 'restricted',
      retainedThrough: 'permanent',
    });
    await adopt([{ kind: 'dispute', keep: 'y3' }], '2044-01-05');
    expect(await town.records.erase(request('dispute', matter, { expectedVersion: 2 }))).toMatchObject({
      outcome: 'erased',
    });
    await adopt([{ kind: '纠纷', keep: 'y3' }], '2044-01-06');
    await expect(
      town.records.erase(request('dispute', matter, { expectedVersion: 3 })),
    ).rejects.toMatchObject({
      message: expect.stringContaining('“纠纷”不是任何一种事项') as string,
    });
  });

  it('a schedule can not say less than what the law says at least', () => {
    const law = { since: '2021-11-01', basis: cite('GB', '56') };
    expect(keepingOf({ ...law, keep: 10, least: true }, 3)).toBe(10);
    expect(keepingOf({ ...law, keep: 10, least: true }, 'permanent')).toBe('permanent');
    expect(keepingOf({ ...law, keep: 10, least: false }, 3)).toBe(3);
    expect(keepingOf({ ...law, keep: 10, least: false }, undefined)).toBe(10);
  });

  it('a file that another record names stays; it goes with the last of them', async () => {
    town.at('2024-03-05');
    const minutes = await town.files.put(ORG, '会议记录.txt', Buffer.from('会议记录'));
    const first = await meet(minutes);
    const again = await town.start({
      kind: 'gathering',
      step: 'hold',
      occurredOn: '2024-03-05',
      actor: OFFICE,
      values: {
        title: '例会',
        forum: 'staff-assembly',
        agenda: [{ subject: 'civil-code', topic: '相邻关系' }],
        minutes,
      },
    });
    town.at('2035-01-04');
    await town.records.erase(request('gathering', first, { fields: ['minutes'] }));
    expect(await town.files.get(ORG, minutes.sha256)).toBeDefined();
    await verify();
    await town.records.erase(request('gathering', again.record, { fields: ['minutes'] }));
    expect(await town.files.get(ORG, minutes.sha256)).toBeUndefined();
    await verify();
  });

  it('refuses open fields, empty ones, an unknown ground and posts that do not answer for personal data', async () => {
    town.at('2024-03-05');
    const matter = await dispute();
    town.at('2035-01-04');
    const tries: readonly (readonly [Partial<EraseRequest>, string])[] = [
      [{ fields: ['title'] }, 'invalid-value'],
      [{ fields: [] }, 'missing-value'],
      [{ ground: 'whim' as EraseRequest['ground'] }, 'invalid-value'],
      [{ reason: '' }, 'invalid-value'],
      [{ actor: { account: 'mediator', post: 'mediator' } }, 'not-permitted'],
      [{ expectedVersion: 7 }, 'version-conflict'],
    ];
    for (const [more, code] of tries) {
      await expect(town.records.erase(request('dispute', matter, more)), code).rejects.toMatchObject({
        code,
      });
    }
    await town.records.erase(request('dispute', matter, { fields: ['parties'] }));
    await expect(
      town.records.erase(request('dispute', matter, { fields: ['parties'], expectedVersion: 2 })),
    ).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('what a voided record holds can be erased too, and a field can be filled anew', async () => {
    town.at('2024-03-05');
    const matter = await dispute();
    town.at('2035-01-04');
    await town.records.erase(request('dispute', matter, { fields: ['narrative'] }));
    await town.records.correct({
      ...request('dispute', matter, { expectedVersion: 2 }),
      values: { narrative: '已和解。' },
    });
    expect(await values(matter)).toMatchObject({ narrative: '已和解。' });
    await town.records.void(request('dispute', matter, { expectedVersion: 3 }));
    await town.records.erase(request('dispute', matter, { expectedVersion: 4 }));
    expect(await values(matter)).toEqual({});
    expect(await verify()).toMatchObject({ erased: 3 });
  });

  it('a key that is gone without an entry that says so is damage', async () => {
    town.at('2024-03-05');
    await dispute();
    const keys = await withClient(town.database.owner, (client) =>
      client.query<{ key_id: Buffer }>('SELECT key_id FROM personal_value'),
    );
    await town.vault.destroy(keys.rows.map((row) => row.key_id));
    await expect(verify()).rejects.toMatchObject({ message: expect.stringContaining('密钥缺失') as string });
  });

  it('goes on where a crash stopped it', async () => {
    town.at('2024-03-05');
    const matter = await dispute();
    town.at('2035-01-04');
    const erase = request('dispute', matter);
    const stop = vi.spyOn(town.vault, 'destroy').mockRejectedValueOnce(new Error('power cut'));
    await expect(town.records.erase(erase)).rejects.toThrow('power cut');
    stop.mockRestore();
    expect(await values(matter, true)).toEqual({});
    await expect(verify()).rejects.toMatchObject({ code: 'tampered' });
    expect(await town.records.erase(erase)).toMatchObject({ outcome: 'erased', repeated: true });
    await verify();
  });
});
