import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import type { Insider } from '../people/visibility.ts';
import { oneOrganisation } from '../store/connection.ts';
import { listRecords } from './listing.ts';
import { replay } from './replay.ts';
import { findCandidates } from './search.ts';
import { verifyOrganisation } from './verify.ts';
import { gramsOf, plainText, wordsOf } from './words.ts';

const OFFICE: Insider = { as: 'office', account: 'judicial-office', posts: ['judicial-office'] };
let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-06-01');
});
afterAll(() => town.close());

async function push(title: string): Promise<string> {
  const values = { title, channel: 'wechat', pushedOn: '2024-05-01' };
  const { record } = await town.start({
    kind: 'learning-push',
    step: 'push',
    occurredOn: '2024-05-01',
    values,
  });
  return record;
}

async function titles(q: string, viewer = OFFICE): Promise<string[]> {
  const query = { org: ORG, q, kinds: ['learning-push'], sort: 'recordedOn', descending: false, total: true };
  const { records, total } = await listRecords(town.store, town.register, viewer, query);
  expect(total).toEqual({ count: records.length, more: false });
  return records.map(({ title }) => title);
}

const gramsHeld = (record: string): Promise<string[]> =>
  town.store.read(oneOrganisation(ORG), async (tx) => {
    const text = 'SELECT gram FROM gram WHERE org_code = $1 AND record_id = $2 ORDER BY gram';
    return (await tx.query<{ gram: string }>('grams', text, [ORG, record])).map(({ gram }) => gram);
  });

describe('search', () => {
  beforeAll(async () => {
    for (const title of [
      '行政复议法要点',
      '行政处罚法（2021年修订）',
      'Civil Code 民法典',
      '复议与行政诉讼',
      '𠮷字辨析',
    ])
      await push(title);
  });

  it.each([
    ['行政', ['行政复议法要点', '行政处罚法（2021年修订）', '复议与行政诉讼']],
    ['法', ['行政复议法要点', '行政处罚法（2021年修订）', 'Civil Code 民法典']],
    ['典', ['Civil Code 民法典']],
    ['复议法', ['行政复议法要点']],
    ['行政诉讼', ['复议与行政诉讼']],
    ['政处罚法(2', ['行政处罚法（2021年修订）']],
    ['２０２１', ['行政处罚法（2021年修订）']],
    ['ｃＩＶＩＬ', ['Civil Code 民法典']],
    ['诉讼 复议', ['复议与行政诉讼']],
    ['code  民法', ['Civil Code 民法典']],
    ['𠮷', ['𠮷字辨析']],
    ['𠮷字', ['𠮷字辨析']],
    // Both grams are there, not together.
    ['复议与行政法', []],
    ['议行', []],
    ['复议 处罚', []],
    ['%', []],
    ['_', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await titles(q)).toEqual(expected);
  });

  it.each(['', '  ', '　', '字'.repeat(41), '一 二 三 四 五 六', '乱\0码'])('refuses %j', async (q) => {
    await expect(titles(q)).rejects.toMatchObject({ code: 'invalid-value', detail: { field: 'q' } });
  });

  it('agrees with looking at every title, for any words', { timeout: 60_000 }, async () => {
    const letters = fc.constantFrom('行', '政', '法', '案', 'ａ', 'A', ' ', '1', '𠮷');
    const word = (most: number) =>
      fc.array(letters, { minLength: 1, maxLength: most }).map((all) => all.join(''));
    const written = fc.sample(word(9), 40).filter((title) => title.trim() !== '');
    for (const title of written) await push(title);
    const all = (await titles('法')).length;
    expect(all).toBeGreaterThan(5);
    const everything = await listRecords(town.store, town.register, OFFICE, {
      org: ORG,
      kinds: ['learning-push'],
      size: 200,
      sort: 'recordedOn',
      descending: false,
    });
    await fc.assert(
      fc.asyncProperty(word(4), async (q) => {
        const terms = plainText(q).split(' ').filter(Boolean);
        fc.pre(terms.length > 0);
        const expected = everything.records.filter(({ title }) =>
          terms.every((term) => plainText(title).includes(term)),
        );
        expect(await titles(q)).toEqual(expected.map(({ title }) => title));
      }),
      { numRuns: 60 },
    );
  });

  it('never meets a personal value, nor what a viewer may not know of', async () => {
    const values = {
      title: '坡改梯地界',
      type: 'land',
      channel: 'village',
      parties: [{ name: '龙某某', phone: '00000000000' }],
    };
    const { record } = await town.start({
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-05-02',
      village: '柳树村',
      values,
    });
    const find = async (q: string, viewer = OFFICE): Promise<number> =>
      (await listRecords(town.store, town.register, viewer, { org: ORG, q, total: true })).total!.count;
    expect(await find('坡改梯')).toBe(1);
    for (const q of ['龙某某', '某某', '0000']) expect(await find(q)).toBe(0);
    expect((await gramsHeld(record)).join(' ')).not.toMatch(/龙|某|00/);
    expect(
      await find('坡改梯', { as: 'office', account: 'x', posts: ['village-cadre'], villages: ['石桥村'] }),
    ).toBe(0);
    expect(await find('坡改梯', { as: 'office', account: 'x', posts: ['counsel'], assignedOnly: true })).toBe(
      0,
    );
    await withClient(town.database.owner, (client) =>
      client.query(`UPDATE record SET sealed = 'court' WHERE org_code = $1 AND record_id = $2`, [
        ORG,
        record,
      ]),
    );
    expect(await find('坡改梯')).toBe(0);
    expect(await find('坡改梯', { ...OFFICE, clearances: ['court'] })).toBe(1);
    await withClient(town.database.owner, (client) =>
      client.query(`UPDATE record SET sealed = NULL WHERE org_code = $1 AND record_id = $2`, [ORG, record]),
    );
  });
});

