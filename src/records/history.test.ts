import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, VILLAGES, type TestTownship } from '../../tests/township.ts';
import type { Transaction } from '../store/connection.ts';
import { oneOrganisation } from '../store/connection.ts';
import { withClient } from '../../tests/database.ts';
import type { Insider } from '../people/visibility.ts';
import { recordHistory } from './history.ts';
import { recordLinks } from './links.ts';
import { findRecord } from './listing.ts';
import { nextSteps } from './next-steps.ts';
import { recordWhy } from './why.ts';
import { day, type Post } from '../kernel/index.ts';

const OFFICE: Insider = { as: 'office', account: 'area-lead', posts: ['area-lead'] };
const CADRE: Insider = { as: 'office', account: 'cadre', posts: ['village-cadre'], villages: [VILLAGES[1]!] };
const KIND = 'penalty-case';
let town: TestTownship;
let officers: [string, string];
/** Told late in part: the notice was given by one officer alone, and the decision came after more than 90 days. */
let record: string;

beforeAll(async () => {
  town = await testTownship();
  town.at('2024-07-01');
  const certify = async (certificate: string): Promise<string> => {
    const step = { kind: 'enforcement-officer', step: 'certify', occurredOn: '2023-06-01' };
    return (await town.start({ ...step, values: { officer: { name: '某某' }, certificate } })).record;
  };
  officers = [await certify('甲'), await certify('乙')];
  const values = {
    cause: '占地建房',
    filedOn: '2024-02-01',
    firstOfficer: officers[0],
    party: [{ name: '龙某某', phone: '13800001234' }],
  };
  ({ record } = await town.start({
    kind: KIND,
    step: 'file',
    occurredOn: '2024-02-01',
    village: VILLAGES[0]!,
    values,
  }));
  const act = { kind: KIND, record };
  await town.act({
    ...act,
    step: 'notify',
    expectedVersion: 1,
    occurredOn: '2024-02-05',
    values: {
      proposed: 'fine',
      proposedFine: 100_000,
      grounds: '《土地管理法》第七十八条',
      hearing: 'none',
    },
  });
  await town.act({
    ...act,
    step: 'decide',
    expectedVersion: 2,
    occurredOn: '2024-05-06',
    source: 'proxy',
    actor: { account: 'township-head', post: 'township-head', behalf: 'enforcement-officer' },
    values: {
      decidedOn: '2024-05-06',
      result: 'fine',
      fine: 100_000,
      grounds: '《土地管理法》第七十八条',
      correction: 'ordered',
      payAt: '样县农村商业银行集镇支行',
      surchargeTold: 'told',
    },
  });
  await town.records.correct({
    org: ORG,
    kind: KIND,
    record,
    expectedVersion: 3,
    occurredOn: '2024-07-01',
    idempotencyKey: randomUUID(),
    actor: { account: 'enforcement-officer', post: 'enforcement-officer' },
    values: { secondOfficer: officers[1] },
    reason: '核对底册补记协办人员',
  });
});
afterAll(() => town.close());

type Read<T> = (
  tx: Transaction,
  register: TestTownship['register'],
  viewer: Insider,
  org: string,
  id: string,
) => Promise<T>;
function of<T>(read: Read<T>, id = record, viewer = OFFICE, org = ORG): Promise<T> {
  return town.store.read(oneOrganisation(org), (tx) => read(tx, town.register, viewer, org, id));
}

