import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import type { Post } from '../kernel/index.ts';
import { issueCheckpoint, openCheckpoint, stubOf, type Checkpoint, type Entry } from '../ledger/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { historyOf } from './draft.ts';
import { listRecords } from './listing.ts';
import type { Purged } from './purge.ts';
import { findRow } from './reading.ts';
import { replay } from './replay.ts';
import { verifyOrganisation } from './verify.ts';

/** What must not stand anywhere. */
const SECRET = '蓝鹊七号部署';

let town: TestTownship;
let matter: string;
let paper: string;

beforeEach(async () => {
  town = await testTownship();
  town.at('2024-03-05');
  const minutes = await town.files.put(ORG, `${SECRET}.txt`, Buffer.from(SECRET));
  paper = minutes.sha256;
  const held = await town.start({
    kind: 'gathering',
    step: 'hold',
    occurredOn: '2024-03-05',
    unit: `${SECRET}办`,
    actor: { account: 'judicial-office', post: 'judicial-office' },
    values: {
      title: SECRET,
      forum: 'staff-assembly',
      agenda: [{ subject: 'civil-code', topic: SECRET }],
      minutes,
    },
  });
  matter = held.record;
});
afterEach(() => town.close());

const history = (): Promise<Entry[]> => historyOf(town.store, ORG, matter);
const rowOf = () => town.store.read(oneOrganisation(ORG), (tx) => findRow(tx, ORG, matter));

function verify(checkpoints: readonly Checkpoint[] = []) {
  const { store, register, vault, files } = town;
  return verifyOrganisation(ORG, { store, register, vault, files, checkpoints });
}

function request(expectedVersion: number, post: Post, account: string = post) {
  return {
    org: ORG,
    kind: 'gathering',
    record: matter,
    expectedVersion,
    idempotencyKey: randomUUID(),
    occurredOn: '2024-03-05',
    actor: { account, post },
    reason: '录入了不应录入的内容',
  };
}

async function propose(expectedVersion = 1): Promise<number> {
  const [first] = await history();
  await town.records.proposePurge({ ...request(expectedVersion, 'judicial-office'), entries: [first!.seq] });
  return first!.seq;
}

async function proposeAndPurge(): Promise<Purged> {
  await propose();
  return town.records.purge(request(2, 'area-lead'));
}

/** Every table as text. */
async function dump(): Promise<string> {
  return withClient(town.database.owner, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const texts = [];
    for (const { name } of tables.rows) {
      const rows = await client.query<{ text: string }>(`SELECT t::text AS text FROM public.${name} t`);
      texts.push(...rows.rows.map(({ text }) => text));
    }
    return texts.join('\n');
  });
}

