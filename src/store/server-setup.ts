import type { Client, ClientBase } from 'pg';
import { Refusal } from '../kernel/refusal.ts';

/** Who may connect. `postgres` sets up and backs up; migrations run as the owner; the server connects as the app. */
export type ServerRole = 'postgres' | 'fadu_owner' | 'fadu_app';

/** The database of a data folder. */
export const DATABASE = 'fadu';

/**
 * Makes the two roles and the database where they are missing; each step is its own, so a crash between two is repaired
 * by the next start. `fadu_app` owns nothing and is a member of nothing: what it may do is granted by the migrations.
 */
export async function ensureRolesAndDatabase(
  admin: Client,
  password: (role: ServerRole) => string | undefined,
): Promise<void> {
  for (const role of ['fadu_owner', 'fadu_app'] as const) {
    const found = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount !== 0) continue;
    const secret = password(role);
    const login = secret === undefined ? '' : ` password ${admin.escapeLiteral(secret)}`;
    await admin.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole${login}`);
  }
  const found = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (found.rowCount === 0) await createDatabase(admin, DATABASE);
  // Repeated at each start: cheap, and a crash may have come between the creation and the grants.
  else await restrictDatabase(admin, DATABASE);
}

/** A database owned by `fadu_owner` into which only owner and app may connect; `template` is copied when given. */
export async function createDatabase(admin: Client, name: string, template = 'template0'): Promise<void> {
  const encoding = template === 'template0' ? ` encoding 'UTF8'` : '';
  await admin.query(
    `create database ${admin.escapeIdentifier(name)} owner fadu_owner template ${admin.escapeIdentifier(template)}${encoding}`,
  );
  await restrictDatabase(admin, name);
}

async function restrictDatabase(admin: Client, name: string): Promise<void> {
  await admin.query(`revoke all on database ${admin.escapeIdentifier(name)} from public`);
  await admin.query(`grant connect on database ${admin.escapeIdentifier(name)} to fadu_app`);
}

/** What must be on so that an acknowledged record survives a power cut. */
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'];

/** Refuses to run on a server that may lose what it has acknowledged. Ask with the connection that will write. */
export async function requireDurable(client: ClientBase): Promise<void> {
  const answer = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any($1) and setting in ('off', 'local') order by name`,
    [DURABLE],
  );
  if (answer.rows.length === 0) return;
  const names = answer.rows.map((row) => `${row.name}=${row.setting}`).join('、');
  throw new Refusal('environment', `数据库关闭了断电保护（${names}），法度拒绝在此设置下保存政府记录。`, {
    next: '请在数据库设置中把这些项改回 on,然后重新启动。',
    facts: { settings: Object.fromEntries(answer.rows.map((row) => [row.name, row.setting])) },
  });
}
