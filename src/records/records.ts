import { createHash, randomUUID } from 'node:crypto';
import { dayAt, Refusal, type FieldSet, type Kind, type Register, type Step } from '../kernel/index.ts';
import type { Envelope, FileStore, Vault } from '../ledger/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import { SAMPLE } from '../people/drawn.ts';
import { answerAgain } from './again.ts';
import { appendRows, type SealedField } from './append.ts';
import {
  assertId,
  assertMends,
  getStep,
  parseBehalf,
  parseHandlers,
  parseReason,
  readAsked,
  readCorrection,
  type ActRequest,
  type Asked,
  type AssignRequest,
  type CorrectRequest,
  type StartRequest,
  type VoidRequest,
} from './ask.ts';
import {
  assertNotClosed,
  assertStands,
  assertState,
  entryOf,
  filled,
  historyOf,
  openMatter,
  practising,
  type Acted,
  type Draft,
  type Mending,
  type Opened,
} from './draft.ts';
import { assertMakesSense, judge, lawApplied, rejudge, whoseAct } from './judge.ts';
import { actingAs, assertHolds } from './acting.ts';
import { versionConflict } from './conflict.ts';
import { assertHoldPosts } from './handlers.ts';
import { mayMend, MENDING } from './mending.ts';
import { givenNumbers, numberTwice, NUMBER_USED } from './numbering.ts';
import { destroyErased } from './destroying.ts';
import {
  keptIn,
  releasing,
  withholding,
  type Erased,
  type EraseRequest,
  type ReleaseRequest,
} from './erasure.ts';
import { ASSIGN, CORRECT, ERASE, partsOf, project, RESTRICT, unplaced, VOID } from './projection.ts';
import {
  planPurge,
  proposingPurge,
  purgedBy,
  purging,
  type ProposePurgeRequest,
  type Purged,
} from './purge.ts';
import { retainedThrough } from './retention.ts';
import { ORGANISATION, type RecordRow } from './row.ts';
import { drawn } from './sample.ts';
import { takenValues } from './takes.ts';
import { closing, sealing, type SealRequest } from './sealing.ts';
import { noticeSeparations } from './separation.ts';
import { assertHome, assertStaffing, isStaffing } from './staffing.ts';
import { heldAgainstBook, stockVillage } from './stocking.ts';
import { villagesOf } from './villages.ts';

export type { Acted } from './draft.ts';

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

function keyHash(key: string): Buffer {
  if (key.trim() === '')
    throw new Refusal('missing-value', '缺少防重复提交的编号。', { field: 'idempotencyKey' });
  return createHash('sha256').update(key).digest();
}

function namesGiven({ open, personal }: Asked): ReadonlySet<string> {
  return new Set([...Object.keys(open), ...Object.keys(personal)]);
}

/** Why two papers have one number: said with the act, or the reason of a correction. */
function reasonForNumber({ asked, reason }: Draft): string | undefined {
  return asked.reasons[NUMBER_USED] ?? reason;
}

function assertVersion(expected: number): void {
  if (!Number.isSafeInteger(expected) || expected < 1) {
    throw new Refusal('invalid-value', '缺少所见记录的版本号。', { field: 'expectedVersion' });
  }
}

