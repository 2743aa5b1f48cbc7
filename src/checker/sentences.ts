import { isPlanHeading } from './sections.ts';

export interface Sentence {
  readonly start: number;
  /** Behind the last character, without the full stop. */
  readonly end: number;
  readonly paragraph: number;
  /** Level-one heading above it speaks of next year. */
  readonly plan: boolean;
  /** It is itself a heading. */
  readonly heading: boolean;
  /** Indexes of the sentences that are the headings above it: first level, second level; -1 where there is none. */
  readonly section: readonly [chapter: number, point: number];
}

export interface Layout {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** No sentence is longer than this, so that work per figure stays bounded on text without any stop. */
const LONGEST_SENTENCE = 1500;
const HEADING =
  /^[\s#]*(?:第[一二三四五六七八九十]{1,3}[章节部]分?|[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十]{1,3}[)])/;
const TOP_HEADING = /^[\s#]*(?:第[一二三四五六七八九十]{1,3}[章节部]分?|[一二三四五六七八九十]{1,3}[、.])/;
const LONGEST_HEADING = 60;

/** Cuts a text into sentences, with the section each stands in. */
export function layOut(text: string): Layout {
  const sentences: Sentence[] = [];
  let start = 0;
  let paragraph = 0;
  let plan = false;
  let section: readonly [number, number] = [-1, -1];
  for (let i = 0; i <= text.length; i++) {
    const char = text[i];
    const stop = char === undefined || char === '\n' || char === '\r' || /[。!?]/.test(char);
    if (!stop && i - start < LONGEST_SENTENCE) continue;
    if (i > start) {
      const body = text.slice(start, Math.min(i, start + 200));
      const heading = i - start <= LONGEST_HEADING && HEADING.test(body);
      const top = TOP_HEADING.test(body);
      if (top) plan = isPlanHeading(body);
      if (top) section = [sentences.length, -1];
      else if (HEADING.test(body)) section = [section[0], sentences.length];
      sentences.push({ start, end: i, paragraph, plan: plan || isPlanOpening(body), heading, section });
    }
    if (char === '\n') paragraph++;
    start = stop ? i + 1 : i;
  }
  return { text, sentences };
}

const LONGEST_TITLE = 40;

/** The headings above a sentence, as the report writes them. */
export function sectionText(layout: Layout, sentence: Sentence | undefined, original: string): string {
  return (sentence?.section ?? [])
    .map((index) => layout.sentences[index])
    .filter((heading) => heading !== undefined)
    .map(({ start, end }) => titleOf(original.slice(start, Math.min(end, start + 2 * LONGEST_TITLE))))
    .join(' / ');
}

/** A heading that runs on into its paragraph ends at the first clause. */
function titleOf(heading: string): string {
  const bare = heading.replace(/^[\s#]+/, '').trim();
  const clause = /^[^,\uff0c:\uff1a;\uff1b]*/.exec(bare)?.[0] ?? bare;
  return (bare.length > LONGEST_TITLE ? clause : bare).slice(0, LONGEST_TITLE);
}

/** A sentence that itself looks forward. */
function isPlanOpening(body: string): boolean {
  return /^(?:[\s\u3000]*)(?:下一步|下步|今后|明年|下一年)/.test(body);
}

/** Clause boundaries; 、 joins and is none. */
export function isBoundary(char: string | undefined): boolean {
  return char === undefined || /[,。;:!?\n\r()]/.test(char);
}
