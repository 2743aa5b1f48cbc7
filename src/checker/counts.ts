import type { Context } from './context.ts';
import { isExact } from './figures.ts';
import { spanOf } from './message.ts';
import type { Finding, Grade, Reading, Span } from './types.ts';

const LONGEST_LIST = 300;
/** Behind the figure: its noun, then a word that promises the full list. */
const FULL_LIST =
  /^([^,。;:、\d]{0,16})[,:(—]{0,2}(分别为|分别是|(?<=[,:(—])即(?![可日时将使便刻以])|也就是|依次为|依次是)[:]?/;
const CLOSED_BRACKET = /^[^,。;:、\d(]{0,12}[(]([^()]{3,200})[)]/;

/** Number of things named against the number said: count-mismatch. */
export function checkCounts(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const reading of context.document.readings) {
    const { figure } = reading;
    if (!isExact(reading) || (figure.value ?? 0) < 1 || (figure.value ?? 0) > 30 || reading.plan) continue;
    if (!/^(?:个|项|处|类|种|条|家|支|所|名|人|位|部|户|件|篇|张|大类|站|镇|村|社区)$/.test(figure.unit))
      continue;
    const result = promised(context, reading) ?? bracketed(context, reading) ?? gathered(reading);
    if (result !== null) findings.push(result);
  }
  return findings;
}

function promised(context: Context, reading: Reading): Finding | null {
  const { text } = context.document;
  const from = reading.figure.end;
  const head = FULL_LIST.exec(text.slice(from, from + 30));
  if (head === null) return null;
  const start = from + head[0].length;
  const list = /^[^。;,!?\n\r]*/.exec(text.slice(start, start + LONGEST_LIST))?.[0] ?? '';
  return judge(reading, start, list, 'certain');
}

function bracketed(context: Context, reading: Reading): Finding | null {
  const from = reading.figure.end;
  const match = CLOSED_BRACKET.exec(context.document.text.slice(from, from + 240));
  if (match === null || /含|其中|包括|如|详见|以下|简称|[,;:]/.test(match[1] ?? '')) return null;
  return judge(reading, from + match[0].length - 1 - (match[1] ?? '').length, match[1] ?? '', 'confirm');
}

/** 许可、处罚、强制四类: a closing number behind its list; only small Chinese numbers of kinds. */
function gathered(reading: Reading): Finding | null {
  if (!/^[两三四五六七八九十]/.test(reading.figure.text) || !/^(?:类|种|大类)$/.test(reading.figure.unit))
    return null;
  const list = reading.phrase;
  if (!list.includes('、') || /[等共各分为]$/.test(list)) return null;
  return judge(reading, reading.figure.start - list.length, list, 'confirm');
}

function judge(reading: Reading, start: number, list: string, grade: Grade): Finding | null {
  const body = list.replace(/\s+$/, '');
  // Numbers in the list are parts; 等 leaves it open.
  if (
    !body.includes('、') ||
    /\d|等$|等[^、]{0,8}$|各|[一二两三四五六七八九十]+[个名人件项处家次]/.test(maskInner(body))
  )
    return null;
  const masked = maskInner(body);
  const least = masked.split('、').length;
  const most = least + (masked.match(/以及|[和及与暨]/g)?.length ?? 0);
  const said = reading.figure.value ?? 0;
  if (said >= least && said <= most) return null;
  const listed = most === least ? String(least) : `${least}至${most}`;
  const span: Span = { start, end: start + body.length, text: body };
  const loose =
    most > least ||
    reading.figure.unit === '项' ||
    reading.figure.unit === '人' ||
    reading.figure.unit === '名';
  return {
    type: 'count-mismatch',
    grade: grade === 'certain' && loose ? 'likely' : grade,
    spans: [spanOf(reading), span],
    message: `文中说${reading.figure.text},列出的是${listed}${reading.figure.unit}`,
  };
}

/** Blanks what stands in quotes and brackets, where 、 and 和 do not separate items. */
function maskInner(list: string): string {
  return list.replace(/《[^》]*》|“[^”]*”|\([^)]*\)|"[^"]*"/g, (inner) => '□'.repeat(inner.length));
}
