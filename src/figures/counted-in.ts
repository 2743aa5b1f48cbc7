import {
  contributionsOf,
  type Day,
  type DeclaredFigure,
  type Kind,
  type Register,
  type Relation,
  type StoredMatter,
} from '../kernel/index.ts';

/** How two figures that count one record stand to each other; `unsaid` where no declaration says. */
export type Overlap = Relation['is'] | 'whole-of' | 'unsaid';

/** A further figure that counts the same record in the same measure (也计入). */
export interface AlsoIn {
  readonly code: string;
  readonly name: string;
  readonly is: Overlap;
}

/** A figure that a record adds to, and the others that count it again. */
export interface CountedIn {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** What it adds; of a ratio what it adds above and below. */
  readonly amount?: number;
  readonly numerator?: number;
  readonly denominator?: number;
  /** The day by which it counts, and for a stock the first day on which it no longer does. */
  readonly from: Day;
  readonly until?: Day;
  readonly also: readonly AlsoIn[];
}

/** Once, a session, a lecture: one gathering or activity, whatever the figure calls it. */
const EVENTS: ReadonlySet<string> = new Set(['次', '场', '场次']);

function countsAlike(a: DeclaredFigure, b: DeclaredFigure): boolean {
  if (a.figure.measure === 'ratio' || b.figure.measure === 'ratio') return false;
  const [one, other] = [a.figure.unit, b.figure.unit];
  return one === other || (EVENTS.has(one) && EVENTS.has(other));
}

function declared({ figure }: DeclaredFigure, to: string): Relation['is'] | undefined {
  return figure.relations?.find((relation) => relation.to === to)?.is;
}

/** A figure, and the wholes that it is declared part of. */
function withWholes(register: Register, own: DeclaredFigure): DeclaredFigure[] {
  const wholes = (own.figure.relations ?? []).filter(({ is }) => is === 'part-of');
  return [own, ...wholes.map(({ to }) => register.figure(to))];
}

/**
 * What the declarations say of two figures, either way round. Where they say nothing of the two, their wholes speak: two parts
 * of one whole overlap, and so do a part and what its whole overlaps with.
 */
export function relationBetween(register: Register, a: DeclaredFigure, b: DeclaredFigure): Overlap {
  const said = declared(a, b.code);
  if (said !== undefined) return said;
  const back = declared(b, a.code);
  if (back !== undefined) return back === 'part-of' ? 'whole-of' : back;
  const pairs = withWholes(register, a).flatMap((one) =>
    withWholes(register, b).map((other) => [one, other] as const),
  );
  const meet = pairs.some(
    ([one, other]) =>
      one.code === other.code ||
      declared(one, other.code) === 'overlaps' ||
      declared(other, one.code) === 'overlaps',
  );
  return meet ? 'overlaps' : 'unsaid';
}

/** Every figure that a record adds to, each with those that count it again: double counting is shown, not hidden. */
export function countedIn(register: Register, kind: Kind, stored: StoredMatter): CountedIn[] {
  const contributions = contributionsOf(kind, stored);
  const codes = [...new Set(contributions.map(({ figure }) => figure))];
  const figures = codes.map((code) => register.figure(code));
  return figures.map((counted) => {
    const { code, figure } = counted;
    const own = contributions.filter((each) => each.figure === code);
    const of = (part: string): number | undefined => own.find((each) => each.part === part)?.amount;
    const [first] = own;
    const also = figures
      .filter((other) => other !== counted && countsAlike(counted, other))
      .map((other) => ({
        code: other.code,
        name: other.figure.label,
        is: relationBetween(register, counted, other),
      }));
    const amounts =
      figure.measure === 'ratio'
        ? { numerator: of('n') ?? 0, denominator: of('d') ?? 0 }
        : { amount: first!.amount };
    const until = first!.ends === null ? {} : { until: first!.ends };
    return { code, name: figure.label, unit: figure.unit, ...amounts, from: first!.starts, ...until, also };
  });
}
