import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../kernel/index.ts';
import { sha256 } from './entry.ts';
import { syncFolder } from './files.ts';

/** Between two kept notes; no line of a note begins like this. */
const NOTE_END = '--\n';

/** Signature type byte of Ed25519 in C2SP signed-note. */
const ED25519 = 0x01;

export interface Signer {
  /** Key name, unique to the organisation's log. */
  readonly name: string;
  readonly key: KeyObject;
}

/** What a checkpoint says: this log had this many entries with this root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

function rawPublic(key: KeyObject): Buffer {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(jwk.x!, 'base64url');
}

/** First four bytes of SHA-256(name, newline, type, public key): C2SP signed-note key id. */
function keyId(name: string, publicKey: Buffer): Buffer {
  return sha256(name, '\n', Buffer.of(ED25519), publicKey).subarray(0, 4);
}

/** The verifier key in C2SP form, `name+hex id+base64(type, key)`: publish it, pin it. */
export function verifierKey(signer: Signer): string {
  const publicKey = rawPublic(signer.key);
  const id = keyId(signer.name, publicKey).toString('hex');
  return `${signer.name}+${id}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`;
}

export function originOf(org: string): string {
  return `fadu/${org}`;
}

/** Body of a C2SP tlog-checkpoint: origin, size, root, each on its line. */
function bodyOf(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${checkpoint.root.toString('base64')}\n`;
}

/** The signed note: body, empty line, one signature line (Ed25519 over the body). */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): string {
  const body = bodyOf(checkpoint);
  const signature = Buffer.concat([
    keyId(signer.name, rawPublic(signer.key)),
    sign(null, Buffer.from(body), signer.key),
  ]);
  return `${body}\n— ${signer.name} ${signature.toString('base64')}\n`;
}

interface Verifier {
  readonly name: string;
  readonly id: Buffer;
  readonly key: KeyObject;
}

function readVerifier(text: string): Verifier {
  // Base64 may hold a plus sign itself: only the first two separate.
  const [, name = '', id = '', data = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  const raw = Buffer.from(data, 'base64');
  if (raw.length !== 33 || raw[0] !== ED25519 || keyId(name, raw.subarray(1)).toString('hex') !== id) {
    throw new Refusal('bad-input', '核验公钥的格式不对，请核对是否完整复制。');
  }
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  return { name, id: Buffer.from(id, 'hex'), key };
}

/** Checks a signed note against a verifier key and returns what it says; throws a refusal when it does not hold. */
export function openCheckpoint(note: string, verifierText: string): Checkpoint {
  const verifier = readVerifier(verifierText);
  const gap = note.indexOf('\n\n');
  const body = note.slice(0, gap + 1);
  const signed = note
    .slice(gap + 2)
    .split('\n')
    .filter((line) => line.startsWith(`— ${verifier.name} `))
    .map((line) => Buffer.from(line.slice(verifier.name.length + 3), 'base64'))
    .some(
      (bytes) =>
        bytes.subarray(0, 4).equals(verifier.id) &&
        verify(null, Buffer.from(body), verifier.key, bytes.subarray(4)),
    );
  const [origin = '', size = '', root = ''] = body.split('\n');
  if (gap < 0 || !signed || !/^\d+$/.test(size)) {
    throw new Refusal('tampered', '检查点的签名不成立：内容被改动，或不是这把公钥所签。');
  }
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}

async function readKey(file: string): Promise<KeyObject | undefined> {
  const pem = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (pem === undefined) return undefined;
  try {
    return createPrivateKey(pem);
  } catch (cause) {
    throw new Refusal('tampered', `签名密钥文件“${path.basename(file)}”已损坏，读不出来。`, {
      next: '请用密钥的备份恢复这个文件；没有备份的，以前签的检查点仍可用公开的公钥核验。',
      facts: { cause },
    });
  }
}

/** The organisation's signing key, made on first use and kept outside the database in a file of mode 0600. */
export async function openSigner(folder: string, org: string): Promise<Signer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `checkpoint-${org}.pem`);
  const name = originOf(org);
  const held = await readKey(file);
  if (held) return { name, key: held };
  const { privateKey } = generateKeyPairSync('ed25519');
  // Whole or not at all, and only one of two that make it at once: a hard link refuses to replace.
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  await handle.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await handle.sync();
  await handle.close();
  await link(half, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(half);
  await syncFolder(folder);
  return { name, key: (await readKey(file)) ?? privateKey };
}

function notesFile(folder: string, org: string): string {
  return path.join(folder, `checkpoints-${org}.txt`);
}

async function readNotes(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

/** The notes of an organisation's log that were signed here and kept outside the database, oldest first. */
export async function keptCheckpoints(folder: string, org: string): Promise<string[]> {
  const text = await readNotes(notesFile(folder, org));
  return text.split(NOTE_END).filter((note) => note.trim() !== '');
}

/** Keeps a signed note beside the key, whole or not at all: verification will hold the ledger against it for ever. */
export async function keepCheckpoint(folder: string, org: string, note: string): Promise<void> {
  const file = notesFile(folder, org);
  const text = await readNotes(file);
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(`${text}${note}${NOTE_END}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
  await syncFolder(folder);
}
