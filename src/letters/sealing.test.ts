import { createDecipheriv, createECDH, createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Letter } from './content.ts';
import { unpadded } from './content.ts';
import { openPlace, sealLetter, sealPlace, SENT_BYTES, STORED_BYTES } from './sealing.ts';
import { isPublicKey, makeKeyPair, type KeyPair } from './suite.ts';

const ORG = '520581999000';
const LETTER: Letter = { number: 'a1b2c3', day: '2026-11-26', who: '某某', manner: '打招呼' };

let county: KeyPair;
let later: KeyPair;
beforeAll(async () => {
  [county, later] = await Promise.all([makeKeyPair(), makeKeyPair()]);
});

const stored = async (letter?: Letter, key = county): Promise<Uint8Array> =>
  sealPlace(key.publicKey, ORG, letter && (await sealLetter(key.publicKey, ORG, letter)));

describe('a place', () => {
  it('is opened by the county: a letter as it was written, a blank as nothing', async () => {
    expect(await openPlace([county.privateKey], ORG, await stored(LETTER))).toEqual({ letter: LETTER });
    expect(await openPlace([county.privateKey], ORG, await stored())).toEqual({ blank: true });
  });

  it('has one length, with a letter of one word, of many, and without', async () => {
    const all = [await stored(), await stored(LETTER), await stored({ ...LETTER, words: '字'.repeat(2000) })];
    expect(all.map(({ length }) => length)).toEqual([STORED_BYTES, STORED_BYTES, STORED_BYTES]);
    expect((await sealLetter(county.publicKey, ORG, LETTER)).length).toBe(SENT_BYTES);
  });

  it('is other bytes each time, for a letter as for a blank', async () => {
    const sent = await sealLetter(county.publicKey, ORG, LETTER);
    const [one, two] = [
      await sealPlace(county.publicKey, ORG, sent),
      await sealPlace(county.publicKey, ORG, sent),
    ];
    // No byte stays because the content is the same: some 33 of 8,355 agree by chance.
    const same = one.filter((byte, at) => byte === two[at]).length;
    expect(same).toBeLessThan(120);
  });

  it('opens with no other key, for no other organisation, and not when a bit is changed', async () => {
    const place = await stored(LETTER);
    expect(await openPlace([later.privateKey], ORG, place)).toEqual({ closed: true });
    expect(await openPlace([county.privateKey], '520581998000', place)).toEqual({ closed: true });
    const altered = place.with(4000, place[4000]! ^ 1);
    expect(await openPlace([county.privateKey], ORG, altered)).toEqual({ closed: true });
    expect(await openPlace([county.privateKey], ORG, new Uint8Array(3))).toEqual({ closed: true });
  });

  it('of an earlier key opens with the earlier, whichever comes first', async () => {
    const [old, young] = [await stored(LETTER), await stored(LETTER, later)];
    const keys = [later.privateKey, county.privateKey];
    expect(await openPlace(keys, ORG, old)).toEqual({ letter: LETTER });
    expect(await openPlace(keys, ORG, young)).toEqual({ letter: LETTER });
  });

  it('can be opened by RFC 9180 itself, written out here with nothing but Node’s own algorithms', async () => {
    const sent = await sealLetter(county.publicKey, ORG, LETTER);
    const opened = openByTheBook(county, 'fadu letter 1 writer', ORG, sent);
    expect(unpadded(new Uint8Array(opened))).toEqual(LETTER);
  });
});

describe('a public key', () => {
  it('is a point of the curve', async () => {
    expect(await isPublicKey(county.publicKey)).toBe(true);
    expect(await isPublicKey(county.publicKey.with(60, county.publicKey[60]! ^ 1))).toBe(false);
    expect(await isPublicKey(new Uint8Array(65))).toBe(false);
  });
});

/** RFC 9180, sections 4, 4.1, 5.1 and 5.2: base mode, a single message. */
function openByTheBook(
  { publicKey, privateKey }: KeyPair,
  info: string,
  aad: string,
  sealed: Uint8Array,
): Buffer {
  const text = (words: string): Buffer => Buffer.from(words, 'latin1');
  const number = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
  const [kem, kdf, aead] = [number(0x0010), number(0x0001), number(0x0002)];
  const extract = (suite: Buffer, salt: Buffer, label: string, ikm: Buffer): Buffer =>
    createHmac('sha256', salt)
      .update(Buffer.concat([text('HPKE-v1'), suite, text(label), ikm]))
      .digest();
  // No key here is longer than one block of HKDF-Expand.
  const expand = (suite: Buffer, secret: Buffer, label: string, context: Buffer, length: number): Buffer =>
    createHmac('sha256', secret)
      .update(Buffer.concat([number(length), text('HPKE-v1'), suite, text(label), context, Buffer.from([1])]))
      .digest()
      .subarray(0, length);
  const none = Buffer.alloc(0);
  const [enc, ct] = [Buffer.from(sealed.slice(0, 65)), Buffer.from(sealed.slice(65))];
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(Buffer.from(privateKey));
  const kemSuite = Buffer.concat([text('KEM'), kem]);
  const shared = expand(
    kemSuite,
    extract(kemSuite, none, 'eae_prk', curve.computeSecret(enc)),
    'shared_secret',
    Buffer.concat([enc, publicKey]),
    32,
  );
  const suite = Buffer.concat([text('HPKE'), kem, kdf, aead]);
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', Buffer.from(info)),
  ]);
  const secret = extract(suite, shared, 'secret', none);
  const opening = createDecipheriv(
    'aes-256-gcm',
    expand(suite, secret, 'key', context, 32),
    expand(suite, secret, 'base_nonce', context, 12),
  )
    .setAAD(Buffer.from(aad))
    .setAuthTag(ct.subarray(-16));
  return Buffer.concat([opening.update(ct.subarray(0, -16)), opening.final()]);
}
