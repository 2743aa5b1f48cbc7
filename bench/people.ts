import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { REGISTER } from '../src/duties/index.ts';
import { backingOf, type Span } from '../src/figures/figures.ts';
import { addDays, day, daysBetween, isPersonal, type Day, type Kind } from '../src/kernel/index.ts';
import { FORMAT, SUITE, type Entry } from '../src/ledger/index.ts';
import { projectRows } from '../src/records/append.ts';
import { partsOf, project } from '../src/records/projection.ts';
import type { RecordRow } from '../src/records/row.ts';
import { loadDraft } from '../src/report/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../src/store/connection.ts';
import { VILLAGES } from './disputes.ts';
import { bareCounts } from './figures.ts';
import {
  benchFolder,
  foundTownship,
  show,
  surroundings,
  township,
  type Surroundings,
} from './surroundings.ts';

const RECORDS = 50_000;
const BATCH = 2_500;
const ROUNDS = 7;
const YEAR = 2024;
const SPAN: Span = { from: day('2024-01-01'), to: day('2024-12-31') };
const ROOMS: readonly string[] = ['emergency', 'disputes', 'training', 'leadership'];
/** They make accounts and posts, of which a township has some dozens. */
const GOVERNING = ['organisation', 'account', 'appointment', 'separation-notice'];
/** What a year among people mostly is, in shares of all records; the other kinds have the rest alike. */
const SHARES: Readonly<Record<string, number>> = {
  dispute: 0.4,
  'publicity-activity': 0.16,
  gathering: 0.16,
};

type Example = Kind['examples'][number];
type Act = Example[number];

/** The kinds of the four rooms, and the gatherings that most of their figures are counted in. */
function kindsAmongPeople(): Kind[] {
  return REGISTER.kinds.filter(
    ({ code, room }) => code === 'gathering' || (ROOMS.includes(room) && !GOVERNING.includes(code)),
  );
}