describe('the history of a record', () => {
  it('says who did what when, the step and what it changed', async () => {
    const history = (await of(recordHistory))!;
    expect(history.map(({ step }) => step.label)).toEqual(['立案', '事先告知', '作出决定', '更正']);
    expect(history.map(({ state }) => state.label)).toEqual(['办理中', '已告知', '已决定', '已决定']);
    expect(history[0]).toMatchObject({
      account: 'enforcement-officer',
      post: { label: '执法人员' },
      source: { code: 'late', label: '事后补录' },
      occurredOn: '2024-02-01',
      recordedAt: '2024-07-01T04:00:00.000Z',
      envelope: { village: VILLAGES[0] },
      flaws: [],
    });
    expect(history[0]!.changes).toContainEqual({ field: 'cause', label: '案由', after: '占地建房' });
    expect(history[2]).toMatchObject({ behalf: 'enforcement-officer', source: { label: '代录' } });
    expect(history[3]).toMatchObject({
      reason: '核对底册补记协办人员',
      changes: [{ field: 'secondOfficer', after: officers[1] }],
    });
    const seqs = history.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  });

  it('names personal fields and never shows a value of one', async () => {
    const history = (await of(recordHistory))!;
    expect(history[0]!.personal).toEqual([{ code: 'party', label: '当事人' }]);
    for (const secret of ['龙', '13800']) expect(JSON.stringify(history)).not.toContain(secret);
  });

  it('says each breach with its sentence, article and remedy; what the correction mended is gone', async () => {
    const [, notified, decided, corrected] = (await of(recordHistory))!;
    expect(notified!.flaws).toMatchObject([
      {
        rule: 'CF-20',
        sentence: expect.stringContaining('两'),
        article: '《行政处罚法》第四十二条',
        remedy: expect.stringContaining('请选两名不同的'),
      },
    ]);
    expect(decided!.flaws).toMatchObject([
      {
        rule: 'CF-39',
        sentence: '“作出行政处罚决定（办案期限）”超过期限。',
        article: '《行政处罚法》第六十条',
      },
    ]);
    expect(corrected!.flaws.map(({ rule }) => rule)).toEqual(['CF-39']);
  });
});

describe('why an act was possible', () => {
  it('shows every rule that it was held against, kept or broken, with the edition of that day', async () => {
    const [filed, notified, decided, corrected] = (await of(recordWhy))!;
    expect(filed).toMatchObject({
      step: 'file',
      rules: [
        { rule: 'CF-20', result: 'kept' },
        { rule: 'CF-03', result: 'kept' },
        { rule: 'CF-04', result: 'kept' },
      ],
      basis: [{ article: '《行政处罚法》第五十四条', edition: '2021-07-15', inForce: true }],
    });
    expect(notified!.rules).toMatchObject([
      { rule: 'CF-20', result: 'breached', hard: true, edition: '2021-07-15', remedy: expect.any(String) },
      { rule: 'CF-22', result: 'kept' },
      { rule: 'CF-41', result: 'kept' },
      { rule: 'CF-41.confiscation', result: 'kept' },
      { rule: 'CF-21', result: 'kept' },
    ]);
    expect(decided!.rules.map(({ rule, result }) => [rule, result])).toEqual(
      expect.arrayContaining([
        ['CF-22', 'kept'],
        ['CF-36', 'kept'],
        ['CF-37', 'kept'],
      ]),
    );
    expect(decided!.law).toContain('CF@2021-07-15');
    // Every step taken so far, on its own day, as the matter now stands.
    expect(corrected!.rules.map(({ step, rule, result }) => [step, rule, result])).toEqual(
      expect.arrayContaining([
        ['file', 'CF-03', 'kept'],
        ['notify', 'CF-20', 'kept'],
        ['decide', 'CF-22', 'kept'],
        ['decide', 'CF-37', 'kept'],
      ]),
    );
  });

  it('shows the terms that it began or met', async () => {
    const [filed, , decided] = (await of(recordWhy))!;
    expect(filed!.terms).toMatchObject([
      { rule: 'CF-39', from: '2024-02-01', due: '2024-05-01', result: 'running' },
    ]);
    expect(decided!.terms).toMatchObject([
      { rule: 'CF-39', met: '2024-05-06', due: '2024-05-01', result: 'breached' },
      { rule: 'CF-40', from: '2024-05-06', due: '2024-05-14', result: 'running' },
      { rule: 'ZF-03.penalty', from: '2024-05-06', due: '2024-05-14', result: 'running' },
    ]);
  });

  it('agrees with the breaches in the ledger', async () => {
    const [why, history] = [(await of(recordWhy))!, (await of(recordHistory))!];
    const broken = why.map(({ rules, terms }) =>
      [...rules, ...terms].filter(({ result }) => result === 'breached').map(({ rule }) => rule),
    );
    expect(broken.slice(0, 3)).toEqual(history.slice(0, 3).map(({ flaws }) => flaws.map(({ rule }) => rule)));
  });
});

