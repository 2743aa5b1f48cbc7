import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS } from '../../src/demo/accounts.ts';
import { isHoliday, isWorkday } from '../../src/demo/days.ts';
import { createDemo, DEMO_NAME, DEMO_ORG, demoState, planDemo } from '../../src/demo/demo.ts';
import { Attachment, type PlannedAct } from '../../src/demo/plan.ts';
import { REGISTER } from '../../src/duties/index.ts';
import { backingOf, figuresOf, type FigureValue } from '../../src/figures/figures.ts';
import { isDay, isPersonal, type Day } from '../../src/kernel/index.ts';
import { openFiles, openVault, type FileStore, type Vault } from '../../src/ledger/index.ts';
import type { RecordRow } from '../../src/records/row.ts';
import { Records, type Clock } from '../../src/records/records.ts';
import { verifyOrganisation } from '../../src/records/verify.ts';
import { oneOrganisation, openStore, type Store } from '../../src/store/connection.ts';
import { freshDatabase, withClient, type FreshDatabase } from '../database.ts';
import expectedFigures from './expected.json' with { type: 'json' };

interface Expected {
  readonly approx: string;
  readonly value: number;
  readonly expectedInDemo?: number;
}
const EXPECTED: Readonly<Record<string, Expected>> = expectedFigures;
const SPAN = { from: '2024-01-01' as Day, to: '2024-12-31' as Day };

interface DemoTown {
  readonly store: Store;
  readonly register: typeof REGISTER;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly database: FreshDatabase;
  readonly records: (clock?: Clock) => Records;
  close(): Promise<void>;
}

