import { randomUUID } from 'node:crypto';
import fc, { type Arbitrary } from 'fast-check';
import {
  addDays,
  dayAt,
  matterOf,
  Refusal,
  type Day,
  type Field,
  type FieldSet,
  type Kind,
  type Situation,
  type Step,
} from '../../src/kernel/index.ts';
import { historyOf } from '../../src/records/draft.ts';
import { takenIn } from '../../src/records/judge.ts';
import { linkedMatters } from '../../src/records/links.ts';
import type { Acted } from '../../src/records/records.ts';
import { storedMatter, type RecordRow } from '../../src/records/row.ts';
import { oneOrganisation } from '../../src/store/connection.ts';
import { VILLAGES, type TestTownship } from '../township.ts';

/** A tape of numbers: whatever a walk chooses, it chooses by the next one. Past its end every number is 0. */
export class Tape {
  #at = 0;
  readonly #numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to below `below`. */
  next(below: number): number {
    const number = this.#numbers[this.#at] ?? 0;
    this.#at += 1;
    return number % below;
  }

  of<T>(list: readonly T[]): T {
    return list[this.next(list.length)]!;
  }

  some<T>(list: readonly T[]): T[] {
    const chosen = list.filter(() => this.next(2) === 1);
    return chosen.length > 0 ? chosen : [this.of(list)];
  }
}

/** What a tape is made of: evenly drawn, since a number says nothing but which. */
export const numbers: Arbitrary<number[]> = fc.noBias(
  fc.array(fc.nat(10_000), { minLength: 150, maxLength: 400 }),
);

/** Records of each kind that a walk may link to. */
export type Pool = Map<string, string[]>;

const NUMBERS = [1, 0, 2, 3, 20, 2026, 10_000];

interface Chance {
  readonly tape: Tape;
  readonly today: Day;
  readonly pool: Pool;
  readonly file: unknown;
}

/** A value that fits the field's type; undefined where there is none (no record to link to). */
function valueFor(field: Field, chance: Chance): unknown {
  const { tape, today, pool, file } = chance;
  switch (field.type) {
    case 'text':
    case 'long-text':
    case 'place':
      return `样稿${'甲乙丙丁'[tape.next(4)]}`;
    case 'day':
      return addDays(today, tape.of(field.future ? [30, 7, 200, 0, -10] : [0, -1, -3, -8, -20, -45]));
    case 'time':
      return tape.of(['09:30', '15:00']);
    case 'number':
    case 'money':
      return tape.of(NUMBERS.filter((number) => 'value' in field.parse(number)));
    case 'one-of':
      return tape.of(Object.keys(field.options ?? {}));
    case 'many-of':
      return tape.some(Object.keys(field.options ?? {}));
    case 'person':
      return field.several ? [{ name: '罗某某' }] : { name: '罗某某' };
    case 'file':
      return file;
    case 'link': {
      const records = pool.get(field.target ?? '') ?? [];
      return records.length === 0 ? undefined : tape.of(records);
    }
    case 'list':
      return [itemFor(field, chance)];
  }
}

function itemFor(field: Field, chance: Chance): Record<string, unknown> {
  const items = Object.entries(field.items ?? {});
  const wanted = items.filter(([name]) => field.needs?.includes(name) || chance.tape.next(2) === 1);
  return Object.fromEntries(wanted.map(([name, item]) => [name, valueFor(item, chance)]));
}

/** Everything that the step asks for, and each second thing that it may have. */
function valuesFor(kind: Kind, step: Step<FieldSet, string>, chance: Chance): Record<string, unknown> {
  const { asks = [], may = [], sameDay = [] } = step;
  const names = [...asks, ...[...may, ...sameDay].filter(() => chance.tape.next(2) === 1)];
  const wanted = names.filter((name) => name !== step.day);
  return Object.fromEntries(wanted.map((name) => [name, valueFor(kind.fields[name]!, chance)]));
}

/** An act of a walk: what was tried, and what came of it. */
export interface Tried {
  readonly kind: Kind;
  readonly step: Step<FieldSet, string>;
  readonly outcome: Acted | Refusal;
  /** The hard rule that stopped it, and the same act entered on the next day. */
  readonly stopped?: { readonly rule: string; readonly late: Acted };
}

function isStop(outcome: Acted | Refusal): outcome is Refusal {
  return outcome instanceof Refusal && outcome.code === 'rule-blocks';
}

