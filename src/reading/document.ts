import { Refusal } from '../kernel/refusal.ts';
import { decode, declaredEncoding } from './decode.ts';
import { htmlText } from './html.ts';
import { markdownText } from './markdown.ts';
import { pdfText } from './pdf.ts';
import { recognise, type DocumentFormat } from './recognise.ts';
import { readWord } from './word.ts';

/** A report's text, and what it was read from. */
export interface ReadDocument {
  readonly text: string;
  readonly format: DocumentFormat;
}

/** Ten thousand reports; what is longer is none. */
const MOST_CHARACTERS = 10_000_000;

/** Reads a report as plain text. Whatever cannot be read is one Chinese refusal that names the file. */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  if (bytes.length === 0) throw new Refusal('bad-file', `“${name}”是空文件。`);
  const format = recognise(bytes, name);
  const text = await textOf(bytes, format, name);
  if (text.trim() === '') throw new Refusal('bad-file', `“${name}”里没有文字。`);
  if (text.length > MOST_CHARACTERS)
    throw new Refusal('bad-file', `“${name}”的文字超过了一千万字，不像一份报告，没有检查。`);
  return { text, format };
}

function textOf(bytes: Uint8Array, format: DocumentFormat, name: string): string | Promise<string> {
  switch (format) {
    case 'txt':
      return decode(bytes, name);
    case 'md':
      return markdownText(decode(bytes, name));
    case 'html':
      return htmlText(decode(bytes, name, declaredEncoding(bytes)), name);
    case 'docx':
      return readWord(bytes, name).text;
    case 'pdf':
      return pdfText(bytes, name);
  }
}
