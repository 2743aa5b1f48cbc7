import type { Citation } from './citation.ts';

/** Stable codes; a client may branch on them. */
export type RefusalCode =
  | 'not-found'
  | 'not-permitted'
  | 'not-signed-in'
  | 'sign-in-failed'
  | 'sign-in-locked'
  | 'busy'
  | 'invalid-value'
  | 'missing-value'
  | 'wrong-state'
  | 'rule-blocks'
  | 'reason-required'
  | 'version-conflict'
  | 'idempotency-conflict'
  | 'unknown-kind'
  | 'unknown-organisation'
  | 'unknown-rule'
  | 'unknown-figure'
  | 'unknown-version'
  | 'calendar-missing'
  | 'secret-mark'
  | 'not-demo'
  | 'bad-file'
  | 'bad-input'
  | 'tampered'
  | 'environment';

export interface RefusalDetail {
  /** Name of the field that failed, when one did. */
  readonly field?: string;
  /** The article it rests on, when a law refuses. */
  readonly basis?: Citation;
  /** What to do next, in plain Chinese. */
  readonly next?: string;
  /** Further facts for a machine. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * A refusal (拒绝): a rule, a permission or an input says no. It carries a stable code and a Chinese sentence for the
 * person at the counter. Everything else that throws is a fault: shown to nobody, logged in full.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, sentence: string, detail: RefusalDetail = {}) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}
