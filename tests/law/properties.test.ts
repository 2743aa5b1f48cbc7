import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../src/duties/index.ts';
import {
  addDays,
  canStop,
  day,
  dayAt,
  Refusal,
  type Day,
  type Kind,
  type Term,
} from '../../src/kernel/index.ts';
import { deadline, getTerm, type TermId } from '../../src/law/index.ts';
import type { Flaw } from '../../src/ledger/index.ts';
import { dueDay } from '../../src/records/due-day.ts';
import { dueList } from '../../src/records/due.ts';
import { addAccount } from '../../src/records/opening.ts';
import { ORGANISATION } from '../../src/records/row.ts';
import { mannerOf } from '../../src/records/terms.ts';
import { enter } from '../site-township.ts';
import { ORG, testTownship, type TestTownship } from '../township.ts';
import { brokenRules, numbers, Tape, Walk, type Pool, type Tried } from './random-work.ts';

/** The same random work in each run; `FADU_SEED` tries another. */
const SEED = Number(process.env['FADU_SEED'] ?? 20_261_126);
const FULL = process.env['FADU_TEST_FULL'] === '1';
/** Walks of a kind, by how many steps it has, and acts of a walk at most. */
const WALKS = FULL ? 6 : 2;
const MOST = FULL ? 60 : 14;
const ACTS = 16;
const BEGINS = '2026-03-02' as Day;

/** The organisation is made with its ledger; a draw for an auditor is the machine's. */
const WALKED = KINDS.filter(({ code }) => ![ORGANISATION, 'audit-sample'].includes(code));

let town: TestTownship;
let file: unknown;
const pool: Pool = new Map();
beforeAll(async () => {
  town = await testTownship();
  town.at(BEGINS);
  file = await town.files.put(ORG, '样稿.txt', Buffer.from('样稿'));
  const linked = new Set(KINDS.flatMap(({ fields }) => Object.values(fields).map(({ target }) => target)));
  for (const kind of KINDS.filter(({ code }) => linked.has(code))) {
    const records: string[] = [];
    for (const example of kind.examples) records.push(await enter(town, kind, Infinity, example));
    pool.set(kind.code, records);
  }
}, 60_000);
afterAll(() => town.close());

/** Rules of the step that an act's flaws name, and those of them that a term of the same id may stand for. */
function flawsOf(kind: Kind, step: Tried['step'], flaws: readonly Flaw[]) {
  const rules = new Set((step.rules ?? []).map(({ rule }) => rule.id));
  const named = flaws.map(({ rule }) => rule).filter((id) => rules.has(id));
  return { named, certain: named.filter((id) => !(kind.terms ?? []).some(({ rule }) => rule === id)) };
}

/** Holds what came of an act against the record as it is stored, not against what the write path said of it. */
async function check({ kind, step, outcome, stopped }: Tried): Promise<void> {
  const what = `${kind.code} ${step.label}`;
  const hard = (step.rules ?? []).flatMap(({ rule }) => (canStop(step, rule) ? [rule.id] : []));
  if (!(outcome instanceof Refusal)) {
    seen.accepted.add(kind.code);
    if (step.papers !== undefined) seen.papers.add(what);
    const broken = await brokenRules(town, kind, outcome);
    const { certain } = flawsOf(kind, step, outcome.flaws);
    const said = [...certain, ...broken];
    expect(
      said.filter((id) => hard.includes(id)),
      what,
    ).toEqual([]);
    return;
  }
  if (stopped === undefined) return;
  seen.stops.add(`${kind.code} ${stopped.rule}`);
  expect(hard, what).toContain(stopped.rule);
  // Entered afterwards it is accepted, with what is broken and nothing else.
  const { named, certain } = flawsOf(kind, step, stopped.late.flaws);
  const broken = await brokenRules(town, kind, stopped.late);
  expect(named, what).toContain(stopped.rule);
  expect(broken, what).toContain(stopped.rule);
  expect(
    broken.filter((id) => !named.includes(id)),
    what,
  ).toEqual([]);
  expect(
    certain.filter((id) => !broken.includes(id)),
    what,
  ).toEqual([]);
}

/** No term of the record ends before the law alone would end it. */
async function checkTerms(kind: Kind, record: string): Promise<void> {
  const today = dayAt(town.clock());
  const { items } = await dueList(town.store, town.register, { as: 'operator' }, today, { org: ORG, record });
  for (const { rule, from, due } of items) {
    if (due === null || getTerm(rule).variable) continue;
    seen.terms.add(`${kind.code} ${rule}`);
    const least = plain(rule as TermId, from, {});
    expect(least === undefined || due >= least, `${kind.code} ${rule} from ${from}: ${due}`).toBe(true);
  }
}

interface Seen {
  readonly accepted: Set<string>;
  readonly papers: Set<string>;
  readonly stops: Set<string>;
  readonly terms: Set<string>;
}
const seen: Seen = { accepted: new Set(), papers: new Set(), stops: new Set(), terms: new Set() };

