import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Insider } from '../src/people/visibility.ts';
import { listRecords, type PageQuery } from '../src/records/listing.ts';
import { withClient } from './database.ts';
import { noteStatements, scansBy, type Planning, type Scan, type Statement } from './plans.ts';
import { ORG, testTownship, type TestTownship } from './township.ts';

const RECORDS = process.env['FADU_TEST_FULL'] === '1' ? 100_000 : 20_000;
const NEIGHBOUR = '520581101000';

/** Titles of a fixed number of words, so that each number below is known: `老寨` one in 14, `青杠坡` one in 14 000. */
const FILL = `
  INSERT INTO record SELECT p.* FROM record t, generate_series(1, $3) AS n, LATERAL (
    SELECT (ARRAY['河坝','坡脚','老寨','新街','大田坝','岩脚','桥头','垭口','油房','团山','水井','学堂','坝上'])[1 + n % 13]
      || (ARRAY['张','王','李','赵','陈','杨','黄'])[1 + n % 7] || '姓'
      || (ARRAY['引水','界线','采光','林木','赡养'])[1 + n % 5] || '纠纷' || CASE WHEN n % 5000 = 0 THEN '青杠坡上' ELSE '' END AS title
  ) w, jsonb_populate_record(t, jsonb_build_object(
    'org_code', $2::text, 'record_id', gen_random_uuid(), 'first_seq', 1000 + n, 'title', w.title, 'words', w.title,
    'occurred_on', date '2014-01-01' + (n::bigint * 3650 / $3)::integer, 'village', (ARRAY['柳树村','石桥村','枫香村'])[1 + n % 3],
    'handlers', CASE WHEN n % 1000 = 0 THEN ARRAY['counsel'] ELSE ARRAY['mediator'] END,
    'state', CASE WHEN n % 2000 = 0 THEN 'mediating' ELSE 'settled' END
  )) p WHERE t.org_code = $1 AND t.record_id = $4`;
const FILL_GRAMS = `
  INSERT INTO gram SELECT DISTINCT r.org_code, substr(r.words, i, 2), r.record_id
  FROM record r, generate_series(1, 16) AS i WHERE r.org_code = $1 AND r.first_seq > 1000 AND i <= char_length(r.words)`;

let town: TestTownship;
let noted: ReadonlyMap<string, Statement>;
beforeAll(async () => {
  town = await testTownship();
  noted = noteStatements(town.store);
  const values = { title: '第一件', type: 'land', channel: 'village', reportedOn: '2024-01-02' };
  const { record } = await town.start({
    kind: 'dispute',
    step: 'report',
    occurredOn: '2024-01-02',
    village: '柳树村',
    values,
  });
  await withClient(town.database.owner, async (client) => {
    for (const [org, size] of [
      [ORG, RECORDS],
      [NEIGHBOUR, RECORDS / 4],
    ] as const) {
      await client.query(FILL, [ORG, org, size, record]);
      await client.query(FILL_GRAMS, [org]);
    }
    await client.query('VACUUM (ANALYZE)');
  });
}, 240_000);
afterAll(() => town.close());

const OFFICE: Insider = { as: 'office', account: 'judicial-office', posts: ['judicial-office'] };
const CADRE: Insider = { as: 'office', account: 'cadre', posts: ['village-cadre'], villages: ['石桥村'] };

/** Statements that a search may send before the list. */
const SEARCHED = ['count-grams', 'records-of-gram', 'records-of-two-grams'];

/** Reads a list as the product does and returns how many rows its statements look at. */
async function readFor(query: Omit<PageQuery, 'org'>, viewer: Insider) {
  const page = await listRecords(town.store, town.register, viewer, { org: ORG, ...query });
  // The list itself is planned anew each time; what search sends before it is prepared.
  const lists = await explain(
    ['~list-records', ...(query.total ? ['~count-records'] : [])],
    'force_custom_plan',
  );
  const searched = query.q === undefined ? [] : SEARCHED;
  const [once, always] = [
    await explain(searched, 'force_custom_plan'),
    await explain(searched, 'force_generic_plan'),
  ];
  const whole = [...lists, ...once, ...always].filter(
    ({ table, node }) => ['record', 'gram'].includes(table) && !/Index|Bitmap/.test(node),
  );
  return {
    found: page.records.length,
    whole: whole.map(({ table }) => table),
    records: sum(lists, 'record'),
    grams: Math.max(sum(once, 'gram'), sum(always, 'gram')),
  };
}

