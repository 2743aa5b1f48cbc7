import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { startEmbedded } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { splitStatements } from '../../src/store/statements.ts';
import { emptyDatabase, freshDatabase, withClient, type FreshDatabase } from '../database.ts';
import { outsideTool } from '../outside.ts';
import { dumpSchema, RENEW } from './schema-dump.ts';

const FILE = path.resolve(import.meta.dirname, '../../src/store/schema.sql');

let committed: string;
let database: FreshDatabase;
beforeAll(async () => {
  // A checkout on Windows may turn line ends; that is no change.
  committed = (await readFile(FILE, 'utf8')).replaceAll('\r\n', '\n');
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Runs `work` in a database of its own that holds what the committed file makes. */
async function inCopy<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const copy = await emptyDatabase();
  try {
    return await withClient(copy.owner, async (client) => {
      for (const statement of splitStatements(committed)) await client.query(statement);
      return work(client);
    });
  } finally {
    await copy.drop();
  }
}

describe('src/store/schema.sql', () => {
  it('is what the migrations result in', async () => {
    const text = await withClient(database.owner, dumpSchema);
    expect(text, `src/store/schema.sql is not up to date: run ${RENEW}`).toBe(committed);
  });

  it('leaves nothing out: what it makes is the same again', async () => {
    expect(await inCopy(dumpSchema)).toBe(committed);
  });

  it('is the same on PostgreSQL 15', { timeout: 120_000 }, async (context) => {
    expect(await dumpOf15(context), `src/store/schema.sql differs on PostgreSQL 15`).toBe(committed);
  });

  it.each([
    ['a column', 'ALTER TABLE account ADD COLUMN phone text', 'phone text'],
    ['NOT NULL', 'ALTER TABLE record ALTER COLUMN village SET NOT NULL', 'village text NOT NULL'],
    [
      'a default',
      `ALTER TABLE record ALTER COLUMN title SET DEFAULT 'x'`,
      `title text NOT NULL DEFAULT 'x'::text`,
    ],
    [
      'a collation',
      'ALTER TABLE record ALTER COLUMN title TYPE text COLLATE "C"',
      'title text COLLATE "C" NOT NULL',
    ],
    [
      'a check',
      'ALTER TABLE record ADD CONSTRAINT sane CHECK (flaws >= 0)',
      'CONSTRAINT sane CHECK (flaws >= 0)',
    ],
    [
      'a unique key',
      'ALTER TABLE link ADD CONSTRAINT one UNIQUE (org_code, to_record)',
      'CONSTRAINT one UNIQUE',
    ],
    [
      'an index',
      'CREATE INDEX late ON entry (org_code, recorded_at DESC)',
      'btree (org_code, recorded_at DESC)',
    ],
    [
      'a policy',
      `CREATE POLICY wide ON record FOR SELECT TO fadu_app USING (true)`,
      'POLICY wide ON record FOR SELECT TO fadu_app USING (true)',
    ],
    ['security switched off', 'ALTER TABLE entry DISABLE ROW LEVEL SECURITY', undefined],
    ['a grant', 'GRANT DELETE ON entry TO fadu_app', 'GRANT SELECT, INSERT, DELETE ON entry TO fadu_app'],
    ['a grant to all', 'GRANT SELECT ON entry TO PUBLIC', 'GRANT SELECT ON entry TO PUBLIC'],
    [
      'a grant on a column',
      'GRANT UPDATE (name) ON org_unit TO fadu_app',
      'GRANT UPDATE (name) ON org_unit TO fadu_app',
    ],
    [
      'a function',
      'CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'FUNCTION public.one()',
    ],
  ])('shows %s that changes', async (_what, change, shown) => {
    await withClient(database.owner, async (client) => {
      await client.query('BEGIN');
      await client.query(change);
      const text = await dumpSchema(client);
      await client.query('ROLLBACK');
      expect(text).not.toBe(committed);
      if (shown !== undefined) expect(text).toContain(shown);
    });
  });

  it.each([
    'CREATE VIEW v AS SELECT 1',
    'CREATE SEQUENCE s',
    `CREATE TYPE mood AS ENUM ('x')`,
    'CREATE SCHEMA other',
  ])('refuses what it could not write down: %s', async (statement) => {
    await withClient(database.admin, async (client) => {
      await client.query('BEGIN');
      await client.query(statement);
      await expect(dumpSchema(client)).rejects.toThrow('schema dump does not know');
      await client.query('ROLLBACK');
    });
  });
});

/** The schema as the oldest PostgreSQL that we support tells it. */
async function dumpOf15(context: TestContext): Promise<string> {
  const bin = path.dirname(outsideTool(context, 'initdb'));
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fadu-schema-'));
  const server = await startEmbedded(path.join(folder, 'data'), { durable: false, bin });
  try {
    return await withClient(server.url('fadu', 'fadu_owner'), async (client) => {
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
      expect(rows[0]?.server_version, `${bin} is of another version`).toMatch(/^15\./);
      await migrate(client);
      return dumpSchema(client);
    });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
