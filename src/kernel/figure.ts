import type { Day } from './day.ts';
import type { DayKeys, FieldSet, OpenValues } from './field.ts';

/** The nine chapters of the report, which are also the rooms of the work, in the statutory order. */
export type Area =
  | 'services'
  | 'decisions'
  | 'enforcement'
  | 'counsel'
  | 'oversight'
  | 'emergency'
  | 'disputes'
  | 'training'
  | 'leadership';

/** What counting and rules see of a record: its open values only, so a personal value has no way into a number. */
export interface Matter<F extends FieldSet> {
  readonly id: string;
  readonly state: string;
  /** The village column; absent where the matter is the township's own (乡级). */
  readonly village?: string;
  /** 发生日 of the matter. */
  readonly occurredOn: Day;
  readonly values: OpenValues<F>;
}

/** How a figure is added up over places: by sum, from its parts (ratio), or not at all (distinct). */
export type RollUp = 'sum' | 'of-parts' | 'not-additive';

export interface Relation {
  readonly to: string;
  readonly is: 'part-of' | 'overlaps' | 'disjoint';
}

interface Common {
  /** Chinese name, as the report calls it. */
  readonly label: string;
  readonly unit: string;
  /** 口径: what is counted and what is not, in one or two sentences. */
  readonly definition: string;
  readonly chapter: Area;
  /** Room whose work it measures, where that is not the kind's own. */
  readonly room?: Area;
  readonly relations?: readonly Relation[];
}

/** A day to count by: an open day field of the kind, or the day on which the matter happened. */
export type DateKey<F extends FieldSet> = DayKeys<F> | 'occurredOn';
export type Amount<F extends FieldSet> = (matter: Matter<F>) => number | undefined;
type Test<F extends FieldSet> = (matter: Matter<F>) => boolean;

/** Over a period: each matter counts in the month of its date. Only flows have month counters. */
export interface Flow<F extends FieldSet> extends Common {
  readonly measure: 'flow';
  readonly on: DateKey<F>;
  readonly where?: Test<F>;
  readonly amount?: Amount<F>;
  /** Kept as a month counter (true unless said otherwise). */
  readonly counter?: boolean;
}

/** As of a day: each matter counts from its first to before its last day. */
export interface Stock<F extends FieldSet> extends Common {
  readonly measure: 'stock';
  readonly from: DateKey<F>;
  readonly until?: DayKeys<F>;
  readonly where?: Test<F>;
  readonly amount?: Amount<F>;
}

/** Different keys, each once: over a period (`on`) or as of a day (`from`, `until`). With facets, only keys that show all. */
export type Distinct<F extends FieldSet> = Common & {
  readonly measure: 'distinct';
  readonly key: (matter: Matter<F>) => string | undefined;
  readonly where?: Test<F>;
  readonly facets?: readonly string[];
  readonly facet?: (matter: Matter<F>) => string | undefined;
} & ({ readonly on: DateKey<F> } | { readonly from: DateKey<F>; readonly until?: DayKeys<F> });

/** Numerator and denominator over a period, in percent; recomputed from its parts at every level. */
export interface Ratio<F extends FieldSet> extends Common {
  readonly measure: 'ratio';
  readonly on: DateKey<F>;
  readonly numerator: Amount<F>;
  readonly denominator: Amount<F>;
}

export type Figure<F extends FieldSet = FieldSet> = Flow<F> | Stock<F> | Distinct<F> | Ratio<F>;
export type Measure = Figure['measure'];

/** How a further kind adds to a figure that another kind declares. */
export type AlsoCounts<F extends FieldSet> = Pick<Flow<F>, 'on' | 'where' | 'amount'> & {
  /** What is counted once, of a distinct count over a period: several kinds may show the same key. */
  readonly key?: (matter: Matter<F>) => string | undefined;
};

