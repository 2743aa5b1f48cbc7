import { appendFile, mkdir, readdir, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { dayAt } from '../kernel/index.ts';
import type { Syslog } from './syslog.ts';

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
  /** A file of so many bytes is followed by the next of the same day. */
  readonly size?: number;
  /** After so long a broken log is tried again. */
  readonly retryMs?: number;
  /** Each line goes there too; closed with the log. */
  readonly elsewhere?: Syslog | undefined;
}

const FLUSH_MS = 200;
/** Lines that wait for a slow disk; what comes beyond is counted and lost, so that memory is not. */
const WAITING_LINES = 20_000;

const MOST_BYTES = 50_000_000;

/** Opens the log of a folder: one JSON line for each thing, a file for each day, none thrown away too early. */
export function openLog(folder: string, options: LogOptions): Log {
  const { now = () => new Date(), retryMs = 60_000 } = options;
  const files = filesIn(folder, options);
  let waiting: string[] = [];
  let lost = 0;
  let down: { readonly until: number } | undefined;

  /** One write for all that waits: a line each would keep the disk's threads from everybody else. */
  const drain = async (): Promise<void> => {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return;
    const before = lost;
    lost += lines.length;
    const time = now();
    if (down && time.getTime() < down.until) return;
    // A line that broke off, when the disk was full, gets its end first.
    const note = before === 0 ? [] : ['', stamped(time, { event: 'lost', lines: before })];
    try {
      await appendFile(await files.current(time), `${[...note, ...lines].join('\n')}\n`, { mode: 0o600 });
      lost -= before + lines.length;
      down = undefined;
    } catch (error) {
      if (!down) options.broken(error);
      down = { until: time.getTime() + retryMs };
    }
  };
  let underWay = Promise.resolve();
  const flush = (): Promise<void> => (underWay = underWay.then(drain));
  const timer = setInterval(() => void flush(), FLUSH_MS).unref();

  return {
    write(line) {
      const time = now();
      const text = stamped(time, line);
      options.elsewhere?.send(text, time);
      if (waiting.length < WAITING_LINES) waiting.push(text);
      else lost += 1;
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
      await options.elsewhere?.close();
    },
  };
}

function stamped(now: Date, line: LogLine): string {
  return JSON.stringify({ time: now.toISOString(), ...line });
}

/** Names never change and nothing is renamed, so that two processes can write into one folder and a collector follow. */
function filesIn(folder: string, { size = MOST_BYTES, keepDays }: LogOptions) {
  let day = '';
  let index = 1;
  return {
    /** The file for a line of now. The day turns in Beijing, whatever the machine's zone. */
    async current(now: Date): Promise<string> {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const today = dayAt(now);
      if (today !== day) {
        [day, index] = [today, 1];
        await dropOld(folder, dayAt(new Date(now.getTime() - keepDays * DAY_MS)));
      }
      for (; ; index += 1) {
        const file = path.join(folder, `fadu-${day}-${index}.jsonl`);
        const found = await stat(file).catch(() => undefined);
        if (!found || found.size < size) return file;
      }
    },
  };
}

const NAME = /^fadu-(\d{4}-\d{2}-\d{2})-\d+\.jsonl$/;
const DAY_MS = 86_400_000;

/** Removes files of days before the first that must be kept. One that can't be removed is tried again tomorrow. */
async function dropOld(folder: string, first: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const day = NAME.exec(name)?.[1];
    if (day !== undefined && day < first) await unlink(path.join(folder, name)).catch(() => undefined);
  }
}
