import { createHash, randomUUID } from 'node:crypto';
import {
  dayAt,
  Refusal,
  type Day,
  type FieldSet,
  type Kind,
  type Register,
  type Step,
} from '../kernel/index.ts';
import {
  canonicalText,
  FORMAT,
  readEntry,
  SUITE,
  type Actor,
  type Entry,
  type Envelope,
  type FileStore,
  type Flaw,
  type UnplacedEntry,
  type Vault,
} from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { appendRows, type SealedField } from './append.ts';
import {
  assertAllowed,
  assertId,
  fieldsOf,
  getStep,
  parseReason,
  readAsked,
  readCorrection,
  type ActRequest,
  type Asked,
  type CorrectRequest,
  type StartRequest,
  type VoidRequest,
} from './ask.ts';
import { judge, lawApplied, rejudge } from './judge.ts';
import { CORRECT, partsOf, project, unplaced, VOID } from './projection.ts';
import { ORGANISATION, type RecordRow } from './row.ts';
import { villagesOf } from './villages.ts';

export type Clock = () => Date;
export const systemClock: Clock = () => new Date();

export interface RecordsOptions {
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
  /** Any clock but the system's writes only to a demo organisation. */
  readonly clock?: Clock;
}

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
interface Opened {
  readonly demo: boolean;
  readonly prior: string | null;
  readonly matter: RecordRow | null;
  readonly holds: boolean;
  /** Kind of each record that the act links to. */
  readonly linked: Readonly<Record<string, string>> | null;
}

interface Draft {
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
  /** Says which breaches the entry carries, or throws. `row` is the matter as it would stand. */
  readonly judge: (tx: Transaction, row: RecordRow, before: RecordRow | null) => Flaw[] | Promise<Flaw[]>;
}

function keyHash(key: string): Buffer {
  if (key.trim() === '')
    throw new Refusal('missing-value', '缺少防重复提交的编号。', { field: 'idempotencyKey' });
  return createHash('sha256').update(key).digest();
}

function assertVersion(expected: number): void {
  if (!Number.isSafeInteger(expected) || expected < 1) {
    throw new Refusal('invalid-value', '缺少所见记录的版本号。', { field: 'expectedVersion' });
  }
}

/** The only way to act. One act is one transaction: permission, law, entry, projection, links, counters. */
export class Records {
  readonly #options: RecordsOptions;
  readonly #clock: Clock;

  constructor(options: RecordsOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  /** Starts a matter. Refuses (`Refusal`) what post, law, fields or village do not allow. */
  async start(request: StartRequest): Promise<Acted> {
    const kind = this.#options.register.kind(request.kind);
    const step = getStep(kind, request.step);
    if (step.from !== 'start')
      throw new Refusal('wrong-state', `“${step.label}”不是开头的环节，要先有记录。`);
    // A ledger has one organisation, made with it.
    if (kind.code === ORGANISATION) throw new Refusal('not-permitted', '机构只能在开通时登记。');
    const { village, drill } = request;
    if (kind.village === 'required' && !village) {
      throw new Refusal('missing-value', `“${kind.label}”要写明所在村。`, { field: 'village' });
    }
    await this.#assertVillage(request.org, kind, village);
    const envelope: Envelope = { ...(village ? { village } : {}), ...(drill ? { drill: true } : {}) };
    return this.#take(kind, step, { ...request, record: request.record ?? randomUUID() }, 0, envelope);
  }

  /** Takes a step in a matter that stands at `expectedVersion`. */
  async act(request: ActRequest): Promise<Acted> {
    assertVersion(request.expectedVersion);
    const kind = await this.#kindOf(request);
    const step = getStep(kind, request.step);
    if (step.from === 'start') {
      throw new Refusal('wrong-state', `“${step.label}”是开头的环节，不能再办一次。`);
    }
    return this.#take(kind, step, request, request.expectedVersion, {});
  }

  /** Mends what was entered wrongly; both the old and the new stand in the ledger, and the law judges it anew. */
  async correct(request: CorrectRequest): Promise<Acted> {
    assertVersion(request.expectedVersion);
    const kind = await this.#kindOf(request);
    await this.#assertVillage(request.org, kind, request.village);
    const asked = readCorrection(kind, request, this.#clock());
    const envelope: Envelope = request.village ? { village: request.village } : {};
    return this.#mend(CORRECT, kind, request, asked, envelope, async (tx, row) => {
      const history = await historyOf(tx, request.org, request.record);
      const taken = history.flatMap(({ step }) => (kind.steps[step] ? [...fieldsOf(kind.steps[step])] : []));
      assertAllowed(kind, '更正', new Set(taken), Object.keys({ ...asked.open, ...asked.personal }));
      return rejudge(kind, row, history);
    });
  }

