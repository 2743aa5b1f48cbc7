import { Document, Packer, Paragraph, TextRun } from 'docx';
import { allowed } from './comments-part.ts';

const FACE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' };
/** Half points; twentieths of a point. */
const SIZE = 24;
const LINE = 400;

/** A plain Word document of a text, one paragraph for each line: read again, it gives the text unit for unit. */
export async function wordOf(text: string): Promise<Uint8Array> {
  const document = new Document({
    styles: {
      default: { document: { run: { font: FACE, size: SIZE }, paragraph: { spacing: { line: LINE } } } },
    },
    sections: [
      {
        properties: { page: { size: { width: '210mm', height: '297mm' } } },
        children: text
          .split('\n')
          .map((line) => new Paragraph({ children: line === '' ? [] : [new TextRun(allowed(line))] })),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
