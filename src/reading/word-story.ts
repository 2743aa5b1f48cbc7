import { walkXml, type Opening, type XmlVisitor } from './xml.ts';

/** Words that stand together in one text element. */
export interface Piece {
  readonly text: string;
  /** Absent where Word takes no comment: in text boxes and notes, and for tabs and breaks. */
  readonly place?: Place;
  /** Where a comment goes for a piece that can't carry one: the last words of the body before it. */
  readonly anchor?: Piece | undefined;
}

export interface Place {
  /** Offsets of the element's content in the source. */
  readonly at: number;
  readonly to: number;
  /** Spaces at the ends count. */
  readonly preserved: boolean;
  /** The run's properties as written, to be repeated when the run is cut. */
  readonly properties: string;
}

/** A paragraph; cells of one row follow each other by a tab. */
export interface Line {
  readonly lead: '\n' | '\t';
  readonly pieces: readonly Piece[];
  /** Number of the note that it belongs to. */
  readonly note?: string;
}

export interface Story {
  readonly vocabulary: Vocabulary;
  readonly lines: readonly Line[];
  /** By `footnotes:3`, the piece behind which the note's sign stands. */
  readonly notes: ReadonlyMap<string, Piece | undefined>;
}

/** Of the two editions of the standard; there are further spaces for later additions. */
const WORD = /\/wordprocessingml\/(?:2006\/)?main$/;
/** Deleted or moved away, the copy for old programs, the reading above a character. */
const SKIPPED = new Set(['del', 'moveFrom', 'Fallback', 'rt']);

/** Reads one part that holds paragraphs; null when it is none of Word's. */
export function readStory(source: string): Story | null {
  const reader = new StoryReader(source);
  walkXml(source, reader);
  const { vocabulary, lines, notes } = reader;
  return vocabulary === undefined ? null : { vocabulary, lines, notes };
}

interface OpenLine {
  readonly lead: '\n' | '\t';
  readonly pieces: Piece[];
  readonly inBox: boolean;
}

interface OpenRun {
  properties: string;
  hidden: boolean;
}

class StoryReader implements XmlVisitor {
  readonly lines: Line[] = [];
  readonly notes = new Map<string, Piece | undefined>();
  vocabulary: Vocabulary | undefined;

