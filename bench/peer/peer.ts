import { isDeepStrictEqual } from 'node:util';
import { oneOrganisation } from '../../src/store/connection.ts';
import { fill, RECORDS, VILLAGES } from '../disputes.ts';
import { megabytes } from '../serving.ts';
import { foundTownship, median, show, surroundings, township, type Surroundings } from '../surroundings.ts';
import { prepareDirectus, startDirectus } from './directus.ts';
import { startFadu } from './fadu.ts';
import { load, type Load } from './load.ts';
import { OPERATIONS, type Operation, type Side, type Subjects } from './side.ts';

const CONNECTIONS = 8;
const ROUNDS = Number(process.env['FADU_BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['FADU_BENCH_SECONDS'] ?? 5);
const WARM_SECONDS = 3;
const FASTER = 3;
const MEMORY = 0.5;
const READ = 500;

const operations = Object.keys(OPERATIONS) as Operation[];

async function subjects({ store }: Surroundings, org: string): Promise<Subjects> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ id: string }>(
      'some-records',
      `SELECT record_id AS id FROM record WHERE org_code = $1 AND kind = 'dispute' ORDER BY record_id LIMIT $2`,
      [org, READ],
    ),
  );
  return { ids: rows.map(({ id }) => id), villages: VILLAGES };
}

async function essenceOf(side: Side, operation: Exclude<Operation, 'create'>, n: number): Promise<unknown> {
  const { path, headers } = side.ask[operation](n);
  const response = await fetch(`${side.address}${path}`, { headers: { ...side.headers, ...headers } });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${side.name}, ${operation}: ${JSON.stringify(answer)}`);
  return side.essence[operation](answer);
}

/** Who answers something else does other work: then there is nothing to compare. */
async function assertAlike(sides: readonly Side[]): Promise<void> {
  for (const operation of operations) {
    if (operation === 'create') continue;
    for (let n = 0; n < 12; n += 1) {
      const [first, ...others] = await Promise.all(sides.map((side) => essenceOf(side, operation, n)));
      if (others.some((each) => !isDeepStrictEqual(each, first)))
        throw new Error(`${operation} ${n}: answers differ: ${JSON.stringify([first, ...others])}`);
    }
  }
}

type Measured = ReadonlyMap<Side, Readonly<Record<Operation, Load[]>>>;

/** Rounds of all operations, each by one side after the other and in the other order in the next round. */
async function measure(sides: readonly Side[]): Promise<Measured> {
  const measured = new Map(
    sides.map((side) => [
      side,
      { create: [], read: [], list: [], search: [], months: [] } as Record<Operation, Load[]>,
    ]),
  );
  let n = 0;
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const operation of operations) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        n += 1_000_000;
        const found = await load(side, operation, CONNECTIONS, round < 0 ? WARM_SECONDS : SECONDS, n);
        if (round >= 0) measured.get(side)![operation].push(found);
      }
    }
  }
  return measured;
}

function verdict(reached: boolean): string {
  return reached ? '' : '   NOT REACHED';
}

function compare(measured: Measured, fadu: Side, peer: Side): void {
  console.log(`\nFadu against ${peer.name}, medians of ${ROUNDS} rounds`);
  for (const operation of operations) {
    const [ours, theirs] = [measured.get(fadu)![operation], measured.get(peer)![operation]];
    const faster = median(ours.map(({ rate }, round) => rate / theirs[round]!.rate));
    const later = median(ours.map(({ p99 }, round) => p99 / theirs[round]!.p99));
    console.log(
      `${OPERATIONS[operation].padEnd(46)} requests/s ×${faster.toFixed(1)} (target ≥ ${FASTER})${verdict(faster >= FASTER)}, ` +
        `p99 ×${later.toFixed(2)} (target ≤ 1)${verdict(later <= 1)}`,
    );
  }
}

async function report(measured: Measured, sides: readonly Side[]): Promise<void> {
  for (const [side, loads] of measured) {
    console.log(`\n${side.name}`);
    for (const operation of operations) {
      show(
        OPERATIONS[operation],
        loads[operation].map(({ rate }) => rate),
        '/s',
      );
      show(
        '  p99',
        loads[operation].map(({ p99 }) => p99),
        'ms',
      );
    }
  }
  const [fadu, ...peers] = sides;
  for (const peer of peers) compare(measured, fadu!, peer);
  console.log('\nMemory of the server process after all rounds (PSS)');
  const sizes = await Promise.all(sides.map(({ pid }) => megabytes(pid)));
  sides.forEach(({ name }, index) => console.log(`${name.padEnd(46)} ${sizes[index]!.toFixed(0)} MB`));
  sizes.slice(1).forEach((size, index) => {
    const part = sizes[0]! / size;
    console.log(
      `Fadu against ${sides[index + 1]!.name}: ×${part.toFixed(2)} (target ≤ ${MEMORY})${verdict(part <= MEMORY)}`,
    );
  });
}

export async function benchPeer(): Promise<void> {
  console.log(
    `\nFadu's API against Directus 11.17.4, both under Node ${process.version}, on one PostgreSQL, ${RECORDS} records, ` +
      `${CONNECTIONS} connections, signed in, ${ROUNDS} rounds of ${SECONDS} s in turns`,
  );
  const around = await surroundings(4);
  const sides: Side[] = [];
  try {
    const org = township(1);
    await foundTownship(around, org, VILLAGES);
    const started = performance.now();
    await fill(around, org);
    const prepared = await prepareDirectus(around, org);
    console.log(`filled both in ${Math.round((performance.now() - started) / 1000)} s`);
    const about = await subjects(around, org);
    sides.push(await startFadu(around, org, about));
    for (const cache of [false, true]) sides.push(await startDirectus(prepared, cache, about));
    await assertAlike(sides);
    console.log('every side gives the same answers');
    await report(await measure(sides), sides);
  } finally {
    for (const side of sides) await side.stop();
    await around.close();
  }
}
