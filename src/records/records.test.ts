import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../tests/database.ts';
import { FOUNDED, ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { figuresOf, type FigureValue } from '../figures/figures.ts';
import { day } from '../kernel/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { replay } from './replay.ts';
import { verifyOrganisation } from './verify.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

const SPAN = { from: day('2024-01-01'), to: day('2024-12-31') };

async function figure(code: string, span = SPAN): Promise<FigureValue> {
  const all = await figuresOf(town.store, town.register, ORG, span);
  return all.find((each) => each.code === code)!;
}

async function reportDispute(reportedOn: string, over: object = {}) {
  town.at(reportedOn);
  return town.start({
    kind: 'dispute',
    step: 'report',
    occurredOn: reportedOn,
    village: '柳树村',
    values: { title: '宅基地边界纠纷', type: 'homestead', channel: 'village', reportedOn, ...over },
  });
}

async function settle(record: string, on: string): Promise<void> {
  town.at(on);
  const values = { mediatedOn: on, consent: 'both' };
  await town.act({ kind: 'dispute', step: 'mediate', record, expectedVersion: 1, occurredOn: on, values });
  const settled = { settledOn: on, agreement: 'oral' };
  await town.act({
    kind: 'dispute',
    step: 'settle',
    record,
    expectedVersion: 2,
    occurredOn: on,
    values: settled,
  });
}

let checkpoints: { origin: string; size: number; root: Buffer }[] = [];

function verify() {
  return verifyOrganisation(ORG, { ...town, checkpoints });
}

async function counters(): Promise<Record<string, number>> {
  const rows = await town.store.transaction(oneOrganisation(ORG), (tx) =>
    tx.query<{ month: string; figure: string; amount: number }>(
      'c',
      'SELECT * FROM counter WHERE org_code = $1',
      [ORG],
    ),
  );
  return Object.fromEntries(rows.map((row) => [`${row.month} ${row.figure}`, row.amount]));
}

describe('an act', () => {
  it('is one entry, and its figure and counter are there at once', async () => {
    const before = (await figure('disputes.screened')).value ?? 0;
    const { record, version, seq } = await reportDispute('2024-03-05');
    expect(version).toBe(1);
    await settle(record, '2024-03-07');
    expect((await figure('disputes.screened')).value).toBe(before + 1);
    expect(await counters()).toMatchObject({ '2024-03 disputes.settled': 1 });
    const verified = await verify();
    expect(verified.entries).toBe(seq + 2);
    expect(verified.demo).toBe(true);
  });

  it('SJA-04 个人信息保护法第二十八条: keeps names and narratives out of every table in clear', async () => {
    await reportDispute('2024-03-09', {
      parties: [{ name: '欧阳无名', phone: '13900001111' }],
      narrative: '院墙外移三尺',
    });
    const dump = await withClient(town.database.owner, async (client) => {
      const texts = [];
      for (const table of ['entry', 'record', 'personal_value', 'contribution', 'link']) {
        const { rows } = await client.query<{ text: string }>(`SELECT t::text AS text FROM ${table} t`);
        texts.push(...rows.map((row) => row.text));
      }
      return texts.join('\n');
    });
    for (const secret of ['欧阳无名', '13900001111', '院墙外移']) expect(dump).not.toContain(secret);
    expect(dump).not.toContain(Buffer.from('欧阳无名').toString('hex'));
  });

  it('with the same key acts once and answers the same', async () => {
    town.at('2024-03-12');
    const request = {
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-03-12',
      idempotencyKey: 'key-1',
      values: { title: '用水纠纷', type: 'neighbour', channel: 'group', reportedOn: '2024-03-12' },
    };
    const first = await town.start(request);
    const second = await town.start(request);
    expect(second).toMatchObject({ record: first.record, seq: first.seq, repeated: true });
    await expect(
      town.start({ ...request, values: { ...request.values, title: '另一件' } }),
    ).rejects.toMatchObject({
      code: 'idempotency-conflict',
    });
  });

  it('of two that saw the same version goes to the first; the second is told and loses nothing', async () => {
    const { record } = await reportDispute('2024-03-14');
    const mediate = (consent: string) =>
      town.act({
        kind: 'dispute',
        step: 'mediate',
        record,
        expectedVersion: 1,
        occurredOn: '2024-03-14',
        values: { mediatedOn: '2024-03-14', consent },
      });
    const results = await Promise.allSettled([mediate('both'), mediate('both')]);
    const refused = results.filter((each) => each.status === 'rejected');
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'version-conflict' });
  });

  it.each([
    ['a field that is not there', { nothing: 'x' }, 'invalid-value', '没有“nothing”'],
    ['a choice that is not there', { type: 'war' }, 'invalid-value', '纠纷类型'],
    ['an impossible day', { reportedOn: '2024-02-30' }, 'invalid-value', '排查受理日'],
    ['an empty required field', { title: '  ' }, 'invalid-value', '不能为空'],
    [
      'SJA-14 保守国家秘密法第三十一条: a secrecy mark',
      { title: '机密 ★ 十年文件争议' },
      'secret-mark',
      '密级标志',
    ],
    [
      'a mobile number in an open text',
      { title: '王家 138 0000 1111 来电' },
      'invalid-value',
      '手机号或身份证号',
    ],
    [
      'an identity number in an open text',
      { title: '52242619800101123X的纠纷' },
      'invalid-value',
      '手机号或身份证号',
    ],
  ])('is refused for %s, in a Chinese sentence', async (_case, over, code, sentence) => {
    await expect(reportDispute('2024-03-15', over)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(sentence) as string,
    });
  });

  it('is refused to a post that may not, to an account without the post, and in a wrong state', async () => {
    const { record } = await reportDispute('2024-03-16');
    const act = { kind: 'dispute', step: 'settle', record, expectedVersion: 1, occurredOn: '2024-03-16' };
    const values = { settledOn: '2024-03-16', agreement: 'oral' };
    await expect(town.act({ ...act, values })).rejects.toMatchObject({ code: 'wrong-state' });
    const clerk = { account: 'window-clerk', post: 'window-clerk' } as const;
    await expect(town.act({ ...act, values, actor: clerk })).rejects.toMatchObject({ code: 'not-permitted' });
    const impostor = { account: 'window-clerk', post: 'mediator' } as const;
    await expect(town.act({ ...act, values, actor: impostor })).rejects.toMatchObject({
      code: 'not-permitted',
    });
  });

  it('is refused for a record id that is not a lower-case UUID, and for a version below 1', async () => {
    const upper = 'ABCDEF00-0000-4000-8000-000000000001';
    const on = '2024-03-16';
    town.at(on);
    const values = { title: '甲', type: 'other', channel: 'group' };
    const start = { kind: 'dispute', step: 'report', occurredOn: on, values };
    await expect(town.start({ ...start, record: upper })).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(town.start({ ...start, record: 'x' })).rejects.toMatchObject({ code: 'invalid-value' });
    const settled = { kind: 'dispute', step: 'settle', occurredOn: on, values: { agreement: 'oral' } };
    const fresh = { ...settled, record: '00000000-0000-4000-8000-00000000000a' };
    await expect(town.act({ ...fresh, expectedVersion: 0 })).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(town.act({ ...fresh, expectedVersion: 1 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is refused for a village that is not one of the township, and for a broken envelope', async () => {
    const on = '2024-03-16';
    town.at(on);
    const values = { title: '甲', type: 'other', channel: 'group' };
    const start = { kind: 'dispute', step: 'report', occurredOn: on, values } as const;
    await expect(town.start({ ...start, village: '火星村' })).rejects.toMatchObject({
      detail: { field: 'village' },
    });
    await expect(town.start({ ...start, evidence: 'gold' as 'record' })).rejects.toMatchObject({
      code: 'invalid-value',
    });
    await expect(town.start({ ...start, unit: 'a\u0000b' })).rejects.toMatchObject({ code: 'invalid-value' });
    await expect(town.start({ ...start, source: 'proxy' })).rejects.toMatchObject({ code: 'missing-value' });
    const lone = { ...start, values: { ...values, title: '\ud800' } };
    await expect(town.start(lone)).rejects.toMatchObject({ code: 'invalid-value' });
  });

  it('takes no code in a list for a phone number, and what stands beside it for one', async () => {
    town.at('2024-03-16');
    const box = (items: readonly object[]) =>
      town.start({
        kind: 'archive-box',
        step: 'box',
        occurredOn: '2024-03-16',
        values: {
          box: '2023-文书-001',
          year: 2023,
          category: 'documents',
          retention: 'permanent',
          formedOn: '2023-12-20',
          items,
        },
      });
    await box([{ title: '卷宗', number: '13800001111' }]);
    await expect(box([{ title: '联系13800001111', number: '1号' }])).rejects.toMatchObject({
      code: 'invalid-value',
      detail: { field: 'items' },
    });
  });

  it('takes no id of a record for a phone number', async () => {
    town.at('2024-03-16');
    const edition = '00000000-0000-4000-8138-000011110000';
    const draft = { name: '权责清单', effectiveOn: '2024-03-16' };
    const start = { kind: 'power-list-edition', step: 'draft', occurredOn: '2024-03-16', record: edition };
    await town.start({ ...start, values: draft });
    const values = {
      name: '事项',
      category: 'other',
      basis: '某法第一条',
      source: 'direct',
      office: '办公室',
      edition,
    };
    await town.start({ kind: 'power-item', step: 'list', occurredOn: '2024-03-16', values });
  });

  it('has one day: the day field of its step is 发生日 and can say nothing else', async () => {
    town.at('2024-03-16');
    const values = { title: '甲', type: 'other', channel: 'group', reportedOn: '2023-03-16' };
    const start = { kind: 'dispute', step: 'report', occurredOn: '2024-03-16', values };
    await expect(town.start(start)).rejects.toMatchObject({
      message: expect.stringContaining('不一致') as string,
    });
  });

  it('with the same key but other personal values is a conflict; the same ones in another order are the same', async () => {
    town.at('2024-03-18');
    const parties = [{ name: '龙某', phone: '00000000000' }];
    const agenda = [{ subject: 'safety', topic: '防汛' }];
    const meeting = { kind: 'gathering', step: 'hold', occurredOn: '2024-03-18', idempotencyKey: 'key-2' };
    const first = await town.start({ ...meeting, values: { title: '调度会', forum: 'dispatch', agenda } });
    const turned = [{ topic: '防汛', subject: 'safety' }];
    const again = await town.start({
      ...meeting,
      values: { agenda: turned, forum: 'dispatch', title: '调度会' },
    });
    expect(again).toMatchObject({ seq: first.seq, repeated: true });
    const values = { title: '乙', type: 'other', channel: 'group', parties };
    const report = { kind: 'dispute', step: 'report', occurredOn: '2024-03-18', idempotencyKey: 'key-3' };
    await town.start({ ...report, values });
    expect(await town.start({ ...report, values })).toMatchObject({ repeated: true });
    const other = { ...values, parties: [{ name: '虎某', phone: '00000000000' }] };
    await expect(town.start({ ...report, values: other })).rejects.toMatchObject({
      code: 'idempotency-conflict',
    });
  });

  it('can not be dated in the future', async () => {
    town.at('2024-03-17');
    await expect(
      town.start({
        kind: 'dispute',
        step: 'report',
        occurredOn: '2024-03-18',
        values: { title: '甲', type: 'other', channel: 'group', reportedOn: '2024-03-18' },
      }),
    ).rejects.toMatchObject({ code: 'invalid-value' });
  });
});

describe('time', () => {
  it('31 December 23:30 in Beijing counts in that year, and the ledger clock never runs back', async () => {
    const late = await testTownship({ org: '520581998000', beside: town });
    late.at(new Date('2024-12-31T15:30:00Z'));
    const values = { title: '年末纠纷', type: 'other', channel: 'group', reportedOn: '2024-12-31' };
    await late.start({ kind: 'dispute', step: 'report', occurredOn: '2024-12-31', values });
    late.at(new Date('2024-12-31T10:00:00Z'));
    await late.start({ kind: 'dispute', step: 'report', occurredOn: '2024-12-31', values });
    const times = await late.store.transaction(oneOrganisation('520581998000'), (tx) =>
      tx.query<{ recorded_at: Date }>('t', 'SELECT recorded_at FROM entry WHERE org_code = $1 ORDER BY seq', [
        '520581998000',
      ]),
    );
    const stamps = times.map((row) => row.recorded_at.getTime());
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
    const all = await figuresOf(late.store, late.register, '520581998000', SPAN);
    expect(all.find((each) => each.code === 'disputes.screened')?.value).toBe(2);
    await late.close();
  });

  it('a correction from 31 December to 1 January takes from one year and gives to the next', async () => {
    const { record } = await reportDispute('2024-12-31');
    const before = (await figure('disputes.screened')).value!;
    town.at('2025-01-06');
    await town.records.correct({
      org: ORG,
      kind: 'dispute',
      record,
      expectedVersion: 1,
      idempotencyKey: 'redate',
      occurredOn: '2025-01-06',
      redatedTo: '2025-01-01',
      actor: { account: 'mediator', post: 'mediator' },
      values: { reportedOn: '2025-01-01' },
      reason: '登记时日期写错',
    });
    expect((await figure('disputes.screened')).value).toBe(before - 1);
    const next = await figure('disputes.screened', { from: day('2025-01-01'), to: day('2025-12-31') });
    expect(next.value).toBe(1);
    expect(await counters()).toMatchObject({ '2025-01 disputes.screened': 1 });
    await verify();
  });

  it('a correction mends only what was entered, can take a value away, and is not dated by itself', async () => {
    const { record } = await reportDispute('2024-04-20', { involved: 3 });
    town.at('2024-05-06');
    const correct = (version: number, key: string, values: object) =>
      town.records.correct({
        org: ORG,
        kind: 'dispute',
        record,
        expectedVersion: version,
        idempotencyKey: key,
        occurredOn: '2024-05-06',
        actor: { account: 'mediator', post: 'mediator' },
        values: { ...values },
        reason: '核对底册',
      });
    await expect(correct(1, 'c-0', {})).rejects.toMatchObject({ code: 'missing-value' });
    await expect(correct(1, 'c-0', { title: null })).rejects.toMatchObject({ detail: { field: 'title' } });
    await expect(correct(1, 'c-1', { settledOn: '2024-05-06' })).rejects.toMatchObject({
      detail: { field: 'settledOn' },
    });
    await correct(1, 'c-2', { involved: null });
    const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
      tx.query<{ body: Record<string, unknown>; occurred_on: string }>(
        'corrected',
        'SELECT body, occurred_on FROM record WHERE org_code = $1 AND record_id = $2',
        [ORG, record],
      ),
    );
    expect(row?.body).not.toHaveProperty('involved');
    expect(row?.occurred_on).toBe('2024-04-20');
    await verify();
  });

  it('a voided record leaves every count and stays in the ledger', async () => {
    const { record } = await reportDispute('2025-02-03');
    await town.records.void({
      org: ORG,
      kind: 'dispute',
      record,
      expectedVersion: 1,
      idempotencyKey: 'void-1',
      occurredOn: '2025-02-03',
      actor: { account: 'mediator', post: 'mediator' },
      reason: '重复登记',
    });
    const span = { from: day('2025-02-01'), to: day('2025-02-28') };
    expect((await figure('disputes.screened', span)).value).toBe(0);
    expect(Object.keys(await counters())).not.toContain('2025-02 disputes.screened');
    await verify();
  });

  it('an act before its matter began is a slip of the pen, unless a reason is given', async () => {
    const { record } = await reportDispute('2025-02-10');
    const values = { consent: 'both' };
    const mediate = {
      kind: 'dispute',
      step: 'mediate',
      record,
      expectedVersion: 1,
      occurredOn: '2025-01-06',
      values,
    };
    await expect(town.act(mediate)).rejects.toMatchObject({
      code: 'reason-required',
      detail: { field: 'occurredOn' },
    });
    const { flaws } = await town.act({ ...mediate, reasons: { $before: '先调解后补登记' } });
    expect(flaws).toEqual([{ rule: '$before', reason: '先调解后补登记' }]);
  });

  it('a drill never counts', async () => {
    const before = await figure('disputes.screened');
    town.at('2025-03-03');
    const values = { title: '演练纠纷', type: 'other', channel: 'group', reportedOn: '2025-03-03' };
    await town.start({ kind: 'dispute', step: 'report', occurredOn: '2025-03-03', drill: true, values });
    expect(await figure('disputes.screened')).toEqual(before);
  });
});

