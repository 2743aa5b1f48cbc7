import { openSession } from '../src/people/session.ts';
import { oneOrganisation, type Store } from '../src/store/connection.ts';

/** Value of the session's cookie of somebody who has signed in. */
export async function signedIn(store: Store, org: string): Promise<string> {
  const session = {
    org,
    account: 'bench',
    stage: 'open',
    strong: false,
    address: '127.0.0.1',
    device: 'bench',
  } as const;
  const opened = await store.transaction(oneOrganisation(org), (tx) => openSession(tx, session, new Date()));
  return opened.value;
}
