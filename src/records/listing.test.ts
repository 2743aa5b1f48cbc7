import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { withClient } from '../../tests/database.ts';
import type { Insider } from '../people/visibility.ts';
import { oneOrganisation } from '../store/connection.ts';
import { findRecord, listRecords, type Page, type PageQuery } from './listing.ts';

const OFFICE: Insider = { as: 'office', account: 'judicial-office', posts: ['judicial-office'] };
const DAYS = ['2024-01-05', '2024-02-06', '2024-03-07', '2024-03-08', '2024-04-08', '2024-05-09'];
const TYPES = ['homestead', 'neighbour', 'homestead', 'family', 'neighbour', 'homestead'];
const VILLAGE = ['柳树村', '石桥村', '柳树村', '枫香村', '石桥村', '柳树村'];

let town: TestTownship;
let ids: string[];

async function report(n: number, title: string): Promise<string> {
  const on = DAYS[n]!;
  const { record } = await town.start({
    kind: 'dispute',
    step: 'report',
    occurredOn: on,
    // Two of one day stand in the order of their ids.
    record: `00000000-0000-4000-8000-00000000000${n}`,
    village: VILLAGE[n]!,
    values: { title, type: TYPES[n], channel: 'village', reportedOn: on, involved: n + 2 },
    ...(n === 4 ? { drill: true } : {}),
  });
  return record;
}

beforeAll(async () => {
  town = await testTownship();
  town.at('2024-06-01');
  ids = [];
  const titles = ['张家界线', '阿坝来人', '界碑移位', '赡养老人', '演练纠纷', '宅基地边界'];
  for (const [n, title] of titles.entries()) ids.push(await report(n, title));
  const mend = { org: ORG, kind: 'dispute', expectedVersion: 1, occurredOn: '2024-06-01' };
  const actor = { account: 'mediator', post: 'mediator' } as const;
  const on = { ...mend, actor, reason: '核对底册' };
  await town.records.void({ ...on, record: ids[3]!, idempotencyKey: randomUUID() });
  await town.records.assign({ ...on, record: ids[1]!, idempotencyKey: randomUUID(), handlers: ['counsel'] });
});
afterAll(() => town.close());

const list = (query: Partial<PageQuery>, viewer: Insider = OFFICE): Promise<Page> =>
  listRecords(town.store, town.register, viewer, { org: ORG, kinds: ['dispute'], ...query });
/** The numbers of the disputes above, in the order of the list. */
async function numbers(query: Partial<PageQuery>, viewer: Insider = OFFICE): Promise<number[]> {
  return (await list(query, viewer)).records.map(({ id }) => ids.indexOf(id));
}

