import { Refusal, type Day, type Evidence, type Register, type Source } from '../kernel/index.ts';
import type { Precision } from '../ledger/index.ts';
import { knownRows, type Insider } from '../people/visibility.ts';
import { findCandidates, holdsTerms, recordsAmong } from './search.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { Places, type Place } from '../store/places.ts';
import { afterMark, orderOf, readCursor, writeCursor, type Mark, type Order } from './list-order.ts';
import {
  readQuery,
  type Conditions,
  type FieldCondition,
  type Including,
  type ListQuery,
} from './list-query.ts';

/** A record as a list shows it: its envelope, and its open values where they were asked for. */
export interface ListedRecord {
  readonly id: string;
  readonly kind: string;
  readonly kindVersion: number;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly village: string | null;
  readonly unit: string | null;
  readonly occurredOn: Day;
  readonly precision: Precision;
  readonly recordedOn: Day;
  readonly source: Source;
  readonly evidence: Evidence;
  readonly home: string | null;
  readonly upperNumber: string | null;
  readonly sealed: string | null;
  readonly handlers: readonly string[];
  readonly drill: boolean;
  readonly voided: boolean;
  /** How many breaches (程序瑕疵) its acts carry. */
  readonly flaws: number;
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface PageQuery extends ListQuery {
  /** From the page before; only with the same conditions. */
  readonly cursor?: string;
  /** 1 to 200; 50 unless said otherwise. */
  readonly size?: number;
  /** Count all of them too. */
  readonly total?: boolean;
  /** With the open values of each. */
  readonly values?: boolean;
}

export interface Page {
  readonly records: readonly ListedRecord[];
  /** For the next page; absent on the last. */
  readonly next?: string;
  /** How many there are; `more` when counting stopped at that number. */
  readonly total?: { readonly count: number; readonly more: boolean };
}

const MOST_ON_A_PAGE = 200;
const COUNTED_AT_MOST = 10_000;

const COLUMNS = `r.record_id AS id, r.kind, r.kind_version AS "kindVersion", r.version, r.state, r.title, r.village, r.unit,
  r.occurred_on AS "occurredOn", r.occurred_precision AS precision, r.recorded_on AS "recordedOn", r.source, r.evidence,
  r.home, r.upper_number AS "upperNumber", r.sealed, r.handlers, r.is_drill AS drill, r.voided_by IS NOT NULL AS voided,
  r.flaws`;

function including(column: string, which: Including): string[] {
  switch (which) {
    case 'with':
      return [];
    case 'without':
      return [`NOT ${column}`];
    case 'only':
      return [column];
  }
}

function fieldCondition(condition: FieldCondition, place: Place): string[] {
  const name = `${place(condition.name)}::text`;
  if ('is' in condition) {
    const codes = `${place(condition.is)}::text[]`;
    return [condition.many ? `r.body -> ${name} ?| ${codes}` : `(r.body ->> ${name}) = ANY (${codes})`];
  }
  const { from, to } = condition;
  const value = `(r.body ->> ${name}) COLLATE "C"`;
  return [
    ...(from === undefined ? [] : [`${value} >= ${place(from)}`]),
    ...(to === undefined ? [] : [`${value} <= ${place(to)}`]),
  ];
}

/** The conditions of a list on a record aliased `r`, visibility first among them. */
function conditionsOf(asked: Conditions, viewer: Insider, register: Register, place: Place): string[] {
  const { kinds, states, villages, sources, evidence, unit, handler, flawed, ...query } = asked.query;
  const among = (column: string, values: readonly string[] = []): string[] =>
    values.length === 0 ? [] : [`${column} = ANY (${place(values)}::text[])`];
  const compared = (column: string, by: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${column} ${by} ${place(value)}`];
  return [
    // Every record fulfils it; the indexes of lists ask for it (000001.sql).
    'r.version > 0',
    knownRows(viewer, register, place),
    ...(kinds?.length === 1 ? compared('r.kind', '=', kinds[0]) : among('r.kind', kinds)),
    ...among('r.state', states),
    ...among('r.village', villages),
    ...compared('r.unit', '=', unit),
    ...compared('r.occurred_on', '>=', query.occurredFrom),
    ...compared('r.occurred_on', '<=', query.occurredTo),
    ...compared('r.recorded_on', '>=', query.recordedFrom),
    ...compared('r.recorded_on', '<=', query.recordedTo),
    ...among('r.source', sources),
    ...among('r.evidence', evidence),
    ...(handler === undefined ? [] : [`${place(handler)} = ANY (r.handlers)`]),
    ...(flawed === undefined ? [] : [flawed ? 'r.flaws > 0' : 'r.flaws = 0']),
    ...including('r.is_drill', query.drills ?? 'with'),
    ...including('(r.voided_by IS NOT NULL)', query.voided ?? 'without'),
    ...asked.fields.flatMap((each) => fieldCondition(each, place)),
    ...holdsTerms(asked.terms, place),
  ];
}

/** A record with its place in the order of the list. */
interface Placed {
  readonly record: ListedRecord;
  readonly key: string | number;
}

/** The statement's parts that a page and its count share: which records are looked at, and what they must fulfil. */
interface Selection {
  readonly places: Places;
  readonly from: string;
  readonly where: readonly string[];
}

function select(
  conditions: Conditions,
  viewer: Insider,
  register: Register,
  candidates: readonly string[] | undefined,
): Selection {
  const places = new Places(conditions.query.org);
  const from = recordsAmong(candidates, places.place);
  return { places, from, where: conditionsOf(conditions, viewer, register, places.place) };
}

async function readRows(
  tx: Transaction,
  { places: { place, values }, from, where }: Selection,
  order: Order,
  mark: Mark | undefined,
  { size, withValues }: { size: number; withValues: boolean },
): Promise<Placed[]> {
  const direction = order.descending ? 'DESC' : 'ASC';
  const key = order.key(place);
  const conditions = [...where, ...(mark ? [afterMark(order, mark, place)] : [])].join(' AND ');
  const rows = await tx.query<ListedRecord & Pick<Placed, 'key'>>(
    '~list-records',
    `SELECT ${COLUMNS}${withValues ? ', r.body AS values' : ''}, ${key} AS key FROM ${from} r
     WHERE r.org_code = $1 AND ${conditions}
     ORDER BY key ${direction}, r.record_id ${direction} LIMIT ${place(size)}`,
    values,
  );
  return rows.map(({ key: placed, ...record }) => ({ record, key: placed }));
}

/** Counts no further than a bound: "more than ten thousand" says enough and costs little. */
async function countRows(
  tx: Transaction,
  { places: { place, values }, from, where }: Selection,
): Promise<NonNullable<Page['total']>> {
  const [row] = await tx.query<{ count: number }>(
    '~count-records',
    `SELECT count(*) AS count FROM (
       SELECT 1 FROM ${from} r WHERE r.org_code = $1 AND ${where.join(' AND ')} LIMIT ${place(COUNTED_AT_MOST + 1)}
     ) AS counted`,
    values,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, COUNTED_AT_MOST), more: count > COUNTED_AT_MOST };
}

function sizeOf(size: number): number {
  if (Number.isSafeInteger(size) && size >= 1 && size <= MOST_ON_A_PAGE) return size;
  throw new Refusal('invalid-value', `每页应是1到${MOST_ON_A_PAGE}条。`, { field: 'size' });
}

/**
 * A page of the records that a viewer may know of. A page goes on where the one before ended, by value and never by
 * number: what is entered meanwhile shifts nothing and repeats nothing.
 */
export async function listRecords(
  store: Store,
  register: Register,
  viewer: Insider,
  query: PageQuery,
): Promise<Page> {
  const { cursor, size: given = 50, total = false, values: withValues = false, ...asked } = query;
  const [size, conditions] = [sizeOf(given), readQuery(register, asked)];
  const order = orderOf(conditions, register.kinds);
  const mark = cursor === undefined ? undefined : readCursor(conditions, order, cursor);
  const { terms } = conditions;
  return store.read(oneOrganisation(query.org), async (tx) => {
    const candidates = terms.length > 0 ? await findCandidates(tx, query.org, terms) : undefined;
    const selection = (): Selection => select(conditions, viewer, register, candidates);
    const rows = await readRows(tx, selection(), order, mark, { size: size + 1, withValues });
    const last = rows.length > size ? rows[size - 1] : undefined;
    return {
      records: rows.slice(0, size).map(({ record }) => record),
      ...(last ? { next: writeCursor(conditions, { key: last.key, id: last.record.id }) } : {}),
      ...(total ? { total: await countRows(tx, selection()) } : {}),
    };
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** One record with its open values; undefined where it is missing, of another organisation, or not for this viewer. */
export async function findRecord(
  tx: Transaction,
  register: Register,
  viewer: Insider,
  org: string,
  id: string,
): Promise<ListedRecord | undefined> {
  if (!UUID.test(id)) return undefined;
  const places = new Places(org);
  const [row] = await tx.query<ListedRecord>(
    '~find-record',
    `SELECT ${COLUMNS}, r.body AS values FROM record r
     WHERE r.org_code = $1 AND r.record_id = ${places.place(id)} AND ${knownRows(viewer, register, places.place)}`,
    places.values,
  );
  return row;
}
