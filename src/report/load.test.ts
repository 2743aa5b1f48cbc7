import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { loadDraft } from './load.ts';
import { plainText } from './text.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
  town.at('2024-12-20');
  for (const [notedOn, problem] of [
    ['2024-12-10', '人手不足，仅有{judicial-office.staff}工作人员，另借调2名'],
    ['2023-12-10', '上一年提出的不足'],
  ] as const) {
    const values = { problem, cause: '编制少', notedOn };
    await town.start({ kind: 'shortcoming', step: 'note', occurredOn: notedOn, values });
  }
  for (const year of [2025, 2026]) {
    const values = { plan: `办好${year}年的事`, year };
    await town.start({ kind: 'next-year-plan', step: 'plan', occurredOn: '2024-12-18', values });
  }
  await dispute('2024-12-31');
});
afterAll(() => town.close());

function dispute(reportedOn: string) {
  const values = { title: '宅基地边界纠纷', type: 'homestead', channel: 'village', reportedOn };
  town.at('2025-01-03');
  return town.start({ kind: 'dispute', step: 'report', occurredOn: reportedOn, village: '柳树村', values });
}

const load = (org = ORG, year = 2024) =>
  loadDraft(town.store, town.register, org, year, new Date('2025-02-01T00:00:00Z'));

describe('the report of a township', () => {
  it('is written from its records: what was counted, noted and planned for that year', async () => {
    const draft = await load();
    const text = plainText(draft);
    expect(draft.organisation).toEqual({ code: ORG, name: '柳河乡(演示)', demo: true });
    expect(draft.mark).toBe('样稿·数据虚构');
    expect(draft.date).toBe('2024-12-31');
    expect(text).toContain('全年排查受理矛盾纠纷1起。');
    expect(text).toContain('仅有0名工作人员，另借调2名〔未佐证〕。主要原因是编制少。');
    expect(text).toContain('办好2025年的事');
    expect(text).not.toMatch(/2026|上一年提出/);
  });

  it('takes a record of 1 January into the next year', async () => {
    await dispute('2025-01-01');
    expect(plainText(await load())).toContain('矛盾纠纷1起');
    expect(plainText(await load(ORG, 2025))).toContain('年内排查受理矛盾纠纷1起');
  });

  it('refuses an organisation that is not there and a year to come', async () => {
    await expect(load('520581999001')).rejects.toMatchObject({ code: 'unknown-organisation' });
    await expect(load(ORG, 2030)).rejects.toMatchObject({ code: 'bad-input' });
  });
});
