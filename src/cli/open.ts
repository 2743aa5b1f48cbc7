import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { Refusal } from '../kernel/index.ts';
import { openFadu, type Fadu, type Organisation } from '../main.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Options of every command that works on a data folder. */
export interface DataOptions {
  readonly data: string;
}

export function withData(command: Command): Command {
  return command.option('--data <文件夹>', '数据文件夹', process.env['FADU_DATA'] ?? 'data');
}

/** Work on an open data folder. `stopped` fires when the person asks to stop; what reads from outside must let go then. */
export type Work<T> = (fadu: Fadu, stopped: AbortSignal) => Promise<T>;

/**
 * Opens the data folder for one command and closes it whatever happens, so that no database is left running behind.
 * Only a command that begins something makes a folder that is not there: a misspelt name is no new office.
 */
export async function using<T>({ data }: DataOptions, work: Work<T>, mayCreate = false): Promise<T> {
  if (!mayCreate) await requireData(data);
  const stop = onSignal();
  try {
    const fadu = await openFadu({ data });
    try {
      return await Promise.race([work(fadu, stop.signal), stop.asked]);
    } finally {
      // The act that is under way goes on to its end: closing waits for its transaction.
      await fadu.close();
    }
  } finally {
    stop.forget();
  }
}

async function requireData(data: string): Promise<void> {
  if (process.env['DATABASE_URL']) return;
  const missing = await access(data).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
  if (!missing) return;
  throw new Refusal('environment', `没有数据文件夹“${path.resolve(data)}”。`, {
    next: '请用 --data 写明数据文件夹；要新建，可用“fadu demo”建演示乡镇，或“fadu found”开通机构。',
  });
}

interface Stop {
  readonly signal: AbortSignal;
  /** Rejects when the person asks to stop; never resolves. */
  readonly asked: Promise<never>;
  forget(): void;
}

/** The first Ctrl-C or SIGTERM asks to stop in order; a second ends the process at once. */
function onSignal(): Stop {
  const controller = new AbortController();
  const asked = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () =>
      reject(
        new Refusal('environment', '已按要求停止。', { next: '已经保存的不受影响；再执行一次会接着做。' }),
      ),
    );
  });
  // It may come before anybody waits for it.
  asked.catch(() => undefined);
  const onAsked = (): void => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, onAsked);
  return {
    signal: controller.signal,
    asked,
    forget: () => SIGNALS.forEach((name) => process.off(name, onAsked)),
  };
}

/** The organisation asked for, or the only one there is. */
export async function chooseOrganisation(fadu: Fadu, code: string | undefined): Promise<Organisation> {
  const all = await fadu.organisations();
  const found = code === undefined ? all : all.filter((each) => each.code === code);
  const [only] = found;
  if (!only) {
    const sentence = code === undefined ? '这个数据文件夹里还没有机构。' : `没有代码为“${code}”的机构。`;
    throw new Refusal('unknown-organisation', sentence, {
      next: '可用“fadu demo”建演示乡镇，或“fadu found”开通机构。',
    });
  }
  if (found.length > 1) {
    throw new Refusal('unknown-organisation', '这里有多个机构，请用 --org 写明代码。', {
      next: found.map((each) => `${each.code} ${each.name}`).join('\n'),
    });
  }
  return only;
}

/** A year between 1949 and 2999, from text. */
export function readYear(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1949 || year > 2999) {
    throw new Refusal('bad-input', `年份“${text}”不对，应是四位数字，如2024。`);
  }
  return year;
}
