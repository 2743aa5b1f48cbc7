import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { SignInKey } from './sign-in-key.ts';

/** From one address an account is locked after so many failures, from all addresses together after more: a stranger
 * elsewhere must not lock out whoever sits at his desk. */
const FROM_ONE_ADDRESS = 5;
const FROM_ALL = 20;
/** 1, 2, 4, 8 … minutes, up to this. */
const LONGEST_LOCK = 60;
/** A failure is forgotten after a day without another. */
const FORGOTTEN_HOURS = 24;
const EVERYWHERE = '';

/** Whose failures are counted: an account as it was typed, from an address. */
export interface Attempt {
  readonly org: string;
  readonly account: string;
  readonly address: string;
  /** Counted apart: who has the password must not get tries at the second factor back with it. */
  readonly of?: 'factor';
}

/** Minutes of lock after so many failures. */
export function lockMinutes(failures: number, allowed: number): number {
  if (failures < allowed) return 0;
  return Math.min(LONGEST_LOCK, 2 ** Math.min(failures - allowed, 16));
}

function whoOf(key: SignInKey, { account, of }: Pick<Attempt, 'account' | 'of'>): Buffer {
  return key.tag(`failure ${of ?? 'password'}`, account);
}

/** Refuses while the account is locked, from here or from everywhere. The same for accounts that are not there. */
export async function assertUnlocked(
  store: Store,
  key: SignInKey,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  const [row] = await store
    .alone(oneOrganisation(attempt.org))
    .query<{ until: Date | null }>(
      'find-lock',
      `SELECT max(locked_until) AS until FROM sign_in_failure WHERE org_code = $1 AND who = $2 AND address IN ($3, '')`,
      [attempt.org, whoOf(key, attempt), attempt.address],
    );
  refuseUntil(row?.until ?? undefined, now);
}

/** The same within a transaction that opens something: it waits for failures that are being counted. */
export async function assertStillUnlocked(
  tx: Transaction,
  key: SignInKey,
  attempt: Attempt,
  now: Date,
): Promise<void> {
  const rows = await tx.query<{ locked_until: Date | null }>(
    'lock-failures',
    `SELECT locked_until FROM sign_in_failure WHERE org_code = $1 AND who = $2 AND address IN ($3, '')
     ORDER BY address FOR UPDATE`,
    [attempt.org, whoOf(key, attempt), attempt.address],
  );
  refuseUntil(latest(rows.map((row) => row.locked_until)), now);
}

function latest(times: readonly (Date | null)[]): Date | undefined {
  return times.filter((time) => time !== null).toSorted((a, b) => b.getTime() - a.getTime())[0];
}

function refuseUntil(until: Date | undefined, now: Date): void {
  if (until === undefined || until <= now) return;
  throw lockRefusal(until, now);
}

function lockRefusal(until: Date, now: Date): Refusal {
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
  return new Refusal('sign-in-locked', `登录失败次数太多，已暂时锁定，请${minutes}分钟后再试。`, {
    next: '忘了密码，请系统管理员重置；等不及，请同事帮助解锁。',
    facts: { minutes, until: until.toISOString() },
  });
}

/** What a failure led to. */
export interface Failed {
  /** Tries that are left from here before a lock. */
  readonly left: number;
  readonly lock?: Refusal;
}

/** Counts a failure, and locks where there were too many. */
export async function countFailure(
  tx: Transaction,
  key: SignInKey,
  attempt: Attempt,
  now: Date,
): Promise<Failed> {
  // Always in this order: two at once wait for each other instead of tying a knot.
  const all = await countAt(tx, key, { ...attempt, address: EVERYWHERE }, now);
  const here = await countAt(tx, key, attempt, now);
  await sweep(tx, attempt.org, now);
  const minutes = Math.max(lockMinutes(here, FROM_ONE_ADDRESS), lockMinutes(all, FROM_ALL));
  const left = Math.max(0, Math.min(FROM_ONE_ADDRESS - here, FROM_ALL - all));
  if (minutes === 0) return { left };
  const until = new Date(now.getTime() + minutes * 60_000);
  const address = lockMinutes(all, FROM_ALL) > 0 ? EVERYWHERE : attempt.address;
  await tx.query(
    'lock-account',
    'UPDATE sign_in_failure SET locked_until = $4 WHERE org_code = $1 AND who = $2 AND address = $3',
    [attempt.org, whoOf(key, attempt), address, until],
  );
  return { left, lock: lockRefusal(until, now) };
}

async function countAt(tx: Transaction, key: SignInKey, attempt: Attempt, now: Date): Promise<number> {
  const [row] = await tx.query<{ failures: number }>(
    'count-failure',
    `INSERT INTO sign_in_failure AS held (org_code, who, address, failures, failed_at) VALUES ($1, $2, $3, 1, $4)
     ON CONFLICT (org_code, who, address) DO UPDATE SET failed_at = excluded.failed_at,
       failures = CASE WHEN held.failed_at < $5 THEN 1 ELSE held.failures + 1 END
     RETURNING failures`,
    [attempt.org, whoOf(key, attempt), attempt.address, now, forgotten(now)],
  );
  return row!.failures;
}

/** A success wipes out what was counted from here and in total, not what others try from elsewhere. */
export async function forgetFailures(tx: Transaction, key: SignInKey, attempt: Attempt): Promise<void> {
  await tx.query(
    'forget-failures',
    `DELETE FROM sign_in_failure WHERE org_code = $1 AND who = $2 AND address IN ($3, '')`,
    [attempt.org, whoOf(key, attempt), attempt.address],
  );
}

/** Lifts every lock of an account. */
export async function liftLocks(
  tx: Transaction,
  key: SignInKey,
  org: string,
  account: string,
): Promise<void> {
  await tx.query('lift-locks', 'DELETE FROM sign_in_failure WHERE org_code = $1 AND who = ANY ($2)', [
    org,
    [whoOf(key, { account }), whoOf(key, { account, of: 'factor' })],
  ]);
}

function forgotten(now: Date): Date {
  return new Date(now.getTime() - FORGOTTEN_HOURS * 3_600_000);
}

/** What is forgotten anyway goes; rows that somebody else is counting stay for the next time. */
async function sweep(tx: Transaction, org: string, now: Date): Promise<void> {
  await tx.query(
    'sweep-failures',
    `DELETE FROM sign_in_failure WHERE org_code = $1 AND (who, address) IN (
       SELECT f.who, f.address FROM sign_in_failure f WHERE f.org_code = $1 AND f.failed_at < $2
       LIMIT 100 FOR UPDATE SKIP LOCKED)`,
    [org, forgotten(now)],
  );
}
