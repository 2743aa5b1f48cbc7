/** A run of characters as the page places it; lengths in points, the base counted from the foot of the page. */
export interface PdfWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

export interface PdfPage {
  readonly words: readonly PdfWord[];
  readonly height: number;
}

interface Line {
  text: string;
  left: number;
  right: number;
  readonly base: number;
  readonly size: number;
  readonly page: number;
}

/** Joins the lines of all pages into paragraphs, so that a number broken over a line or a page stays whole. */
export function paragraphsOf(pages: readonly PdfPage[]): string {
  const lines = withoutPageFurniture(pages, pages.flatMap(linesOf));
  const margins = marginsOf(lines);
  const paragraphs: string[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined && continues(before, line, margins)) {
      const last = paragraphs.length - 1;
      const gap = /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(line.text) ? ' ' : '';
      paragraphs[last] += gap + line.text;
    } else paragraphs.push(line.text);
  }
  return paragraphs.join('\n');
}

function linesOf(page: PdfPage, number: number): Line[] {
  const lines: Line[] = [];
  for (const word of page.words) {
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.base - word.base) < Math.max(line.size, word.size) * 0.5)
      append(line, word);
    else lines.push({ ...word, page: number });
  }
  return lines.map((line) => ({ ...line, text: closeUp(line.text) })).filter((line) => line.text !== '');
}

/** Typesetting sets Chinese and digits a little apart; that is no space of the text. */
function closeUp(text: string): string {
  return text.trim().replace(/(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])/g, '');
}

function append(line: Line, word: PdfWord): void {
  if (word.text.trim() === '' && word.right - word.left < line.size * 0.4) return;
  const gap = word.left - line.right;
  const wide = gap > line.size * 1.2 && line.text.trim() !== '';
  line.text += (wide ? ' ' : '') + word.text;
  line.right = Math.max(line.right, word.right);
}

const PAGE_NUMBER = /^[—–\-\s·第]*\d{1,3}[—–\-\s·页]*(?:[/共]\s*\d{1,3}\s*页?)?$/;

/** Page numbers at head or foot, and what stands there on most pages alike. */
function withoutPageFurniture(pages: readonly PdfPage[], lines: readonly Line[]): Line[] {
  const edge = (line: Line): boolean => {
    const { height } = pages[line.page] ?? { height: 0 };
    return line.base < height * 0.12 || line.base > height * 0.9;
  };
  const alike = new Map<string, Set<number>>();
  const key = (line: Line): string => `${line.text.replace(/\d+/g, '#')}@${Math.round(line.base / 4)}`;
  for (const line of lines.filter(edge)) {
    const seen = alike.get(key(line)) ?? new Set<number>();
    alike.set(key(line), seen.add(line.page));
  }
  const repeated = (line: Line): boolean => {
    const count = alike.get(key(line))?.size ?? 0;
    return count >= 3 && count * 2 >= pages.length;
  };
  return lines.filter((line) => !edge(line) || !(PAGE_NUMBER.test(line.text) || repeated(line)));
}

interface Margins {
  readonly left: number;
  readonly right: number;
  /** Usual distance from one line to the next. */
  readonly step: number;
}

/** Where the body begins and ends, by its longest lines. */
function marginsOf(lines: readonly Line[]): Margins {
  const long = lines.filter((line) => line.text.length >= 15);
  const steps = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && before.page === line.page && before.base > line.base
      ? [before.base - line.base]
      : [];
  });
  return {
    left: leftmost(lines.map((line) => line.left)),
    right: quantile(
      long.map((line) => line.right),
      0.9,
    ),
    step: quantile(steps, 0.5),
  };
}

/** The leftmost edge that is no exception: lines of two are indented as often as not. */
function leftmost(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(Math.round(value), (counts.get(Math.round(value)) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count * 10 >= values.length);
  return usual.reduce((least, [edge]) => Math.min(least, edge), usual[0]?.[0] ?? 0);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

const OPENING = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．])/;

/** Does a line go on where the one before it was broken off? */
function continues(before: Line, line: Line, { left, right, step }: Margins): boolean {
  const full = before.right >= right - before.size * 2.2;
  const indented = line.left > left + line.size * 0.7;
  if (!full || indented || Math.abs(before.size - line.size) > 1) return false;
  const apart = before.page === line.page && before.base - line.base > step * 1.6;
  return !apart && !(OPENING.test(line.text) && /[。；：！？]$/.test(before.text));
}
