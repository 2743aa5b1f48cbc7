import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTownship, type TestTownship } from '../../../tests/township.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

async function receive(on: string): Promise<string> {
  town.at(on);
  const { record } = await town.start({
    kind: 'personal-request',
    step: 'receive',
    occurredOn: on,
    values: { wants: 'access', applicant: { name: '龙某某' }, as: 'self' },
  });
  return record;
}

function reply(record: string, on: string, values: Record<string, unknown>) {
  town.at(on);
  const step = { kind: 'personal-request', step: 'reply', occurredOn: on, record, expectedVersion: 1 };
  return town.act({ ...step, values });
}

describe('个人信息查阅复制更正删除请求', () => {
  it('拒绝而不说明理由的，不能答复（个人信息保护法第五十条）；说明了就能', async () => {
    const record = await receive('2024-03-04');
    await expect(reply(record, '2024-03-05', { outcome: 'refused' })).rejects.toMatchObject({
      code: 'rule-blocks',
      detail: { basis: { statute: 'GB', article: '第五十条' } },
    });
    const acted = await reply(record, '2024-03-05', {
      outcome: 'refused',
      grounds: '所请求的是他人的信息，不属于本人',
    });
    expect(acted.flaws).toEqual([]);
  });

  it('过了本地定的三十天才答复的，照样登记，记为超期', async () => {
    const record = await receive('2024-04-01');
    const acted = await reply(record, '2024-05-02', { outcome: 'granted' });
    expect(acted.flaws).toEqual([{ rule: 'SJA-08' }]);
  });
});
