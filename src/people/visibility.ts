import type { Post } from '../kernel/index.ts';

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
  readonly village: string | null;
  readonly sealed: string | null;
  readonly audience: string;
}

/**
 * May this viewer know that the record exists? The one visibility function: lists, counts behind figures, links, exports
 * and errors all pass it, and what it hides answers exactly like what is missing.
 */
export function mayKnow(viewer: Viewer, record: Seen): boolean {
  switch (viewer.as) {
    case 'operator':
      return record.sealed === null;
    case 'public':
      return record.sealed === null && record.audience === 'office';
    case 'office':
      if (record.sealed !== null && !(viewer.clearances ?? []).includes(record.sealed)) return false;
      return viewer.villages === undefined || viewer.villages.includes(record.village ?? '');
  }
}

/** The same test as SQL over a record aliased `r`; `params` are numbered from `first`. */
export function visibleClause(viewer: Viewer, first: number): { text: string; params: unknown[] } {
  switch (viewer.as) {
    case 'operator':
      return { text: 'r.sealed IS NULL', params: [] };
    case 'public':
      return { text: `r.sealed IS NULL AND r.audience = 'office'`, params: [] };
    case 'office': {
      const sealed = `(r.sealed IS NULL OR r.sealed = ANY ($${first}::text[]))`;
      if (viewer.villages === undefined) return { text: sealed, params: [viewer.clearances ?? []] };
      return {
        text: `${sealed} AND coalesce(r.village, '') = ANY ($${first + 1}::text[])`,
        params: [viewer.clearances ?? [], viewer.villages],
      };
    }
  }
}
