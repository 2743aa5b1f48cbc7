import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crowd } from './crowd.ts';
import { withClient } from './database.ts';
import { noteStatements, scansBy, type Planning, type Scan, type Statement } from './plans.ts';
import { ORG, testTownship, type TestTownship } from './township.ts';
import { read, work } from './working-year.ts';

/**
 * What an index must be entered by: with org_code alone the whole organisation is read, however few rows are meant. Not
 * here: what asks for the whole (all figures of a year), what asks for so many of a table's figures that both ways cost
 * the same (those counted by distinct keys), and tables that hold a few rows for each organisation.
 */
const ENTERED_BY: readonly (readonly [statement: string, table: string, ...columns: string[]])[] = [
  ['open-matter', 'entry', 'idem'],
  ['open-matter', 'record', 'record_id', 'kind'],
  ['open-matter', 'post_holding', 'account'],
  ['open-matter', 'account', 'account'],
  ['append-entry', 'entry', 'idem'],
  ['append-entry', 'record', 'record_id'],
  ['append-entry', 'link', 'from_record'],
  ['append-entry', 'contribution', 'record_id'],
  ['append-entry', 'gram', 'gram'],
  ['count-grams', 'gram', 'gram'],
  ['records-of-gram', 'gram', 'gram'],
  ['~find-record', 'record', 'record_id'],
  ['append-entry', 'term', 'record_id'],
  ['~running-terms', 'term', 'rule'],
  ['~links-from', 'link', 'from_record'],
  ['~links-to', 'link', 'to_record'],
  ['~running-terms', 'record', 'record_id'],
  ['entries-of-record', 'entry', 'record_id'],
  ['personal-of-entry', 'personal_value', 'record_id'],
  ['public-records', 'record', 'kind'],
  ['public-records-by-id', 'record', 'record_id'],
  ['figures-of-record', 'contribution', 'record_id'],
  ['backing-of-figure', 'contribution', 'figure'],
  ['read-ledger', 'entry', 'seq'],
];

/** The one read of an act that is not by key: of the few rules that the office made itself. */
const LOCAL_RULES = `(kind = 'local-rule'`;

let town: TestTownship;
let statements: Statement[];
beforeAll(async () => {
  town = await testTownship();
  const noted = noteStatements(town.store);
  await work(town, ORG);
  await read(town, ORG);
  const names = new Set(ENTERED_BY.map(([name]) => name));
  statements = [...names].flatMap((name) => noted.get(name) ?? []);
  expect(statements.map(({ name }) => name)).toEqual([...names]);
  const neighbours = Array.from({ length: 5 }, (_, index) => `52058110${index}000`);
  await crowd(town.database, ORG, neighbours, 300);
});
afterAll(() => town.close());

function misread(found: ReadonlyMap<string, readonly Scan[]>): string[] {
  return ENTERED_BY.flatMap(([name, table, ...columns]) => {
    const scans = found.get(name)!.filter((each) => each.table === table);
    if (scans.length === 0) return [`${name} does not read ${table}`];
    return scans
      .filter((scan) => !columns.some((column) => scan.condition.includes(`(${column} `)))
      .map(
        (scan) => `${name} reads ${table} by ${scan.node} ${scan.condition}, not by ${columns.join(' or ')}`,
      );
  });
}

describe.each<Planning>(['force_custom_plan', 'force_generic_plan'])(
  'as fadu_app, with policies, %s',
  (planning) => {
    it('each statement enters its index by the column that narrows it', async () => {
      expect(misread(await scansBy(town.database, ORG, planning, statements))).toEqual([]);
    });
  },
);

describe('in an office that has just begun, when nothing is known yet of how full its tables are', () => {
  let young: TestTownship;
  let written: Statement[];
  beforeAll(async () => {
    young = await testTownship();
    const noted = noteStatements(young.store);
    await work(young, ORG);
    written = ['open-matter', 'append-entry'].map((name) => noted.get(name)!);
  });
  afterAll(() => young.close());

  it.each<Planning>(['force_custom_plan', 'force_generic_plan'])(
    'an act looks up rows by their key all the same (%s)',
    async (planning) => {
      const found = await scansBy(young.database, ORG, planning, written);
      const byKey = [...found.values()].flat().filter(({ condition }) => !condition.includes(LOCAL_RULES));
      const used = new Set(byKey.map(({ table, index }) => `${table}: ${index}`));
      const keys = ['record', 'link', 'gram', 'term', 'contribution', 'counter', 'head'];
      expect([...used].filter((each) => keys.includes(each.split(':')[0]!)).toSorted()).toEqual(
        keys.map((table) => `${table}: ${table}_pkey`).toSorted(),
      );
    },
  );
});

it('would show a policy that makes the planner read the whole organisation', async () => {
  const alter = (condition: string) =>
    withClient(town.database.owner, async (client) => {
      for (const table of ['entry', 'record', 'contribution']) {
        await client.query(`ALTER POLICY tenant ON ${table} USING (${condition})`);
      }
    });
  const code = `current_setting('app.org', true)`;
  // A list that holds one organisation all the same.
  await alter(`org_code = ANY (string_to_array(${code}, ','))`);
  const found = await scansBy(town.database, ORG, 'force_generic_plan', statements);
  await alter(`org_code = ${code}`);
  expect(misread(found)).not.toEqual([]);
});
