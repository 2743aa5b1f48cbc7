import { randomUUID } from 'node:crypto';
import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { hashOfSecret, newSecret, readSessionValue, sessionValue } from './secret.ts';
import { LABEL, noteEvent, type Origin } from './sign-in-event.ts';

/** Without a request for so long a session ends. */
const IDLE_MINUTES = 30;
/** A working day; after it one signs in anew, however busy. */
const LONGEST_HOURS = 12;
/** So many at once; one more ends the one that was used longest ago (同时登录不超过十处). */
export const MOST_SESSIONS = 10;
/** How often at most a session's row is written for being used. It may end so much early, never late. */
const SEEN_EVERY_MS = 60_000;

/** What is still missing: a password of one's own, the second factor, nothing. */
export type Stage = 'change' | 'factor' | 'open';

/** Who signed in, by session or token. */
export interface SignedIn {
  /** The account's own organisation. */
  readonly home: string;
  readonly account: string;
  /** Signed in with a second factor. */
  readonly strong: boolean;
  /** Id of the session; a token has none. */
  readonly session?: string;
  /** What a token may do; a session may do all that its account may. */
  readonly scopes?: readonly string[];
  /** Number of the newest entry of the account's own organisation when this was asked; what was read since is no older. */
  readonly head?: number;
}

/** A session as it stands, at whatever stage. */
export interface Session extends SignedIn {
  readonly session: string;
  readonly stage: Stage;
}

/** A session that was just opened or re-issued: `value` goes into the cookie and is nowhere kept. */
export interface Opened extends Session {
  readonly value: string;
}

export interface OpenSession extends Origin {
  readonly org: string;
  readonly account: string;
  readonly stage: Stage;
  readonly strong: boolean;
}

export async function openSession(tx: Transaction, session: OpenSession, now: Date): Promise<Opened> {
  const { org, account, stage, strong, address, device } = session;
  const [id, secret] = [randomUUID(), newSecret()];
  await sweep(tx, org, account, now);
  await makeRoom(tx, session, now);
  await tx.query(
    'open-session',
    `INSERT INTO session (org_code, session_id, account, secret, stage, strong, device, address, opened_at, seen_at, ends_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10)`,
    [org, id, account, hashOfSecret(secret), stage, strong, device.slice(0, LABEL), address, now, endOf(now)],
  );
  return { home: org, account, strong, session: id, stage, value: sessionValue(org, secret) };
}

/** Sessions of the account that have ended by themselves go when a new one is opened. */
async function sweep(tx: Transaction, org: string, account: string, now: Date): Promise<void> {
  await tx.query(
    'sweep-sessions',
    'DELETE FROM session WHERE org_code = $1 AND account = $2 AND (seen_at <= $3 OR ends_at <= $4)',
    [org, account, idleSince(now), now],
  );
}

/** Ends what would be too many with one more, and notes it. Of two that open at once one waits for the other. */
async function makeRoom(
  tx: Transaction,
  { org, account, address, device }: OpenSession,
  now: Date,
): Promise<void> {
  await tx.query('one-opens', 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `session ${org} ${account}`,
  ]);
  const ended = await tx.query(
    'end-most-idle',
    `DELETE FROM session WHERE org_code = $1 AND session_id IN (
       SELECT session_id FROM session WHERE org_code = $1 AND account = $2
       ORDER BY seen_at DESC, opened_at DESC, session_id OFFSET $3)
     RETURNING session_id`,
    [org, account, MOST_SESSIONS - 1],
  );
  if (ended.length > 0)
    await noteEvent(tx, org, { at: now, account, what: 'session-displaced', address, device });
}

function endOf(openedAt: Date): Date {
  return new Date(openedAt.getTime() + LONGEST_HOURS * 3_600_000);
}

export interface Looking {
  /** Without noting that the session was used: its idle time runs on. */
  readonly unnoted?: boolean;
}

/** The session in the cookie, once nothing is missing any more. Undefined where it is unknown, ended or unfinished. */
export async function findSession(
  store: Store,
  value: string,
  now: Date,
  looking: Looking = {},
): Promise<SignedIn | undefined> {
  const found = await findUnfinished(store, value, now, looking);
  if (found?.stage !== 'open') return undefined;
  const { stage: _stage, ...signedIn } = found;
  return signedIn;
}

/** The same at any stage: for the routes that change the password, take the second factor, or sign out. */
export async function findUnfinished(
  store: Store,
  value: string,
  now: Date,
  { unnoted = false }: Looking = {},
): Promise<Session | undefined> {
  const carried = readSessionValue(value);
  if (!carried) return undefined;
  const { org, hash } = carried;
  const [row] = await store.alone(oneOrganisation(org)).query<Row>(
    'find-session',
    `SELECT session_id, account, stage, strong, seen_at,
       (SELECT h.seq FROM head h WHERE h.org_code = $1) AS head
     FROM session
     WHERE org_code = $1 AND secret = $2 AND seen_at > $3 AND ends_at > $4`,
    [org, hash, idleSince(now), now],
  );
  if (!row) return undefined;
  const due = now.getTime() - row.seen_at.getTime() >= SEEN_EVERY_MS;
  if (due && !unnoted) await see(store, org, row.session_id, now);
  const { session_id: session, account, stage, strong, head } = row;
  return { home: org, account, strong, session, stage, head };
}

