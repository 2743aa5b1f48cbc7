import { readFigures } from '../checker/index.ts';
import type { FigureValue } from '../figures/figures.ts';
import { figureRun, joined, tokensOf } from './fill.ts';
import type { Run } from './model.ts';

/** A run with its place in the text, while free numbers are looked for. */
interface Placed {
  readonly run: Run;
  readonly start: number;
  readonly end: number;
}

/**
 * A text that a clerk typed. `{code}` becomes the figure, zero as well; a code that no figure has and a ratio without
 * denominator stay as typed and count as unproven: a slip must not stop the draft, and must not pass. What the checker
 * reads as a number and no figure gives is unproven.
 */
export function typedText(text: string, figures: ReadonlyMap<string, FigureValue>): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, word, name } of tokensOf(text)) {
    const figure = word ? undefined : figures.get(name);
    const bound = (figure && figureRun(figure)) ?? { kind: 'unproven', text: text.slice(start, end) };
    runs.push({ kind: 'text', text: text.slice(at, start) }, bound);
    at = end;
  }
  return markFree(joined([[...runs, { kind: 'text', text: text.slice(at) }]]));
}

function markFree(runs: readonly Run[]): Run[] {
  const placed = place(runs);
  const numbers = readFigures(runs.map((run) => run.text).join(''));
  return joined([
    placed.flatMap(({ run, start, end }) => (run.kind === 'text' ? cut(run.text, start, end) : [run])),
  ]);

  /** A number that touches a figure belongs to it (近{code}); the others become runs of their own. */
  function cut(text: string, start: number, end: number): Run[] {
    const free = numbers.filter((number) => number.start >= start && number.end <= end);
    const pieces: Run[] = [];
    let at = start;
    for (const number of free) {
      pieces.push({ kind: 'text', text: text.slice(at - start, number.start - start) });
      pieces.push({ kind: 'unproven', text: text.slice(number.start - start, number.end - start) });
      at = number.end;
    }
    return [...pieces, { kind: 'text', text: text.slice(at - start) }];
  }
}

function place(runs: readonly Run[]): Placed[] {
  let at = 0;
  return runs.map((run) => {
    const start = at;
    at += run.text.length;
    return { run, start, end: at };
  });
}
