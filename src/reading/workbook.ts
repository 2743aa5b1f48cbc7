import { Refusal } from '../kernel/refusal.ts';
import { damaged, unpack, type Office, type Parts } from './archive.ts';
import { relationsPath, targetsOf, xmlOf } from './word.ts';
import { BadXml, walkXml } from './xml.ts';

const EXCEL: Office = { what: 'Excel 表格（.xlsx）', next: '请在 Excel 或 WPS 里另存为 .xlsx 再试。' };
/** A roster has hundreds of rows; what is beyond is no table of ours. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;
const MS_PER_DAY = 86_400_000;

/** The cells of a workbook's first sheet, row by row, as a person reads them. */
export function readWorkbook(bytes: Uint8Array, name: string): string[][] {
  const parts = unpack(bytes, name, EXCEL);
  try {
    const [book] = targetsOf(parts, '', 'officeDocument');
    const source = book === undefined ? undefined : xmlOf(parts, book);
    if (book === undefined || source === undefined || !book.startsWith('xl/')) throw damaged(name, EXCEL);
    const sheet = firstSheet(parts, book, source);
    if (sheet === undefined) throw damaged(name, EXCEL);
    const dates = dateStyles(parts, book);
    const from1904 = /<(?:\w+:)?workbookPr[^>]*\bdate1904="(?:1|true)"/.test(source);
    return cellsOf(sheet, { strings: sharedStrings(parts, book), dates, from1904 }, name);
  } catch (cause) {
    if (cause instanceof BadXml) throw damaged(name, EXCEL);
    throw cause;
  }
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The sheet that stands first in the book, by the relation that it names. */
function firstSheet(parts: Parts, book: string, source: string): string | undefined {
  let id: string | undefined;
  walkXml(source, {
    open({ name, attributes }) {
      if (plain(name) === 'sheet') id ??= attributes['r:id'] ?? attributes['id'];
    },
  });
  let target: string | undefined;
  walkXml(xmlOf(parts, relationsPath(book)) ?? '<none/>', {
    open({ attributes }) {
      if (attributes['Id'] === id) target = attributes['Target'];
    },
  });
  if (id === undefined || target === undefined) return undefined;
  return xmlOf(parts, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

/** Texts that cells point to. How a word is read aloud (拼音) is no part of it. */
function sharedStrings(parts: Parts, book: string): string[] {
  const [path] = targetsOf(parts, book, 'sharedStrings');
  const found: string[] = [];
  let [inText, aloud] = [false, false];
  walkXml((path === undefined ? undefined : xmlOf(parts, path)) ?? '<none/>', {
    open({ name }) {
      if (plain(name) === 'si') found.push('');
      if (plain(name) === 'rPh') aloud = true;
      inText = plain(name) === 't';
    },
    close(name) {
      if (plain(name) === 'rPh') aloud = false;
      inText = false;
    },
    text(text) {
      if (inText && !aloud && found.length > 0) found.push(found.pop()! + text);
    },
  });
  return found;
}

/** Built-in formats that show a date; Chinese ones among them. */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Which cell styles show their number as a date. */
function dateStyles(parts: Parts, book: string): boolean[] {
  const [path] = targetsOf(parts, book, 'styles');
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  walkXml((path === undefined ? undefined : xmlOf(parts, path)) ?? '<none/>', {
    open({ name, attributes }) {
      const format = Number(attributes['numFmtId'] ?? '0');
      if (plain(name) === 'numFmt') own.set(format, /[yd年日]/i.test(unquoted(attributes['formatCode'])));
      if (plain(name) === 'cellXfs') inCells = true;
      if (plain(name) === 'xf' && inCells) styles.push(own.get(format) ?? isDateFormat(format));
    },
    close(name) {
      if (plain(name) === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** A format without its colours and conditions; 年 and 日 may stand in quotes. */
function unquoted(code = ''): string {
  return code.replaceAll(/\[[^\]]*\]/g, '');
}

interface Book {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellsOf(sheet: string, book: Book, name: string): string[][] {
  const rows: string[][] = [];
  let cell = { column: -1, type: '', style: 0, text: '' };
  let reading = false;
  walkXml(sheet, {
    open({ name: tag, attributes }) {
      const local = plain(tag);
      if (local === 'row') {
        // Empty rows are left out of the file; the number of a row is what a person sees.
        const at = Number(attributes['r'] ?? rows.length + 1);
        if (!Number.isSafeInteger(at) || at > MOST_ROWS) throw tooLong(name);
        while (rows.length < at) rows.push([]);
      }
      if (local === 'c') {
        const reference = attributes['r'];
        const column = reference === undefined ? cell.column + 1 : columnOf(reference);
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? '0'), text: '' };
      }
      reading = local === 'v' || local === 't';
    },
    close(tag) {
      reading = false;
      if (plain(tag) === 'row') cell = { ...cell, column: -1 };
      if (plain(tag) !== 'c' || cell.column < 0 || cell.column >= MOST_COLUMNS) return;
      const row = rows.at(-1);
      if (!row) return;
      while (row.length <= cell.column) row.push('');
      row[cell.column] = shown(cell, book).trim();
    },
    text(text) {
      if (reading) cell = { ...cell, text: cell.text + text };
    },
  });
  return rows;
}

function shown({ type, style, text }: { type: string; style: number; text: string }, book: Book): string {
  if (type === 's') return book.strings[Number(text)] ?? '';
  if (type !== 'n' || text === '') return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return book.dates[style] && value >= 1 ? dayOf(value, book.from1904) : String(value);
}

/** Excel counts days from the end of 1899, and takes 1900 for a leap year; from March 1900 on it is right. */
function dayOf(serial: number, from1904: boolean): string {
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(serial) * MS_PER_DAY);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

function tooLong(name: string): Refusal {
  return new Refusal('bad-file', `“${name}”的表格超过${MOST_ROWS}行，没有打开。`);
}
