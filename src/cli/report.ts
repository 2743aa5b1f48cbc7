import { InvalidArgumentError, type Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import { FORMATS, isFormat, writeReport, writeWhole, type Draft } from '../report/index.ts';
import { chooseOrganisation, readYear, using, withData, type DataOptions } from './open.ts';
import { printLine } from './output.ts';

interface ReportOptions extends DataOptions {
  readonly org?: string;
  readonly year: string;
  readonly format: string;
  readonly out: string;
}

/** What was written, and what a person still has to settle before the paper may be approved. */
function summaryOf(draft: Draft, file: string): string[] {
  const bound = `引用指标${draft.figures.length}个`;
  const free = draft.unproven.length === 0 ? '没有未佐证的数字' : `未佐证的数字${draft.unproven.length}处`;
  return [
    `已写出${file}：${bound}，${free}。`,
    ...draft.unproven.map(({ text, where }) => `未佐证：${text}（${where}）`),
    ...draft.gaps,
  ];
}

async function report(options: ReportOptions): Promise<void> {
  const { format, out } = options;
  if (!isFormat(format)) {
    throw new Refusal('bad-input', `不能写成“${format}”格式，可选：${FORMATS.join('、')}。`);
  }
  if (out.trim() === '') throw new InvalidArgumentError('请在 --out 后面写文件名。');
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
    .option('--format <格式>', `文件格式：${FORMATS.join('、')}`, 'docx')
    .requiredOption('--out <文件>', '写到哪个文件')
    .action(report);
}
