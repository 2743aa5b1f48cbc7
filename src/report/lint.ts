import type { Area } from '../kernel/index.ts';
import { evidenceOf, codesIn, textsOf, tokensOf } from './fill.ts';
import { FIXED_TERMS } from './phrases.ts';
import { WORDS, type Chapter, type Sentence } from './templates/form.ts';

/** A figure that templates may print. */
export interface Printable {
  readonly code: string;
  readonly chapter: Area;
}

/** Every digit and number sign of Unicode (half and full width, circled, Roman), and the Chinese numerals. */
const NUMERAL = /[\p{N}零〇一二两三四五六七八九十百千万亿廿卅几半数壹贰叁肆伍陆柒捌玖拾佰仟]/u;

const NAMES: ReadonlySet<string> = new Set(WORDS);

/**
 * Complaints about the texts of templates: a number outside placeholders and fixed terms, a placeholder that names no
 * figure of the list, a word that does not exist, a brace that closes nothing. Empty when all is well.
 */
export function lintSentences(
  sentences: readonly Sentence[],
  figures: readonly Printable[],
  chapter?: Area,
): string[] {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
  const texts = [...sentences.map(({ lead }) => lead ?? ''), ...clauses.flatMap(textsOf)];
  const codes = [...sentences.flatMap(({ lead }) => codesIn(lead ?? '')), ...clauses.flatMap(evidenceOf)];
  const printed = texts.flatMap(codesIn);
  return [
    ...texts.flatMap(lintText),
    ...codes.filter((code) => !byCode.has(code)).map((code) => `no figure ${code}`),
    ...printed
      .filter((code) => chapter !== undefined && (byCode.get(code)?.chapter ?? chapter) !== chapter)
      .map((code) => `${code} belongs to another chapter than ${chapter}`),
  ];
}

/** The same for a chapter; each figure stands in the chapter that it is declared for. */
export function lintChapter(chapter: Chapter, figures: readonly Printable[]): string[] {
  return [
    ...chapter.points.flatMap(({ topic }) => lintText(topic)),
    ...lintSentences(
      chapter.points.flatMap(({ sentences }) => sentences),
      figures,
      chapter.area,
    ),
  ];
}

/** One text on its own. */
export function lintText(text: string): string[] {
  const tokens = tokensOf(text);
  const words = tokens
    .filter(({ word, name }) => word && !NAMES.has(name))
    .map(({ name }) => `no word @${name}`);
  // The words of a zero are text like any other; the rest of a placeholder is not.
  let bare = '';
  let at = 0;
  for (const { start, end, zero } of tokens) {
    bare += `${text.slice(at, start)}|${zero ?? ''}|`;
    at = end;
  }
  bare += text.slice(at);
  for (const term of FIXED_TERMS) bare = bare.replaceAll(term.text, '|');
  const numeral = NUMERAL.exec(bare)?.[0];
  return [
    ...words,
    ...(numeral === undefined ? [] : [`“${text}” writes the number ${numeral} by hand`]),
    ...(/[{}]/.test(bare) ? [`“${text}” has a broken placeholder`] : []),
  ];
}
