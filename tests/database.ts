import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { startEmbedded, type EmbeddedServer } from '../src/store/embedded.ts';
import { migrate } from '../src/store/migrate.ts';
import { createDatabase } from '../src/store/server-setup.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../src/store/migrations');

/** A migrated database of its own, empty of records. */
export interface FreshDatabase {
  readonly name: string;
  /** Connection settings of the role that owns the tables. */
  readonly owner: ClientConfig;
  /** Connection settings of the role that the server runs as. */
  readonly app: ClientConfig;
  /** Connection settings of the superuser, for tests of what even he leaves traces of. */
  readonly admin: ClientConfig;
  /** Throws the database away, with whatever is still connected to it. */
  drop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Data folder of the run's one server; it is started by the first test that needs it. */
    readonly databaseFolder: string;
  }
}

let server: Promise<EmbeddedServer> | undefined;

/** The run's server (nothing synced to disk), started by whoever comes first and joined by the others. */
export function testServer(): Promise<EmbeddedServer> {
  return (server ??= startEmbedded(inject('databaseFolder'), { durable: false, ...testBinaries() }));
}

/** `FADU_TEST_PG_BIN` runs the tests on an installed PostgreSQL, such as 15, the oldest that we support. */
export function testBinaries(): { bin?: string } {
  const bin = process.env['FADU_TEST_PG_BIN'];
  return bin === undefined || bin === '' ? {} : { bin };
}

/** A new database copied from the migrated template: about 50 ms. Drop it when done. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const running = await testServer();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(running, async (admin) => {
    const template = await ensureTemplate(running, admin);
    await createDatabase(admin, name, template);
  });
  return {
    name,
    owner: running.url(name, 'fadu_owner'),
    app: running.url(name, 'fadu_app'),
    admin: running.url(name, 'postgres'),
    drop: () => asAdmin(running, (admin) => drop(admin, name)),
  };
}

/** A database without any table, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const running = await testServer();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(running, (admin) => createDatabase(admin, name));
  return {
    name,
    owner: running.url(name, 'fadu_owner'),
    app: running.url(name, 'fadu_app'),
    admin: running.url(name, 'postgres'),
    drop: () => asAdmin(running, (admin) => drop(admin, name)),
  };
}

/** Only the first of all test processes migrates; the name carries the files' hash, so watching picks up a change. */
async function ensureTemplate(running: EmbeddedServer, admin: Client): Promise<string> {
  const digest = createHash('sha256');
  for (const file of existsSync(MIGRATIONS) ? readdirSync(MIGRATIONS).sort() : []) {
    digest.update(file).update(readFileSync(path.join(MIGRATIONS, file)));
  }
  const name = `template_${digest.digest('hex').slice(0, 16)}`;
  await admin.query('select pg_advisory_lock(1)');
  try {
    const found = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return name;
    // Under another name until complete: a migration that fails must fail every test, not only the first.
    const making = `${name}_making`;
    await drop(admin, making);
    await createDatabase(admin, making);
    await withClient(running.url(making, 'fadu_owner'), (owner) => migrate(owner));
    await admin.query(`alter database ${making} rename to ${name}`);
    return name;
  } finally {
    await admin.query('select pg_advisory_unlock(1)');
  }
}

async function drop(admin: Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
}

async function asAdmin(running: EmbeddedServer, work: (admin: Client) => Promise<void>): Promise<void> {
  await withClient(running.url('postgres', 'postgres'), work);
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
