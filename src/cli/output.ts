import { SingleBar } from 'cli-progress';

/** One line on stdout. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A value as JSON on stdout. */
export function printJson(value: unknown): void {
  printLine(JSON.stringify(value, null, 2));
}

/** Something that takes longer than a second. */
export interface Progress {
  advance(by?: number): void;
  /** Must be called, also when the work fails. */
  stop(): void;
}

/** A bar on stderr, so stdout stays clean for a pipe; nothing at all when stderr is not a screen. */
export function progress(label: string, total: number): Progress {
  if (!process.stderr.isTTY) return { advance: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${label} {bar} {percentage}% {value}/{total}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { advance: (by = 1) => bar.increment(by), stop: () => bar.stop() };
}
