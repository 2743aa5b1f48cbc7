import { isDay, Refusal, type Day } from '../kernel/index.ts';

/** One person of a platform's roster: who, under which number, and what came of it where it was taken. */
export interface RosterRow {
  readonly row: number;
  readonly name: string;
  readonly number?: string;
  readonly taken?: { readonly on: Day; readonly score: number };
}

export interface Roster {
  readonly rows: readonly RosterRow[];
  /** Columns that nothing is taken from. */
  readonly ignored: readonly string[];
}

type Column = 'name' | 'number' | 'score' | 'on';

/** Headings, as platforms name their columns. */
const COLUMNS: Readonly<Record<string, Column>> = {
  姓名: 'name',
  人员: 'name',
  学员姓名: 'name',
  用户姓名: 'name',
  考生姓名: 'name',
  编号: 'number',
  学号: 'number',
  准考证号: 'number',
  成绩: 'score',
  分数: 'score',
  得分: 'score',
  考试成绩: 'score',
  最高分: 'score',
  参考日: 'on',
  考试日期: 'on',
  考试时间: 'on',
  交卷时间: 'on',
  完成日期: 'on',
  完成时间: 'on',
};
/** A mobile or identity number is no number of a platform's, whatever stands above it: numbers are open. */
const PERSONAL_NUMBER = /^(?:1\d{10}|\d{17}[\dXx])$/;
/** Titles and notes stand above the headings in many exports. */
const HEAD_WITHIN = 10;
const MOST_PEOPLE = 2000;
const MOST_SHOWN = 20;
/** What platforms write where nobody took it. */
const NOT_TAKEN = new Set(['', '-', '—', '/', '无', '缺考', '未考', '未参考', '未参加']);

/** `2024-11-18`, `2024/11/18 10:22`, `2024年11月18日` or `20241118`. */
function readDay(text: string): Day | undefined {
  const [, year, month = '', date = ''] =
    /^(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})日?(?:[ T].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Whole points; a part of one is cut off, so that nobody passes by rounding. */
function readScore(text: string): number | undefined {
  const plain = text.replace(/分$/, '');
  if (!/^\d{1,3}(?:\.\d+)?$/.test(plain)) return undefined;
  const score = Math.floor(Number(plain));
  return score <= 100 ? score : undefined;
}

function headOf(table: readonly (readonly string[])[]): {
  readonly at: number;
  readonly head: readonly string[];
} {
  const at = table.slice(0, HEAD_WITHIN).findIndex((row) => row.some((cell) => COLUMNS[cell] === 'name'));
  if (at >= 0) return { at, head: table[at]! };
  throw new Refusal('bad-file', '表格前几行里没有“姓名”这一栏。', {
    field: 'table',
    next: '表头应有“姓名”，有成绩的还要有“成绩”“参考日”，如“编号、姓名、成绩、参考日”。',
  });
}

interface Reading {
  readonly today: Day;
  /** The day on which it was taken, where the table has no such column. */
  readonly takenOn?: Day;
}

type Problem = { readonly row: number; readonly sentence: string };

function readRow(
  row: number,
  cells: Readonly<Partial<Record<Column, string>>>,
  { today, takenOn }: Reading,
): RosterRow | Problem {
  const { name = '', number = '', score: scored = '', on: day = '' } = cells;
  if (name === '') return { row, sentence: '没有姓名' };
  if (name.length > 60) return { row, sentence: '姓名太长' };
  const who = {
    row,
    name,
    ...(number === '' || PERSONAL_NUMBER.test(number) ? {} : { number: number.slice(0, 60) }),
  };
  if (NOT_TAKEN.has(scored)) return who;
  const score = readScore(scored);
  if (score === undefined) return { row, sentence: '成绩应是0到100的数' };
  const on = day === '' ? takenOn : readDay(day);
  if (on === undefined) return { row, sentence: day === '' ? '没有参考日' : '参考日不是日期' };
  if (on > today) return { row, sentence: '参考日还没有到' };
  return { ...who, taken: { on, score } };
}

/** Two of one name without numbers can't be told apart. */
function twins(rows: readonly RosterRow[]): Problem[] {
  const seen = new Map<string, number>();
  return rows.flatMap((each) => {
    const key = each.number === undefined ? `姓名 ${each.name}` : `编号 ${each.number}`;
    const before = seen.get(key);
    seen.set(key, each.row);
    if (before === undefined) return [];
    const what = each.number === undefined ? '同名，请加上“编号”一栏分开' : '编号相同';
    return [{ row: each.row, sentence: `和第${before}行${what}` }];
  });
}

/** The people of a roster, or everything that is wrong with it: nothing is half taken. Names never stand in a refusal. */
export function readRoster(table: readonly (readonly string[])[], reading: Reading): Roster {
  const { at, head } = headOf(table);
  const body = table.slice(at + 1).map((cells, index) => ({ row: at + index + 2, cells }));
  const filled = body.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length > MOST_PEOPLE)
    throw new Refusal('bad-file', `一次最多导入${MOST_PEOPLE}人。`, {
      field: 'table',
      next: '请分几次导入。',
    });
  const read = filled.map(({ row, cells }) => {
    const named = head.flatMap((label, place) => {
      const column = COLUMNS[label];
      return column === undefined ? [] : [[column, cells[place] ?? ''] as const];
    });
    return readRow(row, Object.fromEntries(named), reading);
  });
  const rows = read.filter((each): each is RosterRow => !('sentence' in each));
  const wrong = [...read.filter((each): each is Problem => 'sentence' in each), ...twins(rows)];
  if (wrong.length > 0) throw refusalOf(wrong);
  if (rows.length === 0) throw new Refusal('bad-file', '表格里没有人。', { field: 'table' });
  return { rows, ignored: head.filter((label) => label !== '' && COLUMNS[label] === undefined) };
}

function refusalOf(wrong: readonly Problem[]): Refusal {
  const lines = wrong
    .toSorted((a, b) => a.row - b.row)
    .slice(0, MOST_SHOWN)
    .map(({ row, sentence }) => `第${row}行：${sentence}。`);
  const more = wrong.length > MOST_SHOWN ? `还有${wrong.length - MOST_SHOWN}处。` : '';
  return new Refusal(
    'bad-file',
    `表格有${wrong.length}处不对，一行也没有登记。\n${lines.join('\n')}${more}`,
    {
      field: 'table',
      next: '请在表格里改正后再导入一次。',
    },
  );
}
