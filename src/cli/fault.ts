import { constants, existsSync, openSync, closeSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Logs a fault in full and returns the one sentence for the person. With FADU_DEBUG=1 the sentence carries message and
 * stack, for us.
 */
export function recordFault(error: unknown): string {
  const full = describe(error);
  const file = write(`${new Date().toISOString()} ${process.argv.slice(2, 3).join(' ')}\n${full}\n\n`);
  const sentence =
    file === undefined
      ? '程序出错，而且错误日志写不进去。'
      : `程序出错，已记录。请把日志交给维护人员：${file}`;
  return process.env['FADU_DEBUG'] === '1' ? `${sentence}\n${full}` : sentence;
}

/** A fault's class and code, which are the program's own words; its message may quote what somebody typed. */
export function faultName(error: unknown): { readonly name: string; readonly code?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name: error.name, ...(code === undefined ? {} : { code }) };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by: ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

/** In the data folder of the current directory when there is one, else in a private file under the temporary folder. */
function write(text: string): string | undefined {
  const user = process.getuid?.() ?? 'user';
  const places = existsSync('data') ? [path.resolve('data/faults.log')] : [];
  places.push(path.join(os.tmpdir(), `fadu-faults-${user}.log`));
  for (const place of places) {
    try {
      // In a folder that anyone may write to, a link laid by somebody else is not followed.
      const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
      const file = openSync(place, O_APPEND | O_CREAT | O_WRONLY | (O_NOFOLLOW ?? 0), 0o600);
      writeSync(file, text);
      closeSync(file);
      return place;
    } catch {
      // Try the next place; a fault in logging must not hide that there was a fault.
    }
  }
  return undefined;
}
