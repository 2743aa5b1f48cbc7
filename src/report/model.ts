import type { FigureValue } from '../figures/figures.ts';
import type { Area, Day, Evidence } from '../kernel/index.ts';
import type { PartKey } from './outline.ts';

/** Plain words. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
}

/** A number that a figure gives, as the text writes it (`56起`, `97.3%`, 未制定 for a stated zero). */
export interface FigureRun {
  readonly kind: 'figure';
  readonly text: string;
  readonly code: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly definition: string;
  readonly records: number;
  readonly evidence: Evidence;
}

/** A number that a person typed and nothing proves (未佐证). */
export interface UnprovenRun {
  readonly kind: 'unproven';
  readonly text: string;
}

export type Run = TextRun | FigureRun | UnprovenRun;

export interface Paragraph {
  readonly runs: readonly Run[];
}

/** One of the nine chapters inside the first part. */
export interface Section {
  readonly area: Area;
  /** With its number: （一）依法全面履行政府职能. */
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Part {
  readonly key: PartKey;
  /** With its number: 一、…… */
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
}

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
}

/** Something a person has to settle before the draft may be approved. */
export interface Unproven {
  readonly text: string;
  /** Heading of the part or section where it stands. */
  readonly where: string;
  /** The paragraph around it. */
  readonly context: string;
  /** The figure, where a figure rests on nothing but a declaration. */
  readonly code?: string;
}

/** Something that the report says did not happen: true only when nothing was forgotten, so a person has to look. */
export interface StatedZero {
  readonly code: string;
  readonly name: string;
  /** As it is written: 全年未制定行政规范性文件. */
  readonly text: string;
  readonly where: string;
}

/** The annual report before approval: one model, from which every format is written. */
export interface Draft {
  readonly organisation: Organisation;
  readonly year: number;
  readonly span: { readonly from: Day; readonly to: Day };
  /** The title, broken where its sense allows. */
  readonly title: readonly string[];
  readonly opening: Paragraph;
  readonly parts: readonly Part[];
  readonly date: Day;
  /** What period the numbers cover, in brackets under the date. */
  readonly note: string;
  /** 样稿·数据虚构 on every page of a demo organisation. */
  readonly mark?: string;
  /** The figures of the text, in the order in which they first appear. */
  readonly figures: readonly FigureValue[];
  readonly unproven: readonly Unproven[];
  readonly statedZeros: readonly StatedZero[];
  /** Parts without content and counted figures that no sentence mentions, as Chinese sentences for the clerk. */
  readonly gaps: readonly string[];
}
