import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import { loadDraft, plainText } from '../../src/report/index.ts';
import { testOffice, type Office } from './office.ts';

let office: Office;
let judicial: string;

beforeAll(async () => {
  office = await testOffice();
  office.at('2026-01-05');
  judicial = await office.signInAs('judicial-office', true);
});
afterAll(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

/** Signs in anew, since the clock of these tests moves by months. */
async function at(day: string): Promise<void> {
  office.at(day);
  judicial = await office.signInAs('judicial-office', true);
}

async function start(kind: string, step: string, on: string, values: object): Promise<string> {
  return (await office.start({ kind, step, occurredOn: on, source: 'late', values: { ...values } })).record;
}

async function get<T>(url: string, cookie = judicial): Promise<T> {
  const answer = await office.ask(cookie, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
}

interface Duty {
  readonly code: string;
  readonly standing: string;
  readonly doneOn: string | null;
  readonly doneLate: boolean;
  readonly safeDue: string | null;
  readonly records: readonly { record: string; kind: string; on: string | null }[];
  readonly enter: { kind: string; step: string; values: Record<string, unknown> };
}

async function duty(code: string, year = 2026): Promise<Duty> {
  const { duties } = await get<{ duties: Duty[] }>(`/statutory-calendar/${year}`);
  return duties.find((each) => each.code === code)!;
}

describe('the statutory calendar', () => {
  it('says of each duty when, by which article, and where it is entered', async () => {
    expect(await duty('ND-01')).toMatchObject({
      standing: 'open',
      safeDue: '2026-02-28',
      article: '《法治政府建设与责任落实督察工作规定》第四章',
      mark: '待原文复核',
      enter: { kind: 'yearly-duty', step: 'record', values: { duty: 'ND-01', year: 2026 } },
    });
    expect(await duty('GK-20')).toMatchObject({ standing: 'near', enter: { values: { year: 2025 } } });
  });

  it('knows a duty on its way from one that is done, and one done after its day', async () => {
    const values = { title: '2025年年报', year: 2025, cutOffOn: '2025-12-31' };
    const record = await start('openness-report', 'begin', '2026-01-05', values);
    expect(await duty('GK-20')).toMatchObject({ standing: 'near', records: [{ record, on: null }] });
    await at('2026-02-03');
    expect(await duty('GK-20')).toMatchObject({ standing: 'late' });
    await office.act({
      kind: 'openness-report',
      step: 'publish',
      record,
      expectedVersion: 1,
      occurredOn: '2026-02-03',
      values: { address: '县政府网站' },
    });
    expect(await duty('GK-20')).toMatchObject({ standing: 'done', doneOn: '2026-02-03', doneLate: true });
  });

  it('takes neither a voided record nor one of another year for done', async () => {
    const values = { duty: 'ND-01', year: 2026, copied: 'yes', parts: ['results'] };
    const record = await start('yearly-duty', 'record', '2026-02-02', values);
    await start('yearly-duty', 'record', '2026-02-02', { ...values, year: 2025 });
    expect(await duty('ND-01')).toMatchObject({ standing: 'done', records: [{ record }] });
    await office.records.void({
      org: office.org,
      kind: 'yearly-duty',
      record,
      expectedVersion: 1,
      occurredOn: '2026-02-03',
      idempotencyKey: 'void-yearly-duty',
      reason: '登记错了，还没有报',
      actor: { account: 'judicial-office', post: 'judicial-office' },
    });
    expect(await duty('ND-01')).toMatchObject({ standing: 'near', records: [] });
  });

  it('wants both first-responsible persons to have stated, and only in what they covered', async () => {
    const state = (leader: string, covers: string[]) =>
      start('law-statement', 'state', '2026-01-20', { leader, year: 2026, covers });
    await state('secretary', ['study', 'duties']);
    await state('deputy', ['duties']);
    await state('head', ['problems']);
    expect(await duty('PF-18')).toMatchObject({ standing: 'open' });
    await state('head', ['duties']);
    expect(await duty('PF-18')).toMatchObject({ standing: 'done' });
  });

  it('says nothing bad of days before the office began', async () => {
    expect(await duty('ND-01', 2023)).toMatchObject({ standing: 'before' });
  });

  it('is refused to whoever sees only a part of the office', async () => {
    for (const account of ['mediator', 'counsel', 'auditor']) {
      const cookie = await office.signInAs(account, true);
      const answer = await office.ask(cookie, 'GET', '/statutory-calendar/2026');
      expect(answer.statusCode, account).toBe(403);
    }
  });
});

interface Leader {
  readonly leader: string;
  readonly duties: readonly { figure: string; records: readonly { record: string }[] }[];
}

describe('the ledger of the first-responsible persons', () => {
  it('is read from gatherings, instructions and statements, each under who it was', async () => {
    const meeting = await start('gathering', 'hold', '2026-01-12', {
      title: '法治建设部署会',
      forum: 'topical',
      ledBy: 'head',
      agenda: [
        { subject: 'law-work', topic: '部署全年工作' },
        { subject: 'leader-lecture', lecturer: 'secretary', topic: '依法行政' },
      ],
    });
    const instruction = await start('leader-instruction', 'give', '2026-01-14', {
      gist: '案卷送达超期',
      leader: 'secretary',
      way: 'written',
    });
    await start('leader-instruction', 'give', '2026-01-15', {
      gist: '另一件',
      leader: 'deputy',
      way: 'written',
    });
    const { leaders } = await get<{ leaders: Leader[] }>('/first-responsible/2026');
    const of = (leader: string, figure: string): string[] =>
      leaders
        .find((each) => each.leader === leader)!
        .duties.find((each) => each.figure === figure)!
        .records.map(({ record }) => record);
    expect(of('head', 'first-responsible.deployed')).toEqual([meeting]);
    expect(of('secretary', 'first-responsible.deployed')).toEqual([]);
    expect(of('secretary', 'leader-lectures')).toEqual([meeting]);
    expect(of('head', 'leader-lectures')).toEqual([]);
    expect(of('secretary', 'first-responsible.instructions')).toEqual([instruction]);
    expect(of('secretary', 'first-responsible.statements')).toHaveLength(1);
  });

  it('is refused for a year that has not begun', async () => {
    expect((await office.ask(judicial, 'GET', '/first-responsible/2030')).statusCode).toBe(400);
  });
});

describe('how offices are staffed', () => {
  it('says what was granted, who is there, what is vacant; nothing of vacancies where nobody entered a grant', async () => {
    const fill = (where: string) =>
      start('staff', 'fill', '2025-03-03', { office: where, position: '专干', member: { name: '某人' } });
    await start('establishment', 'grant', '2025-01-02', { office: 'judicial-office', posts: 2 });
    await fill('judicial-office');
    await fill('economy');
    const { offices } = await get<{ offices: object[] }>('/staffing');
    expect(offices).toEqual([
      { office: 'judicial-office', label: '司法所', posts: 2, inPost: 1, vacant: 1 },
      { office: 'economy', label: '经济发展办公室', posts: null, inPost: 1, vacant: null },
    ]);
    expect((await get<{ offices: object[] }>('/staffing?on=2024-06-03')).offices).toEqual([]);
    expect((await office.ask(judicial, 'GET', '/staffing?on=2024-02-30')).statusCode).toBe(422);
  });

  it('offers what falls short, and its words become a shortcoming only by somebody’s act', async () => {
    const { offers } = await get<{ offers: { code: string; problem: string; cause: string }[] }>(
      '/shortcoming-offers/2026',
    );
    const offered = offers.find(({ code }) => code === 'one-in-judicial-office')!;
    expect(offered.cause).toBe('编制没有配齐');
    const { records } = await get<{ records: object[] }>('/kinds/shortcoming/records');
    expect(records).toEqual([]);
    await start('shortcoming', 'note', '2026-02-02', { problem: offered.problem, cause: offered.cause });
    const draft = await loadDraft(office.store, REGISTER, office.org, 2026, office.clock());
    expect(plainText(draft)).toContain('司法所在岗工作人员只有1名');
    expect(draft.unproven).toEqual([]);
  });
});

describe('numbers given before', () => {
  const give = (on: string, figure: string, number: string, more: object = {}) =>
    start('figure-given', 'give', on, { figure, number, recipient: '县司法局', ...more });

  it('shows what differs first, for a question in other words too', async () => {
    await give('2026-01-08', '排查矛盾纠纷数', '96件');
    await give('2026-01-09', '矛盾纠纷排查', '101件');
    await give('2026-01-09', '人民调解员人数', '36名');
    const question = new URLSearchParams({ figure: '今年排查矛盾纠纷多少件', number: '101 件' });
    const { before } = await get<{ before: { number: string; differs: boolean }[] }>(
      `/figures-given?${question}`,
    );
    expect(before.map(({ number, differs }) => [number, differs])).toEqual([
      ['96件', true],
      ['101件', false],
    ]);
  });

  it('goes by the figure’s code where both have one', async () => {
    await give('2026-01-10', '调解员', '36名', { code: 'mediators' });
    const ask = (code: string) =>
      get<{ before: object[] }>(`/figures-given?${new URLSearchParams({ figure: '调解员', code })}`);
    expect((await ask('mediators')).before).toHaveLength(1);
    expect((await ask('officers')).before).toEqual([]);
  });
});

describe('last year’s arrangements', () => {
  it('become tasks by one act, once however often it is asked, and the report answers each', async () => {
    const plan = (text: string, year = 2026) =>
      start('next-year-plan', 'plan', '2026-01-05', { plan: text, year });
    const first = await plan('补齐司法所工作人员。');
    await plan('开展案卷实操培训。');
    await plan('另一年的事。', 2027);
    const make = () => office.ask(judicial, 'POST', '/plan-tasks/2026', { body: {} });
    const both = await Promise.all([make(), make()]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(both.flatMap((answer) => answer.json<{ made: string[] }>().made)).toHaveLength(2);
    expect((await make()).json()).toEqual({ made: [] });
    const { records } = await get<{
      records: { id: string; title: string; values: Record<string, unknown> }[];
    }>('/kinds/task/records');
    expect(records.map(({ values }) => values['due'])).toEqual(['2026-12-31', '2026-12-31']);
    const task = records.find(({ values }) => values['plan'] === first)!;
    expect(task.title).toBe('补齐司法所工作人员。');
    const answer = (values: object) =>
      office.act({
        kind: 'task',
        step: 'answer',
        record: task.id,
        expectedVersion: 1,
        occurredOn: '2026-02-03',
        values: { outcome: 'partly', ...values },
      });
    await expect(answer({})).rejects.toMatchObject({ detail: { field: 'why' } });
    await answer({ why: '县里尚未补充' });
    const draft = await loadDraft(office.store, REGISTER, office.org, 2026, office.clock());
    const text = plainText(draft);
    expect(text).toContain('上年度报告安排到2026年的事项有2项，部分完成1项');
    expect(text).toContain('关于“补齐司法所工作人员”，部分完成。原因是县里尚未补充。');
    expect(text).not.toContain('开展案卷实操培训');
    expect(draft.gaps).toContain('上年度报告的安排“开展案卷实操培训。”还没有答复完成情况。');
  });
});
