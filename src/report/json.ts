import type { Draft } from './model.ts';
import { plainText } from './text.ts';

/** The report for machines: its text, its parts run by run, and everything that defines each figure. */
export function toJson(draft: Draft): string {
  const { organisation, year, span, title, date, note, mark, opening, parts } = draft;
  const { figures, unproven, statedZeros, gaps } = draft;
  const content = {
    format: 'fadu-report/1',
    organisation,
    year,
    ...(mark === undefined ? {} : { mark }),
    title: title.join(''),
    date,
    period: span,
    text: plainText(draft),
    opening,
    parts,
    note,
    figures,
    unproven,
    statedZeros,
    gaps,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
