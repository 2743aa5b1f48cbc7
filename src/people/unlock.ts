import { Refusal, type Post } from '../kernel/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import { assertAccount } from './credential.ts';
import { liftLocks } from './lock.ts';
import type { Principal } from './principal.ts';
import { noteEvent, type Origin } from './sign-in-event.ts';
import type { SignInParts } from './sign-in.ts';

/** Who may help a colleague that is locked out. */
const UNLOCKERS: readonly Post[] = [
  'party-secretary',
  'township-head',
  'area-lead',
  'judicial-office',
  'system-administrator',
];

export interface Unlock extends Origin {
  /** The colleague, signed in. */
  readonly by: Principal;
  readonly account: string;
}

/**
 * A second post lifts the locks of an account (解锁): after failed passwords and codes, and after wrong PINs. Never one's
 * own. The account still needs its password, code or PIN.
 */
export async function unlockAccount(
  { store, key, clock }: SignInParts,
  { by, account, ...origin }: Unlock,
): Promise<void> {
  const { org, home, posts } = by;
  if (org !== home || by.account === account || !posts.some((post) => UNLOCKERS.includes(post))) {
    throw new Refusal('not-permitted', '不能由您解锁这个账号。', {
      next: '请本单位的领导、司法所或系统管理员解锁；自己的账号要由别人解锁。',
    });
  }
  await store.transaction(oneOrganisation(org), async (tx) => {
    await assertAccount(tx, org, account);
    await liftLocks(tx, key, org, account);
    await tx.query(
      'give-all-pin-tries',
      'UPDATE device_account SET pin_failures = 0 WHERE org_code = $1 AND account = $2',
      [org, account],
    );
    await noteEvent(tx, org, { ...origin, at: clock(), account, what: 'unlocked', doneBy: by.account });
  });
}