/** All pages, one after another. */
async function pages(query: Partial<PageQuery>): Promise<number[][]> {
  const found: number[][] = [];
  for (let cursor: string | undefined, page: Page; ; cursor = page.next) {
    page = await list({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    found.push(page.records.map(({ id }) => ids.indexOf(id)));
    if (page.next === undefined) return found;
  }
}

describe('a list is narrowed', () => {
  it.each<[string, Partial<PageQuery>, number[]]>([
    ['by nothing: latest first, without what was voided', {}, [5, 4, 2, 1, 0]],
    ['by state', { states: ['settled'] }, []],
    ['by village', { villages: ['石桥村', '枫香村'] }, [4, 1]],
    ['by 发生日', { occurredFrom: '2024-02-06', occurredTo: '2024-03-07' }, [2, 1]],
    ['by 登记日', { recordedTo: '2024-05-31' }, []],
    ['by source', { sources: ['late'] }, [5, 4, 2, 1, 0]],
    ['by evidence', { evidence: ['paper'] }, []],
    ['by handler', { handler: 'counsel' }, [1]],
    ['by having no breach', { flawed: false }, [5, 4, 2, 1, 0]],
    ['to what is no drill', { drills: 'without' }, [5, 2, 1, 0]],
    ['to drills', { drills: 'only' }, [4]],
    ['to what was voided', { voided: 'only' }, [3]],
    [
      'by a choice, as code or as label',
      { fields: { type: ['family', '房屋宅基地'] }, voided: 'with' },
      [5, 3, 2, 0],
    ],
    ['by a day of the kind', { fields: { reportedOn: { from: '2024-03-08', to: '2024-05-08' } } }, [4]],
    [
      'by several at once',
      { villages: ['柳树村'], fields: { type: ['homestead'] }, occurredTo: '2024-03-31' },
      [2, 0],
    ],
  ])('%s', async (_how, query, expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  it('by a choice of several', async () => {
    const values = {
      title: '赶场天宣传',
      purpose: 'law',
      organiser: 'judicial-office',
      venue: 'market',
      heldOn: '2024-05-21',
      topics: ['civil-code'],
      people: 30,
    };
    await town.start({ kind: 'publicity-activity', step: 'hold', occurredOn: '2024-05-21', values });
    const found = (topics: string[]) => list({ kinds: ['publicity-activity'], fields: { topics } });
    expect((await found(['civil-code', 'constitution'])).records).toHaveLength(1);
    expect((await found(['constitution'])).records).toHaveLength(0);
  });
});

describe('a list is refused', () => {
  it.each<[Partial<PageQuery>, string, string]>([
    [{ kinds: ['nothing'] }, 'unknown-kind', '没有“nothing”这种事项。'],
    [{ states: ['listed'] }, 'invalid-value', '“状态”没有“listed”这一项。'],
    [{ sources: ['rumour' as never] }, 'invalid-value', '“来源”没有“rumour”这一项。'],
    [{ occurredFrom: '2024-02-30' }, 'invalid-value', '“发生日起”应是真实存在的日期，如2024-03-05。'],
    [{ size: 201 }, 'invalid-value', '每页应是1到200条。'],
    [{ size: 1.5 }, 'invalid-value', '每页应是1到200条。'],
    [{ fields: { nothing: ['x'] } }, 'invalid-value', '“矛盾纠纷”没有可用来筛选或排序的“nothing”这一栏。'],
    [
      { fields: { parties: ['龙某某'] } },
      'invalid-value',
      '“矛盾纠纷”没有可用来筛选或排序的“parties”这一栏。',
    ],
    [{ fields: { title: ['x'] } }, 'invalid-value', '“事由”不能用来筛选。'],
    [{ fields: { reportedOn: ['2024-01-01'] } }, 'invalid-value', '“排查受理日”应写明起止日期。'],
    [
      { kinds: ['dispute', 'gathering'], fields: { type: ['family'] } },
      'invalid-value',
      '按栏目筛选，要先选定一种事项。',
    ],
    [{ kinds: [], sort: 'involved' }, 'invalid-value', '按栏目排序，要先选定一种事项。'],
    [{ sort: 'type' }, 'invalid-value', '“纠纷类型”不能用来排序。'],
  ])('%j', async (query, code, sentence) => {
    await expect(list(query)).rejects.toMatchObject({ code, message: sentence });
  });
});

describe('a list is ordered', () => {
  it.each<[string, Partial<PageQuery>, number[]]>([
    ['by 发生日, earliest first', { descending: false }, [0, 1, 2, 4, 5]],
    ['by 登记日, latest first', { sort: 'recordedOn' }, [5, 4, 2, 1, 0]],
    ['by title, in the order of pinyin, drills by their mark', { sort: 'title' }, [4, 1, 2, 5, 0]],
    ['by a number of the kind', { sort: 'involved', descending: false }, [0, 1, 2, 4, 5]],
    ['by a day of the kind', { sort: 'reportedOn' }, [5, 4, 2, 1, 0]],
  ])('%s, and in pages too', async (_how, query, expected) => {
    expect(await numbers(query)).toEqual(expected);
    expect(await pages({ ...query, size: 2 })).toEqual([
      expected.slice(0, 2),
      expected.slice(2, 4),
      expected.slice(4),
    ]);
    expect((await pages({ ...query, size: 1 })).flat()).toEqual(expected);
  });

  it('by state, as the kind declares them', async () => {
    const act = { kind: 'dispute', record: ids[0]!, occurredOn: '2024-05-31', expectedVersion: 1 };
    await town.act({ ...act, step: 'mediate', values: { mediatedOn: '2024-05-31', consent: 'both' } });
    expect((await numbers({ sort: 'state' })).at(-1)).toBe(0);
    expect((await numbers({ sort: 'state', descending: true }))[0]).toBe(0);
    expect((await pages({ sort: 'state', descending: true, size: 2 })).flat()).toHaveLength(5);
  });

  it('records that lack the value come last, whichever way', async () => {
    for (const descending of [true, false]) {
      const found = (await pages({ sort: 'mediatedOn', descending, size: 2 })).flat();
      expect(found[0]).toBe(0);
      expect(found.toSorted()).toEqual([0, 1, 2, 4, 5]);
    }
  });
});

describe('a cursor', () => {
  it('neither skips nor repeats what stood there, whatever is entered meanwhile', async () => {
    const first = await list({ size: 3 });
    DAYS.push('2024-05-30', '2024-03-07');
    TYPES.push('family', 'family');
    VILLAGE.push('柳树村', '柳树村');
    for (const n of [6, 7]) ids.push(await report(n, '新来的事'));
    const second = await list({ size: 3, cursor: first.next! });
    const both = [...first.records, ...second.records].map(({ id }) => ids.indexOf(id));
    expect(both.filter((n) => n < 6)).toEqual([5, 4, 2, 1, 0].slice(0, both.filter((n) => n < 6).length));
    expect(new Set(both).size).toBe(both.length);
    const all = (await pages({ size: 3 })).flat();
    expect(all.toSorted()).toEqual([0, 1, 2, 4, 5, 6, 7]);
  });

  it('belongs to its list, and a forged one is refused', async () => {
    const { next } = await list({ size: 2 });
    const refused = { code: 'bad-input', message: '翻页的标记不对，或者查询条件变了。' };
    await expect(list({ size: 2, cursor: next!, villages: ['柳树村'] })).rejects.toMatchObject(refused);
    const [shape, , id] = JSON.parse(Buffer.from(next!, 'base64url').toString()) as string[];
    for (const parts of [
      [shape, 7, id],
      [shape, '2024-02-30', id],
      [shape, '2024-03-07', "' OR 1=1"],
      ['', '2024-03-07', id],
      null,
    ]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
      await expect(list({ size: 2, cursor })).rejects.toMatchObject(refused);
    }
    await expect(list({ size: 2, cursor: '%%%' })).rejects.toMatchObject(refused);
  });
});

describe('who sees what', () => {
  const counsel: Insider = { as: 'office', account: 'counsel', posts: ['counsel'], assignedOnly: true };
  const cadre: Insider = {
    as: 'office',
    account: 'village-cadre',
    posts: ['village-cadre'],
    villages: ['石桥村'],
  };

  it('counsel only what names them, a village its own; counts too', async () => {
    expect(await numbers({ total: true }, counsel)).toEqual([1]);
    expect((await list({ total: true }, counsel)).total).toEqual({ count: 1, more: false });
    expect(await numbers({}, cadre)).toEqual([4, 1]);
    expect((await list({ kinds: [], total: true }, cadre)).total).toEqual({ count: 2, more: false });
  });

  it('a sealed record answers exactly like a missing one, save to those cleared', async () => {
    await withClient(town.database.owner, (client) =>
      client.query(`UPDATE record SET sealed = 'court' WHERE org_code = $1 AND record_id = $2`, [
        ORG,
        ids[5],
      ]),
    );
    const find = (viewer: Insider, id: string, org = ORG) =>
      town.store.read(oneOrganisation(org), (tx) => findRecord(tx, town.register, viewer, org, id));
    expect(await numbers({}, OFFICE)).not.toContain(5);
    expect(await find(OFFICE, ids[5]!)).toBeUndefined();
    expect(await find(OFFICE, randomUUID())).toBeUndefined();
    expect(await find(OFFICE, 'nothing')).toBeUndefined();
    expect(await find(OFFICE, ids[0]!, '520581998000')).toBeUndefined();
    expect(await find({ ...OFFICE, clearances: ['court'] }, ids[5]!)).toMatchObject({ sealed: 'court' });
    expect(await find(cadre, ids[0]!)).toBeUndefined();
    expect(await find(cadre, ids[1]!)).toMatchObject({
      handlers: ['counsel'],
      values: { type: 'neighbour' },
    });
  });

  it('open values come only when asked for, personal ones never', async () => {
    const [plain] = (await list({ size: 1 })).records;
    expect(plain).not.toHaveProperty('values');
    const [full] = (await list({ size: 1, values: true })).records;
    expect(full!.values).toHaveProperty('channel', 'village');
  });
});

it('counts no further than ten thousand', async () => {
  await withClient(town.database.owner, (client) =>
    client.query(
      `INSERT INTO record SELECT p.* FROM record t, generate_series(1, 10001) AS n,
         jsonb_populate_record(t, jsonb_build_object('record_id', gen_random_uuid(), 'first_seq', 1000 + n)) p
       WHERE t.org_code = $1 AND t.record_id = $2`,
      [ORG, ids[0]],
    ),
  );
  expect((await list({ total: true, size: 1 })).total).toEqual({ count: 10_000, more: true });
});