describe('the grams of a record', () => {
  it('follow its words through a correction, and only what changes is written', async () => {
    const record = await push('旧标题');
    const on = { org: ORG, kind: 'learning-push', record, occurredOn: '2024-06-01', reason: '写错了' };
    const actor = { account: 'judicial-office', post: 'judicial-office' } as const;
    await town.records.correct({
      ...on,
      actor,
      idempotencyKey: randomUUID(),
      expectedVersion: 1,
      values: { title: '新标题' },
    });
    expect(new Set(await gramsHeld(record))).toEqual(gramsOf('新标题'));
    expect(await titles('旧标')).toEqual([]);
    expect(await titles('新标题')).toEqual(['新标题']);
    const before = await gramsHeld(record);
    await replay(town.store, town.register, ORG);
    expect(await gramsHeld(record)).toEqual(before);
  });

  it('are verified: one that is missing, altered or too many is named', async () => {
    const record = await push('被动过的检索');
    const verify = () => verifyOrganisation(ORG, { ...town, checkpoints: [] });
    const spoil = (text: string, values: unknown[]) =>
      withClient(town.database.owner, (client) => client.query(text, values));
    await verify();
    const says = { code: 'tampered', message: expect.stringContaining('检索词与账本不符') };
    await spoil('DELETE FROM gram WHERE org_code = $1 AND record_id = $2 AND gram = $3', [
      ORG,
      record,
      '动过',
    ]);
    await expect(verify()).rejects.toMatchObject(says);
    await spoil('INSERT INTO gram (org_code, gram, record_id) VALUES ($1, $2, $3)', [ORG, '动了', record]);
    await expect(verify()).rejects.toMatchObject(says);
    await spoil('UPDATE gram SET gram = $3 WHERE org_code = $1 AND record_id = $2 AND gram = $4', [
      ORG,
      record,
      '动过',
      '动了',
    ]);
    await verify();
    await spoil('INSERT INTO gram (org_code, gram, record_id) VALUES ($1, $2, $3)', [
      ORG,
      '多了',
      randomUUID(),
    ]);
    await expect(verify()).rejects.toMatchObject({ message: expect.stringContaining('账本里没有') });
    await replay(town.store, town.register, ORG);
    await verify();
  });

  it('are kept for the first 400 characters: title and number first, then the shorter texts', () => {
    const agenda = [{ topic: '长'.repeat(390) }, { topic: '短文' }];
    const words = wordsOf(town.register.kind('gathering'), '例会', 'Ａ〔2024〕7号', {
      title: '例会',
      agenda,
    });
    expect(words.split('\n')).toEqual(['例会', 'a〔2024〕7号', '短文', '长'.repeat(384)]);
  });
});

describe('where a word is frequent', () => {
  it('nothing is looked up: a walk along the list meets it soon', async () => {
    await withClient(town.database.owner, (client) =>
      client.query(
        `INSERT INTO gram (org_code, gram, record_id)
         SELECT $1, gram, gen_random_uuid() FROM unnest(ARRAY['常见', '见词']) AS gram, generate_series(1, 4100)`,
        [ORG],
      ),
    );
    const find = (...terms: string[]) =>
      town.store.read(oneOrganisation(ORG), (tx) => findCandidates(tx, ORG, terms));
    expect(await find('常见')).toBeUndefined();
    expect(await find('常见词')).toBeUndefined();
    expect(await find('常见', '诉讼')).toHaveLength(1);
    expect(await find('常见', '没有')).toEqual([]);
  });

  it('of two that are fairly frequent, those that hold both are looked up', async () => {
    await withClient(town.database.owner, (client) =>
      client.query(
        `INSERT INTO gram (org_code, gram, record_id)
         SELECT $1, gram, gen_random_uuid() FROM unnest(ARRAY['甲乙', '乙丙']) AS gram, generate_series(1, 1500)`,
        [ORG],
      ),
    );
    await push('甲乙丙');
    const found = await town.store.read(oneOrganisation(ORG), (tx) => findCandidates(tx, ORG, ['甲乙丙']));
    expect(found).toHaveLength(1);
    expect(await titles('甲乙丙')).toEqual(['甲乙丙']);
  });
});
