import { oneOrganisation } from '../store/connection.ts';
import { assertAccount } from './credential.ts';
import { dropPin } from './pin.ts';
import { dropFactor } from './second-factor.ts';
import { endSessions } from './session.ts';
import { noteEvent, type Origin } from './sign-in-event.ts';
import type { SignInParts } from './sign-in.ts';
import { endTokens } from './token.ts';

export interface Closing extends Origin {
  readonly org: string;
  readonly account: string;
  /** The system administrator's account. The door knows who may. */
  readonly by: string;
}

/**
 * Ends every way in for an account (停用登录): password, codes, sessions, app, PIN, identities, tokens, at once. What it did
 * stays in the ledger under its name; a reset of the password opens it again.
 */
export async function closeSignIn(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  { org, account, by, ...origin }: Closing,
): Promise<void> {
  await store.transaction(oneOrganisation(org), async (tx) => {
    const now = clock();
    await assertAccount(tx, org, account);
    await tx.query('close-credential', 'DELETE FROM credential WHERE org_code = $1 AND account = $2', [
      org,
      account,
    ]);
    await tx.query('close-codes', 'DELETE FROM one_time_code WHERE org_code = $1 AND account = $2', [
      org,
      account,
    ]);
    await tx.query('close-identities', 'DELETE FROM outside_identity WHERE org_code = $1 AND account = $2', [
      org,
      account,
    ]);
    await dropFactor(tx, org, account);
    await dropPin(tx, org, account);
    await endSessions(tx, org, account);
    await endTokens(tx, { org, account }, now);
    await noteEvent(tx, org, { ...origin, at: now, account, what: 'closed', doneBy: by });
  });
}