describe('涉密清除', () => {
  it('two people with two posts: the content is gone everywhere, hashes, acts and reason stay, the ledger verifies', async () => {
    const keys = await mkdtemp(path.join(tmpdir(), 'fadu-keys-'));
    const { note, verifier } = await issueCheckpoint(town.store, keys, ORG);
    await rm(keys, { recursive: true });
    const before = await verify();
    expect(await dump()).toContain(SECRET);

    const purged = await proposeAndPurge();
    expect(purged).toMatchObject({ version: 3, entries: [before.entries] });
    expect(purged.remaining.map(({ what }) => what).join()).toContain('2024-03-05以后做的数据备份');

    const look = async (): Promise<void> => {
      expect(await dump()).not.toContain(SECRET);
      expect(await town.files.get(ORG, paper)).toBeUndefined();
      const found = await listRecords(town.store, town.register, { as: 'operator' }, { org: ORG, q: SECRET });
      expect(found.records).toEqual([]);
      expect(await rowOf()).toMatchObject({ title: '会议活动', unit: null, state: 'held', body: {} });
      await verify([openCheckpoint(note, verifier)]);
    };
    await look();
    await replay(town.store, town.register, ORG);
    await look();
    const [first, proposal, order] = await history();
    expect(first).toMatchObject({
      purged: true,
      values: {},
      step: 'hold',
      actor: { account: 'judicial-office' },
    });
    expect(proposal).toMatchObject({ step: '$propose-purge', reason: '录入了不应录入的内容' });
    expect(order).toMatchObject({
      step: '$purge',
      actor: { account: 'area-lead' },
      envelope: { purged: [{ seq: before.entries }], erased: ['minutes'] },
    });
  });

  it('goes on after it: what was destroyed is entered anew without the secret', async () => {
    await proposeAndPurge();
    const values = { title: '干部职工大会', agenda: [{ subject: 'civil-code', topic: '相邻关系' }] };
    await town.records.correct({ ...request(3, 'judicial-office'), values });
    expect((await rowOf())?.title).toBe('干部职工大会');
    await replay(town.store, town.register, ORG);
    await verify();
  });

  it('the same request once more answers what it did', async () => {
    await propose();
    const asked = request(2, 'area-lead');
    const first = await town.records.purge(asked);
    expect(await town.records.purge(asked)).toEqual({ ...first, repeated: true });
  });

  it('one person, one post, or no proposal is not enough', async () => {
    const none = town.records.purge(request(1, 'area-lead'));
    await expect(none).rejects.toMatchObject({ code: 'wrong-state' });
    await propose();
    const own = town.records.purge(request(2, 'judicial-office'));
    await expect(own).rejects.toMatchObject({ code: 'not-permitted' });
    const other = town.records.purge(request(2, 'mediator'));
    await expect(other).rejects.toMatchObject({ code: 'not-permitted' });
    expect(await dump()).toContain(SECRET);
    await town.records.purge(request(2, 'area-lead'));
    // One proposal is good for one purge.
    const again = town.records.purge(request(3, 'area-lead'));
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('names entries of the record that still hold something', async () => {
    const seq = await propose();
    const ask = (expectedVersion: number, entries: readonly number[]) =>
      town.records.proposePurge({ ...request(expectedVersion, 'judicial-office'), entries });
    await expect(ask(2, [])).rejects.toMatchObject({ code: 'missing-value' });
    await expect(ask(2, [1])).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(ask(2, [seq + 1])).rejects.toMatchObject({ code: 'invalid-value' });
    await town.records.purge(request(2, 'area-lead'));
    await expect(ask(3, [seq])).rejects.toMatchObject({ code: 'invalid-value' });
  });
});

describe('清除账本内容的权力', () => {
  const asApp = (sql: string, values: unknown[], org = ORG) =>
    withClient(town.database.app, async (client) => {
      await client.query('BEGIN');
      await client.query(`SET LOCAL app.org = '${org}'`);
      await client.query(sql, values);
      await client.query('COMMIT');
    });
  const call = (order: number, stubs: unknown, org = ORG, claimed = ORG) =>
    asApp('SELECT purge_entries($1, $2, $3)', [claimed, order, JSON.stringify(stubs)], org);
  const stub = (entry: Entry, change: object = {}) => ({
    seq: entry.seq,
    text: JSON.stringify({ ...(JSON.parse(stubOf(entry)) as object), ...change }),
  });

  it('the application has no other way to change an entry', async () => {
    for (const sql of [
      `UPDATE entry SET text = '' WHERE org_code = $1`,
      'DELETE FROM entry WHERE org_code = $1',
    ]) {
      await expect(asApp(sql, [ORG])).rejects.toThrow('permission denied');
    }
    const open = await withClient(town.database.admin, (client) =>
      client.query<{ grantee: string }>(
        `SELECT coalesce(r.rolname, 'public') AS grantee FROM pg_proc p
         CROSS JOIN LATERAL aclexplode(p.proacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
         WHERE p.proname = 'purge_entries' ORDER BY 1`,
      ),
    );
    expect(open.rows.map(({ grantee }) => grantee)).toEqual(['fadu_app', 'fadu_owner']);
  });

  it('the function does nothing without two recorded acts, for another organisation, or beyond what they say', async () => {
    const [first] = await history();
    await expect(call(first!.seq, [stub(first!)])).rejects.toThrow('not ordered by two people');
    await propose();
    const [, proposal] = await history();
    await expect(call(proposal!.seq, [stub(first!)])).rejects.toThrow('not ordered by two people');
    await town.records.purge(request(2, 'area-lead'));
    const [gone, , order] = await history();
    const genesis = { seq: 1, text: '{"purged":true,"values":{}}' };
    for (const wrong of [
      genesis,
      stub(proposal!),
      stub(order!),
      stub(gone!, { step: 'file' }),
      stub(gone!, { values: { a: 1 } }),
    ]) {
      await expect(call(order!.seq, [wrong])).rejects.toThrow('is not to be destroyed like this');
    }
    await expect(call(order!.seq, [stub(gone!)], '520581999001')).rejects.toThrow('another organisation');
    await expect(call(order!.seq, [], '520581999001', '520581999001')).rejects.toThrow('not ordered');
    await verify();
  });

  it('verification finds content that was destroyed without an order, or put back', async () => {
    const [first] = await history();
    const original = await withClient(town.database.owner, async (client) => {
      const { rows } = await client.query<{ text: string }>(
        'SELECT text FROM entry WHERE org_code = $1 AND seq = $2',
        [ORG, first!.seq],
      );
      return rows[0]!.text;
    });
    const write = (text: string) =>
      withClient(town.database.owner, (client) =>
        client.query('UPDATE entry SET text = $3 WHERE org_code = $1 AND seq = $2', [ORG, first!.seq, text]),
      );
    await write(stubOf(first!));
    await expect(verify()).rejects.toMatchObject({
      message: expect.stringContaining('没有登记涉密清除') as string,
    });
    await write(original);
    await verify();
    await proposeAndPurge();
    await verify();
    await write(original);
    await expect(verify()).rejects.toMatchObject({
      message: expect.stringContaining('恢复了旧备份') as string,
    });
    await write(JSON.stringify({ ...(JSON.parse(stubOf(first!)) as object), occurredOn: '2024-03-04' }));
    await expect(verify()).rejects.toMatchObject({ code: 'tampered' });
    await write(stubOf(first!));
    await verify();
  });
});
