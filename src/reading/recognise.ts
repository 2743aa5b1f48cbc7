import { Refusal } from '../kernel/refusal.ts';

/** What a file can be read as. */
export type DocumentFormat = 'txt' | 'md' | 'html' | 'docx' | 'pdf';

const BY_NAME: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
  '.pdf': 'pdf',
};

/** The first bytes of formats that we know and can't read, with what to do about them. */
const OTHERS: readonly { readonly bytes: readonly number[]; readonly what: string; readonly next: string }[] =
  [
    {
      bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
      what: '写字板文档（.rtf）',
      next: '请在 Word 或 WPS 里另存为 .docx 再试。',
    },
    { bytes: [0xff, 0xd8, 0xff], what: '图片', next: '请先做文字识别，或者找到原来的电子文档。' },
    { bytes: [0x89, 0x50, 0x4e, 0x47], what: '图片', next: '请先做文字识别，或者找到原来的电子文档。' },
    {
      bytes: [0x4f, 0x46, 0x44],
      what: '版式文件（.ofd）',
      next: '请另存为带文字的 .pdf，或者找到原来的 .docx。',
    },
  ];
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
/** Compound file: the old .doc, and the shell around a document that has a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A reader looks for the mark within the first kilobyte. */
const PDF_MARK_WITHIN = 1024;

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Tells a file's format by its content first and by its name where content leaves it open. */
export function recognise(bytes: Uint8Array, name: string): DocumentFormat {
  const named = BY_NAME[/\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? ''];
  if (startsWith(bytes, ARCHIVE)) return 'docx';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  if (head.slice(0, PDF_MARK_WITHIN).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, COMPOUND)) throw compoundRefusal(bytes, name);
  const other = OTHERS.find(({ bytes: mark }) => startsWith(bytes, mark));
  if (other !== undefined)
    throw new Refusal('bad-file', `“${name}”是${other.what}，读不了里面的文字。`, { next: other.next });
  if (named === 'docx') {
    throw new Refusal('bad-file', `“${name}”不是 Word 文档（.docx）。`, {
      next: '请在 Word 或 WPS 里打开，另存为 .docx 再试。',
    });
  }
  if (named === 'pdf') throw new Refusal('bad-file', `“${name}”不是 PDF 文件。`);
  if (named === undefined || named === 'txt')
    return /^[^<]{0,200}<(?:!doctype html|html)\b/i.test(head) ? 'html' : (named ?? 'txt');
  return named;
}

function compoundRefusal(bytes: Uint8Array, name: string): Refusal {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? new Refusal('bad-file', `“${name}”设有打开密码，读不了。`, { next: '请去掉密码，另存一份再试。' })
    : new Refusal('bad-file', `“${name}”是旧格式的文档（如 .doc、.wps、.xls），读不了。`, {
        next: '请在 Word 或 WPS 里另存为 .docx 再试。',
      });
}
