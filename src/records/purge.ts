import { dayAt, Refusal, type Kind } from '../kernel/index.ts';
import { readEntry, stubHash, stubOf, type Actor, type Entry, type PurgedEntry } from '../ledger/index.ts';
import { oneOrganisation, type Store } from '../store/connection.ts';
import type { VoidRequest } from './ask.ts';
import type { Acted, Mending, Stub } from './draft.ts';
import { project, PROPOSE_PURGE, PURGE } from './projection.ts';
import { NEVER_PURGED } from './mending.ts';
import type { RecordRow } from './row.ts';

/** The first of two people says which entries of a record must not stand anywhere (涉密清除). */
export interface ProposePurgeRequest extends VoidRequest {
  /** Numbers of entries of this record. */
  readonly entries: readonly number[];
}

/** What no program can reach, and a person has to destroy. */
export interface Remaining {
  readonly what: string;
  readonly next: string;
}

export interface Purged extends Acted {
  readonly entries: readonly number[];
  readonly remaining: readonly Remaining[];
}

/** What the second act needs, worked out from the record's entries. */
export interface PurgePlan {
  readonly purged: readonly PurgedEntry[];
  readonly stubs: readonly Stub[];
  /** Personal fields of which the entries gave values. */
  readonly erased: readonly string[];
  /** The record as it stands without their content. */
  readonly base: RecordRow;
  /** Day on which the first of the entries was made. */
  readonly since: string;
}

interface Held {
  readonly entry: Entry;
  readonly leaf: Buffer;
}

async function entriesOf(store: Store, org: string, record: string): Promise<Held[]> {
  const rows = await store.read(oneOrganisation(org), (tx) =>
    tx.query<{ text: string; leaf: Buffer }>(
      'entries-and-leaves',
      'SELECT text, leaf FROM entry WHERE org_code = $1 AND record_id = $2 ORDER BY seq',
      [org, record],
    ),
  );
  return rows.map(({ text, leaf }) => ({ entry: readEntry(text), leaf }));
}

function wrong(sentence: string): Refusal {
  return new Refusal('invalid-value', sentence, { field: 'entries' });
}

/** Refuses what is not this record's, destroyed already, or part of the procedure. */
async function assertPurgeable(
  store: Store,
  { org, record }: { readonly org: string; readonly record: string },
  numbers: readonly number[],
): Promise<void> {
  if (numbers.length === 0) throw new Refusal('missing-value', '请写明清除哪几条。', { field: 'entries' });
  const held = await entriesOf(store, org, record);
  for (const seq of numbers) {
    const found = held.find(({ entry }) => entry.seq === seq)?.entry;
    if (!found) throw wrong(`账本第${seq}条不是这条记录的。`);
    if (found.purged) throw wrong(`账本第${seq}条已经清除。`);
    if (found.step === PROPOSE_PURGE || found.step === PURGE) {
      throw wrong(`账本第${seq}条是清除的办理记录，不能清除。`);
    }
  }
}

export function proposingPurge(store: Store, kind: Kind, request: ProposePurgeRequest): Mending {
  if (NEVER_PURGED.includes(kind.code)) {
    throw new Refusal('not-permitted', `“${kind.label}”不能清除。`, { next: '请停用账号，或免去任职。' });
  }
  const toPurge = [...new Set(request.entries)].toSorted((a, b) => a - b);
  return {
    act: PROPOSE_PURGE,
    envelope: { toPurge },
    judge: async () => {
      await assertPurgeable(store, request, toPurge);
      return [];
    },
  };
}

/** The newest proposal of a record that has not been carried out. */
function openProposal(held: readonly Held[]): Entry {
  const last = held.findLast(({ entry }) => entry.step === PROPOSE_PURGE || entry.step === PURGE);
  if (last?.entry.step === PROPOSE_PURGE) return last.entry;
  throw new Refusal('wrong-state', '还没有人对这条记录提出涉密清除。', {
    next: '请先由一个人提出，再由另一个岗位的另一个人办理。',
  });
}

/** What an earlier act under the same key did: asked again, it does nothing more. */
function planAgain(kind: Kind, held: readonly Held[], done: Entry): PurgePlan {
  const { purged = [], erased = [] } = done.envelope;
  const first = held.find(({ entry }) => entry.seq === purged[0]?.seq);
  return {
    purged,
    erased,
    stubs: [],
    base: foldAgain(kind, held, new Map()),
    since: dayAt(new Date((first?.entry ?? done).recordedAt)),
  };
}

function assertAnother(proposer: Actor, actor: Actor): void {
  if (proposer.account !== actor.account && proposer.post !== actor.post) return;
  throw new Refusal('not-permitted', '涉密清除要由两个岗位的两个人办理，您不能办自己提出的。', {
    next: '请由另一个岗位的另一个人办理。',
  });
}

/** The record folded anew from its entries, with stubs in place of those that go. */
function foldAgain(kind: Kind, held: readonly Held[], stubs: ReadonlyMap<number, string>): RecordRow {
  let row: RecordRow | null = null;
  for (const { entry } of held) {
    const stub = stubs.get(entry.seq);
    row = project(kind, row, stub === undefined ? entry : readEntry(stub));
  }
  if (!row) throw new Refusal('not-found', '没有这条记录。');
  return row;
}

/** Works out what carrying out the open proposal means. */
export async function planPurge(
  store: Store,
  kind: Kind,
  { org, record, actor }: Pick<VoidRequest, 'org' | 'record' | 'actor'>,
  idem: Buffer,
): Promise<PurgePlan> {
  const held = await entriesOf(store, org, record);
  const done = held.find(({ entry }) => entry.step === PURGE && entry.idem === idem.toString('hex'));
  if (done) return planAgain(kind, held, done.entry);
  const proposal = openProposal(held);
  assertAnother(proposal.actor, actor);
  const going = held.filter(({ entry }) => proposal.envelope.toPurge?.includes(entry.seq));
  const stubs = going.map(({ entry }) => ({ seq: entry.seq, text: stubOf(entry) }));
  const fields = going.flatMap(({ entry }) => Object.keys(entry.commitments));
  return {
    stubs,
    purged: going.map(({ entry: { seq }, leaf }, index) => ({
      seq,
      leaf: leaf.toString('hex'),
      stub: stubHash(stubs[index]!.text),
    })),
    erased: [...new Set(fields)].toSorted(),
    base: foldAgain(kind, held, new Map(stubs.map(({ seq, text }) => [seq, text]))),
    since: dayAt(new Date(going[0]!.entry.recordedAt)),
  };
}

export function purging({ purged, erased, base, stubs }: PurgePlan): Mending {
  const envelope = { purged, ...(erased.length > 0 ? { erased } : {}) };
  return { act: PURGE, envelope, base, stubs, judge: () => [] };
}

export function purgedBy(acted: Acted, { purged, since }: PurgePlan): Purged {
  return { ...acted, entries: purged.map(({ seq }) => seq), remaining: remainingOf(since) };
}

/** What is left for people to do: no program reaches it. */
function remainingOf(since: string): Remaining[] {
  return [
    {
      what: `${since}以后做的数据备份（含复制到别处的）`,
      next: '里面还有原文，请逐份销毁，销毁后重新做一次备份。',
    },
    {
      what: '数据库的预写日志（WAL）、归档日志、从库和磁盘上的旧页',
      next: '请数据库管理员对 entry、record、gram、contribution 执行 VACUUM FULL，并清除归档日志；磁盘按保密规定处理。',
    },
    {
      what: '已经打印、导出、下载、截图或对外公布的内容',
      next: '请追回销毁，并按保密规定报告。',
    },
  ];
}
