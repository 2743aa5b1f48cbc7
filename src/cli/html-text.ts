import { HTMLElement, NodeType, TextNode, parse } from 'node-html-parser';
import { Refusal } from '../kernel/refusal.ts';

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

/** What our own pages write around a report and is not its text. */
const ANNOTATION = 'data-annotation';

/** Elements that hold nothing or that the parser closes by itself; they do not nest. */
const FLAT =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/;
/** No published page comes near; the parser's time grows with the square of the depth. */
const DEEPEST = 2000;

/** Comments removed in one pass; the parser looks for the end of each unclosed one again and again. */
function withoutComments(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', from)) {
    kept.push(html.slice(from, open));
    const close = html.indexOf('-->', open + 4);
    if (close < 0) return kept.join('');
    from = close + 3;
  }
  return kept.join('') + html.slice(from);
}

function refuseDepth(html: string, name: string): void {
  let depth = 0;
  for (const [, close, tag = ''] of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,20})/g)) {
    if (FLAT.test(tag.toLowerCase())) continue;
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) throw new Refusal('bad-file', `“${name}”的标签嵌套过深，无法读取。`);
  }
}

/** Visible text of a page; block elements become line breaks, runs of blanks one blank. */
export function htmlText(html: string, name: string): string {
  // The parser would take the declaration for text.
  const page = withoutComments(html).replace(/<!doctype\b[^>]{0,500}>/i, '');
  refuseDepth(page, name);
  const lines: string[] = [''];
  // An explicit stack: a page nested a hundred thousand deep must not exhaust the call stack here.
  const stack: (HTMLElement | TextNode | 'break')[] = [parse(page)];
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
  if (SILENT.has(tag) || element.hasAttribute(ANNOTATION)) return;
  const block = BLOCKS.has(tag);
  if (block) stack.push('break');
  for (const child of element.childNodes.toReversed()) {
    if (child instanceof HTMLElement || (child instanceof TextNode && child.nodeType === NodeType.TEXT_NODE))
      stack.push(child);
  }
  if (block) stack.push('break');
}
