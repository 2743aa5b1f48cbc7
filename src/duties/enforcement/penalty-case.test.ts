import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../../tests/township.ts';
import { oneOrganisation } from '../../store/connection.ts';
import { remediesOf } from './penalty-law.ts';

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());
beforeEach(() => town.at('2024-07-01'));

const CASE = {
  cause: '未按规定处置建筑垃圾',
  number: '演示罚决〔2024〕2号',
  filedOn: '2024-05-06',
};

function index(values: object): Promise<unknown> {
  return town.start({
    kind: 'penalty-case',
    step: 'index',
    occurredOn: '2024-06-12',
    values: { ...CASE, ...values },
  });
}

describe('a case that the upper system decided (登记模式)', () => {
  it('has an amount where it is a fine, and none where nothing was imposed', async () => {
    await expect(index({ result: 'fine' })).rejects.toMatchObject({
      code: 'invalid-value',
      detail: { field: 'fine' },
    });
    await expect(index({ result: 'none', spared: 'minor', fine: 50_000 })).rejects.toMatchObject({
      code: 'invalid-value',
      detail: { field: 'fine' },
    });
    await expect(index({ result: 'fine', fine: 50_000 })).resolves.toMatchObject({ flaws: [] });
  });
});

describe('certificates (执法证件)', () => {
  const officer = { officer: { name: '某某' }, certificate: '演示证甲', validFrom: '2023-06-01' };
  async function certified(values: object): Promise<string> {
    const { record } = await town.start({
      kind: 'enforcement-officer',
      step: 'certify',
      occurredOn: '2023-06-01',
      values: { ...officer, ...values },
    });
    return record;
  }
  const end = (record: string, values: Readonly<Record<string, unknown>>): Promise<unknown> =>
    town.act({
      kind: 'enforcement-officer',
      step: 'end',
      record,
      expectedVersion: 1,
      occurredOn: '2024-06-20',
      values,
    });

  it('one that ran out before counts until it ran out, not until it was crossed out', async () => {
    const record = await certified({ endedOn: '2024-03-01' });
    await end(record, { endFor: 'expired' });
    const [row] = await town.store.transaction(oneOrganisation(ORG), (tx) =>
      tx.query<{ body: Record<string, unknown> }>(
        'body',
        'SELECT body FROM record WHERE org_code = $1 AND record_id = $2',
        [ORG, record],
      ),
    );
    expect(row?.body).toMatchObject({ endedOn: '2024-03-01', offRollOn: '2024-06-20' });
  });

  it('one that still holds is not crossed out without the day from which it no longer does', async () => {
    const record = await certified({ endedOn: '2028-06-01' });
    await expect(end(record, { endFor: 'moved' })).rejects.toMatchObject({
      code: 'invalid-value',
      detail: { field: 'endedOn' },
    });
    await expect(end(record, { endFor: 'moved', endedOn: '2024-06-20' })).resolves.toBeDefined();
  });
});

it('tells the remedies of a penalty, and none where the case is handed on', () => {
  expect(remediesOf({ result: 'fine' })).toContain('六十日内向县级人民政府申请行政复议');
  expect(remediesOf({ result: 'transfer' })).toBeUndefined();
});
