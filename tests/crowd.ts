import type { Client } from 'pg';
import { withClient, type FreshDatabase } from './database.ts';

/**
 * Copies the records of one organisation many times, into itself and into neighbours of its own size, over three years.
 * Only for plans: the copies are no true ledger. What the planner does in a small table says nothing about a full one.
 */
export async function crowd(
  database: FreshDatabase,
  org: string,
  neighbours: readonly string[],
  copies: number,
): Promise<void> {
  await withClient(database.owner, async (client) => {
    await client.query(
      `CREATE TEMPORARY TABLE copy AS
       SELECT o.code, n, r.record_id AS old, gen_random_uuid() AS new,
         10000 + row_number() OVER (PARTITION BY o.code ORDER BY n, r.first_seq) AS seq,
         date '2022-01-01' + (n * 37 % 1095)::integer AS on_day
       FROM record r, unnest($1::text[]) AS o (code), generate_series(1, $2::integer) AS n
       WHERE r.org_code = $3 AND r.kind NOT IN ('organisation', 'account', 'appointment')`,
      [[org, ...neighbours], copies, org],
    );
    await copyRows(client, org);
    await client.query('DROP TABLE copy');
  });
  await withClient(database.owner, (client) => client.query('ANALYZE'));
}

/** For each table, what is other in a copy than in its original. */
const CHANGES: readonly (readonly [table: string, key: string, changes: string])[] = [
  [
    'record',
    'record_id',
    `'record_id', k.new, 'first_seq', k.seq, 'last_seq', k.seq, 'occurred_on', k.on_day`,
  ],
  ['contribution', 'record_id', `'record_id', k.new, 'starts', k.on_day`],
  ['link', 'from_record', `'from_record', k.new`],
  ['gram', 'record_id', `'record_id', k.new`],
  ['term', 'record_id', `'record_id', k.new, 'starts', k.on_day`],
  ['personal_value', 'record_id', `'record_id', k.new, 'seq', k.seq`],
];

async function copyRows(client: Client, org: string): Promise<void> {
  for (const [table, key, changes] of CHANGES) {
    await client.query(
      `INSERT INTO ${table} SELECT p.* FROM ${table} t JOIN copy k ON k.old = t.${key},
         jsonb_populate_record(t, jsonb_build_object('org_code', k.code, ${changes})) p
       WHERE t.org_code = $1 ON CONFLICT DO NOTHING`,
      [org],
    );
  }
  await client.query(
    `INSERT INTO entry SELECT k.code, k.seq, k.new, e.recorded_at, sha256(k.new::text::bytea), e.leaf, e.chain, e.text
     FROM copy k JOIN LATERAL (SELECT * FROM entry e WHERE e.org_code = $1 AND e.record_id = k.old ORDER BY e.seq LIMIT 1) e ON true`,
    [org],
  );
  for (const table of ['account', 'post_holding']) {
    await client.query(
      `INSERT INTO ${table} SELECT p.* FROM ${table} t, (SELECT DISTINCT code, n FROM copy) k,
         jsonb_populate_record(t, jsonb_build_object(
           'org_code', k.code, 'record_id', gen_random_uuid(), 'account', t.account || '-' || k.n)) p
       WHERE t.org_code = $1`,
      [org],
    );
  }
  for (const table of ['head', 'counter']) {
    await client.query(
      `INSERT INTO ${table} SELECT p.* FROM ${table} t, (SELECT DISTINCT code FROM copy) k,
         jsonb_populate_record(t, jsonb_build_object('org_code', k.code)) p
       WHERE t.org_code = $1 AND k.code <> $1`,
      [org],
    );
  }
}
