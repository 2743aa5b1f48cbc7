import type { Kind, Post, Register } from '../kernel/index.ts';
import type { Place } from '../store/places.ts';

/** Who looks. `operator` is the person at the machine's own keyboard (CLI): the data folder is theirs already. */
export type Viewer =
  | { readonly as: 'operator' }
  | {
      readonly as: 'office';
      /** As it stands in the ledger of the organisation that is looked at. */
      readonly account: string;
      readonly posts: readonly Post[];
      /** The villages whose matters they see; absent for the whole township. */
      readonly villages?: readonly string[];
      /** The sealed classes they are cleared for. */
      readonly clearances?: readonly string[];
      /** Counsel and mediators: only matters that name them as handler. */
      readonly assignedOnly?: boolean;
    }
  /** The county over its townships. */
  | { readonly as: 'county'; readonly posts: readonly Post[]; readonly clearances?: readonly string[] }
  /** Only what was drawn in a sample for them, and never a sealed matter, whatever clearance the person has elsewhere. */
  | { readonly as: 'auditor'; readonly drawn: readonly string[] }
  | { readonly as: 'public' };

/** Everybody but the public, which reads field by field of a whitelist (`records/reading.ts`). */
export type Insider = Exclude<Viewer, { readonly as: 'public' }>;

/** What visibility needs to know of a record. */
export interface Seen {
  readonly record_id: string;
  readonly state: string;
  readonly kind_version: number;
  readonly village: string | null;
  readonly sealed: string | null;
  /** `office` for everybody in it, otherwise the post whose holders alone may know (and who handles the matter). */
  readonly audience: string;
  readonly handlers: readonly string[];
  readonly is_drill: boolean;
  readonly voided_by: number | null;
}

/** The audience of an ordinary record. */
const EVERYBODY = 'office';

/**
 * May this viewer know that the record exists? The public only of what its kind discloses in this state, never of a
 * drill, a voided or a sealed record; what is hidden answers exactly like what is missing. `knownRows` says the same to
 * the database: whoever changes one changes the other.
 */
export function mayKnow(viewer: Viewer, kind: Kind, record: Seen): boolean {
  const cleared = (classes: readonly string[] = []): boolean =>
    record.sealed === null || classes.includes(record.sealed);
  const meant = (posts: readonly string[]): boolean =>
    record.audience === EVERYBODY || posts.includes(record.audience);
  switch (viewer.as) {
    case 'operator':
      return record.sealed === null;
    case 'public':
      return (
        record.sealed === null &&
        record.audience === EVERYBODY &&
        !record.is_drill &&
        record.voided_by === null &&
        (kind.disclosure?.in.includes(record.state) ?? false)
      );
    case 'auditor':
      return (
        record.sealed === null && record.audience === EVERYBODY && viewer.drawn.includes(record.record_id)
      );
    case 'county':
      return cleared(viewer.clearances) && meant(viewer.posts);
    case 'office': {
      const handles = record.handlers.includes(viewer.account);
      const near =
        viewer.villages === undefined ||
        (record.village !== null && viewer.villages.includes(record.village));
      return (
        cleared(viewer.clearances) &&
        near &&
        (handles || (meant(viewer.posts) && viewer.assignedOnly !== true))
      );
    }
  }
}

/** What the public may read as the name of a record: its title where that field is disclosed, else its kind's name. */
export function publicTitle(kind: Kind, title: string): string {
  return kind.disclosure?.fields.includes(kind.title) ? title : kind.label;
}

/** The part of `mayKnow` for the public that SQL can apply to a record aliased `r`, before kind and state are looked at. */
export const PUBLIC_ROWS = `NOT r.is_drill AND r.voided_by IS NULL AND r.sealed IS NULL AND r.audience = 'office'`;

/**
 * `mayKnow` as a condition on a record aliased `r`, so that lists, counts, search and links never meet a hidden row.
 * Only filters: under row level security array containment can't enter an index.
 */
export function knownRows(viewer: Viewer, register: Register, place: Place): string {
  const cleared = (classes: readonly string[] = []): string =>
    classes.length === 0
      ? 'r.sealed IS NULL'
      : `(r.sealed IS NULL OR r.sealed = ANY (${place(classes)}::text[]))`;
  const meant = (posts: readonly string[]): string =>
    `(r.audience = 'office' OR r.audience = ANY (${place(posts)}::text[]))`;
  switch (viewer.as) {
    case 'operator':
      return 'r.sealed IS NULL';
    case 'public':
      return `${PUBLIC_ROWS} AND r.kind || '@' || r.kind_version || ' ' || r.state = ANY (${place(disclosedStates(register))}::text[])`;
    case 'auditor':
      return `r.sealed IS NULL AND r.audience = 'office' AND r.record_id = ANY (${place(viewer.drawn)}::uuid[])`;
    case 'county':
      return `${cleared(viewer.clearances)} AND ${meant(viewer.posts)}`;
    case 'office': {
      const handles = `${place(viewer.account)} = ANY (r.handlers)`;
      const near =
        viewer.villages === undefined ? '' : ` AND r.village = ANY (${place(viewer.villages)}::text[])`;
      const mine = viewer.assignedOnly === true ? handles : `(${handles} OR ${meant(viewer.posts)})`;
      return `${cleared(viewer.clearances)}${near} AND ${mine}`;
    }
  }
}

/** `kind@version state` for every state in which the public may read a kind. */
function disclosedStates(register: Register): string[] {
  return register.versions.flatMap((kind) =>
    (kind.disclosure?.in ?? []).map((state) => `${kind.code}@${kind.version} ${state}`),
  );
}
