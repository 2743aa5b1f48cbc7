import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '../src/store/migrate.ts';
import { splitStatements } from '../src/store/statements.ts';
import { emptyDatabase, withClient, type FreshDatabase } from './database.ts';
import { tablesOf } from './house/dialect.ts';
import { bare } from './house/sql-text.ts';

const MIGRATIONS = path.resolve(import.meta.dirname, '../src/store/migrations');
export const PARTITIONS = 8;

/** The same migration with every tenant table divided by org_code: PostgreSQL then refuses what Citus would refuse. */
function partitioned(sql: string): string {
  const statements = splitStatements(sql);
  const { tenant } = tablesOf(statements);
  return statements
    .flatMap((statement) => {
      const table = /^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/i.exec(bare(statement))?.[1];
      if (table === undefined || !tenant.has(table)) return [statement];
      const parts = Array.from(
        { length: PARTITIONS },
        (_, part) =>
          `CREATE TABLE ${table}_p${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${part})`,
      );
      return [`${statement} PARTITION BY HASH (org_code)`, ...parts];
    })
    .join(';\n');
}

/** A database of its own, migrated with divided tables. Drop it when done. */
export async function partitionedDatabase(): Promise<FreshDatabase> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'fadu-partitions-'));
  const database = await emptyDatabase();
  try {
    for (const file of await readdir(MIGRATIONS)) {
      await writeFile(path.join(dir, file), partitioned(await readFile(path.join(MIGRATIONS, file), 'utf8')));
    }
    await withClient(database.owner, (client) => migrate(client, { dir }));
    return database;
  } catch (error) {
    await database.drop();
    throw error;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Codes of organisations that lie in the same partition as the given one. */
export async function partitionMates(database: FreshDatabase, org: string, count: number): Promise<string[]> {
  const { rows } = await withClient(database.owner, (client) =>
    client.query<{ code: string }>(
      `SELECT code FROM (SELECT (530000000000 + n * 1000)::text AS code FROM generate_series(1, 1000) AS n) AS codes
       WHERE (SELECT bool_and(satisfies_hash_partition('head'::regclass, $3, part, code) =
           satisfies_hash_partition('head'::regclass, $3, part, $1::text)) FROM generate_series(0, $3 - 1) AS part)
       ORDER BY code LIMIT $2`,
      [org, count, PARTITIONS],
    ),
  );
  return rows.map(({ code }) => code);
}
