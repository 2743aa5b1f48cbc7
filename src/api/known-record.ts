import { Refusal, type Kind } from '../kernel/index.ts';
import type { Principal } from '../people/principal.ts';
import { findRecord, type ListedRecord } from '../records/listing.ts';
import { oneOrganisation } from '../store/connection.ts';
import { viewerOf } from './access.ts';
import type { ApiParts } from './parts.ts';

/** A record that this person may know of, of one kind when that is said. Anything else answers like a missing one. */
export async function knownRecord(
  { store, register }: Pick<ApiParts, 'store' | 'register'>,
  principal: Principal,
  id: string,
  kindCode?: string,
): Promise<{ readonly kind: Kind; readonly record: ListedRecord }> {
  const { org } = principal;
  const record = await store.read(oneOrganisation(org), (tx) =>
    findRecord(tx, register, viewerOf(principal), org, id),
  );
  if (!record || (kindCode !== undefined && record.kind !== kindCode)) {
    throw new Refusal('not-found', '没有这条记录。');
  }
  return { kind: register.kind(record.kind, record.kindVersion), record };
}
