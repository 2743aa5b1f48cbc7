import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS, REGISTER } from '../src/duties/index.ts';
import { contributionsOf, day, type Kind } from '../src/kernel/index.ts';
import { ACCOUNT, APPOINTMENT, ORGANISATION } from '../src/records/row.ts';
import { findRow } from '../src/records/reading.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import { withClient } from './database.ts';
import { ExampleRunner } from './example-runner.ts';
import { ORG, testTownship, type TestTownship } from './township.ts';

/** The organisation is made by founding alone; who holds which post is no matter of the work. */
const NO_WORK = [ORGANISATION, ACCOUNT, APPOINTMENT];

const examples = (): readonly (readonly [Kind, Kind['examples'][number]])[] =>
  KINDS.filter(({ code }) => !NO_WORK.includes(code)).flatMap((kind) =>
    kind.examples.map((example) => [kind, example] as const),
  );

/** The kind with its figures counting every matter there is, on the day on which it happened. */
function countingAll(kind: Kind): Kind {
  const one = () => 1;
  const all = { on: 'occurredOn', from: 'occurredOn', where: () => true, amount: one, key: () => 'k' };
  const parts = { numerator: one, denominator: one, facet: () => '' };
  const figures = Object.entries(kind.figures ?? {}).map(([code, figure]) => [
    code,
    { ...figure, ...all, ...parts },
  ]);
  const also = Object.entries(kind.alsoCounts ?? {}).map(([code, counts]) => [
    code,
    {
      ...counts,
      on: 'occurredOn',
      where: () => true,
      amount: one,
      ...(counts.key ? { key: () => 'k' } : {}),
    },
  ]);
  return { ...kind, figures: Object.fromEntries(figures), alsoCounts: Object.fromEntries(also) } as Kind;
}

async function countedIn(town: TestTownship): Promise<Set<string>> {
  const rows = await withClient(town.database.owner, async (client) => {
    const found = await client.query<{ figure: string }>(
      'SELECT figure FROM contribution UNION SELECT figure FROM counter',
    );
    return found.rows;
  });
  return new Set(rows.map(({ figure }) => figure));
}

describe('a drill (演练)', () => {
  let town: TestTownship;
  beforeAll(async () => {
    town = await testTownship();
  });
  afterAll(() => town.close());

  it('adds to no figure that there is, whatever kind it is entered in', async () => {
    const before = await countedIn(town);
    const runner = new ExampleRunner(town, { but: [] });
    for (const [kind, example] of examples()) await runner.run(kind, example);
    expect(await countedIn(town)).toEqual(before);
  }, 300_000);

  it('the same examples, entered as what has happened, add to most of them: the test above can fail', async () => {
    const real = await testTownship();
    const runner = new ExampleRunner(real);
    for (const [kind, example] of examples()) await runner.run(kind, example);
    const counted = await countedIn(real);
    await real.close();
    const reached = REGISTER.figures.filter(({ code }) => counted.has(code));
    expect(reached.length).toBeGreaterThan(REGISTER.figures.length / 2);
  }, 300_000);

  it.each(REGISTER.figures.map(({ code, kinds }) => [code, kinds] as const))(
    'adds nothing to %s, though all else that it asks for is there',
    (code, kinds) => {
      for (const kind of kinds.map(countingAll)) {
        const matter = { id: 'm', state: 'any', village: null, occurredOn: day('2026-05-12'), values: {} };
        const real = { ...matter, drill: false, sealed: false, voided: false };
        expect(contributionsOf(kind, real).map(({ figure }) => figure)).toContain(code);
        expect(contributionsOf(kind, { ...real, drill: true })).toEqual([]);
      }
    },
  );
});

describe('what is started from a drill', () => {
  let town: TestTownship;
  beforeAll(async () => {
    town = await testTownship();
    town.at('2026-05-12');
  });
  afterAll(() => town.close());

  const rowOf = (record: string) => town.store.read(oneOrganisation(ORG), (tx) => findRow(tx, ORG, record));
  const hold = () =>
    town.start({
      kind: 'drill',
      step: 'hold',
      occurredOn: '2026-05-12',
      values: { title: '汛期避险转移演练', hazard: 'flood' },
    });
  const receive = (values: object = {}, more: object = {}) =>
    town.start({
      kind: 'incident',
      step: 'receive',
      occurredOn: '2026-05-12',
      values: { title: '三组山体滑坡', type: 'geology', level: 'danger', ...values },
      ...more,
    });
  const form = () =>
    town.start({
      kind: 'rescue-team',
      step: 'form',
      occurredOn: '2026-05-12',
      values: { name: '乡救援队', type: 'general', insurance: 'insured', gear: 'equipped' },
    });
  const send = (incident: string, team: string) =>
    town.start({
      kind: 'team-dispatch',
      step: 'send',
      occurredOn: '2026-05-12',
      values: { incident, team, task: 'rescue', people: 6 },
    });

  it('is a drill too, though nobody said so, and says so in its title; the team that takes part stays real', async () => {
    const before = await countedIn(town);
    const { record: exercise } = await hold();
    const { record: incident } = await receive({ exercise });
    const { record: team } = await form();
    const { record: dispatch } = await send(incident, team);
    const said = { is_drill: true, title: expect.stringMatching(/^【演练】/) as string };
    expect(await rowOf(incident)).toMatchObject(said);
    expect(await rowOf(dispatch)).toMatchObject(said);
    expect(await rowOf(team)).toMatchObject({ is_drill: false, title: '乡救援队' });
    // The drill itself was held, and the team was formed.
    const counted = [...(await countedIn(town))].filter((figure) => !before.has(figure));
    expect(counted.toSorted()).toEqual(['emergency-drills', 'rescue-teams.township']);
  });

  it('a lesson of it is no drill: it has to be put right', async () => {
    const { record: exercise } = await hold();
    const { record } = await town.start({
      kind: 'rectification',
      step: 'learn',
      occurredOn: '2026-05-12',
      values: { problem: '集合点标识偏小', unit: '应急管理站', drill: exercise },
    });
    expect(await rowOf(record)).toMatchObject({ is_drill: false });
  });

  it('answers the same when it is asked again', async () => {
    const { record: exercise } = await hold();
    const first = await receive({ exercise }, { idempotencyKey: 'twice' });
    expect(await receive({ exercise }, { idempotencyKey: 'twice' })).toMatchObject({
      record: first.record,
      repeated: true,
    });
  });

  it('a real matter is never tied to a drill afterwards, by a step or a correction', async () => {
    const { record: exercise } = await hold();
    const { record } = await receive();
    const correcting = town.records.correct({
      org: ORG,
      kind: 'incident',
      record,
      expectedVersion: 1,
      occurredOn: '2026-05-12',
      actor: { account: 'emergency-officer', post: 'emergency-officer' },
      idempotencyKey: 'tie',
      reason: '选错了',
      values: { exercise },
    });
    await expect(correcting).rejects.toMatchObject({ code: 'invalid-value' });
    expect(await rowOf(record)).toMatchObject({ is_drill: false });
  });
});
