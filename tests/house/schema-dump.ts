import type { ClientBase } from 'pg';

/** Command that writes src/store/schema.sql anew. */
export const RENEW = 'npm run schema';

const HEAD = `-- The schema that src/store/migrations result in, read from the catalogue of a migrated database. For reading and for
-- review: a change of the migrations shows here as a difference. Written by \`${RENEW}\`; do not edit.`;

/** Tables of the public schema. A partition is its parent's matter. */
const TABLE = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

/**
 * The schema as SQL that makes it again: each table with its columns, keys, checks, indexes, policies and grants, then
 * foreign keys, then functions; all in the order of their names. The same text on PostgreSQL 15 and later: what differs
 * between versions (names and rows of NOT NULL constraints) is not read. Throws on a kind of object that it does not know
 * how to write down, so that nothing can be missing from the dump unseen.
 */
export async function dumpSchema(client: ClientBase): Promise<string> {
  await refuseUnknown(client);
  // Names without "public." and the same spelling whatever the role's settings.
  await client.query('SET search_path = public');
  const sections = [HEAD];
  for (const table of await tables(client)) sections.push(await tableText(client, table));
  sections.push(...(await foreignKeys(client)), ...(await functions(client)));
  return `${sections.join('\n\n')}\n`;
}

/** One column of text per row, named `line`. */
async function lines(client: ClientBase, sql: string, ...values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(sql, values);
  return rows.map(({ line }) => line);
}

async function refuseUnknown(client: ClientBase): Promise<void> {
  const unknown = await lines(
    client,
    `SELECT 'relation ' || relname AS line FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind NOT IN ('r', 'p', 'i', 'I', 'c')
     UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT 'type ' || typname FROM pg_type
       WHERE typnamespace = 'public'::regnamespace AND typtype IN ('d', 'e', 'r', 'm')
     UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql'
     UNION ALL SELECT 'schema ' || nspname FROM pg_namespace
       WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')
     UNION ALL SELECT 'identity or generated column ' || attname FROM pg_attribute
       WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
         AND (attidentity <> '' OR attgenerated <> '')
     UNION ALL SELECT 'constraint ' || conname FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype IN ('x', 't') ORDER BY 1`,
  );
  if (unknown.length > 0) throw new Error(`schema dump does not know: ${unknown.join(', ')}`);
}

function tables(client: ClientBase): Promise<string[]> {
  return lines(
    client,
    `SELECT c.relname AS line FROM pg_class c WHERE ${TABLE} ORDER BY c.relname COLLATE "C"`,
  );
}

async function tableText(client: ClientBase, table: string): Promise<string> {
  const inside = [...(await columns(client, table)), ...(await constraints(client, table))];
  const [partitioned = ''] = await lines(
    client,
    `SELECT ' PARTITION BY ' || pg_get_partkeydef(oid) AS line FROM pg_class WHERE oid = $1::regclass AND relkind = 'p'`,
    table,
  );
  const after = [
    ...(await indexes(client, table)),
    ...(await security(client, table)),
    ...(await tableGrants(client, table)),
  ];
  return [
    `CREATE TABLE ${table} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${partitioned};`,
    ...after,
  ].join('\n');
}