describe('the projection', () => {
  it('comes back the same when it is dropped and replayed', async () => {
    const tables = ['record', 'link', 'contribution', 'counter'];
    const read = () =>
      withClient(town.database.owner, async (client) => {
        const rows = [];
        for (const table of tables) {
          const found = await client.query<{ text: string }>(
            `SELECT t::text AS text FROM ${table} t WHERE org_code = '${ORG}' ORDER BY 1`,
          );
          rows.push(...found.rows.map((row) => row.text));
        }
        return rows;
      });
    const before = await read();
    expect(before.length).toBeGreaterThan(10);
    await withClient(town.database.owner, async (client) => {
      for (const table of tables) await client.query(`TRUNCATE ${table}`);
    });
    await expect(verify()).rejects.toMatchObject({ code: 'tampered' });
    await replay(town.store, town.register, ORG);
    expect(await read()).toEqual(before);
    await verify();
  });

  it('gives any past: figures as of a ledger size are those of that day', async () => {
    const size = (await verify()).entries;
    const now = await figuresOf(town.store, town.register, ORG, SPAN);
    town.at('2025-03-05');
    const values = { title: '补录纠纷', type: 'other', channel: 'group' };
    await town.start({ kind: 'dispute', step: 'report', occurredOn: '2024-03-30', values });
    const asOf = await figuresOf(town.store, town.register, ORG, SPAN, { seq: size });
    expect(asOf).toEqual(now);
    const after = await figuresOf(town.store, town.register, ORG, SPAN);
    const again = await figuresOf(town.store, town.register, ORG, SPAN, { seq: size + 1 });
    expect(again).toEqual(after);
    expect(after).not.toEqual(now);
  });
});

