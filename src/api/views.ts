import type { Principal } from '../people/principal.ts';
import { listRecords, type ListedRecord, type PageQuery } from '../records/listing.ts';
import { personalOfMany, seesRestricted } from '../records/personal.ts';
import { oneOrganisation } from '../store/connection.ts';
import { viewerOf } from './access.ts';
import type { ApiParts } from './parts.ts';
import { viewOf, type RecordView } from './record-view.ts';

/** So many the list gives out at once. */
const PAGE = 200;

/** What a list may be narrowed by here: never a drill, a voided or a sealed record, which is opened one by one. */
export type Narrowed = Pick<PageQuery, 'states' | 'fields' | 'sort'>;

async function listed(
  { store, register }: ApiParts,
  principal: Principal,
  kind: string,
  narrowed: Narrowed,
): Promise<ListedRecord[]> {
  const query = { ...narrowed, org: principal.org, kinds: [kind], drills: 'without', values: true } as const;
  const found: ListedRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(store, register, viewerOf(principal), {
      ...query,
      size: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.records);
    cursor = page.next;
  } while (cursor !== undefined);
  return found.filter(({ sealed }) => sealed === null);
}

/** Records of a kind in full, each as its own page shows it to this person: masked unless they handle it or are to act in it. */
export async function viewsOf(
  parts: ApiParts,
  principal: Principal,
  kind: string,
  narrowed: Narrowed = {},
): Promise<RecordView[]> {
  const records = await listed(parts, principal, kind, narrowed);
  const personal = await parts.store.read(oneOrganisation(principal.org), (tx) =>
    personalOfMany(
      tx,
      parts.vault,
      principal.org,
      records.map(({ id }) => id),
      { restricted: seesRestricted(viewerOf(principal)) },
    ),
  );
  return records.map((record) =>
    viewOf(
      principal,
      parts.register.kind(record.kind, record.kindVersion),
      record,
      personal.get(record.id) ?? {},
    ),
  );
}
