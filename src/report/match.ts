import { family, type Figure } from '../checker/index.ts';
import type { Area, Register } from '../kernel/index.ts';
import { CHAPTERS, FIRST_RESPONSIBLE } from './templates/index.ts';
import type { Clause } from './templates/form.ts';

/** What a number of a text may be taken for: a figure by its name, unit and chapter. */
export interface Named {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly chapter: Area;
}

/** All figures of a register by name. */
export function namedFigures({ figures }: Register): Named[] {
  return figures.map(({ code, figure }) => ({
    code,
    name: figure.label,
    unit: figure.unit,
    chapter: figure.chapter,
  }));
}

/** A figure that a number is like. */
export interface Likeness<T extends Named> {
  readonly each: T;
  readonly score: number;
  /** The words before the number are those of our own sentence. */
  readonly own: boolean;
}

/** Characters before and after a number that tell what it counts. */
const BEFORE = 48;
const AFTER = 16;
/** Below this likeness a number is left alone rather than bound to a guess. */
export const ENOUGH = 0.54;
/** Below this it is not worth asking a clerk. */
const WORTH_ASKING = 0.35;
/** So many characters right before a number, the same as in one of our sentences, make the wording our own. */
const OWN = 4;
const SAME_CHAPTER = 0.12;
/** The figure bound just before in the same sentence has a sibling here (活动 and its 资料). */
const SIBLING = 0.12;
/** For each character that the name, or our own wording of it, shares with the words right before the number. */
const SUFFIX = 0.06;
const LONGEST_SUFFIX = 12;
/** A village's count is not the township's. */
const OTHER_LEVEL = 0.2;

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

/** 镇级 and 村级 exclude each other where both the text and the name say one. */
function otherLevel(name: string, { scope }: Figure): boolean {
  const levels = [/村级|各村|村\(社区\)级/, /[乡镇街]级|街道级|[乡镇]本级/];
  const [village, town] = levels;
  if (village === undefined || town === undefined) return false;
  return (village.test(name) && town.test(scope.level)) || (town.test(name) && village.test(scope.level));
}

/** How sure a likeness is, 0 to 1, as a clerk reads it; never quite certain. */
export function confidenceOf<T extends Named>(scored: readonly Likeness<T>[]): number {
  const [best, next] = scored;
  if (best === undefined) return 0;
  const lead = best.score - (next?.score ?? 0);
  return Number(Math.min(0.99, 0.6 * Math.min(1, best.score) + 0.4 * Math.min(1, 4 * lead)).toFixed(2));
}

/** The figures that each number of a text is like, the likeliest first. */
export function likenesses<T extends Named>(
  text: string,
  figures: readonly Figure[],
  named: readonly T[],
  chapters: Readonly<Record<Area, string>>,
  choose: (figure: Figure, scored: readonly Likeness<T>[]) => string | undefined,
): (readonly Likeness<T>[])[] {
  const weights = weigh(named.map((each) => each.name));
  const chapterOf = chapterAt(text, chapters);
  let previous: { stem: string; end: number } | undefined;
  return figures.map((figure) => {
    const before = text.slice(Math.max(0, figure.start - BEFORE), figure.start).replace(/^.*[。；\n]/su, '');
    const around = new Set(pairsOf(before + figure.noun + text.slice(figure.end, figure.end + AFTER)));
    const chapter = chapterOf(figure.start);
    const follows =
      previous && !/[。；\n]/.test(text.slice(previous.end, figure.start)) ? previous.stem : undefined;
    const ownEnd = ({ code, name }: Named): number =>
      Math.max(...[name, ...(WORDINGS.get(code) ?? [])].map((words) => weightedEnd(words, before)));
    const scoreOf = (each: Named): number =>
      0.5 * presence(each.name, around, weights) +
      0.5 * likeness(each.name, figure.noun, weights) +
      SUFFIX * Math.min(LONGEST_SUFFIX, ownEnd(each)) +
      (each.chapter === chapter ? SAME_CHAPTER : 0) +
      (stem(each.code) === follows ? SIBLING : 0) -
      (otherLevel(each.name, figure) ? OTHER_LEVEL : 0);
    const scored = named
      .filter((each) => family(each.unit) === family(figure.unit))
      .map((each) => ({ each, score: scoreOf(each), own: ownEnd(each) >= OWN }))
      .filter(({ score }) => score >= WORTH_ASKING)
      .toSorted((a, b) => b.score - a.score);
    const code = choose(figure, scored);
    if (code !== undefined) previous = { stem: stem(code), end: figure.end };
    return scored;
  });
}
