import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../../tests/township.ts';
import { addAccount } from '../../records/opening.ts';
import type { Acted } from '../../records/records.ts';

/**
 * Stories that a jurist can check: situation, act, outcome, article. 今天办的 (through Fadu) is stopped; 过去的 (recorded
 * afterwards) is always accepted and carries its flaw.
 */
let town: TestTownship;
let officers: [string, string];
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-01-05');
  const certify = async (certificate: string): Promise<string> => {
    const values = { officer: { name: '某某' }, certificate };
    const step = { kind: 'enforcement-officer', step: 'certify', occurredOn: '2023-06-01' };
    return (await town.start({ ...step, values })).record;
  };
  officers = [await certify('甲'), await certify('乙')];
});
afterAll(() => town.close());

const KIND = 'penalty-case';

function file(on: string, over: object = {}): Promise<Acted> {
  const [firstOfficer, secondOfficer] = officers;
  const values = { cause: '未经批准占用耕地建房', filedOn: on, firstOfficer, secondOfficer, ...over };
  return town.start({ kind: KIND, step: 'file', occurredOn: on, values });
}

async function filed(on: string): Promise<string> {
  town.at(on);
  return (await file(on)).record;
}

function notify(record: string, on: string, values: object = {}): Promise<Acted> {
  town.at(on);
  return town.act({
    kind: KIND,
    step: 'notify',
    record,
    expectedVersion: 1,
    occurredOn: on,
    values: { ...values },
  });
}

function decide(record: string, on: string, version: number, over: object = {}): Promise<Acted> {
  const values = { decidedOn: on, result: 'fine', fine: 100_000, review: 'not-needed', ...over };
  return town.act({ kind: KIND, step: 'decide', record, expectedVersion: version, occurredOn: on, values });
}

const blocked = (article: string) => ({
  code: 'rule-blocks',
  message: expect.stringContaining(article) as string,
  detail: { next: expect.stringMatching(/请/) as string },
});

describe('行政处罚法第四十二条：不少于两名执法人员', () => {
  it('一人立案 → 可以立案，立案不是调查；一人告知 → 不能办，告知补一名持证人员', async () => {
    town.at('2024-02-01');
    const { record } = await file('2024-02-01', { secondOfficer: undefined });
    await expect(notify(record, '2024-02-02')).rejects.toMatchObject(blocked('第四十二条'));
  });

  it('两栏填同一人后告知 → 不能办；补上另一人 → 可以办', async () => {
    town.at('2024-02-01');
    const { record } = await file('2024-02-01', { secondOfficer: officers[0] });
    await expect(notify(record, '2024-02-02')).rejects.toMatchObject(blocked('第四十二条'));
    expect((await notify(record, '2024-02-02', { secondOfficer: officers[1] })).flaws).toEqual([]);
  });

  it('上月已由一人告知，今天补录 → 如实收下，记程序瑕疵；更正补上第二人后瑕疵消除', async () => {
    town.at('2024-03-01');
    const { record } = await file('2024-02-01', { secondOfficer: undefined });
    const late = { kind: KIND, step: 'notify', record, expectedVersion: 1, occurredOn: '2024-02-05' };
    expect((await town.act(late)).flaws).toEqual([{ rule: 'CF-20' }]);
    const corrected = await town.records.correct({
      org: ORG,
      kind: KIND,
      record,
      expectedVersion: 2,
      idempotencyKey: 'second-officer',
      occurredOn: '2024-03-01',
      actor: { account: 'enforcement-officer', post: 'enforcement-officer' },
      values: { secondOfficer: officers[1] },
      reason: '漏填协办人员',
    });
    expect(corrected.flaws).toEqual([]);
  });

  it('2020年的告知今天补录 → 不用2021年的条文去判', async () => {
    town.at('2024-03-01');
    const { record } = await file('2020-06-01', { secondOfficer: undefined });
    const late = { kind: KIND, step: 'notify', record, expectedVersion: 1, occurredOn: '2020-06-05' };
    expect((await town.act(late)).flaws).toEqual([]);
  });

  it('说是今天在线下办的，又没有理由 → 问理由；写明理由 → 收下并记瑕疵', async () => {
    town.at('2024-03-01');
    const { record } = await file('2024-03-01', { secondOfficer: undefined });
    const paper = {
      kind: KIND,
      step: 'notify',
      record,
      expectedVersion: 1,
      occurredOn: '2024-03-01',
      source: 'paper',
    } as const;
    await expect(town.act(paper)).rejects.toMatchObject({ code: 'reason-required' });
    const reasons = { 'CF-20': '山洪断路，一人先行告知' };
    expect((await town.act({ ...paper, reasons })).flaws).toEqual([
      { rule: 'CF-20', reason: reasons['CF-20'] },
    ]);
  });
});

