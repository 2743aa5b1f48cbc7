import { createHash, randomInt } from 'node:crypto';
import type { Transaction } from '../store/connection.ts';

/** Without letters and digits that are taken for one another, on paper or over the phone. */
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const GROUPS = 6;
const GROUP = 4;
/** A code for a password or an identity works for a day. */
export const CODE_HOURS = 24;

/** What a code is for. */
export type CodePurpose = 'password' | 'identity';

/** 24 random characters in groups, 118 bits: nobody guesses it, not from its hash either, so a fast hash keeps it. */
export function newCode(groups = GROUPS): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-');
}

/** However it was typed: small or capital letters, with or without the strokes. */
export function hashOfCode(typed: string): Buffer {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(plain).digest();
}

export interface CodePlace {
  readonly org: string;
  readonly account: string;
  readonly purpose: CodePurpose;
}

/** Makes a code; an earlier one for the same purpose works no more. The code itself is nowhere kept. */
export async function issueCode(
  tx: Transaction,
  { org, account, purpose }: CodePlace,
  now: Date,
): Promise<string> {
  const code = newCode();
  await tx.query(
    'issue-code',
    `INSERT INTO one_time_code (org_code, account, purpose, code, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_code, account, purpose) DO UPDATE SET code = excluded.code, expires_at = excluded.expires_at`,
    [org, account, purpose, hashOfCode(code), new Date(now.getTime() + CODE_HOURS * 3_600_000)],
  );
  return code;
}

/** Takes the code out of the world; false where there is no such code (any more). Of two at once one gets it. */
export async function useCode(
  tx: Transaction,
  { org, account, purpose }: CodePlace,
  typed: string,
  now: Date,
): Promise<boolean> {
  const used = await tx.query(
    'use-code',
    `DELETE FROM one_time_code WHERE org_code = $1 AND account = $2 AND purpose = $3 AND code = $4 AND expires_at > $5
     RETURNING account`,
    [org, account, purpose, hashOfCode(typed), now],
  );
  return used.length > 0;
}