describe('random work of every kind', () => {
  it.each(WALKED.map((kind) => [kind.code, kind] as const))(
    '%s: nothing taken in the office breaks a hard rule, and what one stopped is accepted afterwards with its flaw',
    async (_code, kind) => {
      const walk = fc.asyncProperty(numbers, async (drawn) => {
        const tape = new Tape(drawn);
        town.at(addDays(BEGINS, tape.next(200)));
        const matter = new Walk(town, kind, tape, pool, file);
        const acts = 1 + tape.next(ACTS);
        for (let n = 0; n < acts; n += 1) {
          const tried = await matter.take();
          if (!tried) break;
          await check(tried);
          if (kind.terms !== undefined && matter.record !== undefined) await checkTerms(kind, matter.record);
        }
      });
      await fc.assert(walk, { seed: SEED, numRuns: Math.min(WALKS * Object.keys(kind.steps).length, MOST) });
    },
    60_000,
  );

  it('went through most kinds, issued papers, met many stops and let many terms run', () => {
    expect(seen.accepted.size).toBeGreaterThan(WALKED.length * 0.8);
    expect(seen.papers.size).toBeGreaterThan(5);
    expect(seen.stops.size).toBeGreaterThan(8);
    expect(seen.terms.size).toBeGreaterThan(8);
  });
});

describe('the legal review of a penalty case', () => {
  const OFFICERS = ['officer-1', 'officer-2', 'officer-3'];

  it('is never taken in the office by one who handles the case, and is by any other', async () => {
    town.at(BEGINS);
    const { store, register, vault, clock } = town;
    for (const account of OFFICERS) {
      const posts = ['enforcement-officer', 'legality-reviewer'] as const;
      await addAccount({ store, register, vault }, ORG, { account, name: account, posts: [...posts] }, clock);
    }
    const firstOfficer = pool.get('enforcement-officer')![0]!;
    const common = () => ({
      org: ORG,
      kind: 'penalty-case',
      occurredOn: BEGINS as string,
      idempotencyKey: randomUUID(),
    });
    const handled = fc.record({
      filer: fc.constantFrom(...OFFICERS),
      given: fc.option(fc.uniqueArray(fc.constantFrom(...OFFICERS), { minLength: 1 }), { nil: undefined }),
      reviewer: fc.constantFrom(...OFFICERS),
      opinion: fc.constantFrom('agreed', 'returned'),
    });
    const property = fc.asyncProperty(handled, async ({ filer, given, reviewer, opinion }) => {
      const filed = await town.records.start({
        ...common(),
        step: 'file',
        actor: { account: filer, post: 'enforcement-officer' },
        values: { cause: '样稿', firstOfficer },
      });
      let version = filed.version;
      if (given !== undefined) {
        const actor = { account: filer, post: 'enforcement-officer' } as const;
        const matter = { record: filed.record, expectedVersion: version, handlers: given, reason: '交接' };
        version = (await town.records.assign({ ...common(), ...matter, actor })).version;
      }
      const review = town.records.act({
        ...common(),
        step: 'review',
        record: filed.record,
        expectedVersion: version,
        actor: { account: reviewer, post: 'legality-reviewer' },
        values: { opinion },
      });
      const accepted = await review.then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'rule-blocks', detail: { facts: { rule: 'CF-59' } } });
          return false;
        },
      );
      expect(accepted).toBe(!(given ?? [filer]).includes(reviewer));
    });
    await fc.assert(property, { seed: SEED, numRuns: FULL ? 300 : 40 });
  });
});

describe('a term as records compute it', () => {
  const terms: readonly (readonly [Kind, Term<Kind['fields']>])[] = KINDS.flatMap((kind) =>
    (kind.terms ?? []).map((term) => [kind, term] as const),
  );
  const inDays = terms.filter(([, { rule }]) => ['day', 'workday', 'month'].includes(getTerm(rule).unit));
  const starts = fc.integer({ min: 0, max: 300 }).map((n) => addDays(day('2025-01-02'), n));
  const spans = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 15 }) }),
    { maxLength: 3 },
  );

  it('never ends earlier for standing still or being extended', () => {
    const drawn = fc.record({
      of: fc.constantFrom(...inDays),
      from: starts,
      spans,
      extended: fc.boolean(),
      count: fc.integer({ min: 1, max: 60 }),
    });
    const property = fc.property(drawn, ({ of: [, term], from, spans: pauses, extended, count }) => {
      const rule = term.rule as TermId;
      const body = {
        ...(term.pauses === undefined
          ? {}
          : {
              [term.pauses]: pauses.map(({ after, length }) => ({
                from: addDays(from, after),
                to: addDays(from, after + length),
              })),
            }),
        ...(term.extended !== undefined && extended ? { [term.extended]: addDays(from, 1) } : {}),
        ...(term.count === undefined ? {} : { [term.count]: count }),
      };
      const { due } = dueDay({ rule, from, manner: mannerOf(term, body) }, from);
      const least = plain(rule, from, term.count === undefined ? {} : { count });
      // Where a year's notice is missing no day is said at all.
      if (due === null || least === undefined) return;
      expect(due >= least, `${rule} from ${from}: ${due}, by the law alone ${least}`).toBe(true);
    });
    fc.assert(property, { seed: SEED, numRuns: FULL ? 5000 : 500 });
  });
});

/** The last day by the law alone; undefined where it can't be counted. */
function plain(rule: TermId, from: Day, counted: { readonly count?: number }): string | undefined {
  try {
    return deadline(rule, from, counted).due.slice(0, 10);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
