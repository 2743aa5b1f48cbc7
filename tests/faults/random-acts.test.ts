import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countFigures, countFiguresAsOf } from '../../src/figures/figures.ts';
import { yearSpan } from '../../src/kernel/index.ts';
import { replay } from '../../src/records/replay.ts';
import { verifyOrganisation } from '../../src/records/verify.ts';
import { oneOrganisation, type Transaction } from '../../src/store/connection.ts';
import { FOUNDED, testTownship, type TestTownship } from '../township.ts';
import { tries, tryAll, type Try } from './random-acts.ts';

const RUNS = process.env['FADU_TEST_FULL'] === '1' ? 100 : 40;
const SPANS = [2023, 2024, 2025].map(yearSpan);

let first: TestTownship;
beforeAll(async () => {
  first = await testTownship({ org: '520581990000' });
});
afterAll(() => first.close());

/** Everything that follows from the ledger, as text. */
async function projection(tx: Transaction, org: string): Promise<string[]> {
  const rows: string[] = [];
  for (const table of [
    'record',
    'link',
    'gram',
    'term',
    'contribution',
    'counter',
    'account',
    'post_holding',
  ]) {
    const found = await tx.query<{ text: string }>(
      `dump-${table}`,
      `SELECT '${table} ' || t::text AS text FROM ${table} t WHERE org_code = $1 ORDER BY 1`,
      [org],
    );
    rows.push(...found.map(({ text }) => text));
  }
  return rows;
}

/** Month counters as they stand, and as the contributions of the flows add up. */
async function counters(tx: Transaction, org: string, flows: readonly string[]) {
  const held = await tx.query<{ month: string; figure: string; amount: number }>(
    'held-counters',
    'SELECT month, figure, amount FROM counter WHERE org_code = $1 ORDER BY month, figure',
    [org],
  );
  const summed = await tx.query<{ month: string; figure: string; amount: number }>(
    'summed-counters',
    `SELECT to_char(starts, 'YYYY-MM') AS month, figure, sum(amount)::bigint AS amount FROM contribution
     WHERE org_code = $1 AND figure = ANY ($2::text[]) GROUP BY 1, 2 HAVING sum(amount) <> 0 ORDER BY 1, 2`,
    [org, flows],
  );
  return { held, summed };
}

async function assertWhole(town: TestTownship, org: string, written: number): Promise<void> {
  const verified = await verifyOrganisation(org, { ...town, checkpoints: [] });
  // The founding and two of the staff come before.
  expect(verified.entries).toBe(FOUNDED + 2 + written);
  const flows = town.register.figures
    .filter(({ figure }) => figure.measure === 'flow')
    .map(({ code }) => code);
  const before = await town.store.read(oneOrganisation(org), async (tx) => {
    for (const span of SPANS) {
      const now = await countFigures(tx, town.register, org, span);
      const past = await countFiguresAsOf(tx, town.register, org, span, { seq: verified.entries });
      expect(past).toEqual(now);
    }
    const { held, summed } = await counters(tx, org, flows);
    expect(held).toEqual(summed);
    return projection(tx, org);
  });
  await replay(town.store, town.register, org);
  const after = await town.store.read(oneOrganisation(org), (tx) => projection(tx, org));
  expect(after).toEqual(before);
}

async function assertTimeNeverFalls(town: TestTownship, org: string): Promise<void> {
  const rows = await town.store.read(oneOrganisation(org), (tx) =>
    tx.query<{ recorded_at: Date }>(
      'times',
      'SELECT recorded_at FROM entry WHERE org_code = $1 ORDER BY seq',
      [org],
    ),
  );
  const times = rows.map((row) => row.recorded_at.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}

let organisation = 520581_100_000;

async function runOnce(list: readonly Try[], seen: { written: number; refused: number }): Promise<void> {
  const org = String((organisation += 1));
  const town = await testTownship({ org, beside: first });
  try {
    const tally = await tryAll(town, org, list);
    seen.written += tally.written;
    seen.refused += tally.refused;
    await assertWhole(town, org, tally.written);
    await assertTimeNeverFalls(town, org);
  } finally {
    await town.close();
  }
}

it(
  `${RUNS} random histories verify, replay to the same rows and count the same from table and ledger`,
  { timeout: 300_000 },
  async () => {
    const seen = { written: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(tries, (list) => runOnce(list, seen)),
      { numRuns: RUNS },
    );
    // Neither may a run be empty of acts, nor may everything be allowed.
    expect(seen.written).toBeGreaterThan(RUNS * 3);
    expect(seen.refused).toBeGreaterThan(0);
  },
);
