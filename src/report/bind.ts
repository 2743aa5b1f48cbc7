import type { Figure } from '../checker/index.ts';
import type { Area } from '../kernel/index.ts';
import type { FigureValue } from '../figures/figures.ts';
import { confidenceOf, ENOUGH, likenesses, type Likeness } from './match.ts';

/** What the ledger says of a number in a text. */
export interface Binding {
  /** Code of the figure that it is taken for; absent where none fits. */
  readonly code?: string;
  readonly status: 'agree' | 'differ' | '未佐证';
  readonly ledgerValue?: number;
  /** How sure it is that the number states this figure, 0 to 1; absent without a code. */
  readonly confidence?: number;
  /** Figures that it may state, the likeliest first, for a clerk to choose from; only where none is sure. */
  readonly candidates?: readonly Candidate[];
}

export interface Candidate {
  readonly code: string;
  readonly name: string;
  readonly ledgerValue: number;
  readonly confidence: number;
}

/** Only a name that is as like as this may contradict the text: a weak likeness that differs is no finding. */
const SURE = 0.68;
/** Of names that are almost as like as the best, the number itself decides; hardly so where the wording is our own. */
const NEAR = 0.2;
const NEAR_OWN = 0.03;
const MOST_CANDIDATES = 3;

/** The ledger's value as the text would write it: a percentage rounded to the decimals that stand there. */
function asWritten({ value: written, unit }: Figure, { value, numerator, denominator }: FigureValue): number {
  if (unit !== '%' || written === null || !numerator || !denominator) return value ?? Number.NaN;
  const decimals = String(written).split('.')[1]?.length ?? 0;
  const rounded = Number(((100 * numerator) / denominator).toFixed(decimals));
  return numerator < denominator && rounded >= 100 ? (value ?? rounded) : rounded;
}

function agrees(figure: Figure, ledger: FigureValue): boolean {
  const value = asWritten(figure, ledger);
  return (figure.low === null || value >= figure.low) && (figure.high === null || value <= figure.high);
}

/**
 * Takes each number of a text for the ledger's figure that it most likely states, and says whether they agree. A number
 * that is like no figure, or of another unit, is left 未佐证; one that is a little like some names them as candidates.
 */
export function bindFigures(
  text: string,
  figures: readonly Figure[],
  ledger: readonly FigureValue[],
  chapters: Readonly<Record<Area, string>>,
): Binding[] {
  const counted = ledger.filter((each) => each.value !== null);
  const scored = likenesses(
    text,
    figures,
    counted,
    chapters,
    (figure, found) => bindingOf(figure, found).code,
  );
  return figures.map((figure, index) => bindingOf(figure, scored[index] ?? []));
}

function bindingOf(figure: Figure, scored: readonly Likeness<FigureValue>[]): Binding {
  const [best] = scored;
  if (!best) return { status: '未佐证' };
  if (best.score < ENOUGH) return { status: '未佐证', candidates: candidatesOf(scored) };
  const near = scored
    .filter(({ score }) => score >= ENOUGH)
    .filter(({ score }) => score >= best.score - (best.own ? NEAR_OWN : NEAR));
  const agreeing = near.find(({ each }) => agrees(figure, each));
  const taken = agreeing ?? (best.score < SURE ? undefined : best);
  if (taken === undefined) return { status: '未佐证', candidates: candidatesOf(scored) };
  const { code, value } = taken.each;
  const confidence = confidenceOf([taken, ...scored.filter((each) => each !== taken)]);
  return { code, status: agreeing ? 'agree' : 'differ', ledgerValue: value!, confidence };
}

function candidatesOf(scored: readonly Likeness<FigureValue>[]): Candidate[] {
  return scored.slice(0, MOST_CANDIDATES).map(({ each, score }, index) => ({
    code: each.code,
    name: each.name,
    ledgerValue: each.value!,
    confidence: confidenceOf([{ each, score, own: false }, ...scored.filter((_, at) => at !== index)]),
  }));
}
