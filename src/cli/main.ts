import { Command, CommanderError } from 'commander';
import { databaseRefusal } from '../store/database-refusal.ts';
import { addAccounts } from './accounts.ts';
import { addCheck } from './check.ts';
import { addDeadline } from './deadline.ts';
import { addDemo } from './demo.ts';
import { addDue } from './due.ts';
import { recordFault } from './fault.ts';
import { addFigures } from './figures.ts';
import { addImport } from './import.ts';
import { addImportWindows } from './import-windows.ts';
import { addKinds } from './kinds.ts';
import { addLedger } from './ledger.ts';
import { addLetters } from './letters.ts';
import { addOrganisations } from './organisations.ts';
import { addReport } from './report.ts';
import { addSample } from './sample.ts';
import { addServe } from './serve.ts';
import { addTls } from './tls.ts';
import { speakChinese, usageSentence } from './usage.ts';
import { version } from './version.ts';

/** The program `fadu` with all its commands. */
export function createProgram(): Command {
  const program = speakChinese(new Command('fadu'))
    .description('法度：乡镇法治工作与年度报告，报告中的每个数字都有记录可查')
    .version(version(), '-V, --version', '显示版本')
    // What stands behind a subcommand's name is the subcommand's: `fadu account` and its subcommands share options.
    .enablePositionalOptions();
  addServe(program);
  addDemo(program);
  addAccounts(program);
  addOrganisations(program);
  addImport(program);
  addImportWindows(program);
  addFigures(program);
  addReport(program);
  addCheck(program);
  addDeadline(program);
  addDue(program);
  addKinds(program);
  addLedger(program);
  addSample(program);
  addTls(program);
  addLetters(program);
  return program;
}

/**
 * Runs one command line and returns the exit code: 0 fine, 1 a refusal, a fault or findings, 2 wrong usage. A command
 * that ends orderly but not well sets `process.exitCode` itself.
 */
export async function run(argv: readonly string[]): Promise<number> {
  stayQuietWhenNobodyReads();
  try {
    await createProgram().parseAsync(argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  const refusal = databaseRefusal(error);
  if (refusal !== undefined) {
    const next = refusal.detail.next;
    process.stderr.write(`${refusal.message}\n${next === undefined ? '' : `${next}\n`}`);
    return 1;
  }
  if (error instanceof CommanderError) {
    // Help and version end this way too, with nothing wrong.
    if (error.exitCode === 0) return 0;
    process.stderr.write(`${usageSentence(error)}\n`);
    return 2;
  }
  process.stderr.write(`${recordFault(error)}\n`);
  return 1;
}

/** `fadu check … | head` is no fault. The command goes on to its end, so that it also tidies up. */
function stayQuietWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listenerCount('error') > 0) continue;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
