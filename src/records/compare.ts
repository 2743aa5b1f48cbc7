import { createHash } from 'node:crypto';
import { documentNumberText, Refusal, type DocumentNumber } from '../kernel/index.ts';
import type { Transaction } from '../store/connection.ts';
import { counterKey, type Folded } from './fold.ts';
import { checkStaffing } from './holdings-check.ts';
import { RECORD_COLUMNS, type RecordRow } from './row.ts';
import { checkStock } from './stock-check.ts';
import type { TermRow } from './terms.ts';

export interface ContributionRow {
  readonly record_id: string;
  readonly figure: string;
  readonly part: string;
  readonly starts: string;
  readonly ends: string | null;
  readonly amount: number;
  readonly key: string;
  readonly evidence: number;
}

/** JSON with sorted keys: two bodies are the same when they hold the same values, in whatever order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function differing(expected: RecordRow, held: RecordRow): string | undefined {
  return RECORD_COLUMNS.find((column) => !sameJson(expected[column], held[column]));
}

function wrong(sentence: string, facts: Record<string, unknown>): Refusal {
  return new Refusal('tampered', sentence, { facts, next: '可用“fadu replay”由账本重新生成。' });
}

async function checkRecords(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const held = await tx.query<RecordRow>('all-records', 'SELECT * FROM record WHERE org_code = $1', [org]);
  const byId = new Map(held.map((row) => [row.record_id, row]));
  for (const [id, { row }] of expected) {
    const found = byId.get(id);
    if (!found) throw wrong(`记录“${row.title}”（${id}）在账本里有，在记录表里没有。`, { record: id });
    const column = differing(row, found);
    if (column) throw wrong(`记录“${row.title}”（${id}）的“${column}”与账本不符。`, { record: id, column });
  }
  const extra = held.find((row) => !expected.has(row.record_id));
  if (extra)
    throw wrong(`记录“${extra.title}”（${extra.record_id}）在账本里没有。`, { record: extra.record_id });
}

/** Compares rows that stand beside the records, each as one text; `what` names them to the reader. */
function compareRows(what: string, expected: readonly string[], held: readonly string[]): void {
  const [want, have] = [new Set(expected), new Set(held)];
  const key = held.find((each) => !want.has(each)) ?? expected.find((each) => !have.has(each));
  if (key !== undefined) throw wrong(`${what}与账本不符（${key}）。`, { row: key });
}

async function checkLinks(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const held = await tx.query<{ from_record: string; role: string; to_record: string }>(
    'all-links',
    'SELECT from_record, role, to_record FROM link WHERE org_code = $1',
    [org],
  );
  const want = [...expected].flatMap(([id, { parts }]) =>
    parts.links.map((link) => `${id} ${link.role} ${link.to_record}`),
  );
  const have = held.map((row) => `${row.from_record} ${row.role} ${row.to_record}`);
  compareRows('记录之间的联系', want, have);
}

type HeldTerm = TermRow &
  Pick<RecordRow, 'record_id' | 'kind' | 'village' | 'sealed' | 'audience' | 'handlers'>;

async function checkTerms(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const held = await tx.query<HeldTerm>(
    'all-terms',
    `SELECT record_id, rule, met_by, starts, manner, kind, village, sealed, audience, handlers FROM term WHERE org_code = $1`,
    [org],
  );
  const text = (term: HeldTerm): string => {
    const { record_id: id, rule, met_by: field, starts, manner, kind, ...known } = term;
    const { village, sealed, audience, handlers } = known;
    return JSON.stringify([id, rule, field, starts, manner, kind, village, sealed, audience, handlers]);
  };
  const want = [...expected.values()].flatMap(({ row, parts }) =>
    parts.terms.map((term) => text({ ...row, ...term })),
  );
  compareRows('记录的期限', want, held.map(text));
}

async function checkNumbers(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const held = await tx.query<DocumentNumber & { readonly record_id: string }>(
    'all-numbers',
    'SELECT record_id, series, year, number FROM document_number WHERE org_code = $1',
    [org],
  );
  const text = (id: string, number: DocumentNumber): string => `${id} ${documentNumberText(number)}`;
  const want = [...expected].flatMap(([id, { parts }]) =>
    (parts.numbers ?? []).map((each) => text(id, each)),
  );
  compareRows(
    '用过的文号',
    want,
    held.map((row) => text(row.record_id, row)),
  );
}

