import { extname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import {
  FORMATS,
  formatOfName,
  isFormat,
  refuseExisting,
  writeReport,
  writeWhole,
  type Draft,
  type Format,
} from '../report/index.ts';
import { chooseOrganisation, readYear, using, withData, type DataOptions } from './open.ts';
import { printLine } from './output.ts';

interface ReportOptions extends DataOptions {
  readonly org?: string;
  readonly year: string;
  readonly format?: string;
  readonly out: string;
  readonly force?: true;
}

/** What was written, and what a person still has to settle before the paper may be approved. */
function summaryOf(draft: Draft, file: string): string[] {
  const bound = `引用指标${draft.figures.length}个`;
  const free = draft.unproven.length === 0 ? '没有未佐证的数字' : `未佐证的数字${draft.unproven.length}处`;
  return [
    `已写出${file}：${bound}，${free}。`,
    ...draft.unproven.map(({ text, where }) => `未佐证：${text}（${where}）`),
    ...zerosOf(draft),
    ...draft.gaps,
  ];
}

function zerosOf({ statedZeros }: Draft): string[] {
  if (statedZeros.length === 0) return [];
  return [`以下写为没有，请核实确无遗漏：${statedZeros.map(({ text }) => text).join('；')}。`];
}

/** The format asked for, else the one that the file's name promises; a name without an ending becomes a Word file. */
function formatOf(asked: string | undefined, out: string): Format {
  const promised = formatOfName(out);
  if (asked === undefined) {
    if (promised !== undefined || extname(out) === '') return promised ?? 'docx';
    throw new Refusal('bad-input', `从文件名“${out}”看不出要写成哪种格式。`, {
      next: `请用 ${FORMATS.map((format) => `.${format}`).join('、')} 结尾的文件名，或加 --format。`,
    });
  }
  if (!isFormat(asked)) {
    throw new Refusal('bad-input', `不能写成“${asked}”格式，可选：${FORMATS.join('、')}。`);
  }
  if (promised !== undefined && promised !== asked) {
    throw new Refusal(
      'bad-input',
      `--format 写的是 ${asked}，文件名“${out}”却是 ${promised} 的，两样对不上。`,
      {
        next: '请改其中一样，或不写 --format。',
      },
    );
  }
  return asked;
}

async function report(options: ReportOptions): Promise<void> {
  const { out } = options;
  if (out.trim() === '') throw new InvalidArgumentError('请在 --out 后面写文件名。');
  const format = formatOf(options.format, out);
  if (options.force !== true) await refuseExisting(out);
  const year = readYear(options.year);
  const draft = await using(options, async (fadu) => {
    const { code } = await chooseOrganisation(fadu, options.org);
    return fadu.report(code, year);
  });
  await writeWhole(out, await writeReport(draft, format));
  for (const line of summaryOf(draft, out)) printLine(line);
}

/** `fadu report`: the annual report of a year as Markdown, Word, HTML or JSON. */
export function addReport(program: Command): void {
  withData(program.command('report'))
    .description('生成年度法治政府建设报告，每个数字都来自记录')
    .option('--org <代码>', '机构代码（12位）')
    .requiredOption('--year <年份>', '报告年度')
    .option('--format <格式>', `文件格式：${FORMATS.join('、')}；不写就按文件名的结尾，没有结尾的用docx`)
    .requiredOption('--out <文件>', '写到哪个文件')
    .option('--force', '覆盖已有的文件')
    .action(report);
}
