import { Refusal } from '../kernel/refusal.ts';
import { paragraphsOf, type PdfPage, type PdfWord } from './pdf-lines.ts';
import { hidesBomb } from './pdf-streams.ts';

const MOST_PAGES = 500;
/** A scanned page carries at most a stamp or a page number as text. */
const LETTERS_OF_A_PAGE = 10;

/** The text of a PDF by paragraphs: lines that the page broke are joined again. */
export async function pdfText(bytes: Uint8Array, name: string): Promise<string> {
  if (hidesBomb(bytes)) throw new Refusal('bad-file', `“${name}”解压后过大，没有打开。`);
  const pages = await pagesOf(bytes, name);
  const words = pages.flatMap((page) => page.words);
  const letters = words.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (letters < pages.length * LETTERS_OF_A_PAGE) {
    throw new Refusal('bad-file', `“${name}”是扫描件，里面只有图像，没有可以读的文字。`, {
      next: '请先做文字识别，或者找到原来的电子文档。',
    });
  }
  const text = plainCharacters(paragraphsOf(pages));
  if (looksGarbled(text))
    throw new Refusal('bad-file', `“${name}”里的文字没有通用的编码，读出来是乱码。`, {
      next: '请找到原来的 .docx，或者另存为带文字的 .pdf 再试。',
    });
  return text;
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<PdfPage[]> {
  const { getDocumentProxy } = await import('unpdf');
  // The parser takes the memory over; the caller's bytes stay whole.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((cause: unknown) => {
    throw refusalOf(cause, name);
  });
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new Refusal('bad-file', `“${name}”超过了${MOST_PAGES}页，不像一份报告，没有检查。`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const words = items.flatMap((item): PdfWord[] => ('str' in item ? wordOf(item) : []));
      pages.push({ words, height: page.view[3] ?? 0 });
      page.cleanup();
    }
    return pages;
  } catch (cause) {
    throw cause instanceof Refusal ? cause : refusalOf(cause, name);
  } finally {
    await pdf.destroy();
  }
}

/** Words that stand upright; watermarks across the page do not. */
function wordOf(item: { str: string; transform: unknown[]; width: number; height: number }): PdfWord[] {
  const [a, b, , d, x, y] = item.transform.map(Number);
  if (a === undefined || d === undefined || x === undefined || y === undefined) return [];
  if (item.str === '' || Math.abs(b ?? 0) > 0.01) return [];
  return [{ text: item.str, left: x, right: x + item.width, base: y, size: Math.abs(d) || item.height }];
}

function refusalOf(cause: unknown, name: string): Refusal {
  const kind = cause instanceof Error ? cause.name : '';
  return kind === 'PasswordException'
    ? new Refusal('bad-file', `“${name}”设有打开密码，读不了。`, { next: '请去掉密码，另存一份再试。' })
    : new Refusal('bad-file', `“${name}”已损坏，或者不是完整的 PDF 文件。`, {
        next: '请重新下载或另存一份再试。',
      });
}

/** Simplified forms among the radicals that stand for no character by Unicode's own rules. */
const RADICALS: Readonly<Record<string, string>> = {
  '\u2ea0': '民', '\u2ec4': '西', '\u2ec5': '见', '\u2ec6': '角', '\u2ec9': '贝', '\u2ecb': '车', '\u2ed3': '长',
  '\u2ed4': '门', '\u2ed8': '青', '\u2ed9': '韦', '\u2eda': '页', '\u2edb': '风', '\u2edc': '飞', '\u2edd': '食',
  '\u2ee2': '马', '\u2ee3': '骨', '\u2ee4': '鬼', '\u2ee5': '鱼', '\u2ee6': '鸟', '\u2ee7': '卤', '\u2ee8': '麦',
  '\u2ee9': '黄', '\u2eea': '黾', '\u2eec': '齐', '\u2eee': '齿', '\u2ef0': '龙',
}; // prettier-ignore

/** Some fonts name 一 and 人 by the code points of radicals, which no reader can tell from the characters. */
function plainCharacters(text: string): string {
  return text
    .replace(/[\u2f00-\u2fd5]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (sign) => RADICALS[sign] ?? sign.normalize('NFKC'))
    .replaceAll('\0', '');
}

/** Fonts without a map to characters give private or control characters. */
function looksGarbled(text: string): boolean {
  const sample = text.slice(0, 20000);
  const odd = sample.match(/[^\P{Cc}\t\n\f\r]|[\p{Co}\ufffd]/gu)?.length ?? 0;
  return odd * 5 > sample.length;
}
