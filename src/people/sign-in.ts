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
  const held = await heldOf(store, attempt);
  const right = await hasher.verify(held.hash, password, {
    before: () => assertUnlocked(store, key, attempt, clock()),
  });
  const proof = { ...attempt, device: request.device, password, right, held };
  const opened = await store.transaction(oneOrganisation(attempt.org), (tx) => openWith(tx, parts, proof));
  if (!opened)
    throw await failed(parts, { ...attempt, device: request.device }, held.known ? attempt.account : null);
  if (right && held.hash !== undefined && isOutdated(held.hash))
    await renewHash(parts, attempt, held.hash, password);
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
  readonly known: boolean;
  readonly hash?: string;
}

/** What is held of an account. One row always, so that the account that is not there takes the same way. */
async function heldOf(store: Store, { org, account }: Attempt): Promise<Held> {
  const [row] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ known: boolean; hash: string | null }>(
      'find-credential',
      `SELECT EXISTS (SELECT 1 FROM account WHERE org_code = $1 AND account = $2) AS known,
         (SELECT hash FROM credential WHERE org_code = $1 AND account = $2) AS hash`,
      [org, account],
    ),
  );
  return { known: row!.known, ...(row!.hash === null ? {} : { hash: row!.hash }) };
}

interface Proof extends Attempt {
  readonly device: string;
  readonly password: string;
  /** It is the account's password. */
  readonly right: boolean;
  readonly held: Held;
}

/** Undefined where neither password nor code is right. A lock that began meanwhile holds for the right one too. */
async function openWith(tx: Transaction, parts: SignInParts, proof: Proof): Promise<Opened | undefined> {
  const now = parts.clock();
  await assertStillUnlocked(tx, parts.key, proof, now);
  if (proof.right)
    return open(tx, parts, proof, 'signed-in', (await hasFactor(tx, proof)) ? 'factor' : 'open');
  const { org, account, password } = proof;
  const used = await useCode(tx, { org, account, purpose: 'password' }, password, now);
  return used ? open(tx, parts, proof, 'signed-in-by-code', 'change') : undefined;
}

async function open(
  tx: Transaction,
  { key, clock }: SignInParts,
  { org, account, address, device }: Proof,
  what: SignInEventKind,
  stage: Stage,
): Promise<Opened> {
  const now = clock();
  await forgetFailures(tx, key, { org, account, address });
  await noteEvent(tx, org, { at: now, account, what, address, device });
  return openSession(tx, { org, account, stage, strong: false, address, device }, now);
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
async function failed(
  { store, key, clock }: SignInParts,
  { device, ...attempt }: Attempt & { readonly device: string },
  account: string | null,
): Promise<Refusal> {
  const now = clock();
  const { left, lock } = await store.transaction(oneOrganisation(attempt.org), async (tx) => {
    const counted = await countFailure(tx, key, attempt, now);
    const what = counted.lock ? 'locked' : 'failed';
    await noteEvent(tx, attempt.org, { at: now, account, what, address: attempt.address, device });
    return counted;
  });
  if (lock) return lock;
  return new Refusal('sign-in-failed', '账号或密码不对。', {
    next: `请核对机构、账号和密码，还可以试${left}次。一次性口令24小时内有效，只能用一次。`,
    facts: { left },
  });
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
  const { hash } = await heldOf(store, attempt);
  if (await hasher.verify(hash, readPassword(request.password.slice(0, LONGEST_TYPED)), { before })) return;
  const refusal = await failed(parts, { ...attempt, device: request.device }, attempt.account);
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
