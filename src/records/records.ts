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
  FORMAT,
  hashEntry,
  readEntry,
  SUITE,
  type Actor,
  type Entry,
  type Envelope,
  type FileStore,
  type Flaw,
  type Vault,
} from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { getStep, readAsked, readCorrection, type ActRequest, type Asked, type StartRequest } from './ask.ts';
import { judge, lawApplied } from './judge.ts';
import { appendRows, type SealedField } from './append.ts';
import { CORRECT, partsOf, project, VOID } from './projection.ts';
import type { RecordRow } from './row.ts';

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

export interface CorrectRequest extends Omit<ActRequest, 'step'> {
  readonly reason: string;
  readonly village?: string;
}
export type VoidRequest = Omit<CorrectRequest, 'values' | 'village'>;

/** Where the organisation and the matter stand, seen under the head's lock. */
interface Opened {
  readonly seq: number;
  readonly chain: Buffer;
  readonly recorded_at: Date;
  readonly demo: boolean;
  readonly prior: string | null;
  readonly matter: RecordRow | null;
  readonly holds: boolean;
}

interface Draft {
  readonly request: Omit<ActRequest, 'expectedVersion' | 'values'>;
  readonly expected: number;
  readonly kind: Kind;
  readonly step: string;
  readonly asked: Asked;
  readonly envelope: Envelope;
  readonly law: readonly string[];
  readonly reason?: string;
  /** Says under which breaches the act goes on, or throws. `row` is the matter as it would stand. */
  readonly judge: (row: RecordRow, before: RecordRow | null) => Flaw[];
}

