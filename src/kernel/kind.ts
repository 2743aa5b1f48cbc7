import type { Day } from './day.ts';
import {
  alsoContributes,
  contributionsTo,
  type AlsoCounts,
  type Area,
  type Contribution,
  type Figure,
  type Matter,
} from './figure.ts';
import {
  isPersonal,
  type Field,
  type FieldSet,
  type OpenKeys,
  type PublicKeys,
  type ValueOf,
} from './field.ts';
import type { Retention } from './retention.ts';
import { stockMoves, type AnyStocking, type StockMove, type Stocking } from './stock.ts';
import type { Post, Source, Step, Term } from './step.ts';

/** A value with its days as plain text, those of a list's items too. */
type Plain<T> = T extends Day
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T;

/** Values as a person writes them in an example: days as plain text. */
type Written<F extends FieldSet> = {
  readonly [K in keyof F]?: Plain<ValueOf<F[K]>>;
};

/** One act of an example: what a real office would enter. */
export interface ExampleAct<F extends FieldSet, StepName extends string> {
  readonly step: StepName;
  readonly on: string;
  readonly village?: string;
  readonly source?: Source;
  readonly values: Written<F>;
}

/** What the public may see of a kind, and from when. */
export interface Disclosure<F extends FieldSet, State extends string> {
  readonly in: readonly State[];
  readonly fields: readonly PublicKeys<F>[];
}

/**
 * What not the whole office may know (涉及未成年人、家庭暴力): the act by which a matter first says so closes it (限定知悉), in the
 * same entry, so that there is no moment in between.
 */
export interface Sealing<F extends FieldSet> {
  /** The class that it falls into: only who is cleared for it knows of the record. */
  readonly class: string;
  /** While nobody is cleared for the class, only the holders of this post and who handles the matter know of it. */
  readonly otherwise: Post;
  readonly where: (matter: Matter<F>) => boolean;
}

interface Declaration<
  Code extends string,
  F extends FieldSet,
  States extends Readonly<Record<string, string>>,
  StepName extends string,
> {
  readonly code: Code;
  /** Chinese name of the kind of work. */
  readonly label: string;
  readonly room: Area;
  /** Raised by one for every released change; old records are read by the version they were made under. */
  readonly version: number;
  /** Where the work is done: in Fadu, or in an upper platform of which Fadu keeps an index. */
  readonly home?: { readonly platform: string };
  /** True where a record belongs to a village or to the township (`optional`), or must belong to one. */
  readonly village?: 'optional' | 'required';
  /** How long its records are kept; without it as ordinary documents. */
  readonly retention?: Retention;
  /** The post whose holders alone may know of its records, beside those who handle them. */
  readonly audience?: Post;
  readonly seals?: Sealing<NoInfer<F>>;
  /** A log (登记簿): what stands in it is not corrected, voided or handed over. */
  readonly log?: true;
  /** What drills (演练) go through too: starting one, the form offers to mark it as such. */
  readonly practised?: true;
  readonly fields: F;
  readonly states: States;
  readonly steps: Readonly<Record<StepName, Step<NoInfer<F>, keyof NoInfer<States> & string>>>;
  readonly terms?: readonly Term<NoInfer<F>>[];
  /** The open field that names a record in lists. */
  readonly title: OpenKeys<NoInfer<F>>;
  readonly figures?: Readonly<Record<string, Figure<NoInfer<F>>>>;
  /** Figures declared by another kind to which this one adds too, by code. */
  readonly alsoCounts?: Readonly<Record<string, AlsoCounts<NoInfer<F>>>>;
  readonly disclosure?: Disclosure<NoInfer<F>, keyof NoInfer<States> & string>;
  /** Each record moves stock: what its fields and states mean for balances. */
  readonly stock?: Stocking<NoInfer<F>, keyof NoInfer<States> & string>;
  /** Each example is one matter: its acts in order. */
  readonly examples: readonly (readonly ExampleAct<NoInfer<F>, NoInfer<StepName>>[])[];
}

