import { readFigures, type Figure } from '../checker/index.ts';
import type { Area } from '../kernel/index.ts';
import { confidenceOf, ENOUGH, likenesses, type Likeness, type Named } from './match.ts';

/** A figure as a published report states it; nothing proves it, so it is declared, not counted. */
export interface Declared {
  readonly code: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly span: { readonly start: number; readonly end: number; readonly text: string };
  /** 0 to 1; below `ASK` a clerk confirms it before it is used. */
  readonly confidence: number;
}

export const ASK = 0.7;

/**
 * Takes a published report in: for each figure that the text states, what it states. Where several numbers are like one
 * figure the surest is taken, less sure when they contradict each other.
 */
export function declareFigures(
  text: string,
  named: readonly Named[],
  chapters: Readonly<Record<Area, string>>,
): Declared[] {
  const figures = readFigures(text);
  const scored = likenesses(text, figures, named, chapters, (_, [best]) =>
    best !== undefined && best.score >= ENOUGH ? best.each.code : undefined,
  );
  const byCode = new Map<string, Declared>();
  for (const [index, figure] of figures.entries()) {
    const stated = declaredOf(figure, scored[index] ?? []);
    if (stated === null) continue;
    const known = byCode.get(stated.code);
    byCode.set(stated.code, known === undefined ? stated : surer(known, stated));
  }
  return [...byCode.values()].toSorted((a, b) => a.span.start - b.span.start);
}

function declaredOf(figure: Figure, scored: readonly Likeness<Named>[]): Declared | null {
  const [best] = scored;
  if (best === undefined || best.score < ENOUGH) return null;
  const { value, low, high, unit, start, end, text } = figure;
  return {
    code: best.each.code,
    value,
    low,
    high,
    unit,
    span: { start, end, text },
    confidence: confidenceOf(scored),
  };
}

function surer(a: Declared, b: Declared): Declared {
  const [best, other] = a.confidence >= b.confidence ? [a, b] : [b, a];
  const same = best.low === other.low && best.high === other.high;
  const doubt = same ? 0 : Math.max(0, 0.2 - (best.confidence - other.confidence));
  return { ...best, confidence: Number((best.confidence - doubt).toFixed(2)) };
}
