import { matterOf, parseText, Refusal, type Day, type Kind } from '../kernel/index.ts';
import type { Envelope } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import type { VoidRequest } from './ask.ts';
import type { Mending } from './draft.ts';
import { SEAL } from './projection.ts';
import { storedMatter, type RecordRow } from './row.ts';

/** Asks to let only those know of a record who are cleared for a class. */
export interface SealRequest extends VoidRequest {
  /** Name of the class; `null` lets everybody know again. */
  readonly class: string | null;
}

function parseClass(given: string): string {
  const parsed = parseText(60)(given);
  if ('problem' in parsed)
    throw new Refusal('invalid-value', `“限定类别”${parsed.problem}。`, { field: 'class' });
  return parsed.value;
}

async function isAnybodyCleared(tx: Transaction, org: string, sealed: string, today: Day): Promise<boolean> {
  const rows = await tx.query(
    'cleared-for-class',
    `SELECT 1 FROM post_holding p WHERE p.org_code = $1 AND $2 = ANY (p.clearances)
       AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3) LIMIT 1`,
    [org, sealed, today],
  );
  return rows.length > 0;
}

/** A record that nobody may know of would be lost: somebody must be cleared for its class today. */
async function assertSomebodyCleared(store: Store, org: string, sealed: string, today: Day): Promise<void> {
  if (await store.read(oneOrganisation(org), (tx) => isAnybodyCleared(tx, org, sealed, today))) return;
  throw new Refusal('invalid-value', `现在没有人可以知悉“${sealed}”，限定以后谁也看不到。`, {
    field: 'class',
    next: '请先在任职里写明谁可以知悉这一类。',
  });
}

/**
 * What the machine adds to the envelope of an act by which a matter falls into its kind's sealed class. Where nobody is cleared
 * for that yet, the record is kept from all but one post and its handlers: it may be neither lost nor left open. What somebody
 * opened again on purpose stays open.
 */
export async function closing(
  tx: Transaction,
  { seals }: Kind,
  before: RecordRow | null,
  after: RecordRow,
  today: Day,
): Promise<Pick<Envelope, 'sealed' | 'audience'> | undefined> {
  if (!seals || after.sealed !== null) return undefined;
  const falls = (row: RecordRow): boolean => seals.where(matterOf(storedMatter(row)));
  if (!falls(after) || (before !== null && falls(before))) return undefined;
  const cleared = await isAnybodyCleared(tx, after.org_code, seals.class, today);
  return cleared ? { sealed: seals.class } : { audience: seals.otherwise };
}

export function sealing(store: Store, request: SealRequest, today: Day): Mending {
  const sealed = request.class === null ? null : parseClass(request.class);
  return {
    act: SEAL,
    envelope: { sealed },
    judge: async (_row, before) => {
      if (before?.sealed === sealed) {
        throw new Refusal('wrong-state', sealed === null ? '这条记录没有限定知悉。' : '已经限定为这一类。');
      }
      if (sealed !== null) await assertSomebodyCleared(store, request.org, sealed, today);
      return [];
    },
  };
}
