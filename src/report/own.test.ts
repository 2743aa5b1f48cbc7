import { describe, expect, it } from 'vitest';
import { readFigures } from '../checker/index.ts';
import { AREAS, REGISTER } from '../duties/index.ts';
import { figureValue, type FigureValue } from '../figures/value.ts';
import { bindFigures } from './bind.ts';
import { draftReport } from './draft.ts';
import { someInput, SPAN } from './draft.fixture.ts';
import type { FigureRun } from './model.ts';
import { linesOf, plainText } from './text.ts';

/** A ledger in which every figure of the register has something to print, no two the same. */
function fullLedger(more = 0): FigureValue[] {
  return REGISTER.figures.map((declared, index) => {
    const empty = figureValue(REGISTER, declared, SPAN, { sums: [], keys: [] });
    const number = 1001 + index + more;
    if (empty.measure !== 'ratio') return { ...empty, value: number, records: 1 };
    return { ...empty, value: number / 100, numerator: number, denominator: 10_000, records: 1 };
  });
}

const draft = draftReport(someInput({ figures: fullLedger(), shortcomings: [], plans: [] }));
const text = plainText(draft);
const numbers = readFigures(text);

function codesPrinted(): string[] {
  const runs = linesOf(draft).flatMap((line) => ('paragraph' in line ? line.paragraph.runs : []));
  return runs.filter((run): run is FigureRun => run.kind === 'figure').map(({ code }) => code);
}

describe('the report of a township that did everything', () => {
  it('prints each figure once, and no number beside them', () => {
    expect(codesPrinted().toSorted()).toEqual(REGISTER.figures.map(({ code }) => code).toSorted());
    expect(numbers).toHaveLength(REGISTER.figures.length);
  });

  // Two sentences that word two figures alike would let the check call a right number wrong.
  it.each([
    ['agree with the records', 0],
    ['all differ from them', 500_000],
  ])('words each so that it is known again where the numbers %s', (_, more) => {
    const bound = bindFigures(text, numbers, fullLedger(more), AREAS).map(({ code }, index) => ({
      number: text.slice(numbers[index]!.start - 20, numbers[index]!.end),
      code,
    }));
    const printed = codesPrinted();
    expect(bound.filter(({ code }, index) => code !== printed[index])).toEqual([]);
  });
});
