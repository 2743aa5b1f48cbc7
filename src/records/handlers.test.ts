import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { oneOrganisation } from '../store/connection.ts';
import { replay } from './replay.ts';

let town: TestTownship;

beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

async function handlersOf(record: string): Promise<readonly string[]> {
  const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ handlers: string[] }>(
      'handlers',
      'SELECT handlers FROM record WHERE org_code = $1 AND record_id = $2',
      [ORG, record],
    ),
  );
  return row!.handlers;
}

describe('handlers (承办人)', () => {
  it('whoever starts a matter handles it until it is given to others; replay gives the same', async () => {
    const values = { title: '田埂界线', type: 'neighbour', channel: 'group', reportedOn: '2024-01-02' };
    const { record } = await town.start({
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-01-02',
      village: '柳树村',
      values,
    });
    expect(await handlersOf(record)).toHaveLength(1);
    const assign = (handlers: readonly string[], post: 'mediator' | 'counsel' | 'system-administrator') =>
      town.records.assign({
        org: ORG,
        kind: 'dispute',
        record,
        expectedVersion: 1,
        idempotencyKey: `assign-${post}-${handlers.join()}`,
        occurredOn: '2024-01-02',
        actor: { account: post, post },
        handlers,
        reason: '原承办人调离',
      });
    await expect(assign([], 'mediator')).rejects.toMatchObject({ code: 'missing-value' });
    await expect(assign(['查无此人'], 'mediator')).rejects.toMatchObject({ detail: { field: 'handlers' } });
    await expect(assign(['mediator'], 'counsel')).rejects.toMatchObject({ code: 'not-permitted' });
    await assign(['judicial-office', 'mediator'], 'system-administrator');
    expect(await handlersOf(record)).toEqual(['judicial-office', 'mediator']);
    await replay(town.store, town.register, ORG);
    expect(await handlersOf(record)).toEqual(['judicial-office', 'mediator']);
  });
});

describe('two who edit one record', () => {
  it('the second is told who did what meanwhile, by field name; an id in use tells nothing', async () => {
    const values = { title: '水渠用水', type: 'land', channel: 'group', reportedOn: '2024-01-02' };
    const { record } = await town.start({
      kind: 'dispute',
      step: 'report',
      occurredOn: '2024-01-02',
      values,
    });
    const correct = (key: string) =>
      town.records.correct({
        org: ORG,
        kind: 'dispute',
        record,
        expectedVersion: 1,
        idempotencyKey: key,
        occurredOn: '2024-01-02',
        actor: { account: 'mediator', post: 'mediator' },
        values: { involved: 5 },
        reason: '核对人数',
      });
    await correct('first');
    const refused = await correct('second').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'version-conflict',
      detail: { facts: { expected: 1, version: 2, changes: [{ account: 'mediator', step: '更正' }] } },
    });
    expect(String(refused)).toContain('涉及人数');
    const again = await town
      .start({ kind: 'dispute', step: 'report', occurredOn: '2024-01-02', values, record })
      .catch((error: unknown) => error);
    expect(again).toMatchObject({ code: 'version-conflict' });
    expect(JSON.stringify(again)).not.toContain('mediator');
  });
});