/** What a step says that it destroys, in its own entry (突发事件应对法 art. 85). */
function destroying({ destroys }: Step<FieldSet, string>): Envelope {
  return destroys ? { erased: destroys, ground: 'done' } : {};
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
    const { drill } = request;
    const village = await stockVillage(this.#options.store, kind, request);
    if (kind.village === 'required' && !village) {
      throw new Refusal('missing-value', `“${kind.label}”要写明所在村。`, { field: 'village' });
    }
    await this.#assertVillage(request.org, kind, village);
    const envelope: Envelope = {
      ...(village ? { village } : {}),
      ...(drill ? { drill: true } : {}),
      ...(kind.audience ? { audience: kind.audience } : {}),
    };
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
    const acted = await this.#take(kind, step, request, request.expectedVersion, destroying(step));
    // Whatever crashes in between is destroyed at the next start: the entry already says so.
    if (step.destroys) await destroyErased(this.#options, request.org, request.record);
    return acted;
  }

  /** Mends what was entered wrongly; both the old and the new stand in the ledger, and the law judges it anew. */
  async correct(request: CorrectRequest): Promise<Acted> {
    assertVersion(request.expectedVersion);
    const kind = await this.#kindOf(request);
    await this.#assertVillage(request.org, kind, request.village);
    const asked = readCorrection(kind, request, this.#clock());
    const envelope: Envelope = request.village ? { village: request.village } : {};
    const judgeIt: Draft['judge'] = async (row, _before, linked) => {
      const history = await historyOf(this.#options.store, request.org, request.record);
      const taken = history.flatMap(({ step }) => kind.steps[step] ?? []);
      assertMends(kind, taken, { ...asked, envelope: { ...asked.envelope, ...envelope } });
      const given = new Set([...namesGiven(asked), ...keptIn(history, row)]);
      for (const step of taken) assertMakesSense(step, row, given);
      return rejudge({ kind, row, linked }, history);
    };
    return this.#mend(kind, request, { act: CORRECT, envelope, asked, judge: judgeIt });
  }

  /** Takes a record out of every count; it stays in the ledger with the reason. */
  async void(request: VoidRequest): Promise<Acted> {
    const kind = await this.#kindOf(request);
    return this.#mend(kind, request, { act: VOID, envelope: {}, judge: () => [] });
  }

  /** Gives a matter to other handlers (承办人). Only accounts that hold a post today can be named. */
  async assign(request: AssignRequest): Promise<Acted> {
    const kind = await this.#kindOf(request);
    const handlers = parseHandlers(request.handlers);
    await assertHoldPosts(this.#options.store, request.org, handlers, dayAt(this.#clock()));
    return this.#mend(kind, request, { act: ASSIGN, envelope: { handlers }, judge: () => [] });
  }

  /** Lets only those know of a record who are cleared for a class (限定知悉); `null` lets everybody know again. */
  async seal(request: SealRequest): Promise<Acted> {
    const kind = await this.#kindOf(request);
    return this.#mend(kind, request, sealing(this.#options.store, request, dayAt(this.#clock())));
  }

  /** Lets personal values only be kept (限制处理): nobody sees them but who is cleared for it. */
  async restrict(request: EraseRequest): Promise<Erased> {
    const kind = await this.#kindOf(request);
    const mending = await withholding(this.#options.store, kind, request, RESTRICT);
    return { ...(await this.#mend(kind, request, mending)), outcome: 'restricted' };
  }

  /** Destroys personal values; while the record must be kept they are restricted instead (个人信息保护法 art. 47). */
  async erase(request: EraseRequest): Promise<Erased> {
    const { store, register } = this.#options;
    const kind = await this.#kindOf(request);
    const until = await retainedThrough(store, register, kind, request);
    if (until === 'permanent' || dayAt(this.#clock()) <= until) {
      return { ...(await this.restrict(request)), retainedThrough: until };
    }
    const acted = await this.#mend(kind, request, await withholding(store, kind, request, ERASE));
    await destroyErased(this.#options, request.org, request.record);
    return { ...acted, outcome: 'erased', retainedThrough: until };
  }

  /** Lets restricted values be used again: they were restricted by mistake, or the reason is gone. */
  async release(request: ReleaseRequest): Promise<Acted> {
    const kind = await this.#kindOf(request);
    return this.#mend(kind, request, await releasing(this.#options.store, kind, request));
  }

  /** The first of two people: says which entries hold what must not stand here (保守国家秘密法 art. 31). */
  async proposePurge(request: ProposePurgeRequest): Promise<Acted> {
    const kind = await this.#kindOf(request);
    return this.#mend(kind, request, proposingPurge(this.#options.store, kind, request));
  }

  /** The second: destroys what was proposed, in ledger, records, search, personal values and files. */
  async purge(request: VoidRequest): Promise<Purged> {
    const kind = await this.#kindOf(request);
    const plan = await planPurge(this.#options.store, kind, request, keyHash(request.idempotencyKey));
    const acted = await this.#mend(kind, request, purging(plan));
    await destroyErased(this.#options, request.org, request.record);
    return purgedBy(acted, plan);
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

  async #mend(kind: Kind, request: VoidRequest, mending: Mending): Promise<Acted> {
    assertVersion(request.expectedVersion);
    const {
      act,
      envelope,
      asked = readCorrection(kind, { ...request, values: {} }, this.#clock()),
      ...rest
    } = mending;
    if (kind.code === ORGANISATION) throw new Refusal('not-permitted', '机构的登记不能更正或作废。');
    if (!mayMend(act, kind, request.actor.post)) {
      throw new Refusal('not-permitted', `您的岗位不能${MENDING[act]}“${kind.label}”。`);
    }
    return this.#write({
      law: [],
      ...rest,
      ...this.#common(request),
      expected: request.expectedVersion,
      kind,
      step: act,
      asked,
      envelope: { ...asked.envelope, ...envelope },
      reason: parseReason(request.reason),
    });
  }

  #common({ org, record, actor, idempotencyKey }: Omit<VoidRequest, 'reason' | 'expectedVersion'>) {
    assertId(record);
    const behalf = actor.behalf === undefined ? {} : { behalf: parseBehalf(actor.behalf) };
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
      ...this.#filling(kind, step, request, asked),
      judge: (row, before, linked) => {
        assertState(kind, step, before);
        assertMakesSense(step, row, namesGiven(asked));
        const by = whoseAct(request.actor);
        return judge({
          kind,
          step,
          row,
          linked,
          given,
          actOn,
          by,
          today: dayAt(this.#clock()),
          source,
          reasons,
        });
      },
    });
  }

  /** What the machine itself gives: a draw, or what holds elsewhere on the day of the act. */
  #filling(
    kind: Kind,
    step: Step<FieldSet, string>,
    request: Omit<ActRequest, 'expectedVersion'>,
    { open, occurredOn }: Asked,
  ): Pick<Draft, 'fill'> {
    const { store } = this.#options;
    if (kind.code === SAMPLE) {
      return { fill: () => drawn(this.#options, { ...request, values: open }, this.#clock()) };
    }
    if (step.takes === undefined) return {};
    return {
      fill: ({ matter, linked, local }, { drill = false }) =>
        takenValues(store, request.org, step, {
          open: { ...matter?.body, ...open },
          linked: linked ?? {},
          local: local ?? {},
          on: occurredOn,
          drill: matter?.is_drill ?? drill,
        }),
    };
  }

  async #write(draft: Draft): Promise<Acted> {
    await this.#assertFiles(draft);
    // Of two that judged the same record at once the second judges again, and takes the next number where the other took
    // its own; a key used meanwhile answers what it did.
    for (;;) {
      const acted = await this.#attempt(draft);
      if (!acted) continue;
      if (isStaffing(draft.kind)) await noticeSeparations(this.#options, draft.org, this.#clock());
      return acted;
    }
  }

  async #attempt(given: Draft): Promise<Acted | undefined> {
    const { org, record, kind } = given;
    const { store, register, vault } = this.#options;
    const alone = store.alone(oneOrganisation(org));
    const now = this.#clock();
    const opened = await openMatter(alone, given, dayAt(now));
    const asked = practising(given, opened);
    this.#assertMayAct(opened, asked);
    if (opened.prior !== null) return answerAgain(store, vault, opened.prior, asked);
    assertNotClosed(opened, asked, dayAt(now));
    const known = await filled(asked, opened);
    assertStands(opened, known);
    const { matter } = opened;
    const version = matter?.version ?? 0;
    if (version !== known.expected) throw await versionConflict(store, kind, { ...known, version });
    const rowAfter = (done: Draft): RecordRow =>
      project(kind, done.base ?? matter, unplaced({ ...entryOf(register, done, []), flaws: [] }, now));
    const open = rowAfter(known);
    const closed = await closing(alone, kind, matter, open, dayAt(now));
    const kept = closed ? { ...known, envelope: { ...known.envelope, ...closed } } : known;
    const foreseen = closed ? rowAfter(kept) : open;
    // Before anything is said of what is on the book: it is nobody's of another village.
    const acting = { ...kept, actor: actingAs(kept.actor, opened.holdings, matter, foreseen) };
    const draft = await heldAgainstBook(store, acting, matter, rowAfter);
    const judged = kind.stock ? rowAfter(draft) : foreseen;
    const flaws = [
      ...(await draft.judge(judged, matter, opened.linked ?? {})),
      ...(await numberTwice(alone, kind, asked.asked.open, judged, reasonForNumber(draft))),
    ];
    await assertHome(store, judged, matter);
    await assertStaffing(alone, judged, matter);
    const personal = await this.#seal(draft);
    const entry = { ...entryOf(register, draft, personal), flaws };
    // What was judged is what is written: neither flaws nor personal values change anything else of a row.
    const row = { ...judged, flaws: judged.flaws + flaws.length };
    const rows = {
      row,
      parts: partsOf(kind, matter, row),
      personal,
      ...(draft.stubs ? { stubs: draft.stubs } : {}),
      given: givenNumbers(kind, draft.step, row),
      ...(draft.book ? { book: draft.book } : {}),
    };
    const appended = await appendRows(alone, entry, now, rows);
    if (typeof appended === 'string') return undefined;
    return { record, version: row.version, seq: appended.seq, flaws, repeated: false };
  }

  /** Keys reach the disk before the entry that relies on them; those of an act that fails are never used. */
  async #seal({ org, record, asked }: Draft): Promise<SealedField[]> {
    const personal = Object.entries(asked.personal);
    const sealed = await this.#options.vault.seal(
      personal.map(([field, value]) => ({ place: { org, record, field }, value })),
    );
    return personal.map(([field], index) => [field, sealed[index]!]);
  }

  /** A file that an entry names must be on disk. */
  async #assertFiles({ org, kind, asked }: Draft): Promise<void> {
    for (const [name, value] of Object.entries(asked.personal)) {
      const field = kind.fields[name];
      if (field?.type !== 'file') continue;
      const stored = await this.#options.files.get(org, (value as { sha256: string }).sha256);
      if (!stored)
        throw new Refusal('bad-file', `“${field.label}”还没有上传，或上传不完整。`, { field: name });
    }
  }

  #assertMayAct(opened: Opened, { actor }: Draft): void {
    if (this.#clock !== systemClock && !opened.demo) {
      throw new Refusal('not-demo', '只有演示机构可以用假定的时间登记。');
    }
    assertHolds(actor, opened.holdings);
  }
}
