import path from 'node:path';
import {
  keepCheckpoint,
  keptCheckpoints,
  merkleRoot,
  openSigner,
  originOf,
  readLeaves,
  signCheckpoint,
  verifierKey,
} from '../ledger/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import type { Reading } from './parts.ts';

/** A signed checkpoint with what the page says about it. */
export interface SignedCheckpoint {
  readonly size: number;
  /** Hex, as `fadu verify` prints it; the note has the same in Base64. */
  readonly root: string;
  readonly note: string;
  readonly verifier: string;
  /** When the last entry was recorded. */
  readonly recordedAt: Date;
}

/** Checkpoints of the ledgers in a data folder. */
export interface Checkpoints {
  of(org: string): Promise<SignedCheckpoint>;
}

/**
 * Signs the ledger as it stands. A checkpoint is kept until the ledger grows, so that visitors do not make the server
 * read all leaves again and again; a failed attempt is not kept.
 */
export function openCheckpoints(store: Reading, data: string): Checkpoints {
  const kept = new Map<string, { size: number; made: Promise<SignedCheckpoint> }>();

  async function make(org: string, size: number, recordedAt: Date): Promise<SignedCheckpoint> {
    const leaves = await store.read(oneOrganisation(org), (tx) => readLeaves(tx, org, size));
    const root = merkleRoot(leaves);
    const keys = path.join(data, 'keys');
    const signer = await openSigner(keys, org);
    const note = signCheckpoint({ origin: originOf(org), size, root }, signer);
    // Published is published: verification holds the ledger against every note that went out.
    if ((await keptCheckpoints(keys, org)).at(-1) !== note) await keepCheckpoint(keys, org, note);
    return { size, root: root.toString('hex'), note, verifier: verifierKey(signer), recordedAt };
  }

  return {
    async of(org) {
      const [head] = await store.read(oneOrganisation(org), (tx) =>
        tx.query<{ seq: number; recorded_at: Date }>(
          'head-of-ledger',
          'SELECT seq, recorded_at FROM head WHERE org_code = $1',
          [org],
        ),
      );
      if (!head) throw new Error(`no head for ${org}`);
      const known = kept.get(org);
      if (known?.size === head.seq) return known.made;
      const made = make(org, head.seq, head.recorded_at);
      kept.set(org, { size: head.seq, made });
      made.catch(() => kept.delete(org));
      return made;
    },
  };
}