export function rollUpOf(figure: Pick<Figure, 'measure'>): RollUp {
  switch (figure.measure) {
    case 'flow':
    case 'stock':
      return 'sum';
    case 'ratio':
      return 'of-parts';
    case 'distinct':
      return 'not-additive';
  }
}

/** What one matter adds to one figure. Days are half-open: `starts` ≤ day < `ends`. */
export interface Contribution {
  readonly figure: string;
  /** '' for sums, 'n' and 'd' for the two parts of a ratio, the facet of a distinct count. */
  readonly part: string;
  readonly amount: number;
  readonly starts: Day;
  readonly ends: Day | null;
  /** What is counted once; distinct counts only. */
  readonly key: string;
}

interface Dated {
  readonly starts: Day;
  readonly ends: Day | null;
}

function dateOf<F extends FieldSet>(matter: Matter<F>, key: DateKey<F>): Day | undefined {
  if (key === 'occurredOn') return matter.occurredOn;
  return matter.values[key as DayKeys<F>] as Day | undefined;
}

function flowDates<F extends FieldSet>(matter: Matter<F>, on: DateKey<F>): Dated | undefined {
  const starts = dateOf(matter, on);
  return starts && { starts, ends: null };
}

function stockDates<F extends FieldSet>(
  matter: Matter<F>,
  from: DateKey<F>,
  until: DayKeys<F> | undefined,
): Dated | undefined {
  const starts = dateOf(matter, from);
  return starts && { starts, ends: (until && dateOf(matter, until)) ?? null };
}

function sumOf<F extends FieldSet>(
  code: string,
  figure: { readonly where?: Test<F>; readonly amount?: Amount<F> },
  matter: Matter<F>,
  dates: Dated | undefined,
): Contribution[] {
  if (!dates || figure.where?.(matter) === false) return [];
  const amount = figure.amount ? figure.amount(matter) : 1;
  return amount ? [{ figure: code, part: '', amount, key: '', ...dates }] : [];
}

function distinctOf<F extends FieldSet>(
  code: string,
  figure: Distinct<F>,
  matter: Matter<F>,
): Contribution[] {
  const dates = 'on' in figure ? flowDates(matter, figure.on) : stockDates(matter, figure.from, figure.until);
  const key = figure.key(matter);
  const part = figure.facets ? figure.facet?.(matter) : '';
  if (!dates || key === undefined || part === undefined || figure.where?.(matter) === false) return [];
  return [{ figure: code, part, amount: 1, key, ...dates }];
}

function ratioOf<F extends FieldSet>(code: string, figure: Ratio<F>, matter: Matter<F>): Contribution[] {
  const dates = flowDates(matter, figure.on);
  if (!dates) return [];
  const parts = [
    { part: 'n', amount: figure.numerator(matter) },
    { part: 'd', amount: figure.denominator(matter) },
  ];
  return parts.flatMap(({ part, amount }) =>
    amount ? [{ figure: code, part, amount, key: '', ...dates }] : [],
  );
}

/** What a matter adds to one figure: the only place where a number comes from. */
export function contributionsTo<F extends FieldSet>(
  code: string,
  figure: Figure<F>,
  matter: Matter<F>,
): Contribution[] {
  switch (figure.measure) {
    case 'flow':
      return sumOf(code, figure, matter, flowDates(matter, figure.on));
    case 'stock':
      return sumOf(code, figure, matter, stockDates(matter, figure.from, figure.until));
    case 'distinct':
      return distinctOf(code, figure, matter);
    case 'ratio':
      return ratioOf(code, figure, matter);
  }
}

/** What a matter adds to a figure that another kind declares. */
export function alsoContributes<F extends FieldSet>(
  code: string,
  counting: AlsoCounts<F>,
  matter: Matter<F>,
): Contribution[] {
  const { on, where, key } = counting;
  if (key === undefined) return sumOf(code, counting, matter, flowDates(matter, on));
  const figure = { on, key, ...(where ? { where } : {}) } as Distinct<F>;
  return distinctOf(code, figure, matter);
}
