import { parse } from 'csv-parse/sync';
import { Refusal } from '../kernel/refusal.ts';
import { decode } from './decode.ts';
import { readWorkbook } from './workbook.ts';

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];

/** A table that a platform exported or somebody keeps: a workbook (.xlsx), or text with commas or tabs. */
export function readTable(bytes: Uint8Array, name: string): string[][] {
  if (bytes.length === 0) throw new Refusal('bad-file', `“${name}”是空文件。`);
  if (ARCHIVE.every((byte, index) => bytes[index] === byte)) return readWorkbook(bytes, name);
  return tableOf(decode(bytes, name), name);
}

/** Rows of text with tabs, as they are copied from a spreadsheet, or with commas. Empty rows stay, so that rows keep their numbers. */
export function tableOf(text: string, name: string): string[][] {
  const [first = ''] = text.split(/\r?\n/).filter((line) => /[\t,]/.test(line));
  const delimiter = first.includes('\t') ? '\t' : ',';
  try {
    return parse(text, { bom: true, trim: true, relax_column_count: true, delimiter });
  } catch {
    throw new Refusal('bad-file', `“${name}”读不出来：引号没有成对，或者不是表格。`, {
      next: '请从平台重新导出，或者在表格软件里另存为 .xlsx 或 .csv。',
    });
  }
}
