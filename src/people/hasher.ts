import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify, type Options } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { Refusal } from '../kernel/index.ts';

/** Argon2id; the number is the package's `Algorithm.Argon2id`, a const enum that erasing types would lose. */
const ARGON2ID = 2;
/** OWASP's first recommendation: 19 MiB, two passes, one lane. Why not more: docs/decisions/0009. */
const COST = {
  algorithm: ARGON2ID,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const satisfies Options;
/** Each hash takes a core, 19 MiB and one of Node's four threads; a core and a thread stay free for everybody else. */
const AT_ONCE = Math.min(3, Math.max(1, availableParallelism() - 1));
/** A whole office may sign in at eight o'clock; more than this at once is no office. */
const WAITING = 400;

/** Hashes slow secrets (passwords, PINs), a few at once; who comes to a full queue is refused, not kept waiting. */
export interface Hasher {
  /** `pepper` is a key outside the database that goes into the hash. */
  hash(secret: string, pepper?: Buffer): Promise<string>;
  /** Without a hash to hold it against it takes as long, and is false. `before` runs when the turn has come. */
  verify(held: string | undefined, secret: string, options?: VerifyOptions): Promise<boolean>;
}

export interface VerifyOptions {
  readonly pepper?: Buffer;
  /** Throws when there is nothing to verify any more: an account was locked while this one waited. */
  readonly before?: () => Promise<void>;
}

export function openHasher({ atOnce = AT_ONCE, waiting = WAITING } = {}): Hasher {
  const limit = pLimit(atOnce);
  // Of a secret that nobody knows, so that an account that is not there costs the same.
  const nobody = hash(crypto.randomUUID(), COST);
  nobody.catch(() => undefined);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount >= waiting) {
      throw new Refusal('busy', '现在登录的人太多。', { next: '请过几秒再试。' });
    }
    return limit(work);
  };
  return {
    hash: async (secret, pepper) =>
      inTurn(() => hash(secret, { ...COST, ...(pepper && { secret: pepper }) })),
    verify: async (held, secret, { pepper, before } = {}) =>
      inTurn(async () => {
        await before?.();
        const same = await verify(held ?? (await nobody), secret, pepper && { secret: pepper });
        return held !== undefined && same;
      }),
  };
}

/** Was it made with other parameters than today's? Then it is made anew at the next sign-in. */
export function isOutdated(held: string): boolean {
  const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(held);
  return (
    algorithm !== COST.algorithm ||
    memoryCost !== COST.memoryCost ||
    timeCost !== COST.timeCost ||
    parallelism !== COST.parallelism
  );
}
