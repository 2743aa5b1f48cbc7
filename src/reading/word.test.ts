import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { spent } from '../../tests/spent.ts';
import { notes, p, r, wordFile } from './word.fixture.ts';
import { readWord } from './word.ts';

const textOf = (body: string, extra = {}): string => readWord(wordFile(body, extra), '甲.docx').text;

/** An archive of one deflated entry, by the layout of the format; crc is not looked at before the parser. */
export function archive(name: string, content: Uint8Array): Buffer {
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

describe('readWord', () => {
  it('joins the runs of a paragraph and keeps empty paragraphs', () => {
    expect(textOf(p(r('全年立案'), r('9', '<w:b/>'), r('件')) + p() + p(r('完')))).toBe('全年立案9件\n\n完');
  });

  it('reads a table by rows, cells apart by a tab, and what follows it on a new line', () => {
    const cell = (...texts: string[]): string => `<w:tc>${texts.map((text) => p(r(text))).join('')}</w:tc>`;
    const rows = `<w:tbl><w:tr>${cell('立案')}${cell('9件', '其中简易3件')}</w:tr><w:tr>${cell('结案')}${cell('8件')}</w:tr></w:tbl>`;
    expect(textOf(p(r('下表')) + rows + p(r('完')))).toBe('下表\n立案\t9件\n其中简易3件\n结案\t8件\n完');
  });

  it('reads a text box once, behind the paragraph that it hangs on', () => {
    const box = (text: string): string => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
    const run = `<w:r><mc:AlternateContent><mc:Choice>${box('框内5次')}</mc:Choice><mc:Fallback>${box('框内5次')}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(textOf(p(r('前'), run, r('后')) + p(r('完')))).toBe('前后\n框内5次\n完');
  });

  it('reads foot- and endnotes behind the body', () => {
    const body = p(r('演练4次'), '<w:r><w:footnoteReference w:id="1"/></w:r>');
    const extra = {
      'word/footnotes.xml': notes('footnotes', '含桌面推演1次'),
      'word/endnotes.xml': notes('endnotes', '统计至12月'),
    };
    expect(textOf(body, extra)).toBe('演练4次\n含桌面推演1次\n统计至12月');
  });

  it('leaves out what is deleted, hidden, moved away, or an instruction of a field', () => {
    const body = p(
      r('演练'),
      `<w:ins>${r('4')}</w:ins>`,
      '<w:del><w:r><w:delText>5</w:delText></w:r></w:del>',
      `<w:moveFrom>${r('6')}</w:moveFrom>`,
      r('7', '<w:vanish/>'),
      '<w:r><w:instrText>PAGE 8</w:instrText></w:r>',
      r('次', '<w:vanish w:val="0"/>'),
    );
    expect(textOf(body)).toBe('演练4次');
  });

  it('reads tabs and breaks inside a run, not the stops of a paragraph', () => {
    expect(textOf('<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>')).toBe('甲\t乙\n丙'); // prettier-ignore
  });

  it('knows where in the source each piece stands', () => {
    const word = readWord(wordFile(p(r('罚款&lt;5&gt;元'), r('共9件', '<w:b/>'))), '甲.docx');
    expect(word.pieces.map(({ place }) => word.source.slice(place?.at, place?.to))).toEqual([
      '罚款&lt;5&gt;元',
      '共9件',
    ]);
    expect(word.pieces.map(({ start, end }) => word.text.slice(start, end))).toEqual(['罚款<5>元', '共9件']);
    expect(word.pieces[1]?.place?.properties).toBe('<w:rPr><w:b/></w:rPr>');
  });
});

describe('what is no whole Word document', () => {
  const whole = wordFile(p(r('全年演练4次'.repeat(200))));
  const refuse = (bytes: Uint8Array, words: string): void =>
    expect(() => readWord(bytes, '甲.docx')).toThrow(words);

  it('is refused where it is cut, at any place', () => {
    for (const share of [0.1, 0.3, 0.5, 0.9, 0.99])
      refuse(whole.slice(0, Math.floor(whole.length * share)), '已损坏');
  });

  it('is refused when its XML is broken, declares entities, or is nested beyond reason', async () => {
    const main = (text: string): Uint8Array => wordFile('', { 'word/document.xml': text });
    refuse(main('<w:document xmlns:w="x"><w:body>'), '已损坏');
    const bomb = '<!DOCTYPE x [<!ENTITY a "9999999999"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>';
    refuse(main(bomb), '已损坏');
    refuse(main('<x>&b;</x>'), '已损坏');
    expect(await spent(() => refuse(main('<x>'.repeat(1_000_000)), '已损坏'))).toBeLessThan(2000);
  });

  it('is refused when it is another program’s archive', () => {
    refuse(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'Excel');
    refuse(zipSync({ mimetype: strToU8('application/vnd.oasis') }), '不是 Word 文档');
  });

  it('is refused when it unpacks to far more than a report, whatever sizes it claims', () => {
    refuse(archive('word/document.xml', new Uint8Array(60 * 1024 * 1024)), '过大');
    const bomb = archive('word/document.xml', new Uint8Array(1024 * 1024));
    // The unpacked size in the central directory, 24 bytes behind its signature.
    bomb.writeUInt32LE(10, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    refuse(bomb, '过大');
  });

  it('is refused when its archive has a password', () => {
    const locked = archive('word/document.xml', strToU8('<x/>'));
    locked.writeUInt16LE(1, locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8);
    refuse(locked, '密码');
  });
});
