import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { REGISTER } from '../../src/duties/index.ts';
import {
  citationText,
  dayAt,
  makeRegister,
  Refusal,
  type Day,
  type Kind,
  type Register,
} from '../../src/kernel/index.ts';
import { getRule } from '../../src/law/index.ts';
import { dueList } from '../../src/records/due.ts';
import type { Acted } from '../../src/records/draft.ts';
import { addAccount } from '../../src/records/opening.ts';
import { Records } from '../../src/records/records.ts';
import { ORG, testTownship, VILLAGES, type TestTownship } from '../township.ts';
import type { Stories, Story, ToldAct } from './story.ts';

/** A kind without one rule and without its term. */
function kindWithout(kind: Kind, rule: string): Kind {
  const steps = Object.entries(kind.steps).map(([name, step]) => {
    const rules = (step.rules ?? []).filter((each) => each.rule.id !== rule);
    return [name, { ...step, rules }] as const;
  });
  const terms = (kind.terms ?? []).filter((term) => term.rule !== rule);
  return { ...kind, steps: Object.fromEntries(steps), terms };
}

/** The register of this release with one rule taken out of every kind. */
function registerWithout(rule: string): Register {
  const prints = Object.fromEntries(
    REGISTER.versions.map((kind) => [`${kind.code}@${kind.version}`, REGISTER.print(kind)]),
  );
  return makeRegister(
    REGISTER.versions.map((kind) => kindWithout(kind, rule)),
    prints,
  );
}

/** An office in which stories are told, with all rules or without one. */
export interface Telling {
  readonly town: TestTownship;
  readonly stories: Stories;
}

export async function openTelling(stories: Stories): Promise<Telling> {
  const town = await testTownship();
  const { store, register, vault, clock } = town;
  for (const [account, posts] of Object.entries(stories.people ?? {})) {
    await addAccount({ store, register, vault }, ORG, { account, name: account, posts }, clock);
  }
  return { town, stories };
}

interface Office {
  readonly town: TestTownship;
  readonly register: Register;
  readonly records: Records;
}

function officeOf(town: TestTownship, register: Register): Office {
  const { store, vault, files, clock } = town;
  return { town, register, records: new Records({ store, register, vault, files, clock }) };
}

async function valuesOf(
  { town, register }: Office,
  kind: string,
  act: ToldAct,
  named: ReadonlyMap<string, string>,
): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(act.values ?? {})) {
    if (typeof value === 'string' && value.startsWith('@')) values[name] = named.get(value.slice(1));
    else if (register.kind(kind).fields[name]?.type === 'file')
      values[name] = await town.files.put(ORG, '样例.txt', Buffer.from('样例'));
    else values[name] = value;
  }
  return values;
}

interface Standing {
  readonly record?: string;
  readonly version: number;
}

/** Takes one act; `enteredOn` is the day on which it is entered, its own unless said otherwise. */
async function take(
  office: Office,
  kind: string,
  act: ToldAct,
  { record, version }: Standing,
  named: ReadonlyMap<string, string>,
  over: { enteredOn?: string; source?: ToldAct['source']; reasons?: ToldAct['reasons'] } = {},
): Promise<Acted> {
  const { town, register, records } = office;
  town.at(over.enteredOn ?? act.entered ?? act.on);
  const post = act.post ?? register.kind(kind).steps[act.step]?.by[0];
  if (!post) throw new Error(`${kind} has no step ${act.step}`);
  const reasons = over.reasons ?? act.reasons;
  const source = over.source ?? act.source;
  const common = {
    org: ORG,
    kind,
    step: act.step,
    idempotencyKey: randomUUID(),
    occurredOn: act.on,
    actor: { account: act.by ?? post, post },
    values: await valuesOf(office, kind, act, named),
    ...(source === undefined ? {} : { source }),
    ...(reasons === undefined ? {} : { reasons }),
  };
  if (record !== undefined) return records.act({ ...common, record, expectedVersion: version });
  const { village = register.kind(kind).village === 'required' ? VILLAGES[0]! : undefined } = act;
  return records.start({ ...common, ...(village === undefined ? {} : { village }) });
}

/** A past act that makes a record of another kind: entered when the story needs it, judged by its own day. */
async function makeOthers(office: Office, story: Story): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const [name, { kind, acts }] of Object.entries(story.others ?? {})) {
    let standing: Standing = { version: 0 };
    for (const act of acts) {
      const acted = await take(office, kind, act, standing, named);
      standing = { record: acted.record, version: acted.version };
    }
    named.set(name, standing.record!);
  }
  return named;
}

