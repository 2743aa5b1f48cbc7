import { fold } from './normal.ts';
import { bindNoun } from './nouns.ts';
import type { Interval } from './intervals.ts';
import { readQuantities, type Quantity } from './quantities.ts';
import { pairInOrder } from './respectively.ts';
import { isPlanClause } from './sections.ts';
import { scopeAt } from './scope.ts';
import { isBoundary, layOut, sectionText, type Layout, type Sentence } from './sentences.ts';
import type { Figure, Reading } from './types.ts';

/** All figures of a text, in order. */
export function readFigures(text: string): Figure[] {
  return readDocument(text).readings.map((reading) => reading.figure);
}

export interface Document {
  readonly text: string;
  readonly layout: Layout;
  readonly readings: readonly Reading[];
}

/** Figures together with sentences, labels and sections: what the relations work on. */
export function readDocument(original: string): Document {
  const text = fold(original);
  const layout = layOut(text);
  const quantities = readQuantities(text);
  return {
    text,
    layout,
    readings: pairInOrder(placeAll(text, layout, quantities), text).map((reading) =>
      unfolded(reading, layout, original),
    ),
  };
}

/** The figure's texts as the report writes them. */
function unfolded(reading: Reading, layout: Layout, original: string): Reading {
  const { start, end } = reading.figure;
  const home = layout.sentences[reading.sentence];
  const texts = {
    text: original.slice(start, end),
    section: sectionText(layout, home, original),
    sentence: quote(original, home, start, end),
  };
  return { ...reading, figure: { ...reading.figure, ...texts } };
}

const LONGEST_QUOTE = 200;

function quote(original: string, home: Sentence | undefined, start: number, end: number): string {
  const from = Math.max(home?.start ?? start, end - LONGEST_QUOTE);
  const to = Math.min(Math.max(home?.end ?? end, end), from + LONGEST_QUOTE);
  return original.slice(from, Math.max(to, end)).trim();
}

function placeAll(text: string, layout: Layout, quantities: readonly Quantity[]): Reading[] {
  const readings: Reading[] = [];
  let sentence = 0;
  let depth = 0;
  let scanned = 0;
  for (const [index, quantity] of quantities.entries()) {
    while (
      sentence < layout.sentences.length - 1 &&
      (layout.sentences[sentence]?.end ?? 0) <= quantity.start
    ) {
      sentence++;
      depth = 0;
      scanned = layout.sentences[sentence]?.start ?? scanned;
    }
    for (; scanned < quantity.start; scanned++) {
      if (/[(]/.test(text[scanned] ?? '')) depth++;
      else if (/[)]/.test(text[scanned] ?? '')) depth = Math.max(0, depth - 1);
    }
    readings.push(place(text, layout, quantities, index, sentence, depth));
  }
  return readings;
}

const LONGEST_PHRASE = 60;
/** So far before a figure its institution or period may be named. */
const SCOPE_WINDOW = 160;

function place(
  text: string,
  layout: Layout,
  quantities: readonly Quantity[],
  index: number,
  sentence: number,
  depth: number,
): Reading {
  const quantity = quantities[index];
  if (quantity === undefined) throw new RangeError('no such quantity');
  const home = layout.sentences[sentence];
  const floor = Math.max(quantities[index - 1]?.end ?? 0, home?.start ?? 0);
  const phrase = text.slice(phraseStart(text, quantity.start, floor), quantity.start);
  const after = text.slice(
    quantity.end,
    phraseEnd(text, quantity.end, quantities[index + 1]?.start ?? text.length),
  );
  const before = quantity.start - phrase.length;
  const previous = text.slice(
    phraseStart(text, Math.max(before - 1, floor), floor),
    Math.max(before - 1, floor),
  );
  const noun = bindNoun({ phrase, after, unit: quantity.unit, previous });
  const figure: Figure = {
    start: quantity.start,
    end: quantity.end,
    text: text.slice(quantity.start, quantity.end),
    value: quantity.value,
    low: quantity.interval.low,
    high: quantity.interval.high,
    approx: quantity.approx,
    unit: quantity.unit,
    noun: noun.noun,
    scope: scopeAt(text.slice(Math.max(home?.start ?? 0, quantity.start - SCOPE_WINDOW), quantity.start)),
    section: '',
    sentence: '',
  };
  const clause = text.slice(Math.max(home?.start ?? 0, quantity.start - LONGEST_PHRASE), quantity.start);
  return {
    figure, index, sentence, phrase, after, depth,
    label: phrase.split(/[、]|以及|(?<=[^\d])和|(?<=[^\d涉普提危顾])及|(?<=[^\d参])与/).at(-1) ?? phrase,
    nounRight: noun.right,
    decimals: quantity.decimals,
    plan: (home?.plan ?? false) || isPlanClause(clause),
  }; // prettier-ignore
}

function phraseStart(text: string, from: number, floor: number): number {
  let i = from;
  while (i > floor && from - i < LONGEST_PHRASE) {
    // 党委(扩大)会, 村(社区): a short aside belongs to the noun.
    const aside = /[(][^()\d,。;]{1,6}[)]$/.exec(text.slice(Math.max(floor, i - 8), i))?.[0];
    if (aside !== undefined) i -= aside.length;
    else if (isBoundary(text[i - 1])) break;
    else i--;
  }
  return i;
}

function phraseEnd(text: string, from: number, ceiling: number): number {
  let i = from;
  while (i < ceiling && i - from < LONGEST_PHRASE) {
    const aside =
      text[i] === '('
        ? /^[(][^()\d,。;]{1,6}[)](?=[\u4e00-\u9fff,。;、]|$)/.exec(text.slice(i, i + 9))?.[0]
        : undefined;
    if (aside !== undefined && i + aside.length <= ceiling) i += aside.length;
    else if (isBoundary(text[i])) break;
    else i++;
  }
  return i;
}

/** Interval of a figure. */
export function intervalOf(reading: Reading): Interval {
  return { low: reading.figure.low, high: reading.figure.high };
}

export function isExact(reading: Reading): boolean {
  return reading.figure.approx === null && reading.figure.value !== null;
}
