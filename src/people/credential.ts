import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { liftLocks } from './lock.ts';
import { issueCode } from './one-time-code.ts';
import { assertPassword, readPassword, type Owner } from './password.ts';
import { forgetMachines } from './pin.ts';
import { endSessions, getUnfinished, reissue, type Opened } from './session.ts';
import { noteEvent, type Origin } from './sign-in-event.ts';
import { assertPasswordOf, hasFactor, type SignInParts } from './sign-in.ts';

export interface PasswordChange extends Origin {
  /** Value of the session's cookie. */
  readonly session: string;
  /** The password so far. Not asked for at the first sign-in and after a reset: the code has just been given. */
  readonly current?: string;
  readonly password: string;
}

/**
 * Changes one's own password (修改密码). All other sessions of the account end, this one is re-issued: the new value goes
 * into the cookie. A second factor stays as it was.
 */
export async function changePassword(parts: SignInParts, change: PasswordChange): Promise<Opened> {
  const { store, hasher, clock } = parts;
  const session = await getUnfinished(store, change.session, clock());
  if (session.stage === 'factor') throw new Refusal('not-signed-in', '请先输入动态口令。');
  const { home: org, account } = session;
  if (session.stage === 'open')
    await assertPasswordOf(parts, { org, account, ...change, password: change.current ?? '' });
  const password = readPassword(change.password);
  const owner = await ownerOf(store, org, account);
  assertPassword(password, owner);
  const hash = await hasher.hash(password);
  return store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await putCredential(tx, org, account, hash, now);
    await endSessions(tx, org, account, session.session);
    await forgetMachines(tx, org, account);
    const { address, device } = change;
    await noteEvent(tx, org, { at: now, account, what: 'password-changed', address, device });
    const asks = !session.strong && (await hasFactor(tx, { org, account }));
    return reissue(tx, session, { stage: asks ? 'factor' : 'open', strong: session.strong }, now);
  });
}

async function ownerOf(store: Store, org: string, account: string): Promise<Owner> {
  const [found] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ organisation: string }>(
      'find-owner',
      `SELECT u.name AS organisation FROM account a, org_unit u
       WHERE a.org_code = $1 AND a.account = $2 AND u.code = $1 ORDER BY u.valid_from DESC LIMIT 1`,
      [org, account],
    ),
  );
  if (!found) throw new Refusal('not-found', `没有账号“${account}”。`);
  return { org, account, ...found };
}

async function putCredential(
  tx: Transaction,
  org: string,
  account: string,
  hash: string,
  now: Date,
): Promise<void> {
  await tx.query(
    'put-credential',
    `INSERT INTO credential (org_code, account, hash, changed_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (org_code, account) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at`,
    [org, account, hash, now],
  );
}

export interface Reset extends Origin {
  readonly org: string;
  readonly account: string;
  /** The system administrator's account; without it the person at the machine's own keyboard. */
  readonly by?: string;
}

/**
 * Gives an account a one-time code in place of its password (重置密码, and the first password): shown once, for 24 hours.
 * The old password works no more, all sessions end, locks are lifted. A second factor stays.
 */
export async function resetPassword({ store, key, clock }: SignInParts, reset: Reset): Promise<string> {
  const { org, account, by, address, device } = reset;
  return store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await assertAccount(tx, org, account);
    const code = await issueCode(tx, { org, account, purpose: 'password' }, now);
    await tx.query('drop-credential', 'DELETE FROM credential WHERE org_code = $1 AND account = $2', [
      org,
      account,
    ]);
    await endSessions(tx, org, account);
    await forgetMachines(tx, org, account);
    await liftLocks(tx, key, org, account);
    await noteEvent(tx, org, {
      at: now,
      account,
      what: 'code-issued',
      doneBy: by ?? 'keyboard',
      address,
      device,
    });
    return code;
  });
}

export async function assertAccount(tx: Transaction, org: string, account: string): Promise<void> {
  const found = await tx.query('know-account', 'SELECT 1 FROM account WHERE org_code = $1 AND account = $2', [
    org,
    account,
  ]);
  if (found.length === 0) throw new Refusal('not-found', `没有账号“${account}”。`, { field: 'account' });
}

/** Sets a password that no person has chosen: the demo's. Refuses a real organisation. */
export async function setDemoPassword(
  { store, hasher, clock }: SignInParts,
  org: string,
  account: string,
  password: string,
): Promise<void> {
  const hash = await hasher.hash(readPassword(password));
  await store.transaction(oneOrganisation(org), async (tx) => {
    const demo = await tx.query('is-demo', 'SELECT 1 FROM head WHERE org_code = $1 AND demo', [org]);
    if (demo.length === 0) throw new Refusal('not-demo', '只有演示机构可以用演示密码。');
    await putCredential(tx, org, account, hash, clock());
  });
}
