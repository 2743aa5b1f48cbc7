import path from 'node:path';
import { issueCheckpoint, type SignedCheckpoint } from '../ledger/index.ts';
import { oneOrganisation } from '../store/connection.ts';
import type { Reading } from './parts.ts';

/** A checkpoint as the pages show it. */
export interface PublishedCheckpoint extends SignedCheckpoint {
  /** When the last entry was recorded. */
  readonly recordedAt: Date;
}

/** Checkpoints of the ledgers in a data folder. */
export interface Checkpoints {
  of(org: string): Promise<PublishedCheckpoint>;
}

/**
 * Signs the ledger as it stands. A checkpoint is kept until the ledger grows, so that visitors do not make the server
 * read all leaves again and again; a failed attempt is not kept.
 */
export function openCheckpoints(store: Reading, data: string): Checkpoints {
  const kept = new Map<string, { size: number; made: Promise<PublishedCheckpoint> }>();

  async function make(org: string, size: number, recordedAt: Date): Promise<PublishedCheckpoint> {
    return { ...(await issueCheckpoint(store, path.join(data, 'keys'), org, size)), recordedAt };
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