/** One hash for all grams of a record: there are too many of them to be read one by one. */
function hashOfGrams(grams: readonly string[]): string {
  const sorted = grams.map((gram) => Buffer.from(gram)).toSorted(Buffer.compare);
  return createHash('sha256').update(Buffer.concat(sorted)).digest('hex');
}

async function checkGrams(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const held = await tx.query<{ record_id: string; hash: string }>(
    'all-grams',
    `SELECT g.record_id, encode(sha256(convert_to(string_agg(g.gram, '' ORDER BY g.gram), 'UTF8')), 'hex') AS hash
     FROM gram g WHERE g.org_code = $1 GROUP BY g.record_id`,
    [org],
  );
  const hashes = new Map(held.map((row) => [row.record_id, row.hash]));
  for (const [id, { row, parts }] of expected) {
    const hash = parts.grams.come.length === 0 ? undefined : hashOfGrams(parts.grams.come);
    if (hash !== hashes.get(id)) {
      throw wrong(`记录“${row.title}”（${id}）的检索词与账本不符，可能查不到它。`, { record: id });
    }
    hashes.delete(id);
  }
  const [extra] = hashes.keys();
  if (extra) throw wrong(`检索表里有账本里没有的记录（${extra}）。`, { record: extra });
}

async function checkContributions(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, Folded>,
): Promise<void> {
  const held = await tx.query<ContributionRow>(
    'all-contributions',
    'SELECT record_id, figure, part, starts, ends, amount, key, evidence FROM contribution WHERE org_code = $1',
    [org],
  );
  const text = (row: ContributionRow): string =>
    [row.record_id, row.figure, row.part, row.starts, row.ends, row.amount, row.key, row.evidence].join(' ');
  const want = new Map(
    [...expected].flatMap(([record_id, { parts }]) =>
      parts.contributions.map((each) => {
        const row = { record_id, ...each };
        return [text(row), row] as const;
      }),
    ),
  );
  for (const row of held) {
    if (!want.delete(text(row))) {
      throw wrong(`指标“${row.figure}”的一笔计数（记录${row.record_id}）与账本不符。`, {
        figure: row.figure,
        record: row.record_id,
      });
    }
  }
  const [missing] = want.values();
  if (missing)
    throw wrong(`指标“${missing.figure}”缺少记录${missing.record_id}的计数。`, { figure: missing.figure });
}

async function checkCounters(
  tx: Transaction,
  org: string,
  expected: ReadonlyMap<string, number>,
): Promise<void> {
  const held = await tx.query<{ month: string; figure: string; amount: number }>(
    'all-counters',
    'SELECT month, figure, amount FROM counter WHERE org_code = $1',
    [org],
  );
  const have = new Map(held.map((row) => [counterKey(row.month, row.figure), row.amount]));
  const keys = [...new Set([...expected.keys(), ...have.keys()])].toSorted();
  const key = keys.find((each) => expected.get(each) !== have.get(each));
  if (key) {
    const sentence = `月计数“${key}”是${have.get(key) ?? 0}，由账本算应是${expected.get(key) ?? 0}。`;
    throw wrong(sentence, { counter: key });
  }
}

/** Compares the projection as it stands with what the ledger gives; throws a refusal that names the first difference. */
export async function checkProjection(
  tx: Transaction,
  org: string,
  expected: { records: ReadonlyMap<string, Folded>; counters: ReadonlyMap<string, number> },
): Promise<void> {
  await checkRecords(tx, org, expected.records);
  await checkLinks(tx, org, expected.records);
  await checkGrams(tx, org, expected.records);
  await checkTerms(tx, org, expected.records);
  await checkNumbers(tx, org, expected.records);
  await checkContributions(tx, org, expected.records);
  await checkCounters(tx, org, expected.counters);
  await checkStaffing(tx, org, expected.records);
  await checkStock(tx, org, expected.records);
}
