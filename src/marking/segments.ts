import type { Figure } from '../checker/index.ts';
import { startOf, type MarkedText } from './notes.ts';

/** Characters that one set of marks covers. */
export interface Segment {
  readonly text: string;
  readonly figure?: Figure | undefined;
  /** Numbers of the notes that cover it, counted from nought. */
  readonly notes: readonly number[];
  /** Those of them of which a place begins here. */
  readonly opening: readonly number[];
  /** Those of them that were not seen before. */
  readonly first: readonly number[];
}

/** One line of the text, which is a paragraph. */
export interface Block {
  readonly segments: readonly Segment[];
  /** Notes whose first place lies here. */
  readonly notes: readonly number[];
}

interface Edge {
  readonly at: number;
  readonly note?: number;
  readonly figure?: Figure;
  readonly opens: boolean;
}

/** Cuts a text into paragraphs and these where a mark begins or ends. Empty lines are left out. */
export function blocksOf({ text, figures, notes }: MarkedText): Block[] {
  const edges = edgesOf(figures, notes);
  const active = new Set<number>();
  const seen = new Set<number>();
  let figure: Figure | undefined;
  let next = 0;
  let noteAt = 0;
  const blocks: Block[] = [];
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const segments: Segment[] = [];
    let at = start;
    let opening: number[] = [];
    const cut = (to: number): void => {
      if (to <= at) return;
      const first = opening.filter((note) => !seen.has(note));
      for (const note of first) seen.add(note);
      segments.push({ text: text.slice(at, to), figure, notes: [...active], opening, first });
      opening = [];
      at = to;
    };
    for (let edge = edges[next]; edge !== undefined && edge.at <= end; edge = edges[++next]) {
      cut(edge.at);
      if (edge.note === undefined) figure = edge.opens ? edge.figure : undefined;
      else if (edge.opens) {
        active.add(edge.note);
        opening.push(edge.note);
      } else active.delete(edge.note);
    }
    cut(end);
    const here: number[] = [];
    for (let note = notes[noteAt]; note !== undefined && startOf(note) <= end; note = notes[++noteAt])
      here.push(noteAt);
    if (text.slice(start, end).trim() !== '' || here.length > 0) blocks.push({ segments, notes: here });
    start = end + 1;
  }
  return blocks;
}

/** Ends before beginnings where both stand at one place. Overlapping places of one note are one place. */
function edgesOf(figures: MarkedText['figures'], notes: MarkedText['notes']): Edge[] {
  const edges: Edge[] = [];
  for (const figure of figures)
    edges.push({ at: figure.start, figure, opens: true }, { at: figure.end, figure, opens: false });
  for (const [note, { spans }] of notes.entries()) {
    let reached = -1;
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      const from = Math.max(start, reached);
      if (end <= from) continue;
      edges.push({ at: from, note, opens: true }, { at: end, note, opens: false });
      reached = end;
    }
  }
  return edges.sort((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
}
