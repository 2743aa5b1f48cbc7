import { splitStatements } from '../../src/store/statements.ts';
import { UNKNOWN } from './sql-in-source.ts';
import { bare, bodies, divide, flat, queryOf, steps, type Query } from './sql-text.ts';

/** The organisation's code as a statement may give it: a parameter, or a function's own parameter. */
const GIVEN = String.raw`(?:\$\d+|p_org)`;

/** Words that keep SQL from running on PostgreSQL 15 or on Citus, or from meaning the same there. */
const FORBIDDEN: readonly (readonly [rule: string, sign: RegExp])[] = [
  ['trigger', /\bTRIGGER\b/i],
  ['MERGE', /\bMERGE INTO\b/i],
  ['ROLLUP, CUBE or GROUPING SETS', /\bGROUP BY\b.*\b(?:ROLLUP|CUBE) ?\(|\bGROUPING SETS\b/i],
  ['data-modifying CTE', /\bAS (?:NOT )?(?:MATERIALIZED )?\( ?(?:INSERT|UPDATE|DELETE|MERGE)\b/i],
  ['set_config', /\bset_config ?\(/i],
  ['JSON_TABLE', /\bJSON_TABLE ?\(/i],
  ['pg_trgm', /\bpg_trgm\b|\b(?:gin|gist)_trgm_ops\b/i],
  ['uuidv7()', /\buuidv7 ?\(/i],
  ['virtual column', /\) VIRTUAL\b/i],
  ['sub-select in a policy', /^(?:CREATE|ALTER) POLICY\b.*\bSELECT\b/i],
  ['SET without LOCAL', /^SET (?!LOCAL\b)/i],
  ['anonymous block', /^DO\b/i],
  ['index without a name', /^CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?(?:IF NOT EXISTS )?ON\b/i],
  ['row security switched off', /\b(?:DISABLE|NO FORCE) ROW LEVEL SECURITY\b|^DROP POLICY\b/i],
];

/** Rules for any one statement, wherever it stands. Each finding begins with the rule's name. */
export function checkStatement(sql: string): string[] {
  // Data-modifying CTE, trigger functions and the like may hide in a function's body.
  const pieces = [bare(sql), ...bodies(sql).flatMap(steps)];
  return pieces.flatMap((piece) => [
    ...FORBIDDEN.flatMap(([rule, sign]) => (sign.test(piece) ? [`${rule}: ${piece}`] : [])),
    ...(movesOrganisation(piece) ? [`UPDATE of org_code: ${piece}`] : []),
    ...(/^ALTER TABLE\b/i.test(piece) && divide(piece, ',').length > 1
      ? [`several changes in one: ${piece}`]
      : []),
  ]);
}

/** Several statements in one call: Citus takes one DDL statement at a time. */
export function checkCall(sql: string): string[] {
  const statements = splitStatements(sql);
  // A transaction's beginning and its context are no DDL, and one round trip.
  const fine = statements.length < 2 || /^BEGIN\b/i.test(statements[0]!);
  return [
    ...(fine ? [] : [`several statements in one call: ${bare(sql)}`]),
    ...statements.flatMap(checkStatement),
  ];
}

function movesOrganisation(statement: string): boolean {
  const sets = statement.matchAll(/\bSET (.*?)(?=\b(?:WHERE|FROM|RETURNING)\b|$)/gi);
  return [...sets].some((found) =>
    divide(found[1]!, ',').some((one) => /^(?:org_code|\([^)]*\borg_code\b[^)]*\)) ?=/i.test(one)),
  );
}

export interface Tables {
  /** Each row belongs to one organisation. */
  readonly tenant: ReadonlySet<string>;
  /** The same rows for everybody. */
  readonly reference: ReadonlySet<string>;
}

const CREATE_TABLE = /^CREATE TABLE (?:IF NOT EXISTS )?(\w+) ?\((.*)\)[^)]*$/i;

/** The tables that migrations make, told apart by whether they have an org_code. */
export function tablesOf(statements: readonly string[]): Tables {
  const [tenant, reference] = [new Set<string>(), new Set<string>()];
  for (const statement of statements) {
    const created = CREATE_TABLE.exec(bare(statement));
    if (!created) continue;
    const has = divide(created[2]!, ',').some((line) => /^org_code\b/i.test(line));
    (has ? tenant : reference).add(created[1]!);
  }
  return { tenant, reference };
}

/** Keys, columns and policies of the tenant tables; `reference` are the tables that may do without an org_code. */
export function checkTables(statements: readonly string[], reference: readonly string[]): string[] {
  const tables = tablesOf(statements);
  const all = statements.map(bare);
  const secured = (table: string): boolean =>
    all.includes(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`) &&
    all.some((each) => new RegExp(`^CREATE POLICY \\w+ ON ${table} `, 'i').test(each));
  return [
    ...[...tables.reference]
      .filter((each) => !reference.includes(each))
      .map((each) => `table without org_code: ${each}`),
    ...[...tables.tenant].filter((each) => !secured(each)).map((each) => `table without a policy: ${each}`),
    ...all.flatMap((statement) => checkKeys(statement, tables)),
  ];
}

function checkKeys(statement: string, tables: Tables): string[] {
  const created = CREATE_TABLE.exec(statement);
  if (created) return divide(created[2]!, ',').flatMap((line) => checkLine(created[1]!, line, tables));
  const added = /^ALTER TABLE (?:ONLY )?(\w+) ADD (.*)$/i.exec(statement);
  if (added) return checkLine(added[1]!, added[2]!, tables);
  const index =
    /^CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?\w+ ON (?:ONLY )?(\w+) (?:USING \w+ ?)?\(([^,)]*)/i.exec(
      statement,
    );
  const good = !index || !tables.tenant.has(index[1]!) || index[2]!.trim() === 'org_code';
  return good ? [] : [`key that does not begin with org_code: ${statement}`];
}

/** One line of a table: a column or a constraint. */
function checkLine(table: string, line: string, { tenant }: Tables): string[] {
  if (!tenant.has(table)) return [];
  const wrong = (rule: string): string[] => [`${rule}: ${table}: ${line}`];
  if (/^org_code\b/i.test(line) && !/^org_code text COLLATE C NOT NULL$/i.test(line))
    return wrong('org_code of another type');
  const key = /\b(?:PRIMARY KEY|UNIQUE|FOREIGN KEY)\b ?(?:\(([^,)]*))?/i.exec(line);
  if (key && key[1]?.trim() !== 'org_code') return wrong('key that does not begin with org_code');
  const target = /\bREFERENCES (\w+) ?(?:\(([^,)]*))?/i.exec(line);
  if (target && tenant.has(target[1]!) && (!key || target[2]?.trim() !== 'org_code'))
    return wrong('key that does not begin with org_code');
  return [];
}

/** Every tenant table that a statement (or a function's body) touches is held to one given organisation. */
export function checkTenant(sql: string, { tenant }: Tables): string[] {
  const statement = bare(sql);
  const pieces = /^CREATE (?:OR REPLACE )?FUNCTION\b/i.test(statement)
    ? bodies(sql).flatMap(steps)
    : [statement];
  return pieces
    .filter((piece) => !/^(?:CREATE|ALTER|GRANT|REVOKE|COMMENT)\b/i.test(piece))
    .filter((piece) => !held(queryOf(piece), tenant, new Set()))
    .map((piece) => `not held to one organisation: ${piece}`);
}

function held(query: Query, tenant: ReadonlySet<string>, outer: ReadonlySet<string>): boolean {
  return query.text.split(/\b(?:UNION|INTERSECT|EXCEPT)(?: ALL)?\b/i).every((text) => {
    // A table whose name is put in when the program runs may be any.
    const touched = referencesOf(text).filter(({ table }) => tenant.has(table) || table === UNKNOWN);
    const bound = boundBy(flat(text), touched, outer);
    return (
      insertsHeld(text, tenant) &&
      touched.every(({ alias }) => bound.has(alias)) &&
      query.inner.every((inner) => held(inner, tenant, bound))
    );
  });
}

interface Reference {
  readonly table: string;
  readonly alias: string;
}

/** Words that may follow a table's name and are no alias. */
const NO_ALIAS =
  /^(?:ON|USING|WHERE|SET|JOIN|LEFT|RIGHT|FULL|CROSS|INNER|GROUP|ORDER|LIMIT|HAVING|FOR|RETURNING|LATERAL|WINDOW|OFFSET|UNION)$/i;

/** The tables that a query reads or changes, except the one that it inserts into. */
function referencesOf(text: string): Reference[] {
  const listed = [
    ...flat(text).matchAll(/\b(?:FROM|USING)\b(.*?)(?=\b(?:WHERE|GROUP|ORDER|LIMIT|RETURNING)\b|$)/gi),
  ];
  // `FROM a, b`: after the comma stands another table.
  const places = [
    text,
    ...listed.flatMap((found) =>
      divide(found[1]!, ',')
        .slice(1)
        .map((each) => `FROM ${each}`),
    ),
  ];
  return places.flatMap((place) =>
    [
      ...place.matchAll(
        /\b(?:FROM|JOIN|(?<!FOR |DO )UPDATE|USING|TRUNCATE(?: TABLE)?|TABLE|COPY)[ (]+(?:ONLY )?(?:public\.)?(\w+)\b(?! ?\()(?: (?:AS )?(\w+))?/gi,
      ),
    ].map(([, table = '', alias = '']) => ({
      table,
      alias: alias === '' || NO_ALIAS.test(alias) ? table : alias,
    })),
  );
}

/** Names whose org_code is given, directly or through another that is; a condition that is only one of two binds none. */
function boundBy(text: string, touched: readonly Reference[], outer: ReadonlySet<string>): Set<string> {
  const bound = new Set(outer);
  if (/\b(?:WHERE|ON)\b.*\bOR\b/i.test(text)) return bound;
  const equal: [string, string][] = [];
  const condition = new RegExp(
    String.raw`\b(?:WHERE|AND|ON) (?:(\w+)\.)?org_code = (?:(${GIVEN})|(\w+)\.org_code)(?= |$)`,
    'gi',
  );
  for (const [, name, given, other] of text.matchAll(condition)) {
    const one = name ?? (touched.length === 1 ? touched[0]!.alias : undefined);
    if (one === undefined) continue;
    if (given !== undefined) bound.add(one);
    else if (other !== undefined) equal.push([one, other], [other, one]);
  }
  for (const _ of equal) for (const [from, to] of equal) if (bound.has(from)) bound.add(to);
  return bound;
}

/** Into a tenant table: the first column is org_code, and its value is given. */
function insertsHeld(text: string, tenant: ReadonlySet<string>): boolean {
  const insert = /\bINSERT INTO (\w+)(?: AS \w+)? ?(?:\(([^)]*)\))?(.*)$/i.exec(text);
  if (!insert || !(tenant.has(insert[1]!) || insert[1] === UNKNOWN)) return true;
  if (insert[2]?.split(',')[0]?.trim() !== 'org_code') return false;
  const [, values] = /^ ?VALUES (.*?)(?= ON CONFLICT\b| RETURNING\b|$)/i.exec(insert[3]!) ?? [];
  const rows =
    values === undefined
      ? [insert[3]!.replace(/^ ?SELECT (?:DISTINCT )?/i, '')]
      : divide(values, ',').map((row) => row.slice(1, -1));
  return rows.every((row) => new RegExp(`^${GIVEN}$`).test(divide(row, ',')[0]!));
}
