import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testTownship, type TestTownship } from '../../../tests/township.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

async function reported(on: string): Promise<string> {
  town.at(on);
  const values = { title: '相邻排水纠纷', type: 'neighbour', channel: 'village', reportedOn: on };
  return (await town.start({ kind: 'dispute', step: 'report', occurredOn: on, village: '石桥村', values }))
    .record;
}

function mediate(record: string, on: string, consent: string) {
  const values = { mediatedOn: on, consent };
  return town.act({ kind: 'dispute', step: 'mediate', record, expectedVersion: 1, occurredOn: on, values });
}

describe('人民调解法第十七条：一方明确拒绝调解的，不得调解', () => {
  it('一方拒绝，今天开展调解 → 不能办，告知改办终止调解', async () => {
    const record = await reported('2024-06-03');
    await expect(mediate(record, '2024-06-03', 'refused')).rejects.toMatchObject({
      code: 'rule-blocks',
      message: expect.stringContaining('第十七条') as string,
      detail: { next: expect.stringContaining('终止调解') as string },
    });
  });

  it('一方拒绝 → 终止调解并告知途径，可以办(第二十六条)', async () => {
    const record = await reported('2024-06-03');
    const values = { endedOn: '2024-06-03', referral: 'court', consent: 'refused' };
    const end = {
      kind: 'dispute',
      step: 'end',
      record,
      expectedVersion: 1,
      occurredOn: '2024-06-03',
      values,
    };
    expect((await town.act(end)).flaws).toEqual([]);
  });

  it('上周一方拒绝仍调解了，今天补录 → 如实收下，记程序瑕疵', async () => {
    const record = await reported('2024-06-03');
    town.at('2024-06-11');
    expect((await mediate(record, '2024-06-04', 'refused')).flaws).toEqual([{ rule: 'RT-01' }]);
  });
});
