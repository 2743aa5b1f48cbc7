import { generateSecret, generateURI, verify } from 'otplib';
import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import {
  assertStillUnlocked,
  assertUnlocked,
  countFailure,
  forgetFailures,
  liftLocks,
  type Attempt,
} from './lock.ts';
import { dropRecoveryCodes, renewRecoveryCodes, useRecoveryCode } from './recovery.ts';
import { endSessions, getUnfinished, reissue, type Opened, type Session } from './session.ts';
import { noteEvent, type Origin, type SignInEventKind } from './sign-in-event.ts';
import { assertPasswordOf, hasFactor, type SignInParts } from './sign-in.ts';

/** RFC 6238 as every authenticator app has it: six digits, half a minute, one step early or late. */
const STEP_SECONDS = 30;
const ISSUER = '法度';

/** For the app: as a QR code, or typed in. */
export interface Enrolment {
  /** otpauth:// address. */
  readonly uri: string;
  readonly secret: string;
}

/** What somebody does with an open session and the password once more. */
export interface Confirmed extends Origin {
  /** Value of the session's cookie. */
  readonly session: string;
  readonly password: string;
}

/** What somebody does with a code. */
export interface WithCode extends Origin {
  /** Value of the session's cookie. */
  readonly session: string;
  readonly code: string;
}

function place(org: string, account: string): string {
  return `second-factor ${org} ${account}`;
}

/**
 * Begins to set up an authenticator app (启用动态口令); in use only once `confirmFactor` has seen a code of it. Asks for the
 * password: whoever finds a screen unlocked must not put his own phone in. Refuses while another is in use.
 */
export async function enrolFactor(parts: SignInParts, request: Confirmed): Promise<Enrolment> {
  const { store, key, clock } = parts;
  const { home: org, account } = await openedBy(parts, request);
  const secret = generateSecret();
  const organisation = await store.transaction(oneOrganisation(org), async (tx) => {
    if (await hasFactor(tx, { org, account })) {
      throw new Refusal('wrong-state', '动态口令已经启用。', { next: '换手机请先停用，再重新启用。' });
    }
    await tx.query(
      'enrol-factor',
      `INSERT INTO second_factor (org_code, account, sealed, made_at, last_step) VALUES ($1, $2, $3, $4, 0)
       ON CONFLICT (org_code, account) DO UPDATE SET sealed = excluded.sealed, made_at = excluded.made_at, last_step = 0
       WHERE second_factor.confirmed_at IS NULL`,
      [org, account, key.seal(place(org, account), secret), clock()],
    );
    return nameOf(tx, org);
  });
  return { uri: generateURI({ issuer: ISSUER, label: `${organisation} ${account}`, secret }), secret };
}

async function nameOf(tx: Transaction, org: string): Promise<string> {
  const [unit] = await tx.query<{ name: string }>(
    'name-for-factor',
    'SELECT name FROM org_unit WHERE code = $1 ORDER BY valid_from DESC LIMIT 1',
    [org],
  );
  return unit?.name ?? org;
}

/** An open session whose person has given the password once more. */
async function openedBy(
  parts: SignInParts,
  { session: value, password, ...origin }: Confirmed,
): Promise<Session> {
  const session = await getUnfinished(parts.store, value, parts.clock());
  if (session.stage !== 'open') throw new Refusal('not-signed-in', '登录还没有完成。');
  await assertPasswordOf(parts, { org: session.home, account: session.account, password, ...origin });
  return session;
}

/** The app is in use from now on, and this session counts as strong. The recovery codes are shown this once. */
export async function confirmFactor(
  parts: SignInParts,
  request: WithCode,
): Promise<{ readonly opened: Opened; readonly recoveryCodes: readonly string[] }> {
  const { store, clock } = parts;
  const session = await getUnfinished(store, request.session, clock());
  if (session.stage !== 'open') throw new Refusal('not-signed-in', '登录还没有完成。');
  const { home: org, account } = session;
  return withCode(parts, session, request, 'factor-enrolled', async (tx, now) => {
    if (!(await useTotp(tx, parts, session, request.code, 'enrolled'))) return undefined;
    await tx.query(
      'confirm-factor',
      'UPDATE second_factor SET confirmed_at = $3 WHERE org_code = $1 AND account = $2',
      [org, account, now],
    );
    const recoveryCodes = await renewRecoveryCodes(tx, org, account);
    await endSessions(tx, org, account, session.session);
    return { opened: await reissue(tx, session, { stage: 'open', strong: true }, now), recoveryCodes };
  });
}

/**
 * The second step of signing in: a code of the app, or one of the recovery codes. The session is re-issued as strong. Each
 * code works once, whatever number of processes it is given to at the same time.
 */
export async function takeFactor(parts: SignInParts, request: WithCode): Promise<Opened> {
  const session = await getUnfinished(parts.store, request.session, parts.clock());
  if (session.stage === 'change') throw new Refusal('not-signed-in', '请先设置自己的密码。');
  const { home: org, account } = session;
  const recovers = !isTotp(request.code);
  return withCode(parts, session, request, recovers ? 'recovery-used' : 'signed-in', async (tx, now) => {
    const used = recovers
      ? await useRecoveryCode(tx, org, account, request.code)
      : await useTotp(tx, parts, session, request.code, 'in-use');
    return used ? reissue(tx, session, { stage: 'open', strong: true }, now) : undefined;
  });
}

function isTotp(typed: string): boolean {
  return /^\s*\d{3}\s*\d{3}\s*$/.test(typed);
}

