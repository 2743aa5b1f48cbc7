import type { Backing, FigureValue } from '../../api/shapes.ts';
import { numberText } from '../../look/words.ts';

export interface OfVillage {
  /** The village; the township itself where there is none. */
  readonly place: string;
  readonly text: string;
}

const TOWNSHIP = '乡镇本级';

/** One decimal, as every rate is printed. */
function rateText(numerator: number, denominator: number): string {
  if (denominator === 0) return '没有可算的';
  const rate = Math.round((numerator / denominator) * 1000) / 10;
  return `${rate}%（${numberText(numerator)}/${numberText(denominator)}）`;
}

/**
 * A figure by village, in the order of the villages and never by size: it ranks none. A rate is reckoned anew from its parts;
 * what is counted once however often it shows (去重数) can't be taken apart.
 */
export function byVillage(
  { measure, unit }: Pick<FigureValue, 'measure' | 'unit'>,
  rows: readonly Backing[],
  villages: readonly string[],
): readonly OfVillage[] {
  if (measure === 'distinct' || !rows.some(({ village }) => village !== null)) return [];
  const places = [...villages, ...(rows.some(({ village }) => village === null) ? [null] : [])];
  return places.map((place) => {
    const own = rows.filter(({ village }) => village === place);
    const sum = (wanted: string): number =>
      own.reduce((total, { part, contribution }) => total + (part === wanted ? contribution : 0), 0);
    const text = measure === 'ratio' ? rateText(sum('n'), sum('d')) : `${numberText(sum(''))}${unit}`;
    return { place: place ?? TOWNSHIP, text };
  });
}
