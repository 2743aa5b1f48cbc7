import { zipSync } from 'fflate';
import { readWord, relationsPath, targetsOf, xmlOf, type Placed, type WordText } from '../reading/word.ts';
import { commentsPart, contentTypes, relationTo, type Comment } from './comments-part.ts';
import { lineOf, lineStarts } from './lines.ts';
import type { Note } from './notes.ts';

/** Where a comment begins and ends: words that can carry it, and offsets among their characters. */
interface Range {
  readonly first: Placed;
  readonly from: number;
  readonly last: Placed;
  readonly to: number;
}

interface Insertion {
  readonly at: number;
  /** Attributes of a tag first, then ends, then beginnings. */
  readonly rank: 0 | 1 | 2;
  readonly xml: string;
}

/**
 * A copy of a Word document with each note as a comment at its places. The body is written as it was, character for
 * character, save that a run is cut in two where a comment begins or ends inside it; all other parts stay.
 */
export function withComments(bytes: Uint8Array, name: string, notes: readonly Note[], at: Date): Uint8Array {
  const word = readWord(bytes, name);
  const path = targetsOf(word.parts, word.path, 'comments')[0];
  const existing = path === undefined ? undefined : xmlOf(word.parts, path);
  const firstId = nextId(existing, word.source);
  const comments: Comment[] = [];
  const insertions: Insertion[] = [];
  const starts = lineStarts(word.text);
  const carriers = word.pieces.filter(({ place }) => place !== undefined);
  for (const { label, message, spans } of notes) {
    for (const [index, { start, end }] of byLine(starts, spans).entries()) {
      const range = rangeOf(word.pieces, carriers, start, end);
      if (range === undefined) continue;
      const id = firstId + comments.length;
      comments.push({ id, text: `【${label}】${index === 0 ? '' : '（同一问题的另一处）'}${message}` });
      insertions.push(...insertionsOf(word, range, id));
    }
  }
  if (comments.length === 0) return bytes;
  const target = path ?? `${folderOf(word.path)}comments.xml`;
  const changed = new Map<string, string>([
    [word.path, declaredUtf8(spliced(word.source, insertions))],
    [target, commentsPart(existing, comments, word.vocabulary, at)],
  ]);
  if (path === undefined) {
    const relations = relationsPath(word.path);
    changed.set(relations, relationTo(xmlOf(word.parts, relations), target, word.vocabulary));
    changed.set('[Content_Types].xml', contentTypes(xmlOf(word.parts, '[Content_Types].xml'), target));
  }
  return repacked(word.parts, changed);
}

function repacked(parts: WordText['parts'], changed: ReadonlyMap<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const files = new Map<string, Uint8Array>(parts);
  for (const [path, text] of changed) files.set(path, encoder.encode(text));
  return zipSync(Object.fromEntries(files));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Comments share their numbers with nothing but each other; references without a comment count too. */
function nextId(existing: string | undefined, source: string): number {
  const used = [...(existing ?? '').matchAll(/<[\w.-]*:?comment\s[^>]*?\bid="(\d{1,9})"/g)].map(([, id]) =>
    Number(id),
  );
  const referred = [...source.matchAll(/commentReference\s[^>]*?\bid="(\d{1,9})"/g)].map(([, id]) =>
    Number(id),
  );
  return [...used, ...referred].reduce((most, id) => Math.max(most, id), -1) + 1;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One stretch for each paragraph that a note speaks of, from its first place there to its last. */
function byLine(starts: readonly number[], spans: Note['spans']): Stretch[] {
  const lines = new Map<number, Stretch>();
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const line = lineOf(starts, start);
    const known = lines.get(line);
    lines.set(
      line,
      known === undefined ? { start, end } : { start: known.start, end: Math.max(known.end, end) },
    );
  }
  return [...lines.values()];
}

/** The words between two offsets that can carry a comment, else those that the place hangs on. */
function rangeOf(
  pieces: readonly Placed[],
  carriers: readonly Placed[],
  start: number,
  end: number,
): Range | undefined {
  const first = carriers[firstEndingAfter(carriers, start)];
  if (first !== undefined && first.start < end) {
    const last = carriers[firstEndingAfter(carriers, end - 1)];
    const whole = last === undefined || last.start >= end ? lastBefore(carriers, end) : last;
    if (whole !== undefined)
      return {
        first,
        from: Math.max(start - first.start, 0),
        last: whole,
        to: Math.min(end, whole.end) - whole.start,
      };
  }
  const anchor = pieces[firstEndingAfter(pieces, start)]?.anchor;
  const carrier = carriers.find(({ place }) => place !== undefined && place === anchor?.place) ?? carriers[0];
  return carrier && { first: carrier, from: 0, last: carrier, to: carrier.text.length };
}

/** Index of the first piece that ends behind an offset. */
function firstEndingAfter(pieces: readonly Placed[], at: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lastBefore(carriers: readonly Placed[], end: number): Placed | undefined {
  return carriers[firstEndingAfter(carriers, end - 1) - 1];
}

function insertionsOf(
  { source, vocabulary }: WordText,
  { first, from, last, to }: Range,
  id: number,
): Insertion[] {
  const { prefix: w } = vocabulary;
  const reference = `<${w}r><${w}commentReference ${w}id="${id}"/></${w}r>`;
  return [
    ...cut(first, from, `<${w}commentRangeStart ${w}id="${id}"/>`, 2),
    ...cut(last, to, `<${w}commentRangeEnd ${w}id="${id}"/>${reference}`, 1),
  ];

  /** Ends the run inside its words, and begins another with the same properties. */
  function cut({ place }: Placed, offset: number, xml: string, rank: 1 | 2): Insertion[] {
    if (place === undefined) return [];
    const again = `<${w}r>${place.properties}<${w}t xml:space="preserve">`;
    const at = sourceOffset(source, place.at, offset);
    const keep = { at: place.at - 1, rank: 0, xml: ' xml:space="preserve"' } as const;
    return [...(place.preserved ? [] : [keep]), { at, rank, xml: `</${w}t></${w}r>${xml}${again}` }];
  }
}

/** Offset in the source behind so many characters of the text; &amp; stands for one, a line's end for one. */
function sourceOffset(source: string, from: number, characters: number): number {
  let at = from;
  for (let left = characters; left > 0; left--) {
    if (source[at] === '&') {
      const end = source.indexOf(';', at);
      const code = /^&#(?:x([0-9a-f]+)|(\d+));$/i.exec(source.slice(at, end + 1));
      if (code !== null && parseInt(code[1] ?? code[2] ?? '0', code[1] ? 16 : 10) > 0xffff) left--;
      at = end + 1;
    } else at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
  }
  return at;
}

function spliced(source: string, insertions: readonly Insertion[]): string {
  const sorted = insertions.toSorted((a, b) => a.at - b.at || a.rank - b.rank);
  const pieces: string[] = [];
  let at = 0;
  let kept = -1;
  for (const insertion of sorted) {
    // One tag takes its attribute once, however many comments cut its words.
    if (insertion.rank === 0 && insertion.at === kept) continue;
    if (insertion.rank === 0) kept = insertion.at;
    pieces.push(source.slice(at, insertion.at), insertion.xml);
    at = insertion.at;
  }
  return pieces.join('') + source.slice(at);
}

function declaredUtf8(source: string): string {
  return source.replace(/^(<\?xml[^>]{0,100}?encoding=["'])[\w-]+/, '$1UTF-8');
}