async function explain(names: readonly string[], planning: Planning): Promise<Scan[]> {
  const statements = names.flatMap((name) => noted.get(name) ?? []);
  return [...(await scansBy(town.database, ORG, planning, statements)).values()].flat();
}

function sum(scans: readonly Scan[], table: string): number {
  return scans.filter((scan) => scan.table === table).reduce((total, scan) => total + scan.read, 0);
}

describe(`among ${RECORDS} records only so many rows are read for`, () => {
  it.each<[string, Omit<PageQuery, 'org'>, Insider, { found: number; records: number; grams?: number }]>([
    ['the latest', {}, OFFICE, { found: 50, records: 60 }],
    // Accounts and posts of the founding lie among the latest.
    ['those of a kind', { kinds: ['dispute'] }, OFFICE, { found: 50, records: 100 }],
    ['a kind that has none', { kinds: ['gathering'] }, OFFICE, { found: 0, records: 5 }],
    [
      'a rare state',
      { kinds: ['dispute'], states: ['mediating'] },
      OFFICE,
      { found: Math.min(50, RECORDS / 2000), records: 110 },
    ],
    [
      'a year, latest recorded first',
      { sort: 'recordedOn', occurredFrom: '2023-01-01' },
      OFFICE,
      { found: 50, records: 60 },
    ],
    ['a village', {}, CADRE, { found: 50, records: 400 }],
    [
      'two characters that are in one of thirteen',
      { q: '老寨' },
      OFFICE,
      { found: 50, records: 1700, grams: 8000 },
    ],
    ['two characters that are everywhere', { q: '纠纷' }, OFFICE, { found: 50, records: 110, grams: 9000 }],
    ['one character', { q: '姓' }, OFFICE, { found: 50, records: 110, grams: 9000 }],
    ['three rare characters', { q: '青杠坡' }, OFFICE, { found: RECORDS / 5000, records: 60, grams: 100 }],
    [
      'six characters, frequent and rare',
      { q: '纠纷青杠坡上' },
      OFFICE,
      { found: RECORDS / 5000, records: 60, grams: 9000 },
    ],
    ['nothing', { q: '派出所' }, OFFICE, { found: 0, records: 0, grams: 0 }],
  ])('%s', async (_what, query, viewer, most) => {
    const read = await readFor(query, viewer);
    expect(read.whole).toEqual([]);
    expect(read.found).toBe(most.found);
    expect(read.records).toBeLessThanOrEqual(most.records);
    expect(read.grams).toBeLessThanOrEqual(most.grams ?? 0);
  });

  it('a later page, no more than for the first', async () => {
    const page = (cursor: string) =>
      listRecords(town.store, town.register, OFFICE, { org: ORG, size: 200, cursor });
    let { next } = await listRecords(town.store, town.register, OFFICE, { org: ORG, size: 200 });
    for (let n = 0; n < 20; n += 1) ({ next } = (await page(next!)) as { next: string });
    const read = await readFor({ size: 200, cursor: next! }, OFFICE);
    expect(read).toMatchObject({ found: 200, whole: [] });
    expect(read.records).toBeLessThanOrEqual(210);
  });
});

it('planned once for all, a list would read every record: it is not', async () => {
  await listRecords(town.store, town.register, OFFICE, { org: ORG, kinds: ['gathering'] });
  expect(sum(await explain(['~list-records'], 'force_generic_plan'), 'record')).toBeGreaterThan(1000);
  const prepared = await town.store.read({ org: ORG }, (tx) =>
    tx.query<{ name: string }>('prepared', 'SELECT name FROM pg_prepared_statements', []),
  );
  expect(prepared.map(({ name }) => name)).toContain('prepared');
  expect(prepared.filter(({ name }) => name.startsWith('~'))).toEqual([]);
});
