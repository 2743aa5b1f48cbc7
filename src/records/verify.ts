import { Refusal, type Register } from '../kernel/index.ts';
import { merkleRoot, readLeaves, type Entry, type FileStore, type Vault } from '../ledger/index.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { foldLedger } from './fold.ts';
import { checkProjection } from './replay.ts';

/** What `verify` found to be whole. */
export interface Verified {
  readonly org: string;
  readonly name: string;
  readonly demo: boolean;
  readonly entries: number;
  readonly records: number;
  readonly counters: number;
  readonly personalValues: number;
  readonly files: number;
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

interface Tally {
  personalValues: number;
  files: number;
}

function wrong(seq: number, sentence: string): Refusal {
  return new Refusal('tampered', `账本第${seq}条有问题:${sentence}。`, { facts: { seq } });
}

async function checkFile(files: FileStore, value: unknown, seq: number): Promise<void> {
  const { name, sha256 } = value as { name: string; sha256: string };
  if (!(await files.get(sha256))) throw wrong(seq, `附件“${name}”缺失或被改动`);
}

async function checkPersonal(
  tx: Transaction,
  org: string,
  commitments: readonly Commitment[],
  vault: Vault,
  files: FileStore,
): Promise<Tally> {
  const rows = await tx.query<PersonalRow>(
    'all-personal-values',
    'SELECT record_id, field, seq, key_id, sealed FROM personal_value WHERE org_code = $1',
    [org],
  );
  const held = new Map(rows.map((row) => [`${row.seq} ${row.field}`, row]));
  const tally = { personalValues: 0, files: 0 };
  for (const { place, seq, hash, isFile } of commitments) {
    const row = held.get(`${seq} ${place.field}`);
    const matches = row && vault.matches(place, row.key_id, row.sealed, hash);
    if (matches === undefined) throw wrong(seq, `“${place.field}”的个人信息或它的密钥缺失`);
    if (!matches) throw wrong(seq, `“${place.field}”的个人信息与承诺值不符`);
    tally.personalValues += 1;
    if (!isFile || !row) continue;
    await checkFile(files, vault.open(place, row.key_id, row.sealed), seq);
    tally.files += 1;
  }
  return tally;
}

/**
 * Re-computes everything of one organisation: the chain entry by entry, the tree, the personal values and files against
 * their commitments, the projection and the counters. Throws a refusal that names the first wrong thing.
 */
export async function verifyOrganisation(
  store: Store,
  register: Register,
  org: string,
  vault: Vault,
  files: FileStore,
): Promise<Verified> {
  return store.transaction(oneOrganisation(org), async (tx) => {
    // One snapshot: a write that comes in between must not look like a difference.
    await tx.query('share-head', 'SELECT 1 FROM head WHERE org_code = $1 FOR UPDATE', [org]);
    const commitments: Commitment[] = [];
    const projection = await foldLedger(tx, register, org, {
      check: true,
      onEntry: (entry) => commitments.push(...commitmentsOf(register, entry)),
    });
    await checkHead(tx, org, projection.head);
    const tally = await checkPersonal(tx, org, commitments, vault, files);
    await checkProjection(tx, org, projection);
    const root = merkleRoot(await readLeaves(tx, org, projection.head.seq));
    const values = projection.genesis?.values ?? {};
    return {
      org,
      name: String(values['name'] ?? ''),
      demo: values['nature'] === 'demo',
      entries: projection.head.seq,
      records: projection.records.size,
      counters: projection.counters.size,
      ...tally,
      root: root.toString('hex'),
    };
  });
}

async function checkHead(
  tx: Transaction,
  org: string,
  reached: { seq: number; chain: Buffer },
): Promise<void> {
  const [head] = await tx.query<{ seq: number; chain: Buffer }>(
    'read-head',
    'SELECT seq, chain FROM head WHERE org_code = $1',
    [org],
  );
  if (!head) throw new Refusal('unknown-organisation', `没有代码为${org}的机构。`);
  if (head.seq !== reached.seq) throw wrong(reached.seq + 1, `账本应有${head.seq}条,只找到${reached.seq}条`);
  if (!head.chain.equals(reached.chain)) throw wrong(reached.seq, '与保存的链头不符');
}
