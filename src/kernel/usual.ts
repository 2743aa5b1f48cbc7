import { yearOf, type Day } from './day.ts';
import { isPersonal, type Field, type FieldSet } from './field.ts';
import type { Kind } from './kind.ts';
import { VILLAGE_POSTS, type Post, type Step } from './step.ts';

/**
 * Where the usual value (沿用) of a field comes from, so that nobody types it: always the same one, the day or a year around
 * it, the post or its unit, the same account's last matter of the kind, or a field of a record that the matter links to. A
 * form offers it, marked and open to change; nothing is put in on the server. What law wants looked at each time (告知、出示
 * 证件、是否涉密) has none.
 */
export type Usual<F extends FieldSet = FieldSet> =
  | { readonly is: unknown }
  | { readonly today: 'day' | 'year' | 'last-year' | 'next-year' }
  | { readonly byPost: Readonly<Partial<Record<Post, unknown>>> }
  | { readonly unit: true }
  | { readonly last: true }
  | { readonly link: keyof F & string; readonly field: string };

/** What was given the last time by the same account. */
export const LAST = { last: true } as const;
/** The own unit (本单位). */
export const UNIT = { unit: true } as const;

/** A field of a record that the matter links to. */
export function linkedField<const L extends string>(link: L, field: string): { link: L; field: string } {
  return { link, field };
}

/** Units of a township that posts belong to, as far as they are named alike everywhere. */
const UNITS: Readonly<Partial<Record<Post, string>>> = {
  'judicial-office': '司法所',
  'enforcement-officer': '综合行政执法队',
  'emergency-officer': '应急管理站',
};

type Values = Readonly<Record<string, unknown>>;
type AnyStep = Step<FieldSet, string>;

/** What usual values are taken from. */
export interface UsualSources {
  readonly posts: readonly Post[];
  readonly today: Day;
  /** What the same account gave in its last matter of the kind. */
  readonly last?: Values | undefined;
  /** The records that the matter links to, by link field, as far as who asks may see them. */
  readonly linked?: Readonly<Record<string, Values | undefined>>;
}

/** A usual value and where it comes from, in words. */
export interface UsualValue {
  readonly name: string;
  readonly value: unknown;
  readonly from: string;
}

/** The sources of a step's usual values, by field: the first that gives something is taken. */
export function sourcesOf({ usual = {} }: AnyStep): readonly (readonly [string, readonly Usual[]])[] {
  return Object.entries(usual).map(([name, from]) => [name, [from].flat() as readonly Usual[]]);
}

const YEARS = { year: 0, 'last-year': -1, 'next-year': 1 } as const;

/** Several posts give one value only where they agree. */
function agreed(posts: readonly Post[], table: Readonly<Partial<Record<Post, unknown>>>): unknown {
  const values = new Set(posts.flatMap((post) => (table[post] === undefined ? [] : [table[post]])));
  return values.size === 1 ? [...values][0] : undefined;
}

function valueFrom(kind: Kind, name: string, source: Usual, given: UsualSources): Omit<UsualValue, 'name'> {
  if ('is' in source) return { value: source.is, from: '一般情形' };
  if ('byPost' in source) return { value: agreed(given.posts, source.byPost), from: '本人岗位' };
  if ('unit' in source) return { value: agreed(given.posts, UNITS), from: '本单位' };
  if ('last' in source) return { value: given.last?.[name], from: '本人上一次登记的' };
  if ('link' in source) {
    const from = `“${kind.fields[source.link]?.label}”里的`;
    return { value: given.linked?.[source.link]?.[source.field], from };
  }
  const { today } = source;
  if (today === 'day') return { value: given.today, from: '今天' };
  return { value: yearOf(given.today) + YEARS[today], from: '按今天推的年度' };
}

/** What can no longer be written in a field is not offered, however often it stood there. */
function stillFits(field: Field | undefined, value: unknown): boolean {
  return value !== undefined && field !== undefined && !('problem' in field.parse(value));
}

/** The usual values of a step for somebody, on a day; the day of the act first. */
export function usualValues(kind: Kind, name: string, given: UsualSources): UsualValue[] {
  const step = kind.steps[name];
  if (!step) return [];
  const acting = { ...given, posts: given.posts.filter((post) => step.by.includes(post)) };
  const day = step.day === undefined ? [] : [{ name: step.day, value: given.today, from: '今天' }];
  const others = sourcesOf(step).flatMap(([field, sources]) => {
    const found = sources
      .map((source) => valueFrom(kind, field, source, acting))
      .find(({ value }) => stillFits(kind.fields[field], value));
    return found ? [{ name: field, ...found }] : [];
  });
  return [...day, ...others];
}

/** How much work a step is: what has to be typed, what is chosen or photographed by a tap, what is there already. */
export interface Typing {
  readonly typed: number;
  readonly tapped: number;
  readonly usual: number;
}

