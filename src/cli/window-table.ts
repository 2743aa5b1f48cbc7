import { parse } from 'csv-parse/sync';
import { isDay, Refusal, type Day } from '../kernel/index.ts';

/** What one window did with one item on one day, as a row of the platform's table says it. */
export interface WindowRow {
  readonly row: number;
  readonly on: Day;
  readonly window: string;
  readonly item: string;
  readonly counts: Readonly<Partial<Record<Counted, number>>>;
}

export type Counted = 'received' | 'completed' | 'atOnce' | 'rated' | 'good';

/** What is wrong with a row, as a person sees it in the file. */
export interface RowProblem {
  readonly row: number;
  readonly sentence: string;
}

/** Headings, as platforms name their columns. */
const COLUMNS: Readonly<Record<string, Counted | 'on' | 'window' | 'item'>> = {
  日期: 'on',
  统计日: 'on',
  统计日期: 'on',
  窗口: 'window',
  窗口名称: 'window',
  事项: 'item',
  事项名称: 'item',
  办理事项: 'item',
  收件: 'received',
  收件量: 'received',
  受理量: 'received',
  办结: 'completed',
  办结量: 'completed',
  即办: 'atOnce',
  即办件: 'atOnce',
  评价: 'rated',
  评价量: 'rated',
  好评: 'good',
  好评量: 'good',
};
const COUNTED: readonly Counted[] = ['received', 'completed', 'atOnce', 'rated', 'good'];

/** `2024-03-29`, `2024/3/29`, `2024年3月29日` or `20240329`. */
function readDay(text: string): Day | undefined {
  const [, year, month = '', date = ''] =
    /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

function readCount(text: string): number | undefined {
  const plain = text.replaceAll(',', '');
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}

interface Line {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

function linesOf(text: string): Line[] {
  try {
    const rows = parse(text, {
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    });
    const [head, ...rest] = rows as unknown as { record: string[]; info: { lines: number } }[];
    const names = (head?.record ?? []).map((cell) => COLUMNS[cell] ?? '');
    for (const needed of ['on', 'item'] as const) {
      if (names.includes(needed)) continue;
      throw new Refusal('bad-file', `表格第一行里没有“${needed === 'on' ? '统计日' : '事项'}”这一栏。`, {
        next: '第一行应是栏名，如“统计日,窗口,事项,收件,办结,即办,评价,好评”。',
      });
    }
    return rest.map(({ record, info }) => ({
      row: info.lines,
      cells: Object.fromEntries(record.map((cell, index) => [names[index] ?? '', cell])),
    }));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('bad-file', '表格读不出来：引号没有成对，或者不是CSV。', {
      next: '请从平台重新导出CSV，或者在表格软件里另存为CSV。',
    });
  }
}

function readRow({ row, cells }: Line): WindowRow | RowProblem {
  const on = readDay(cells['on'] ?? '');
  if (on === undefined) return { row, sentence: `统计日“${cells['on'] ?? ''}”不是日期，应如2024-03-29` };
  if (!cells['item']) return { row, sentence: '没有写事项' };
  const counts: Partial<Record<Counted, number>> = {};
  for (const name of COUNTED) {
    const text = cells[name];
    if (text === undefined || text === '') continue;
    const count = readCount(text);
    if (count === undefined) return { row, sentence: `“${text}”不是件数` };
    counts[name] = count;
  }
  const { received, completed = 0, rated, good = 0 } = counts;
  if (received === undefined && counts.completed === undefined)
    return { row, sentence: '收件、办结至少要有一个' };
  if (received !== undefined && completed > received * 2 + 50)
    return { row, sentence: `办结${completed}件远多于收件${received}件，请核对` };
  if (rated !== undefined && good > rated) return { row, sentence: `好评${good}件多于评价${rated}件` };
  return { row, on, window: cells['window'] ?? '', item: cells['item'], counts };
}

/** The rows of a table that the platform exported, or everything that is wrong with it: nothing is half taken. */
export function readWindowTable(text: string): WindowRow[] {
  const rows = linesOf(text).map(readRow);
  const problems = rows.filter((row): row is RowProblem => 'sentence' in row);
  if (problems.length > 0) {
    const shown = problems.slice(0, 20).map(({ row, sentence }) => `第${row}行：${sentence}。`);
    const more = problems.length > 20 ? `还有${problems.length - 20}行。` : '';
    throw new Refusal(
      'bad-file',
      `表格有${problems.length}行不对，一行也没有登记。\n${shown.join('\n')}${more}`,
      {
        next: '请在表格里改正后再导入一次。',
      },
    );
  }
  if (rows.length === 0) throw new Refusal('bad-file', '表格里没有数据行。');
  return rows as WindowRow[];
}

/** The rows of each window and day together, in the order in which they come. */
export function byWindowAndDay(rows: readonly WindowRow[]): readonly (readonly WindowRow[])[] {
  const groups = new Map<string, WindowRow[]>();
  for (const row of rows) {
    const key = `${row.window}\n${row.on}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
