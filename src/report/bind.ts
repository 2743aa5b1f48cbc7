import { family, type Figure } from '../checker/index.ts';
import type { Area } from '../kernel/index.ts';
import type { FigureValue } from '../figures/figures.ts';
import { CHAPTERS, FIRST_RESPONSIBLE } from './templates/index.ts';
import type { Clause } from './templates/form.ts';

/** What the ledger says of a number in a text. */
export interface Binding {
  /** Code of the figure that it is taken for; absent where none fits. */
  readonly code?: string;
  readonly status: 'agree' | 'differ' | '未佐证';
  readonly ledgerValue?: number;
}

/** Characters before and after a number that tell what it counts. */
const BEFORE = 48;
const AFTER = 16;
/** Below this likeness a number is left unproven rather than bound to a guess. */
const ENOUGH = 0.5;
/** Only a name that is as like as this may contradict the text: a weak likeness that differs is no finding. */
const SURE = 0.68;
/** Of names that are almost as like as the best, the number itself decides; hardly so where the wording is our own. */
const NEAR = 0.2;
const NEAR_OWN = 0.03;
/** So many characters right before a number, the same as in one of our sentences, make the wording our own. */
const OWN = 4;
const SAME_CHAPTER = 0.12;
/** The figure bound just before in the same sentence has a sibling here (活动 and its 资料). */
const SIBLING = 0.12;
/** For each character that the name, or our own wording of it, shares with the words right before the number. */
const SUFFIX = 0.06;
const LONGEST_SUFFIX = 12;

type Weights = ReadonlyMap<string, number>;

function pairsOf(text: string): string[] {
  const plain = text.replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2));
}

/** Rare pairs of characters say more than common ones: 行政 stands in a dozen names, 裁决 in one. */
function weigh(names: readonly string[]): Weights {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const pair of new Set(pairsOf(name))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return new Map([...counts].map(([pair, count]) => [pair, Math.log((names.length + 1) / count)]));
}

function weightOf(pairs: Iterable<string>, weights: Weights, unknown: number): number {
  let sum = 0;
  for (const pair of pairs) sum += weights.get(pair) ?? unknown;
  return sum;
}

/** How much of the name stands in the surroundings, 0 to 1. */
function presence(name: string, surroundings: ReadonlySet<string>, weights: Weights): number {
  const pairs = new Set(pairsOf(name));
  const all = weightOf(pairs, weights, 0);
  return all === 0
    ? 0
    : weightOf(
        [...pairs].filter((pair) => surroundings.has(pair)),
        weights,
        0,
      ) / all;
}

/** How alike the name and the noun are, 0 to 1 (Dice over weighted pairs). */
function likeness(name: string, noun: string, weights: Weights): number {
  const [a, b] = [new Set(pairsOf(name)), new Set(pairsOf(noun))];
  const unknown = Math.log(weights.size + 1) / 4;
  const both = weightOf(
    [...a].filter((pair) => b.has(pair)),
    weights,
    0,
  );
  const all = weightOf(a, weights, 0) + weightOf(b, weights, unknown);
  return all === 0 ? 0 : (2 * both) / all;
}