/** An empty Fadu on a database of its own, for a demo to be created in. */
async function house(): Promise<DemoTown> {
  const database = await freshDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'fadu-demo-'));
  const store = await openStore({ connection: database.app, mayLoseWrites: true });
  const vault = await openVault(path.join(folder, 'keys'));
  const files = openFiles(path.join(folder, 'files'));
  return {
    store,
    register: REGISTER,
    vault,
    files,
    database,
    records: (clock) => new Records({ store, register: REGISTER, vault, files, ...(clock ? { clock } : {}) }),
    async close() {
      await vault.close();
      await store.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function allRecords({ store }: DemoTown): Promise<RecordRow[]> {
  return store.transaction(oneOrganisation(DEMO_ORG), (tx) =>
    tx.query<RecordRow>('demo-records', 'SELECT * FROM record ORDER BY first_seq', []),
  );
}

/** The interval that a number's wording allows: 30余 is 30 to 39, 8500余 to 8599, an exact number itself. */
function interval({ approx, value, expectedInDemo }: Expected): [low: number, high: number] {
  if (expectedInDemo !== undefined) return [expectedInDemo, expectedInDemo];
  if (approx === 'at-least') return [value, Infinity];
  if (approx === 'exact') return [value, value];
  let place = 1;
  while (value % (place * 10) === 0) place *= 10;
  return [value, value + place - 1];
}

let town: DemoTown;
let figures: FigureValue[];
let records: RecordRow[];
let acts: PlannedAct[];

beforeAll(async () => {
  acts = planDemo();
  town = await house();
  const started = performance.now();
  await createDemo(town);
  console.log(`${acts.length} acts in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  figures = await figuresOf(town.store, REGISTER, DEMO_ORG, SPAN);
  records = await allRecords(town);
}, 120_000);
afterAll(() => town.close());

const figureOf = (code: string): FigureValue => figures.find((each) => each.code === code)!;

describe('the figures of the demo year', () => {
  it('lie where they should, each with its records behind it', () => {
    const rows = Object.entries(EXPECTED).map(([code, expected]) => {
      const { value, records } = figureOf(code);
      const [low, high] = interval(expected);
      return { code, expected: `${low}${high === low ? '' : `..${high}`}`, value, records };
    });
    console.table(rows);
    for (const [code, expected] of Object.entries(EXPECTED)) {
      const [low, high] = interval(expected);
      const { value } = figureOf(code);
      expect(value, code).toBeGreaterThanOrEqual(low);
      expect(value, code).toBeLessThanOrEqual(high);
    }
  });

  it('add up to what stands behind them', async () => {
    for (const { code, measure, value, records } of figures) {
      const rows = await town.store.transaction(oneOrganisation(DEMO_ORG), (tx) =>
        backingOf(tx, REGISTER, DEMO_ORG, code, SPAN, { as: 'operator' }),
      );
      if (measure !== 'ratio') expect(rows.length, code).toBe(records);
      if (measure === 'ratio' || measure === 'distinct') continue;
      const sum = rows.reduce((total, row) => total + row.contribution, 0);
      expect(sum, code).toBe(value);
    }
  });

  it('tell screened, settled, and both within the year apart', () => {
    const [screened, settled, both] = ['screened', 'settled', 'screened-and-resolved'].map(
      (code) => figureOf(`disputes.${code}`).value!,
    );
    expect(both).toBe(178);
    expect(screened).toBeGreaterThan(both!);
    expect(settled).toBeGreaterThan(both!);
    expect(screened).not.toBe(settled);
    expect(figureOf('power-items.levy').value).toBe(0);
  });

  it('are what the seed says, where the seed is at hand', ({ skip }) => {
    const seed = path.resolve(import.meta.dirname, '../../../shared/seed/tieshi-2024-figures.json');
    if (!existsSync(seed)) return skip('no seed beside the repository');
    const given = JSON.parse(readFileSync(seed, 'utf8')) as ({ readonly id: string } & Expected)[];
    const table = given.map(({ id, approx, value, expectedInDemo }) => [
      id,
      { approx, value, ...(expectedInDemo === undefined ? {} : { expectedInDemo }) },
    ]);
    expect(EXPECTED).toEqual(Object.fromEntries(table));
  });
});

describe('the demo township', () => {
  it('verifies: chain, tree, personal values, files, projection and counters', async () => {
    const founded = 1 + ACCOUNTS.reduce((sum, { posts }) => sum + 1 + posts.length, 0);
    const verified = await verifyOrganisation(DEMO_ORG, { ...town, checkpoints: [] });
    expect(verified).toMatchObject({ name: DEMO_NAME, demo: true, entries: acts.length + founded });
    expect(verified.personalValues).toBeGreaterThan(500);
    expect(verified.files).toBeGreaterThan(60);
    expect(verified.counters).toBeGreaterThan(200);
  });

  it('carries two breaches of terms, on purpose, and counts the penalty that carries one', () => {
    const flawed = records.filter(({ flaws }) => flaws > 0);
    expect(flawed.map(({ kind, flaws }) => [kind, flaws]).sort()).toEqual([
      ['emergency-plan', 1],
      ['penalty-case', 1],
    ]);
    expect(figureOf('penalty-cases').value).toBe(1);
  });

  it('holds exercises, voided and mended records, none of which counts as it was first entered', async () => {
    expect(records.filter(({ is_drill }) => is_drill).length).toBeGreaterThanOrEqual(3);
    expect(records.filter(({ voided_by }) => voided_by !== null).length).toBeGreaterThanOrEqual(3);
    expect(acts.filter(({ step }) => step === '$correct').length).toBeGreaterThanOrEqual(3);
    const silent = records.filter(({ is_drill, voided_by }) => is_drill || voided_by !== null);
    const counted = await town.store.transaction(oneOrganisation(DEMO_ORG), (tx) =>
      tx.query('demo-silent', 'SELECT figure FROM contribution WHERE record_id = ANY ($1::uuid[])', [
        silent.map(({ record_id }) => record_id),
      ]),
    );
    expect(counted).toEqual([]);
  });

  it('lets gatherings serve several figures', async () => {
    const several = await town.store.transaction(oneOrganisation(DEMO_ORG), (tx) =>
      tx.query<{ figures: number }>(
        'demo-overlaps',
        `SELECT count(*) AS figures FROM contribution c JOIN record r USING (org_code, record_id)
         WHERE r.kind = 'gathering' GROUP BY c.record_id HAVING count(*) >= 3`,
        [],
      ),
    );
    expect(several.length).toBeGreaterThanOrEqual(8);
  });

  it('shows two editions of the power list, with what the later one added and removed', () => {
    const items = records.filter(({ kind }) => kind === 'power-item');
    const changed = (field: string) => items.filter(({ body }) => body[field] === '2024-04-15').length;
    expect([changed('listedOn'), changed('removedOn')]).toEqual([8, 6]);
    expect(records.filter(({ kind }) => kind === 'power-list-edition')).toHaveLength(2);
  });

  it('has every type and every channel of dispute', () => {
    const disputes = records.filter(({ kind }) => kind === 'dispute');
    const options = (field: string) => Object.keys(REGISTER.kind('dispute').fields[field]!.options!);
    for (const field of ['type', 'channel']) {
      expect(new Set(disputes.map(({ body }) => body[field]))).toEqual(new Set(options(field)));
    }
    const states = Object.keys(REGISTER.kind('dispute').states);
    expect(new Set(disputes.map(({ state }) => state))).toEqual(new Set(states));
  });
});

/** Every day that a body holds, with its field. */
function daysIn(body: Readonly<Record<string, unknown>>): [field: string, on: string][] {
  return Object.entries(body).filter((pair): pair is [string, string] => isDay(pair[1]));
}

const ENDS = new Set(['endedOn', 'until', 'sourceUntil', 'effectiveOn']);

/** What ends or falls due may lie ahead; everything else has happened when it is entered. */
function mayLieAhead(kind: string, field: string): boolean {
  return ENDS.has(field) || REGISTER.kind(kind).fields[field]?.future === true;
}

describe('its days', () => {
  it('exist, and nothing is entered before it happens', () => {
    for (const { kind, occurred_on, recorded_on, body } of records) {
      expect(isDay(occurred_on), kind).toBe(true);
      expect(recorded_on >= occurred_on, `${kind} ${occurred_on}`).toBe(true);
      for (const [field, on] of daysIn(body))
        if (!mayLieAhead(kind, field)) expect(on <= '2024-12-31').toBe(true);
    }
    for (const { matter, entered, values } of acts) {
      const ahead = daysIn(values).filter(([field, on]) => on > entered && !mayLieAhead(matter.kind, field));
      expect(ahead, `${matter.kind} entered ${entered}`).toEqual([]);
    }
  });

  it('keep the office week: entered on workdays, met on workdays, held on no public holiday', () => {
    const odd = acts.filter(({ entered }) => !isWorkday(entered));
    expect(odd.map(({ matter, entered }) => [matter.kind, entered])).toEqual([]);
    const ofYear = records.filter(({ occurred_on }) => occurred_on >= '2023-12-18');
    const held = ofYear.filter(({ kind, body }) =>
      kind === 'dispute' ? false : !(kind === 'publicity-activity' && body['venue'] === 'market'),
    );
    expect(held.filter(({ occurred_on }) => !isWorkday(occurred_on)).map(({ title }) => title)).toEqual([]);
    expect(ofYear.filter(({ occurred_on }) => isHoliday(occurred_on)).map(({ title }) => title)).toEqual([]);
    const sessions = records.flatMap(({ body }) => [body['mediatedOn'], body['settledOn'], body['endedOn']]);
    const past = sessions.filter((on): on is Day => isDay(on) && on <= SPAN.to);
    expect(past.filter((on) => on > '2023-12-18' && !isWorkday(on))).toEqual([]);
  });

  it('are spread over the whole year, make-up workdays among them', () => {
    const months = new Map<string, number>();
    for (const { occurred_on } of records.filter(({ occurred_on }) => occurred_on >= SPAN.from)) {
      const month = occurred_on.slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect(months.size).toBe(12);
    expect(Math.min(...months.values())).toBeGreaterThan(20);
    expect(records.some(({ occurred_on }) => occurred_on === '2024-05-11')).toBe(true);
  });
});

const REAL_VILLAGES = '红旗 墓老坝 青杠坝 安乐场 许家坝 米新寨 堰塘寨 油沙坡 六棱山 石丫口 铁盔山'.split(' ');

/** All texts of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Attachment) return [value.name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

describe('its content', () => {
  it('names no real village', () => {
    const everything = [JSON.stringify(acts), DEMO_NAME, readFileSync(accountsFile, 'utf8')].join('\n');
    for (const name of REAL_VILLAGES) expect(everything).not.toContain(name);
    const villages = new Set(records.map(({ village }) => village).filter((village) => village !== null));
    expect(villages.size).toBe(11);
  });

  it('shows no personal value in the ledger or in a record', async () => {
    const personal = acts.flatMap(({ matter, values }) => {
      const fields = REGISTER.kind(matter.kind).fields;
      return Object.entries(values).flatMap(([name, value]) =>
        isPersonal(fields[name]!) ? textsOf(value) : [],
      );
    });
    // A household's village and group also name public places.
    const secrets = [...new Set(personal)].filter((text) => !/村\d组$/.test(text));
    expect(secrets.length).toBeGreaterThan(900);
    const shown = await withClient(town.database.admin, async (client) => {
      const { rows } = await client.query<{ text: string }>(
        `SELECT text FROM entry UNION ALL SELECT title || body::text FROM record`,
      );
      return rows.map(({ text }) => text).join('\n');
    });
    expect(secrets.filter((text) => shown.includes(text))).toEqual([]);
    const phones = personal.filter((text) => /^\d+$/.test(text));
    expect(phones.filter((text) => !text.startsWith('000'))).toEqual([]);
  });

  it('holds no handwritten number in shortcomings and plans', () => {
    const texts = records.flatMap(({ kind, body }) =>
      kind === 'shortcoming' || kind === 'next-year-plan'
        ? [body['problem'], body['cause'], body['plan']]
        : [],
    );
    const written = texts.filter((text) => typeof text === 'string');
    expect(written.length).toBeGreaterThan(8);
    expect(written.join('')).toContain('{judicial-office.staff}');
    expect(written.join('').replaceAll(/\{[a-z.-]+\}/g, '')).not.toMatch(/[0-9零二三四五六七八九十百千万]/);
  });
});

const accountsFile = path.resolve(import.meta.dirname, '../../src/demo/accounts.ts');

describe('creating it again', () => {
  it('is refused where it is open', async () => {
    expect(await demoState(town)).toBe('finished');
    await expect(createDemo(town)).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('gives the same content elsewhere, also when the first run was killed half-way', async () => {
    const other = await house();
    try {
      const killed = new Error('killed');
      const half = createDemo(other, (done) => {
        if (done === 700) throw killed;
      });
      await expect(half).rejects.toBe(killed);
      expect(await demoState(other)).toBe('unfinished');
      await createDemo(other);
      expect(await demoState(other)).toBe('finished');
      const outline = (rows: readonly RecordRow[]) =>
        rows.map(({ kind, title, village, occurred_on, recorded_on, state, version, flaws }) =>
          [kind, title, village, occurred_on, recorded_on, state, version, flaws].join(' '),
        );
      const again = await allRecords(other);
      expect(outline(again)).toEqual(outline(records));
      expect(again[0]!.record_id).not.toBe(records[0]!.record_id);
      const values = (all: readonly FigureValue[]) =>
        all.map(({ code, value, records }) => [code, value, records]);
      expect(values(await figuresOf(other.store, REGISTER, DEMO_ORG, SPAN))).toEqual(values(figures));
    } finally {
      await other.close();
    }
  }, 120_000);
});
