import type { Draft } from './model.ts';
import { linesOf, plainLine, type Line } from './text.ts';

/** Signs that Markdown would read as its own. */
const SIGNS = /[\\`*_{}[\]<>#|~!]/g;
/** At the beginning of a line, a list or a rule. */
const LEADING = /^(?:[+\-=]|\d+[.)])/;

function escaped(text: string): string {
  return text.replace(SIGNS, '\\$&').replace(LEADING, (sign) => sign.replace(/[+\-=.)]$/, '\\$&'));
}

function markdownLine(line: Line): string {
  const text = escaped(plainLine(line));
  switch (line.as) {
    case 'title':
      return `# ${text}`;
    case 'part':
      return `## ${text}`;
    case 'section':
      return `### ${text}`;
    case 'paragraph':
    case 'signature':
    case 'date':
    case 'note':
      return text;
  }
}

/** The report as Markdown: text only, for pasting and comparing. */
export function toMarkdown(draft: Draft): string {
  const mark = draft.mark === undefined ? [] : [`> ${escaped(draft.mark)}`];
  return `${[...mark, ...linesOf(draft).map(markdownLine)].join('\n\n')}\n`;
}
