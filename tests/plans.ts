import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { Store, Transaction } from '../src/store/connection.ts';
import { withClient, type FreshDatabase } from './database.ts';

/** A statement as the product sent it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** From now on the store notes the last use of every statement, by name. */
export function noteStatements(store: Store): ReadonlyMap<string, Statement> {
  const noted = new Map<string, Statement>();
  const notingIn = (tx: Transaction): Transaction => ({
    query(name, text, values) {
      noted.set(name, { name, text, values });
      return tx.query(name, text, values);
    },
  });
  const noting =
    (run: Store['transaction']): Store['transaction'] =>
    (scope, work) =>
      run(scope, (tx) => work(notingIn(tx)));
  const { transaction, read, alone } = store;
  Object.assign(store, {
    transaction: noting(transaction),
    read: noting(read),
    alone: (scope: Parameters<Store['alone']>[0]) => notingIn(alone(scope)),
  });
  return noted;
}

/** One table as a plan reads it. */
export interface Scan {
  /** The table's own name; for a partition, its parent's. */
  readonly table: string;
  /** Number of the partition; undefined for an ordinary table. */
  readonly partition: string | undefined;
  readonly node: string;
  /** Conditions that narrow the reading of the index itself. */
  readonly condition: string;
  /** The plan held other partitions too and dropped them only when it ran: the statement itself did not name its own. */
  readonly late: boolean;
  /** Name of the index; undefined where there is none. */
  readonly index: string | undefined;
  /** How many rows it looked at, those included that a filter then left out. */
  readonly read: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Subplans Removed'?: number;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

function scansOf(node: PlanNode, above = false): Scan[] {
  const late = above || (node['Subplans Removed'] ?? 0) > 0;
  const below = (node.Plans ?? []).flatMap((each) => scansOf(each, late));
  const relation = node['Relation Name'];
  if (relation === undefined || !node['Node Type'].endsWith('Scan')) return below;
  const [, table = relation, partition] = /^(.*)_p(\d+)$/.exec(relation) ?? [];
  // A bitmap scan's index condition stands in the nodes below it.
  const all = [node, ...bitmaps(node)];
  const condition = all.map((each) => each['Index Cond'] ?? '').join(' ');
  const index = all.map((each) => each['Index Name']).find((name) => name !== undefined);
  return [
    { table, partition, node: node['Node Type'], condition, late, index, read: readBy(node) },
    ...below,
  ];
}

function readBy(node: PlanNode): number {
  const kept = node['Actual Rows'] ?? 0;
  const left = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (kept + left) * (node['Actual Loops'] ?? 1);
}

function bitmaps(node: PlanNode): PlanNode[] {
  return (node.Plans ?? [])
    .filter((each) => each['Node Type'].startsWith('Bitmap'))
    .flatMap((each) => [each, ...bitmaps(each)]);
}

/** PostgreSQL plans for the values given, or once for all: a connection that stays goes over to the second. */
export type Planning = 'force_custom_plan' | 'force_generic_plan';

/**
 * Runs a statement as the application does (its role, its prepared statement, its transaction with app.org) and returns
 * what was read and how, also by the queries within functions. Nothing stays: the transaction is rolled back.
 */
export async function scansBy(
  database: FreshDatabase,
  org: string,
  planning: Planning,
  statements: readonly Statement[],
): Promise<Map<string, Scan[]>> {
  return withClient(database.admin, async (client) => {
    await explainEverything(client);
    await client.query('SET SESSION AUTHORIZATION fadu_app');
    await client.query(`SET plan_cache_mode = ${planning}`);
    const found = new Map<string, Scan[]>();
    for (const statement of statements) found.set(statement.name, await scans(client, org, statement));
    return found;
  });
}

/** The server tells the plan of every statement, also those within functions, as a notice of this connection. */
async function explainEverything(client: Client): Promise<void> {
  await client.query(`LOAD 'auto_explain'`);
  const settings = {
    log_min_duration: '0',
    log_analyze: 'on',
    log_timing: 'off',
    log_nested_statements: 'on',
    log_format: 'json',
    log_level: 'notice',
  };
  for (const [name, value] of Object.entries(settings))
    await client.query(`SET auto_explain.${name} = '${value}'`);
}

async function scans(client: Client, org: string, statement: Statement): Promise<Scan[]> {
  const plans: PlanNode[] = [];
  const onNotice = ({ message = '' }: { message: string | undefined }): void => {
    const json = /plan:\s*(\{[\s\S]*\})\s*$/.exec(message)?.[1];
    if (json !== undefined) plans.push((JSON.parse(json) as { Plan: PlanNode }).Plan);
  };
  await client.query(`BEGIN; SET LOCAL app.org = '${org}'`);
  const { name, text, values } = await again(client, statement);
  await closeStatement(client);
  client.on('notice', onNotice);
  try {
    await client.query({ name, text, values: [...values] });
    await closeStatement(client);
  } finally {
    client.off('notice', onNotice);
    await client.query('ROLLBACK');
  }
  if (plans.length === 0) throw new Error(`the server told no plan for ${statement.name}`);
  return plans.flatMap((plan) => scansOf(plan));
}

/** A plan is told when the statement ends, and that is when the next one takes its place. */
async function closeStatement(client: Client): Promise<void> {
  await client.query('SHOW server_version');
}

/** A write once more: as the next act on the same record, since the same one would be refused. */
async function again(client: Client, statement: Statement): Promise<Statement> {
  if (statement.name !== 'append-entry' && statement.name !== 'project-record') return statement;
  const values = [...statement.values];
  const answer = await client.query<{ version: number }>(
    'SELECT version FROM record WHERE org_code = $1 AND record_id = $2',
    values.slice(0, 2),
  );
  const { version } = answer.rows[0]!;
  // The row and its parts come last; before them stand, in an append, the version seen and the key of repetition.
  const row = values.length - 2;
  values[row] = JSON.stringify({ ...(JSON.parse(String(values[row])) as object), version: version + 1 });
  // Some word is taken away, if it is there, and added.
  const parts = JSON.parse(String(values[row + 1])) as object;
  values[row + 1] = JSON.stringify({ ...parts, grams: { gone: ['纠纷'], come: ['纠纷'] } });
  if (statement.name === 'append-entry') values.splice(2, 2, version, randomBytes(32));
  return { ...statement, values };
}
