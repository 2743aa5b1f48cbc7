import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { Refusal } from '../kernel/refusal.ts';
import { splitStatements } from './statements.ts';

export interface MigrateOptions {
  /** Folder of the numbered files; default the ones that come with this program. */
  readonly dir?: string;
}

/** The build copies the folder beside the bundle, so the same relative place holds in `src` and in `dist`. */
const OWN_FILES = fileURLToPath(new URL('./migrations/', import.meta.url));
const FILE_NAME = /^(\d{6})(?:-[a-z0-9-]+)?\.sql$/;
/** Any number will do, as long as it stays the same: two migrating processes wait for each other. */
const LOCK = 5_205_812;

interface Migration {
  readonly number: number;
  readonly file: string;
  readonly text: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly checksum: string;
}

/**
 * Brings a database to the newest form. The client must be connected as `fadu_owner`. Each file is one transaction, each
 * statement one call: a crash leaves whole files applied or not at all, and the next call goes on. Returns the numbers
 * that were applied now.
 */
export async function migrate(client: ClientBase, options: MigrateOptions = {}): Promise<number[]> {
  const files = await readMigrations(options.dir ?? OWN_FILES);
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      `create table if not exists migration (
        number int primary key, file text not null, checksum text not null,
        applied_at timestamptz not null default now())`,
    );
    const answer = await client.query<Applied>('select number, checksum from migration order by number');
    const pending = compare(files, answer.rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.number);
  } finally {
    // When the connection broke, the server has released the lock itself.
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
  }
}

/** What is still to be applied; refuses when the database and the files tell different stories. */
function compare(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const { number, checksum } of applied) {
    const file = files.find((migration) => migration.number === number);
    if (file === undefined) {
      throw new Refusal('environment', `数据库比程序新：库中已有第 ${number} 次结构变更，程序里没有。`, {
        next: '请换用较新的法度程序，或用升级前的备份恢复。',
      });
    }
    if (file.checksum !== checksum) {
      throw new Refusal('environment', `结构变更文件 ${file.file} 在执行之后被改动过。`, {
        next: '请换回原来的文件；新的改动应写成新的编号文件。',
      });
    }
  }
  const latest = applied.at(-1)?.number ?? 0;
  return files.filter((migration) => migration.number > latest);
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  const statements = splitStatements(migration.text);
  await client.query('begin');
  try {
    for (const [index, statement] of statements.entries()) {
      try {
        await client.query(statement);
      } catch (cause) {
        throw new Error(
          `${migration.file}, statement ${index + 1} of ${statements.length}: ${String(cause)}`,
          { cause },
        );
      }
    }
    await client.query('insert into migration (number, file, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.file,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function readMigrations(dir: string): Promise<Migration[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const file of names) {
    const number = Number(FILE_NAME.exec(file)?.[1]);
    if (number !== migrations.length + 1) throw new Error(`migration out of order: ${file}`);
    // A checkout on Windows may turn line ends; that is no change.
    const text = (await readFile(path.join(dir, file), 'utf8')).replaceAll('\r\n', '\n');
    migrations.push({ number, file, text, checksum: createHash('sha256').update(text).digest('hex') });
  }
  return migrations;
}
