import type { Area } from '../../kernel/index.ts';

/**
 * The form of a sentence that carries figures. In every text, `{code}` stands for a figure with its unit, `{@word}` for
 * a word given by date and organisation (see WORDS), and `{code:未制定}` for a zero said in words. Numbers are never
 * written by hand: `lint.ts` refuses them.
 *
 * A text that needs a figure which is zero, absent or without denominator, or a phrase not in force, is left out.
 */
export type Clause = string | Saying | Listing;

export interface Saying {
  readonly say: string;
  /** What is said instead when its figure is a counted zero. */
  readonly zero?: string;
  /** Parts of the figure: `…，其中甲、乙`. */
  readonly of?: readonly string[];
  /** Figures that must not be zero, where the text itself prints none. */
  readonly given?: readonly string[];
}

/** Several figures side by side: `before甲、乙`; those that are zero are left out. */
export interface Listing {
  readonly before?: string;
  readonly list: readonly string[];
}

/** `lead` + clauses with commas. Left out when every clause that stands on figures is left out. */
export interface Sentence {
  readonly lead?: string;
  readonly clauses: readonly Clause[];
}

/** One 一是 of a chapter: what was done, then what shows it. Left out without a sentence that stands on figures. */
export interface Point {
  readonly topic: string;
  readonly sentences: readonly Sentence[];
}

export interface Chapter {
  readonly area: Area;
  readonly points: readonly Point[];
}

/** Words that a template may name with `{@…}`: phrases by date, the years, the organisation, and the nine headings. */
export const WORDS = [
  'year',
  'nextYear',
  'organisation',
  /** 乡, 镇 or 街道. */
  'place',
  /** 全年, or 年内 while the year runs. */
  'period',
  /** 截至年末, or 目前 while the year runs. */
  'asOf',
  /** What is in force then: 截至年末，现行, or 现行 while the year runs. */
  'current',
  'guidance',
  'thought-on-law',
  'congress',
  'mediation',
  'publicity-plan',
  'heading.services',
  'heading.decisions',
] as const;

export type Word = (typeof WORDS)[number];