describe('the links of a record', () => {
  it('go both ways, each with its role', async () => {
    const { to, from } = (await of(recordLinks))!;
    expect(from).toEqual([]);
    expect(to.map(({ label, title, record: id }) => [label, title, id])).toEqual([
      ['主办人员', '甲', officers[0]],
      ['协办人员', '乙', officers[1]],
    ]);
    const back = (await of(recordLinks, officers[0]))!;
    expect(back).toMatchObject({
      to: [],
      more: false,
      from: [{ label: '主办人员', record, kind: KIND, title: '占地建房', voided: false }],
    });
  });

  it('never show what the viewer may not know of', async () => {
    expect(await of(recordLinks, record, CADRE)).toBeUndefined();
    const all = { ...CADRE, villages: [VILLAGES[0]!] };
    expect((await of(recordLinks, record, all))!.to).toEqual([]);
    await withClient(town.database.owner, (client) =>
      client.query(`UPDATE record SET sealed = 'court' WHERE org_code = $1 AND record_id = $2`, [
        ORG,
        record,
      ]),
    );
    expect((await of(recordLinks, officers[0]))!.from).toEqual([]);
    await withClient(town.database.owner, (client) =>
      client.query(`UPDATE record SET sealed = NULL WHERE org_code = $1 AND record_id = $2`, [ORG, record]),
    );
  });
});

describe('history, why and links', () => {
  it('answer alike for a hidden record, a missing one and another organisation', async () => {
    for (const read of [recordHistory, recordWhy, recordLinks] as Read<unknown>[]) {
      expect(await of(read, record, CADRE)).toBeUndefined();
      expect(await of(read, randomUUID())).toBeUndefined();
      expect(await of(read, 'nothing')).toBeUndefined();
      expect(await of(read, record, OFFICE, '520581998000')).toBeUndefined();
    }
  });
});

