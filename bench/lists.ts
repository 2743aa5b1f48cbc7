import { REGISTER } from '../src/duties/index.ts';
import { addDays, day } from '../src/kernel/index.ts';
import type { Entry } from '../src/ledger/index.ts';
import type { Insider } from '../src/people/visibility.ts';
import { dueList } from '../src/records/due.ts';
import { listRecords, type PageQuery } from '../src/records/listing.ts';
import { dispute, fill, fillWith, RECORDS } from './disputes.ts';
import { foundTownship, show, surroundings, township } from './surroundings.ts';

/** The first three warm up. */
const ROUNDS = 24;
const OPEN = 10_000;
const TODAY = day('2026-06-01');

/** A penalty case that is open since some day of the last three years: its decision is awaited within 90 days. */
function penaltyCase(org: string, n: number): Entry {
  const filedOn = addDays(TODAY, -((n * 37) % 1095));
  const { record } = dispute(org, RECORDS + n);
  const actor = { account: 'bench', post: 'enforcement-officer' } as const;
  const common = { ...dispute(org, n), record, actor, occurredOn: filedOn, seq: 100 + RECORDS + n };
  return {
    ...common,
    kind: 'penalty-case',
    step: 'file',
    values: { cause: '未经批准占用耕地建房', filedOn },
  };
}

const OFFICE: Insider = { as: 'office', account: 'bench', posts: ['judicial-office'] };
const LISTS: readonly (readonly [name: string, query: Omit<PageQuery, 'org'>, viewer?: Insider])[] = [
  ['50 latest', {}],
  ['50 of a state', { kinds: ['dispute'], states: ['reported'] }],
  [
    '50 of a state and a village in a year',
    {
      kinds: ['dispute'],
      states: ['reported'],
      villages: ['第3村'],
      occurredFrom: '2022-01-01',
      occurredTo: '2022-12-31',
    },
  ],
  ['50 of a state that nothing is in', { kinds: ['dispute'], states: ['mediating'] }],
  ['50 of a kind', { kinds: ['dispute'] }],
  ['50 of a choice', { kinds: ['dispute'], fields: { type: ['family'] } }],
  ['50 by title', { kinds: ['dispute'], sort: 'title' }],
  ['50 by a number of the kind', { kinds: ['dispute'], sort: 'involved' }],
  [
    '50 for a village cadre',
    {},
    { as: 'office', account: 'cadre', posts: ['village-cadre'], villages: ['第7村'] },
  ],
  [
    'what names one counsel (200 of them)',
    {},
    { as: 'office', account: 'li', posts: ['counsel'], assignedOnly: true },
  ],
  ['50 latest and how many', { total: true }],
  ['50 of a state and how many', { kinds: ['dispute'], states: ['reported'], total: true }],
  ['search, 1 character, frequent (姓)', { q: '姓' }],
  ['search, 2 characters, frequent (纠纷)', { q: '纠纷' }],
  ['search, 2 characters, some (老寨)', { q: '老寨' }],
  ['search, 3 characters, frequent grams (张姓与)', { q: '张姓与' }],
  ['search, 4 characters, rare (张姓与王)', { q: '张姓与王' }],
  ['search, 6 characters, rare (老寨张姓与王)', { q: '老寨张姓与王' }],
  ['search, 6 characters, some (宅基地边界纠)', { q: '宅基地边界纠' }],
  ['search, frequent grams that never meet (姓与姓纠纷)', { q: '姓与姓纠纷' }],
  ['search, one digit (7)', { q: '7' }],
  ['search, nothing (派出所)', { q: '派出所' }],
  ['search, two words (老寨 赡养) and how many', { q: '老寨 赡养', total: true }],
];

async function time(name: string, work: () => Promise<number>): Promise<void> {
  const took: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = performance.now();
    found = await work();
    took.push(performance.now() - at);
  }
  const [first] = took.splice(0, 3);
  show(`${name} → ${found}`, took, 'ms');
  if (name.startsWith('due')) console.log(`  the first time ${first!.toFixed(0)} ms`);
}

export async function benchLists(): Promise<void> {
  console.log(`\nLists of a township of ${RECORDS} records (as fadu_app with policies on)`);
  const around = await surroundings(4);
  try {
    const org = township(1);
    await foundTownship(around, org);
    const started = performance.now();
    await fill(around, org);
    await fillWith(around, org, OPEN, penaltyCase);
    console.log(`filled in ${Math.round((performance.now() - started) / 1000)} s`);
    for (const [name, query, viewer = OFFICE] of LISTS) {
      await time(name, async () => {
        return (await listRecords(around.store, REGISTER, viewer, { org, ...query })).records.length;
      });
    }
    for (const most of [0, 200, OPEN]) {
      await time(`due: counts of ${OPEN} running terms, ${most} shown`, async () => {
        return (await dueList(around.store, REGISTER, OFFICE, TODAY, { org, most })).items.length;
      });
    }
  } finally {
    await around.close();
  }
}
