import { dayAt, isPersonal, Refusal, type FileReference, type Kind, type Register } from '../kernel/index.ts';
import type { Actor, FileStore, Vault } from '../ledger/index.ts';
import type { Insider } from '../people/visibility.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { assertHeld, personalFields } from './erasure.ts';
import { findRecord } from './listing.ts';
import { personalValues, seesRestricted } from './personal.ts';
import { findRow } from './reading.ts';
import type { Clock, Records } from './records.ts';
import type { RecordRow } from './row.ts';

/** The log (登记簿) of who looked at whose personal data. */
const LOG = 'personal-reveal';
/** Less is no reason. */
const SHORTEST_REASON = 5;

export interface RevealParts {
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly records: Records;
  readonly clock: Clock;
}

/** Whoever asks for personal data that is not theirs to see, and why. */
interface Asking {
  readonly org: string;
  /** Names of personal fields. */
  readonly fields: readonly string[];
  readonly reason: string;
  readonly actor: Actor;
  /** How visibility sees the actor: a record that they may not know of answers like a missing one. */
  readonly viewer: Insider;
  readonly idempotencyKey: string;
}

/** Asks to see personal data of a matter that one does not handle. */
export interface RevealRequest extends Asking {
  readonly record: string;
}

/** Asks to take personal data of several records of one kind along. */
export interface ExportRequest extends Asking {
  readonly kind: string;
  readonly records: readonly string[];
}

/** What was asked for, and the note about it. */
export interface Revealed {
  readonly values: Readonly<Record<string, unknown>>;
  /** The entry of the log. */
  readonly note: { readonly record: string; readonly seq: number };
}

interface Matter {
  readonly kind: Kind;
  readonly row: RecordRow;
}

async function findMatter(
  { store, register }: RevealParts,
  { org, viewer }: Asking,
  id: string,
): Promise<Matter> {
  return store.read(oneOrganisation(org), async (tx) => {
    const known = await findRecord(tx, register, viewer, org, id);
    const row = known && (await findRow(tx, org, id));
    if (!row) throw new Refusal('not-found', '没有这条记录。');
    return { kind: register.kind(row.kind, row.kind_version), row };
  });
}

/** Refuses what is not shown to this person for any reason. */
function assertMayBeShown({ kind, row }: Matter, { viewer, actor }: Asking, names: readonly string[]): void {
  for (const name of names) {
    const field = kind.fields[name]!;
    if (field.privacy === 'secret' && !row.handlers.includes(actor.account)) {
      throw new Refusal('not-permitted', `“${field.label}”只给承办这件事的人看。`, { field: 'fields' });
    }
    if (row.restricted.includes(name) && !seesRestricted(viewer)) {
      throw new Refusal('not-permitted', `“${field.label}”已限制处理，只保存、不使用。`, { field: 'fields' });
    }
  }
}

function assertReason(reason: string): void {
  if ([...reason.trim()].length >= SHORTEST_REASON) return;
  throw new Refusal('reason-required', `请写明为什么要看，至少${SHORTEST_REASON}个字。`, { field: 'reason' });
}

/** The note stands in the ledger before anything is shown: names of fields, never a value. */
async function note(
  { records, clock }: RevealParts,
  { org, actor, reason, idempotencyKey }: Asking,
  kind: Kind,
  names: readonly string[],
  said:
    | { readonly step: 'reveal'; readonly matter: string }
    | { readonly step: 'export'; readonly matters: readonly string[] },
): Promise<Revealed['note']> {
  const columns = names.map((field) => ({ field, label: kind.fields[field]!.label }));
  const about =
    said.step === 'reveal'
      ? { matter: said.matter }
      : { matters: said.matters.map((matter) => ({ matter })) };
  const { record, seq } = await records.start({
    org,
    actor,
    idempotencyKey,
    kind: LOG,
    step: said.step,
    occurredOn: dayAt(clock()),
    values: { about: kind.label, ...about, columns, reason },
  });
  return { record, seq };
}

/**
 * Gives out personal values of one record against a written reason. Whether the actor's post may ask is decided where the
 * note is written: it is a step of the log like any other.
 */
export async function revealPersonal(parts: RevealParts, request: RevealRequest): Promise<Revealed> {
  const { store, vault } = parts;
  const { org, record } = request;
  const matter = await findMatter(parts, request, record);
  const names = personalFields(matter.kind, request.fields);
  assertMayBeShown(matter, request, names);
  await assertHeld(store, matter.kind, matter.row, names);
  assertReason(request.reason);
  const noted = await note(parts, request, matter.kind, names, { step: 'reveal', matter: record });
  const values = await store.read(oneOrganisation(org), (tx) =>
    personalValues(tx, vault, org, record, { restricted: seesRestricted(request.viewer) }),
  );
  return { values: Object.fromEntries(names.map((name) => [name, values[name]])), note: noted };
}

