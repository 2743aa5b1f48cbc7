import { InvalidArgumentError, type Command } from 'commander';
import { backingOf, overlapsOf, spanOf, type FigureValue } from '../figures/figures.ts';
import { addDays, instantOf, isDay, Refusal } from '../kernel/index.ts';
import type { Fadu } from '../main.ts';
import type { AsOf } from '../records/fold.ts';
import { oneOrganisation } from '../store/connection.ts';
import { chooseOrganisation, readYear, using, withData, type DataOptions } from './open.ts';
import { printJson, printLine } from './output.ts';

interface FiguresOptions extends DataOptions {
  readonly org?: string;
  readonly year: string;
  readonly json?: boolean;
  readonly records?: string;
  readonly overlaps?: boolean;
  readonly asOf?: string;
}

/** A number of entries, or an instant with its zone. */
function readAsOf(text: string | undefined): AsOf | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return { seq: Number(text) };
  // A bare day means its end, in Beijing.
  const time = isDay(text) ? instantOf(addDays(text, 1)) : new Date(text);
  if (!isDay(text) && (!/[zZ]$|[+-]\d\d:\d\d$/.test(text) || Number.isNaN(time.getTime()))) {
    throw new Refusal('bad-input', `“${text}”不是账本序号，也不是带时区的时间。`, {
      next: '例如 --as-of 1200，或 --as-of 2024-06-30，或 --as-of 2024-06-30T12:00:00+08:00。',
    });
  }
  if (time > new Date()) throw new Refusal('bad-input', `时间“${text}”还没有到。`);
  return { time };
}

/** A number that the ledger has not reached yet is no past. */
async function assertReached(fadu: Fadu, org: string, asOf: AsOf | undefined): Promise<void> {
  if (asOf === undefined || !('seq' in asOf)) return;
  const [head] = await fadu.store.read(oneOrganisation(org), (tx) =>
    tx.query<{ seq: number }>('size-of-ledger', 'SELECT seq FROM head WHERE org_code = $1', [org]),
  );
  const size = head?.seq ?? 0;
  if (asOf.seq > size) {
    throw new Refusal('bad-input', `账本还没有第${asOf.seq}条，现在共${size}条。`);
  }
}

export function valueText({ value, unit, numerator, denominator }: FigureValue): string {
  if (value === null) return '无分母，不计算';
  const whole = `${value}${unit}`;
  return numerator === undefined ? whole : `${whole}（${numerator}/${denominator}）`;
}

async function showAll(options: FiguresOptions): Promise<void> {
  const [year, asOf] = [readYear(options.year), readAsOf(options.asOf)];
  const figures = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    await assertReached(fadu, code, asOf);
    return fadu.figures(code, year, asOf);
  });
  if (options.json) return printJson(figures);
  for (const each of figures) {
    printLine(`${each.code.padEnd(34)} ${each.name}：${valueText(each)}，记录${each.records}条`);
  }
}

async function showRecords(options: FiguresOptions, figure: string): Promise<void> {
  const rows = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    const span = spanOf(readYear(options.year), new Date());
    return fadu.store.read(oneOrganisation(code), (tx) =>
      backingOf(tx, fadu.register, code, figure, span, { as: 'operator' }),
    );
  });
  if (options.json) return printJson(rows);
  for (const { occurredOn, village, title, contribution, part } of rows) {
    const how = PARTS[part];
    printLine(
      `${occurredOn} ${village ? `${village} ` : ''}${title}：${contribution}${how ? `（${how}）` : ''}`,
    );
  }
  printLine(`共${new Set(rows.map(({ record }) => record)).size}条`);
}

/** The two sides of a ratio; a facet of a distinct count needs no word, the title says it. */
const PARTS: Readonly<Record<string, string>> = { n: '计入分子', d: '计入分母' };

async function showOverlaps(options: FiguresOptions): Promise<void> {
  const rows = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    const span = spanOf(readYear(options.year), new Date());
    return fadu.store.read(oneOrganisation(code), (tx) => overlapsOf(tx, fadu.register, code, span));
  });
  if (options.json) return printJson(rows);
  for (const row of rows) printLine(`${row.title}：${row.figures.join('、')}`);
  printLine(`共${rows.length}条记录计入了不止一个指标`);
}

/** `fadu figures`: the figures of a year, the records behind one, records in several, or the figures of the past. */
export function addFigures(program: Command): void {
  withData(program.command('figures'))
    .description('查看一年的指标，每个数后面的记录')
    .option('--org <代码>', '机构代码（12位）')
    .requiredOption('--year <年份>', '统计年份')
    .option('--records <指标代码>', '列出这个指标后面的记录和各自的计数')
    .option('--overlaps', '列出计入不止一个指标的记录')
    .option('--as-of <序号或时间>', '按账本当时的内容重新计算')
    .option('--json', '输出JSON')
    .action((options: FiguresOptions) => {
      // Both show what stands behind the figures today: with --as-of that would be another day's answer.
      if (options.asOf !== undefined && (options.records !== undefined || options.overlaps)) {
        throw new InvalidArgumentError('--as-of 不能与 --records 或 --overlaps 一起用。');
      }
      if (options.records !== undefined) return showRecords(options, options.records);
      return options.overlaps ? showOverlaps(options) : showAll(options);
    });
}
