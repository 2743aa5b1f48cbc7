import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { isOutdated, type Hasher } from './hasher.ts';
import { assertStillUnlocked, assertUnlocked, countFailure, forgetFailures, type Attempt } from './lock.ts';
import { useCode } from './one-time-code.ts';
import { readPassword } from './password.ts';
import { openSession, type Opened, type Stage } from './session.ts';
import { noteEvent, type Origin, type SignInEventKind } from './sign-in-event.ts';
import type { SignInKey } from './sign-in-key.ts';

/** What signing in needs of a running Fadu; main.ts puts it together. */
export interface SignInParts {
  readonly store: Store;
  readonly key: SignInKey;
  readonly hasher: Hasher;
  readonly clock: () => Date;
}

export interface SignInRequest extends Origin {
  readonly org: string;
  readonly account: string;
  /** The password, or a one-time code in its place. */
  readonly password: string;
}

const LONGEST_TYPED = 200;

/**
 * Signs in with a password or a one-time code (登录). The session may still lack a password of one's own (`change`) or
 * the second factor (`factor`). Refuses with `sign-in-failed`, `sign-in-locked` or `busy`, and says the same in the same
 * time for an account that is not there.
 */
export async function signIn(parts: SignInParts, request: SignInRequest): Promise<Opened> {
  const { store, key, hasher, clock } = parts;
  const attempt = attemptOf(request);
  const password = readPassword(request.password.slice(0, LONGEST_TYPED));
  await assertUnlocked(store, key, attempt, clock());
  const held = await findHeld(store, attempt);
  const right = await hasher.verify(held?.hash, password, {
    before: () => assertUnlocked(store, key, attempt, clock()),
  });
  const proof: Proof = { ...attempt, device: request.device, password, ...(held && right && { held }) };
  const opened = await store.transaction(oneOrganisation(attempt.org), (tx) => openWith(tx, parts, proof));
  if (!opened) throw await failSignIn(parts, proof);
  if (proof.held && isOutdated(proof.held.hash)) await renewHash(parts, attempt, proof.held.hash, password);
  return opened;
}

/** An account is found exactly as it is written; blanks around it are slips. */
export function attemptOf({ org, account, address }: Attempt): Attempt {
  if (!/^[0-9]{12}$/.test(org))
    throw new Refusal('unknown-organisation', '机构代码应为12位数字。', { field: 'org' });
  const name = account.normalize('NFC').trim().slice(0, LONGEST_TYPED);
  return { org, account: name, address: address === '' ? 'unknown' : address };
}

interface Held {
  readonly hash: string;
  readonly changed_at: Date;
}

async function findHeld(store: Store, { org, account }: Attempt): Promise<Held | undefined> {
  const [held] = await store
    .alone(oneOrganisation(org))
    .query<Held>(
      'find-credential',
      'SELECT hash, changed_at FROM credential WHERE org_code = $1 AND account = $2',
      [org, account],
    );
  return held;
}

interface Proof extends Attempt {
  readonly device: string;
  readonly password: string;
  /** What is held of the account, where the password was right. */
  readonly held?: Held;
}

/** Undefined where neither password nor code is right. A lock that began meanwhile holds for the right one too. */
async function openWith(tx: Transaction, parts: SignInParts, proof: Proof): Promise<Opened | undefined> {
  const { org, account, password, held } = proof;
  const now = parts.clock();
  await assertStillUnlocked(tx, parts.key, proof, now);
  if (held) return (await isStillHeld(tx, proof, held)) ? openFor(tx, parts, proof, 'signed-in') : undefined;
  const used = await useCode(tx, { org, account, purpose: 'password' }, password, now);
  return used ? openFor(tx, parts, proof, 'signed-in-by-code', 'change') : undefined;
}

