import { randomBytes } from 'node:crypto';
import { dayAt, Refusal, yearSpan, type Day, type Register } from '../kernel/index.ts';
import type { Actor } from '../ledger/index.ts';
import { SAMPLE } from '../people/drawn.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { Places } from '../store/places.ts';
import { ACCOUNT, APPOINTMENT, ORGANISATION } from './row.ts';

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
  const kinds = kind === undefined ? workOf(register) : [register.kind(kind).code];
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

/** What the office is and who belongs to it is no work to be audited, unless it is asked for by name. */
function workOf(register: Register): string[] {
  return register.kinds
    .map(({ code }) => code)
    .filter((code) => ![ORGANISATION, ACCOUNT, APPOINTMENT].includes(code));
}

/** A draw as it is asked for: for whom, and out of what. */
interface DrawRequest {
  readonly org: string;
  readonly actor: Actor;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Whoever has the draw may read what is in it: it must be somebody who audits here today, and auditors draw for themselves. */
async function assertFor(
  store: Store,
  { org, actor }: DrawRequest,
  auditor: string,
  today: Day,
): Promise<void> {
  if (actor.post === 'auditor' && actor.account !== auditor) {
    throw new Refusal('not-permitted', '审计人员只能为自己抽样。', { field: 'auditor' });
  }
  const held = await store.read(oneOrganisation(org), (tx) =>
    tx.query(
      'audits-today',
      `SELECT 1 FROM post_holding p WHERE p.org_code = $1 AND p.account = $2 AND p.post = 'auditor'
         AND p.valid_from <= $3 AND (p.valid_to IS NULL OR p.valid_to >= $3) LIMIT 1`,
      [org, auditor, today],
    ),
  );
  if (held.length > 0) return;
  throw new Refusal('invalid-value', `账号“${auditor}”现在不是审计人员，不能为其抽样。`, {
    field: 'auditor',
    next: '请先任命，写明任职到哪一天。',
  });
}

/**
 * The machine's part of a draw (审计抽样): seed where none was given, ledger size, population and the records themselves.
 * So nobody can enter records of their own choosing for an auditor, by whatever door.
 */
export async function drawn(
  { store, register }: { readonly store: Store; readonly register: Register },
  request: DrawRequest,
  now: Date,
): Promise<Readonly<Record<string, unknown>>> {
  const { auditor, year, size, sampledKind, seed, ledgerSize } = request.values as {
    auditor: string;
    year: number;
    size: number;
    sampledKind?: string;
    seed?: string;
    ledgerSize?: number;
  };
  await assertFor(store, request, auditor, dayAt(now));
  const sample = await sampleRecords(store, register, request.org, {
    ...(sampledKind === undefined ? {} : { kind: sampledKind }),
    ...(ledgerSize === undefined ? {} : { ledgerSize }),
    year,
    size,
    seed: seed ?? randomBytes(8).toString('hex'),
  });
  if (sample.records.length === 0) {
    throw new Refusal('invalid-value', '没有可以抽的记录。', {
      field: 'year',
      next: '请核对年度和事项种类。',
    });
  }
  return {
    seed: sample.seed,
    ledgerSize: sample.ledgerSize,
    population: sample.population,
    drawn: sample.records.map(({ id }) => ({ record: id })),
  };
}

/** A draw that stands in the ledger, with its records as they stand now. */
export interface Draw extends Sample {
  /** The record of the draw, and who drew for whom on which day. */
  readonly record: string;
  readonly auditor: string;
  readonly by: string;
  readonly drawnOn: Day;
  readonly purpose?: string;
}

interface DrawRow {
  readonly record: string;
  readonly by: string;
  readonly body: Omit<Draw, 'record' | 'by' | 'kind' | 'records'> & {
    readonly sampledKind?: string;
    readonly drawn: readonly { readonly record: string }[];
  };
}

/** Those of the drawn records that the viewer may know of, in the order of the draw. */
async function drawnRecords(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  ids: readonly string[],
): Promise<Sampled[]> {
  const places = new Places(org);
  const rows = await tx.query<Row>(
    '~drawn-records',
    `SELECT r.record_id AS id, r.kind, r.title, r.occurred_on, r.state, r.voided_by IS NOT NULL AS voided
     FROM record r WHERE r.org_code = $1 AND r.record_id = ANY (${places.place(ids)}::uuid[])
       AND ${knownRows(viewer, register, places.place)}`,
    places.values,
  );
  const byId = new Map(rows.map(({ occurred_on: occurredOn, ...row }) => [row.id, { ...row, occurredOn }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

const SHOWN = 100;

/** The draws of an organisation, the latest first: those for one auditor, one draw, or all. */
export async function drawsOf(
  store: Store,
  register: Register,
  viewer: Insider,
  org: string,
  of: { readonly auditor?: string; readonly record?: string } = {},
): Promise<Draw[]> {
  return store.read(oneOrganisation(org), async (tx) => {
    const rows = await tx.query<DrawRow>(
      'draws',
      `SELECT r.record_id AS record, r.handlers[1] AS by, r.body FROM record r
       WHERE r.org_code = $1 AND r.kind = $2 AND ($3::text IS NULL OR r.body ->> 'auditor' = $3)
         AND ($4::uuid IS NULL OR r.record_id = $4)
       ORDER BY r.first_seq DESC LIMIT $5`,
      [org, SAMPLE, of.auditor ?? null, of.record ?? null, SHOWN],
    );
    const draws: Draw[] = [];
    for (const { record: id, by, body } of rows) {
      const { drawn: items, sampledKind, ...said } = body;
      const ids = items.map((item) => item.record);
      const records = await drawnRecords(tx, register, viewer, org, ids);
      draws.push({
        record: id,
        by,
        ...said,
        ...(sampledKind === undefined ? {} : { kind: sampledKind }),
        records,
      });
    }
    return draws;
  });
}