describe('行政处罚法第四十四条、第六十二条：未告知不得作出处罚决定', () => {
  it('未告知就罚款 → 不能办', async () => {
    const record = await filed('2024-03-04');
    await expect(decide(record, '2024-03-04', 1)).rejects.toMatchObject(blocked('第四十四条'));
  });

  it('未告知而不予处罚 → 可以办：不予处罚不是处罚决定', async () => {
    const record = await filed('2024-03-04');
    const acted = await decide(record, '2024-03-04', 1, { result: 'none', fine: undefined });
    expect(acted.flaws).toEqual([]);
  });

  it('告知日晚于决定日(补录)→ 收下，记程序瑕疵', async () => {
    const record = await filed('2024-03-04');
    await notify(record, '2024-03-15');
    expect((await decide(record, '2024-03-11', 2)).flaws).toEqual([{ rule: 'CF-22' }]);
  });

  it('告知后罚款 → 可以办', async () => {
    const record = await filed('2024-03-04');
    await notify(record, '2024-03-11');
    town.at('2024-03-20');
    expect((await decide(record, '2024-03-20', 2)).flaws).toEqual([]);
  });
});

describe('行政处罚法第五十七条第二款：情节复杂或者重大违法要集体讨论', () => {
  it('重大案件未讨论 → 不能办；登记讨论日后可以办', async () => {
    const record = await filed('2024-04-01');
    await notify(record, '2024-04-02');
    town.at('2024-04-12');
    const grave = { weight: 'grave' };
    await expect(decide(record, '2024-04-12', 2, grave)).rejects.toMatchObject(blocked('第五十七条'));
    const acted = await decide(record, '2024-04-12', 2, { ...grave, discussedOn: '2024-04-11' });
    expect(acted.flaws).toEqual([]);
  });
});

describe('行政处罚法第五十八条：应当法制审核而未审核的不得作出决定', () => {
  it('应审核未审核、审核未通过 → 不能办', async () => {
    const record = await filed('2024-04-15');
    await notify(record, '2024-04-16');
    town.at('2024-04-26');
    await expect(decide(record, '2024-04-26', 2, { review: 'missing' })).rejects.toMatchObject(
      blocked('第五十八条'),
    );
  });
});

