import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: nobody guesses it, so a fast hash keeps it. */
const BYTES = 32;

/** A secret that a browser or a program carries, and the organisation in whose rows its hash stands. */
export interface Carried {
  readonly org: string;
  readonly hash: Buffer;
}

export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Value of a session cookie: `520581203000.<secret>`. */
export function sessionValue(org: string, secret: string): string {
  return `${org}.${secret}`;
}

/** Text of an API token: `fadu_520581203000_<secret>`. */
export function tokenValue(org: string, secret: string): string {
  return `fadu_${org}_${secret}`;
}

/** Undefined for what has not the form of a session's value: nobody looks it up. */
export function readSessionValue(value: string): Carried | undefined {
  return carried(/^([0-9]{12})\.([\w-]{43})$/.exec(value));
}

export function readTokenValue(value: string): Carried | undefined {
  return carried(/^fadu_([0-9]{12})_([\w-]{43})$/.exec(value));
}

function carried(found: RegExpExecArray | null): Carried | undefined {
  return found ? { org: found[1]!, hash: hashOfSecret(found[2]!) } : undefined;
}
