import type { Command } from 'commander';
import { check, type Figure, type Finding, type Grade } from '../checker/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { readText } from './read-text.ts';

/** One checked file, as `--json` prints it. */
export interface CheckedFile {
  readonly file: string;
  readonly figures: readonly CheckedFigure[];
  readonly findings: readonly Finding[];
}

/** A figure, and, once a ledger is named, what the ledger says about it. */
export type CheckedFigure = Figure & { readonly binding?: unknown };

/** Adds to the figures of one file; the place where a ledger binds them. */
export type BindFigures = (figures: readonly Figure[], text: string) => Promise<readonly CheckedFigure[]>;

const GRADES: Readonly<Record<Grade, string>> = { certain: '确定', likely: '很可能', confirm: '请核实' };

/** `fadu check [--json] FILE...`: exit 1 when a certain or likely finding, or a file that cannot be read, exists. */
export function addCheck(program: Command): void {
  program
    .command('check')
    .description('检查报告里的数字：分项与合计、比率、增减、年份、前后是否一致')
    .argument('<files...>', '要检查的文件(.txt、.md、.docx、.html)')
    .option('--json', '每个文件输出一行 JSON')
    .action(async (files: string[], options: { json?: boolean }) => {
      await checkFiles(files, { json: options.json === true });
    });
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
      const checked = await checkText(file, text, options.bind);
      for (const line of options.json ? [JSON.stringify(checked)] : describe(checked, text)) print(line);
      if (checked.findings.some((finding) => finding.grade !== 'confirm')) process.exitCode = 1;
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

async function checkText(file: string, text: string, bind: BindFigures | undefined): Promise<CheckedFile> {
  const { figures, findings } = check(text);
  return { file, figures: bind === undefined ? figures : await bind(figures, text), findings };
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
  return [...lines, `共读出${figures.length}个数字，${summary}。`];
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
