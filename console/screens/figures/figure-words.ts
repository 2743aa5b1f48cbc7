import type { FigureValue } from '../../api/shapes.ts';
import { dayText, numberText } from '../../look/words.ts';

/** A figure's value with its unit; a ratio with its two numbers. */
export function figureText({ value, unit, numerator, denominator }: FigureValue): string {
  if (value === null) return '没有可算的';
  const whole = `${numberText(value)}${unit}`;
  return numerator === undefined || denominator === undefined
    ? whole
    : `${whole}（${numberText(numerator)}/${numberText(denominator)}）`;
}

/** The period or the day that a figure is about. */
export function spanText({ period, asOf }: FigureValue): string {
  if (asOf) return `截至${dayText(asOf)}`;
  return period ? `${dayText(period.from)}至${dayText(period.to)}` : '';
}

/** Against last year, in words; empty where there is nothing to hold it against. */
export function againstText(now: FigureValue, before: FigureValue | undefined): string {
  if (now.value === null || before?.value === undefined || before.value === null) return '';
  if (before.value === 0 && now.value === 0) return '上年也是0';
  const difference = now.value - before.value;
  if (difference === 0) return '与上年相同';
  const word = difference > 0 ? '比上年多' : '比上年少';
  const share = before.value === 0 ? '' : `（${((Math.abs(difference) / before.value) * 100).toFixed(1)}%）`;
  return `${word}${numberText(Math.round(Math.abs(difference) * 10) / 10)}${now.unit}${now.unit === '%' ? '' : share}`;
}

/** How well a figure's name fits some words: the share of the pairs of characters in them that the name has. */
export function fits(words: string, { name, definition }: FigureValue): number {
  const pairs = pairsOf(words);
  if (pairs.length === 0) return 0;
  const hits = pairs.filter((pair) => name.includes(pair)).length;
  const more = pairs.filter((pair) => definition.includes(pair)).length;
  return hits / pairs.length + more / pairs.length / 4 + (words.includes(name) || name === words ? 1 : 0);
}

/** Words in which people ask and figures don't answer. */
const ASKING =
  /今年|去年|上年|全年|一共|总共|共有|多少|几个|几件|几次|有|了|的|我们|全镇|全乡|情况|数量|数|吗|呢|请问|\d{4}年?|[\s，。？?！、]/g;

function pairsOf(words: string): string[] {
  const letters = [...words.replaceAll(ASKING, '')];
  return letters.slice(1).map((letter, place) => `${letters[place]}${letter}`);
}

/** The year that a question is about; undefined where it names none. */
export function yearIn(words: string, now: number): number | undefined {
  const named = /(20\d{2})\s*年/.exec(words)?.[1];
  if (named !== undefined) return Number(named);
  if (/前年/.test(words)) return now - 2;
  if (/去年|上年|上一年/.test(words)) return now - 1;
  return /今年|本年/.test(words) ? now : undefined;
}

/** Whoever asks what was done means cases and not entries of a list. */
const DONE = /办|处理|调解|开展|查处|受理/;
const DONE_UNITS: readonly string[] = ['件', '起', '次', '场', '场次', '人次'];

/** Weighs more than a name that stands in the question as it is. */
const SAID = 2;

function meant(words: string, { unit }: FigureValue): number {
  const named = /多少([件起次场人项个家])/.exec(words)?.[1];
  if (named !== undefined) return unit.startsWith(named) ? SAID : 0;
  return DONE.test(words) && DONE_UNITS.includes(unit) ? SAID : 0;
}

/** Figures that answer a question in words, the best first. */
export function answersTo(words: string, figures: readonly FigureValue[]): readonly FigureValue[] {
  return figures
    .map((figure) => ({ figure, fit: fits(words, figure) }))
    .filter(({ fit }) => fit >= 0.5)
    .map(({ figure, fit }) => ({ figure, fit: fit + meant(words, figure) }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, 5)
    .map(({ figure }) => figure);
}
