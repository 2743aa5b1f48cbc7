import { parse } from 'csv-parse/sync';
import { isDay, parseText, readDivisionCode, Refusal, type Day } from '../kernel/index.ts';

/** A division (行政区划) as a list of codes gives it. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly validFrom: Day;
  /** The last day. */
  readonly validTo: Day | null;
  readonly successor: string | null;
}

/** What is wrong with a row, as a person sees it in the file. */
export interface RowProblem {
  readonly row: number;
  readonly sentence: string;
}

/** A list that does not say since when has always been so, as far as anybody here will ask. */
const ALWAYS = '1949-10-01' as Day;

/** Headings, as a list may name its columns. */
const COLUMNS: Readonly<Record<string, keyof Division>> = {
  code: 'code',
  代码: 'code',
  区划代码: 'code',
  name: 'name',
  名称: 'name',
  valid_from: 'validFrom',
  启用日期: 'validFrom',
  valid_to: 'validTo',
  停用日期: 'validTo',
  successor: 'successor',
  后继代码: 'successor',
};
const PLACES: readonly (keyof Division)[] = ['code', 'name', 'validFrom', 'validTo', 'successor'];

interface Line {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<keyof Division, string>>>;
}

/** The rows of a file, each with its number in it; the first may be headings. */
function linesOf(text: string): Line[] {
  const rows = cellsOf(text);
  const first = rows[0]?.record.map((cell) => COLUMNS[cell]);
  const headed = first?.every((column) => column !== undefined) ?? false;
  const places = headed ? (first as (keyof Division)[]) : PLACES;
  return rows.slice(headed ? 1 : 0).map(({ record, info }) => ({
    row: info.lines,
    cells: Object.fromEntries(record.map((cell, index) => [places[index] ?? 'more', cell])),
  }));
}

function cellsOf(text: string): { record: string[]; info: { lines: number } }[] {
  try {
    return parse(text, {
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
  } catch (cause) {
    const lines = (cause as { lines?: unknown }).lines;
    const where = typeof lines === 'number' ? `第${lines}行附近` : '文件';
    throw new Refusal('bad-file', `${where}不是完整的CSV：引号没有成对。`, { facts: { cause } });
  }
}

function readDate(text: string | undefined, label: string, missing: Day | null): Day | null | string {
  if (text === undefined || text === '') return missing;
  return isDay(text) ? text : `“${label}”写成了“${text.slice(0, 20)}”，应是真实存在的日期，如2021-05-08`;
}

/** One row as a division, or what is wrong with it: a sentence without its end. */
function readRow({ cells }: Line): Division | string {
  if (Object.hasOwn(cells, 'more')) return '列太多，应是：代码、名称、启用日期、停用日期、后继代码';
  const code = readDivisionCode(cells.code ?? '');
  if (code === undefined) return `代码“${(cells.code ?? '').slice(0, 20)}”不对，应是2、4、6、9或12位数字`;
  const name = parseText(60)(cells.name ?? '');
  if ('problem' in name) return `“名称”${name.problem}`;
  const [from, to] = [
    readDate(cells.validFrom, '启用日期', ALWAYS),
    readDate(cells.validTo, '停用日期', null),
  ];
  if (!isDay(from)) return String(from);
  if (to !== null && !isDay(to)) return to;
  if (to !== null && to < from) return `“停用日期”（${to}）早于“启用日期”（${from}）`;
  const successor = cells.successor ? readDivisionCode(cells.successor) : null;
  if (successor === undefined) return `后继代码“${(cells.successor ?? '').slice(0, 20)}”不对`;
  if (successor !== null && to === null) return '有后继代码的，要写停用日期';
  return { code, name: name.value, validFrom: from, validTo: to, successor };
}

interface Placed {
  readonly row: number;
  readonly division: Division;
}

function byCodeAndDay({ division: a }: Placed, { division: b }: Placed): number {
  const [one, other] = [a.code + a.validFrom, b.code + b.validFrom];
  return one < other ? -1 : Number(one > other);
}

/** A code has one name on a day. */
function overlaps(rows: readonly Placed[]): RowProblem[] {
  const sorted = rows.toSorted(byCodeAndDay);
  return sorted.slice(1).flatMap(({ row, division: { code, validFrom } }, index) => {
    const before = sorted[index]!;
    const { code: same, validTo } = before.division;
    if (same !== code || (validTo !== null && validTo < validFrom)) return [];
    return [{ row, sentence: `代码${code}与第${before.row}行的有效时间重叠` }];
  });
}

/** Reads a list of division codes (.csv): what it holds, and everything that is wrong with it. */
export function readDivisions(text: string): {
  readonly divisions: readonly Division[];
  readonly problems: readonly RowProblem[];
} {
  const problems: RowProblem[] = [];
  const rows: Placed[] = [];
  for (const line of linesOf(text)) {
    const read = readRow(line);
    if (typeof read === 'string') problems.push({ row: line.row, sentence: read });
    else rows.push({ row: line.row, division: read });
  }
  if (rows.length === 0 && problems.length === 0) {
    throw new Refusal('bad-file', '文件里没有区划代码。', {
      next: '每行应是：代码,名称[,启用日期,停用日期,后继代码]。',
    });
  }
  problems.push(...overlaps(rows));
  return {
    divisions: rows.map(({ division }) => division),
    problems: problems.toSorted((a, b) => a.row - b.row),
  };
}