describe('行政处罚法第五十八条：由从事法制审核的人员审核', () => {
  const BOTH = { account: 'yirenliangzhi', post: 'legality-reviewer' } as const;
  beforeAll(async () => {
    const { store, register, vault, clock } = town;
    const posts = ['enforcement-officer', 'legality-reviewer'] as const;
    await addAccount({ store, register, vault }, ORG, { account: BOTH.account, name: '某某', posts }, clock);
  });

  const OPINION = { opinion: 'agreed' };
  const review = (record: string, on: string, version: number, over: object = {}): Promise<Acted> => {
    const act = { kind: KIND, step: 'review', record, expectedVersion: version, occurredOn: on };
    return town.act({ ...act, values: OPINION, ...over });
  };

  /** A case that the account which also reviews has filed, and so handles. */
  async function filedByReviewer(on: string): Promise<string> {
    town.at(on);
    const [firstOfficer, secondOfficer] = officers;
    const values = { cause: '擅自在河道采砂', filedOn: on, firstOfficer, secondOfficer };
    const actor = { account: BOTH.account, post: 'enforcement-officer' } as const;
    return (await town.start({ kind: KIND, step: 'file', occurredOn: on, actor, values })).record;
  }

  it('没有承办本案的审核人员审核 → 可以办，不问理由；同意后可以作决定', async () => {
    const record = await filed('2024-05-06');
    await notify(record, '2024-05-07');
    town.at('2024-05-10');
    expect((await review(record, '2024-05-10', 2)).flaws).toEqual([]);
    town.at('2024-05-13');
    expect((await decide(record, '2024-05-13', 3, { review: 'passed' })).flaws).toEqual([]);
  });

  it('承办人兼任审核人员，审核自己承办的案件 → 不能办，写了理由也不能：自己审核自己等于没有审核', async () => {
    const record = await filedByReviewer('2024-05-13');
    const reasons = { 'CF-59': '全乡只有一名审核人员，县局无法派人' };
    await expect(review(record, '2024-05-13', 1, { actor: BOTH, reasons })).rejects.toMatchObject({
      code: 'rule-blocks',
      message: expect.stringContaining('第五十八条') as string,
      detail: { next: expect.stringContaining('没有承办这个案件的法制审核人员') as string },
    });
  });

  it('同一个人审核别人承办的案件 → 可以办', async () => {
    const record = await filed('2024-05-14');
    expect((await review(record, '2024-05-14', 1, { actor: BOTH })).flaws).toEqual([]);
  });

  it('上周自己审核了自己的案件，今天补录 → 如实收下，记程序瑕疵', async () => {
    const record = await filedByReviewer('2024-05-15');
    town.at('2024-05-22');
    expect((await review(record, '2024-05-16', 1, { actor: BOTH })).flaws).toEqual([{ rule: 'CF-59' }]);
  });

  it('别人替承办人代录的审核，也是承办人审核；替别人代录的不是', async () => {
    const [own, others] = [await filedByReviewer('2024-05-23'), await filedByReviewer('2024-05-23')];
    const clerk = { account: 'legality-reviewer', post: 'legality-reviewer', behalf: BOTH.account } as const;
    town.at('2024-05-27');
    const proxy = { source: 'proxy', actor: clerk } as const;
    expect((await review(own, '2024-05-24', 1, proxy)).flaws).toEqual([{ rule: 'CF-59' }]);
    const forOther = { ...BOTH, behalf: 'legality-reviewer' };
    expect((await review(others, '2024-05-24', 1, { source: 'proxy', actor: forOther })).flaws).toEqual([]);
  });

  it('审核不同意，决定时写“已审核通过” → 仍不能办；重新审核同意后可以办', async () => {
    const record = await filed('2024-05-28');
    await notify(record, '2024-05-28');
    await review(record, '2024-05-28', 2, { values: { opinion: 'returned' } });
    await expect(decide(record, '2024-05-28', 3, { review: 'passed' })).rejects.toMatchObject(
      blocked('第五十八条'),
    );
    await review(record, '2024-05-28', 3);
    expect((await decide(record, '2024-05-28', 4, { review: 'passed' })).flaws).toEqual([]);
  });

  it('不属于应审核情形，自愿送审被退回 → 不阻止：条文只管应当审核的', async () => {
    const record = await filed('2024-05-30');
    await notify(record, '2024-05-30');
    await review(record, '2024-05-30', 2, { values: { opinion: 'returned' } });
    expect((await decide(record, '2024-05-30', 3, { review: 'not-needed' })).flaws).toEqual([]);
  });

  it('只有审核岗位可以审核', async () => {
    const record = await filed('2024-05-29');
    const actor = { account: 'enforcement-officer', post: 'enforcement-officer' } as const;
    await expect(review(record, '2024-05-29', 1, { actor })).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('行政处罚法第六十条：自立案之日起九十日内作出决定', () => {
  it('第90日决定 → 不逾期；第91日决定 → 照收，记程序瑕疵 CF-39', async () => {
    const onTime = await filed('2024-05-06');
    const late = await filed('2024-05-06');
    await notify(onTime, '2024-05-20');
    await notify(late, '2024-05-20');
    town.at('2024-08-04');
    expect((await decide(onTime, '2024-08-04', 2)).flaws).toEqual([]);
    town.at('2024-08-05');
    expect((await decide(late, '2024-08-05', 2)).flaws).toEqual([{ rule: 'CF-39' }]);
  });
});

describe('行政处罚法第六十一条、第八十五条：决定书七个工作日内送达', () => {
  it('9月24日(周二)决定，国庆调休，10月9日送达 → 不逾期；10月10日送达 → 逾期', async () => {
    // 9-25、26、27、29(补班)、30 为五个工作日，10-08、10-09 为第六、七个。
    const record = await filed('2024-09-02');
    const second = await filed('2024-09-02');
    await notify(record, '2024-09-03');
    await notify(second, '2024-09-03');
    town.at('2024-09-24');
    await decide(record, '2024-09-24', 2);
    await decide(second, '2024-09-24', 2);
    const serve = (id: string, on: string) => {
      town.at(on);
      return town.act({
        kind: KIND,
        step: 'serve',
        record: id,
        expectedVersion: 3,
        occurredOn: on,
        values: { servedOn: on },
      });
    };
    expect((await serve(record, '2024-10-09')).flaws).toEqual([]);
    expect((await serve(second, '2024-10-10')).flaws).toEqual([{ rule: 'CF-40' }]);
  });
});

describe('一起案件的计数', () => {
  it('以决定日计；不予处罚和移送不计；上级系统办理的登记也计', async () => {
    town.at('2024-10-15');
    const values = {
      cause: '森林防火期违规用火',
      number: '(2024)演示001号',
      filedOn: '2024-09-20',
      decidedOn: '2024-10-10',
      result: 'warning',
    };
    const acted = await town.start({
      kind: KIND,
      step: 'index',
      occurredOn: '2024-10-10',
      source: 'platform',
      values,
    });
    expect(acted.flaws).toEqual([]);
  });
});