/** A kind of work (事项种类) as the machinery sees it, whatever its fields. */
export interface Kind {
  readonly code: string;
  readonly label: string;
  readonly room: Area;
  readonly version: number;
  readonly home?: { readonly platform: string };
  readonly village?: 'optional' | 'required';
  readonly retention?: Retention;
  readonly audience?: Post;
  readonly seals?: Sealing<FieldSet>;
  readonly log?: true;
  readonly practised?: true;
  readonly fields: FieldSet;
  readonly states: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, Step<FieldSet, string>>>;
  readonly terms?: readonly Term<FieldSet>[];
  readonly title: string;
  readonly figures?: Readonly<Record<string, Figure>>;
  readonly alsoCounts?: Readonly<Record<string, AlsoCounts<FieldSet>>>;
  readonly disclosure?: { readonly in: readonly string[]; readonly fields: readonly string[] };
  readonly stock?: AnyStocking;
  readonly examples: readonly (readonly ExampleAct<FieldSet, string>[])[];
}

/**
 * Declares a kind of work once; form, list, permission, public view, figures, examples and tests follow from it. A
 * step without a citation, a misspelt field or state, a figure on a missing or personal field, and a counter on a
 * stock, distinct or ratio figure do not compile.
 */
export function defineKind<
  const Code extends string,
  const F extends FieldSet,
  const States extends Readonly<Record<string, string>>,
  const StepName extends string,
>(declaration: Declaration<Code, F, States, StepName>): Kind & { readonly code: Code; readonly fields: F } {
  // The functions inside are typed for F and are only ever handed matters of this kind, whose fields are F.
  return declaration as unknown as Kind & { readonly code: Code; readonly fields: F };
}

/** A matter as it is stored, reduced to what counting may see. */
export interface StoredMatter {
  readonly id: string;
  readonly state: string;
  readonly village: string | null;
  readonly occurredOn: Day;
  readonly values: Readonly<Record<string, unknown>>;
  readonly drill: boolean;
  /** For whom it is, where that is not the whole office. */
  readonly audience?: string;
  readonly sealed: boolean;
  readonly voided: boolean;
}

export function matterOf(stored: StoredMatter): Matter<FieldSet> {
  const { id, state, occurredOn, values, village } = stored;
  return {
    id,
    state,
    occurredOn,
    values: values as Matter<FieldSet>['values'],
    ...(village === null ? {} : { village }),
  };
}

/** Kept from the office though its kind is not: it closed itself before anybody was cleared for its class. */
function isKept(kind: Kind, { audience = kind.audience ?? 'office' }: StoredMatter): boolean {
  return audience !== (kind.audience ?? 'office');
}

/** Everything that one record adds to all figures. A drill, a voided and a sealed record add nothing, by construction. */
export function contributionsOf(kind: Kind, stored: StoredMatter): Contribution[] {
  if (stored.drill || stored.voided || stored.sealed || isKept(kind, stored)) return [];
  const matter = matterOf(stored);
  return [
    ...Object.entries(kind.figures ?? {}).flatMap(([code, figure]) => contributionsTo(code, figure, matter)),
    ...Object.entries(kind.alsoCounts ?? {}).flatMap(([code, how]) => alsoContributes(code, how, matter)),
  ];
}

/** What one record changes in balances of stock; a drill, a voided and a sealed record change nothing, as they count nothing. */
export function stockMovesOf(kind: Kind, stored: StoredMatter): StockMove[] {
  if (!kind.stock || stored.drill || stored.voided || stored.sealed) return [];
  return stockMoves(kind.stock, matterOf(stored));
}

export function fieldOf(kind: Kind, name: string): Field | undefined {
  return Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
}

export function stepOf(kind: Kind, name: string): Step<FieldSet, string> | undefined {
  return Object.hasOwn(kind.steps, name) ? kind.steps[name] : undefined;
}

export function openFields(kind: Kind): [string, Field][] {
  return Object.entries(kind.fields).filter(([, field]) => !isPersonal(field));
}
