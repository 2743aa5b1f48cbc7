import { isDeepStrictEqual } from 'node:util';
import { Refusal, type Day, type Register } from '../kernel/index.ts';
import {
  merkleRoot,
  readLeaves,
  type ChainState,
  type Checkpoint,
  type Entry,
  type FileStore,
  type Vault,
} from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { foldLedger, type Projection } from './fold.ts';
import { checkProjection } from './compare.ts';
import type { Standing, UnitRow } from './units.ts';

/** What `verify` found to be whole. */
export interface Verified {
  readonly org: string;
  readonly name: string;
  readonly demo: boolean;
  readonly entries: number;
  readonly records: number;
  readonly counters: number;
  readonly personalValues: number;
  /** Personal values that an entry says were destroyed. */
  readonly erased: number;
  readonly files: number;
  /** Signed checkpoints that the ledger still agrees with. */
  readonly checkpoints: number;
  /** Root of the RFC 6962 tree over all entries, hex. */
  readonly root: string;
}

interface PersonalRow {
  readonly record_id: string;
  readonly field: string;
  readonly seq: number;
  readonly key_id: Buffer;
  readonly sealed: Buffer;
}

interface Commitment {
  readonly place: { readonly org: string; readonly record: string; readonly field: string };
  readonly seq: number;
  readonly hash: string;
  readonly isFile: boolean;
}

function commitmentsOf(register: Register, entry: Entry): Commitment[] {
  const kind = register.kind(entry.kind, entry.kindVersion);
  return Object.entries(entry.commitments).map(([field, hash]) => ({
    place: { org: entry.org, record: entry.record, field },
    seq: entry.seq,
    hash,
    isFile: kind.fields[field]?.type === 'file',
  }));
}

/** `record field` → number of the entry that destroyed the values before it. */
type Erasures = Map<string, number>;

function noteErasures(erasures: Erasures, { record, seq, envelope }: Entry): void {
  for (const field of envelope.erased ?? []) erasures.set(`${record} ${field}`, seq);
}

interface Tally {
  personalValues: number;
  erased: number;
  files: number;
}

function wrong(seq: number, sentence: string): Refusal {
  return new Refusal('tampered', `账本第${seq}条有问题：${sentence}。`, { facts: { seq } });
}

function unfinished(seq: number, field: string): Refusal {
  return new Refusal('tampered', `账本第${seq}条的“${field}”已登记删除，内容却还在：删除没有做完。`, {
    facts: { seq },
    next: '请用同一个提交编号再办一次删除；仍在的，可能是恢复了旧备份。',
  });
}

async function checkFile(files: FileStore, org: string, value: unknown, seq: number): Promise<void> {
  const { name, sha256 } = value as { name: string; sha256: string };
  if (!(await files.get(org, sha256))) throw wrong(seq, `附件“${name}”缺失或被改动`);
}

async function checkPersonal(
  tx: Transaction,
  org: string,
  { commitments, erasures }: { commitments: readonly Commitment[]; erasures: Erasures },
  vault: Vault,
  files: FileStore,
): Promise<Tally> {
  const rows = await tx.query<PersonalRow>(
    'all-personal-values',
    'SELECT record_id, field, seq, key_id, sealed FROM personal_value WHERE org_code = $1',
    [org],
  );
  const held = new Map(rows.map((row) => [`${row.seq} ${row.record_id} ${row.field}`, row]));
  const tally = { personalValues: 0, erased: 0, files: 0 };
  for (const { place, seq, hash, isFile } of commitments) {
    const key = `${seq} ${place.record} ${place.field}`;
    const row = held.get(key);
    held.delete(key);
    if (seq < (erasures.get(`${place.record} ${place.field}`) ?? 0)) {
      if (row) throw unfinished(seq, place.field);
      tally.erased += 1;
      continue;
    }
    const matches = row && (await vault.matches(place, row.key_id, row.sealed, hash));
    if (!row || matches === undefined) throw wrong(seq, `“${place.field}”的个人信息或它的密钥缺失`);
    if (!matches) throw wrong(seq, `“${place.field}”的个人信息与承诺值不符`);
    tally.personalValues += 1;
    if (!isFile) continue;
    await checkFile(files, place.org, await vault.open(place, row.key_id, row.sealed), seq);
    tally.files += 1;
  }
  const [extra] = held.values();
  if (extra) throw wrong(extra.seq, `“${extra.field}”的个人信息在账本里没有承诺值`);
  return tally;
}

