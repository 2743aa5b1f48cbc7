import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  type BinaryLike,
} from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../kernel/index.ts';

const LENGTH = 32;
const NONCE = 12;
const TAG = 16;

/**
 * The one key that sign-in has outside the database: with a copy of the database alone nobody reads a second factor,
 * tries out PINs, or learns what was typed as an account.
 */
export interface SignInKey {
  /** Encrypts a text for one place: it opens nowhere else. */
  seal(place: string, text: string): Buffer;
  /** Throws where the text was altered, moved, or sealed with another key. */
  open(place: string, sealed: Buffer): string;
  /** A keyed hash. */
  tag(purpose: string, data: BinaryLike): Buffer;
  /** Goes into the hash of a PIN: ten thousand guesses are soon tried by whoever has the hash alone. */
  readonly pepper: Buffer;
}

/** A key as such; tests make one from thirty-two bytes of their own. */
export function signInKeyOf(root: Buffer): SignInKey {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', root, '', `fadu ${purpose}`, LENGTH));
  const [sealing, tagging] = [derived('seal'), derived('tag')];
  return {
    seal(place, text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(place, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, NONCE))
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(-TAG));
      return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()]).toString(
        'utf8',
      );
    },
    tag: (purpose, data) => createHmac('sha256', tagging).update(`${purpose}\n`).update(data).digest(),
    pepper: derived('pepper'),
  };
}

/**
 * Opens `keys/sign-in.key`, and makes it where it is missing. Two processes may start at once: a whole file is linked
 * into place, and who comes second reads the first one's.
 */
export async function openSignInKey(keysFolder: string): Promise<SignInKey> {
  const file = path.join(keysFolder, 'sign-in.key');
  const found = await readKey(file);
  if (found) return signInKeyOf(found);
  await mkdir(keysFolder, { recursive: true, mode: 0o700 });
  await makeKey(file);
  const made = await readKey(file);
  if (!made) throw new Error('the sign-in key was not written');
  return signInKeyOf(made);
}

async function readKey(file: string): Promise<Buffer | undefined> {
  const root = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (root === undefined || root.length === LENGTH) return root;
  throw new Refusal('tampered', `登录密钥文件“${file}”已损坏。`, { next: '请用备份恢复这个文件。' });
}

async function makeKey(file: string): Promise<void> {
  const half = `${file}.${randomBytes(6).toString('hex')}`;
  const handle = await open(half, 'wx', 0o600);
  try {
    await handle.writeFile(randomBytes(LENGTH));
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(half, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(half);
  }
}