const HEADING = /^[ \t#]*[（(][一二三四五六七八九十]+[）)]\s*(.{2,40}?)[。\n]/gm;

/** The chapter in which a place of the text stands, by its nearest heading; nothing where no heading is like a chapter. */
function chapterAt(text: string, chapters: Readonly<Record<Area, string>>): (at: number) => Area | undefined {
  const areas = Object.entries(chapters) as [Area, string][];
  const weights = weigh(areas.map(([, name]) => name));
  const headings = [...text.matchAll(HEADING)].map((match) => {
    const scored = areas.map(([area, name]) => ({ area, score: likeness(name, match[1] ?? '', weights) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    return { at: match.index, area: best.score > 0.3 ? best.area : undefined };
  });
  return (at) => headings.findLast((heading) => heading.at <= at)?.area;
}

/** How many characters at the end of the name stand right before the number. */
function sharedEnd(name: string, before: string): number {
  let length = 0;
  while (length < name.length && before.at(-1 - length) === name.at(-1 - length)) length += 1;
  return length;
}

/** The same, weighted by how much of the name it is: the common end of a long name says little. */
function weightedEnd(name: string, before: string): number {
  const shared = sharedEnd(name, before);
  return (shared * shared) / name.length;
}

/** How our own report words each figure: what stands before its place in the sentences, without other places. */
const WORDINGS: ReadonlyMap<string, readonly string[]> = wordings();

function wordings(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const points = CHAPTERS.flatMap((chapter) => chapter.points);
  const sentences = [...points.flatMap((point) => point.sentences), ...FIRST_RESPONSIBLE];
  for (const text of sentences.flatMap(({ clauses }) => clauses.flatMap(textsOf))) {
    for (const match of text.matchAll(/\{([a-z][a-z.-]+)(?::[^}]*)?\}/g)) {
      const before = text.slice(0, match.index).replace(/^.*[,，、；。]/u, '');
      const words = before.replace(/\{[^}]*\}/g, '');
      if (words.length >= 2) found.set(match[1]!, [...(found.get(match[1]!) ?? []), words]);
    }
  }
  return found;
}

function textsOf(clause: Clause): readonly string[] {
  if (typeof clause === 'string') return [clause];
  if ('list' in clause) return clause.list.map((each) => `${clause.before ?? ''}${each}`);
  return [clause.say, ...(clause.of ?? []).map((each) => `其中${each}`)];
}

function stem(code: string): string {
  return code.split('.')[0] ?? code;
}

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
 * that is like no figure, or of another unit, is left 未佐证.
 */
export function bindFigures(
  text: string,
  figures: readonly Figure[],
  ledger: readonly FigureValue[],
  chapters: Readonly<Record<Area, string>>,
): Binding[] {
  const weights = weigh(ledger.map((each) => each.name));
  const chapterOf = chapterAt(text, chapters);
  let previous: { stem: string; end: number } | undefined;
  return figures.map((figure) => {
    const before = text.slice(Math.max(0, figure.start - BEFORE), figure.start).replace(/^.*[。；\n]/su, '');
    const around = new Set(pairsOf(before + figure.noun + text.slice(figure.end, figure.end + AFTER)));
    const chapter = chapterOf(figure.start);
    const follows =
      previous && !/[。；\n]/.test(text.slice(previous.end, figure.start)) ? previous.stem : undefined;
    const ownEnd = ({ code, name }: FigureValue): number =>
      Math.max(...[name, ...(WORDINGS.get(code) ?? [])].map((words) => weightedEnd(words, before)));
    const scoreOf = (each: FigureValue): number =>
      0.5 * presence(each.name, around, weights) +
      0.5 * likeness(each.name, figure.noun, weights) +
      SUFFIX * Math.min(LONGEST_SUFFIX, ownEnd(each)) +
      (each.chapter === chapter ? SAME_CHAPTER : 0) +
      (stem(each.code) === follows ? SIBLING : 0);
    const scored = ledger
      .filter((each) => each.value !== null && family(each.unit) === family(figure.unit))
      .map((each) => ({ each, score: scoreOf(each), own: ownEnd(each) >= OWN }))
      .filter(({ score }) => score >= ENOUGH)
      .toSorted((a, b) => b.score - a.score);
    const binding = bindingOf(figure, scored);
    if (binding.code !== undefined) previous = { stem: stem(binding.code), end: figure.end };
    return binding;
  });
}

interface Scored {
  readonly each: FigureValue;
  readonly score: number;
  /** The words before the number are those of our own sentence. */
  readonly own: boolean;
}

function bindingOf(figure: Figure, scored: readonly Scored[]): Binding {
  const [best] = scored;
  if (!best) return { status: '未佐证' };
  const near = scored.filter(({ score }) => score >= best.score - (best.own ? NEAR_OWN : NEAR));
  const agreeing = near.find(({ each }) => agrees(figure, each));
  if (agreeing) return { code: agreeing.each.code, status: 'agree', ledgerValue: agreeing.each.value! };
  if (best.score < SURE) return { status: '未佐证' };
  return { code: best.each.code, status: 'differ', ledgerValue: best.each.value! };
}