  readonly #source: string;
  readonly #names: string[] = [];
  readonly #open: OpenLine[] = [];
  /** Lines of text boxes wait for the paragraph that they hang on. */
  #waiting: Line[] = [];
  readonly #rows: number[] = [];
  #lead: '\n' | '\t' = '\n';
  #run: OpenRun | undefined;
  /** Runs around a text box. */
  readonly #outer: (OpenRun | undefined)[] = [];
  #propertiesAt = -1;
  #content: { readonly opening: Opening; text: string } | undefined;
  #skipped = 0;
  #boxes = 0;
  #note: string | undefined;
  #last: Piece | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  open(opening: Opening): void {
    if (this.#names.length === 0) this.vocabulary = vocabularyIn(opening);
    const name = this.#local(opening.name);
    const parent = this.#names.at(-1);
    this.#names.push(name);
    if (this.#skipped > 0 || SKIPPED.has(name) || this.#isRule(name, opening)) this.#skipped++;
    else this.#enter(name, parent, opening);
  }

  close(_name: string, end: number): void {
    const name = this.#names.pop() ?? '';
    if (this.#skipped > 0) this.#skipped--;
    else this.#leave(name, end);
  }

  text(text: string): void {
    if (this.#content !== undefined && this.#skipped === 0) this.#content.text += text;
  }

  /** Names of other vocabularies stay apart by their prefix, save the one choice that every Word file has. */
  #local(name: string): string {
    if (name.endsWith(':Fallback')) return 'Fallback';
    const prefix = this.vocabulary?.prefix;
    return prefix !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  }

  #enter(name: string, parent: string | undefined, opening: Opening): void {
    switch (name) {
      case 'p':
        this.#open.push({ lead: this.#lead, pieces: [], inBox: this.#boxes > 0 });
        this.#lead = '\n';
        return;
      case 'r':
        this.#run = { properties: '', hidden: false };
        return;
      case 'rPr':
        if (parent === 'r') this.#propertiesAt = opening.start;
        return;
      case 'vanish':
        if (this.#run && parent === 'rPr' && !/^(?:0|false|off)$/.test(this.#value(opening, 'val') ?? ''))
          this.#run.hidden = true;
        return;
      case 't':
        this.#content = { opening, text: '' };
        return;
      case 'tab':
      case 'br':
      case 'cr':
      case 'noBreakHyphen':
        if (parent === 'r') this.#add({ text: SIGNS[name] });
        return;
      case 'tr':
        this.#rows.push(0);
        return;
      case 'tc':
        this.#cell();
        return;
      case 'txbxContent':
        this.#boxes++;
        this.#outer.push(this.#run);
        return;
      case 'footnote':
      case 'endnote':
        this.#note = this.#value(opening, 'id');
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        this.notes.set(`${name.slice(0, -'Reference'.length)}s:${this.#value(opening, 'id')}`, this.#last);
        return;
      default:
    }
  }

  #leave(name: string, end: number): void {
    switch (name) {
      case 'p':
        return this.#endLine();
      case 'r':
        this.#run = undefined;
        return;
      case 'rPr':
        if (this.#run && this.#propertiesAt >= 0)
          this.#run.properties = this.#source.slice(this.#propertiesAt, end);
        this.#propertiesAt = -1;
        return;
      case 't':
        return this.#endContent(end);
      case 'tr':
        this.#rows.pop();
        this.#lead = '\n';
        return;
      case 'txbxContent':
        this.#boxes--;
        this.#run = this.#outer.pop();
        return;
      default:
    }
  }

  /** The line above the notes is kept among them. */
  #isRule(name: string, opening: Opening): boolean {
    const type = name === 'footnote' || name === 'endnote' ? this.#value(opening, 'type') : undefined;
    return type !== undefined && type !== 'normal';
  }

  #cell(): void {
    const cells = this.#rows.pop() ?? 0;
    this.#rows.push(cells + 1);
    this.#lead = cells > 0 ? '\t' : '\n';
  }

  #endContent(end: number): void {
    const content = this.#content;
    this.#content = undefined;
    if (content === undefined || content.text === '') return;
    const { opening, text } = content;
    const to = this.#source.lastIndexOf('<', end - 1);
    // A comment or a CDATA section inside breaks the one-to-one of text and source.
    const plain = !this.#source.slice(opening.end, to).includes('<');
    const place: Place = {
      at: opening.end,
      to,
      preserved: opening.attributes['xml:space'] === 'preserve',
      properties: this.#run?.properties ?? '',
    };
    this.#add(plain && this.#boxes === 0 && this.#run ? { text, place } : { text });
  }

  #add(piece: Piece): void {
    const line = this.#open.at(-1);
    if (line === undefined || this.#run?.hidden === true) return;
    const placed = piece.place === undefined ? { ...piece, anchor: this.#last } : piece;
    line.pieces.push(placed);
    if (placed.place !== undefined) this.#last = placed;
  }

  #endLine(): void {
    const line = this.#open.pop();
    if (line === undefined) return;
    const ended: Line = {
      lead: line.lead,
      pieces: line.pieces,
      ...(this.#note === undefined ? {} : { note: this.#note }),
    };
    if (line.inBox) {
      this.#waiting.push({ ...ended, lead: '\n' });
      return;
    }
    this.lines.push(ended);
    for (const waiting of this.#waiting) this.lines.push(waiting);
    this.#waiting = [];
  }

  #value({ attributes }: Opening, name: string): string | undefined {
    return attributes[`${this.vocabulary?.prefix ?? ''}${name}`] ?? attributes[name];
  }
}

const SIGNS = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' } as const;

/** Word's own names as a part's root binds them: the prefix with its colon ('' for the default one) and the space. */
export interface Vocabulary {
  readonly prefix: string;
  readonly space: string;
}

function vocabularyIn({ attributes }: Opening): Vocabulary | undefined {
  for (const [name, space] of Object.entries(attributes)) {
    if (!WORD.test(space)) continue;
    if (name === 'xmlns') return { prefix: '', space };
    if (name.startsWith('xmlns:')) return { prefix: `${name.slice('xmlns:'.length)}:`, space };
  }
  return undefined;
}
