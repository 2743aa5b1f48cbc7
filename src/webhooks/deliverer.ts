import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { SignInKey } from '../people/sign-in-key.ts';
import type { Store } from '../store/connection.ts';
import { bodyOf } from './body.ts';
import {
  claimDelivery,
  dropOldDeliveries,
  dueWebhooks,
  finishAttempt,
  giveBack,
  hasWebhooks,
  withhold,
  type Claimed,
} from './delivery.ts';
import { post, type Sent, type Way } from './post.ts';
import { signedHeaders } from './signature.ts';
import { placeOfSecret } from './webhook.ts';

/** So many receivers at once: one that is slow holds up nobody but itself. */
const AT_ONCE = 8;
const EVERY_MS = 2_000;
/** How often all organisations are asked whether they have webhooks now. */
const LOOK_ROUND_MS = 60_000;
const TIDY_MS = 3_600_000;
/** After a fault, such as a database that is away. */
const REST_MS = 30_000;
/** What is under way when the server stops may come to its end for so long. */
const PATIENCE_MS = 3_000;

export interface DelivererParts {
  readonly store: Store;
  readonly key: SignInKey;
  readonly way: Way;
  /** Organisations whose webhooks somebody changed in this process; emptied here. */
  readonly touched: Set<string>;
  /** Codes of all organisations here. */
  organisations(): Promise<readonly string[]>;
  readonly now: () => Date;
  /** Where faults go. */
  readonly fault: (error: unknown) => void;
  readonly everyMs?: number;
}

/** Delivers in the background until it is stopped. */
export interface Deliverer {
  /** Begins no further delivery, waits a little for those under way, and gives the others back. */
  stop(): Promise<void>;
}

/**
 * Starts to deliver what the ledger's entries have queued. Every delivery is made at least once: who is killed in the middle
 * of one leaves a claim that runs out. Several servers over one database share the work.
 */
export function startDeliveries(parts: DelivererParts): Deliverer {
  const stopping = new AbortController();
  const broken = new AbortController();
  const rounds = new Rounds(parts, stopping.signal, broken.signal);
  const running = rounds.run();
  return {
    async stop() {
      stopping.abort();
      const patience = setTimeout(() => broken.abort(), PATIENCE_MS);
      try {
        await running;
      } finally {
        clearTimeout(patience);
      }
    },
  };
}

class Rounds {
  readonly #parts: DelivererParts;
  /** No further delivery is begun. */
  readonly #stopping: AbortSignal;
  /** Those under way are broken off. */
  readonly #broken: AbortSignal;
  readonly #limit = pLimit(AT_ONCE);
  /** Organisations that have webhooks. */
  readonly #active = new Set<string>();
  /** One task for each webhook at most: its deliveries go out one after another. */
  readonly #tasks = new Map<string, Promise<void>>();
  #lookedAt = -Infinity;
  #tidiedAt = -Infinity;

  constructor(parts: DelivererParts, stopping: AbortSignal, broken: AbortSignal) {
    this.#parts = parts;
    this.#stopping = stopping;
    this.#broken = broken;
  }

  async run(): Promise<void> {
    while (!this.#stopping.aborted) {
      const fine = await this.#round().then(
        () => true,
        (error: unknown) => {
          this.#parts.fault(error);
          return false;
        },
      );
      const pause = fine ? (this.#parts.everyMs ?? EVERY_MS) : REST_MS;
      await sleep(pause, undefined, { signal: this.#stopping }).catch(() => undefined);
    }
    await Promise.all(this.#tasks.values());
  }

  async #round(): Promise<void> {
    const { store, now } = this.#parts;
    await this.#lookRound();
    for (const org of this.#active) {
      if (this.#stopping.aborted) return;
      for (const webhook of await dueWebhooks(store, org, now())) this.#begin(org, webhook);
    }
    await this.#tidy();
  }

  async #lookRound(): Promise<void> {
    const { store, touched, organisations } = this.#parts;
    for (const org of touched) this.#active.add(org);
    touched.clear();
    if (performance.now() - this.#lookedAt < LOOK_ROUND_MS) return;
    for (const org of await organisations()) {
      if (await hasWebhooks(store, org)) this.#active.add(org);
      else this.#active.delete(org);
    }
    this.#lookedAt = performance.now();
  }

  async #tidy(): Promise<void> {
    if (performance.now() - this.#tidiedAt < TIDY_MS) return;
    for (const org of this.#active) await dropOldDeliveries(this.#parts.store, org, this.#parts.now());
    this.#tidiedAt = performance.now();
  }

  #begin(org: string, webhook: string): void {
    const name = `${org} ${webhook}`;
    if (this.#tasks.has(name)) return;
    const task = this.#limit(() => this.#drain(org, webhook))
      .catch(this.#parts.fault)
      .finally(() => this.#tasks.delete(name));
    this.#tasks.set(name, task);
  }

  /** All that is due for one webhook, until something does not arrive: the next round asks again. */
  async #drain(org: string, webhook: string): Promise<void> {
    const { store, now } = this.#parts;
    while (!this.#stopping.aborted) {
      const claimed = await claimDelivery(store, org, webhook, now());
      if (!claimed || !(await this.#deliver(org, webhook, claimed))) return;
    }
  }

  async #deliver(org: string, webhook: string, claimed: Claimed): Promise<boolean> {
    const { store, now } = this.#parts;
    const attempt = { org, webhook, claimed };
    if (!claimed.known) {
      await withhold(store, attempt);
      return true;
    }
    let sent: Sent;
    try {
      sent = await this.#send(org, webhook, claimed);
    } catch (error) {
      if (!this.#broken.aborted) throw error;
      await giveBack(store, attempt);
      return false;
    }
    await finishAttempt(store, attempt, sent, now());
    return sent.trouble === undefined;
  }

  #send(org: string, webhook: string, claimed: Claimed): Promise<Sent> {
    const { key, way, now } = this.#parts;
    const { address, sealed, retired } = claimed.receiver;
    const body = bodyOf(org, claimed.queuedAt, claimed.entry);
    const secrets = [sealed, ...(retired ? [retired] : [])].map((each) =>
      key.open(placeOfSecret(org, webhook), each),
    );
    const message = { id: `msg_${claimed.id.replaceAll('-', '')}`, at: now(), body };
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Fadu-Webhooks',
      ...signedHeaders(message, secrets),
    };
    return post({ url: new URL(address), headers, body }, way, this.#broken);
  }
}
