import { basename } from 'node:path';
import type { Command } from 'commander';
import { check, compareWithLast, type Figure, type Finding, type PreviousFinding } from '../checker/index.ts';
import { AREAS } from '../duties/index.ts';
import type { FigureValue } from '../figures/figures.ts';
import { Refusal } from '../kernel/refusal.ts';
import { bindFigures, type Binding } from '../report/bind.ts';
import { targetsFor, writeDocuments, type OutOptions } from './check-out.ts';
import { describe, wantsColour } from './check-print.ts';
import { startOf } from '../marking/notes.ts';
import { chooseOrganisation, readYear, using } from './open.ts';
import { readText } from './read-text.ts';

/** One checked file, as `--json` prints it. */
export interface CheckedFile {
  readonly file: string;
  readonly figures: readonly CheckedFigure[];
  readonly findings: readonly (Finding | PreviousFinding)[];
}

/** A figure, and, once a ledger is named, what the ledger says about it. */
export type CheckedFigure = Figure & { readonly binding?: Binding };

/** Adds to the figures of one file; the place where a ledger binds them. */
export type BindFigures = (figures: readonly Figure[], text: string) => readonly CheckedFigure[];

/** `fadu check [--json] FILE...`: exit 1 when a certain or likely finding, or a file that cannot be read, exists. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('检查报告里的数字：分项与合计、比率、增减、年份、前后是否一致')
    .argument('<files...>', '要检查的文件（.docx、.pdf、.html、.md、.txt）')
    .option('--json', '每个文件输出一行 JSON')
    .option('--html <文件>', '写出标明数字和问题的网页；检查多个文件时写文件夹')
    .option('--docx <文件>', '写出带批注的 Word 文档，原来是 .docx 的保留格式；检查多个文件时写文件夹')
    .option('--force', '覆盖已有的文件')
    .option('--previous <文件>', '同时与上年的报告核对：增减对不对得上，有没有忘了改的数')
    .option('--against <文件夹>', '同时与这个数据文件夹里的记录核对')
    .option('--org <代码>', '核对哪个机构（12位代码）')
    .option('--year <年份>', '核对哪一年')
    .action(async (files: string[], options: CheckCommand) => {
      const bind =
        options.against === undefined ? {} : { bind: bindTo(await ledgerFigures(options.against, options)) };
      return checkFiles(files, { ...options, json: options.json === true, ...bind });
    });
}

interface CheckCommand extends OutOptions {
  readonly json?: boolean;
  readonly previous?: string;
  readonly against?: string;
  readonly org?: string;
  readonly year?: string;
}

async function ledgerFigures(data: string, { org, year }: CheckCommand): Promise<FigureValue[]> {
  if (year === undefined) throw new Refusal('bad-input', '与记录核对要写明年份，如 --year 2024。');
  return using({ data }, async (fadu) =>
    fadu.figures((await chooseOrganisation(fadu, org)).code, readYear(year)),
  );
}

function bindTo(ledger: readonly FigureValue[]): BindFigures {
  return (figures, text) => {
    const bindings = bindFigures(text, figures, ledger, AREAS);
    return figures.map((figure, index) => ({ ...figure, binding: bindings[index]! }));
  };
}

export interface CheckOptions extends OutOptions {
  readonly json: boolean;
  readonly bind?: BindFigures;
  /** Last year's report. */
  readonly previous?: string;
  readonly print?: (line: string) => void;
  readonly colour?: boolean;
  readonly now?: Date;
}

/**
 * Checks every file before it refuses: one bad file does not hide the findings of the others. A single refusal is
 * thrown as it is, several as one that names each.
 */
export async function checkFiles(files: readonly string[], options: CheckOptions): Promise<void> {
  const print = options.print ?? ((line: string) => process.stdout.write(`${line}\n`));
  const colour = options.colour ?? wantsColour(process.stdout, process.env);
  const targets = await targetsFor(files, options);
  const last = options.previous === undefined ? undefined : await readText(options.previous);
  const refusals: Refusal[] = [];
  for (const file of files) {
    try {
      const read = await readText(file);
      const checked = checkText(file, read.text, options.bind, last?.text);
      const lines = options.json ? [JSON.stringify(checked)] : describe(checked, read.text, colour);
      for (const line of lines) print(line);
      if (isWrong(checked)) process.exitCode = 1;
      const written = await writeDocuments(targets.get(file) ?? [], checked, read, options.now ?? new Date());
      // JSON lines stay JSON lines.
      if (!options.json) for (const line of written) print(line);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      refusals.push(cause);
    }
  }
  const [only] = refusals;
  if (only === undefined) return;
  throw refusals.length === 1
    ? only
    : new Refusal('bad-file', refusals.map((refusal) => refusal.message).join('\n'));
}

function checkText(
  file: string,
  text: string,
  bind: BindFigures | undefined,
  last: string | undefined,
): CheckedFile {
  if (last === text) {
    throw new Refusal('bad-input', `“${basename(file)}”和上年的报告一字不差，请看看是不是拿错了文件。`);
  }
  const { figures, findings } = check(text);
  const since = last === undefined ? [] : compareWithLast(last, text);
  const all = [...findings, ...since].sort((a, b) => startOf(a) - startOf(b));
  return { file, figures: bind === undefined ? figures : bind(figures, text), findings: all };
}

/** A finding that is more than a question, or a number that the ledger contradicts. */
function isWrong({ figures, findings }: CheckedFile): boolean {
  return (
    findings.some((finding) => finding.grade !== 'confirm') ||
    figures.some(({ binding }) => binding?.status === 'differ')
  );
}