/** Everything that verification needs beside the database. */
export interface Verifier {
  readonly store: Store;
  readonly register: Register;
  readonly vault: Vault;
  readonly files: FileStore;
  /** Checkpoints signed earlier and kept outside the database: what they saw must still be there. */
  readonly checkpoints: readonly Checkpoint[];
}

/**
 * Re-computes everything of one organisation: the chain entry by entry, the tree, the personal values and files against
 * their commitments, the projection and the counters. Throws a refusal that names the first wrong thing. A tail cut off
 * together with the head shows only against a checkpoint that was signed before.
 */
export async function verifyOrganisation(org: string, verifier: Verifier): Promise<Verified> {
  const { store, register, vault, files, checkpoints } = verifier;
  return store.read(oneOrganisation(org), async (tx) => {
    const commitments: Commitment[] = [];
    const erasures: Erasures = new Map();
    const projection = await foldLedger(tx, register, org, {
      check: true,
      onEntry: (entry) => {
        commitments.push(...commitmentsOf(register, entry));
        noteErasures(erasures, entry);
      },
    });
    const values = projection.genesis?.values ?? {};
    const name = String(values['name'] ?? '');
    const demo = values['nature'] === 'demo';
    const standing = standingIn(projection);
    await checkHead(tx, org, projection.head, { demo, closed: standing.closed ?? null });
    await checkUnits(tx, org, standing.units ?? []);
    const leaves = await readLeaves(tx, org, projection.head.seq);
    checkpoints.forEach((checkpoint) => checkCheckpoint(checkpoint, leaves));
    const tally = await checkPersonal(tx, org, { commitments, erasures }, vault, files);
    await checkProjection(tx, org, projection);
    return {
      org,
      name,
      demo,
      entries: projection.head.seq,
      records: projection.records.size,
      counters: projection.counters.size,
      checkpoints: checkpoints.length,
      ...tally,
      root: merkleRoot(leaves).toString('hex'),
    };
  });
}

function checkCheckpoint({ size, root }: Checkpoint, leaves: readonly Buffer[]): void {
  if (size > leaves.length) {
    throw wrong(leaves.length + 1, `签过字的检查点里有${size}条，现在只有${leaves.length}条，后面的被删去了`);
  }
  if (!merkleRoot(leaves.slice(0, size)).equals(root)) {
    throw wrong(size, `前${size}条与签过字的检查点不符，账本被整体改写过`);
  }
}

interface HeadRow {
  readonly seq: number;
  readonly chain: Buffer;
  readonly recorded_at: Date;
  readonly demo: boolean;
  readonly closed_on: Day | null;
}

async function checkHead(
  tx: Transaction,
  org: string,
  reached: ChainState,
  { demo, closed }: { readonly demo: boolean; readonly closed: Day | null },
): Promise<void> {
  const [head] = await tx.query<HeadRow>(
    'read-head',
    'SELECT seq, chain, recorded_at, demo, closed_on FROM head WHERE org_code = $1',
    [org],
  );
  if (!head) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  if (head.seq !== reached.seq) throw wrong(reached.seq + 1, `账本应有${head.seq}条，只找到${reached.seq}条`);
  if (!head.chain.equals(reached.chain)) throw wrong(reached.seq, '与保存的链头不符');
  if (head.demo !== demo) throw wrong(1, '是否演示机构与开通时的登记不符');
  if (head.closed_on !== closed) throw wrong(reached.seq, '机构是否撤并与账本不符');
  if (head.recorded_at.toISOString() !== reached.recordedAt)
    throw wrong(reached.seq, '保存的最后登记时间与它不符');
}

/** What the organisation's own record gives: its names and codes, and whether it was closed. */
function standingIn({ records, genesis }: Projection): Standing {
  return records.get(genesis?.record ?? '')?.parts ?? {};
}

/** Names, codes and being a demo stand in a table that every page reads: they must be those of the ledger. */
async function checkUnits(tx: Transaction, org: string, expected: readonly UnitRow[]): Promise<void> {
  const held = await tx.query<UnitRow>(
    'units-of-organisation',
    `SELECT official_code, name, valid_from, valid_to, successor, demo FROM org_unit WHERE code = $1
     ORDER BY valid_from`,
    [org],
  );
  if (
    isDeepStrictEqual(
      held.map((row) => ({ ...row })),
      expected,
    )
  )
    return;
  throw wrong(1, '机构的名称、代码或是否演示与账本里的登记不符');
}
