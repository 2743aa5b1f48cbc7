import { dayAt, VILLAGE_POSTS } from '../../src/kernel/index.ts';
import { VILLAGES } from '../township.ts';
import type { Office } from './office.ts';

/** Holds every post that may be for a village, all for the second village alone. */
export const FAR = 'far-away';

export async function openFarAway(office: Office): Promise<void> {
  const occurredOn = dayAt(office.clock());
  const account = { account: FAR, holder: { name: '某某某' } };
  await office.start({ kind: 'account', step: 'open', occurredOn, values: account });
  for (const post of VILLAGE_POSTS) {
    const values = { account: FAR, post, since: occurredOn, villages: [{ name: VILLAGES[1] }] };
    await office.start({ kind: 'appointment', step: 'appoint', occurredOn, values });
  }
}
