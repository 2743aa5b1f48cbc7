import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { ORG, testTownship, VILLAGES, type TestTownship } from '../../tests/township.ts';
import { day } from '../kernel/index.ts';
import { makeCalendar } from '../law/index.ts';
import type { Insider } from '../people/visibility.ts';
import { dueDay } from './due-day.ts';
import { dueList, type DueItem, type DueOptions } from './due.ts';
import { replay } from './replay.ts';
import { verifyOrganisation } from './verify.ts';

const OFFICE: Insider = { as: 'office', account: 'area-lead', posts: ['area-lead'] };
const KIND = 'penalty-case';
let town: TestTownship;
let officers: string[];

beforeAll(async () => {
  town = await testTownship();
  town.at('2026-12-30');
  officers = [];
  for (const certificate of ['甲', '乙']) {
    const values = { officer: { name: '某某' }, certificate };
    const step = { kind: 'enforcement-officer', step: 'certify', occurredOn: '2023-06-01', values };
    officers.push((await town.start(step)).record);
  }
});
afterAll(() => town.close());

async function file(on: string, over: object = {}): Promise<string> {
  const [firstOfficer, secondOfficer] = officers;
  const values = { cause: `占地建房${on}`, filedOn: on, firstOfficer, secondOfficer };
  return (
    await town.start({ kind: KIND, step: 'file', occurredOn: on, values, village: VILLAGES[0]!, ...over })
  ).record;
}

function decide(record: string, on: string): Promise<unknown> {
  const values = { decidedOn: on, result: 'none', spared: 'minor' };
  return town.act({ kind: KIND, step: 'decide', record, expectedVersion: 1, occurredOn: on, values });
}

const list = (today: string, options: Partial<DueOptions> = {}, viewer = OFFICE) =>
  dueList(town.store, town.register, viewer, day(today), { org: ORG, ...options });

async function items(record: string, today: string, options: Partial<DueOptions> = {}): Promise<DueItem[]> {
  return (await list(today, options)).items.filter((item) => item.record === record);
}

describe('送达处罚决定书：作出决定之日起七个工作日（行政处罚法第六十一条）', () => {
  let record: string;
  beforeAll(async () => {
    record = await file('2024-02-01');
    await decide(record, '2024-04-30');
  });

  it('五一长假不计，5月11日补班计：到期日2024年5月13日，按工作日说还剩几天', async () => {
    const [item] = await items(record, '2024-05-10', { path: true });
    expect(item).toMatchObject({
      rule: 'CF-40',
      from: '2024-04-30',
      metBy: 'servedOn',
      due: '2024-05-13',
      when: 'later',
      role: 'duty',
      left: { count: 2, unit: '工作日' },
      article: '《行政处罚法》第六十一条',
      kind: KIND,
      state: 'decided',
      village: VILLAGES[0],
    });
    expect(item!.path!.find(({ date }) => date === '2024-05-11')).toMatchObject({ counted: true });
    expect(await items(record, '2024-05-10')).toEqual([
      expect.not.objectContaining({ path: expect.anything() }),
    ]);
  });

  it.each([
    ['2024-05-13', 'today', 0],
    ['2024-05-14', 'overdue', -1],
    ['2024-05-20', 'overdue', -5],
  ])('%s：%s', async (today, when, count) => {
    expect(await items(record, today)).toMatchObject([{ when, left: { count, unit: '工作日' } }]);
  });

  it('送达后不再有；更正决定日，期限随着变；作废后没有', async () => {
    const other = await file('2024-02-02');
    await decide(other, '2024-03-01');
    const on = { org: ORG, kind: KIND, record: other, occurredOn: '2026-12-30', reason: '写错了' };
    const actor = { account: 'enforcement-officer', post: 'enforcement-officer' } as const;
    const mend = { ...on, actor, expectedVersion: 2, idempotencyKey: randomUUID() };
    await town.records.correct({ ...mend, values: { decidedOn: '2024-03-04' } });
    expect(await items(other, '2024-03-05')).toMatchObject([{ from: '2024-03-04', due: '2024-03-13' }]);
    const { version } = await town.act({
      kind: KIND,
      step: 'serve',
      record: other,
      expectedVersion: 3,
      occurredOn: '2024-03-08',
      values: { service: 'direct' },
    });
    expect(await items(other, '2024-03-09')).toEqual([]);
    const third = await file('2024-02-03');
    expect(await items(third, '2024-03-09')).toMatchObject([
      { rule: 'CF-39', due: '2024-05-03', left: { count: 55, unit: '日' } },
    ]);
    await town.records.void({ ...mend, record: third, expectedVersion: 1, idempotencyKey: randomUUID() });
    expect(await items(third, '2024-03-09')).toEqual([]);
    expect(version).toBe(4);
  });

  it('2026年底作出决定，2027年放假通知未公布：待放假通知，不猜；通知导入后就有日期', async () => {
    const late = await file('2026-11-02');
    await decide(late, '2026-12-28');
    const awaiting = { when: 'awaiting', due: null, awaits: { year: 2027, lastCertainDay: '2026-12-31' } };
    expect(await items(late, '2026-12-29')).toMatchObject([awaiting]);
    const notice = {
      year: 2027,
      source: '试验用通知',
      work: [],
      off: [{ from: day('2027-01-01'), to: day('2027-01-03'), name: '元旦' }],
    };
    const calendar = makeCalendar({ extraYears: [notice] });
    expect(await items(late, '2026-12-29', { calendar })).toMatchObject([
      { due: '2027-01-07', when: 'later' },
    ]);
    // 2027 is known, 2028 is not: how many working days it is late can't be said.
    expect(
      dueDay({ rule: 'CF-40', from: day('2026-12-28'), manner: '' }, day('2028-03-01'), calendar),
    ).toEqual({
      when: 'overdue',
      due: '2027-01-07',
      safeDue: '2027-01-07',
    });
  });
});