function idOf(kind: string, n: number): string {
  const hex = createHash('sha256').update(`${kind} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The open values of an example's act, its days moved along; a link goes to one of the first records of its kind. */
function valuesOf(kind: Kind, act: Act, on: Day, move: number, n: number): Record<string, unknown> {
  const { day: own, sameDay = [] } = kind.steps[act.step]!;
  const values: Record<string, unknown> = Object.fromEntries(
    [...sameDay, ...(own === undefined ? [] : [own])].map((name) => [name, on]),
  );
  for (const [name, value] of Object.entries(act.values)) {
    const field = kind.fields[name]!;
    if (isPersonal(field)) continue;
    if (field.target !== undefined) values[name] = idOf(field.target, n % 50);
    else values[name] = field.type === 'day' ? addDays(value as Day, move) : value;
  }
  return values;
}

function entryOf(org: string, kind: Kind, act: Act, n: number, place: number, move: number): Entry {
  const on = addDays(day(act.on), move);
  const actor = { account: `clerk${n % 9}`, post: kind.steps[act.step]!.by[0]! };
  const village = act.village === undefined ? {} : { village: VILLAGES[n % VILLAGES.length]! };
  return {
    format: FORMAT,
    suite: SUITE,
    org,
    seq: 100 + n * 8 + place,
    recordedAt: `${on}T04:00:00.000Z`,
    occurredOn: on,
    precision: 'day',
    source: 'late',
    actor,
    kind: kind.code,
    kindVersion: kind.version,
    kindPrint: '',
    record: idOf(kind.code, n),
    expected: place,
    step: act.step,
    law: [],
    envelope: place === 0 ? village : {},
    values: valuesOf(kind, act, on, move, n),
    commitments: {},
    flaws: [],
    idem: '',
    previous: '',
  };
}

/** The n-th matter of a kind as its acts leave it: one of the kind's own examples, begun on some day of the year. */
function rowOf(org: string, kind: Kind, n: number): RecordRow {
  const example = kind.examples[n % kind.examples.length]!;
  const move = daysBetween(day(example[0]!.on), addDays(SPAN.from, (n * 37) % 330));
  let row: RecordRow | null = null;
  for (const [place, act] of example.entries())
    row = project(kind, row, entryOf(org, kind, act, n, place, move));
  return row!;
}

/** How many records a kind has. */
function sizesOf(kinds: readonly Kind[]): readonly (readonly [Kind, number])[] {
  const shared = kinds.filter(({ code }) => SHARES[code] === undefined).length;
  const left = 1 - Object.values(SHARES).reduce((a, b) => a + b);
  return kinds.map((kind) => [kind, Math.round(RECORDS * (SHARES[kind.code] ?? left / shared))]);
}

async function fill({ server, store }: Surroundings, org: string): Promise<number> {
  const sizes = sizesOf(kindsAmongPeople());
  for (const [kind, size] of sizes)
    for (let from = 0; from < size; from += BATCH)
      await store.transaction(oneOrganisation(org), async (tx) => {
        const rows = Array.from({ length: Math.min(BATCH, size - from) }, (_, n) =>
          rowOf(org, kind, from + n),
        );
        await Promise.all(rows.map((row) => projectRows(tx, row, partsOf(kind, null, row))));
      });
  const owner = new Client(server.url('fadu', 'fadu_owner'));
  await owner.connect();
  await owner.query('VACUUM (ANALYZE)');
  await owner.end();
  return sizes.reduce((sum, [, size]) => sum + size, 0);
}

/** The report, and for every figure the records behind it with what each adds. */
async function ours(store: Store, org: string): Promise<number> {
  await loadDraft(store, REGISTER, org, YEAR, new Date());
  return store.read(oneOrganisation(org), async (tx) => {
    let records = 0;
    for (const { code } of REGISTER.figures)
      records += (await backingOf(tx, REGISTER, org, code, SPAN, { as: 'operator' })).length;
    return records;
  });
}

/** The same by hand and without figures: 30 of the counts, and for every figure the records that it could be of. */
async function bare(store: Store, org: string): Promise<void> {
  await store.read(oneOrganisation(org), async (tx) => {
    await bareCounts(tx, org);
    for (const { figure, kinds } of REGISTER.figures) {
      const on = figure.measure === 'flow' ? figure.on : undefined;
      if (on !== undefined) await bareList(tx, org, kinds[0]!.code, on);
    }
  });
}

function bareList(tx: Transaction, org: string, kind: string, on: string): Promise<unknown[]> {
  const when = on === 'occurredOn' ? 'occurred_on' : `(body ->> '${on}')::date`;
  return tx.query(
    `bare-list ${on}`,
    `SELECT record_id, kind, title, village, occurred_on, version, evidence FROM record
     WHERE org_code = $1 AND kind = $2 AND NOT is_drill AND voided_by IS NULL AND ${when} BETWEEN $3 AND $4
     ORDER BY occurred_on, record_id`,
    [org, kind, SPAN.from, SPAN.to],
  );
}

/** Runs on a database server that has just been started, with connections of its own. */
async function cold(folder: string, work: (store: Store) => Promise<unknown>): Promise<number> {
  const around = await surroundings(4, folder);
  try {
    const began = performance.now();
    await work(around.store);
    return performance.now() - began;
  } finally {
    await around.close();
  }
}

async function filled(folder: string, org: string): Promise<number> {
  const around = await surroundings(8, folder);
  try {
    await foundTownship(around, org, VILLAGES);
    return await fill(around, org);
  } finally {
    await around.close();
  }
}

export async function benchPeople(): Promise<void> {
  const [folder, org] = [await benchFolder(), township(1)];
  try {
    const records = await filled(folder, org);
    const kinds = kindsAmongPeople().length;
    console.log(
      `\nThe year’s report, ${records} records of ${kinds} kinds of work among people, cold database`,
    );
    const [report, all, hand]: [number[], number[], number[]] = [[], [], []];
    let behind = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      report.push(await cold(folder, (store) => loadDraft(store, REGISTER, org, YEAR, new Date())));
      all.push(await cold(folder, async (store) => (behind = await ours(store, org))));
      hand.push(await cold(folder, (store) => bare(store, org)));
    }
    show(`the report, ${REGISTER.figures.length} figures (target ≤ 1000 ms)`, report, 'ms');
    show(`and every record behind them (${behind})`, all, 'ms');
    show('bare SQL: 30 counts, records by kind and day', hand, 'ms');
    const ratios = all.map((value, round) => value / hand[round]!);
    show('ratio (target ≤ 1.5)', ratios, '');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
