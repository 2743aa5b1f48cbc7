import { isPersonal, type Field, type FieldSet, type Kind } from '../kernel/index.ts';

/** What is kept of a record's text for search: enough for any title and every short text, and the beginning of long ones. */
const KEPT_CHARACTERS = 400;

/** Parts of a record's text stay apart: nothing is found across two of them. */
const BETWEEN = '\n';

/** Text as search compares it: NFC, full-width as half-width, lower case, spaces as one. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

const WRITTEN: ReadonlySet<Field['type']> = new Set(['text', 'long-text', 'place']);

function textsOf(fields: FieldSet, values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    if (isPersonal(field) || value === undefined) return [];
    if (field.type === 'list') {
      const items = value as readonly Readonly<Record<string, unknown>>[];
      return items.flatMap((item) => textsOf(field.items ?? {}, item));
    }
    return WRITTEN.has(field.type) ? [String(value)] : [];
  });
}

/**
 * The words by which a record is found: its title, its upper number and what was written in open fields, the shorter
 * first. Personal values never stand in a record's body, and are left out here all the same.
 */
export function wordsOf(
  kind: Kind,
  title: string,
  upperNumber: string | null,
  values: Readonly<Record<string, unknown>>,
): string {
  const written = textsOf(kind.fields, values).toSorted((a, b) => a.length - b.length);
  const parts = [title, upperNumber ?? '', ...written].map(plainText).filter((part) => part !== '');
  return [...[...new Set(parts)].join(BETWEEN)].slice(0, KEPT_CHARACTERS).join('').trim();
}

/** What pieces of a text without spaces are stored and looked up: each two characters that stand together, and the last one. */
function gramsOfPiece(piece: string): string[] {
  const characters = [...piece];
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}

/** The grams of a record's words, each once. */
export function gramsOf(words: string): Set<string> {
  return new Set(words.split(/[ \n]/).flatMap(gramsOfPiece));
}