describe('the database itself', () => {
  const refuses = (sql: string) =>
    expect(withClient(town.database.app, (client) => client.query(sql))).rejects.toThrow(/permission denied/);

  it.each(['UPDATE entry SET text = text', 'DELETE FROM entry', 'TRUNCATE entry', 'TRUNCATE record'])(
    'refuses the application: %s',
    refuses,
  );

  it('shows nothing without an organisation, and only that one with it', async () => {
    const other = await testTownship({ org: '520581997000', beside: town });
    const { rows } = await withClient(town.database.app, (client) => client.query('SELECT * FROM entry'));
    expect(rows).toEqual([]);
    const seen = await town.store.transaction(oneOrganisation('520581997000'), (tx) =>
      tx.query<{ org_code: string }>('s', 'SELECT DISTINCT org_code FROM entry', []),
    );
    expect(seen).toEqual([{ org_code: '520581997000' }]);
    await other.close();
  });
});

describe('tampering by an administrator', () => {
  /** The first act after the founding. */
  const FIRST = FOUNDED + 1;
  const says = (seq: number, what: string): RegExp => new RegExp(`第${seq}条${what}`);
  const cases: [string, string, RegExp][] = [
    [
      'an edited text',
      `UPDATE entry SET text = replace(text, '宅基地', '承包地') WHERE seq = ${FIRST}`,
      says(FIRST, '.*改动'),
    ],
    [
      'an edited time',
      `UPDATE entry SET recorded_at = recorded_at - interval '1 day' WHERE seq = ${FIRST + 1}`,
      says(FIRST + 1, '.*登记时间'),
    ],
    ['a missing middle', `DELETE FROM entry WHERE seq = ${FIRST + 2}`, says(FIRST + 2, '.*缺少')],
    [
      'a cut tail',
      'DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry WHERE org_code = $1)',
      /只找到/,
    ],
    [
      'an altered key of repetition',
      `UPDATE entry SET idem = '\\x00'::bytea WHERE seq = ${FIRST}`,
      says(FIRST, '.*防重复编号'),
    ],
    ['a demo that claims to be real', 'UPDATE head SET demo = false', /演示机构/],
    [
      'a smuggled personal value',
      `INSERT INTO personal_value SELECT org_code, record_id, 'smuggled', seq, key_id, sealed FROM personal_value LIMIT 1`,
      /smuggled.*没有承诺值/,
    ],
    ['a renamed organisation', `UPDATE org_unit SET name = '别的乡(演示)'`, /机构的名称/],
    ['a demo that is shown as real', 'UPDATE org_unit SET demo = false', /是否演示/],
    ['a head in the future', `UPDATE head SET recorded_at = '2099-01-01'`, /最后登记时间/],
    [
      'a post that nobody gave',
      `INSERT INTO post_holding SELECT org_code, gen_random_uuid(), account, 'township-head', valid_from, valid_to,
         villages, clearances, substitute_for FROM post_holding WHERE org_code = $1 LIMIT 1`,
      /任职表与账本不符/,
    ],
    ['a term made longer', `UPDATE post_holding SET valid_to = '2099-12-31'`, /任职表与账本不符/],
    ['a post that is gone', `DELETE FROM post_holding WHERE post = 'auditor'`, /任职表与账本不符/],
    ['an altered record', `UPDATE record SET village = '石桥村' WHERE kind = 'dispute'`, /village/],
    [
      'an altered count',
      `UPDATE contribution SET amount = amount + 1 WHERE figure = 'disputes.settled'`,
      /计数.*不符/,
    ],
    [
      'an altered counter',
      `UPDATE counter SET amount = amount + 1 WHERE figure = 'disputes.settled'`,
      /月计数/,
    ],
    ['a lost personal value', `DELETE FROM personal_value WHERE field = 'parties'`, /parties.*缺失/],
    [
      'a changed personal value',
      `UPDATE personal_value SET sealed = overlay(sealed placing '\\x00'::bytea from 14) WHERE field = 'parties'`,
      /parties.*不符/,
    ],
  ];

  it.each(cases)('%s is named', async (_case, sql, message) => {
    await withClient(town.database.admin, async (client) => {
      await client.query('BEGIN');
      const tables = [
        'org_unit',
        'entry',
        'head',
        'record',
        'contribution',
        'counter',
        'personal_value',
        'post_holding',
      ];
      for (const table of tables) await client.query(`CREATE TABLE keep_${table} AS TABLE ${table}`);
      await client.query('COMMIT');
      await client.query(sql.replace('$1', `'${ORG}'`));
      try {
        await expect(verify()).rejects.toMatchObject({ message: expect.stringMatching(message) as string });
      } finally {
        for (const table of tables) {
          await client.query(`TRUNCATE ${table}`);
          await client.query(`INSERT INTO ${table} SELECT * FROM keep_${table}`);
          await client.query(`DROP TABLE keep_${table}`);
        }
      }
    });
    await verify();
  });

  it('a tail cut off with the head, the projection made to fit, shows against a checkpoint', async () => {
    const { entries, root } = await verify();
    checkpoints = [{ origin: `fadu/${ORG}`, size: entries, root: Buffer.from(root, 'hex') }];
    await withClient(town.database.admin, async (client) => {
      await client.query('DELETE FROM personal_value WHERE seq = $1', [entries]);
      await client.query('DELETE FROM entry WHERE org_code = $1 AND seq = $2', [ORG, entries]);
      await client.query(
        `UPDATE head SET seq = e.seq, chain = e.chain, recorded_at = e.recorded_at FROM entry e
         WHERE head.org_code = $1 AND e.org_code = $1 AND e.seq = $2`,
        [ORG, entries - 1],
      );
    });
    await replay(town.store, town.register, ORG);
    await expect(verify()).rejects.toMatchObject({ message: expect.stringMatching(/检查点/) as string });
    checkpoints = [];
    await verify();
  });
});
