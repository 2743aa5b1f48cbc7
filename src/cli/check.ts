import type { Command } from 'commander';
import { check, type Figure, type Finding, type Grade } from '../checker/index.ts';
import { AREAS } from '../duties/index.ts';
import type { FigureValue } from '../figures/figures.ts';
import { Refusal } from '../kernel/refusal.ts';
import { bindFigures, type Binding } from '../report/bind.ts';
import { chooseOrganisation, readYear, using } from './open.ts';
import { readText } from './read-text.ts';

/** One checked file, as `--json` prints it. */
export interface CheckedFile {
  readonly file: string;
  readonly figures: readonly CheckedFigure[];
  readonly findings: readonly Finding[];
}

/** A figure, and, once a ledger is named, what the ledger says about it. */
export type CheckedFigure = Figure & { readonly binding?: Binding };

/** Adds to the figures of one file; the place where a ledger binds them. */
export type BindFigures = (figures: readonly Figure[], text: string) => readonly CheckedFigure[];

const GRADES: Readonly<Record<Grade, string>> = { certain: '确定', likely: '很可能', confirm: '请核实' };

/** `fadu check [--json] FILE...`: exit 1 when a certain or likely finding, or a file that cannot be read, exists. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('检查报告里的数字：分项与合计、比率、增减、年份、前后是否一致')
    .argument('<files...>', '要检查的文件（.docx、.pdf、.html、.md、.txt）')
    .option('--json', '每个文件输出一行 JSON')
    .option('--against <文件夹>', '同时与这个数据文件夹里的记录核对')
    .option('--org <代码>', '核对哪个机构（12位代码）')
    .option('--year <年份>', '核对哪一年')
    .action(async (files: string[], options: CheckCommand) => {
      const json = options.json === true;
      if (options.against === undefined) return checkFiles(files, { json });
      const ledger = await ledgerFigures(options.against, options);
      return checkFiles(files, { json, bind: bindTo(ledger) });
    });
}

interface CheckCommand {
  readonly json?: boolean;
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

export interface CheckOptions {
  readonly json: boolean;
  readonly bind?: BindFigures;
  readonly print?: (line: string) => void;
}

/**
 * Checks every file before it refuses: one bad file does not hide the findings of the others. A single refusal is
 * thrown as it is, several as one that names each.
 */
export async function checkFiles(files: readonly string[], options: CheckOptions): Promise<void> {
  const print = options.print ?? ((line: string) => process.stdout.write(`${line}\n`));
  const refusals: Refusal[] = [];
  for (const file of files) {
    try {
      const { text } = await readText(file);
      const checked = checkText(file, text, options.bind);
      for (const line of options.json ? [JSON.stringify(checked)] : describe(checked, text)) print(line);
      if (isWrong(checked)) process.exitCode = 1;
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

function checkText(file: string, text: string, bind: BindFigures | undefined): CheckedFile {
  const { figures, findings } = check(text);
  return { file, figures: bind === undefined ? figures : bind(figures, text), findings };
}

/** A finding that is more than a question, or a number that the ledger contradicts. */
function isWrong({ figures, findings }: CheckedFile): boolean {
  return (
    findings.some((finding) => finding.grade !== 'confirm') ||
    figures.some(({ binding }) => binding?.status === 'differ')
  );
}

/** What the ledger says, for a person: each number that differs, and how many nothing proves. */
function describeBindings(figures: readonly CheckedFigure[], starts: readonly number[]): string[] {
  const bound = figures.filter(({ binding }) => binding !== undefined);
  if (bound.length === 0) return [];
  const differing = bound.flatMap(({ start, text, noun, binding }) =>
    binding?.status === 'differ'
      ? [
          `【与记录不符】第${lineOf(starts, start)}行：${noun}${text}，记录是${binding.ledgerValue}（${binding.code}）。`,
        ]
      : [],
  );
  const count = (status: Binding['status']): number =>
    bound.filter(({ binding }) => binding?.status === status).length;
  return [
    ...differing,
    `与记录核对：相符${count('agree')}个，不符${count('differ')}个，未佐证${count('未佐证')}个。`,
  ];
}

/** The same for a person: grade, where, arithmetic, and the sentence itself. */
function describe({ file, figures, findings }: CheckedFile, text: string): string[] {
  const lines = [`${file}`];
  const starts = lineStarts(text);
  for (const finding of findings) {
    const at = Math.min(...finding.spans.map((span) => span.start));
    lines.push(
      `【${GRADES[finding.grade]}】第${lineOf(starts, at)}行：${finding.message}。`,
      `    ${sentenceAround(text, at)}`,
    );
  }
  const count = (grade: Grade): number => findings.filter((finding) => finding.grade === grade).length;
  const counts = `确定${count('certain')}处，很可能${count('likely')}处，请核实${count('confirm')}处`;
  const summary = findings.length === 0 ? '没有发现不一致' : counts;
  return [...lines, `共读出${figures.length}个数字，${summary}。`, ...describeBindings(figures, starts)];
}

/** Offsets at which lines begin, computed once per file. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low + 1;
}

const LONGEST_QUOTE = 160;

function sentenceAround(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < LONGEST_QUOTE && !/[。!?\n\uff01\uff1f]/.test(text[start - 1] ?? ''))
    start--;
  let end = at;
  while (end < text.length && end - at < LONGEST_QUOTE && !/[。!?\n\uff01\uff1f]/.test(text[end] ?? ''))
    end++;
  const cut =
    end < text.length && text[end] !== '\n' && /[。!?\uff01\uff1f]/.test(text[end] ?? '') ? end + 1 : end;
  return `${at - start >= LONGEST_QUOTE ? '…' : ''}${text.slice(start, cut).trim()}${cut - at >= LONGEST_QUOTE ? '…' : ''}`;
}