interface Prepared {
  readonly named: ReadonlyMap<string, string>;
  readonly standing: Standing;
}

async function prepare(office: Office, kind: string, story: Story): Promise<Prepared> {
  const named = await makeOthers(office, story);
  let standing: Standing = { version: 0 };
  for (const act of story.given ?? []) {
    const acted = await take(office, kind, act, standing, named);
    standing = { record: acted.record, version: acted.version };
  }
  return { named, standing };
}

async function refusalOf(acting: Promise<Acted>): Promise<Refusal | undefined> {
  try {
    await acting;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function dayAfter(on: string): string {
  return dayAt(new Date(Date.parse(`${on}T12:00:00+08:00`) + 86_400_000));
}

async function tellStopped(office: Office, kind: string, story: Story): Promise<void> {
  const { rule, act } = story;
  const { named, standing } = await prepare(office, kind, story);
  const refusal = await refusalOf(take(office, kind, act, standing, named));
  expect(refusal, '应当拦截').toMatchObject({ code: 'rule-blocks', detail: { facts: { rule } } });
  expect(refusal!.message).toContain(citationText(getRule(rule).basis));
  expect(refusal!.detail.next).toMatch(/\p{Script=Han}/u);
  // What has happened is always recorded.
  const late = { enteredOn: dayAfter(act.on), source: 'late' } as const;
  const acted = await take(office, kind, act, standing, named, late);
  expect(acted.flaws).toContainEqual(expect.objectContaining({ rule }));
}

async function tellReminded(office: Office, kind: string, story: Story): Promise<void> {
  const { rule, act } = story;
  const { named, standing } = await prepare(office, kind, story);
  const refusal = await refusalOf(take(office, kind, act, standing, named));
  expect(refusal, '应当提醒').toMatchObject({ code: 'reason-required', detail: { facts: { rule } } });
  expect(refusal!.detail.next).toMatch(/\p{Script=Han}/u);
  const reason = '情况特殊，已经报告';
  const reasons = { ...act.reasons, [rule]: reason };
  const acted = await take(office, kind, act, standing, named, { reasons });
  expect(acted.flaws).toContainEqual({ rule, reason });
}

async function tellRunning(office: Office, kind: string, story: Story): Promise<void> {
  const { rule, act, outcome } = story;
  const { named, standing } = await prepare(office, kind, story);
  const { record } = await take(office, kind, act, standing, named);
  const { store } = office.town;
  const today = act.on as Day;
  const { items } = await dueList(store, office.register, { as: 'operator' }, today, { org: ORG, record });
  const running = items.filter((item) => item.rule === rule);
  if (outcome === 'none') {
    expect(running).toEqual([]);
    return;
  }
  expect(running, '应当有这项期限').toHaveLength(1);
  if (outcome === 'paused') expect(running[0]!.when).toBe('paused');
  else if (typeof outcome === 'object') {
    expect(running[0]!.due).toBe(outcome.due);
    if (outcome.safe !== undefined) expect(running[0]!.safeDue).toBe(outcome.safe);
  }
}

async function tellAccepted(office: Office, kind: string, story: Story): Promise<void> {
  const { rule, act, outcome } = story;
  const { named, standing } = await prepare(office, kind, story);
  const { flaws } = await take(office, kind, act, standing, named);
  if (outcome === 'kept') expect(flaws).toEqual([]);
  else expect(flaws).toContainEqual(expect.objectContaining({ rule }));
}

async function tellIn(office: Office, kind: string, story: Story): Promise<void> {
  switch (story.outcome) {
    case 'stopped':
      return tellStopped(office, kind, story);
    case 'reminded':
      return tellReminded(office, kind, story);
    case 'kept':
    case 'flawed':
      return tellAccepted(office, kind, story);
    default:
      return tellRunning(office, kind, story);
  }
}

/** Tells a story in an office with all rules. */
export async function tell({ town, stories }: Telling, story: Story): Promise<void> {
  await tellIn(officeOf(town, REGISTER), stories.kind, story);
}

/** Tells it where its rule is taken out: a story that shows the rule must then come out wrong. */
export async function tellWithout({ town, stories }: Telling, story: Story): Promise<void> {
  const office = officeOf(town, registerWithout(story.rule));
  const wrong = await tellIn(office, stories.kind, story).then(
    () => undefined,
    (error: unknown) => (error as Error).name,
  );
  expect(wrong, '没有这条规则，结果也一样').toBe('AssertionError');
}
