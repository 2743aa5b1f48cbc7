import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { closingIndents } from './docx.ts';
import { draftReport } from './draft.ts';
import { someInput } from './draft.fixture.ts';
import { writeReport, type Format } from './formats.ts';
import { definitionsTable, reportFragment } from './html.ts';
import { plainText } from './text.ts';

const INPUT = someInput({
  shortcomings: [{ text: '标<b>题</b>里有*星号*、_下划线_和12件"引号"', cause: '1. 像列表 & 像实体' }],
});
const DRAFT = draftReport(INPUT);
const REAL = draftReport({ ...INPUT, organisation: { ...INPUT.organisation, name: '柳河乡', demo: false } });

async function written(format: Format, draft = DRAFT): Promise<string> {
  const data = await writeReport(draft, format);
  if (typeof data === 'string') return data;
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(data) });
  return value;
}

/** Line breaks and blanks differ between formats, words do not. */
function words(text: string): string {
  return text.replace(/\s+/g, '');
}

/** One file of a zip archive, by its central directory: enough to look into our own documents. */
function entryOf(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip);
  const header = 'PK\u0001\u0002';
  for (let at = bytes.indexOf(header, 0, 'latin1'); at >= 0; at = bytes.indexOf(header, at + 4, 'latin1')) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString('utf8');
  }
  throw new Error(`no ${name}`);
}

describe('all formats', () => {
  it('hold the same text', async () => {
    const expected = words(plainText(DRAFT));
    const markdown = (await written('md'))
      .replace(/^> .*\n/, '')
      .replace(/^#+ /gm, '')
      .replace(/\\(.)/g, '$1');
    expect(words(markdown)).toBe(expected);
    expect(words(await written('docx'))).toBe(expected);
    const article = parse(await written('html')).querySelector('article');
    expect(words(article?.text ?? '')).toBe(expected);
    expect(words((JSON.parse(await written('json')) as { text: string }).text)).toBe(expected);
  });

  it('carry the mark of a demo, and no mark for a real office', async () => {
    for (const format of ['md', 'html', 'json'] as const) {
      expect(await written(format)).toContain('样稿·数据虚构');
      expect(await written(format, REAL)).not.toContain('样稿');
    }
    expect(await written('html')).toContain('<meta name="robots" content="noindex">');
  });
});

describe('HTML', () => {
  it('escapes what a clerk typed and runs no script', async () => {
    const html = await written('html');
    expect(html).toContain('标&lt;b&gt;题&lt;/b&gt;');
    expect(html).not.toMatch(/<script|<b>|javascript:/);
  });

  it('leads each figure to its definition and back', async () => {
    const page = parse(await written('html'));
    const chips = page.querySelectorAll('a.figure');
    expect(chips.length).toBeGreaterThanOrEqual(64);
    for (const chip of chips) {
      const anchor = chip.getAttribute('href')?.slice(1) ?? '';
      const row = page.getElementById(anchor);
      expect(row?.tagName).toBe('TR');
      const back = row?.querySelector('a')?.getAttribute('href')?.slice(1) ?? '';
      expect(page.getElementById(back)?.tagName).toBe('A');
    }
    const ids = page.querySelectorAll('[id]').map((each) => each.getAttribute('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what a figure counts, when, and on what it rests', () => {
    const row = parse(definitionsTable(DRAFT)).getElementById('figure-online-exam.pass-rate');
    const text = row?.textContent ?? '';
    for (const part of [
      '合格率',
      '100%',
      '口径',
      '2024年1月1日至2024年12月31日',
      '1000÷1000',
      '依据记录40条',
      '记录逐条',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('takes link targets and heading level from a page that reuses the fragment', () => {
    const fragment = reportFragment(DRAFT, { figureHref: (code) => `/figures/${code}?a=1&b=2`, level: 2 });
    expect(fragment).toContain('href="/figures/power-items.total?a=1&amp;b=2"');
    expect(fragment).toContain('<h2>');
    expect(fragment).not.toContain('<h1>');
    expect(fragment).toContain('<span class="unproven">12件</span>〔未佐证〕');
  });
});

describe('JSON', () => {
  it('carries what defines each figure', async () => {
    const { figures, unproven } = JSON.parse(await written('json')) as {
      figures: Record<string, unknown>[];
      unproven: { text: string }[];
    };
    const keys = ['code', 'definition', 'definitionHash', 'value', 'records', 'evidence'];
    expect(figures.length).toBeGreaterThanOrEqual(64);
    for (const figure of figures) {
      expect(Object.keys(figure)).toEqual(expect.arrayContaining(keys));
      expect('period' in figure || 'asOf' in figure).toBe(true);
    }
    expect(unproven.map(({ text }) => text)).toEqual(['12件']);
  });
});

describe('the document', () => {
  it('is laid out as GB/T 9704—2012 says', async () => {
    const zip = (await writeReport(DRAFT, 'docx')) as Uint8Array;
    const body = entryOf(zip, 'word/document.xml');
    expect(body).toMatch(/<w:pgSz [^>]*w:w="210mm" w:h="297mm"|<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/w:top="37mm"[^>]*w:right="26mm"[^>]*w:bottom="35mm"[^>]*w:left="28mm"/);
    expect(body).toContain('w:firstLineChars="200"');
    expect(body).toContain('<w:docGrid w:type="default" w:linePitch="560"/>');
    const styles = entryOf(zip, 'word/styles.xml');
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(styles).toContain('w:eastAsia="方正小标宋简体"');
    expect(styles).toMatch(/w:line="560"[^>]*w:lineRule="exact"|w:lineRule="exact"[^>]*w:line="560"/);
    expect(entryOf(zip, 'word/settings.xml')).toContain('<w:evenAndOddHeaders');
  });

  it('marks a demo on odd and even pages and draws neither red head nor number', async () => {
    const zip = (await writeReport(DRAFT, 'docx')) as Uint8Array;
    for (const name of ['word/header1.xml', 'word/header2.xml']) {
      expect(entryOf(zip, name)).toContain('样稿·数据虚构');
    }
    const real = (await writeReport(REAL, 'docx')) as Uint8Array;
    expect(() => entryOf(real, 'word/header1.xml')).toThrow();
    expect(entryOf(real, 'word/document.xml')).not.toMatch(/〔\d{4}〕|FF0000|文件</);
  });

  it.each([
    ['柳河苗族彝族乡人民政府', '2024年12月31日', 2, 2.75],
    ['柳河乡', '2024年12月31日', 9.25, 2],
  ])('sets %s and its date as a paper without a seal does', (name, date, right, dateRight) => {
    expect(closingIndents(name, date)).toEqual({ name: right, date: dateRight });
  });
});