const NOTHING: Typing = { typed: 0, tapped: 0, usual: 0 };

function sum(all: readonly Typing[]): Typing {
  const add = (a: Typing, b: Typing): Typing => ({
    typed: a.typed + b.typed,
    tapped: a.tapped + b.tapped,
    usual: a.usual + b.usual,
  });
  return all.reduce(add, NOTHING);
}

/** One field: a list counts as one item with what every item needs. */
function effortOf(field: Field): Typing {
  switch (field.type) {
    case 'one-of':
    case 'many-of':
    case 'link':
    case 'file':
      return { ...NOTHING, tapped: 1 };
    case 'list': {
      const needs = (field.needs ?? []).flatMap((name) => field.items?.[name] ?? []);
      return needs.length === 0 ? { ...NOTHING, typed: 1 } : sum(needs.map(effortOf));
    }
    default:
      return { ...NOTHING, typed: 1 };
  }
}

function givesTo(post: Post, step: AnyStep, source: Usual): boolean {
  if ('byPost' in source) return source.byPost[post] !== undefined;
  if ('unit' in source) return UNITS[post] !== undefined;
  if ('link' in source)
    return step.from !== 'start' || [...(step.asks ?? []), ...(step.may ?? [])].includes(source.link);
  return true;
}

function countFor(kind: Kind, step: AnyStep, post: Post, also: readonly string[]): Typing {
  const sources = new Map(sourcesOf(step));
  const names = [...new Set([...(step.asks ?? []), ...also])].filter((name) => name !== step.day);
  const chosen = new Set(names);
  const counts = names.map((name): Typing => {
    const found = (sources.get(name) ?? []).find((source) => givesTo(post, step, source));
    if (!found) return effortOf(kind.fields[name]!);
    // A link that is picked for the sake of what it brings is a tap, once.
    const picks = step.from === 'start' && 'link' in found && !chosen.has(found.link);
    if (picks && 'link' in found) chosen.add(found.link);
    return { ...NOTHING, usual: 1, tapped: picks ? 1 : 0 };
  });
  const asksVillage = step.from === 'start' && kind.village === 'required' && !VILLAGE_POSTS.includes(post);
  return sum([...counts, { ...NOTHING, tapped: asksVillage ? 1 : 0 }]);
}

/**
 * What a step asks of a person beyond its usual values, in an ordinary case that is not the first of its kind: for the holder of
 * a post, or for whoever of those who may take it has most to do. `also` names further fields that an ordinary case has.
 */
export function countTyped(
  kind: Kind,
  name: string,
  { post, also = [] }: { readonly post?: Post; readonly also?: readonly string[] } = {},
): Typing {
  const step = kind.steps[name];
  if (!step) throw new Error(`${kind.code} has no step ${name}`);
  const counts = (post === undefined ? step.by : [post]).map((each) => countFor(kind, step, each, also));
  const effort = ({ typed, tapped }: Typing): number => typed * 100 + tapped;
  return counts.reduce((worst, each) => (effort(each) > effort(worst) ? each : worst));
}

/** The step that a matter of the kind ordinarily begins with: the first one declared. */
export function firstStep(kind: Kind): string {
  const found = Object.keys(kind.steps).find((name) => kind.steps[name]?.from === 'start');
  if (found === undefined) throw new Error(`${kind.code} can't be started`);
  return found;
}

/** Complaints about usual values that could never be right: of missing fields, of what the field refuses, of what is personal. */
export function wrongUsual(kind: Kind, kindOf: (code: string) => Kind): string[] {
  return Object.entries(kind.steps).flatMap(([step, declared]) =>
    sourcesOf(declared).flatMap(([name, sources]) =>
      sources.flatMap((source) =>
        complaintsOf(kind, declared, name, source, kindOf).map(
          (text) => `${kind.code} ${step} ${name}: ${text}`,
        ),
      ),
    ),
  );
}

function complaintsOf(
  kind: Kind,
  step: AnyStep,
  name: string,
  source: Usual,
  kindOf: (code: string) => Kind,
): string[] {
  const field = kind.fields[name];
  if (!field || ![...(step.asks ?? []), ...(step.may ?? [])].includes(name))
    return ['is not given in this step'];
  const constants = 'is' in source ? [source.is] : 'byPost' in source ? Object.values(source.byPost) : [];
  const refused = constants.some((value) => 'problem' in field.parse(value)) ? ['its field refuses it'] : [];
  if (!('link' in source)) return refused;
  const target = kind.fields[source.link]?.target;
  const from = target === undefined ? undefined : kindOf(target).fields[source.field];
  if (!from) return [...refused, `${source.link} has no field ${source.field}`];
  // What is stored apart must never get into the open by way of a form.
  const leaks = isPersonal(from) && !isPersonal(field) ? ['would make a personal value open'] : [];
  return [...refused, ...leaks];
}
