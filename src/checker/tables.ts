import type { Context } from './context.ts';
import { clean } from './intervals.ts';
import { plain } from './message.ts';
import type { Finding, Span } from './types.ts';

/** 合计 53 at the end of a row of names and bare numbers, as tables are pasted into text. */
const TOTAL = /(?:合计|总计|共计|小计)[\s:]*(\d{1,9}(?:\.\d+)?)(?![\d.%\u4e00-\u9fff])/g;
/** 进学校 5; with what separates it from the next. */
const ITEM = /([\u4e00-\u9fff()]{1,16})[\s:]*(\d{1,9}(?:\.\d+)?)\s*[;,、\s]\s*$/;
const LONGEST_ITEM = 40;
const MOST_ITEMS = 30;

/** Bare numbers before a bare total: the unit stands in the heading of the table. */
export function checkTables({ document: { text } }: Context): Finding[] {
  return [...text.matchAll(TOTAL)].flatMap((match) => {
    const items = itemsBefore(text, match.index);
    const said = Number(match[1]);
    const sum = clean(items.reduce((total, { value }) => total + value, 0));
    if (items.length < 3 || sum === said) return [];
    const end = match.index + match[0].length;
    const total: Span = { start: end - (match[1] ?? '').length, end, text: match[1] ?? '' };
    const message = `各项相加${items.map(({ value }) => plain(value)).join('+')}=${plain(sum)},与合计${plain(said)}不符`;
    return [
      { type: 'sum-mismatch', grade: 'likely', spans: [total, ...items.map(({ span }) => span)], message },
    ];
  });
}

interface Item {
  readonly value: number;
  readonly span: Span;
}

function itemsBefore(text: string, at: number): Item[] {
  const items: Item[] = [];
  let end = at;
  while (items.length < MOST_ITEMS) {
    const match = ITEM.exec(text.slice(Math.max(0, end - LONGEST_ITEM), end));
    const digits = match?.[2];
    if (match === null || digits === undefined || /(?:合计|总计|共计|小计)/.test(match[1] ?? '')) break;
    const start = end - match[0].length;
    const from = start + match[0].indexOf(digits, (match[1] ?? '').length);
    items.unshift({ value: Number(digits), span: { start: from, end: from + digits.length, text: digits } });
    end = start;
  }
  return items;
}
