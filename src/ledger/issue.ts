import { oneOrganisation, type Store } from '../store/connection.ts';
import { readLeaves } from './chain.ts';
import {
  keepCheckpoint,
  keptCheckpoints,
  openSigner,
  originOf,
  signCheckpoint,
  verifierKey,
} from './checkpoint.ts';
import { merkleRoot } from './merkle.ts';

/** A signed checkpoint of an organisation's ledger. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  /** C2SP signed note. */
  readonly note: string;
  /** The key that opens the note. */
  readonly verifier: string;
}

/**
 * Signs the ledger up to `size` entries (all of them when absent) and keeps the note beside the key: what has gone out
 * once, verification holds the ledger against for ever.
 */
export async function issueCheckpoint(
  store: Pick<Store, 'read'>,
  keys: string,
  org: string,
  size: number = Number.MAX_SAFE_INTEGER,
): Promise<SignedCheckpoint> {
  const leaves = await store.read(oneOrganisation(org), (tx) => readLeaves(tx, org, size));
  const root = merkleRoot(leaves);
  const signer = await openSigner(keys, org);
  const note = signCheckpoint({ origin: originOf(org), size: leaves.length, root }, signer);
  if ((await keptCheckpoints(keys, org)).at(-1) !== note) await keepCheckpoint(keys, org, note);
  return { size: leaves.length, root, note, verifier: verifierKey(signer) };
}
