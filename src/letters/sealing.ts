import { LETTER_BYTES, padded, unpadded, type Letter } from './content.ts';
import { joined } from './bytes.ts';
import { open, seal, sealedLength, type Purpose } from './suite.ts';

/**
 * A letter is sealed twice to the same key of the county (县). Its writer's browser seals what was written; the server
 * gets that alone. Whenever the server stores a batch it seals each place of it once more: a letter's first cover, or
 * nothing (空白函). So all places change with each rewriting, the server keeps nothing that opens any of them, and which
 * place holds a letter is seen by the county alone.
 */
const VERSION = 1;

const purpose = (layer: 'writer' | 'place', org: string): Purpose => ({
  info: `fadu letter ${VERSION} ${layer}`,
  aad: org,
});

/** Length of what a browser sends. */
export const SENT_BYTES = sealedLength(LETTER_BYTES);
const [BLANK, FILLED] = [0, 1];
/** Length of what is stored, of a letter and of a blank alike. */
export const STORED_BYTES = sealedLength(1 + SENT_BYTES);

/** What leaves the browser. Refuses a letter that is too long. */
export function sealLetter(
  publicKey: Uint8Array,
  org: string,
  letter: Letter,
): Promise<Uint8Array<ArrayBuffer>> {
  return seal(publicKey, purpose('writer', org), padded(letter));
}

/** What is stored of a letter's first cover; without one, of a blank. */
export function sealPlace(
  publicKey: Uint8Array,
  org: string,
  sent?: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = sent
    ? joined(Uint8Array.of(FILLED), sent)
    : joined(Uint8Array.of(BLANK), new Uint8Array(SENT_BYTES));
  return seal(publicKey, purpose('place', org), content);
}

/** What the county finds in a place: nothing, a letter, or what none of its keys opens. */
export type Opened = { readonly blank: true } | { readonly letter: Letter } | { readonly closed: true };

/** Opens one place with the county's private keys: an older one opens what was sealed before the newer. */
export async function openPlace(
  privateKeys: readonly Uint8Array[],
  org: string,
  stored: Uint8Array,
): Promise<Opened> {
  const content = await firstOpened(privateKeys, purpose('place', org), stored);
  if (!content) return { closed: true };
  if (content[0] === BLANK) return { blank: true };
  const written = await firstOpened(privateKeys, purpose('writer', org), content.subarray(1));
  const letter = written && unpadded(written);
  return letter ? { letter } : { closed: true };
}

async function firstOpened(
  privateKeys: readonly Uint8Array[],
  what: Purpose,
  sealed: Uint8Array,
): Promise<Uint8Array | undefined> {
  for (const privateKey of privateKeys) {
    const plain = await open(privateKey, what, sealed);
    if (plain) return plain;
  }
  return undefined;
}
