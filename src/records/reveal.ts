import { dayAt, Refusal, type FileReference, type Kind, type Register } from '../kernel/index.ts';
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

/** Asks to see personal data of a matter that one does not handle. */
export interface RevealRequest {
  readonly org: string;
  readonly record: string;
  /** Names of personal fields. */
  readonly fields: readonly string[];
  readonly reason: string;
  readonly actor: Actor;
  /** How visibility sees the actor: a record that they may not know of answers like a missing one. */
  readonly viewer: Insider;
  readonly idempotencyKey: string;
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

async function findMatter({ store, register }: RevealParts, request: RevealRequest): Promise<Matter> {
  const { org, record: id, viewer } = request;
  return store.read(oneOrganisation(org), async (tx) => {
    const known = await findRecord(tx, register, viewer, org, id);
    const row = known && (await findRow(tx, org, id));
    if (!row) throw new Refusal('not-found', '没有这条记录。');
    return { kind: register.kind(row.kind, row.kind_version), row };
  });
}

/** Refuses what is not shown to this person for any reason. */
function assertMayBeShown(
  { kind, row }: Matter,
  { viewer, actor }: RevealRequest,
  names: readonly string[],
): void {
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
  { kind, row }: Matter,
  request: RevealRequest,
  names: readonly string[],
): Promise<Revealed['note']> {
  const { org, actor, reason, idempotencyKey } = request;
  const columns = names.map((field) => ({ field, label: kind.fields[field]!.label }));
  const { record, seq } = await records.start({
    org,
    actor,
    idempotencyKey,
    kind: LOG,
    step: 'reveal',
    occurredOn: dayAt(clock()),
    values: { about: kind.label, matter: row.record_id, columns, reason },
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
  const matter = await findMatter(parts, request);
  const names = personalFields(matter.kind, request.fields);
  assertMayBeShown(matter, request, names);
  await assertHeld(store, matter.kind, matter.row, names);
  assertReason(request.reason);
  const noted = await note(parts, matter, request, names);
  const values = await store.read(oneOrganisation(org), (tx) =>
    personalValues(tx, vault, org, record, { restricted: seesRestricted(request.viewer) }),
  );
  return { values: Object.fromEntries(names.map((name) => [name, values[name]])), note: noted };
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
  const { kind } = await findMatter(parts, { ...rest, fields: [field] });
  if (kind.fields[field]?.type !== 'file') {
    throw new Refusal('invalid-value', `“${kind.label}”没有“${field}”这个附件。`, { field: 'fields' });
  }
  const { values, note: noted } = await revealPersonal(parts, { ...rest, fields: [field] });
  const reference = values[field] as FileReference;
  const content = await parts.files.get(request.org, reference.sha256);
  if (!content) throw new Refusal('not-found', '没有这个附件。');
  return { name: reference.name, content, note: noted };
}
