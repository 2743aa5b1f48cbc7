import { isPersonal, type Day, type Kind, type Register } from '../kernel/index.ts';
import { mayKnow, PUBLIC_ROWS, publicTitle, type Seen, type Viewer } from '../people/visibility.ts';
import type { Transaction } from '../store/connection.ts';
import type { RecordRow } from './row.ts';

/** A record as the public may read it. What is not on its kind's whitelist is not in it. */
export interface PublicRecord {
  readonly id: string;
  readonly kind: Kind;
  /** Code of a state in which the kind is public. */
  readonly state: string;
  /** The field that names the record, or the kind's name where that field is not public. */
  readonly title: string;
  /** Values of the disclosed fields that the record has, in the whitelist's order. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What is read of a row before the whitelist is applied. */
interface Row extends Seen {
  readonly record_id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const COLUMNS = `r.record_id, r.kind, r.kind_version, r.state, r.title, r.village, r.sealed, r.audience, r.handlers,
  r.is_drill, r.voided_by, r.body`;
const PUBLIC: Viewer = { as: 'public' };

/** A field is shown only when the whitelist names it and it is marked public: either mistake alone shows nothing. */
function disclosedFields(kind: Kind): string[] {
  return (kind.disclosure?.fields ?? []).filter((name) => {
    const field = kind.fields[name];
    return field !== undefined && !isPersonal(field) && field.privacy === 'public';
  });
}

function toPublic(register: Register, row: Row): PublicRecord[] {
  const kind = register.kind(row.kind, row.kind_version);
  if (!mayKnow(PUBLIC, kind, row)) return [];
  const names = disclosedFields(kind);
  const values = Object.fromEntries(
    names.flatMap((name) => (row.body[name] === undefined ? [] : [[name, row.body[name]]])),
  );
  return [{ id: row.record_id, kind, state: row.state, title: publicTitle(kind, row.title), values }];
}

/** All public records of one kind, oldest first. Drills, voided and sealed records are never among them. */
export async function publicRecords(
  tx: Transaction,
  register: Register,
  org: string,
  kindCode: string,
): Promise<PublicRecord[]> {
  const states = register.kind(kindCode).disclosure?.in ?? [];
  if (states.length === 0) return [];
  const rows = await tx.query<Row>(
    'public-records',
    `SELECT ${COLUMNS} FROM record r
     WHERE r.org_code = $1 AND r.kind = $2 AND r.state = ANY ($3::text[]) AND ${PUBLIC_ROWS}
     ORDER BY r.occurred_on, r.first_seq`,
    [org, kindCode, states],
  );
  return rows.flatMap((row) => toPublic(register, row));
}

/** Those of the given records that are public, by id. The others answer like missing ones. */
export async function publicRecordsById(
  tx: Transaction,
  register: Register,
  org: string,
  ids: readonly string[],
): Promise<Map<string, PublicRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Row>(
    'public-records-by-id',
    `SELECT ${COLUMNS} FROM record r
     WHERE r.org_code = $1 AND r.record_id = ANY ($2::uuid[]) AND ${PUBLIC_ROWS}`,
    [org, ids],
  );
  return new Map(rows.flatMap((row) => toPublic(register, row)).map((record) => [record.id, record]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A record's whole row, whoever asks: what of it may be known is the caller's to decide (`mayKnow`). */
export async function findRow(tx: Transaction, org: string, id: string): Promise<RecordRow | undefined> {
  if (!UUID.test(id)) return undefined;
  const [row] = await tx.query<RecordRow>(
    'row-of-record',
    'SELECT * FROM record r WHERE r.org_code = $1 AND r.record_id = $2',
    [org, id],
  );
  return row;
}

/** One public record; nothing where it is missing, another organisation's, or not public: the caller can't tell which. */
export async function findPublicRecord(
  tx: Transaction,
  register: Register,
  org: string,
  id: string,
): Promise<PublicRecord | undefined> {
  if (!UUID.test(id)) return undefined;
  return (await publicRecordsById(tx, register, org, [id])).get(id);
}

/** What a public record adds to a figure. */
export interface CountedIn {
  readonly figure: string;
  readonly starts: Day;
  readonly ends: Day | null;
}

/** The figures that a record is counted in. Ask only for a record that is public. */
export async function figuresOfRecord(
  tx: Transaction,
  org: string,
  record: Pick<PublicRecord, 'id'>,
): Promise<CountedIn[]> {
  return tx.query<CountedIn>(
    'figures-of-record',
    `SELECT DISTINCT c.figure, c.starts, c.ends FROM contribution c
     WHERE c.org_code = $1 AND c.record_id = $2 ORDER BY c.figure, c.starts`,
    [org, record.id],
  );
}

/**
 * Years for which there is something to report, latest first: those of the month counters, since a stock alone (a power
 * item listed ten years ago) makes no year of work.
 */
export async function yearsWithRecords(tx: Transaction, org: string): Promise<number[]> {
  const rows = await tx.query<{ year: string }>(
    'years-with-records',
    `SELECT DISTINCT left(k.month, 4) AS year FROM counter k WHERE k.org_code = $1 AND k.amount <> 0 ORDER BY year DESC`,
    [org],
  );
  return rows.map(({ year }) => Number(year));
}
