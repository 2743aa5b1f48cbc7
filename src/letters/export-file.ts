import { Refusal } from '../kernel/refusal.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { objectOf } from './county-key.ts';
import { STORED_BYTES } from './sealing.ts';

/** All places of an organisation, letters and blanks alike, on their way to the county. */
export interface LetterExport {
  readonly org: string;
  readonly name: string;
  readonly places: readonly Uint8Array[];
}

const FORMAT = 'fadu-letters';

export function writeExport({ org, name, places }: LetterExport): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, org, name, places: places.map(toBase64) }, null, 1)}\n`;
}

export function readExport(text: string): LetterExport {
  const { format, version, org, name, places } = objectOf(text);
  const read = Array.isArray(places) ? places.map(placeOf) : [undefined];
  const whole = read.every((place) => place !== undefined);
  if (format !== FORMAT || version !== 1 || typeof org !== 'string' || typeof name !== 'string' || !whole) {
    throw new Refusal('bad-file', '这不是直报函的导出文件，或者文件不完整。', {
      next: '请用fadu letters export导出的文件。',
    });
  }
  return { org, name, places: read };
}

function placeOf(text: unknown): Uint8Array | undefined {
  const bytes = typeof text === 'string' ? fromBase64(text) : undefined;
  return bytes?.length === STORED_BYTES ? bytes : undefined;
}
