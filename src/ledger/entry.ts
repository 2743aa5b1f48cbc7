import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { PurgedEntry } from './purge.ts';
import { Refusal, type Day, type Evidence, type Post, type Source } from '../kernel/index.ts';

/** Hash suite of every entry; the field leaves the door open for another (SM3/SM2). */
export const SUITE = 'sha256-ed25519';
export const FORMAT = 1;

export type Precision = 'day' | 'month' | 'year';

export interface Actor {
  readonly account: string;
  readonly post: Post;
  /** On whose behalf, when somebody enters for another (代录). */
  readonly behalf?: string;
  /** Whose absence it is, when the post is held as a substitute (代理). The write path puts it in. */
  readonly substituteFor?: string;
}

/** A breach of a rule that was recorded (程序瑕疵), or a warning that was overridden with a reason. */
export interface Flaw {
  readonly rule: string;
  readonly reason?: string;
}

/** What an entry says about the record as a whole; only what the act gave. */
export interface Envelope {
  readonly village?: string;
  readonly unit?: string;
  readonly evidence?: Evidence;
  readonly home?: string;
  readonly upperNumber?: string;
  /** Class of those who alone may know of the record; `null` where everybody may again. */
  readonly sealed?: string | null;
  readonly audience?: string;
  readonly drill?: true;
  /** Accounts that handle the matter (承办人) from now on. */
  readonly handlers?: readonly string[];
  /** The record's 发生日 as corrected. */
  readonly redated?: Day;
  /** Personal fields that may only be kept from now on (限制处理): all of them, not only new ones. */
  readonly restricted?: readonly string[];
  /** Personal fields whose values up to this entry are destroyed. */
  readonly erased?: readonly string[];
  /** Ground on which personal values are restricted or erased. */
  readonly ground?: string;
  /** Numbers of the record's entries whose content somebody proposes to destroy (涉密清除). */
  readonly toPurge?: readonly number[];
  /** Entries whose content this act destroyed. */
  readonly purged?: readonly PurgedEntry[];
}

/** One act, as it is hashed. Personal values are not in it: `commitments` binds them. */
export interface Entry {
  readonly format: typeof FORMAT;
  readonly suite: typeof SUITE;
  readonly org: string;
  readonly seq: number;
  /** Server clock, UTC, never lower than the predecessor's. */
  readonly recordedAt: string;
  readonly occurredOn: Day;
  readonly precision: Precision;
  readonly source: Source;
  readonly actor: Actor;
  readonly kind: string;
  readonly kindVersion: number;
  readonly kindPrint: string;
  readonly record: string;
  /** Version of the record that the act expected to find; 0 for a new one. */
  readonly expected: number;
  readonly step: string;
  /** Editions of the statutes applied, such as CF@2021-07-15. */
  readonly law: readonly string[];
  readonly envelope: Envelope;
  /** Open values by field; `null` where a correction takes a value away. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Field → hex HMAC of the personal value or file. */
  readonly commitments: Readonly<Record<string, string>>;
  /** Breaches that this act carries; on a correction, all that the record now has. */
  readonly flaws: readonly Flaw[];
  /** The content was destroyed: this text stands in the place of the one that was hashed. */
  readonly purged?: true;
  /** Why a record was corrected or voided. */
  readonly reason?: string;
  /** SHA-256 of the idempotency key, hex. */
  readonly idem: string;
  /** Chain hash of the predecessor, hex. */
  readonly previous: string;
}

export interface HashedEntry {
  readonly entry: Entry;
  /** The exact text that is stored and hashed. */
  readonly text: string;
  readonly leaf: Buffer;
  readonly chain: Buffer;
}

export const EMPTY_CHAIN = Buffer.alloc(32);

export function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RFC 6962 section 2.1: leaves are prefixed with 0x00. */
export function leafHash(text: string): Buffer {
  return sha256(Buffer.of(0), text);
}

export function chainHash(previous: Buffer, leaf: Buffer): Buffer {
  return sha256(previous, leaf);
}

/** RFC 8785 canonical JSON. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no canonical text');
  return text;
}

/** An entry before it has its place: the chain gives it its number, its time and its predecessor. */
export type UnplacedEntry = Omit<Entry, 'seq' | 'recordedAt' | 'previous'>;

/**
 * The canonical text of an entry in four pieces, open where the predecessor's hash, the recorded time and the number go
 * (the keys stand in that order). Whoever holds the head completes it.
 */
export function textPieces(entry: UnplacedEntry): [string, string, string, string] {
  const gap = randomUUID();
  const text = canonicalText({ ...entry, previous: gap, recordedAt: gap, seq: gap });
  const [a, b, c, d, ...more] = text.split(gap);
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) {
    throw new TypeError('an entry has three gaps');
  }
  // The number stands without quotes.
  return [a, b, c.slice(0, -1), d.slice(1)];
}

export function hashEntry(entry: Entry): HashedEntry {
  const text = canonicalText(entry);
  const leaf = leafHash(text);
  return { entry, text, leaf, chain: chainHash(Buffer.from(entry.previous, 'hex'), leaf) };
}

/** Reads a stored text. An unknown format or suite is refused, never guessed. */
export function readEntry(text: string): Entry {
  const entry = JSON.parse(text) as Entry;
  if (entry.format !== FORMAT || entry.suite !== SUITE) {
    throw new Refusal('unknown-version', '账本条目的格式是本版程序不认识的，请升级程序后再读。');
  }
  return entry;
}
