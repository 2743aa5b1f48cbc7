import { Refusal, type Day, type FieldSet, type Kind, type Register, type Step } from '../kernel/index.ts';
import {
  FORMAT,
  readEntry,
  SUITE,
  type Actor,
  type Entry,
  type Envelope,
  type Flaw,
  type UnplacedEntry,
} from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { isCleared, type HeldAs } from './acting.ts';
import type { SealedField } from './append.ts';
import type { Asked } from './ask.ts';
import type { LinkedById } from './judge.ts';
import { isAboutKeeping } from './mending.ts';
import { DRILL, type RecordRow } from './row.ts';
import { isStaffing } from './staffing.ts';
import type { BookRow } from './stocking.ts';
import { settingsOf } from './takes.ts';

/** What an act did. */
export interface Acted {
  readonly record: string;
  readonly version: number;
  readonly seq: number;
  /** Breaches that the entry carries. */
  readonly flaws: readonly Flaw[];
  /** True when this key had acted before and nothing was written now. */
  readonly repeated: boolean;
}

/** Where the organisation and the matter stand while the act is judged. */
export interface Opened {
  readonly demo: boolean;
  /** The day from which on no new matter is begun here. */
  readonly closed: Day | null;
  readonly prior: string | null;
  readonly matter: RecordRow | null;
  /** In which ways the actor holds the post today. */
  readonly holdings: readonly HeldAs[] | null;
  /** The records that the act or the matter links to, as they stand, by id. */
  readonly linked: LinkedById | null;
  /** The local rules that the step takes, as the office has them on the day of the act. */
  readonly local: Readonly<Record<string, number>> | null;
}

/** A text that takes the place of an entry. */
export interface Stub {
  readonly seq: number;
  readonly text: string;
}

/** An act that has been read and waits to be judged against its matter and written. */
export interface Draft {
  readonly org: string;
  readonly record: string;
  readonly actor: Actor;
  readonly idem: Buffer;
  readonly kind: Kind;
  readonly step: string;
  /** 0 for a new record. */
  readonly expected: number;
  readonly asked: Asked;
  readonly envelope: Envelope;
  readonly law: readonly string[];
  readonly reason?: string;
  /** Gives the values that the machine itself gives (`fills` of the step), once it is known that the act is a new one. */
  readonly fill?: (opened: Opened, envelope: Envelope) => Promise<Readonly<Record<string, unknown>>>;
  /** The matter without what this act destroys, where it does. */
  readonly base?: RecordRow;
  /** Texts that take the place of entries which this act destroys. */
  readonly stubs?: readonly Stub[];
  /** What the book of stock must hold once this is written. */
  readonly book?: readonly BookRow[];
  /** Says which breaches the entry carries, or throws. `row` is the matter as it would stand. */
  readonly judge: (row: RecordRow, before: RecordRow | null, linked: LinkedById) => Flaw[] | Promise<Flaw[]>;
}

/** What a draft says, as it goes into the ledger, but for its breaches. */
export function entryOf(
  register: Register,
  draft: Draft,
  personal: readonly SealedField[],
): Omit<UnplacedEntry, 'flaws'> {
  const { kind, asked } = draft;
  return {
    format: FORMAT,
    suite: SUITE,
    org: draft.org,
    occurredOn: asked.occurredOn,
    precision: asked.precision,
    source: asked.source,
    actor: draft.actor,
    kind: kind.code,
    kindVersion: kind.version,
    kindPrint: register.print(kind),
    record: draft.record,
    expected: draft.expected,
    step: draft.step,
    law: draft.law,
    envelope: draft.envelope,
    values: asked.open,
    commitments: Object.fromEntries(personal.map(([field, value]) => [field, value.commitment])),
    ...(draft.reason ? { reason: draft.reason } : {}),
    idem: draft.idem.toString('hex'),
  };
}

/** The same act with what the machine itself gives. */
export async function filled(draft: Draft, opened: Opened): Promise<Draft> {
  const { asked, fill, envelope } = draft;
  if (!fill) return draft;
  return { ...draft, asked: { ...asked, open: { ...asked.open, ...(await fill(opened, envelope)) } } };
}

function linkedIds({ kind, asked }: Draft): [field: string, id: string][] {
  return Object.entries(asked.open).flatMap(([name, value]) =>
    kind.fields[name]?.type === 'link' && typeof value === 'string' ? [[name, value]] : [],
  );
}

