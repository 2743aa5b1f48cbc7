import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from '../src/store/connection.ts';
import {
  foundTownship,
  median,
  rate,
  show,
  surroundings,
  township,
  type Surroundings,
} from './surroundings.ts';

const CLIENTS = 8;
const ROUNDS = 5;
const ACTS = 1500;

/** An act with two flows, a link and no personal value: every kind of row that a write has. */
async function act({ records }: Surroundings, org: string, engagement: string): Promise<void> {
  await records.start({
    org,
    kind: 'counsel-service',
    step: 'serve',
    occurredOn: '2024-03-12',
    idempotencyKey: randomUUID(),
    actor: { account: 'bench', post: 'judicial-office' },
    values: { engagement, form: 'contract', matter: '产业路维修合同审查', servedOn: '2024-03-12', people: 3 },
  });
}

interface Sample {
  readonly entry: Record<string, unknown>;
  readonly record: Record<string, unknown>;
  readonly contributions: Record<string, unknown>[];
  readonly link: Record<string, unknown>;
  readonly grams: readonly unknown[];
}

/** One act's rows as they really lie in the tables: the bare inserts write rows of the same size. */
async function sampleRows({ store }: Surroundings, org: string): Promise<Sample> {
  return store.transaction({ org }, async (tx) => {
    const [record] = await tx.query<Record<string, unknown>>(
      's1',
      `SELECT * FROM record WHERE org_code = $1 AND kind = 'counsel-service' LIMIT 1`,
      [org],
    );
    const key = [org, record!['record_id']];
    const rows = (name: string, text: string) => tx.query<Record<string, unknown>>(name, text, key);
    const [entry] = await rows('s2', 'SELECT * FROM entry WHERE org_code = $1 AND record_id = $2');
    const contributions = await rows(
      's3',
      'SELECT * FROM contribution WHERE org_code = $1 AND record_id = $2',
    );
    const [link] = await rows('s4', 'SELECT * FROM link WHERE org_code = $1 AND from_record = $2');
    const grams = await rows('s5', 'SELECT gram FROM gram WHERE org_code = $1 AND record_id = $2');
    return {
      entry: entry!,
      record: record!,
      contributions,
      link: link!,
      grams: grams.map(({ gram }) => gram),
    };
  });
}

const ENTRY = `INSERT INTO entry (org_code, seq, record_id, recorded_at, idem, leaf, chain, text) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`;
const LINK = 'INSERT INTO link (org_code, from_record, role, to_record) VALUES ($1,$2,$3,$4)';
const GRAMS = 'INSERT INTO gram (org_code, record_id, gram) SELECT $1, $2, unnest($3::text[])';
const CONTRIBUTION = `INSERT INTO contribution (org_code, figure, record_id, part, starts, ends, amount, key, evidence)
  VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)`;
const COUNTER = `INSERT INTO counter AS c (org_code, month, figure, amount) VALUES ($1,$2,$3,$4)
  ON CONFLICT (org_code, month, figure) DO UPDATE SET amount = c.amount + excluded.amount`;
const HEAD = 'UPDATE head SET seq = seq + 1, chain = $2 WHERE org_code = $1';

/** The same rows written bare: no lock, no law, no hash; one prepared statement per row, and one for all grams. */
async function bareRows(tx: Transaction, org: string, seq: number, sample: Sample): Promise<void> {
  const id = randomUUID();
  const { entry, record, contributions, link, grams } = sample;
  const row = {
    ...record,
    org_code: org,
    record_id: id,
    first_seq: seq,
    last_seq: seq,
    body: JSON.stringify(record['body']),
  };
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`).join(',');
  await tx.query('bare-entry', ENTRY, [
    org,
    seq,
    id,
    new Date(),
    randomBytes(32),
    entry['leaf'],
    entry['chain'],
    entry['text'],
  ]);
  await tx.query(
    'bare-record',
    `INSERT INTO record (${columns.join(',')}) VALUES (${places})`,
    Object.values(row),
  );
  await tx.query('bare-link', LINK, [org, id, link['role'], link['to_record']]);
  await tx.query('bare-grams', GRAMS, [org, id, grams]);
  for (const each of contributions) {
    const { figure, part, starts, ends, amount, key, evidence } = each;
    await tx.query('bare-contribution', CONTRIBUTION, [
      org,
      figure,
      id,
      part,
      starts,
      ends,
      amount,
      key,
      evidence,
    ]);
    await tx.query('bare-counter', COUNTER, [org, '2024-03', figure, amount]);
  }
  await tx.query('bare-head', HEAD, [org, entry['chain']]);
}

async function prepare(around: Surroundings, org: string): Promise<string> {
  await foundTownship(around, org);
  const { record } = await around.records.start({
    org,
    kind: 'counsel-engagement',
    step: 'engage',
    occurredOn: '2024-01-08',
    idempotencyKey: randomUUID(),
    actor: { account: 'bench', post: 'judicial-office' },
    values: { firm: '测速律师事务所', since: '2024-01-08' },
  });
  await act(around, org, record);
  return record;
}

async function compare(around: Surroundings, organisations: number): Promise<void> {
  const offset = organisations * 100;
  const ours = Array.from({ length: organisations }, (_, n) => township(offset + n));
  const theirs = ours.map((_, n) => township(offset + 50 + n));
  const engagements: string[] = [];
  for (const org of ours) engagements.push(await prepare(around, org));
  for (const org of theirs) await prepare(around, org);
  const sample = await sampleRows(around, ours[0]!);
  let seq = 1_000_000;
  const bare = (n: number): Promise<void> => {
    const org = theirs[n % organisations]!;
    seq += 1;
    const own = seq;
    return around.store.transaction({ org }, (tx) => bareRows(tx, org, own, sample));
  };
  const fadu = (n: number): Promise<void> =>
    act(around, ours[n % organisations]!, engagements[n % organisations]!);
  await rate(CLIENTS, 300, fadu);
  await rate(CLIENTS, 300, bare);
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    a.push(await rate(CLIENTS, ACTS, fadu));
    b.push(await rate(CLIENTS, ACTS, bare));
  }
  const where = organisations === 1 ? 'one organisation' : `${organisations} organisations`;
  show(`acts, ${CLIENTS} clients, ${where}`, a, '/s');
  show(`the same rows bare`, b, '/s');
  const ratios = a.map((value, index) => value / b[index]!);
  show('ratio', ratios, '');
  if (median(ratios) < 0.7) console.log('  below the target of 0.7');
}

export async function benchAppend(): Promise<void> {
  console.log('\nAppend (fsync and synchronous_commit on, as fadu_app with policies on)');
  const around = await surroundings(CLIENTS);
  try {
    await compare(around, 1);
    await compare(around, 8);
  } finally {
    await around.close();
  }
}