  /** Takes a record out of every count; it stays in the ledger with the reason. */
  async void(request: VoidRequest): Promise<Acted> {
    assertVersion(request.expectedVersion);
    const kind = await this.#kindOf(request);
    const asked = readCorrection(kind, { ...request, values: {} }, this.#clock());
    return this.#mend(VOID, kind, request, asked, {}, () => []);
  }

  /** A matter goes on under the version of its kind that it was started under. */
  async #kindOf({ org, kind, record }: Pick<ActRequest, 'org' | 'kind' | 'record'>): Promise<Kind> {
    const { register, store } = this.#options;
    if (!register.hasOlder(kind)) return register.kind(kind);
    assertId(record);
    const [row] = await store.read(oneOrganisation(org), (tx) =>
      tx.query<{ kind_version: number }>(
        'version-of-record',
        'SELECT kind_version FROM record WHERE org_code = $1 AND record_id = $2 AND kind = $3',
        [org, record, kind],
      ),
    );
    return register.kind(kind, row?.kind_version);
  }

  async #assertVillage(org: string, kind: Kind, village: string | undefined): Promise<void> {
    if (!village) return;
    if (kind.village === undefined) {
      throw new Refusal('invalid-value', `“${kind.label}”不分村。`, { field: 'village' });
    }
    const villages = await villagesOf(this.#options.store, org);
    if (!villages.includes(village)) {
      throw new Refusal('invalid-value', `没有“${village}”这个村，应是：${villages.join('、')}。`, {
        field: 'village',
      });
    }
  }

  async #mend(
    step: string,
    kind: Kind,
    request: VoidRequest,
    asked: Asked,
    envelope: Envelope,
    judgeIt: Draft['judge'],
  ): Promise<Acted> {
    if (kind.code === ORGANISATION) throw new Refusal('not-permitted', '机构的登记不能更正或作废。');
    const starts = Object.values(kind.steps).filter((each) => each.from === 'start');
    if (!starts.some((each) => each.by.includes(request.actor.post))) {
      throw new Refusal('not-permitted', `您的岗位不能更正或作废“${kind.label}”。`);
    }
    return this.#write({
      ...this.#common(request),
      expected: request.expectedVersion,
      kind,
      step,
      asked,
      envelope: { ...asked.envelope, ...envelope },
      law: [],
      reason: parseReason(request.reason),
      judge: judgeIt,
    });
  }

  #common({ org, record, actor, idempotencyKey }: Omit<VoidRequest, 'reason' | 'expectedVersion'>) {
    assertId(record);
    const behalf = actor.behalf === undefined ? {} : { behalf: parseReason(actor.behalf) };
    return {
      org,
      record,
      actor: { account: actor.account, post: actor.post, ...behalf },
      idem: keyHash(idempotencyKey),
    };
  }

  async #take(
    kind: Kind,
    step: Step<FieldSet, string>,
    request: Omit<ActRequest, 'expectedVersion'>,
    expected: number,
    envelope: Envelope,
  ): Promise<Acted> {
    const asked = readAsked(kind, step, request, this.#clock());
    const { occurredOn: actOn, source, open: given, reasons } = asked;
    return this.#write({
      ...this.#common(request),
      expected,
      kind,
      step: request.step,
      asked,
      envelope: { ...asked.envelope, ...envelope },
      law: lawApplied(kind, step, actOn),
      judge: (_tx, row, before) => {
        assertState(kind, step, before);
        return judge({ kind, step, row, given, actOn, today: dayAt(this.#clock()), source, reasons });
      },
    });
  }

  async #write(draft: Draft): Promise<Acted> {
    const { org, record } = draft;
    await this.#assertFiles(draft);
    // Keys reach the disk before the entry that relies on them; keys of a failed act are never used.
    const personal = Object.entries(draft.asked.personal);
    const sealed = await this.#options.vault.seal(
      personal.map(([field, value]) => ({ place: { org, record, field }, value })),
    );
    const fields = personal.map(([field], index): SealedField => [field, sealed[index]!]);
    // Of two that judged the same record at once the second judges again; a key used meanwhile answers what it did.
    for (;;) {
      const acted = await this.#attempt(draft, fields);
      if (acted) return acted;
    }
  }

  #attempt(draft: Draft, personal: readonly SealedField[]): Promise<Acted | undefined> {
    const { org, record, kind } = draft;
    return this.#options.store.transaction(oneOrganisation(org), async (tx) => {
      const now = this.#clock();
      const opened = await openMatter(tx, draft, dayAt(now));
      this.#assertMayAct(opened, draft);
      if (opened.prior !== null) return this.#answerAgain(tx, opened.prior, draft);
      assertStands(opened, draft);
      const unjudged = { ...this.#entryOf(draft, personal), flaws: [] };
      const flaws = await draft.judge(
        tx,
        project(kind, opened.matter, unplaced(unjudged, now)),
        opened.matter,
      );
      const entry = { ...unjudged, flaws };
      const row = project(kind, opened.matter, unplaced(entry, now));
      const rows = { row, parts: partsOf(kind, opened.matter, row), personal };
      const appended = await appendRows(tx, entry, now, rows);
      if (typeof appended === 'string') return undefined;
      return { record, version: row.version, seq: appended.seq, flaws, repeated: false };
    });
  }

  /** A file that an entry names must be on disk. */
  async #assertFiles({ kind, asked }: Draft): Promise<void> {
    for (const [name, value] of Object.entries(asked.personal)) {
      const field = kind.fields[name];
      if (field?.type !== 'file') continue;
      const stored = await this.#options.files.get((value as { sha256: string }).sha256);
      if (!stored)
        throw new Refusal('bad-file', `“${field.label}”还没有上传，或上传不完整。`, { field: name });
    }
  }

  #assertMayAct(opened: Opened, { actor }: Draft): void {
    if (this.#clock !== systemClock && !opened.demo) {
      throw new Refusal('not-demo', '只有演示机构可以用假定的时间登记。');
    }
    if (!opened.holds) throw new Refusal('not-permitted', `账号“${actor.account}”现在不担任这个岗位。`);
  }

  /** The same key again: the answer it had, or a conflict when it now asks for something else. */
  async #answerAgain(tx: Transaction, text: string, draft: Draft): Promise<Acted> {
    const entry = readEntry(text);
    const { kind, step, asked, envelope } = draft;
    const open = (what: Pick<Entry, 'kind' | 'step' | 'occurredOn' | 'envelope' | 'values'>): string =>
      canonicalText([what.kind, what.step, what.occurredOn, what.envelope, what.values]);
    const now = { kind: kind.code, step, occurredOn: asked.occurredOn, envelope, values: asked.open };
    // A start without an id of its own got a new one; an act names its record.
    const sameRecord = draft.expected === 0 || entry.record === draft.record;
    if (!sameRecord || open(entry) !== open(now) || !(await this.#samePersonal(tx, entry, draft))) {
      throw new Refusal('idempotency-conflict', '同一个提交编号已经用在另一件事上。', {
        next: '请换一个编号再提交。',
        facts: { seq: entry.seq },
      });
    }
    return {
      record: entry.record,
      version: entry.expected + 1,
      seq: entry.seq,
      flaws: entry.flaws,
      repeated: true,
    };
  }

  async #samePersonal(tx: Transaction, entry: Entry, { org, asked }: Draft): Promise<boolean> {
    const names = Object.keys(asked.personal);
    if (names.length !== Object.keys(entry.commitments).length) return false;
    const rows = await tx.query<{ field: string; key_id: Buffer }>(
      'personal-of-entry',
      'SELECT field, key_id FROM personal_value WHERE org_code = $1 AND record_id = $2 AND seq = $3',
      [org, entry.record, entry.seq],
    );
    for (const field of names) {
      const [row, commitment] = [rows.find((each) => each.field === field), entry.commitments[field]];
      if (!row || commitment === undefined) return false;
      const place = { org, record: entry.record, field };
      if (!(await this.#options.vault.holds(place, row.key_id, commitment, asked.personal[field])))
        return false;
    }
    return true;
  }

  #entryOf(draft: Draft, personal: readonly SealedField[]): Omit<UnplacedEntry, 'flaws'> {
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
      kindPrint: this.#options.register.print(kind),
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
}