/** Does the act tie its matter to a drill: to what is practised in one, or, where drills go through the kind, to the drill itself? */
function tiesToDrill(draft: Draft, { linked }: Opened): boolean {
  return linkedIds(draft).some(([, id]) => {
    const to = linked?.[id];
    return to !== undefined && (to.drill || (draft.kind.practised === true && to.kind === DRILL));
  });
}

/** What is started from a drill belongs to it, whatever was asked: nothing that was practised comes into a real figure. */
export function practising(draft: Draft, opened: Opened): Draft {
  if (draft.expected > 0 || !tiesToDrill(draft, opened)) return draft;
  return { ...draft, envelope: { ...draft.envelope, drill: true } };
}

/** An act beside the kind's own steps (更正、作废、交办……), whatever it does. */
export interface Mending extends Pick<Draft, 'base' | 'stubs'> {
  readonly act: string;
  readonly envelope: Envelope;
  readonly judge: Draft['judge'];
  /** What was asked, where it is more than a day and a reason. */
  readonly asked?: Asked;
  readonly law?: readonly string[];
}

/** All that an act is judged by, read in one call. Refuses an organisation that is not open here. */
export async function openMatter(tx: Transaction, draft: Draft, today: Day): Promise<Opened> {
  const { org, record, idem, actor, kind, step, asked } = draft;
  const links = linkedIds(draft).map(([, id]) => id);
  const local = settingsOf(kind.steps[step]);
  const [opened] = await tx.query<Opened>(
    'open-matter',
    'SELECT * FROM open_matter($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [org, record, idem, actor.account, actor.post, today, links, local, asked.occurredOn],
  );
  if (!opened) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  return opened;
}

/** An organisation that was merged begins nothing new; what is open there is still brought to its end. */
export function assertNotClosed({ closed }: Opened, { expected, kind }: Draft, today: Day): void {
  if (expected > 0 || closed === null || closed > today || isStaffing(kind)) return;
  throw new Refusal('wrong-state', `本机构已于${closed}撤并，不再登记新的事。`, {
    next: '请在并入的机构登记；已经登记的可以继续办完。',
  });
}

/** The matter is there and not voided, and what it links to is there. */
export function assertStands(opened: Opened, draft: Draft): void {
  const { matter, linked, holdings } = opened;
  const { kind, expected } = draft;
  const version = matter?.version ?? 0;
  // A sealed record answers exactly like a missing one to whoever is not cleared for it.
  const hidden =
    matter !== null &&
    (matter.kind !== kind.code || (matter.sealed !== null && !isCleared(holdings, matter.sealed)));
  if (expected > 0 && (version === 0 || hidden)) throw new Refusal('not-found', '没有这条记录。');
  if (matter?.voided_by && !isAboutKeeping(draft.step))
    throw new Refusal('wrong-state', '这条记录已经作废，不能再办。');
  for (const [name, id] of linkedIds(draft)) {
    const field = kind.fields[name]!;
    if (linked?.[id]?.kind !== field.target) {
      throw new Refusal('invalid-value', `“${field.label}”指向的记录不存在、已作废或不是这一种。`, {
        field: name,
      });
    }
  }
  if (matter !== null && !matter.is_drill && tiesToDrill(draft, opened)) {
    throw new Refusal('invalid-value', '这是真实的事，不能联系到演练的记录。', {
      next: '演练中的记录请从演练另外登记；登记错的，先作废再登记。',
    });
  }
}

/** A step can be taken only in the states that it names. */
export function assertState(kind: Kind, step: Step<FieldSet, string>, before: RecordRow | null): void {
  if (step.from === 'start') return;
  const state = before?.state ?? '';
  if (!step.from.includes(state)) {
    throw new Refusal(
      'wrong-state',
      `这件事现在是“${kind.states[state] ?? state}”，不能办“${step.label}”。`,
      {
        next: '请刷新后看看现在能办什么。',
      },
    );
  }
}

/** All acts of a record so far, oldest first. */
export async function entriesOf(tx: Transaction, org: string, record: string): Promise<Entry[]> {
  const rows = await tx.query<{ text: string }>(
    'entries-of-record',
    'SELECT text FROM entry WHERE org_code = $1 AND record_id = $2 ORDER BY seq',
    [org, record],
  );
  return rows.map((row) => readEntry(row.text));
}

export function historyOf(store: Store, org: string, record: string): Promise<Entry[]> {
  return store.read(oneOrganisation(org), (tx) => entriesOf(tx, org, record));
}
