import pg from 'pg';
import { Refusal } from '../kernel/index.ts';
import { requireDurable } from './server-setup.ts';

/** What a transaction may see: one organisation's rows, or only the reference tables. */
export type Scope = { readonly org: string } | 'reference';

export function oneOrganisation(org: string): Scope {
  return { org };
}

/**
 * One transaction. Statements are named, so that each connection prepares them once. A name that begins with `~` only says
 * what a statement is for: its text depends on what was asked, and it is planned anew each time.
 */
export interface Transaction {
  query<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]>;
}

export interface Store {
  /** Runs `work` in one transaction that sees only `scope`; rolls back when it throws. */
  transaction<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The same for reading only: all statements see one snapshot, so parts and wholes fit. */
  read<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Each statement a transaction of its own, sent in one go with its beginning and its commit: no lock that it takes waits
   * until this process is heard again.
   */
  alone(scope: Scope): Transaction;
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

type Mode = 'BEGIN' | 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

function beginText(mode: Mode, scope: Scope): string {
  if (scope === 'reference') return mode;
  // SET takes no parameters: only a code that is all digits is ever written into the text.
  if (!CODE.test(scope.org)) throw new Refusal('unknown-organisation', '机构代码应为12位数字。');
  return `${mode}; SET LOCAL app.org = '${scope.org}'`;
}

function statementOf(name: string, text: string, values: readonly unknown[]): pg.QueryConfig {
  return { text, values: [...values], ...(name.startsWith('~') ? {} : { name }) };
}

async function runTransaction<T>(
  client: pg.PoolClient,
  mode: Mode,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const begin = beginText(mode, scope);
  await client.query(begin);
  try {
    const result = await work({
      async query<Row extends object>(name: string, text: string, values: readonly unknown[]) {
        const { rows } = await client.query<Row>(statementOf(name, text, values));
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

/** The server takes the three one after another; where the statement fails, its COMMIT rolls back. */
async function runAlone<Row extends object>(
  client: pg.PoolClient,
  scope: Scope,
  statement: pg.QueryConfig,
): Promise<Row[]> {
  const sent = [
    client.query(beginText('BEGIN', scope)),
    client.query<Row>(statement),
    client.query('COMMIT'),
  ];
  const failed = (await Promise.allSettled(sent)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return (await sent[1]!).rows as Row[];
}

interface Powers {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly alters: boolean;
}

/** The application's role owns nothing, is no member of the owner, and can only add to the ledger. */
async function assertPowerless(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<Powers>(
    `SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses, pg_has_role(t.relowner, 'MEMBER') AS owns,
       has_table_privilege(t.oid, 'UPDATE') OR has_table_privilege(t.oid, 'DELETE')
         OR has_table_privilege(t.oid, 'TRUNCATE') AS alters
     FROM pg_roles r, pg_class t WHERE r.rolname = current_user AND t.oid = 'entry'::regclass`,
  );
  const [found] = rows;
  if (!found || found.superuser || found.bypasses || found.owns || found.alters) {
    throw new Refusal('environment', '数据库账号权限过大：程序只能用不拥有任何表、不能改账本的账号连接。', {
      next: '请用 fadu_app 账号连接。',
    });
  }
}

async function assertSafe(pool: pg.Pool, mayLoseWrites: boolean): Promise<void> {
  const client = await pool.connect();
  try {
    if (!mayLoseWrites) await requireDurable(client);
    await assertPowerless(client);
  } finally {
    client.release();
  }
}

/**
 * Connects as the role that owns nothing and may bypass nothing, and refuses any other, and a server that may lose
 * acknowledged writes.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({ max: options.max ?? 8, types, pipeline: true, ...options.connection });
  // Without a listener a server that goes away ends the process.
  pool.on('error', () => undefined);
  try {
    await assertSafe(pool, options.mayLoseWrites ?? false);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const withClient = async <T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  };
  const within =
    (mode: Mode): Store['transaction'] =>
    (scope, work) =>
      withClient((client) => runTransaction(client, mode, scope, work));
  return {
    transaction: within('BEGIN'),
    read: within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'),
    alone: (scope) => ({
      query: (name, text, values) =>
        withClient((client) => runAlone(client, scope, statementOf(name, text, values))),
    }),
    close: () => pool.end(),
  };
}
