import { parseText, Refusal, type Day } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import type { VoidRequest } from './ask.ts';
import type { Mending } from './draft.ts';
import { SEAL } from './projection.ts';

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

/** A record that nobody may know of would be lost: somebody must be cleared for its class today. */
async function assertSomebodyCleared(store: Store, org: string, sealed: string, today: Day): Promise<void> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query(
      'cleared-for-class',
      `SELECT 1 FROM post_holding p WHERE p.org_code = $1 AND $2 = ANY (p.clearances)
         AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3) LIMIT 1`,
      [org, sealed, today],
    ),
  );
  if (rows.length > 0) return;
  throw new Refusal('invalid-value', `现在没有人可以知悉“${sealed}”，限定以后谁也看不到。`, {
    field: 'class',
    next: '请先在任职里写明谁可以知悉这一类。',
  });
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