/** A password that was changed or reset while this one waited is right no more. */
async function isStillHeld(
  tx: Transaction,
  { org, account }: Attempt,
  { changed_at }: Held,
): Promise<boolean> {
  const still = await tx.query(
    'still-held',
    'SELECT 1 FROM credential WHERE org_code = $1 AND account = $2 AND changed_at = $3 FOR SHARE',
    [org, account, changed_at],
  );
  return still.length > 0;
}

/** Whose sign-in it is, and from where. */
export interface Entering extends Origin {
  readonly org: string;
  readonly account: string;
}

/** Opens the session of whoever has shown who he is: what failed before is forgotten, a second factor is asked for. */
export async function openFor(
  tx: Transaction,
  { key, clock }: SignInParts,
  { org, account, address, device }: Entering,
  what: SignInEventKind,
  stage?: Stage,
): Promise<Opened> {
  const now = clock();
  await forgetFailures(tx, key, { org, account, address });
  await noteEvent(tx, org, { at: now, account, what, address, device });
  const next = stage ?? ((await hasFactor(tx, { org, account })) ? 'factor' : 'open');
  return openSession(tx, { org, account, stage: next, strong: false, address, device }, now);
}

/** Does the account have a second factor in use? */
export async function hasFactor(
  tx: Transaction,
  { org, account }: Pick<Attempt, 'org' | 'account'>,
): Promise<boolean> {
  const found = await tx.query(
    'has-factor',
    'SELECT 1 FROM second_factor WHERE org_code = $1 AND account = $2 AND confirmed_at IS NOT NULL',
    [org, account],
  );
  return found.length > 0;
}

/** Counts and notes a failure, and makes the sentence for it. */
export async function failSignIn(
  { store, key, clock }: SignInParts,
  { org, account, address, device }: Entering,
): Promise<Refusal> {
  const now = clock();
  const { left, lock } = await store.transaction(oneOrganisation(org), async (tx) => {
    const counted = await countFailure(tx, key, { org, account, address }, now);
    const known = await isAccount(tx, org, account);
    const what = counted.lock ? 'locked' : 'failed';
    await noteEvent(tx, org, { at: now, account: known ? account : null, what, address, device });
    return counted;
  });
  if (lock) return lock;
  return new Refusal('sign-in-failed', '账号或密码不对。', {
    next: `请核对机构、账号和密码，还可以试${left}次。一次性口令24小时内有效，只能用一次。`,
    facts: { left },
  });
}

async function isAccount(tx: Transaction, org: string, account: string): Promise<boolean> {
  const found = await tx.query('is-account', 'SELECT 1 FROM account WHERE org_code = $1 AND account = $2', [
    org,
    account,
  ]);
  return found.length > 0;
}

/**
 * Refuses unless it is the account's password: for what must not be done by whoever finds a screen unlocked. A wrong one
 * counts like a failed sign-in.
 */
export async function assertPasswordOf(parts: SignInParts, request: SignInRequest): Promise<void> {
  const { store, key, hasher, clock } = parts;
  const attempt = attemptOf(request);
  const before = (): Promise<void> => assertUnlocked(store, key, attempt, clock());
  await before();
  const held = await findHeld(store, attempt);
  if (await hasher.verify(held?.hash, readPassword(request.password.slice(0, LONGEST_TYPED)), { before }))
    return;
  const refusal = await failSignIn(parts, { ...attempt, device: request.device });
  if (refusal.code === 'sign-in-locked') throw refusal;
  throw new Refusal('not-permitted', '现在的密码不对。', { ...refusal.detail, field: 'current' });
}

/** Made with weaker parameters of an earlier release: made anew while the password is at hand. */
async function renewHash(
  { store, hasher }: SignInParts,
  { org, account }: Attempt,
  old: string,
  password: string,
): Promise<void> {
  const hash = await hasher.hash(password);
  await store.transaction(oneOrganisation(org), (tx) =>
    tx.query(
      'renew-hash',
      'UPDATE credential SET hash = $4 WHERE org_code = $1 AND account = $2 AND hash = $3',
      [org, account, old, hash],
    ),
  );
}
