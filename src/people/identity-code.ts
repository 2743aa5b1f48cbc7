import { oneOrganisation } from '../store/connection.ts';
import { putBinding } from './identity.ts';
import { assertStillUnlocked, assertUnlocked } from './lock.ts';
import { readTicket } from './oidc.ts';
import { useCode } from './one-time-code.ts';
import type { Opened } from './session.ts';
import type { Origin } from './sign-in-event.ts';
import { attemptOf, failSignIn, openFor, type SignInParts } from './sign-in.ts';

export interface BindByCode extends Origin {
  /** What `finishOidc` gave for an identity that is not bound. */
  readonly ticket: string;
  readonly account: string;
  /** The one-time code that the administrator gave for this account. */
  readonly code: string;
}

/**
 * The first sign-in through the identity platform: with the ticket of a vouched identity and the administrator's code the
 * identity is bound to the account and signed in. A wrong code counts like a wrong password.
 */
export async function bindByCode(
  parts: SignInParts,
  { ticket, account: typed, code, ...origin }: BindByCode,
): Promise<Opened> {
  const { store, key, clock } = parts;
  const { org, issuer, subject } = readTicket(key, ticket, clock());
  const attempt = attemptOf({ org, account: typed, address: origin.address });
  const { account } = attempt;
  await assertUnlocked(store, key, attempt, clock());
  const opened = await store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await assertStillUnlocked(tx, key, attempt, now);
    if (!(await useCode(tx, { org, account, purpose: 'identity' }, code, now))) return undefined;
    await putBinding(tx, { org, account, issuer, subject, by: account, ...origin }, now);
    return openFor(tx, parts, { ...attempt, ...origin }, 'signed-in-by-identity');
  });
  if (opened) return opened;
  throw await failSignIn(parts, { ...attempt, device: origin.device });
}
