import { fieldOf, isPersonal, Refusal, type Day, type Kind } from '../kernel/index.ts';
import { ERASURE_GROUNDS, isErasureGround, type ErasureGround } from '../law/index.ts';
import type { Entry } from '../ledger/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import type { VoidRequest } from './ask.ts';
import type { Acted, Mending } from './draft.ts';
import { ERASE, RELEASE, RESTRICT } from './projection.ts';
import { findRow } from './reading.ts';
import type { RecordRow } from './row.ts';

/** Asks to destroy personal values of a record, or to let them only be kept. */
export interface EraseRequest extends VoidRequest {
  /** Names of personal fields, one or more. */
  readonly fields: readonly string[];
  readonly ground: ErasureGround;
}

/** Asks to let restricted values be used again. */
export type ReleaseRequest = Omit<EraseRequest, 'ground'>;

/** What came of it. */
export interface Erased extends Acted {
  /** `restricted`: they must still be kept, and may only be kept. */
  readonly outcome: 'erased' | 'restricted';
  /** The last day on which they must be kept. */
  readonly retainedThrough?: Day | 'permanent';
}

/** The personal fields that were named; anything else is refused. */
export function personalFields(kind: Kind, names: readonly string[]): string[] {
  const fields = [...new Set(names)].toSorted();
  if (fields.length === 0) throw new Refusal('missing-value', '请写明是哪些栏。', { field: 'fields' });
  for (const name of fields) {
    const field = fieldOf(kind, name);
    if (field && isPersonal(field)) continue;
    throw new Refusal('invalid-value', `“${kind.label}”没有“${field?.label ?? name}”这一栏个人信息。`, {
      field: 'fields',
    });
  }
  return fields;
}

function parseGround(ground: string): ErasureGround {
  if (isErasureGround(ground)) return ground;
  const known = Object.entries(ERASURE_GROUNDS).map(([code, { label }]) => `${code}（${label}）`);
  throw new Refusal('invalid-value', `法律依据应是：${known.join('、')}。`, { field: 'ground' });
}

/** Names of a record's personal fields that hold a value which is not destroyed. */
async function heldFields(store: Store, { org_code: org, record_id, erased }: RecordRow): Promise<string[]> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ field: string; seq: number }>(
      'fields-held',
      'SELECT v.field, max(v.seq) AS seq FROM personal_value v WHERE v.org_code = $1 AND v.record_id = $2 GROUP BY v.field',
      [org, record_id],
    ),
  );
  return rows.filter(({ field, seq }) => seq > (erased[field] ?? 0)).map(({ field }) => field);
}

/** Personal fields whose values a record still keeps and shows, read from its entries: neither destroyed nor restricted. */
export function keptIn(history: readonly Entry[], { erased, restricted }: RecordRow): string[] {
  const given = history.flatMap(({ seq, commitments }) =>
    Object.keys(commitments).filter((field) => seq > (erased[field] ?? 0)),
  );
  return [...new Set(given)].filter((field) => !restricted.includes(field));
}

/** Refuses where nothing stands in one of the fields. */
export async function assertHeld(
  store: Store,
  kind: Kind,
  row: RecordRow,
  fields: readonly string[],
): Promise<void> {
  const held = await heldFields(store, row);
  const empty = fields.find((name) => !held.includes(name));
  if (empty === undefined) return;
  throw new Refusal('invalid-value', `“${kind.fields[empty]?.label ?? empty}”没有内容。`, {
    field: 'fields',
  });
}

async function restrictedFields(
  store: Store,
  { org, record }: Pick<EraseRequest, 'org' | 'record'>,
): Promise<readonly string[]> {
  const row = await store.read(oneOrganisation(org), (tx) => findRow(tx, org, record));
  return row?.restricted ?? [];
}

/** Restricts or erases: the entry says all fields that are restricted from now on, or those whose values are destroyed. */
export async function withholding(
  store: Store,
  kind: Kind,
  request: EraseRequest,
  act: typeof RESTRICT | typeof ERASE,
): Promise<Mending> {
  const fields = personalFields(kind, request.fields);
  const ground = parseGround(request.ground);
  const restricted = new Set([...(await restrictedFields(store, request)), ...fields]);
  return {
    act,
    envelope: act === ERASE ? { erased: fields, ground } : { restricted: [...restricted].toSorted(), ground },
    law: lawOfErasure(ground),
    judge: async (_row, before) => {
      if (before) await assertHeld(store, kind, before, fields);
      return [];
    },
  };
}

export async function releasing(store: Store, kind: Kind, request: ReleaseRequest): Promise<Mending> {
  const fields = personalFields(kind, request.fields);
  const restricted = await restrictedFields(store, request);
  return {
    act: RELEASE,
    envelope: { restricted: restricted.filter((name) => !fields.includes(name)) },
    judge: (_row, before) => {
      const free = fields.find((name) => !before?.restricted.includes(name));
      if (free === undefined) return [];
      throw new Refusal('wrong-state', `“${kind.fields[free]?.label ?? free}”没有被限制处理。`, {
        field: 'fields',
      });
    },
  };
}

/** The editions that restricting and erasing rest on. */
function lawOfErasure(ground: ErasureGround): string[] {
  const { statute, edition } = ERASURE_GROUNDS[ground].basis;
  return [`${statute}@${edition}`];
}