describe('what may be done next', () => {
  const next = async (id: string, posts: readonly Post[]) => {
    const standing = (await of(findRecord, id))!;
    return nextSteps(
      town.register.kind(standing.kind),
      standing,
      {},
      { account: 'somebody', posts },
      day('2024-07-01'),
    );
  };
  async function filed(values: object): Promise<string> {
    const given = { cause: '占地建房', filedOn: '2024-06-01', firstOfficer: officers[0], ...values };
    return (await town.start({ kind: KIND, step: 'file', occurredOn: '2024-06-01', values: given })).record;
  }

  it('is the steps from this state, with who may take them and what they ask', async () => {
    const { steps } = await next(record, ['enforcement-officer']);
    expect(steps.map(({ label, allowed }) => [label, allowed])).toEqual([
      ['送达', true],
      ['登记复议、诉讼期间', true],
      ['公开处罚决定', true],
      ['登记决定被改变', true],
      ['结案', false],
    ]);
    expect(steps.at(-1)!.stops).toMatchObject([{ rule: 'CF-40' }]);
    expect(steps[0]).toMatchObject({
      day: 'servedOn',
      articles: ['《行政处罚法》第六十一条'],
      by: ['enforcement-officer'],
      others: [],
    });
    const others = (await next(record, ['mediator'])).steps[0];
    expect(others).toMatchObject({
      allowed: false,
      by: [],
      others: [{ code: 'enforcement-officer', label: '执法人员' }],
    });
    expect((await next(record, [])).steps.some(({ allowed }) => allowed)).toBe(false);
  });

  it('a rule that rests on what is still to be entered does not stop beforehand', async () => {
    const { steps } = await next(await filed({}), ['enforcement-officer', 'township-head']);
    const named = (name: string) => steps.find(({ step }) => step === name)!;
    expect([named('notify').allowed, named('review').allowed, named('decide').allowed]).toEqual([
      true,
      false,
      true,
    ]);
    expect(named('notify')).toMatchObject({
      stops: [],
      depends: expect.arrayContaining([
        expect.objectContaining({ rule: 'CF-20', article: '《行政处罚法》第四十二条' }),
      ]),
      may: expect.arrayContaining(['secondOfficer']),
    });
    expect(named('decide').depends.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['CF-22', 'CF-36', 'CF-13']),
    );
    expect(named('decide')).toMatchObject({ asks: ['result'] });
    // What makes no sense yet is not offered.
    expect(steps.map(({ step }) => step)).not.toContain('pay');
    expect(steps.map(({ step }) => step)).not.toContain('holdHearing');
  });

  it('what depends on the person is said to whose step it is, and to nobody else', async () => {
    const standing = (await of(findRecord, await filed({})))!;
    const handled = { ...standing, handlers: ['somebody'] };
    const review = (posts: readonly Post[]) =>
      nextSteps(
        town.register.kind(KIND),
        handled,
        {},
        { account: 'somebody', posts },
        day('2024-07-01'),
      ).steps.find(({ step }) => step === 'review');
    expect(review(['legality-reviewer', 'enforcement-officer'])!.stops).toMatchObject([{ rule: 'CF-59' }]);
    expect(review(['enforcement-officer'])!.stops).toEqual([]);
  });

  it('a hard rule that the matter breaks as it stands stops, a soft one reminds', async () => {
    const standing = (await of(findRecord, record))!;
    const kind = town.register.kind(KIND);
    const [notify] = Object.entries(kind.steps).filter(([name]) => name === 'notify');
    const rule = notify![1].rules![0]!;
    const records = { ...kind.steps['serve']!, rules: [{ ...rule, breached: () => true }] };
    // What merely records is never stopped; taken away, it is an act like any other.
    const { records: _, ...serve } = records;
    const soft = {
      ...serve,
      rules: [{ ...rule, rule: { ...rule.rule, hard: false }, breached: () => true }],
    };
    const changed = { ...kind, steps: { serve, soft, records } };
    const { steps } = nextSteps(
      changed,
      standing,
      {},
      { account: 'enforcement-officer', posts: ['enforcement-officer'] },
      day('2024-07-01'),
    );
    expect(steps).toMatchObject([
      { allowed: false, stops: [{ rule: 'CF-20', remedy: rule.remedy }], reminds: [] },
      { allowed: true, stops: [], reminds: [{ rule: 'CF-20' }] },
      { allowed: true, stops: [], reminds: [{ rule: 'CF-20' }] },
    ]);
    // Before the text was in force it binds nobody.
    expect(
      nextSteps(
        changed,
        standing,
        {},
        { account: 'enforcement-officer', posts: ['enforcement-officer'] },
        day('2020-07-01'),
      ).steps[0],
    ).toMatchObject({
      allowed: true,
    });
  });

  it('a voided record goes nowhere; who may start may mend', async () => {
    const id = await filed({});
    const allowed = async (posts: readonly Post[]) =>
      (await next(id, posts)).mends.filter((each) => each.allowed).map(({ label }) => label);
    expect(await allowed(['enforcement-officer'])).toEqual(['更正', '作废', '交办']);
    expect(await allowed(['system-administrator'])).toEqual(['交办']);
    await town.records.void({
      org: ORG,
      kind: KIND,
      record: id,
      expectedVersion: 1,
      occurredOn: '2024-07-01',
      idempotencyKey: randomUUID(),
      actor: { account: 'enforcement-officer', post: 'enforcement-officer' },
      reason: '重复登记',
    });
    expect((await next(id, ['enforcement-officer'])).steps).toEqual([]);
    expect(await allowed(['enforcement-officer'])).toEqual([]);
    expect(await allowed(['area-lead'])).toEqual(expect.arrayContaining(['限制处理', '删除个人信息']));
  });
});
