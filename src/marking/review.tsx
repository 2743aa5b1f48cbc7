import { renderToStaticMarkup } from 'react-dom/server';
import { check } from '../checker/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { readDocument } from '../reading/document.ts';
import { Marked } from './marked-text.tsx';
import { inOrder, noteOf, type MarkedText } from './notes.ts';

/** What somebody hands in to be checked: words, or a file with its name. */
export type HandedIn = { readonly text: string } | { readonly bytes: Uint8Array; readonly name: string };

/** What a page shows of it. */
export interface Reviewed {
  readonly characters: number;
  /** The marked text as a fragment of a page; whatever was handed in stands in it as text. */
  readonly markup: string;
}

/** Reads, checks and marks what is handed in; every failure that is not ours is a refusal in one sentence. */
export type Review = (handedIn: HandedIn) => Promise<Reviewed>;

/** Ten times a county's report; the page that shows more would be no page. */
export const MOST_CHARACTERS = 100_000;

export async function markedOf(handedIn: HandedIn): Promise<MarkedText> {
  const text = 'text' in handedIn ? handedIn.text : (await readDocument(handedIn.bytes, handedIn.name)).text;
  if (text.length > MOST_CHARACTERS) {
    throw new Refusal('bad-file', `文字有${Math.ceil(text.length / 10_000)}万字，这里一次最多检查10万字。`, {
      next: '请分几次检查。',
    });
  }
  const { figures, findings } = check(text);
  return { text, figures, notes: inOrder(findings.map(noteOf)) };
}

/** Rendering belongs to it: a text of nothing but numbers takes longer to show than to check. */
export const review: Review = async (handedIn) => {
  const marked = await markedOf(handedIn);
  return { characters: marked.text.length, markup: renderToStaticMarkup(<Marked marked={marked} />) };
};