/** Runs `work` where the account is not locked for codes; counts a failure where it gives nothing. */
async function withCode<T>(
  { store, key, clock }: SignInParts,
  { home: org, account }: Session,
  { address, device }: Origin,
  what: SignInEventKind,
  work: (tx: Transaction, now: Date) => Promise<T | undefined>,
): Promise<T> {
  const attempt: Attempt = { org, account, address, of: 'factor' };
  await assertUnlocked(store, key, attempt, clock());
  const done = await store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await assertStillUnlocked(tx, key, attempt, now);
    const result = await work(tx, now);
    if (result === undefined) return undefined;
    await forgetFailures(tx, key, attempt);
    await noteEvent(tx, org, { at: now, account, what, address, device });
    return result;
  });
  if (done !== undefined) return done;
  throw await store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    const { left, lock } = await countFailure(tx, key, attempt, now);
    await noteEvent(tx, org, { at: now, account, what: lock ? 'locked' : 'factor-failed', address, device });
    return lock ?? wrongCode(left);
  });
}

function wrongCode(left: number): Refusal {
  return new Refusal('sign-in-failed', '动态口令不对，或已经用过。', {
    field: 'code',
    next: `请等手机上换出下一个再输入，还可以试${left}次；手机时间要准。手机不在身边可用恢复码。`,
    facts: { left },
  });
}

interface Factor {
  readonly sealed: Buffer;
  readonly last_step: number;
}

/** Is it a code of the account's app that was not used before? Then it is used now. */
async function useTotp(
  tx: Transaction,
  { key, clock }: SignInParts,
  { home: org, account }: Session,
  typed: string,
  which: 'enrolled' | 'in-use',
): Promise<boolean> {
  if (!isTotp(typed)) return false;
  const [factor] = await tx.query<Factor>(
    'find-factor',
    `SELECT sealed, last_step FROM second_factor
     WHERE org_code = $1 AND account = $2 AND (confirmed_at IS NOT NULL) = $3`,
    [org, account, which === 'in-use'],
  );
  if (!factor) return false;
  const found = await verify({
    secret: key.open(place(org, account), factor.sealed),
    token: typed.replace(/\s/g, ''),
    epoch: Math.floor(clock().getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    period: STEP_SECONDS,
    afterTimeStep: factor.last_step,
  });
  if (!found.valid || !('timeStep' in found)) return false;
  // Of two that come with the same code, the second finds the step taken.
  const taken = await tx.query(
    'use-step',
    'UPDATE second_factor SET last_step = $3 WHERE org_code = $1 AND account = $2 AND last_step < $3 RETURNING account',
    [org, account, found.timeStep],
  );
  return taken.length > 0;
}

/** Puts the app out of use (停用动态口令), with the password; this session is no longer strong, all others end. */
export async function removeFactor(parts: SignInParts, request: Confirmed): Promise<Opened> {
  const session = await openedBy(parts, request);
  const { home: org, account } = session;
  return parts.store.transaction(oneOrganisation(org), async (tx) => {
    const now = parts.clock();
    await dropFactor(tx, org, account);
    await endSessions(tx, org, account, session.session);
    const { address, device } = request;
    await noteEvent(tx, org, { at: now, account, what: 'factor-removed', address, device });
    return reissue(tx, session, { stage: 'open', strong: false }, now);
  });
}

/** New recovery codes for the old ones (换发恢复码), with the password; shown this once. */
export async function replaceRecoveryCodes(
  parts: SignInParts,
  request: Confirmed,
): Promise<readonly string[]> {
  const { home: org, account } = await openedBy(parts, request);
  return parts.store.transaction(oneOrganisation(org), async (tx) => {
    if (!(await hasFactor(tx, { org, account }))) throw new Refusal('wrong-state', '还没有启用动态口令。');
    const { address, device } = request;
    await noteEvent(tx, org, { at: parts.clock(), account, what: 'recovery-renewed', address, device });
    return renewRecoveryCodes(tx, org, account);
  });
}

export interface FactorReset extends Origin {
  readonly org: string;
  readonly account: string;
  /** The system administrator's account; without it the person at the machine's own keyboard. */
  readonly by?: string;
}

/** For somebody who has lost phone and recovery codes: the administrator puts the app out of use, all sessions end. */
export async function resetFactor({ store, key, clock }: SignInParts, reset: FactorReset): Promise<void> {
  const { org, account, by, address, device } = reset;
  await store.transaction(oneOrganisation(org), async (tx) => {
    if (!(await dropFactor(tx, org, account)))
      throw new Refusal('wrong-state', `账号“${account}”没有启用动态口令。`);
    await endSessions(tx, org, account);
    await liftLocks(tx, key, org, account);
    const doneBy = by ?? 'keyboard';
    await noteEvent(tx, org, { at: clock(), account, what: 'factor-removed', doneBy, address, device });
  });
}

export async function dropFactor(tx: Transaction, org: string, account: string): Promise<boolean> {
  await dropRecoveryCodes(tx, org, account);
  const dropped = await tx.query(
    'drop-factor',
    'DELETE FROM second_factor WHERE org_code = $1 AND account = $2 RETURNING account',
    [org, account],
  );
  return dropped.length > 0;
}

/** Whether the app is in use, and how many recovery codes are left. */
export interface FactorState {
  readonly inUse: boolean;
  readonly recoveryCodes: number;
}

export async function factorState(store: Store, org: string, account: string): Promise<FactorState> {
  return store.read(oneOrganisation(org), async (tx) => {
    const [left] = await tx.query<{ count: number }>(
      'count-recovery-codes',
      'SELECT count(*)::int AS count FROM recovery_code WHERE org_code = $1 AND account = $2',
      [org, account],
    );
    return { inUse: await hasFactor(tx, { org, account }), recoveryCodes: left!.count };
  });
}
