import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';
import type { Draft, Run } from './model.ts';
import { linesOf, plainLine, plainRun, type Line } from './text.ts';

/** GB/T 9704—2012: 3号 body on exact 28 pt lines gives 22 lines a page (GW-02). Sizes are half points, lengths twips. */
const BODY = 32;
const TITLE = 44;
const PAGE_NUMBER = 28;
const LINE = 560;
/** One character of the body. */
const CHARACTER = 320;

type Face = '仿宋_GB2312' | '方正小标宋简体' | '黑体' | '楷体_GB2312' | '宋体';

function face(eastAsia: Face): NonNullable<IRunOptions['font']> {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

const EXACT = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const TWO_CHARACTERS = { firstLine: 2 * CHARACTER, firstLineChars: 200 };

/** Word's own headings are blue and bold; levels are told apart by face only (GW-09). */
function heading(font: Face): NonNullable<NonNullable<IStylesOptions['default']>['heading1']> {
  return {
    run: { font: face(font), size: BODY, bold: false, italics: false, color: '000000' },
    paragraph: { spacing: EXACT, indent: TWO_CHARACTERS, keepNext: true },
  };
}

const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: face('仿宋_GB2312'),
        size: BODY,
        color: '000000',
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: { spacing: EXACT },
    },
    title: {
      run: { font: face('方正小标宋简体'), size: TITLE, bold: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...EXACT, line: 700, after: LINE } },
    },
    heading1: heading('黑体'),
    heading2: heading('楷体_GB2312'),
  },
};

/** The width of a text in characters of the body: a half-width sign takes half, and a quarter stands where scripts meet. */
function widthOf(text: string): number {
  const half = (sign: string | undefined): boolean => sign !== undefined && sign.charCodeAt(0) < 0x100;
  return [...text].reduce((width, sign, index, all) => {
    const meets = index > 0 && half(sign) !== half(all[index - 1]);
    return width + (half(sign) ? 0.5 : 1) + (meets ? 0.25 : 0);
  }, 0);
}

/**
 * GW-13, a paper without a seal: the name ends two characters from the right, the date begins two characters right of
 * the name; where the date is the longer one, it ends two characters from the right and the name gives way.
 */
export function closingIndents(name: string, date: string): { readonly name: number; readonly date: number } {
  const difference = widthOf(name) - widthOf(date);
  return difference >= 2 ? { name: 2, date: difference } : { name: 4 - difference, date: 2 };
}

function runOf(run: Run): TextRun {
  const doubtful = plainRun(run) !== run.text;
  return new TextRun({ text: plainRun(run), ...(doubtful ? { highlight: 'yellow' as const } : {}) });
}

function paragraphOf(line: Line, closing: { readonly name: number; readonly date: number }): Paragraph {
  const text = plainLine(line);
  const right = (characters: number, more: IParagraphOptions = {}): Paragraph =>
    new Paragraph({
      text,
      alignment: AlignmentType.RIGHT,
      indent: { right: characters * CHARACTER },
      ...more,
    });
  switch (line.as) {
    case 'title':
      return new Paragraph({
        heading: HeadingLevel.TITLE,
        children: line.lines.map(
          (part, index) => new TextRun({ text: part, ...(index > 0 ? { break: 1 } : {}) }),
        ),
      });
    case 'part':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, text });
    case 'section':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text });
    case 'paragraph':
      // A page of 22 lines is filled: no line is held back for company.
      return new Paragraph({
        indent: TWO_CHARACTERS,
        widowControl: false,
        children: line.paragraph.runs.map(runOf),
      });
    case 'signature':
      return right(closing.name, { spacing: { ...EXACT, before: LINE }, keepNext: true });
    case 'date':
      return right(closing.date, { keepNext: true });
    case 'note':
      return new Paragraph({ text, indent: TWO_CHARACTERS });
  }
}

/** — 1 —, one character from the outer edge: right on odd pages, left on even ones (GW-17). */
function pageNumber(side: 'odd' | 'even'): Footer {
  const inset = PAGE_NUMBER * 10;
  const children = [
    new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: PAGE_NUMBER, font: '宋体' }),
  ];
  const layout: IParagraphOptions =
    side === 'odd'
      ? { alignment: AlignmentType.RIGHT, indent: { right: inset } }
      : { alignment: AlignmentType.LEFT, indent: { left: inset } };
  return new Footer({ children: [new Paragraph({ ...layout, children })] });
}

function header(mark: string): Header {
  const run = new TextRun({ text: mark, font: face('黑体'), size: PAGE_NUMBER });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/**
 * The report as an official document by GB/T 9704—2012. No issuing number, red head or seal place: those come from the
 * office's register and its seal, never from Fadu. Named fonts are the office's own; none is shipped.
 */
export async function toDocx(draft: Draft): Promise<Uint8Array> {
  const lines = linesOf(draft);
  const textOf = (as: Line['as']): string =>
    lines
      .filter((line) => line.as === as)
      .map(plainLine)
      .join('');
  const closing = closingIndents(textOf('signature'), textOf('date'));
  const { mark } = draft;
  const document = new Document({
    title: draft.title.join(''),
    creator: draft.organisation.name,
    lastModifiedBy: draft.organisation.name,
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          // Lines are exact: a grid, or one whose kind is left open, would only move them.
          grid: { type: DocumentGridType.DEFAULT, linePitch: LINE },
          page: {
            size: { width: '210mm', height: '297mm' },
            margin: {
              top: '37mm',
              left: '28mm',
              right: '26mm',
              bottom: '35mm',
              header: '20mm',
              footer: '23mm',
            },
          },
        },
        ...(mark === undefined ? {} : { headers: { default: header(mark), even: header(mark) } }),
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: lines.map((line) => paragraphOf(line, closing)),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