function linkedIds({ kind, asked }: Draft): [field: string, id: string][] {
  return Object.entries(asked.open).flatMap(([name, value]) =>
    kind.fields[name]?.type === 'link' && typeof value === 'string' ? [[name, value]] : [],
  );
}

async function openMatter(tx: Transaction, draft: Draft, today: Day): Promise<Opened> {
  const { org, record, idem, actor } = draft;
  const links = linkedIds(draft).map(([, id]) => id);
  const [opened] = await tx.query<Opened>(
    'open-matter',
    'SELECT * FROM open_matter($1, $2, $3, $4, $5, $6, $7)',
    [org, record, idem, actor.account, actor.post, today, links],
  );
  if (!opened) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  return opened;
}

/** The matter stands where the actor saw it, and what it links to is there. */
function assertStands({ matter, linked }: Opened, draft: Draft): void {
  const { kind, expected } = draft;
  const version = matter?.version ?? 0;
  // A sealed record answers exactly like a missing one.
  const hidden = matter !== null && (matter.sealed !== null || matter.kind !== kind.code);
  if (expected > 0 && (version === 0 || hidden)) throw new Refusal('not-found', '没有这条记录。');
  if (matter?.voided_by) throw new Refusal('wrong-state', '这条记录已经作废，不能再办。');
  if (version !== expected) {
    throw new Refusal('version-conflict', '这条记录刚被别人改过，您看到的已不是最新内容。', {
      next: '请刷新后核对，再提交一次；您填的内容还在。',
      facts: { expected, version },
    });
  }
  for (const [name, id] of linkedIds(draft)) {
    const field = kind.fields[name]!;
    if (linked?.[id] !== field.target) {
      throw new Refusal('invalid-value', `“${field.label}”指向的记录不存在、已作废或不是这一种。`, {
        field: name,
      });
    }
  }
}

function assertState(kind: Kind, step: Step<FieldSet, string>, before: RecordRow | null): void {
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
async function historyOf(tx: Transaction, org: string, record: string): Promise<Entry[]> {
  const rows = await tx.query<{ text: string }>(
    'entries-of-record',
    'SELECT text FROM entry WHERE org_code = $1 AND record_id = $2 ORDER BY seq',
    [org, record],
  );
  return rows.map((row) => readEntry(row.text));
}
