import { extname } from 'node:path';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './markdown.ts';
import type { Draft } from './model.ts';

export const FORMATS = ['md', 'docx', 'html', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}

const BY_ENDING: Readonly<Record<string, Format>> = {
  '.md': 'md',
  '.markdown': 'md',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
};

/** The format that a file's name promises, when its ending is one of ours. */
export function formatOfName(file: string): Format | undefined {
  return BY_ENDING[extname(file).toLowerCase()];
}

/** The draft in one of the formats; all hold the same text. */
export async function writeReport(draft: Draft, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return toMarkdown(draft);
    case 'html':
      return toHtml(draft);
    case 'json':
      return toJson(draft);
    case 'docx':
      return toDocx(draft);
  }
}
