import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalCode } from '../kernel/refusal.ts';
import type { HandedIn, Review, Reviewed } from '../marking/review.tsx';

/** What comes back from the thread: marked text, a refusal or a fault, as plain data. */
export interface Answered {
  readonly reviewed?: Reviewed;
  readonly refusal?: {
    readonly code: RefusalCode;
    readonly sentence: string;
    readonly next?: string | undefined;
  };
  readonly fault?: string;
}

export interface CheckDesk {
  readonly review: Review;
  close(): Promise<void>;
}

export interface DeskLimits {
  /** Longest time for one report, in milliseconds. */
  readonly time: number;
  /** Most memory that one report may add to the process, in bytes. */
  readonly memory: number;
  /** Most reports at once, the one that is being checked included. */
  readonly reports: number;
}

const LIMITS: DeskLimits = { time: 15_000, memory: 700 * 1024 * 1024, reports: 8 };
const HEAP_MB = 384;
const LOOK_EVERY = 50;

function tooMany(): Refusal {
  return new Refusal('environment', '现在检查的人多，没有排上，请过一会儿再交。');
}

function tooMuch(): Refusal {
  return new Refusal('bad-file', '检查这份内容要用的时间或内存太多，没有检查完。', {
    next: '请另存为 .docx 或 .txt，或者分几次检查。',
  });
}

/**
 * Checks what strangers hand in, one report at a time, in a thread of its own: the site goes on answering meanwhile,
 * and a report that takes too long or too much memory ends with its thread.
 */
export function openCheckDesk(worker: URL, limits: DeskLimits = LIMITS): CheckDesk {
  let thread: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let reports = 0;
  let closed = false;

  const checkNow = async (handedIn: HandedIn): Promise<Reviewed> => {
    if (closed) throw tooMany();
    const current = (thread ??= openThread(worker));
    try {
      return reviewedIn(await answerOf(current, handedIn, limits));
    } catch (cause) {
      // A refusal that the thread itself gave leaves it in order; it serves the next report.
      if (!(cause instanceof Answer)) {
        thread = undefined;
        await current.terminate();
      }
      throw cause instanceof Answer ? cause.refusal : cause;
    }
  };

  return {
    review: (handedIn) => {
      if (reports >= limits.reports) return Promise.reject(tooMany());
      reports++;
      const checked = last.then(() => checkNow(handedIn)).finally(() => reports--);
      last = checked.catch(() => undefined);
      return checked;
    },
    async close() {
      closed = true;
      await thread?.terminate();
      await last;
    },
  };
}

function openThread(worker: URL): Worker {
  const thread = new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  // At rest it keeps no process alive, and its end is no error.
  thread.on('error', () => undefined);
  thread.unref();
  return thread;
}

/** A refusal as the thread's answer. */
class Answer extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

function reviewedIn({ reviewed, refusal, fault }: Answered): Reviewed {
  if (reviewed !== undefined) return reviewed;
  if (refusal === undefined) throw new Error(fault ?? 'the check gave no answer');
  const { code, sentence, next } = refusal;
  throw new Answer(new Refusal(code, sentence, next === undefined ? {} : { next }));
}

/** One question, one answer, within the limits; whatever else happens to the thread is too much. */
function answerOf(thread: Worker, handedIn: HandedIn, { time, memory }: DeskLimits): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const [started, before] = [Date.now(), process.memoryUsage.rss()];
    const watch = setInterval(() => {
      if (Date.now() - started > time || process.memoryUsage.rss() - before > memory) fail(tooMuch());
    }, LOOK_EVERY);
    const onExit = (): void => fail(tooMuch());
    const onError = (cause: Error): void =>
      fail('code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : cause);
    const leave = (): void => {
      clearInterval(watch);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (answered: Answered): void => {
      leave();
      resolve(answered);
    };
    const fail = (cause: Error): void => {
      leave();
      reject(cause);
    };
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    // A thread, not a window.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    thread.postMessage(handedIn);
  });
}
