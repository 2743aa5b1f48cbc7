import { dayInChinese } from '../kernel/index.ts';
import type { Draft, Paragraph, Run } from './model.ts';

/** What is written behind a typed number that nothing proves. */
export const UNPROVEN_MARK = '〔未佐证〕';

/** A run as it is read. A figure that rests on a bare declaration is marked like a typed number. */
export function plainRun(run: Run): string {
  const unproven = run.kind === 'unproven' || (run.kind === 'figure' && run.evidence === 'none');
  return unproven ? run.text + UNPROVEN_MARK : run.text;
}

export function plainParagraph(paragraph: Paragraph): string {
  return paragraph.runs.map(plainRun).join('');
}

/** One line of the report with its place in the order of headings; every format writes these lines in this order. */
export type Line =
  | { readonly as: 'title'; readonly lines: readonly string[] }
  | { readonly as: 'part' | 'section' | 'signature' | 'date' | 'note'; readonly text: string }
  | { readonly as: 'paragraph'; readonly paragraph: Paragraph };

/**
 * Who signs: an annual report is the people's government's, whatever the organisation is called here. A bracket, such as
 * the sign of a demo, stays behind.
 */
function signatureOf(name: string): string {
  return name.replace(/([乡镇])([（(][^（()）]*[)）])?$/, '$1人民政府$2');
}

/** The report from its title to its note. */
export function linesOf(draft: Draft): Line[] {
  const paragraphs = (list: readonly Paragraph[]): Line[] =>
    list.map((paragraph) => ({ as: 'paragraph', paragraph }));
  return [
    { as: 'title', lines: draft.title },
    ...paragraphs([draft.opening]),
    ...draft.parts.flatMap((part): Line[] => [
      { as: 'part', text: part.heading },
      ...paragraphs(part.paragraphs),
      ...part.sections.flatMap((section): Line[] => [
        { as: 'section', text: section.heading },
        ...paragraphs(section.paragraphs),
      ]),
    ]),
    { as: 'signature', text: signatureOf(draft.organisation.name) },
    { as: 'date', text: dayInChinese(draft.date) },
    { as: 'note', text: draft.note },
  ];
}

export function plainLine(line: Line): string {
  if (line.as === 'title') return line.lines.join('');
  return line.as === 'paragraph' ? plainParagraph(line.paragraph) : line.text;
}

/** The whole text, one line for each heading and paragraph. */
export function plainText(draft: Draft): string {
  return linesOf(draft).map(plainLine).join('\n');
}
