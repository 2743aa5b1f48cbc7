import { Parser } from 'htmlparser2';
import { Refusal } from '../kernel/refusal.ts';
import { articleOf, isFurniture, isNoise, type PageElement } from './article.ts';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** Never read by a person as the report's text. */
const SILENT = new Set(
  'script style noscript template svg iframe select textarea button head object'.split(' '),
);
/** What our own pages write around a report and is not its text. */
const ANNOTATION = 'data-annotation';
/** No published page comes near; the parser's time grows with the depth. */
const DEEPEST = 1000;

/** A page's own words for its title. */
interface Page {
  readonly root: PageElement;
  readonly metaTitle: string;
}

/** Text of the article on a page; block elements become line breaks, runs of blanks one blank. */
export function htmlText(html: string, name: string): string {
  const { root, metaTitle } = parsePage(html, name);
  const article = articleOf(root);
  const lines = linesOf(article).filter((line) => !isNoise(line));
  const title = titleOf(root, metaTitle);
  const opening = lines.slice(0, 6).join('').replace(/\s+/g, '');
  if (article !== root && title !== '' && !opening.includes(title.replace(/\s+/g, ''))) lines.unshift(title);
  return lines.join('\n');
}

function parsePage(html: string, name: string): Page {
  const root: PageElement = { tag: 'root', label: '', children: [], weight: 0, letters: 0, linked: 0 };
  const open: PageElement[] = [root];
  let silent = 0;
  let links = 0;
  let metaTitle = '';
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (open.length + silent > DEEPEST)
        throw new Refusal('bad-file', `“${name}”的标签嵌套过深，无法读取。`);
      if (tag === 'meta' && /^articletitle$/i.test(attributes['name'] ?? ''))
        metaTitle = attributes['content'] ?? '';
      if (silent > 0 || SILENT.has(tag) || ANNOTATION in attributes) {
        silent++;
        return;
      }
      if (tag === 'a') links++;
      const label = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`.slice(0, 200);
      const element: PageElement = { tag, label, children: [], weight: 0, letters: 0, linked: 0 };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    ontext(text) {
      const home = open.at(-1);
      if (silent > 0 || home === undefined) return;
      home.children.push(text);
      const letters = text.replace(/\s+/g, '').length;
      home.letters += letters;
      if (links > 0) home.linked += letters;
      else if (/[，。；、]/.test(text)) home.weight += letters;
    },
    onclosetag(tag) {
      if (silent > 0) {
        silent--;
        return;
      }
      const element = open.pop();
      const parent = open.at(-1);
      if (element === undefined || parent === undefined) return;
      if (tag === 'a') links--;
      parent.letters += element.letters;
      parent.linked += element.linked;
      parent.weight += element.weight;
    },
  });
  parser.write(html);
  parser.end();
  return { root, metaTitle: metaTitle.trim() };
}

/** The first large heading, else what the page's head says. */
function titleOf(root: PageElement, metaTitle: string): string {
  const waiting: PageElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.tag === 'h1' && element.letters >= 6) return linesOf(element).join('');
    if (isFurniture(element, root)) continue;
    for (const child of element.children.toReversed()) if (typeof child !== 'string') waiting.push(child);
  }
  return metaTitle;
}

/** Lines as a reader sees them. */
function linesOf(article: PageElement): string[] {
  const lines: string[] = [''];
  const put = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  const walk = (element: PageElement): void => {
    if (isFurniture(element, article)) return;
    if (element.tag === 'tr' && isPlainRow(element)) {
      lines.push(
        cellsOf(element)
          .map((cell) => tidy(wordsOf(cell)))
          .join('\t'),
        '',
      );
      return;
    }
    const block = BLOCKS.has(element.tag);
    if (block) lines.push('');
    for (const child of element.children) {
      if (typeof child === 'string') put(child);
      else walk(child);
    }
    if (block) lines.push('');
  };
  walk(article);
  return lines.map((line) => line.split('\t').map(tidy).join('\t').trim()).filter((line) => line !== '');
}

function tidy(line: string): string {
  return line.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim();
}

function cellsOf(row: PageElement): PageElement[] {
  return row.children
    .filter((child) => typeof child !== 'string')
    .filter(({ tag }) => tag === 'td' || tag === 'th');
}

/** A row of figures, not of a layout: no cell holds more than one block. */
function isPlainRow(row: PageElement): boolean {
  const cells = cellsOf(row);
  return cells.length > 1 && cells.every((cell) => cell.letters <= 200 && blocksIn(cell, 2) < 2);
}

/** Counts no further than asked, so that rows nested in rows are not walked again and again. */
function blocksIn(element: PageElement, most: number): number {
  let blocks = 0;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    blocks += BLOCKS.has(child.tag) ? 1 : 0;
    if (blocks < most) blocks += blocksIn(child, most - blocks);
    if (blocks >= most) break;
  }
  return blocks;
}

function wordsOf(element: PageElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}
