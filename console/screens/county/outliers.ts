import type { FigureValue } from '../../api/shapes.ts';
import { ENOUGH } from '../figures/strayed.ts';

/** Beside fewer townships nothing stands out. */
const FEWEST = 4;
/** So many times the middle value, or so little a part of it, is worth a question. */
const TIMES = 3;

/** One township's figures of a year. */
export interface Counted {
  readonly code: string;
  readonly figures: readonly FigureValue[];
}

/** A figure that stands apart from the other townships', with the value in their middle. */
export interface Outlier {
  readonly figure: FigureValue;
  readonly middle: number;
  readonly how: 'missing' | 'far';
}

function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * What of one township is to be asked about beside the others: what nearly everybody has and it has not, and what is far
 * from the middle. A large number is no merit and a small one no fault: nothing is ranked, and of the others only the
 * middle value is told.
 */
export function outliersOf(code: string, all: readonly Counted[]): readonly Outlier[] {
  const own = all.find((each) => each.code === code)?.figures ?? [];
  const others = all.filter((each) => each.code !== code);
  if (all.length < FEWEST) return [];
  return own.flatMap((figure): Outlier[] => {
    if (figure.value === null || figure.unit === '%') return [];
    const values = others.flatMap(({ figures }) => {
      const value = figures.find((each) => each.code === figure.code)?.value;
      return value === null || value === undefined ? [] : [value];
    });
    const middle = middleOf(values);
    if (values.length < FEWEST - 1 || middle === 0) return [];
    if (figure.value === 0) {
      const have = values.filter((value) => value > 0).length;
      return have * 4 >= values.length * 3 ? [{ figure, middle, how: 'missing' }] : [];
    }
    const far = figure.value >= middle * TIMES || figure.value * TIMES <= middle;
    return far && Math.abs(figure.value - middle) >= ENOUGH ? [{ figure, middle, how: 'far' }] : [];
  });
}