function columns(client: ClientBase, table: string): Promise<string[]> {
  return lines(
    client,
    `SELECT concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
         CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || quote_ident(l.collname) END,
         CASE WHEN a.attnotnull THEN 'NOT NULL' END,
         'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)) AS line
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_collation l ON l.oid = a.attcollation
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
    table,
  );
}

/** Primary key, uniques, checks. */
function constraints(client: ClientBase, table: string): Promise<string[]> {
  return lines(
    client,
    `SELECT 'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid, true) AS line
     FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('p', 'u', 'c')
     ORDER BY array_position('{p,u,c}'::"char"[], contype), conname COLLATE "C"`,
    table,
  );
}

/** Those that no constraint brings with it. */
function indexes(client: ClientBase, table: string): Promise<string[]> {
  return lines(
    client,
    `SELECT pg_get_indexdef(i.indexrelid) || ';' AS line FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid = $1::regclass AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
     ORDER BY c.relname COLLATE "C"`,
    table,
  );
}

function security(client: ClientBase, table: string): Promise<string[]> {
  return lines(
    client,
    `SELECT line FROM (
       SELECT 1 AS place, '' AS name, 'ALTER TABLE ' || quote_ident(relname) || ' ENABLE ROW LEVEL SECURITY;' AS line
         FROM pg_class WHERE oid = $1::regclass AND relrowsecurity
       UNION ALL SELECT 2, '', 'ALTER TABLE ' || quote_ident(relname) || ' FORCE ROW LEVEL SECURITY;'
         FROM pg_class WHERE oid = $1::regclass AND relforcerowsecurity
       UNION ALL SELECT 3, polname, concat_ws(' ', 'CREATE POLICY', quote_ident(polname), 'ON', quote_ident(relname),
           CASE WHEN NOT polpermissive THEN 'AS RESTRICTIVE' END,
           CASE polcmd WHEN 'r' THEN 'FOR SELECT' WHEN 'a' THEN 'FOR INSERT' WHEN 'w' THEN 'FOR UPDATE'
             WHEN 'd' THEN 'FOR DELETE' END,
           CASE WHEN polroles <> '{0}' THEN 'TO ' || array_to_string(polroles::regrole[], ', ') END,
           'USING (' || pg_get_expr(polqual, polrelid, true) || ')',
           'WITH CHECK (' || pg_get_expr(polwithcheck, polrelid, true) || ')') || ';'
         FROM pg_policy JOIN pg_class ON pg_class.oid = polrelid WHERE polrelid = $1::regclass
     ) AS all_lines ORDER BY place, name COLLATE "C"`,
    table,
  );
}

/** What others than the owner may do: on the whole table, then on single columns. */
function tableGrants(client: ClientBase, table: string): Promise<string[]> {
  const order = `array_position('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[], g.privilege_type)`;
  const role = `CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END`;
  return lines(
    client,
    `SELECT line FROM (
       SELECT ${role} AS who, 1 AS place, 'GRANT ' || string_agg(g.privilege_type, ', ' ORDER BY ${order}) AS privileges,
           g.is_grantable
         FROM pg_class c, aclexplode(c.relacl) g
         WHERE c.oid = $1::regclass AND g.grantee <> c.relowner GROUP BY g.grantee, g.is_grantable
       UNION ALL SELECT ${role}, 2, 'GRANT ' || g.privilege_type || ' (' || string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) || ')',
           g.is_grantable
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid, aclexplode(a.attacl) g
         WHERE c.oid = $1::regclass AND g.grantee <> c.relowner AND NOT a.attisdropped
         GROUP BY g.grantee, g.privilege_type, g.is_grantable
     ) AS granted, LATERAL (SELECT privileges || ' ON ' || $1 || ' TO ' || who
         || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END || ';' AS line) AS text
     ORDER BY who COLLATE "C", place, line COLLATE "C"`,
    table,
  );
}

function foreignKeys(client: ClientBase): Promise<string[]> {
  return lines(
    client,
    `SELECT 'ALTER TABLE ' || quote_ident(c.relname) || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' '
       || pg_get_constraintdef(k.oid, true) || ';' AS line
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND k.conparentid = 0 AND ${TABLE}
     ORDER BY c.relname COLLATE "C", k.conname COLLATE "C"`,
  );
}

/** Functions with their bodies, and who else may call them where that is not simply everybody. */
function functions(client: ClientBase): Promise<string[]> {
  const name = `p.oid::regprocedure::text`;
  return lines(
    client,
    `SELECT concat_ws(E'\\n', rtrim(pg_get_functiondef(p.oid), E'\\n') || ';',
       CASE WHEN p.proacl IS NOT NULL AND NOT EXISTS (SELECT FROM aclexplode(p.proacl) g WHERE g.grantee = 0)
         THEN 'REVOKE ALL ON FUNCTION ' || ${name} || ' FROM PUBLIC;' END,
       (SELECT string_agg('GRANT EXECUTE ON FUNCTION ' || ${name} || ' TO ' || g.grantee::regrole::text || ';', E'\\n'
          ORDER BY g.grantee::regrole::text COLLATE "C")
        FROM aclexplode(p.proacl) g WHERE g.grantee NOT IN (0, p.proowner))) AS line
     FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
     ORDER BY p.proname COLLATE "C", ${name} COLLATE "C"`,
  );
}
