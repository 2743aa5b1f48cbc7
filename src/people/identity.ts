import { Refusal } from '../kernel/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { assertAccount } from './credential.ts';
import { issueCode } from './one-time-code.ts';
import { noteEvent, type Origin } from './sign-in-event.ts';
import type { SignInParts } from './sign-in.ts';

/** A person as an identity platform names him: its own address, and what it calls him. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** The account that a person of the platform signs in to. */
export async function findBound(
  tx: Transaction,
  org: string,
  { issuer, subject }: Identity,
): Promise<string | undefined> {
  const [found] = await tx.query<{ account: string }>(
    'find-identity',
    'SELECT account FROM outside_identity WHERE org_code = $1 AND issuer = $2 AND subject = $3',
    [org, issuer, subject],
  );
  return found?.account;
}

/** Whose identity it is, and who binds or removes it. */
export interface Binding extends Identity, Origin {
  readonly org: string;
  readonly account: string;
  /** The system administrator's account, or the person's own. The door knows who may. */
  readonly by: string;
}

/** The administrator binds a person of the platform to an account (绑定统一身份). */
export async function bindIdentity(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  binding: Binding,
): Promise<void> {
  await store.transaction(oneOrganisation(binding.org), async (tx) => {
    await assertAccount(tx, binding.org, binding.account);
    await putBinding(tx, binding, clock());
  });
}

export async function putBinding(tx: Transaction, binding: Binding, now: Date): Promise<void> {
  const { org, account, issuer, subject, by, address, device } = binding;
  const put = await tx.query(
    'bind-identity',
    `INSERT INTO outside_identity (org_code, issuer, subject, account, bound_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (org_code, issuer, subject) DO NOTHING RETURNING account`,
    [org, issuer, subject, account, now],
  );
  if (put.length === 0) {
    throw new Refusal('wrong-state', '这个统一身份已经绑定了账号。', { next: '要换账号，请先解除绑定。' });
  }
  await noteEvent(tx, org, { at: now, account, what: 'identity-bound', doneBy: by, address, device });
}

/** Ends a binding (解除绑定); sessions that were opened by it go on to their end. */
export async function removeIdentity(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  binding: Binding,
): Promise<void> {
  const { org, account, issuer, subject, by, address, device } = binding;
  await store.transaction(oneOrganisation(org), async (tx) => {
    const removed = await tx.query(
      'remove-identity',
      `DELETE FROM outside_identity WHERE org_code = $1 AND issuer = $2 AND subject = $3 AND account = $4
       RETURNING account`,
      [org, issuer, subject, account],
    );
    if (removed.length === 0) throw new Refusal('not-found', '没有这个绑定。');
    await noteEvent(tx, org, { at: clock(), account, what: 'identity-removed', doneBy: by, address, device });
  });
}

export interface ListedIdentity extends Identity {
  readonly boundAt: Date;
}

export function listIdentities(store: Store, org: string, account: string): Promise<ListedIdentity[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<ListedIdentity>(
      'list-identities',
      `SELECT issuer, subject, bound_at AS "boundAt" FROM outside_identity
       WHERE org_code = $1 AND account = $2 ORDER BY bound_at, issuer, subject`,
      [org, account],
    ),
  );
}

/** A one-time code with which a person binds his identity at the first sign-in through the platform. Shown once. */
export async function issueIdentityCode(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  { org, account, by, address, device }: Omit<Binding, keyof Identity>,
): Promise<string> {
  return store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await assertAccount(tx, org, account);
    await noteEvent(tx, org, { at: now, account, what: 'code-issued', doneBy: by, address, device });
    return issueCode(tx, { org, account, purpose: 'identity' }, now);
  });
}
