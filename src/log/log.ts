import { mkdirSync } from 'node:fs';
import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';
import { dayAt } from '../kernel/index.ts';

/**
 * What a line may say. Every value is one of ours or of the protocol; nothing that somebody typed has a place here: no
 * address beyond the route's pattern, no query, body, header, file name, no message of a fault.
 */
export type LogLine =
  | {
      readonly event: 'request';
      readonly id: string;
      readonly method: string;
      /** Pattern of the route; `-` where there was none. */
      readonly route: string;
      readonly status: number;
      readonly ms: number;
      readonly account?: string;
      /** Organisation of the account. */
      readonly home?: string;
      /** Organisation asked for, where it is known that there is one. */
      readonly org?: string;
      readonly address: string;
    }
  | {
      /** Bytes that became no request. */
      readonly event: 'no-request';
      readonly reason: string;
      readonly address: string;
    }
  | { readonly event: 'fault'; readonly name: string; readonly code?: string }
  | {
      readonly event: 'start';
      readonly version: string;
      readonly line: 'made' | 'taken' | 'proxy' | 'local';
      readonly port: number;
    }
  | { readonly event: 'certificate'; readonly daysLeft: number }
  | { readonly event: 'stop' }
  | { /** Lines that could not be written. */ readonly event: 'lost'; readonly lines: number };

export interface Log {
  write(line: LogLine): void;
  /** Everything written so far is in the file when this resolves, or counted as lost. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface LogOptions {
  readonly keepDays: number;
  /** Told once each time that the log can't be written; nothing stops for it. */
  readonly broken: (error: unknown) => void;
  readonly now?: () => Date;
  /** A file this large is followed by the next of the same day. */
  readonly size?: `${number}${'K' | 'M'}`;
  /** After so long a broken log is tried again. */
  readonly retryMs?: number;
}

const FLUSH_MS = 200;
/** Lines that wait for a slow disk; what comes beyond is counted and lost, so that memory is not. */
const WAITING_LINES = 20_000;

/** Opens the log of a folder: one JSON line for each thing, a file for each day, none thrown away too early. */
export function openLog(folder: string, options: LogOptions): Log {
  const { now = () => new Date(), retryMs = 60_000 } = options;
  let stream: RotatingFileStream | undefined;
  let waiting: string[] = [];
  let lost = 0;
  let retryAt = 0;
  let underWay = Promise.resolve();

  const breakDown = (which: RotatingFileStream, error: unknown): void => {
    if (stream !== which) return;
    stream = undefined;
    retryAt = now().getTime() + retryMs;
    options.broken(error);
  };
  const opened = (): RotatingFileStream | undefined => {
    if (stream !== undefined || now().getTime() < retryAt) return stream;
    const next = openFile(folder, options, now);
    next.on('error', (error) => breakDown(next, error));
    stream = next;
    return next;
  };
  /** One write for all that waits: a line each would keep the disk's threads from everybody else. */
  const drain = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return;
    const to = opened();
    const before = lost;
    lost += lines.length;
    if (to === undefined) return;
    // A line that broke off, when the disk was full, gets its end first.
    const note = before === 0 ? [] : ['', stamped(now(), { event: 'lost', lines: before })];
    const error = await new Promise<unknown>((resolve) => {
      to.write(`${[...note, ...lines].join('\n')}\n`, resolve);
    });
    if (error) breakDown(to, error);
    else lost -= before + lines.length;
  };
  const flush = (): Promise<void> => (underWay = underWay.then(drain));
  const timer = setInterval(() => void flush(), FLUSH_MS).unref();

  return {
    write(line) {
      if (waiting.length < WAITING_LINES) waiting.push(stamped(now(), line));
      else lost += 1;
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
      const last = stream;
      stream = undefined;
      if (last) await new Promise<void>((resolve) => last.end(() => resolve()));
    },
  };
}

function stamped(now: Date, line: LogLine): string {
  return JSON.stringify({ time: now.toISOString(), ...line });
}

const NAME = /^fadu-(\d{4}-\d{2}-\d{2})-\d+\.jsonl$/;

/** Names never change, so that two processes can write into one folder and a collector can follow. */
function openFile(folder: string, { size = '50M', keepDays }: LogOptions, now: () => Date) {
  const name = (_rotated: unknown, index = 1): string => `fadu-${dayAt(now())}-${index}.jsonl`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // Opening says why.
  }
  const stream = createStream(name, {
    path: folder,
    size,
    // The day turns in Beijing, whatever the machine's zone: looked at every hour.
    interval: '1h',
    immutable: true,
    mode: 0o600,
  });
  stream.on('open', () => void dropOld(folder, keepDays, now()));
  return stream;
}

/** Removes files whose day is longer past than logs must be kept. A file that can't be removed is tried again tomorrow. */
async function dropOld(folder: string, keepDays: number, now: Date): Promise<void> {
  const first = dayAt(new Date(now.getTime() - keepDays * 86_400_000));
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const day = NAME.exec(name)?.[1];
    if (day !== undefined && day < first) await unlink(path.join(folder, name)).catch(() => undefined);
  }
}
