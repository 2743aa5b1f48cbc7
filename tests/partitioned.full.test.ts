import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../src/records/replay.ts';
import { splitStatements } from '../src/store/statements.ts';
import { crowd } from './crowd.ts';
import { withClient, type FreshDatabase } from './database.ts';
import { tablesOf } from './house/dialect.ts';
import { PARTITIONS, partitionedDatabase, partitionMates } from './partitions.ts';
import { noteStatements, scansBy, type Planning, type Scan, type Statement } from './plans.ts';
import { FOUNDED, ORG, testTownship, type TestTownship } from './township.ts';
import { read, work } from './working-year.ts';

/** Of another partition than the first, so that a statement that strays is seen. */
const OTHER = '520581998000';
const MIGRATIONS = path.resolve(import.meta.dirname, '../src/store/migrations');
/** What every act, every page and every report asks for: never without an index. */
const CATALOGUE = [
  'open-matter',
  'append-entry',
  'count-grams',
  'records-of-gram',
  '~list-records',
  '~find-record',
  '~starts-of-terms',
  '~running-terms',
  '~links-from',
  '~links-to',
  'entries-of-record',
  'personal-of-entry',
  'sum-figures',
  'keys-of-figures',
  'backing-of-figure',
  'overlaps-of-figures',
  'read-ledger',
  'read-leaves',
  'public-records',
  'public-records-by-id',
  'figures-of-record',
  'years-with-records',
];
/** Tables that grow with every act. */
const LARGE = ['entry', 'record', 'contribution', 'personal_value', 'link', 'gram'];

let database: FreshDatabase;
let towns: TestTownship[];
let noted: ReadonlyMap<string, Statement>;
beforeAll(async () => {
  database = await partitionedDatabase();
  // Only the database of the township beside it is looked at.
  const beside = { database } as TestTownship;
  towns = [await testTownship({ org: ORG, beside }), await testTownship({ org: OTHER, beside })];
  noted = noteStatements(towns[0]!.store);
});
afterAll(async () => {
  for (const town of towns) await town.close();
  await database.drop();
});

describe('on tables divided by org_code', { timeout: 120_000 }, () => {
  it('every tenant table is divided, and both townships lie in partitions of their own', async () => {
    await withClient(database.owner, async (client) => {
      const { rows } = await client.query<{ table: string; parts: number }>(
        `SELECT c.relname AS table, (SELECT count(*)::integer FROM pg_inherits i WHERE i.inhparent = c.oid) AS parts
         FROM pg_class c WHERE c.relkind = 'p' AND c.relnamespace = 'public'::regnamespace`,
      );
      const files = readdirSync(MIGRATIONS).map((file) => readFileSync(path.join(MIGRATIONS, file), 'utf8'));
      const { tenant } = tablesOf(files.flatMap(splitStatements));
      expect(rows.map(({ table }) => table).toSorted()).toEqual([...tenant].toSorted());
      expect(rows.filter(({ parts }) => parts !== PARTITIONS)).toEqual([]);
      const heads = await client.query('SELECT DISTINCT tableoid FROM head');
      expect(heads.rowCount).toBe(2);
    });
  });

  it('refuses a key that says nothing of org_code', async () => {
    await withClient(database.owner, async (client) => {
      const wrong = 'ALTER TABLE record ADD CONSTRAINT one UNIQUE (record_id)';
      await expect(client.query(wrong)).rejects.toThrow('unique constraint on partitioned table');
    });
  });

  it('two townships act, correct, count, verify and replay', async () => {
    for (const [index, org] of [ORG, OTHER].entries()) {
      const town = towns[index]!;
      await work(town, org);
      const before = await read(town, org);
      // Two were settled, one of them was voided.
      expect(before.settled).toBe(1);
      expect(before.verified).toMatchObject({
        org,
        records: FOUNDED + 6,
        entries: FOUNDED + 12,
        personalValues: (FOUNDED - 1) / 2 + 2,
      });
      expect(await replay(town.store, town.register, org)).toBe(before.verified.records);
      expect(await read(town, org)).toEqual(before);
    }
  });

  describe('among a few thousand records of each of many neighbours', () => {
    beforeAll(async () => {
      const mates = await partitionMates(database, ORG, 10);
      expect(mates).toHaveLength(10);
      await crowd(database, ORG, mates, 500);
    }, 120_000);

    it('the catalogue was run', () => {
      expect(CATALOGUE.filter((name) => !noted.has(name))).toEqual([]);
    });

    it('every statement as fadu_app is planned for one partition, by its own org_code', async () => {
      const found = await scansBy(database, ORG, 'force_custom_plan', [...noted.values()]);
      expect([...found.values()].flat().filter((each) => each.partition).length).toBeGreaterThan(20);
      expect([...found].flatMap(([name, scans]) => strays(name, scans))).toEqual([]);
    });

    it('and reads one partition when it was planned once for all', async () => {
      const found = await scansBy(database, ORG, 'force_generic_plan', [...noted.values()]);
      const early = [...found].map(
        ([name, scans]) => [name, scans.map((each) => ({ ...each, late: false }))] as const,
      );
      expect(early.flatMap(([name, scans]) => strays(name, scans))).toEqual([]);
    });

    it.each<Planning>(['force_custom_plan', 'force_generic_plan'])(
      'the catalogue never reads a large table from end to end (%s)',
      async (planning) => {
        const statements = CATALOGUE.map((name) => noted.get(name)!);
        const found = await scansBy(database, ORG, planning, statements);
        const whole = [...found].flatMap(([name, scans]) =>
          scans
            .filter(({ table, node }) => LARGE.includes(table) && !node.match(/Index|Bitmap/))
            .map(({ table, node }) => `${name}: ${node} on ${table}`),
        );
        expect(whole).toEqual([]);
      },
    );

    it('a statement that leaves the organisation to the policy would be seen', async () => {
      const text = 'SELECT title FROM record WHERE record_id = $1';
      const values = [noted.get('figures-of-record')!.values[1]];
      const found = await scansBy(database, ORG, 'force_custom_plan', [{ name: 'stray', text, values }]);
      expect(strays('stray', found.get('stray')!)).toEqual(['stray: record only when it runs']);
    });
  });
});

/** Tables of which more than one partition is in the plan, or was until the plan ran. */
function strays(name: string, scans: readonly Scan[]): string[] {
  const parts = new Map<string, Set<string>>();
  for (const { table, partition } of scans) {
    if (partition !== undefined) parts.set(table, (parts.get(table) ?? new Set()).add(partition));
  }
  const late = new Set(scans.filter((each) => each.late).map(({ table }) => table));
  return [
    ...[...parts].filter(([, all]) => all.size > 1).map(([table, all]) => `${name}: ${all.size} of ${table}`),
    ...[...late].map((table) => `${name}: ${table} only when it runs`),
  ];
}
