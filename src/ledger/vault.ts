import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fdatasync, fstatSync, openSync, readSync, write } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { canonicalText } from './entry.ts';

const sync = promisify(fdatasync);
const put = promisify(write) as (
  fd: number,
  data: Buffer,
  offset: number,
  length: number,
  at: number | null,
) => Promise<unknown>;

/** id (16), key (32), salt (16): one slot of the key file. */
const SLOT = 64;

export interface ValueKey {
  readonly id: Buffer;
  readonly key: Buffer;
  readonly salt: Buffer;
}

/** A personal value as it is stored: ciphertext in the database, key and salt in the vault. */
export interface SealedValue {
  readonly keyId: Buffer;
  readonly sealed: Buffer;
  /** Hex HMAC-SHA256 that stands in the entry. */
  readonly commitment: string;
}

/** What a value belongs to; bound into its commitment and its encryption, so a value can't be moved. */
export interface ValuePlace {
  readonly org: string;
  readonly record: string;
  readonly field: string;
}

/** Keeps one key and salt per personal value; destroying them makes the value unreadable in every copy of the data. */
export interface Vault {
  /** Seals values and returns once their keys are safely on disk: call before the entry is written. */
  seal(values: readonly { place: ValuePlace; value: unknown }[]): Promise<SealedValue[]>;
  /** The value, or undefined when its key was destroyed. Throws when ciphertext or place were altered. */
  open(place: ValuePlace, keyId: Buffer, sealed: Buffer): unknown;
  /** True when the value still has its commitment; undefined when its key was destroyed. */
  matches(place: ValuePlace, keyId: Buffer, sealed: Buffer, commitment: string): boolean | undefined;
  /** Destroys the keys for ever. */
  destroy(keyIds: readonly Buffer[]): Promise<void>;
  close(): void;
}

function placeText({ org, record, field }: ValuePlace): string {
  return `${org}\n${record}\n${field}\n`;
}

function commitmentOf(place: ValuePlace, salt: Buffer, text: string): string {
  return createHmac('sha256', salt).update(placeText(place)).update(text).digest('hex');
}

function encrypt(place: ValuePlace, key: Buffer, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(placeText(place)));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(place: ValuePlace, key: Buffer, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(placeText(place)))
    .setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
}

/**
 * The vault as one append-only file of fixed slots, apart from the database and from its backups. Several processes may
 * append (O_APPEND); each learns of the others' slots by reading the tail. A slot torn by a crash belongs to a value
 * that was never acknowledged. Destroying overwrites the slot in place.
 */
export async function openVault(folder: string): Promise<Vault> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'values.keys');
  const known = new Map<string, number>();
  const fd = openSync(file, existsSync(file) ? 'r+' : 'wx+', 0o600);
  const appendFd = openSync(file, 'a');
  let scanned = 0;

  function scan(): void {
    const size = fstatSync(fd).size;
    const tail = Buffer.alloc(size - scanned);
    readSync(fd, tail, 0, tail.length, scanned);
    for (let at = 0; at + SLOT <= tail.length; at += SLOT) {
      known.set(tail.toString('hex', at, at + 16), scanned + at);
    }
    scanned += tail.length - (tail.length % SLOT);
  }

  function find(keyId: Buffer): ValueKey | undefined {
    const hex = keyId.toString('hex');
    if (!known.has(hex)) scan();
    const at = known.get(hex);
    if (at === undefined) return undefined;
    const slot = Buffer.alloc(SLOT);
    readSync(fd, slot, 0, SLOT, at);
    if (!slot.subarray(0, 16).equals(keyId)) return undefined;
    return { id: keyId, key: slot.subarray(16, 48), salt: slot.subarray(48) };
  }

  return {
    async seal(values) {
      if (values.length === 0) return [];
      const keys = values.map(() => randomBytes(SLOT));
      // A torn slot left by a crash would shift all later ones: pad to the slot size first.
      const torn = fstatSync(fd).size % SLOT;
      const data = torn ? Buffer.concat([Buffer.alloc(SLOT - torn), ...keys]) : Buffer.concat(keys);
      await put(appendFd, data, 0, data.length, null);
      await sync(appendFd);
      return values.map(({ place, value }, index) => {
        const slot = keys[index]!;
        const text = canonicalText(value);
        return {
          keyId: slot.subarray(0, 16),
          sealed: encrypt(place, slot.subarray(16, 48), text),
          commitment: commitmentOf(place, slot.subarray(48), text),
        };
      });
    },
    open(place, keyId, sealed) {
      const found = find(keyId);
      return found && (JSON.parse(decrypt(place, found.key, sealed)) as unknown);
    },
    matches(place, keyId, sealed, commitment) {
      const found = find(keyId);
      if (!found) return undefined;
      try {
        return commitmentOf(place, found.salt, decrypt(place, found.key, sealed)) === commitment;
      } catch {
        return false;
      }
    },
    async destroy(keyIds) {
      for (const id of keyIds) {
        if (!find(id)) continue;
        await put(fd, Buffer.alloc(SLOT), 0, SLOT, known.get(id.toString('hex'))!);
      }
      await sync(fd);
    },
    close() {
      closeSync(fd);
      closeSync(appendFd);
    },
  };
}
