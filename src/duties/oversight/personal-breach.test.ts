import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTownship, type TestTownship } from '../../../tests/township.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

describe('个人信息泄露事件', () => {
  it('没有报告、没有通知个人的，不能办结（第五十七条）', async () => {
    const on = '2024-06-03';
    town.at(on);
    const common = { kind: 'personal-breach', occurredOn: on };
    const { record } = await town.start({
      ...common,
      step: 'discover',
      values: { subject: '名单误发', nature: 'leak', certainty: 'possible', kinds: ['contact'] },
    });
    await town.act({
      ...common,
      step: 'remedy',
      record,
      expectedVersion: 1,
      values: { remedy: '已撤回，未被转发' },
    });
    const close = (expectedVersion: number) =>
      town.act({ ...common, step: 'close', record, expectedVersion, values: {} });
    await expect(close(2)).rejects.toMatchObject({
      code: 'rule-blocks',
      detail: { basis: { statute: 'GB', article: '第五十七条' } },
    });
    await town.act({
      ...common,
      step: 'report',
      record,
      expectedVersion: 2,
      values: { department: '县委网信办' },
    });
    await town.act({ ...common, step: 'tell', record, expectedVersion: 3, values: { told: 'spared' } });
    expect((await close(4)).flaws).toEqual([]);
  });
});
