import { sameFamily, sentenceText, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { clean, isFar } from './intervals.ts';
import { finding, plain, sumText } from './message.ts';
import type { Finding, Reading } from './types.ts';

/** One line of a table that was pasted as text: 党家山村:21件|21件. */
interface Row {
  readonly label: string;
  readonly cells: readonly Reading[];
}

const LABEL = /^[\s\d.、)]*([\u4e00-\u9fff()“”、]{1,20}?)\s*(?:[:|\t ]|—{1,2}|-)\s*$/;
/** Between the cells of one row. */
const BETWEEN = /^\s*[|/,、\t ]\s*$/;
const TOTAL = /^(?:合计|总计|共计|总数)|(?:合计|总数|总量)$/;
/** 按内容分——: what follows splits what stands above. */
const SPLIT = /^\s*(?:其中)?[按从依][^\n\d]{1,12}(?:分|看|统计|划分)[^\n\d]{0,6}$/;
const ASIDE = /其中|另|占|平均|每|率|上年|去年|同期|增|减/;
const LEAST_ROWS = 3;
const MOST_ROWS = 40;

/** Lines of one shape with their total below or above, as tables are pasted into text: sum-mismatch in any column. */
export function checkRows(context: Context): Finding[] {
  const rows = context.document.layout.sentences.map((_, at) => rowAt(context, at));
  const findings: Finding[] = [];
  let from = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? null;
    const before = rows[at - 1] ?? null;
    if (row === null || before === null || !alike(before, row) || at - from > MOST_ROWS) from = at;
    if (row === null) continue;
    if (TOTAL.test(row.label) && at - from >= LEAST_ROWS)
      findings.push(...judge(row, rows.slice(from, at) as readonly Row[]));
    const next = rows[at + 1] ?? null;
    const last = next === null || !alike(row, next);
    if (last && at - from + 1 >= LEAST_ROWS) findings.push(...ofTotalAbove(context, rows, from, at));
  }
  return findings;
}

/** The sentence, where it is a name with counts and nothing else. */
function rowAt(context: Context, sentence: number): Row | null {
  const cells = context.bySentence.get(sentence) ?? [];
  const home = context.document.layout.sentences[sentence];
  const [first] = cells;
  if (first === undefined || home === undefined || cells.length > 6) return null;
  const { text } = context.document;
  const label = LABEL.exec(text.slice(home.start, first.figure.start))?.[1];
  const last = cells.at(-1) ?? first;
  if (label === undefined || ASIDE.test(label) || text.slice(last.figure.end, home.end).trim() !== '')
    return null;
  const joined = cells.every((cell, at) => {
    const next = cells[at + 1];
    return next === undefined || BETWEEN.test(text.slice(cell.figure.end, next.figure.start));
  });
  return joined && cells.every(isExact) ? { label, cells } : null;
}

function alike(a: Row, b: Row): boolean {
  return (
    a.cells.length === b.cells.length && a.cells.every((cell, at) => sameFamily(cell, b.cells[at] ?? cell))
  );
}

/** 总数——342条 / 按内容分—— / 甲类:14条 / 乙类:61条 …: the line between says that they split it. */
function ofTotalAbove(context: Context, rows: readonly (Row | null)[], from: number, to: number): Finding[] {
  if (!SPLIT.test(sentenceText(context, from - 1))) return [];
  const total = rows[from - 2] ?? null;
  const parts = rows.slice(from, to + 1) as readonly Row[];
  const [first] = parts;
  if (
    total === null ||
    first === undefined ||
    !alike(total, first) ||
    parts.some(({ label }) => TOTAL.test(label))
  )
    return [];
  return judge(total, parts);
}

function judge(total: Row, parts: readonly Row[]): Finding[] {
  return total.cells.flatMap((whole, column) => {
    const cells = parts.flatMap((part) => part.cells[column] ?? []);
    const sum = clean(cells.reduce((all, cell) => all + (cell.figure.value ?? 0), 0));
    if (whole.figure.unit === '%' || sum === whole.figure.value) return [];
    const far = isFar({ low: sum, high: sum }, intervalOf(whole));
    const message = `各行相加${sumText(cells)}=${plain(sum)}${whole.figure.unit},与合计${whole.figure.text}不符`;
    return [finding('sum-mismatch', far ? 'confirm' : 'likely', [whole, ...cells], message)];
  });
}
