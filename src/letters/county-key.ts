import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import { oneOrganisation, type Store, type Transaction } from '../store/connection.ts';
import { fromBase64, toBase64, toHex } from './bytes.ts';
import { isPublicKey } from './suite.ts';

/** The county's public key (县里的公钥), as it travels to the township. */
export interface CountyKey {
  /** Who opens the letters, such as 黔西市司法局. */
  readonly office: string;
  readonly publicKey: Uint8Array;
  readonly fingerprint: string;
}

/** A key that the township took. */
export interface AcceptedKey extends CountyKey {
  readonly acceptedOn: Day;
  readonly acceptedBy: string;
  readonly stoppedOn: Day | null;
}

const FORMAT = 'fadu-letter-key';
export const LONGEST_NAME = 60;

/** 128 bits of SHA-256 of the key, in groups, to be held against a notice on paper. */
export async function fingerprintOf(publicKey: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(publicKey));
  return groupsOf(toHex(new Uint8Array(digest)).slice(0, 32));
}

/** However somebody typed it: in capitals, in groups of four. */
export function groupsOf(fingerprint: string): string {
  return (fingerprint.toUpperCase().match(/[0-9A-F]/g) ?? []).join('').replace(/(.{4})(?=.)/g, '$1 ');
}

/** The file that the county gives away. */
export function writeCountyKey({ office, publicKey, fingerprint }: CountyKey): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, office, publicKey: toBase64(publicKey), fingerprint }, null, 2)}\n`;
}

export async function readCountyKey(text: string): Promise<CountyKey> {
  const { format, version, office, publicKey: written } = objectOf(text);
  const publicKey = typeof written === 'string' ? fromBase64(written) : undefined;
  const named = typeof office === 'string' && office.trim() !== '' && office.length <= LONGEST_NAME;
  if (format !== FORMAT || version !== 1 || !named || !publicKey || !(await isPublicKey(publicKey))) {
    throw new Refusal('bad-file', '这不是县里的直报公钥文件，或者文件已损坏。', {
      next: '请向县里再要一次公钥文件。',
    });
  }
  return { office, publicKey, fingerprint: await fingerprintOf(publicKey) };
}

/** A JSON object from a text; empty where it is none. */
export function objectOf(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === 'object' ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const COLUMNS = `k.fingerprint, k.public_key AS "publicKey", k.office, k.accepted_on AS "acceptedOn",
  k.accepted_by AS "acceptedBy", k.stopped_on AS "stoppedOn"`;

/** The key that letters are sealed to now. */
export async function findCountyKey(store: Store, org: string): Promise<AcceptedKey | undefined> {
  const [key] = await store.read(oneOrganisation(org), (tx) =>
    tx.query<AcceptedKey>(
      'county-key',
      `SELECT ${COLUMNS} FROM letter_key k WHERE k.org_code = $1 AND k.stopped_on IS NULL`,
      [org],
    ),
  );
  return key;
}

/** The same; nobody else writes letters of the organisation until the transaction ends. */
export async function lockCountyKey(tx: Transaction, org: string): Promise<AcceptedKey | undefined> {
  const [key] = await tx.query<AcceptedKey>(
    'lock-county-key',
    `SELECT ${COLUMNS} FROM letter_key k WHERE k.org_code = $1 AND k.stopped_on IS NULL FOR UPDATE`,
    [org],
  );
  return key;
}

/** All keys that the organisation ever took, the newest first. */
export function countyKeys(store: Store, org: string): Promise<AcceptedKey[]> {
  return store.read(oneOrganisation(org), (tx) =>
    tx.query<AcceptedKey>(
      'county-keys',
      `SELECT ${COLUMNS} FROM letter_key k WHERE k.org_code = $1
       ORDER BY k.stopped_on IS NOT NULL, k.accepted_on DESC, k.fingerprint`,
      [org],
    ),
  );
}

export interface Acceptance {
  readonly key: CountyKey;
  readonly by: string;
  readonly on: Day;
}

/** Takes a key from now on; the one before is stopped, and what was sealed to it opens with it as before. */
export async function acceptCountyKey(store: Store, org: string, { key, by, on }: Acceptance): Promise<void> {
  const { fingerprint, publicKey, office } = key;
  if ((await countyKeys(store, org)).some((known) => known.fingerprint === fingerprint)) {
    throw new Refusal('wrong-state', '这把公钥以前接受过。', { next: '停用过的不能再用，请县里另做一把。' });
  }
  await store.transaction(oneOrganisation(org), async (tx) => {
    await stopWithin(tx, org, on);
    await tx.query(
      'accept-county-key',
      `INSERT INTO letter_key (org_code, fingerprint, public_key, office, accepted_on, accepted_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [org, fingerprint, Buffer.from(publicKey), office, on, by],
    );
  });
}

/** From now on nobody can send a letter; what is stored stays. */
export async function stopCountyKey(store: Store, org: string, on: Day): Promise<void> {
  const stopped = await store.transaction(oneOrganisation(org), (tx) => stopWithin(tx, org, on));
  if (!stopped) throw new Refusal('wrong-state', '没有在用的县里的公钥。');
}

async function stopWithin(tx: Transaction, org: string, on: Day): Promise<boolean> {
  const stopped = await tx.query(
    'stop-county-key',
    `UPDATE letter_key SET stopped_on = $2 WHERE org_code = $1 AND stopped_on IS NULL RETURNING fingerprint`,
    [org, on],
  );
  return stopped.length > 0;
}
