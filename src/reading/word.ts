import { Refusal } from '../kernel/refusal.ts';
import { damaged, unpack, type Parts } from './archive.ts';
import { readStory, type Line, type Piece, type Vocabulary } from './word-story.ts';
import { BadXml, walkXml } from './xml.ts';

export type { Piece, Place, Vocabulary } from './word-story.ts';

/** A Word document's text, and where in the file each piece of it stands. */
export interface WordText {
  readonly text: string;
  /** In the order of the text; `start` and `end` are offsets in it. */
  readonly pieces: readonly Placed[];
  readonly parts: Parts;
  /** Path and source of the part that holds the body. */
  readonly path: string;
  readonly source: string;
  readonly vocabulary: Vocabulary;
}

export interface Placed extends Piece {
  readonly start: number;
  readonly end: number;
}

/** Reads the body with its tables and text boxes, then foot- and endnotes; deleted and hidden words are left out. */
export function readWord(bytes: Uint8Array, name: string): WordText {
  const parts = unpack(bytes, name);
  try {
    return readParts(parts, name);
  } catch (cause) {
    if (cause instanceof BadXml) throw damaged(name);
    throw cause;
  }
}

function readParts(parts: Parts, name: string): WordText {
  const [path] = targetsOf(parts, '', 'officeDocument');
  const source = path === undefined ? undefined : xmlOf(parts, path);
  if (path === undefined || source === undefined) throw otherArchive(parts, name);
  const body = readStory(source);
  if (body === null) throw otherArchive(parts, name);
  const notes = ['footnotes', 'endnotes'].flatMap((kind) =>
    targetsOf(parts, path, kind).flatMap((target) => {
      const story = readStory(xmlOf(parts, target) ?? '<none/>');
      // A note hangs on its sign in the body; Word takes no comment inside it.
      return (story?.lines ?? []).map((line) => ({
        ...line,
        pieces: line.pieces.map(({ text }): Piece => ({
          text,
          anchor: body.notes.get(`${kind}:${line.note}`),
        })),
      }));
    }),
  );
  return { ...assemble([...body.lines, ...notes]), parts, path, source, vocabulary: body.vocabulary };
}

function assemble(lines: readonly Line[]): { text: string; pieces: Placed[] } {
  const words: string[] = [];
  const pieces: Placed[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      words.push(line.lead);
      at += line.lead.length;
    }
    for (const piece of line.pieces) {
      pieces.push({ ...piece, start: at, end: at + piece.text.length });
      words.push(piece.text);
      at += piece.text.length;
    }
  }
  return { text: words.join(''), pieces };
}

/** An Excel or other file in the same kind of archive. */
function otherArchive(parts: Parts, name: string): Refusal {
  const has = (start: string): boolean => [...parts.keys()].some((path) => path.startsWith(start));
  if (parts.size === 0 || has('word/')) return damaged(name);
  const what = has('xl/') ? '是 Excel 表格' : has('ppt/') ? '是演示文稿' : '不是 Word 文档（.docx）';
  return new Refusal('bad-file', `“${name}”${what}，读不了。`, {
    next: '请在 Word 或 WPS 里另存为 .docx 再试。',
  });
}

/** A part as text: UTF-8, or UTF-16 by its mark. */
export function xmlOf(parts: Parts, path: string): string | undefined {
  const bytes = parts.get(path);
  if (bytes === undefined) return undefined;
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Where the relations of one part are written down. */
export function relationsPath(of: string): string {
  const cut = of.lastIndexOf('/') + 1;
  return `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`;
}

/** Paths of the parts that stand in the named relation to a part; the package itself is ''. */
export function targetsOf(parts: Parts, of: string, kind: string): string[] {
  const relations = xmlOf(parts, relationsPath(of));
  const found: string[] = [];
  if (relations === undefined) return found;
  const folder = of.slice(0, of.lastIndexOf('/') + 1);
  walkXml(relations, {
    open({ attributes }) {
      const { Type = '', Target = '' } = attributes;
      if (Type.endsWith(`/${kind}`)) found.push(Target.startsWith('/') ? Target.slice(1) : folder + Target);
    },
  });
  return found;
}
