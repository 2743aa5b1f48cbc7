import type { FigureValue } from '../figures/figures.ts';
import { dayInChinese, type Evidence } from '../kernel/index.ts';
import type { Draft, FigureRun, Run } from './model.ts';
import { PAGE_STYLE } from './page-style.ts';
import { linesOf, plainLine, UNPROVEN_MARK, type Line } from './text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  record: '记录逐条',
  platform: '平台导出',
  paper: '纸质台账扫描',
  none: '未佐证',
};

export function evidenceText(evidence: Evidence): string {
  return EVIDENCE[evidence];
}

export interface FragmentOptions {
  /** Where a figure leads; the definitions at the end of the page unless said otherwise. */
  readonly figureHref?: (code: string) => string;
  /** Level of the report's title among the page's headings (1). */
  readonly level?: 1 | 2 | 3;
}

/** The anchor of a figure's definition. */
export function definitionAnchor(code: string): string {
  return `figure-${code}`;
}

/** The report's text as an HTML fragment: headings, paragraphs, and each figure a link. No script, no style. */
export function reportFragment(draft: Draft, options: FragmentOptions = {}): string {
  const { figureHref = (code: string) => `#${definitionAnchor(code)}`, level = 1 } = options;
  const seen = new Set<string>();
  const lines = linesOf(draft).map((line) => fragmentLine(line, level, chip));
  return `<article class="report" lang="zh-CN">\n${lines.join('\n')}\n</article>`;

  /** The first time that a figure stands in the text is where its definition leads back to. */
  function chip(run: FigureRun): string {
    const first = seen.has(run.code) ? '' : ` id="at-${escapeHtml(run.code)}"`;
    seen.add(run.code);
    const doubtful = run.evidence === 'none';
    const attributes = `${first} class="figure${doubtful ? ' unproven' : ''}" href="${escapeHtml(figureHref(run.code))}" title="${escapeHtml(run.name)}：查看口径和依据"`;
    return `<a${attributes}>${escapeHtml(run.text)}</a>${doubtful ? UNPROVEN_MARK : ''}`;
  }
}

function fragmentLine(line: Line, level: number, chip: (run: FigureRun) => string): string {
  switch (line.as) {
    case 'title':
      return `<h${level}>${line.lines.map(titleLine).join('<br>')}</h${level}>`;
    case 'part':
      return `<h${level + 1}>${escapeHtml(line.text)}</h${level + 1}>`;
    case 'section':
      return `<h${level + 2}>${escapeHtml(line.text)}</h${level + 2}>`;
    case 'paragraph':
      return `<p>${line.paragraph.runs.map((run) => runHtml(run, chip)).join('')}</p>`;
    case 'signature':
    case 'date':
    case 'note':
      return `<p class="${line.as}">${escapeHtml(plainLine(line))}</p>`;
  }
}

/** On a narrow screen the title breaks where its sense allows, not inside 工作情况报告; the style keeps the rest whole. */
function titleLine(text: string): string {
  return escapeHtml(text).replace(/工作情况报告$/, '<wbr>$&');
}

function runHtml(run: Run, chip: (run: FigureRun) => string): string {
  switch (run.kind) {
    case 'text':
      return escapeHtml(run.text);
    case 'figure':
      return chip(run);
    case 'unproven':
      return `<span class="unproven">${escapeHtml(run.text)}</span>${UNPROVEN_MARK}`;
  }
}

function coveredText({ period, asOf }: FigureValue): string {
  if (asOf !== undefined) return `截至${dayInChinese(asOf)}`;
  return period === undefined ? '' : `${dayInChinese(period.from)}至${dayInChinese(period.to)}`;
}

function valueText({ value, unit, measure }: FigureValue): string {
  return value === null ? '无分母' : `${value}${measure === 'ratio' ? '%' : unit}`;
}

function backingText(figure: FigureValue): string {
  const parts = figure.numerator === undefined ? '' : `${figure.numerator}÷${figure.denominator}，`;
  if (figure.records === 0) return `${parts}依据记录0条`;
  return `${parts}依据记录${figure.records}条，${evidenceText(figure.evidence)}`;
}

/** What each figure of the text counts, over which period, and on how many records of which evidence it rests. */
export function definitionsTable(draft: Draft): string {
  const rows = draft.figures.map((figure) => {
    const code = escapeHtml(figure.code);
    return `<tr id="${definitionAnchor(code)}">
<th scope="row"><a href="#at-${code}">${escapeHtml(figure.name)}</a></th>
<td class="value">${escapeHtml(valueText(figure))}</td>
<td>${escapeHtml(figure.definition)}<span class="basis">${coveredText(figure)}；${escapeHtml(backingText(figure))}</span></td>
</tr>`;
  });
  return `<table class="definitions">
<thead><tr><th scope="col">指标</th><th scope="col" class="value">数值</th><th scope="col">口径、时间和依据</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

/** Margin boxes repeat on every printed page; the text becomes a CSS string. */
function printMark(mark: string | undefined): string {
  if (mark === undefined) return '';
  const text = mark.replace(/["\\<\n]/g, '');
  return `@page { @top-center { content: "${text}"; font: 12pt sans-serif; } }`;
}

/**
 * The report as one page that needs nothing else: no script, no font, no picture from anywhere. What is not the report's
 * text carries `data-annotation`, and whoever checks the page leaves it out.
 */
export function toHtml(draft: Draft): string {
  const { mark } = draft;
  const title = draft.title.join('');
  const robots = draft.organisation.demo ? '\n<meta name="robots" content="noindex">' : '';
  const stripe =
    mark === undefined ? '' : `<p class="mark" role="note" data-annotation>${escapeHtml(mark)}</p>\n`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">${robots}
<title>${escapeHtml(mark === undefined ? title : `${title}（${mark}）`)}</title>
<style>
${PAGE_STYLE}
${printMark(mark)}
</style>
</head>
<body>
${stripe}<main>
${reportFragment(draft)}
<section class="figures" aria-labelledby="figures" data-annotation>
<h2 id="figures">数据口径和依据</h2>
<p>文中带虚线的数字都能点开，跳到下表对应的指标；点指标名回到文中。</p>
${definitionsTable(draft)}
</section>
</main>
</body>
</html>
`;
}
