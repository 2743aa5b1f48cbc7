import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { Refusal } from '../kernel/index.ts';
import { fromBase64, toBase64 } from '../letters/bytes.ts';
import { objectOf } from '../letters/county-key.ts';

/**
 * The county's private key as it lies on its offline machine: AES-256-GCM under a key that argon2id makes of a passphrase.
 * Stolen alone it must stand against guessing for years, so it costs more than a sign-in (RFC 9106, second choice).
 */
const ARGON2ID = 2;
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 4, outputLen: 32 } as const;
const FORMAT = 'fadu-letter-private-key';
/** A passphrase of several words. */
export const SHORTEST = 12;
const [SALT, NONCE, TAG] = [16, 12, 16];

function keyOf(passphrase: string, salt: Uint8Array): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFC'), { ...COST, algorithm: ARGON2ID, salt: Buffer.from(salt) });
}

export function assertPassphrase(passphrase: string): void {
  if ([...passphrase].length >= SHORTEST) return;
  throw new Refusal('bad-input', `口令太短，至少${SHORTEST}个字。`, { next: '可以用几个不相干的词连起来。' });
}

export async function writePrivateKey(privateKey: Uint8Array, passphrase: string): Promise<string> {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), nonce).setAAD(
    Buffer.from(FORMAT),
  );
  const sealed = Buffer.concat([nonce, cipher.update(privateKey), cipher.final(), cipher.getAuthTag()]);
  const kdf = { name: 'argon2id', ...COST };
  return `${JSON.stringify({ format: FORMAT, version: 1, kdf, salt: toBase64(salt), sealed: toBase64(sealed) }, null, 2)}\n`;
}

/** The private key again. Refuses a file that is none, and a wrong passphrase. */
export async function readPrivateKey(text: string, passphrase: string): Promise<Uint8Array> {
  const { salt, sealed } = parse(text);
  const opening = createDecipheriv('aes-256-gcm', await keyOf(passphrase, salt), sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(FORMAT))
    .setAuthTag(sealed.subarray(-TAG));
  try {
    return Buffer.concat([opening.update(sealed.subarray(NONCE, -TAG)), opening.final()]);
  } catch {
    throw new Refusal('bad-input', '口令不对，或者私钥文件已损坏。');
  }
}

/** Refuses before anybody types a passphrase in vain. */
export function assertPrivateKey(text: string): void {
  parse(text);
}

function parse(text: string): { salt: Uint8Array; sealed: Uint8Array } {
  const { format, version, salt: written, sealed: closed } = objectOf(text);
  const salt = typeof written === 'string' ? fromBase64(written) : undefined;
  const sealed = typeof closed === 'string' ? fromBase64(closed) : undefined;
  if (
    format !== FORMAT ||
    version !== 1 ||
    salt?.length !== SALT ||
    !sealed ||
    sealed.length <= NONCE + TAG
  ) {
    throw new Refusal('bad-file', '这不是直报私钥文件，或者文件已损坏。', { next: '请换用备份的私钥文件。' });
  }
  return { salt, sealed };
}
