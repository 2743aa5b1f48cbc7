import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { REGISTER } from '../src/duties/index.ts';
import { addDays, day, type Day } from '../src/kernel/index.ts';
import { FORMAT, SUITE, type Entry } from '../src/ledger/index.ts';
import { projectRows } from '../src/records/append.ts';
import { partsOf, project } from '../src/records/projection.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import type { Surroundings } from './surroundings.ts';

/** So many disputes a township of the bench has. */
export const RECORDS = 100_000;
const BATCH = 5_000;
const FROM = day('2020-01-01');
/** The villages that they lie in. */
export const VILLAGES = Array.from({ length: 11 }, (_, n) => `第${n + 1}村`);
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
export function dispute(org: string, n: number): Entry {
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

/**
 * Gives a township its disputes, as rows of the projection that the write path would make; without their entries in the
 * ledger.
 */
export function fill(places: Surroundings, org: string): Promise<void> {
  return fillWith(places, org, RECORDS, dispute);
}

/** Gives a township so many records, each made by its first entry. */
export async function fillWith(
  { server, store }: Surroundings,
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
  const owner = new Client(server.url('fadu', 'fadu_owner'));
  await owner.connect();
  await owner.query('VACUUM (ANALYZE)');
  await owner.end();
}
