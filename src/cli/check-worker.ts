import { parentPort } from 'node:worker_threads';
import { Refusal } from '../kernel/refusal.ts';
import { review, type HandedIn } from '../marking/review.tsx';
import type { Answered } from './check-desk.ts';

/** The other side of the check desk: a program of its own, in a thread that may be ended at any moment. */
parentPort?.on('message', (handedIn: HandedIn) => {
  void review(handedIn)
    .then((reviewed): Answered => ({ reviewed }), failed)
    // A thread, not a window.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    .then((answered) => parentPort?.postMessage(answered));
});

function failed(cause: unknown): Answered {
  if (!(cause instanceof Refusal))
    return { fault: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
  return { refusal: { code: cause.code, sentence: cause.message, next: cause.detail.next } };
}
