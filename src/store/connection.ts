import pg from 'pg';
import { Refusal } from '../kernel/index.ts';

/** What a transaction may see: one organisation's rows, or only the reference tables. */
export type Scope = { readonly org: string } | 'reference';

export function oneOrganisation(org: string): Scope {
  return { org };
}

/** One transaction. Statements are named, so that each connection prepares them once. */
export interface Transaction {
  query<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

export interface Store {
  /** Runs `work` in one transaction that sees only `scope`; rolls back when it throws. */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly connection: pg.PoolConfig;
  /** Connections held at most. */
  readonly max?: number;
  /** Tests only: accept a server that may lose acknowledged writes. */
  readonly mayLoseWrites?: boolean;
}

const CODE = /^[0-9]{12}$/;

/** Days stay text (a day has no time zone), 8-byte integers become numbers (ours stay below 2^53). */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
  },
} as pg.CustomTypesConfig;

function beginText(scope: Scope): string {
  if (scope === 'reference') return 'BEGIN';
  // SET takes no parameters: only a code that is all digits is ever written into the text.
  if (!CODE.test(scope.org)) throw new Refusal('unknown-organisation', '机构代码应为12位数字。');
  return `BEGIN; SET LOCAL app.org = '${scope.org}'`;
}

async function runTransaction<T>(
  client: pg.PoolClient,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const begin = beginText(scope);
  await client.query(begin);
  try {
    const result = await work({
      async query<Row extends object>(name: string, text: string, values: readonly unknown[]) {
        const { rows } = await client.query<Row>({ name, text, values: [...values] });
        return rows;
      },
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

interface Safety {
  fsync: string;
  commits: string;
  superuser: boolean;
  bypasses: boolean;
  owns: boolean;
}

async function assertSafe(pool: pg.Pool, mayLoseWrites: boolean): Promise<void> {
  const { rows } = await pool.query<Safety>(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
       r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
       EXISTS (SELECT 1 FROM pg_class c WHERE c.relname = 'entry' AND c.relowner = r.oid) AS owns
     FROM pg_roles r WHERE r.rolname = current_user`,
  );
  const found = rows[0];
  if (!found || found.superuser || found.bypasses || found.owns) {
    throw new Refusal('environment', '数据库账号权限过大:程序只能用不拥有任何表的普通账号连接。', {
      next: '请用 fadu_app 账号连接。',
    });
  }
  if (!mayLoseWrites && (found.fsync !== 'on' || found.commits === 'off')) {
    throw new Refusal(
      'environment',
      '数据库关闭了落盘保护(fsync 或 synchronous_commit),断电会丢记录,拒绝启动。',
    );
  }
}

/**
 * Connects as the role that owns nothing and may bypass nothing, and refuses any other, and a server that may lose
 * acknowledged writes.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({ max: options.max ?? 8, types, ...options.connection });
  // Without a listener a server that goes away ends the process.
  pool.on('error', () => undefined);
  try {
    await assertSafe(pool, options.mayLoseWrites ?? false);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    async transaction(scope, work) {
      const client = await pool.connect();
      try {
        return await runTransaction(client, scope, work);
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
