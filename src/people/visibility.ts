import type { Kind, Post } from '../kernel/index.ts';

/** Who looks. `operator` is the person at the machine's own keyboard (CLI): the data folder is theirs already. */
export type Viewer =
  | { readonly as: 'operator' }
  | {
      readonly as: 'office';
      readonly account: string;
      readonly posts: readonly Post[];
      /** The villages whose matters they see; absent for the whole township. */
      readonly villages?: readonly string[];
      /** The sealed classes they are cleared for. */
      readonly clearances?: readonly string[];
    }
  | { readonly as: 'public' };

/** What visibility needs to know of a record. */
export interface Seen {
  readonly state: string;
  readonly kind_version: number;
  readonly village: string | null;
  readonly sealed: string | null;
  readonly audience: string;
  readonly is_drill: boolean;
  readonly voided_by: number | null;
}

/**
 * May this viewer know that the record exists? The public only of what its kind discloses in this state, never of a
 * drill, a voided or a sealed record; what is hidden answers exactly like what is missing.
 */
export function mayKnow(viewer: Viewer, kind: Kind, record: Seen): boolean {
  switch (viewer.as) {
    case 'operator':
      return record.sealed === null;
    case 'public':
      return (
        record.sealed === null &&
        record.audience === 'office' &&
        !record.is_drill &&
        record.voided_by === null &&
        (kind.disclosure?.in.includes(record.state) ?? false)
      );
    case 'office':
      if (record.sealed !== null && !(viewer.clearances ?? []).includes(record.sealed)) return false;
      return viewer.villages === undefined || viewer.villages.includes(record.village ?? '');
  }
}

/** What the public may read as the name of a record: its title where that field is disclosed, else its kind's name. */
export function publicTitle(kind: Kind, title: string): string {
  return kind.disclosure?.fields.includes(kind.title) ? title : kind.label;
}

/** The part of `mayKnow` for the public that SQL can apply to a record aliased `r`, before kind and state are looked at. */
export const PUBLIC_ROWS = `NOT r.is_drill AND r.voided_by IS NULL AND r.sealed IS NULL AND r.audience = 'office'`;
