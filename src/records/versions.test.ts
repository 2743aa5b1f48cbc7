import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORG, testTownship, type TestTownship } from '../../tests/township.ts';
import { KINDS } from '../duties/index.ts';
import prints from '../duties/fingerprints.json' with { type: 'json' };
import { dayField, defineKind, makeRegister, oneOf, text, type Register } from '../kernel/index.ts';
import { cite } from '../law/index.ts';
import { verifyOrganisation } from './verify.ts';
import { Records } from './records.ts';

/** A kind in two released versions: the second has another choice, another step and counts other matters. */
function well(version: number, choices: Record<string, string>, counted: string) {
  return defineKind({
    code: 'well',
    label: '水井',
    room: 'services',
    version,
    title: 'name',
    fields: { name: text('名称'), state: oneOf('状况', choices), checkedOn: dayField('检查日') },
    states: { open: '在用', checked: '已检查' },
    steps: {
      open: {
        label: '登记',
        by: ['judicial-office'],
        basis: cite('DF', '76'),
        from: 'start',
        to: 'open',
        asks: ['name'],
      },
      check: {
        label: '检查',
        by: ['judicial-office'],
        basis: cite('DF', '76'),
        from: ['open', 'checked'],
        to: 'checked',
        day: 'checkedOn',
        asks: ['state'],
      },
    },
    figures: {
      wells: {
        label: '检查水井',
        unit: '口',
        definition: '检查过的水井。',
        chapter: 'services',
        measure: 'flow',
        on: 'checkedOn',
        where: ({ values }) => values.state === counted,
      },
    },
    examples: [],
  });
}

const [first, second] = [well(1, { good: '完好' }, 'good'), well(2, { clean: '清洁', foul: '不洁' }, 'foul')];

function registerOf(...wells: (typeof first)[]): Register {
  const own = Object.fromEntries(Object.entries(prints).map(([key, { print }]) => [key, print]));
  return makeRegister([...KINDS, ...wells], { ...own, 'well@1': 'first', 'well@2': 'second' });
}

let town: TestTownship;
beforeAll(async () => {
  town = await testTownship();
});
afterAll(() => town.close());

it('a matter goes on under the version it was started under; new ones take the newest', async () => {
  const on = '2024-02-01';
  town.at(on);
  const actor = { account: 'judicial-office', post: 'judicial-office' } as const;
  const common = () => ({ org: ORG, kind: 'well', occurredOn: on, actor, idempotencyKey: randomUUID() });
  const before = new Records({ ...town, register: registerOf(first) });
  const old = await before.start({ ...common(), step: 'open', values: { name: '老井' } });

  const register = registerOf(first, second);
  const after = new Records({ ...town, register });
  const fresh = await after.start({ ...common(), step: 'open', values: { name: '新井' } });
  const check = { step: 'check', expectedVersion: 1 };
  await after.act({ ...common(), ...check, record: old.record, values: { state: 'good' } });
  await after.act({ ...common(), ...check, record: fresh.record, values: { state: 'foul' } });
  await expect(
    after.act({ ...common(), ...check, expectedVersion: 2, record: old.record, values: { state: 'foul' } }),
  ).rejects.toMatchObject({ code: 'invalid-value' });

  // Both count, each by its own version; counters, projection and replay agree.
  const verified = await verifyOrganisation(ORG, { ...town, register, checkpoints: [] });
  expect(verified.counters).toBe(1);
});

it('an entry made under a declaration that this program does not hold is refused, not guessed', async () => {
  const other = makeRegister([...KINDS, first, second], {
    ...Object.fromEntries(Object.entries(prints).map(([key, { print }]) => [key, print])),
    'well@1': 'changed after release',
    'well@2': 'second',
  });
  await expect(verifyOrganisation(ORG, { ...town, register: other, checkpoints: [] })).rejects.toMatchObject({
    code: 'unknown-version',
    message: expect.stringContaining('水井') as string,
  });
});
