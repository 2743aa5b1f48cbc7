import { createHash } from 'node:crypto';
import { REGISTER } from '../src/duties/index.ts';
import { addDays, day, type Day } from '../src/kernel/index.ts';
import { FORMAT, SUITE, type Entry } from '../src/ledger/index.ts';
import type { Insider } from '../src/people/visibility.ts';
import { projectRows } from '../src/records/append.ts';
import { dueList } from '../src/records/due.ts';
import { listRecords, type PageQuery } from '../src/records/listing.ts';
import { partsOf, project } from '../src/records/projection.ts';
import { oneOrganisation, type Store } from '../src/store/connection.ts';
import { Client } from 'pg';
import { foundTownship, show, surroundings, township, type Surroundings } from './surroundings.ts';

const RECORDS = 100_000;
const BATCH = 5_000;
/** The first three warm up. */
const ROUNDS = 24;
const OPEN = 10_000;
const TODAY = day('2026-06-01');
const FROM = day('2020-01-01');
const VILLAGES = Array.from({ length: 11 }, (_, n) => `第${n + 1}村`);
const WHOSE = [
  ...'张王李赵陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
];
const WHERE = [
  '河坝',
  '坡脚',
  '学堂边',
  '老寨',
  '新街',
  '水井湾',
  '大田坝',
  '岩脚',
  '桥头',
  '垭口',
  '枫树林',
  '油房',
  '青杠坡',
  '团山',
];
const WHAT = [
  '田埂界线',
  '宅基地边界',
  '引水沟渠',
  '采光遮挡',
  '林木砍伐',
  '赡养老人',
  '婚约彩礼',
  '合伙账目',
  '工钱拖欠',
  '道路通行',
  '牲畜踩踏',
  '青苗补偿',
  '坟山迁移',
  '邻里口角',
  '房屋漏水',
  '借款归还',
];
const HOW = ['纠纷', '争议', '一事', '引起的纠纷', '多年不和'];

/** The n-th dispute of the bench; every word is drawn by a hash, so each run has the same. */
function dispute(org: string, n: number): Entry {
  const dice = createHash('sha256').update(String(n)).digest();
  const pick = <T>(from: readonly T[], at: number): T => from[dice.readUInt16BE(at) % from.length]!;
  const on: Day = addDays(FROM, Math.floor((n * 1826) / RECORDS));
  const title = `${pick(VILLAGES, 0)}${pick(WHERE, 2)}${pick(WHOSE, 4)}姓与${pick(WHOSE, 6)}姓${pick(WHAT, 8)}${pick(HOW, 10)}`;
  const hex = dice.toString('hex');
  return {
    format: FORMAT,
    suite: SUITE,
    org,
    seq: 100 + n,
    recordedAt: `${on}T04:00:00.000Z`,
    occurredOn: on,
    precision: 'day',
    source: n % 7 === 0 ? 'paper' : 'late',
    actor: { account: n % 500 === 0 ? 'li' : `clerk${n % 9}`, post: 'mediator' },
    kind: 'dispute',
    kindVersion: 1,
    kindPrint: '',
    record: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    expected: 0,
    step: n % 10 === 0 ? 'report' : 'settleAtOnce',
    law: [],
    envelope: { village: pick(VILLAGES, 0) },
    values: {
      title,
      type: pick(['homestead', 'neighbour', 'family', 'land'], 12),
      channel: 'village',
      reportedOn: on,
      involved: 2 + (n % 5),
      ...(n % 10 === 0 ? {} : { settledOn: on }),
    },
    commitments: {},
    flaws: [],
    idem: '',
    previous: '',
  };
}

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

async function fillWith(
  store: Store,
  org: string,
  count: number,
  entryOf: (org: string, n: number) => Entry,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    await store.transaction(oneOrganisation(org), async (tx) => {
      const entries = Array.from({ length: BATCH }, (_, n) => entryOf(org, from + n));
      await Promise.all(
        entries.map((entry) => {
          const kind = REGISTER.kind(entry.kind);
          const row = project(kind, null, entry);
          return projectRows(tx, row, partsOf(kind, null, row));
        }),
      );
    });
  }
}

async function fill({ server, store }: Surroundings, org: string): Promise<void> {
  await fillWith(store, org, RECORDS, dispute);
  await fillWith(store, org, OPEN, penaltyCase);
  const owner = new Client(server.url('fadu', 'fadu_owner'));
  await owner.connect();
  await owner.query('VACUUM (ANALYZE)');
  await owner.end();
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
