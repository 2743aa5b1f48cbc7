import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { p, r, wordFile } from './word.fixture.ts';

const REPORT = '全年演练4次';
/** The same in GB18030, written out by hand: Node has no encoder for it. */
const GB18030 = Uint8Array.from([0xc8, 0xab, 0xc4, 0xea, 0xd1, 0xdd, 0xc1, 0xb7, 0x34, 0xb4, 0xce]);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

const textOf = async (bytes: Uint8Array | string, name = '甲.txt'): Promise<string> =>
  (await readDocument(typeof bytes === 'string' ? strToU8(bytes) : bytes, name)).text;

describe('encodings', () => {
  it('reads UTF-8 with and without a mark', async () => {
    expect(await readDocument(strToU8(REPORT), '甲.txt')).toEqual({ text: REPORT, format: 'txt' });
    expect(await textOf(`\ufeff${REPORT}`)).toBe(REPORT);
  });

  it('reads UTF-16 in both orders, with a mark and without', async () => {
    for (const text of [`\ufeff${REPORT}`, `${REPORT}。\n共3场。\n`]) {
      const little = Buffer.from(text, 'utf16le');
      expect(await textOf(little)).toBe(text.replace('\ufeff', ''));
      expect(await textOf(Buffer.from(little).swap16())).toBe(text.replace('\ufeff', ''));
    }
  });

  it('recognises GB18030, also in a page that declares a part of it', async () => {
    expect(await textOf(GB18030)).toBe(REPORT);
    for (const charset of ['gb2312', 'gbk']) {
      const head = latin(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><p>`,
      );
      expect(await textOf(join(head, GB18030), '页.htm')).toBe(REPORT);
    }
  });

  it('reads Big5 where a page declares it', async () => {
    const page = join(latin('<meta charset="big5"><p>'), Uint8Array.from([0xa5, 0xfe, 0xa6, 0x7e]));
    expect(await textOf(page, '页.html')).toBe('全年');
  });
});

describe('formats', () => {
  it('goes by content where the name says otherwise', async () => {
    expect(await readDocument(wordFile(p(r(REPORT))), '甲.txt')).toEqual({ text: REPORT, format: 'docx' });
    expect(await readDocument(strToU8(`<!DOCTYPE html><p>${REPORT}`), '甲.txt')).toEqual({ text: REPORT, format: 'html' }); // prettier-ignore
    expect(await readDocument(strToU8(REPORT), '甲')).toEqual({ text: REPORT, format: 'txt' });
    expect(await readDocument(strToU8(REPORT), '甲.HTML')).toEqual({ text: REPORT, format: 'html' });
  });

  it('reads Markdown without its signs', async () => {
    const source =
      '# 报告\n\n- 演练**4**次，见[附件](a.pdf)\n\n| 立案 | 结案 |\n| --- | ---: |\n| 9件 | 8件 |\n\n> 1\\. 完\n---\n';
    expect(await textOf(source, '甲.md')).toBe('报告\n\n演练4次，见附件\n\n立案\t结案\n9件\t8件\n\n1. 完\n');
  });

  it.each([
    ['甲.txt', '', '空文件'],
    ['甲.txt', ' \n\n', '没有文字'],
    ['甲.txt', Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256), '不是文本文件'],
    ['甲.docx', REPORT, '不是 Word 文档'],
    ['甲.pdf', REPORT, '不是 PDF'],
    ['甲.doc', join(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)), '旧格式'],
    ['甲.docx', join(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')), '打开密码'],
    ['甲.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'Excel'],
    ['甲.rtf', '{\\rtf1 x}', '写字板'],
    ['甲.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), '图片'],
  ] as const)('refuses %s: %#', async (name, content, words) => {
    await expect(textOf(content, name)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining(words),
    });
  }); // prettier-ignore

  it('refuses more text than any report has', async () => {
    await expect(textOf('一二三四五六七八九十'.repeat(1_000_001))).rejects.toThrow('一千万字');
  });

  it('reads ten megabytes of each kind in seconds', async () => {
    const line = '全年排查矛盾纠纷120起，化解114起，化解率95%。';
    const count = Math.ceil((10 * 1024 * 1024) / strToU8(line).length);
    const sources: readonly (readonly [string, Uint8Array])[] = [
      ['甲.txt', strToU8(`${line}\n`.repeat(count))],
      ['甲.md', strToU8(`- **${line}**\n`.repeat(count))],
      ['甲.html', strToU8(`<html><body>${`<p>${line}</p>`.repeat(count)}`)],
      ['甲.docx', wordFile(p(r(line)).repeat(count))],
    ];
    for (const [name, bytes] of sources) {
      const started = performance.now();
      expect((await textOf(bytes, name)).length).toBeGreaterThan(line.length * count);
      expect(performance.now() - started, name).toBeLessThan(15_000);
    }
  }, 60_000);
});
