import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, freshDatabase, withClient, type FreshDatabase } from '../../tests/database.ts';
import { migrate } from './migrate.ts';

let dir: string;
let database: FreshDatabase;

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'fadu-migrate-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

beforeEach(async () => {
  database = await emptyDatabase();
  await file('000001.sql', `create table a (x int); comment on table a is 'one; two';`);
  await file('000002.sql', 'create table b (y int);\ncreate index b_y on b (y);');
  await rm(path.join(dir, '000003.sql'), { force: true });
  return () => database.drop();
});

const file = (name: string, text: string): Promise<void> => writeFile(path.join(dir, name), text);
const asOwner = <T>(work: (client: Client) => Promise<T>): Promise<T> => withClient(database.owner, work);
const tables = (client: Client): Promise<string[]> =>
  client
    .query<{ t: string }>(`select tablename as t from pg_tables where schemaname = 'public' order by 1`)
    .then((answer) => answer.rows.map((row) => row.t));

describe('migrate', () => {
  it('applies the files in order and only once', async () => {
    await asOwner(async (client) => {
      expect(await migrate(client, { dir })).toEqual([1, 2]);
      expect(await migrate(client, { dir })).toEqual([]);
      await file('000003.sql', 'create table c (z int)');
      expect(await migrate(client, { dir })).toEqual([3]);
      expect(await tables(client)).toEqual(['a', 'b', 'c', 'migration']);
    });
  });

  it('leaves nothing of a file that fails, and goes on once it is right', async () => {
    await file('000002.sql', 'create table b (y int); create table a (x int)');
    await asOwner(async (client) => {
      await expect(migrate(client, { dir })).rejects.toThrow('000002.sql, statement 2 of 2');
      expect(await tables(client)).toEqual(['a', 'migration']);
      await file('000002.sql', 'create table b (y int)');
      expect(await migrate(client, { dir })).toEqual([2]);
    });
  });

  it('refuses an applied file that was edited, but not one with other line ends', async () => {
    await asOwner(async (client) => {
      await migrate(client, { dir });
      await file('000002.sql', 'create table b (y int);\r\ncreate index b_y on b (y);');
      expect(await migrate(client, { dir })).toEqual([]);
      await file('000002.sql', 'create table b (y bigint);');
      await expect(migrate(client, { dir })).rejects.toThrow('000002.sql 在执行之后被改动过');
    });
  });

  it('refuses a database that is newer than the program', async () => {
    await asOwner(async (client) => {
      await migrate(client, { dir });
      await rm(path.join(dir, '000002.sql'));
      await expect(migrate(client, { dir })).rejects.toThrow('数据库比程序新');
    });
  });

  it('lets two processes migrate at once', async () => {
    const done = await Promise.all([1, 2].map(() => asOwner((client) => migrate(client, { dir }))));
    expect(done.flat().sort()).toEqual([1, 2]);
  });
});

describe("the program's own migrations", () => {
  it('make a database in which nothing is left to do', async () => {
    const fresh = await freshDatabase();
    try {
      await withClient(fresh.owner, async (client) => {
        expect(await migrate(client)).toEqual([]);
        expect((await tables(client)).length).toBeGreaterThan(1);
      });
    } finally {
      await fresh.drop();
    }
  });
});
