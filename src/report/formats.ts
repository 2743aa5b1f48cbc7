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
