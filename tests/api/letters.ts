import { dayAt } from '../../src/kernel/index.ts';
import { toBase64 } from '../../src/letters/bytes.ts';
import type { Letter } from '../../src/letters/content.ts';
import { acceptCountyKey, countyKeys, fingerprintOf } from '../../src/letters/county-key.ts';
import { sealLetter } from '../../src/letters/sealing.ts';
import { makeKeyPair, type KeyPair } from '../../src/letters/suite.ts';
import type { Office } from './office.ts';

const PAIRS = new WeakMap<Office, KeyPair>();

/** The county's key pair of an office under test; its public key is accepted with the first call. */
export async function countyKey(office: Office): Promise<KeyPair> {
  const known = PAIRS.get(office);
  if (known) return known;
  const pair = await makeKeyPair();
  const { publicKey } = pair;
  const key = { office: '某县司法局', publicKey, fingerprint: await fingerprintOf(publicKey) };
  await acceptCountyKey(office.store, office.org, { key, by: '王某', on: dayAt(office.clock()) });
  PAIRS.set(office, pair);
  return pair;
}

/** What a browser sends. */
export async function letterBody(
  office: Office,
  { publicKey }: KeyPair,
  more: Partial<Letter> = {},
): Promise<{ fingerprint: string; sealed: string }> {
  const letter: Letter = { number: 'a1b2c3', day: dayAt(office.clock()), who: '某某，副职', ...more };
  const sealed = await sealLetter(publicKey, office.org, letter);
  return {
    fingerprint: (await countyKeys(office.store, office.org))[0]!.fingerprint,
    sealed: toBase64(sealed),
  };
}
