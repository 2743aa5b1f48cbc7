import { yearSpan, type Day, type Register } from '../kernel/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';

/** A record that was drawn for an audit (抽样). */
export interface Sampled {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly occurredOn: Day;
  readonly state: string;
  readonly voided: boolean;
}

export interface SampleRequest {
  readonly kind?: string;
  /** Year of 发生日. */
  readonly year: number;
  readonly size: number;
  /** Printed with the sample: who has it can draw the same again. */
  readonly seed: string;
  /** Entries of the ledger that the sample is drawn from; all so far when absent. */
  readonly ledgerSize?: number;
}

export interface Sample extends Required<Omit<SampleRequest, 'kind'>> {
  readonly kind?: string;
  /** How many records it was drawn from. */
  readonly population: number;
  readonly records: readonly Sampled[];
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly occurred_on: Day;
  readonly state: string;
  readonly voided: boolean;
}

/**
 * Draws records at random: those whose SHA-256 of seed and record id is lowest. So nobody chooses, and everybody with the
 * seed can check. Voided records and drills may be drawn, sealed ones never; who audits learns not even how many there are.
 */
export async function sampleRecords(
  store: Store,
  register: Register,
  org: string,
  request: SampleRequest,
): Promise<Sample> {
  const { kind, year, size, seed } = request;
  const kinds = (kind === undefined ? register.kinds : [register.kind(kind)]).map(({ code }) => code);
  const { from, to } = yearSpan(year);
  return store.read(oneOrganisation(org), async (tx) => {
    const [head] = await tx.query<{ seq: number }>(
      'sampled-head',
      'SELECT seq FROM head WHERE org_code = $1',
      [org],
    );
    const ledgerSize = Math.min(request.ledgerSize ?? Number.MAX_SAFE_INTEGER, head?.seq ?? 0);
    const within = [org, kinds, from, to, ledgerSize];
    const [counted] = await tx.query<{ population: number }>(
      'sample-population',
      `SELECT count(*) AS population FROM record r WHERE r.org_code = $1 AND r.kind = ANY ($2::text[])
         AND r.occurred_on BETWEEN $3 AND $4 AND r.first_seq <= $5 AND r.sealed IS NULL AND r.audience = 'office'`,
      within,
    );
    const rows = await tx.query<Row>(
      'sample-records',
      `SELECT r.record_id AS id, r.kind, r.title, r.occurred_on, r.state, r.voided_by IS NOT NULL AS voided
       FROM record r WHERE r.org_code = $1 AND r.kind = ANY ($2::text[])
         AND r.occurred_on BETWEEN $3 AND $4 AND r.first_seq <= $5 AND r.sealed IS NULL AND r.audience = 'office'
       ORDER BY sha256(convert_to($6 || ' ' || r.record_id, 'UTF8')), r.record_id LIMIT $7`,
      [...within, seed, size],
    );
    const records = rows.map(({ occurred_on: occurredOn, ...row }) => ({ ...row, occurredOn }));
    const population = counted?.population ?? 0;
    return { ...(kind === undefined ? {} : { kind }), year, size, seed, ledgerSize, population, records };
  });
}
