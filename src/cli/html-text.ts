import { HTMLElement, NodeType, TextNode, parse } from 'node-html-parser';

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body br center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** Never read by a person as the report's text. */
const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'textarea',
  'head',
]);

/** Visible text of a page; block elements become line breaks, runs of blanks one blank. */
export function htmlText(html: string): string {
  const lines: string[] = [''];
  // An explicit stack: a page nested a hundred thousand deep must not exhaust the call stack here.
  const stack: (HTMLElement | TextNode | 'break')[] = [parse(html, { comment: false })];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === 'break') lines.push('');
    else if (node instanceof TextNode) lines[lines.length - 1] += node.text;
    else open(node, stack);
  }
  return lines
    .map((line) => line.replace(/[ \t\r\n\f\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function open(element: HTMLElement, stack: (HTMLElement | TextNode | 'break')[]): void {
  const tag = element.rawTagName?.toLowerCase() ?? '';
  if (SILENT.has(tag)) return;
  const block = BLOCKS.has(tag);
  if (block) stack.push('break');
  for (const child of element.childNodes.toReversed()) {
    if (child instanceof HTMLElement || (child instanceof TextNode && child.nodeType === NodeType.TEXT_NODE))
      stack.push(child);
  }
  if (block) stack.push('break');
}
