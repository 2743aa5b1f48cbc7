import type { Day, Evidence, Register } from '../kernel/index.ts';
import { mayKnow, publicTitle, type Seen, type Viewer } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';
import { RELEVANT, relevantTo } from './figures.ts';
import type { Span } from './value.ts';

/** One record behind a figure, with what it adds. */
export interface Backing {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly village: string | null;
  readonly occurredOn: Day;
  readonly version: number;
  readonly evidence: Evidence;
  readonly part: string;
  readonly contribution: number;
  readonly key: string;
}

interface BackingRow extends Omit<Backing, 'record' | 'occurredOn' | 'contribution'>, Seen {
  readonly record_id: string;
  readonly occurred_on: Day;
  readonly amount: number;
}

/** The records behind one figure with what each adds; those that the viewer may not know of are left out. */
export async function backingOf(
  tx: Transaction,
  register: Register,
  org: string,
  code: string,
  span: Span,
  viewer: Viewer,
): Promise<Backing[]> {
  const declared = register.figure(code);
  const rows = await tx.query<BackingRow>(
    'backing-of-figure',
    `SELECT r.record_id, r.kind, r.kind_version, r.state, r.title, r.village, r.occurred_on, r.version, r.evidence,
       r.sealed, r.audience, r.handlers, r.is_drill, r.voided_by, c.part, c.amount, c.key
     FROM contribution c JOIN record r ON r.org_code = c.org_code AND r.record_id = c.record_id
     WHERE ${RELEVANT} ORDER BY r.occurred_on, r.record_id, c.part`,
    relevantTo(org, [declared], span),
  );
  return rows.flatMap((row) => {
    const kind = register.kind(row.kind, row.kind_version);
    return mayKnow(viewer, kind, row)
      ? [backing(row, viewer.as === 'public' ? publicTitle(kind, row.title) : row.title)]
      : [];
  });
}

function backing(row: BackingRow, title: string): Backing {
  const { kind, village, version, evidence, part, key } = row;
  const { record_id: record, occurred_on: occurredOn, amount: contribution } = row;
  return { record, kind, title, village, occurredOn, version, evidence, part, contribution, key };
}

/** A record that stands behind more than one figure, with their codes. */
export interface Overlap {
  readonly record: string;
  readonly title: string;
  readonly figures: readonly string[];
}

/**
 * Records counted in more than one figure: lawful, since one gathering may be several things, but worth a look. For the
 * office only; a sealed record counts nowhere and so is never here.
 */
export async function overlapsOf(
  tx: Transaction,
  register: Register,
  org: string,
  span: Span,
): Promise<Overlap[]> {
  return tx.query<Overlap>(
    'overlaps-of-figures',
    `SELECT r.record_id AS record, r.title, array_agg(DISTINCT c.figure ORDER BY c.figure) AS figures
     FROM contribution c JOIN record r ON r.org_code = c.org_code AND r.record_id = c.record_id
     WHERE ${RELEVANT} GROUP BY r.record_id, r.title, r.occurred_on
     HAVING count(DISTINCT c.figure) > 1 ORDER BY r.occurred_on, r.record_id`,
    relevantTo(org, register.figures, span),
  );
}
