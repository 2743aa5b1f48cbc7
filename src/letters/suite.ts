import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { joined } from './bytes.ts';

/**
 * HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM: what the browsers of 2021 have
 * in WebCrypto, which do not know X25519. Whoever seals needs the public key alone and can't open again what he sealed.
 */
const SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Length of a public key: an uncompressed point (SEC 1). */
export const PUBLIC_KEY_BYTES = 65;
/** Encapsulated key before, tag of AES-GCM behind. */
const OVERHEAD = PUBLIC_KEY_BYTES + 16;

/** For what something is sealed: it opens under the same words alone. */
export interface Purpose {
  /** `info` of RFC 9180: format, version and layer. */
  readonly info: string;
  /** `aad` of RFC 9180: whose it is. */
  readonly aad: string;
}

export interface KeyPair {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** The scalar, 32 bytes. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export async function makeKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await SUITE.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await SUITE.kem.serializePublicKey(publicKey)),
    privateKey: new Uint8Array(await SUITE.kem.serializePrivateKey(privateKey)),
  };
}

/** Is this a point of the curve, so that something can be sealed to it? */
export async function isPublicKey(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length !== PUBLIC_KEY_BYTES) return false;
  return SUITE.kem.deserializePublicKey(bytes).then(
    () => true,
    () => false,
  );
}

/** How long `length` bytes are when sealed. */
export function sealedLength(length: number): number {
  return length + OVERHEAD;
}

/** Seals to a public key: the encapsulated key, then the ciphertext. Each call gives other bytes. */
export async function seal(
  publicKey: Uint8Array,
  { info, aad }: Purpose,
  plain: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const recipientPublicKey = await SUITE.kem.deserializePublicKey(publicKey);
  const { enc, ct } = await SUITE.seal({ recipientPublicKey, info: utf8(info) }, plain, utf8(aad));
  return joined(new Uint8Array(enc), new Uint8Array(ct));
}

/** Opens what `seal` made; undefined where it was sealed to another key, for another purpose, or altered. */
export async function open(
  privateKey: Uint8Array,
  { info, aad }: Purpose,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (sealed.length < OVERHEAD) return undefined;
  const recipientKey = await SUITE.kem.deserializePrivateKey(privateKey);
  const [enc, ct] = [sealed.slice(0, PUBLIC_KEY_BYTES), sealed.slice(PUBLIC_KEY_BYTES)];
  return SUITE.open({ recipientKey, info: utf8(info), enc }, ct, utf8(aad)).then(
    (plain) => new Uint8Array(plain),
    () => undefined,
  );
}
