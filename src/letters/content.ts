import { Refusal } from '../kernel/refusal.ts';
import { joined } from './bytes.ts';

/** What a letter (直报函) says, in the order in which it is asked and shown. */
export const PARTS = {
  when: { label: '什么时候', required: true },
  who: { label: '什么人干预（姓名、职务）', required: true },
  matter: { label: '干预的是哪件事、哪个案件', required: true },
  manner: { label: '怎样干预的', required: true },
  words: { label: '原话和凭据', required: false },
  writer: { label: '您的姓名', required: false },
  contact: { label: '怎样联系您', required: false },
} as const;

export type Part = keyof typeof PARTS;

export const PART_NAMES = Object.keys(PARTS) as Part[];

export interface Letter extends Readonly<Partial<Record<Part, string>>> {
  /** Random; by it the county tells a letter that it gets twice from two letters. */
  readonly number: string;
  /** Day on which it was written. */
  readonly day: string;
}

/** Each letter is brought to this length before it is sealed, so that no ciphertext tells how much was written. */
export const LETTER_BYTES = 8192;
const LENGTH_BYTES = 4;
const ROOM = LETTER_BYTES - LENGTH_BYTES;
/** Bytes of a Chinese character in UTF-8. */
const PER_CHARACTER = 3;

function textOf(letter: Letter): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(letter));
}

/** How many Chinese characters must go before the letter fits; 0 where it does. */
export function excessOf(letter: Letter): number {
  return Math.max(0, Math.ceil((textOf(letter).length - ROOM) / PER_CHARACTER));
}

/** The letter at its one size: length, text, zeros. Refuses one that is too long, and says by how much. */
export function padded(letter: Letter): Uint8Array<ArrayBuffer> {
  const excess = excessOf(letter);
  if (excess > 0) {
    throw new Refusal('invalid-value', `写得太长，装不进一封，多了${excess}个字。`, {
      next: '请删减，或者分成两封写。',
    });
  }
  const text = textOf(letter);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, text.length);
  return joined(length, text, new Uint8Array(ROOM - text.length));
}

/** What `padded` made, read again; undefined where it is not of that form. */
export function unpadded(bytes: Uint8Array): Letter | undefined {
  if (bytes.length !== LETTER_BYTES) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (length > ROOM) return undefined;
  try {
    return letterOf(
      JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length))),
    );
  } catch {
    return undefined;
  }
}

/** Signs that a terminal would obey. Line ends and tabs are text. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** Only the parts that are known, and only as text: who sealed it may have written anything. */
function letterOf(read: unknown): Letter | undefined {
  if (read === null || typeof read !== 'object') return undefined;
  const named = ['number', 'day', ...PART_NAMES].flatMap((name): [string, string][] => {
    const text = (read as Record<string, unknown>)[name];
    return typeof text === 'string' ? [[name, text.replace(CONTROL, '\uFFFD')]] : [];
  });
  const { number, day, ...parts } = Object.fromEntries(named);
  return number === undefined || day === undefined ? undefined : { number, day, ...parts };
}