function keyHash(key: string): Buffer {
  if (key.trim() === '')
    throw new Refusal('missing-value', '缺少防重复提交的编号。', { field: 'idempotencyKey' });
  return createHash('sha256').update(key).digest();
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
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
  start(request: StartRequest): Promise<Acted> {
    const kind = this.#options.register.kind(request.kind);
    const step = getStep(kind, request.step);
    if (step.from !== 'start') throw new Refusal('wrong-state', `“${step.label}”不是开头的环节,要先有记录。`);
    const { village, drill, sealed } = request;
    if (kind.village === 'required' && !village) {
      throw new Refusal('missing-value', `“${kind.label}”要写明所在村。`, { field: 'village' });
    }
    if (kind.village === undefined && village) {
      throw new Refusal('invalid-value', `“${kind.label}”不分村。`, { field: 'village' });
    }
    const envelope = { village, sealed, ...(drill ? { drill: true as const } : {}) };
    return this.#take(kind, step, { ...request, record: request.record ?? randomUUID() }, 0, envelope);
  }

  /** Takes a step in a matter that stands at `expectedVersion`. */
  act(request: ActRequest): Promise<Acted> {
    const kind = this.#options.register.kind(request.kind);
    const step = getStep(kind, request.step);
    if (step.from === 'start') throw new Refusal('wrong-state', `“${step.label}”是开头的环节,不能再办一次。`);
    return this.#take(kind, step, request, request.expectedVersion, {});
  }

  /** Mends what was entered wrongly; both the old and the new stand in the ledger. */
  correct(request: CorrectRequest): Promise<Acted> {
    const kind = this.#options.register.kind(request.kind);
    const asked = readCorrection(kind, request, this.#clock());
    const envelope = defined({ village: request.village });
    return this.#mend(CORRECT, kind, request, asked, envelope);
  }

  /** Takes a record out of every count; it stays in the ledger with the reason. */
  void(request: VoidRequest): Promise<Acted> {
    const kind = this.#options.register.kind(request.kind);
    const { occurredOn, source } = readCorrection(kind, { ...request, values: {} }, this.#clock());
    return this.#mend(VOID, kind, request, { occurredOn, source, open: {}, personal: {} }, {});
  }

  #mend(step: string, kind: Kind, request: CorrectRequest, asked: Asked, envelope: Envelope): Promise<Acted> {
    if (request.reason.trim() === '') throw new Refusal('missing-value', '请写明理由。', { field: 'reason' });
    const starts = Object.values(kind.steps).filter((each) => each.from === 'start');
    if (!starts.some((each) => each.by.includes(request.actor.post))) {
      throw new Refusal('not-permitted', `您的岗位不能更正或作废“${kind.label}”。`);
    }
    return this.#write({
      request: { ...request, step },
      expected: request.expectedVersion,
      kind,
      step,
      asked,
      envelope,
      law: [],
      reason: request.reason.trim(),
      judge: () => [],
    });
  }

  async #take(
    kind: Kind,
    step: Step<FieldSet, string>,
    request: Omit<ActRequest, 'expectedVersion'>,
    expected: number,
    envelope: Envelope | { village: string | undefined; sealed: string | undefined },
  ): Promise<Acted> {
    const asked = readAsked(kind, step, request, this.#clock());
    const { unit, evidence, home, upperNumber } = request;
    return this.#write({
      request,
      expected,
      kind,
      step: request.step,
      asked,
      envelope: defined({ ...envelope, unit, evidence, home, upperNumber }),
      law: lawApplied(step),
      judge: (row, before) => {
        if (before && step.from !== 'start' && !step.from.includes(before.state)) {
          const now = kind.states[before.state] ?? before.state;
          throw new Refusal('wrong-state', `这件事现在是“${now}”,不能办“${step.label}”。`, {
            next: '请刷新后看看现在能办什么。',
          });
        }
        const { occurredOn: actOn, source, open: given } = asked;
        return judge({ kind, step, row, given, actOn, source, reasons: request.reasons ?? {} });
      },
    });
  }

  async #write(draft: Draft): Promise<Acted> {
    const { org, record } = draft.request;
    const idem = keyHash(draft.request.idempotencyKey);
    await this.#assertFiles(draft);
    // Keys reach the disk before the entry that relies on them; keys of a failed act are never used.
    const personal = Object.entries(draft.asked.personal);
    const sealed = await this.#options.vault.seal(
      personal.map(([field, value]) => ({ place: { org, record, field }, value })),
    );
    const sealedFields = personal.map(([field], index): SealedField => [field, sealed[index]!]);
    return this.#options.store.transaction(oneOrganisation(org), async (tx) => {
      const opened = await openMatter(tx, draft, idem, dayAt(this.#clock()));
      if (opened.prior !== null) return repeated(opened.prior, draft);
      this.#assertMayWrite(opened, draft);
      await assertLinks(tx, draft);
      const entry = this.#entryOf(draft, opened, idem, sealedFields);
      return append(tx, draft, opened.matter, entry, sealedFields);
    });
  }

  /** A file that an entry names must be on disk. */
  async #assertFiles({ kind, asked }: Draft): Promise<void> {
    for (const [name, value] of Object.entries(asked.personal)) {
      if (kind.fields[name]?.type !== 'file') continue;
      const stored = await this.#options.files.get((value as { sha256: string }).sha256);
      if (!stored)
        throw new Refusal('bad-file', `“${kind.fields[name].label}”还没有上传,或上传不完整。`, {
          field: name,
        });
    }
  }

  #assertMayWrite(opened: Opened, { request, expected }: Draft): void {
    if (this.#clock !== systemClock && !opened.demo) {
      throw new Refusal('not-demo', '只有演示机构可以用假定的时间登记。');
    }
    if (!opened.holds) {
      throw new Refusal('not-permitted', `账号“${request.actor.account}”现在不担任这个岗位。`);
    }
    const version = opened.matter?.version ?? 0;
    if (expected > 0 && version === 0) throw new Refusal('not-found', '没有这条记录。');
    if (opened.matter && opened.matter.kind !== request.kind)
      throw new Refusal('not-found', '没有这条记录。');
    if (version !== expected) {
      throw new Refusal('version-conflict', '这条记录刚被别人改过,您看到的已不是最新内容。', {
        next: '请刷新后核对,再提交一次;您填的内容还在。',
        facts: { expected, version },
      });
    }
    if (opened.matter?.voided_by) throw new Refusal('wrong-state', '这条记录已经作废,不能再办。');
  }

  #entryOf(
    draft: Draft,
    opened: Opened,
    idem: Buffer,
    personal: readonly SealedField[],
  ): Omit<Entry, 'flaws'> {
    const { request, kind, asked } = draft;
    const recordedAt = new Date(Math.max(this.#clock().getTime(), opened.recorded_at.getTime()));
    return {
      format: FORMAT,
      suite: SUITE,
      org: request.org,
      seq: opened.seq + 1,
      recordedAt: recordedAt.toISOString(),
      occurredOn: asked.occurredOn,
      precision: request.precision ?? 'day',
      source: asked.source,
      actor: actorOf(request.actor),
      kind: kind.code,
      kindVersion: kind.version,
      kindPrint: this.#options.register.print(kind),
      record: request.record,
      expected: draft.expected,
      step: draft.step,
      law: draft.law,
      envelope: draft.envelope,
      values: asked.open,
      commitments: Object.fromEntries(personal.map(([field, value]) => [field, value.commitment])),
      ...(draft.reason ? { reason: draft.reason } : {}),
      idem: idem.toString('hex'),
      previous: opened.chain.toString('hex'),
    };
  }
}

function actorOf({ account, post, behalf }: Actor): Actor {
  return { account, post, ...(behalf ? { behalf } : {}) };
}

/** What a link points to must exist, be of the right kind and not be void. */
async function assertLinks(tx: Transaction, { request, kind, asked }: Draft): Promise<void> {
  const links = Object.entries(asked.open).filter(([name]) => kind.fields[name]?.type === 'link');
  if (links.length === 0) return;
  const found = await tx.query<{ record_id: string; kind: string }>(
    'find-linked',
    `SELECT record_id, kind FROM record
     WHERE org_code = $1 AND record_id = ANY ($2::uuid[]) AND voided_by IS NULL AND sealed IS NULL`,
    [request.org, links.map(([, id]) => id)],
  );
  for (const [name, id] of links) {
    const field = kind.fields[name]!;
    if (!found.some((row) => row.record_id === id && row.kind === field.target)) {
      throw new Refusal('invalid-value', `“${field.label}”指向的记录不存在、已作废或不是这一种。`, {
        field: name,
      });
    }
  }
}

async function openMatter(tx: Transaction, { request }: Draft, idem: Buffer, today: Day): Promise<Opened> {
  const { org, record, actor } = request;
  const [opened] = await tx.query<Opened>(
    'open-matter',
    'SELECT * FROM open_matter($1, $2, $3, $4, $5, $6)',
    [org, record, idem, actor.account, actor.post, today],
  );
  if (!opened) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  return opened;
}

/** The same key again: the answer it had, or a conflict when it now asks for something else. */
function repeated(text: string, { request, step, kind, asked }: Draft): Acted {
  const entry = readEntry(text);
  const same =
    entry.kind === kind.code &&
    entry.step === step &&
    entry.occurredOn === asked.occurredOn &&
    JSON.stringify(Object.entries(entry.values).toSorted()) ===
      JSON.stringify(Object.entries(asked.open).toSorted());
  if (!same) {
    throw new Refusal('idempotency-conflict', '同一个提交编号已经用在另一件事上。', {
      facts: { seq: entry.seq, record: request.record },
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

async function append(
  tx: Transaction,
  draft: Draft,
  before: RecordRow | null,
  unjudged: Omit<Entry, 'flaws'>,
  personal: readonly SealedField[],
): Promise<Acted> {
  const flaws = draft.judge(project(draft.kind, before, { ...unjudged, flaws: [] }), before);
  const hashed = hashEntry({ ...unjudged, flaws });
  const row = project(draft.kind, before, hashed.entry);
  await appendRows(tx, hashed, row, partsOf(draft.kind, before, row), personal);
  return { record: row.record_id, version: row.version, seq: row.last_seq, flaws, repeated: false };
}
