import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitStatements } from '../../src/store/statements.ts';
import { checkCall, checkStatement, checkTables, checkTenant, tablesOf } from './dialect.ts';
import { sqlIn, UNKNOWN } from './sql-in-source.ts';

const src = path.resolve(import.meta.dirname, '../../src');

/** Tables that belong to nobody's organisation. Any other table has an org_code. */
const REFERENCE = ['division', 'org_unit'];
/** Statements over many organisations, by their name. Each says here why it may. */
const ROLL_UPS: Readonly<Record<string, string>> = {};
/** They speak to the server itself: what they are given is another text, or has a name in it. */
const WITHOUT_TENANTS = ['store/connection.ts', 'store/migrate.ts', 'store/server-setup.ts'];

const migrations = readdirSync(path.join(src, 'store/migrations'))
  .filter((file) => file.endsWith('.sql'))
  .toSorted()
  .flatMap((file) => splitStatements(readFileSync(path.join(src, 'store/migrations', file), 'utf8')));
const tables = tablesOf(migrations);

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|fixture)\.tsx?$/.test(file));
const { sql, unreadable } = sqlIn(
  Object.fromEntries(files.map((file) => [file, readFileSync(path.join(src, file), 'utf8')])),
);

describe('the SQL of the house', () => {
  it('is found: in migrations and in the files of src', () => {
    expect([...tables.tenant]).toEqual(expect.arrayContaining(['head', 'entry', 'record', 'contribution']));
    expect(migrations.length).toBeGreaterThan(40);
    const names = sql.map((each) => each.name);
    expect(names).toEqual(
      expect.arrayContaining(['sum-figures', 'read-ledger', 'open-matter', 'public-records']),
    );
    expect(sql.find((each) => each.name === 'sum-figures')?.text).toMatch(/c\.org_code = \$1 AND \(/);
  });

  it('is written where it is used, so that it can be read here', () => {
    expect(unreadable.filter((each) => !WITHOUT_TENANTS.includes(each.split(':')[0]!))).toEqual([]);
  });

  it('keeps to what PostgreSQL 15 and Citus both understand', () => {
    expect(migrations.flatMap(checkStatement)).toEqual([]);
    expect(sql.flatMap((each) => checkCall(each.text))).toEqual([]);
  });

  it('begins every key of a tenant table with org_code, and gives each a policy', () => {
    expect(checkTables(migrations, REFERENCE)).toEqual([]);
  });

  it('holds every statement on a tenant table to one organisation', () => {
    const findings = [
      ...migrations.flatMap((statement) => checkTenant(statement, tables)),
      ...sql.filter((each) => !ROLL_UPS[each.name ?? '']).flatMap((each) => checkTenant(each.text, tables)),
    ];
    expect(findings).toEqual([]);
  });

  it('gives a name to one statement only: a connection prepares it once', () => {
    const texts = new Map<string, Set<string>>();
    for (const { name, text } of sql) if (name) texts.set(name, (texts.get(name) ?? new Set()).add(text));
    expect([...texts].filter(([, all]) => all.size > 1).map(([name]) => name)).toEqual([]);
  });
});

describe('each rule bites:', () => {
  it.each([
    ['trigger', 'CREATE TRIGGER t AFTER INSERT ON entry EXECUTE FUNCTION f()'],
    ['trigger', 'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$'],
    ['MERGE', 'MERGE INTO counter c USING v ON c.month = v.month WHEN MATCHED THEN DO NOTHING'],
    ['ROLLUP, CUBE or GROUPING SETS', 'SELECT a, count(*) FROM x GROUP BY ROLLUP (a)'],
    ['ROLLUP, CUBE or GROUPING SETS', 'SELECT a, count(*) FROM x GROUP BY a, CUBE(b, c)'],
    ['ROLLUP, CUBE or GROUPING SETS', 'SELECT a FROM x GROUP BY GROUPING SETS ((a), ())'],
    ['data-modifying CTE', 'WITH gone AS (DELETE FROM x RETURNING *) SELECT * FROM gone'],
    ['data-modifying CTE', 'WITH n AS MATERIALIZED (\n  INSERT INTO x VALUES (1) RETURNING *\n) SELECT 1'],
    [
      'data-modifying CTE',
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $b$ WITH u AS (UPDATE x SET a = 1 RETURNING a) SELECT a FROM u $b$',
    ],
    ['set_config', `SELECT set_config('app.org', $1, true)`],
    [
      'set_config',
      `CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM set_config('a.b', '1', true); END $$`,
    ],
    ['UPDATE of org_code', 'UPDATE record SET org_code = $2 WHERE org_code = $1'],
    ['UPDATE of org_code', 'UPDATE record SET title = $3, org_code = $2 WHERE org_code = $1'],
    ['UPDATE of org_code', 'UPDATE record SET (title, org_code) = ($3, $2) WHERE org_code = $1'],
    [
      'UPDATE of org_code',
      'INSERT INTO x (org_code) VALUES ($1) ON CONFLICT (org_code) DO UPDATE SET org_code = excluded.org_code',
    ],
    [
      'sub-select in a policy',
      'CREATE POLICY tenant ON entry USING (org_code IN (SELECT code FROM org_unit))',
    ],
    ['JSON_TABLE', `SELECT * FROM JSON_TABLE($1, '$[*]' COLUMNS (a int))`],
    ['pg_trgm', 'CREATE EXTENSION pg_trgm'],
    ['pg_trgm', 'CREATE INDEX i ON record USING gin (title gin_trgm_ops)'],
    ['uuidv7()', 'SELECT uuidv7()'],
    ['virtual column', 'CREATE TABLE x (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)'],
    ['SET without LOCAL', `SET app.org = '520581999000'`],
    ['anonymous block', 'DO $$ BEGIN CREATE TABLE x (a int); CREATE TABLE y (a int); END $$'],
    ['index without a name', 'CREATE INDEX ON entry (org_code, seq)'],
    ['several changes in one', 'ALTER TABLE entry ADD COLUMN a int, ADD COLUMN b numeric(1, 2)'],
    ['row security switched off', 'ALTER TABLE entry DISABLE ROW LEVEL SECURITY'],
    ['several statements in one call', 'CREATE TABLE x (a int); CREATE TABLE y (b int)'],
  ])('%s: %s', (rule, statement) => {
    expect(checkCall(statement).map((finding) => finding.split(':')[0])).toContain(rule);
  });

  it.each([
    `SELECT 'MERGE INTO x', $1 -- set_config( in a comment`,
    `BEGIN; SET LOCAL app.org = '520581999000'`,
    'INSERT INTO rollup (org_code, month) VALUES ($1, $2)',
    'ALTER TABLE entry ADD COLUMN b numeric(1, 2)',
    'WITH one AS (SELECT 1) SELECT * FROM one',
  ])('but not on: %s', (statement) => {
    expect(checkCall(statement)).toEqual([]);
  });
});

const ORG = 'org_code text COLLATE "C" NOT NULL';
/** A tenant table as it should be, with lines of its own. */
function table(...more: string[]): string[] {
  return [
    `CREATE TABLE x (${[ORG, 'id uuid NOT NULL', ...more].join(', ')})`,
    'ALTER TABLE x ENABLE ROW LEVEL SECURITY',
    `CREATE POLICY tenant ON x USING (org_code = current_setting('app.org', true))`,
  ];
}

describe('the rule of keys bites:', () => {
  it('not on a table as it should be', () => {
    expect(checkTables(table('PRIMARY KEY (org_code, id)'), [])).toEqual([]);
  });

  it.each([
    ['key that', table('PRIMARY KEY (id)')],
    ['key that', table('PRIMARY KEY (id, org_code)')],
    ['key that', table('UNIQUE (id)')],
    ['key that', table('CONSTRAINT one UNIQUE (id)')],
    ['key that', table('other uuid UNIQUE')],
    ['key that', table('other uuid PRIMARY KEY')],
    ['key that', table('FOREIGN KEY (id) REFERENCES x (id)')],
    ['key that', table('FOREIGN KEY (org_code, id) REFERENCES x (id, org_code)')],
    ['key that', table('other uuid REFERENCES x (id)')],
    ['key that', [...table(), 'CREATE UNIQUE INDEX one ON x (id)']],
    ['key that', [...table(), 'CREATE INDEX one ON x (id, org_code)']],
    ['key that', [...table(), 'ALTER TABLE x ADD CONSTRAINT one UNIQUE (id)']],
    ['org_code of another type', ['CREATE TABLE x (org_code text NOT NULL)', ...table().slice(1)]],
    ['table without org_code', ['CREATE TABLE x (id uuid PRIMARY KEY)']],
    ['table without a policy', table().slice(0, 2)],
    ['table without a policy', table().toSpliced(1, 1)],
  ])('%s: %j', (rule, statements) => {
    expect(checkTables(statements, []).map((finding) => finding.slice(0, rule.length))).toContain(rule);
  });
});

describe('the rule of one organisation bites:', () => {
  it.each([
    'SELECT * FROM entry',
    'SELECT * FROM entry WHERE seq = $1',
    'SELECT * FROM entry WHERE org_code = $1 OR seq = $2',
    'SELECT * FROM entry WHERE (org_code = $1 OR seq = $2)',
    'SELECT * FROM entry WHERE org_code = ANY ($1)',
    `SELECT * FROM entry WHERE org_code >= $1`,
    'SELECT * FROM contribution c JOIN record r ON r.record_id = c.record_id WHERE c.org_code = $1',
    'SELECT * FROM contribution c, record r WHERE c.org_code = $1 AND r.record_id = c.record_id',
    'SELECT * FROM contribution c JOIN record r ON r.record_id = c.record_id WHERE org_code = $1',
    'SELECT (SELECT max(e.seq) FROM entry e) FROM head h WHERE h.org_code = $1',
    'SELECT 1 FROM org_unit u WHERE EXISTS (SELECT 1 FROM head h WHERE h.org_code = u.code)',
    'SELECT seq FROM entry WHERE org_code = $1 UNION ALL SELECT seq FROM entry',
    'UPDATE head SET seq = 1',
    `SELECT * FROM ${UNKNOWN} WHERE seq = $1`,
    `INSERT INTO ${UNKNOWN} (seq) VALUES ($1)`,
    'DELETE FROM record r WHERE r.record_id = $1',
    'TRUNCATE record',
    'INSERT INTO link (from_record, org_code) VALUES ($1, $2)',
    'INSERT INTO link SELECT * FROM link WHERE org_code = $1',
    'INSERT INTO link (org_code, role) SELECT l.org_code, l.role FROM link l WHERE l.org_code = $1',
    `INSERT INTO head (org_code, seq) VALUES ($1, 0), ('520581999000', 0)`,
    'CREATE FUNCTION f(p_org text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM link WHERE org_code = p_org; DELETE FROM link; END $$',
    'CREATE FUNCTION f(p_org text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT 1 FROM entry) THEN RETURN 1; END IF; END $$',
  ])('%s', (statement) => {
    expect(checkTenant(statement, tables)).not.toEqual([]);
  });

  it.each([
    'SELECT e.text FROM entry e WHERE e.seq = $2 AND e.org_code = $1 ORDER BY seq FOR UPDATE',
    'SELECT * FROM contribution c JOIN record r ON r.org_code = c.org_code AND r.record_id = c.record_id WHERE c.org_code = $1 AND (c.a OR c.b)',
    'SELECT (SELECT max(e.seq) FROM entry e WHERE e.org_code = h.org_code) FROM head h WHERE h.org_code = $1',
    'UPDATE head SET seq = $2 WHERE org_code = $1',
    'DELETE FROM link WHERE org_code = $1 AND role IN (SELECT r FROM unnest($2::text[]) AS r)',
    'INSERT INTO counter AS held (org_code, month) VALUES ($1, $2) ON CONFLICT (org_code, month) DO UPDATE SET amount = held.amount + 1',
    'SELECT code FROM org_unit WHERE valid_to IS NULL',
  ])('but not on: %s', (statement) => {
    expect(checkTenant(statement, tables)).toEqual([]);
  });
});

describe('reading SQL in a source', () => {
  it('follows constants and templates, and says what it can not read', () => {
    const code = [
      "import { SAME as WHERE } from '../clauses.ts';",
      'const ALL = `SELECT 1 FROM head WHERE ${WHERE}`;',
      'await tx.query<Row>("a", `${ALL} AND ${more}`, [org]);',
      'await client.query(statement);',
      'const later = `DELETE FROM link`;',
    ].join('\n');
    const files = { 'x/y.ts': code, 'clauses.ts': "export const SAME = 'org_code = $1';" };
    expect(sqlIn(files)).toEqual({
      sql: [
        { file: 'x/y.ts', name: 'a', text: 'SELECT 1 FROM head WHERE org_code = $1 AND true' },
        { file: 'x/y.ts', text: 'SELECT 1 FROM head WHERE org_code = $1' },
        { file: 'x/y.ts', text: 'DELETE FROM link' },
      ],
      unreadable: ['x/y.ts: client.query(statement)'],
    });
  });
});