interface Row {
  readonly session_id: string;
  readonly account: string;
  readonly stage: Stage;
  readonly strong: boolean;
  readonly seen_at: Date;
  readonly head: number;
}

function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MINUTES * 60_000);
}

/** Several requests at once: the later time stays. */
async function see(store: Store, org: string, session: string, now: Date): Promise<void> {
  await store
    .alone(oneOrganisation(org))
    .query(
      'see-session',
      'UPDATE session SET seen_at = $3 WHERE org_code = $1 AND session_id = $2 AND seen_at < $3',
      [org, session, now],
    );
}

/** The session of a cookie, or a refusal to say that one has to sign in. */
export async function getUnfinished(store: Store, value: string, now: Date): Promise<Session> {
  const found = await findUnfinished(store, value, now);
  if (found) return found;
  throw new Refusal('not-signed-in', '还没有登录，或登录已失效。', { next: '请重新登录。' });
}

/**
 * Gives a session a new secret at a new stage: what somebody may have learned of it before it could do more is worth
 * nothing. Refuses when it has ended meanwhile.
 */
export async function reissue(
  tx: Transaction,
  { home: org, account, session }: Session,
  { stage, strong }: Pick<Session, 'stage' | 'strong'>,
  now: Date,
): Promise<Opened> {
  const secret = newSecret();
  const done = await tx.query(
    'reissue-session',
    `UPDATE session SET secret = $3, stage = $4, strong = $5, seen_at = $6 WHERE org_code = $1 AND session_id = $2
     RETURNING session_id`,
    [org, session, hashOfSecret(secret), stage, strong, now],
  );
  if (done.length === 0) {
    throw new Refusal('not-signed-in', '登录已失效。', { next: '请重新登录。' });
  }
  return { home: org, account, strong, session, stage, value: sessionValue(org, secret) };
}

/** A session as its person or the administrator sees it in a list. */
export interface ListedSession extends Origin {
  readonly session: string;
  readonly stage: Stage;
  readonly strong: boolean;
  readonly openedAt: Date;
  /** To the minute. */
  readonly seenAt: Date;
  readonly endsAt: Date;
}

/** The sessions of an account that have not ended, the newest first. */
export function listSessions(
  store: Store,
  org: string,
  account: string,
  now: Date,
): Promise<ListedSession[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<ListedSession>(
      'list-sessions',
      `SELECT session_id AS session, stage, strong, device, address, opened_at AS "openedAt", seen_at AS "seenAt",
         least(ends_at, seen_at + $5 * interval '1 minute') AS "endsAt"
       FROM session WHERE org_code = $1 AND account = $2 AND seen_at > $3 AND ends_at > $4 ORDER BY opened_at DESC`,
      [org, account, idleSince(now), now, IDLE_MINUTES],
    ),
  );
}

/** Ends the session of a cookie (退出). What has ended already stays so. */
export async function signOut(store: Store, value: string, origin: Origin, now: Date): Promise<void> {
  const found = await findUnfinished(store, value, now);
  if (!found) return;
  const { home: org, account, session } = found;
  await store.transaction(oneOrganisation(org), async (tx) => {
    if (await endSession(tx, org, account, session))
      await noteEvent(tx, org, { ...origin, at: now, account, what: 'signed-out' });
  });
}

/** Whose session is ended, and by whom. */
export interface Revocation extends Origin {
  readonly org: string;
  readonly account: string;
  /** The account that revokes: the same, or the system administrator's. The door knows who may. */
  readonly by: string;
  /** One session; without it all of the account. */
  readonly session?: string;
}

/** Ends one or all sessions of an account (收回登录). Returns how many there were. */
export async function revokeSessions(store: Store, revocation: Revocation, now: Date): Promise<number> {
  const { org, account, by, session, ...origin } = revocation;
  return store.transaction(oneOrganisation(org), async (tx) => {
    const ended =
      session === undefined
        ? await endSessions(tx, org, account)
        : await endSession(tx, org, account, session);
    const count = Number(ended);
    if (count > 0)
      await noteEvent(tx, org, { ...origin, at: now, account, what: 'session-revoked', doneBy: by });
    return count;
  });
}

export async function endSession(
  tx: Transaction,
  org: string,
  account: string,
  session: string,
): Promise<boolean> {
  const ended = await tx.query(
    'end-session',
    'DELETE FROM session WHERE org_code = $1 AND account = $2 AND session_id = $3 RETURNING session_id',
    [org, account, session],
  );
  return ended.length > 0;
}

/** Ends all sessions of an account but one. */
export async function endSessions(
  tx: Transaction,
  org: string,
  account: string,
  but?: string,
): Promise<number> {
  const ended = await tx.query(
    'end-sessions',
    `DELETE FROM session WHERE org_code = $1 AND account = $2 AND ($3::uuid IS NULL OR session_id <> $3)
     RETURNING session_id`,
    [org, account, but ?? null],
  );
  return ended.length;
}
