import { fieldOf, type Day, type Kind, type LinkedMatter, type Register } from '../kernel/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';
import { Places } from '../store/places.ts';
import { linkedBy } from './judge.ts';
import { findRecord } from './listing.ts';

/** A record at the other end of a link. */
export interface Linked {
  /** The field that links, and what it is called. */
  readonly role: string;
  readonly label: string;
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  readonly occurredOn: Day;
  readonly voided: boolean;
}

/** What a record links to, and what links to it. */
export interface Links {
  readonly to: readonly Linked[];
  /** The latest first. */
  readonly from: readonly Linked[];
  /** More link to it than are shown: the list of their kind, filtered by the field, has them all. */
  readonly more: boolean;
}

const SHOWN = 200;

type Row = Omit<Linked, 'label'> & { readonly holder: string; readonly version: number };

const COLUMNS = `l.role, r.record_id AS record, r.kind, r.title, r.state, r.occurred_on AS "occurredOn",
  r.voided_by IS NOT NULL AS voided`;

function linked(register: Register, { holder, version, ...row }: Row): Linked {
  return { ...row, label: fieldOf(register.kind(holder, version), row.role)?.label ?? row.role };
}

/** The records that a matter's link fields point to, by field, as rules see them. */
export async function linkedMatters(
  tx: Transaction,
  org: string,
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, LinkedMatter>>> {
  const ids = Object.entries(kind.fields).flatMap(([name, { type }]) => {
    const id = type === 'link' ? values[name] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
  if (ids.length === 0) return {};
  const rows = await tx.query<LinkedMatter & { readonly village: string | null }>(
    'linked-matters',
    `SELECT record_id AS id, kind, state, village, occurred_on AS "occurredOn", handlers, is_drill AS drill,
       body AS values FROM record
     WHERE org_code = $1 AND record_id = ANY ($2::uuid[]) AND voided_by IS NULL AND sealed IS NULL`,
    [org, ids],
  );
  return linkedBy(kind, values, Object.fromEntries(rows.map((row) => [row.id, row])));
}

/**
 * Both ends of a record's links, only those that the viewer may know of. Undefined where the record itself is missing or
 * not for this viewer.
 */
export async function recordLinks(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  id: string,
): Promise<Links | undefined> {
  const own = await findRecord(tx, register, viewer, org, id);
  if (!own) return undefined;
  const there = new Places(org);
  const to = await tx.query<Row>(
    '~links-from',
    `SELECT ${COLUMNS}, ${there.place(own.kind)}::text AS holder, ${there.place(own.kindVersion)}::integer AS version
     FROM link l JOIN record r ON r.org_code = l.org_code AND r.record_id = l.to_record
     WHERE l.org_code = $1 AND l.from_record = ${there.place(id)} AND ${knownRows(viewer, register, there.place)}
     ORDER BY l.role, r.record_id`,
    there.values,
  );
  const back = new Places(org);
  const from = await tx.query<Row>(
    '~links-to',
    `SELECT ${COLUMNS}, r.kind AS holder, r.kind_version AS version
     FROM link l JOIN record r ON r.org_code = l.org_code AND r.record_id = l.from_record
     WHERE l.org_code = $1 AND l.to_record = ${back.place(id)} AND ${knownRows(viewer, register, back.place)}
     ORDER BY r.occurred_on DESC, r.record_id LIMIT ${SHOWN + 1}`,
    back.values,
  );
  const named = (row: Row): Linked => linked(register, row);
  return { to: to.map(named), from: from.slice(0, SHOWN).map(named), more: from.length > SHOWN };
}
