import { changePassword, resetPassword } from '../src/people/credential.ts';
import { openSession, type Opened } from '../src/people/session.ts';
import { signIn, type SignInParts } from '../src/people/sign-in.ts';
import { oneOrganisation } from '../src/store/connection.ts';
import type { TestTownship } from './township.ts';

export const ORIGIN = { address: '192.0.2.7', device: 'Firefox · Windows' };
/** Good enough for any account of a test. */
export const PASSWORD = '竹篮打水 river 47';

/** A session of an account, without the way through a password: for tests of what comes after. */
export function sessionOf(
  { store, clock, org }: Pick<TestTownship, 'store' | 'clock' | 'org'>,
  account: string,
  { strong = false } = {},
): Promise<Opened> {
  return store.transaction(oneOrganisation(org), (tx) =>
    openSession(tx, { org, account, stage: 'open', strong, ...ORIGIN }, clock()),
  );
}

/** Gives an account a password, the way a person gets one; returns the session that it ends in. */
export async function givePassword(
  parts: SignInParts,
  org: string,
  account: string,
  password = PASSWORD,
): Promise<Opened> {
  const code = await resetPassword(parts, { org, account, by: 'system-administrator', ...ORIGIN });
  const first = await signIn(parts, { org, account, password: code, ...ORIGIN });
  return changePassword(parts, { session: first.value, password, ...ORIGIN });
}
