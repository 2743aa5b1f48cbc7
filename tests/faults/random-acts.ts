import fc from 'fast-check';
import { addDays, type Day } from '../../src/kernel/index.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import type { Acted } from '../../src/records/records.ts';
import { VILLAGES, type TestTownship } from '../township.ts';

/** What one of the office's people may try next, as numbers that are read against what is there. */
export interface Try {
  readonly what: 'start' | 'act' | 'correct' | 'void' | 'again';
  readonly kind: keyof typeof KINDS;
  /** Which step, which record, which value. */
  readonly pick: number;
  readonly other: number;
  /** Days after 1 December 2023; the clock may jump back and forth. */
  readonly clock: number;
  /** How many days before the clock's day it happened. */
  readonly ago: number;
  readonly drill: boolean;
}

const one = <T>(list: readonly T[], pick: number): T => list[pick % list.length]!;

/** The steps of three kinds (a flow, a stock that counts distinct villages, a ratio) with values that fit them. */
const KINDS = {
  dispute: {
    post: 'mediator',
    starts: ['report', 'settleAtOnce'],
    goesOn: ['mediate', 'continue', 'settle', 'end'],
    village: true,
    values: (step: string, n: number): Record<string, unknown> => ({
      ...(step === 'report' || step === 'settleAtOnce'
        ? {
            title: `随机纠纷${n}`,
            type: one(['land', 'neighbour'], n),
            channel: one(['station', 'village'], n),
            parties: [{ name: `当事人${n}` }],
          }
        : {}),
      ...(step === 'settleAtOnce' || step === 'settle' ? { agreement: one(['oral', 'written'], n) } : {}),
      ...(step === 'mediate' || step === 'continue' ? { consent: one(['both', 'both', 'refused'], n) } : {}),
      ...(step === 'end' ? { referral: 'court' } : {}),
    }),
    corrections: (on: Day): Record<string, unknown>[] => [
      { channel: 'station' },
      { channel: 'group', reportedOn: on },
      { settledOn: on },
      { mediatedOn: on },
      { involved: 3 },
      { involved: null },
      { narrative: '更正后的情况' },
    ],
  },
  'village-counsel': {
    post: 'judicial-office',
    starts: ['engage'],
    goesOn: ['post', 'end'],
    village: true,
    values: (step: string, n: number): Record<string, unknown> =>
      step === 'engage' ? { firm: `样稿律师事务所${n % 3}`, counsel: { name: `律师${n % 3}` } } : {},
    corrections: (on: Day): Record<string, unknown>[] => [
      { since: on },
      { until: on },
      { duties: '解答咨询' },
    ],
  },
  'platform-result': {
    post: 'judicial-office',
    starts: ['expect'],
    goesOn: ['take'],
    village: false,
    values: (step: string, n: number, member: string): Record<string, unknown> =>
      step === 'expect'
        ? { platform: 'law-online', member, dueOn: one(['2024-06-30', '2024-12-31', '2025-01-01'], n) }
        : { score: one([40, 60, 88, 95], n) },
    corrections: (on: Day): Record<string, unknown>[] => [
      { score: 59 },
      { score: 100 },
      { takenOn: on },
      { dueOn: on },
    ],
  },
} as const;

export const tries: fc.Arbitrary<Try[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 4, arbitrary: fc.constant('start' as const) },
      { weight: 5, arbitrary: fc.constant('act' as const) },
      { weight: 4, arbitrary: fc.constant('correct' as const) },
      { weight: 1, arbitrary: fc.constant('void' as const) },
      { weight: 1, arbitrary: fc.constant('again' as const) },
    ),
    kind: fc.constantFrom('dispute' as const, 'village-counsel' as const, 'platform-result' as const),
    pick: fc.nat(1000),
    other: fc.nat(1000),
    clock: fc.integer({ min: 40, max: 430 }),
    ago: fc.oneof(fc.constant(0), fc.nat(60)),
    drill: fc.boolean(),
  }),
  { minLength: 10, maxLength: 40 },
);

interface Known {
  readonly kind: Try['kind'];
  readonly record: string;
  version: number;
}

/** What came of a run: how many entries it wrote and how many tries were refused. */
export interface Tally {
  written: number;
  refused: number;
}

const FIRST = '2023-12-01' as Day;

/** Tries one after the other. A refusal is an answer; anything else that throws ends the run. */
export async function tryAll(town: TestTownship, org: string, list: readonly Try[]): Promise<Tally> {
  const known: Known[] = [];
  const tally: Tally = { written: 0, refused: 0 };
  const members = await staff(town, org);
  let last: (() => Promise<Acted>) | undefined;
  for (const [index, each] of list.entries()) {
    const attempt = each.what === 'again' ? last : prepare(town, org, each, index, known, members);
    if (!attempt) continue;
    try {
      const acted = await attempt();
      if (each.what === 'again' && !acted.repeated) throw new Error('the same key acted twice');
      if (acted.repeated) continue;
      remember(known, each.kind, acted);
      tally.written += 1;
      last = attempt;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      tally.refused += 1;
    }
  }
  return tally;
}

function remember(known: Known[], kind: Try['kind'], { record, version }: Acted): void {
  const held = known.find((each) => each.record === record);
  if (held) held.version = version;
  else known.push({ kind, record, version });
}

/** Two of the staff, for results to be about. */
async function staff(town: TestTownship, org: string): Promise<string[]> {
  const ids: string[] = [];
  for (const name of ['甲', '乙']) {
    const day = '2024-01-02';
    town.at(day);
    const values = { office: 'judicial-office', position: '工作人员', member: { name } };
    const { record } = await town.start({ org, kind: 'staff', step: 'fill', occurredOn: day, values });
    ids.push(record);
  }
  return ids;
}

function prepare(
  town: TestTownship,
  org: string,
  each: Try,
  index: number,
  known: readonly Known[],
  members: readonly string[],
): (() => Promise<Acted>) | undefined {
  const kind = KINDS[each.kind];
  const today = addDays(FIRST, each.clock);
  const on = addDays(today, -each.ago);
  const [mine, actor] = [
    known.filter((one) => one.kind === each.kind),
    { account: kind.post, post: kind.post } as const,
  ];
  const common = {
    org,
    actor,
    occurredOn: on as string,
    idempotencyKey: `try-${index}`,
    kind: each.kind as string,
  };
  // The clock stands where it stood whenever the same act is asked for again.
  const at =
    <T>(work: () => Promise<T>) =>
    () => {
      town.at(today);
      return work();
    };
  const village = kind.village ? { village: one(VILLAGES, each.other) } : {};
  if (each.what === 'start') {
    const step = one(kind.starts, each.pick);
    const values = kind.values(step, each.other, one(members, each.pick));
    const drill = each.drill && each.other % 3 === 0;
    return at(() => town.records.start({ ...common, ...village, step, values, ...(drill ? { drill } : {}) }));
  }
  if (mine.length === 0) return undefined;
  const { record, version } = one(mine, each.pick);
  // Now and then somebody saw an older version.
  const matter = {
    ...common,
    record,
    expectedVersion: each.other % 17 === 0 ? Math.max(1, version - 1) : version,
  };
  if (each.what === 'act') {
    const step = one(kind.goesOn, each.other);
    return at(() => town.records.act({ ...matter, step, values: kind.values(step, each.other, '') }));
  }
  const reason = '核对底册后更正';
  if (each.what === 'void') return at(() => town.records.void({ ...matter, reason }));
  const moved = each.drill ? { redatedTo: on as string, ...village } : {};
  const values = one(kind.corrections(on), each.other);
  return at(() => town.records.correct({ ...matter, ...moved, reason, values }));
}