/**
 * Notes that somebody who is cleared opened a sealed record (限定知悉), before it is shown: once a day for each person and
 * record. The note says neither of which class nor of what kind it is.
 */
export async function noteOpening(
  { records, clock }: Pick<RevealParts, 'records' | 'clock'>,
  {
    org,
    actor,
    record,
    village,
  }: Pick<RevealRequest, 'org' | 'actor' | 'record'> & { readonly village: string | null },
): Promise<void> {
  const today = dayAt(clock());
  await records.start({
    org,
    actor,
    idempotencyKey: `opened\n${actor.account}\n${record}\n${today}`,
    kind: LOG,
    step: 'open',
    ...(village === null ? {} : { village }),
    occurredOn: today,
    values: { about: '限定知悉的记录', matter: record },
  });
}

/** Does the kind hold personal values that fit into a table? Files stay where they are. */
export function hasExportable(kind: Kind): boolean {
  return Object.values(kind.fields).some((field) => isPersonal(field) && field.type !== 'file');
}

/** So many records go into one table; whoever needs more asks again, with a reason again. */
export const MOST_EXPORTED = 500;

/** One record of a table that is taken along. A value that is not there, or may only be kept, is missing. */
export interface ExportedRow {
  readonly record: string;
  readonly title: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Exported {
  readonly kind: Kind;
  readonly fields: readonly string[];
  readonly rows: readonly ExportedRow[];
  readonly note: Revealed['note'];
}

/**
 * Gives out personal values of several records of one kind, to be taken along as a table (导出个人信息). Files stay where they
 * are. The note in the ledger names every record and field; the caller marks the table with the note's number.
 */
export async function exportPersonal(parts: RevealParts, request: ExportRequest): Promise<Exported> {
  const { store, vault, register } = parts;
  const { org } = request;
  const ids = [...new Set(request.records)].toSorted();
  if (ids.length === 0) throw new Refusal('missing-value', '没有要导出的记录。', { field: 'records' });
  if (ids.length > MOST_EXPORTED)
    throw new Refusal('invalid-value', `一次最多导出${MOST_EXPORTED}条。`, {
      field: 'records',
      next: '请先用条件缩小范围，只导出用得着的。',
    });
  const kind = register.kind(request.kind);
  const names = personalFields(kind, request.fields);
  const file = names.find((name) => kind.fields[name]!.type === 'file');
  if (file !== undefined)
    throw new Refusal('invalid-value', `“${kind.fields[file]!.label}”是附件，不能导出成表格。`, {
      field: 'fields',
    });
  assertReason(request.reason);
  const matters: Matter[] = [];
  for (const id of ids) {
    const matter = await findMatter(parts, request, id);
    if (matter.kind.code !== kind.code) throw new Refusal('not-found', '没有这条记录。');
    for (const name of names) {
      if (matter.row.restricted.includes(name)) continue;
      assertMayBeShown(matter, request, [name]);
    }
    matters.push(matter);
  }
  const noted = await note(parts, request, kind, names, { step: 'export', matters: ids });
  const rows = await store.read(oneOrganisation(org), async (tx) => {
    const read: ExportedRow[] = [];
    for (const { row } of matters) {
      const values = await personalValues(tx, vault, org, row.record_id);
      const chosen = names.flatMap((name) =>
        values[name] === undefined ? [] : [[name, values[name]] as const],
      );
      read.push({ record: row.record_id, title: row.title, values: Object.fromEntries(chosen) });
    }
    return read;
  });
  return { kind, fields: names, rows, note: noted };
}

export interface RevealedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly note: Revealed['note'];
}

/** The same for the content of a file. */
export async function revealFile(
  parts: RevealParts,
  request: Omit<RevealRequest, 'fields'> & { readonly field: string },
): Promise<RevealedFile> {
  const { field, ...rest } = request;
  const { kind } = await findMatter(parts, { ...rest, fields: [field] }, rest.record);
  if (kind.fields[field]?.type !== 'file') {
    throw new Refusal('invalid-value', `“${kind.label}”没有“${field}”这个附件。`, { field: 'fields' });
  }
  const { values, note: noted } = await revealPersonal(parts, { ...rest, fields: [field] });
  const reference = values[field] as FileReference;
  const content = await parts.files.get(request.org, reference.sha256);
  if (!content) throw new Refusal('not-found', '没有这个附件。');
  return { name: reference.name, content, note: noted };
}
