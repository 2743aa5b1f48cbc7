import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { canonicalText } from './entry.ts';
import { syncFolder } from './files.ts';

/** key (32) and salt (16): one slot of a key file. A destroyed slot is all zero. */
const SLOT = 48;
const SEGMENT = 16;

/** A personal value as it is stored: ciphertext in the database, key and salt in the vault. */
export interface SealedValue {
  /** Key file (16 bytes) and slot in it (4 bytes). */
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
  /** The value, or undefined when its key is gone. Throws when ciphertext or place were altered. */
  open(place: ValuePlace, keyId: Buffer, sealed: Buffer): Promise<unknown>;
  /** True when the value still has its commitment, undefined when its key is gone. */
  matches(place: ValuePlace, keyId: Buffer, sealed: Buffer, commitment: string): Promise<boolean | undefined>;
  /** Is this the value that was sealed? False also when its key is gone. */
  holds(place: ValuePlace, keyId: Buffer, commitment: string, value: unknown): Promise<boolean>;
  /** Destroys the keys for ever. */
  destroy(keyIds: readonly Buffer[]): Promise<void>;
  close(): Promise<void>;
}

interface Key {
  readonly key: Buffer;
  readonly salt: Buffer;
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

/** The key file that this process appends to. It has no other writer, so a slot is where it was put. */
class Segment {
  readonly #folder: string;
  readonly #id = randomBytes(SEGMENT);
  #handle: FileHandle | undefined;
  #slots = 0;
  /** Appends queue up: the next one starts when the one before is on disk. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes new keys and syncs them; resolves with the key id of each. A failed append leaves its slots unused. */
  append(keys: readonly Buffer[]): Promise<Buffer[]> {
    const done = this.#last.then(() => this.#append(keys));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #append(keys: readonly Buffer[]): Promise<Buffer[]> {
    const handle = this.#handle ?? (await this.#create());
    const first = this.#slots;
    const data = Buffer.concat(keys);
    for (let at = 0; at < data.length;) {
      const { bytesWritten } = await handle.write(data, at, data.length - at, first * SLOT + at);
      at += bytesWritten;
    }
    await handle.datasync();
    this.#slots += keys.length;
    return keys.map((_, index) => {
      const slot = Buffer.alloc(4);
      slot.writeUInt32BE(first + index);
      return Buffer.concat([this.#id, slot]);
    });
  }

  async #create(): Promise<FileHandle> {
    this.#handle = await open(segmentPath(this.#folder, this.#id), 'wx', 0o600);
    await syncFolder(this.#folder);
    return this.#handle;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#handle?.close();
  }
}

function segmentPath(folder: string, id: Buffer): string {
  return path.join(folder, `${id.toString('hex')}.keys`);
}

function slotOf(keyId: Buffer): number {
  return keyId.readUInt32BE(SEGMENT) * SLOT;
}

/**
 * The vault as files of fixed slots, apart from the database and from its backups. Each process appends to a file of its
 * own, made at its first value, so that processes never meet; a slot torn by a crash belongs to a value that was never
 * acknowledged. Destroying overwrites the slot in place.
 */
export async function openVault(keysFolder: string): Promise<Vault> {
  const folder = path.join(keysFolder, 'values');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const segment = new Segment(folder);

  async function find(keyId: Buffer): Promise<Key | undefined> {
    if (keyId.length !== SEGMENT + 4) return undefined;
    const slot = await readSlot(segmentPath(folder, keyId.subarray(0, SEGMENT)), slotOf(keyId));
    if (!slot || slot.every((byte) => byte === 0)) return undefined;
    return { key: slot.subarray(0, 32), salt: slot.subarray(32) };
  }

  return {
    async seal(values) {
      if (values.length === 0) return [];
      const keys = values.map(() => randomBytes(SLOT));
      const ids = await segment.append(keys);
      return values.map(({ place, value }, index) => {
        const [slot, text] = [keys[index]!, canonicalText(value)];
        return {
          keyId: ids[index]!,
          sealed: encrypt(place, slot.subarray(0, 32), text),
          commitment: commitmentOf(place, slot.subarray(32), text),
        };
      });
    },
    async open(place, keyId, sealed) {
      const found = await find(keyId);
      return found && (JSON.parse(decrypt(place, found.key, sealed)) as unknown);
    },
    async matches(place, keyId, sealed, commitment) {
      const found = await find(keyId);
      if (!found) return undefined;
      try {
        return commitmentOf(place, found.salt, decrypt(place, found.key, sealed)) === commitment;
      } catch {
        return false;
      }
    },
    async holds(place, keyId, commitment, value) {
      const found = await find(keyId);
      return found !== undefined && commitmentOf(place, found.salt, canonicalText(value)) === commitment;
    },
    async destroy(keyIds) {
      for (const id of keyIds) await destroySlot(segmentPath(folder, id.subarray(0, SEGMENT)), slotOf(id));
    },
    async close() {
      await segment.close();
    },
  };
}

/** A slot's bytes; nothing where file or slot is not there. Any other trouble is a fault, never a key that is gone. */
async function readSlot(file: string, at: number): Promise<Buffer | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SLOT), 0, SLOT, at);
    return bytesRead === SLOT ? buffer : undefined;
  } finally {
    await handle.close();
  }
}

async function destroySlot(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+').catch((error: NodeJS.ErrnoException) => {
    // A key file that is not there holds no key.
    if (error.code !== 'ENOENT') throw error;
  });
  if (!handle) return;
  try {
    if (at + SLOT > (await handle.stat()).size) return;
    await handle.write(Buffer.alloc(SLOT), 0, SLOT, at);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
