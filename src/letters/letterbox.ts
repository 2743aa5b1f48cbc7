import { dayAt } from '../kernel/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { hasBatch, PLACES, rewriteBatch } from './batch.ts';
import { findCountyKey, lockCountyKey, type AcceptedKey } from './county-key.ts';
import { sealPlace, SENT_BYTES } from './sealing.ts';

export interface LetterboxParts {
  readonly store: Store;
  readonly now: () => Date;
  /** Mean time between two rewritings of a batch. */
  readonly meanMs?: number;
}

const MEAN_MS = 600_000;
/** A timer takes no longer time. */
const LONGEST_MS = 2 ** 31 - 1;
/** A batch takes at least so many letters; how many more, up to all places but one, is left to chance. */
const FEWEST = PLACES / 2;

/**
 * The batch that this process fills for an organisation. Which places are letters is known here, in memory, and is written
 * down nowhere: when the process ends, its batch is left as it is, and the next process begins another.
 */
interface Batch {
  readonly id: string;
  readonly fingerprint: string;
  readonly quarter: string;
  readonly capacity: number;
  /** First covers, as browsers sent them. */
  readonly letters: readonly Uint8Array[];
}

/** What somebody sends: the first cover, and the key that it was sealed to. */
export interface Sent {
  readonly fingerprint: string;
  readonly sealed: Uint8Array;
}

/**
 * The letterbox (直报箱). An organisation's letters lie among blanks in batches of one size, and each batch is rewritten as a
 * whole, at moments of chance and when a letter comes in: nothing stored tells whether there was a letter, how many, from
 * whom or when. docs/decisions/0026 says what this does not protect against.
 */
export class Letterbox {
  readonly #store: Store;
  readonly #now: () => Date;
  readonly #meanMs: number;
  readonly #batches = new Map<string, Batch>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** What is under way for each organisation: one thing after another. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #closed = false;

  constructor({ store, now, meanMs = MEAN_MS }: LetterboxParts) {
    this.#store = store;
    this.#now = now;
    this.#meanMs = meanMs;
  }

  /** The county's key, for everybody who opens the console; the first who asks begins a batch. */
  async keyFor(org: string): Promise<AcceptedKey | undefined> {
    const key = await findCountyKey(this.#store, org);
    if (key && this.#batches.get(org)?.fingerprint !== key.fingerprint) await this.rewrite(org);
    return key;
  }

  /** Takes a letter in: it takes a blank's place. When this returns it is stored. */
  async send(org: string, sent: Sent): Promise<void> {
    if (sent.sealed.length !== SENT_BYTES) throw new Refusal('bad-input', '这封函的长度不对，没有收下。');
    await this.rewrite(org, sent);
  }

  /** Writes the organisation's batch anew: other bytes in every place, another order. */
  rewrite(org: string, sent?: Sent): Promise<void> {
    const turn = (this.#turns.get(org) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.#rewrite(org, sent));
    this.#turns.set(org, turn);
    return turn;
  }

  async #rewrite(org: string, sent: Sent | undefined): Promise<void> {
    const batch = await this.#store.transaction(oneOrganisation(org), async (tx) => {
      const key = await lockCountyKey(tx, org);
      if (sent) assertCurrent(key, sent);
      if (!key) return undefined;
      const before = await this.#current(tx, org, key, sent !== undefined);
      const after = sent ? { ...before, letters: [...before.letters, sent.sealed] } : before;
      await rewriteBatch(tx, org, after.id, await placesOf(org, key, after.letters));
      return after;
    });
    // Only what is committed is remembered: where it is not, the rows of before stand, and so does what is known of them.
    if (batch) this.#batches.set(org, batch);
    else this.#batches.delete(org);
    this.#arm(org);
  }

  /** The batch to go on with; a new one where there is none, or it is another key's, another quarter's, full or closed. */
  async #current(tx: Transaction, org: string, key: AcceptedKey, adds: boolean): Promise<Batch> {
    const quarter = quarterOf(this.#now());
    const known = this.#batches.get(org);
    const fits =
      known !== undefined &&
      known.fingerprint === key.fingerprint &&
      known.quarter === quarter &&
      !(adds && known.letters.length >= known.capacity) &&
      (await hasBatch(tx, org, known.id));
    if (fits) return known;
    return {
      id: crypto.randomUUID(),
      fingerprint: key.fingerprint,
      quarter,
      capacity: capacityByChance(),
      letters: [],
    };
  }

  /** The next rewriting comes at a moment that nobody can foretell, however long ago the last one was. */
  #arm(org: string): void {
    clearTimeout(this.#timers.get(org));
    this.#timers.delete(org);
    if (this.#closed || !this.#batches.has(org)) return;
    const wait = Math.min(LONGEST_MS, -Math.log(1 - unitByChance()) * this.#meanMs);
    const timer = setTimeout(() => {
      // Where the database is away nothing is lost: the rows of before stand, and the next time comes.
      this.rewrite(org).catch(() => this.#arm(org));
    }, wait);
    timer.unref();
    this.#timers.set(org, timer);
  }

  /** Ends the rewriting; what is under way comes to its end. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.allSettled(this.#turns.values());
  }
}

function assertCurrent(key: AcceptedKey | undefined, { fingerprint }: Sent): asserts key is AcceptedKey {
  if (key?.fingerprint === fingerprint) return;
  throw new Refusal('wrong-state', '县里的公钥刚换过或停用了，这封没有送出。', {
    next: '请复制填写的内容，刷新页面、核对指纹后再送；也可以直接找县里。',
  });
}

function placesOf(
  org: string,
  { publicKey }: AcceptedKey,
  letters: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  return Promise.all(Array.from({ length: PLACES }, (_, place) => sealPlace(publicKey, org, letters[place])));
}

function quarterOf(moment: Date): string {
  const day = dayAt(moment);
  return `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function unitByChance(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}

function capacityByChance(): number {
  return FEWEST + Math.floor(unitByChance() * (PLACES - FEWEST));
}
