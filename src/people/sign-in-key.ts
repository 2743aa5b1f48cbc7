import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  type BinaryLike,
} from 'node:crypto';
import path from 'node:path';
import { Refusal } from '../kernel/index.ts';
import { keepOnce } from './keep-once.ts';

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

/** Opens `keys/sign-in.key`, and makes it where it is missing. */
export async function openSignInKey(keysFolder: string): Promise<SignInKey> {
  const file = path.join(keysFolder, 'sign-in.key');
  const root = await keepOnce(file, () => randomBytes(LENGTH));
  if (root.length === LENGTH) return signInKeyOf(root);
  throw new Refusal('tampered', `登录密钥文件“${file}”已损坏。`, { next: '请用备份恢复这个文件。' });
}
