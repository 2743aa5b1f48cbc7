import type { Figure, Finding, Grade, Span } from '../checker/index.ts';

/** What a reader is told about places of a text. */
export interface Note {
  readonly grade: Grade;
  /** The grade in words, or what else the note is about. */
  readonly label: string;
  readonly message: string;
  readonly spans: readonly Span[];
}

/** A text with what was read in it and what is to be said about it. */
export interface MarkedText {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly notes: readonly Note[];
}

export const GRADES: Readonly<Record<Grade, string>> = {
  certain: '确定',
  likely: '很可能',
  confirm: '请核实',
};

export function noteOf({ grade, message, spans }: Pick<Finding, 'grade' | 'message' | 'spans'>): Note {
  return { grade, label: GRADES[grade], message: /[。？]$/.test(message) ? message : `${message}。`, spans };
}

/** In the order of the text: a note stands where its first place is. */
export function inOrder(notes: readonly Note[]): Note[] {
  return notes.filter(({ spans }) => spans.length > 0).sort((a, b) => startOf(a) - startOf(b));
}

export function startOf({ spans }: Pick<Note, 'spans'>): number {
  return spans.reduce((least, { start }) => Math.min(least, start), Infinity);
}

/** How many of each grade, in one line. */
export function countsOf(findings: readonly { readonly grade: Grade }[]): string {
  const count = (grade: Grade): number => findings.filter((finding) => finding.grade === grade).length;
  return `确定${count('certain')}处，很可能${count('likely')}处，请核实${count('confirm')}处`;
}

/** How a figure was read, for whoever rests on it: 矛盾纠纷：30至39起. */
export function readingOf({ noun, text, value, low, high, unit }: Figure): string {
  const of = noun === '' ? '' : `${noun}：`;
  if (low === null && high === null) return `${of}${text}`;
  if (low === high && value !== null) return `${of}${value}${unit}`;
  if (high === null) return `${of}${low}${unit}以上`;
  return `${of}${low ?? 0}至${high}${unit}`;
}
