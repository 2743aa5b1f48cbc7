import { createHash } from 'node:crypto';
import {
  EVIDENCE_RANKS,
  rollUpOf,
  type Area,
  type Day,
  type DeclaredFigure,
  type Evidence,
  type Measure,
  type Register,
  type RollUp,
} from '../kernel/index.ts';
import { canonicalText } from '../ledger/index.ts';

/** A figure (指标) with its value and what it rests on. */
export interface FigureValue {
  readonly code: string;
  readonly name: string;
  readonly chapter: Area;
  readonly room: Area;
  readonly unit: string;
  readonly measure: Measure;
  readonly rollUp: RollUp;
  /** Percent with one decimal for a ratio (null without a denominator), else a whole number. */
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  /** How many records stand behind it. */
  readonly records: number;
  /** 口径 */
  readonly definition: string;
  /** SHA-256 of everything that defines the figure. */
  readonly definitionHash: string;
  /** Flows, ratios and distinct counts over a period; first and last day. */
  readonly period?: Span;
  /** Stocks: the day. */
  readonly asOf?: Day;
  /** The weakest evidence among its records; a figure without records needs none. */
  readonly evidence: Evidence;
}

/** First and last day of what is counted; a stock is counted as of the last. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** What is summed of one part of a figure before it becomes a value. */
export interface Sums {
  readonly figure: string;
  readonly part: string;
  readonly amount: number;
  readonly records: number;
  /** Rank of the weakest evidence. */
  readonly weakest: number;
}

/** One key of a distinct count with how many facets it shows. */
export interface KeyFacets {
  readonly figure: string;
  readonly facets: number;
}

export function isStock({ figure }: DeclaredFigure): boolean {
  return figure.measure === 'stock' || (figure.measure === 'distinct' && 'from' in figure);
}

export function definitionHash(register: Register, declared: DeclaredFigure): string {
  const { code, figure, kinds } = declared;
  const { label, unit, definition, measure, chapter } = figure;
  const prints = kinds.map((kind) => `${kind.code}@${kind.version}:${register.print(kind)}`);
  return createHash('sha256')
    .update(canonicalText({ code, label, unit, definition, measure, chapter, prints }))
    .digest('hex');
}

/** How many keys show every facet that the figure asks for. */
export function countKeys(declared: DeclaredFigure, keys: readonly KeyFacets[]): number {
  const needed = declared.figure.measure === 'distinct' ? (declared.figure.facets?.length ?? 1) : 1;
  return keys.filter(({ figure, facets }) => figure === declared.code && facets >= needed).length;
}

/** Percent with one decimal. What is not all is never shown as 100, what is not nothing never as 0. */
export function percent(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  const rounded = Math.round((numerator / denominator) * 1000) / 10;
  if (numerator > 0 && rounded === 0) return 0.1;
  return numerator < denominator && rounded >= 100 ? 99.9 : rounded;
}

type Valued = Pick<FigureValue, 'value' | 'numerator' | 'denominator'>;

function valueOf({ figure }: DeclaredFigure, sums: readonly Sums[], distinct: number): Valued {
  const sum = (part: string): number => sums.find((each) => each.part === part)?.amount ?? 0;
  switch (figure.measure) {
    case 'flow':
    case 'stock':
      return { value: sum('') };
    case 'distinct':
      return { value: distinct };
    case 'ratio': {
      const [numerator, denominator] = [sum('n'), sum('d')];
      return { value: percent(numerator, denominator), numerator, denominator };
    }
  }
}

/** Makes the value of one figure from its sums and keys, wherever these were counted. */
export function figureValue(
  register: Register,
  declared: DeclaredFigure,
  span: Span,
  counted: { sums: readonly Sums[]; keys: readonly KeyFacets[] },
): FigureValue {
  const { code, figure, kinds } = declared;
  const sums = counted.sums.filter((each) => each.figure === code);
  // The numerator's records are among the denominator's; a facet's records are different ones.
  const behind = figure.measure === 'ratio' ? sums.filter((each) => each.part === 'd') : sums;
  return {
    code,
    name: figure.label,
    chapter: figure.chapter,
    room: figure.room ?? kinds[0]!.room,
    unit: figure.unit,
    measure: figure.measure,
    rollUp: rollUpOf(figure),
    ...valueOf(declared, sums, countKeys(declared, counted.keys)),
    records: behind.reduce((total, each) => total + each.records, 0),
    definition: figure.definition,
    definitionHash: definitionHash(register, declared),
    ...(isStock(declared) ? { asOf: span.to } : { period: span }),
    evidence: EVIDENCE_RANKS[Math.max(0, ...sums.map((each) => each.weakest))]!,
  };
}
