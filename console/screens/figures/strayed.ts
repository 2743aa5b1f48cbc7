import type { FigureValue } from '../../api/shapes.ts';

/** How far a figure may stray from last year's before somebody should ask why. */
const FAR = 0.5;
/** Below so many a difference says nothing. */
export const ENOUGH = 10;

/** A figure and what it was a year before. */
export interface Strayed {
  readonly figure: FigureValue;
  readonly before: FigureValue;
}

/** Figures that are missing or stray far from last year's. */
export function strayed(figures: readonly FigureValue[], before: readonly FigureValue[]): readonly Strayed[] {
  return figures.flatMap((figure) => {
    const last = before.find(({ code }) => code === figure.code);
    if (!last?.value || figure.value === null || last.value < ENOUGH || figure.unit === '%') return [];
    return Math.abs(figure.value - last.value) / last.value > FAR ? [{ figure, before: last }] : [];
  });
}
