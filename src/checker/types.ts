/** What a count is said of, as far as the sentence names it; '' where it does not. */
export interface Scope {
  /** 镇级, 村级 … */
  readonly level: string;
  /** The institution named last before the figure: 执法队, 司法所 … */
  readonly body: string;
  /** 上半年, 全年, 截至12月25日 … */
  readonly period: string;
}

/** One written quantity. Offsets are UTF-16; `text.slice(start, end) === figure.text`. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Nominal value with 万/亿/成 resolved; null for ranges and for 数百. */
  readonly value: number | null;
  /** Closed interval that the wording allows; null is unbounded. */
  readonly low: number | null;
  readonly high: number | null;
  /** The word of approximation as written (余, 近, 以上 …), `range` for a—b, null when exact. */
  readonly approx: string | null;
  readonly unit: string;
  /** What is counted, for people and for loose matching. */
  readonly noun: string;
  readonly scope: Scope;
  /** The nearest heading above, with the one it stands under: 一、…成效 / (三)… ; '' where there is none. */
  readonly section: string;
  /** The sentence around the figure, cut where it is longer than a person would quote. */
  readonly sentence: string;
}

export type FindingType =
  | 'sum-mismatch'
  | 'contradiction'
  | 'percent-out-of-range'
  | 'ratio-mismatch'
  | 'count-mismatch'
  | 'year-mismatch'
  | 'part-exceeds-whole'
  | 'growth-mismatch'
  | QuestionType;

/** Only ever asked, never claimed: what a reader should look at. */
export type QuestionType =
  | 'odd-ratio'
  | 'norm-as-result'
  | 'stacked-approximation'
  | 'repeated-passage'
  | 'other-unit'
  | 'personal-data';

/** certain: arithmetic alone proves it; likely: a reader would agree; confirm: worth a look. */
export type Grade = 'certain' | 'likely' | 'confirm';

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Finding {
  readonly type: FindingType;
  readonly grade: Grade;
  readonly spans: readonly Span[];
  /** A plain Chinese sentence with the arithmetic. */
  readonly message: string;
}

/** A figure with what the relations need to know about its place in the text. */
export interface Reading {
  readonly figure: Figure;
  /** Position among all readings. */
  readonly index: number;
  /** Index into Layout.sentences. */
  readonly sentence: number;
  /** Text between the previous figure or clause boundary and this figure; may hold 、-joined pieces. */
  readonly phrase: string;
  /** Last piece of the phrase: the label of this figure alone. */
  readonly label: string;
  /** Text after the figure up to the next boundary or figure. */
  readonly after: string;
  /** The noun comes from the right of the figure (6个窗口), not from the left (窗口6个). */
  readonly nounRight: boolean;
  /** Depth of round brackets inside its sentence. */
  readonly depth: number;
  /** Digits written behind the decimal point. */
  readonly decimals: number;
  /** Planned, aimed at, or prescribed: never compared with results. */
  readonly plan: boolean;
}
