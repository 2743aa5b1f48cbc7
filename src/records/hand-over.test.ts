import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { oneOrganisation } from '../store/connection.ts';
import { historyOf } from './draft.ts';
import { handOver, openMattersOf } from './hand-over.ts';
import { verifyOrganisation } from './verify.ts';

const TODAY = '2024-03-05';
const MEDIATOR = { account: 'mediator', post: 'mediator' } as const;
const ADMINISTRATOR = { account: 'system-administrator', post: 'system-administrator' } as const;

let town: TestTownship;
let running: string[];
let ended: string;
beforeAll(async () => {
  town = await testTownship();
  town.at(TODAY);
  running = [await dispute('地界纠纷'), await dispute('邻里纠纷'), await dispute('家庭纠纷')];
  ended = await dispute('旧纠纷');
  await town.act({
    kind: 'dispute',
    step: 'end',
    record: ended,
    expectedVersion: 1,
    occurredOn: TODAY,
    actor: MEDIATOR,
    values: { referral: 'court' },
  });
  await town.act({
    kind: 'dispute',
    step: 'archive',
    record: ended,
    expectedVersion: 2,
    occurredOn: TODAY,
    actor: MEDIATOR,
    values: { volume: ['register'] },
  });
});
afterAll(() => town.close());

async function dispute(title: string): Promise<string> {
  const values = { title, type: 'land', channel: 'village', parties: [{ name: '某某' }] };
  const begun = { kind: 'dispute', step: 'report', occurredOn: TODAY, actor: MEDIATOR, values };
  return (await town.start(begun)).record;
}

const handlersOf = async (record: string): Promise<readonly string[]> => {
  const [row] = await town.store.read(oneOrganisation(ORG), (tx) =>
    tx.query<{ handlers: string[] }>(
      'handlers',
      'SELECT handlers FROM record WHERE org_code = $1 AND record_id = $2',
      [ORG, record],
    ),
  );
  return row!.handlers;
};

const move = (from: string, to: string) => {
  const { store, register, records, clock } = town;
  const parts = { store, register, records, clock };
  return handOver(parts, { org: ORG, from, to, actor: ADMINISTRATOR, reason: '调整分工' });
};

it('moves what is open, with an entry each; what is finished stays', async () => {
  await town.records.assign({
    org: ORG,
    kind: 'dispute',
    record: running[2]!,
    expectedVersion: 1,
    occurredOn: TODAY,
    actor: MEDIATOR,
    handlers: ['judicial-office', 'mediator'],
    reason: '共同承办',
    idempotencyKey: 'shared',
  });
  expect(await openMattersOf(town.store, town.register, ORG, 'mediator')).toHaveLength(3);
  expect(await move('mediator', 'window-clerk')).toBe(3);
  expect(await handlersOf(running[0]!)).toEqual(['window-clerk']);
  // Who handled it together stays.
  expect(await handlersOf(running[2]!)).toEqual(['judicial-office', 'window-clerk']);
  expect(await handlersOf(ended)).toEqual(['mediator']);
  const history = await historyOf(town.store, ORG, running[0]!);
  expect(history.map(({ step, actor, reason }) => [step, actor.account, reason])).toEqual([
    ['report', 'mediator', undefined],
    ['$assign', 'system-administrator', '调整分工'],
  ]);
  await verifyOrganisation(ORG, { ...town, checkpoints: [] });
});

it('does nothing the second time, and goes back and forth', async () => {
  expect(await move('mediator', 'window-clerk')).toBe(0);
  expect(await move('window-clerk', 'mediator')).toBe(3);
  expect(await move('mediator', 'window-clerk')).toBe(3);
  expect(await handlersOf(running[2]!)).toEqual(['judicial-office', 'window-clerk']);
});

it('goes to somebody who holds a post', async () => {
  await expect(move('window-clerk', 'nobody')).rejects.toMatchObject({ message: /不担任任何岗位/ });
  await expect(move('window-clerk', 'window-clerk')).rejects.toMatchObject({ code: 'invalid-value' });
  expect(await handlersOf(running[0]!)).toEqual(['window-clerk']);
});

it('is the office’s own act: nobody without the right does it', async () => {
  const { store, register, records, clock } = town;
  const request = { org: ORG, from: 'window-clerk', to: 'mediator', reason: '调整' };
  const actor = { account: 'auditor', post: 'auditor' } as const;
  const parts = { store, register, records, clock };
  await expect(handOver(parts, { ...request, actor })).rejects.toMatchObject({ code: 'not-permitted' });
});