async function answer(acting: Promise<Acted>): Promise<Acted | Refusal> {
  try {
    return await acting;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** One random matter of a kind in an office; it goes on as long as the tape says. */
export class Walk {
  readonly #town: TestTownship;
  readonly #kind: Kind;
  readonly #tape: Tape;
  readonly #pool: Pool;
  readonly #file: unknown;
  #record: string | undefined;
  #version = 0;
  #state = '';

  constructor(town: TestTownship, kind: Kind, tape: Tape, pool: Pool, file: unknown) {
    this.#town = town;
    this.#kind = kind;
    this.#tape = tape;
    this.#pool = pool;
    this.#file = file;
  }

  get record(): string | undefined {
    return this.#record;
  }

  /** Steps that can be taken from where the matter stands. */
  #ahead(): [string, Step<FieldSet, string>][] {
    const steps = Object.entries(this.#kind.steps);
    if (this.#record === undefined) return steps.filter(([, { from }]) => from === 'start');
    return steps.filter(([, { from }]) => from !== 'start' && from.includes(this.#state));
  }

  /** Tries one act as if it were taken in the office today. Reminders are answered with a reason. */
  async take(): Promise<Tried | undefined> {
    const ahead = this.#ahead();
    if (ahead.length === 0) return undefined;
    const [name, step] = this.#tape.of(ahead);
    // Some days pass between two acts.
    const today = addDays(dayAt(this.#town.clock()), this.#tape.of([0, 1, 1, 3, 9]));
    this.#town.at(today);
    const chance = { tape: this.#tape, today, pool: this.#pool, file: this.#file };
    const values = valuesFor(this.#kind, step, chance);
    const post = step.by[0]!;
    const village =
      this.#kind.village === 'required' || (this.#kind.village === 'optional' && this.#tape.next(2) === 1)
        ? { village: VILLAGES[0]! }
        : {};
    const request = {
      org: this.#town.org,
      kind: this.#kind.code,
      step: name,
      occurredOn: today as string,
      values,
      reasons: this.#reasons(),
      actor: { account: post, post },
    };
    const act = (source: 'on-site' | 'late'): Promise<Acted> => {
      const common = { ...request, source, idempotencyKey: randomUUID() };
      return this.#record === undefined
        ? this.#town.records.start({ ...common, ...village })
        : this.#town.records.act({ ...common, record: this.#record, expectedVersion: this.#version });
    };
    const outcome = await answer(act('on-site'));
    const done = { kind: this.#kind, step, outcome };
    if (!isStop(outcome)) {
      if (!(outcome instanceof Refusal)) this.#go(outcome, step);
      return done;
    }
    this.#town.at(addDays(today, 1));
    const late = await act('late');
    this.#go(late, step);
    return { ...done, stopped: { rule: String(outcome.detail.facts?.['rule']), late } };
  }

  /** A reason for every rule that there is: a walk is never held up by a reminder. */
  #reasons(): Record<string, string> {
    const rules = Object.values(this.#kind.steps).flatMap((step) => step.rules ?? []);
    return Object.fromEntries(['$before', ...rules.map(({ rule }) => rule.id)].map((id) => [id, '情况特殊']));
  }

  #go({ record, version }: Acted, step: Step<FieldSet, string>): void {
    this.#record = record;
    this.#version = version;
    this.#state = step.to ?? this.#state;
  }
}

/**
 * The rules of a step that are broken as a record stands after its last act, seen from the stored record and not from what
 * the write path said of it. A rule whose text was not yet in force binds nobody.
 */
export async function brokenRules(town: TestTownship, kind: Kind, acted: Acted): Promise<string[]> {
  const { record } = acted;
  const last = (await historyOf(town.store, town.org, record)).at(-1)!;
  return town.store.read(oneOrganisation(town.org), async (tx) => {
    const [row] = await tx.query<RecordRow>(
      'row-of-walk',
      'SELECT * FROM record WHERE org_code = $1 AND record_id = $2',
      [town.org, record],
    );
    const situation: Situation<FieldSet> = {
      ...matterOf(storedMatter(row!)),
      ...takenIn(last),
      handlers: row!.handlers,
      linked: await linkedMatters(tx, town.org, kind, row!.body),
    };
    const rules = kind.steps[last.step]?.rules ?? [];
    const broken = rules.filter(
      ({ rule, breached }) => rule.basis.edition <= last.occurredOn && breached(situation),
    );
    return broken.map(({ rule }) => rule.id);
  });
}