describe('哪些期限在走', () => {
  it('结了的案子不再等决定；演练不算', async () => {
    const drill = await file('2024-06-03', { drill: true });
    expect(await items(drill, '2024-06-04')).toEqual([]);
    const index = {
      cause: '上级系统办理',
      number: '〔2024〕1号',
      filedOn: '2024-05-20',
      decidedOn: '2024-06-03',
      result: 'warning',
    };
    const step = {
      kind: KIND,
      step: 'index',
      occurredOn: '2024-06-03',
      village: VILLAGES[0]!,
      source: 'platform' as const,
    };
    const { record } = await town.start({ ...step, values: index });
    expect(await items(record, '2024-06-04')).toEqual([]);
  });

  it('规则当时还没有施行的，须人工核定', () => {
    expect(dueDay({ rule: 'CF-40', from: day('2020-04-30'), manner: '' }, day('2020-05-06'))).toMatchObject({
      when: 'unsettled',
      due: null,
      unsettled: expect.stringContaining('施行'),
    });
  });
});

describe('谁看得到', () => {
  it('本村、本人承办；数也一样', async () => {
    const here: Insider = { as: 'office', account: 'x', posts: ['village-cadre'], villages: [VILLAGES[0]!] };
    const there: Insider = { ...here, villages: [VILLAGES[1]!] };
    const own: Insider = {
      as: 'office',
      account: 'enforcement-officer',
      posts: ['counsel'],
      assignedOnly: true,
    };
    const all = await list('2024-05-10');
    expect(all.items.length).toBeGreaterThan(1);
    expect(Object.values(all.counts).reduce((a, b) => a + b)).toBe(all.items.length);
    expect((await list('2024-05-10', {}, here)).counts).toEqual(all.counts);
    const none = { overdue: 0, today: 0, week: 0, later: 0, awaiting: 0, unsettled: 0, paused: 0 };
    expect(await list('2024-05-10', {}, there)).toMatchObject({ items: [], counts: none });
    expect((await list('2024-05-10', {}, { ...own, account: 'counsel' })).counts).toEqual(none);
    expect((await list('2024-05-10', {}, own)).counts).toEqual(all.counts);
    expect((await list('2024-05-10', { villages: [VILLAGES[2]!] })).counts).toEqual(none);
    expect((await list('2024-05-10', { kinds: ['dispute'] })).counts).toEqual(none);
    expect((await list('2024-05-10', { handler: 'enforcement-officer' })).counts).toEqual(all.counts);
    await expect(list('2024-05-10', { most: 10_001 })).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('先到期的在前；只看某几类、只看前几件', async () => {
    const { items: all } = await list('2024-05-13');
    const days = all.map(({ due }) => due ?? '9999');
    expect(days).toEqual(days.toSorted());
    expect((await list('2024-05-13', { most: 1 })).items).toEqual(all.slice(0, 1));
    expect((await list('2024-05-13', { when: ['today'] })).items).toMatchObject([{ due: '2024-05-13' }]);
    expect((await list('2024-05-13', { when: ['week'] })).items).toEqual([]);
  });
});

it('司法确认三十日内可以共同申请；过了就不能再申请，不列为要办的（人民调解法第三十三条）', async () => {
  const begun = await town.start({
    kind: 'dispute',
    step: 'report',
    occurredOn: '2024-06-03',
    source: 'late',
    values: { title: '承包地边界', type: 'land', channel: 'village' },
  });
  const act = (step: string, expectedVersion: number, values: object) =>
    town.act({
      kind: 'dispute',
      step,
      record: begun.record,
      expectedVersion,
      occurredOn: '2024-06-04',
      source: 'late',
      values: values as Record<string, never>,
    });
  await act('mediate', 1, { consent: 'both' });
  await act('settle', 2, { agreement: 'written' });
  await act('sign', 3, { signed: ['parties', 'mediator', 'seal'], effectiveOn: '2024-06-04' });
  const running = async (today: string) =>
    (await items(begun.record, today)).filter(({ rule }) => rule === 'RT-14');
  expect(await running('2024-07-04')).toMatchObject([{ due: '2024-07-04', role: 'right' }]);
  expect(await running('2024-07-05')).toEqual([]);
});

it('账本重放后期限表相同；被动过的，核验时指出来', async () => {
  const before = await list('2024-05-10');
  await replay(town.store, town.register, ORG);
  expect(await list('2024-05-10')).toEqual(before);
  const verify = () => verifyOrganisation(ORG, { ...town, checkpoints: [] });
  await verify();
  await withClient(town.database.owner, (client) =>
    client.query(`UPDATE term SET starts = starts + 30 WHERE org_code = $1 AND rule = 'CF-40'`, [ORG]),
  );
  await expect(verify()).rejects.toMatchObject({
    code: 'tampered',
    message: expect.stringContaining('记录的期限与账本不符'),
  });
});
