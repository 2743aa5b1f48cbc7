import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Document, Packer, Paragraph } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fadu 读取-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function word(...lines: string[]): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );
}

/** An archive of one deflated entry, by the layout of the format; crc is not looked at before the parser. */
function archive(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content);
  const label = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(label.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(label.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + label.length + packed.length, 16);
  return Buffer.concat([local, label, packed, entry, label, end]);
}

/** 全年演练4次 in GB18030, written out by hand: Node has no encoder for it. */
const GB18030 = Uint8Array.from([0xc8, 0xab, 0xc4, 0xea, 0xd1, 0xdd, 0xc1, 0xb7, 0x34, 0xb4, 0xce]);

describe('readText', () => {
  it('reads UTF-8 with and without a mark', async () => {
    expect(await readText(await file('a.txt', '全年演练4次'))).toEqual({
      text: '全年演练4次',
      format: 'txt',
    });
    expect((await readText(await file('b.md', '\ufeff全年演练4次'))).text).toBe('全年演练4次');
  });

  it('reads UTF-16 with a mark, in both orders', async () => {
    const little = Buffer.from('\ufeff全年演练4次', 'utf16le');
    expect((await readText(await file('l.txt', little))).text).toBe('全年演练4次');
    expect((await readText(await file('B.TXT', Buffer.from(little).swap16()))).text).toBe('全年演练4次');
  });

  it('recognises GB18030', async () => {
    expect((await readText(await file('gb.txt', GB18030))).text).toBe('全年演练4次');
  });

  it('reads a Word document by paragraphs', async () => {
    const path = await file('r.docx', await word('第一段4次', '第二段5次'));
    expect(await readText(path)).toEqual({
      text: expect.stringMatching(/^第一段4次\n第二段5次\s*$/),
      format: 'docx',
    });
  });

  it('reads the visible text of a page, one line for each block', async () => {
    const page =
      '<head><title>题</title></head><body><script>var a=3</script><style>p{}</style><h1>报告</h1><p>演练<b>4</b>次&amp;培训<br><!-- 5次 -->完</p></body>';
    expect(await readText(await file('p.html', page))).toEqual({
      text: '报告\n演练4次&培训\n完',
      format: 'html',
    });
  });

  it.each([
    ['wrong.pdf', '%PDF', '不认识'],
    ['empty.txt', '', '空文件'],
    ['blank.txt', ' \n\n', '没有文字'],
    ['binary.txt', Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256), '不是文本文件'],
    ['deep.html', '<div>'.repeat(100_000), '嵌套过深'],
    ['broken.docx', '这不是压缩包', '不是 Word 文档'],
  ])('refuses %s', async (name, content, words) => {
    await expect(readText(await file(name, content))).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining(words),
    });
  });

  it('refuses a missing file, a folder and a file above 20 MB', async () => {
    await expect(readText(join(folder, 'none.txt'))).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('找不到'),
    });
    await expect(
      readText(await file('large.txt', Buffer.alloc(21 * 1024 * 1024, 'a'))),
    ).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('20 MB'),
    });
  });

  it('refuses a document that unpacks to far more than a report', async () => {
    const bomb = archive('word/document.xml', new Uint8Array(60 * 1024 * 1024));
    await expect(readText(await file('bomb.docx', bomb))).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('过大'),
    });
  });

  it('does not believe the sizes an archive claims', async () => {
    const bomb = archive('word/document.xml', new Uint8Array(1024 * 1024));
    // The unpacked size in the central directory, 24 bytes behind its signature.
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    await expect(readText(await file('liar.docx', bomb))).rejects.toMatchObject({ code: 'bad-file' });
  });
});
