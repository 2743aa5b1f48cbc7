import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../kernel/refusal.ts';
import { readTable, tableOf } from './table.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(...targets: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const list = targets.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships>${list.join('')}</Relationships>`;
}

/** A workbook as office programs write it: its first sheet is not the first file. */
function workbook(sheet: string): Uint8Array {
  const parts: Record<string, string> = {
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook><sheets><sheet name="成绩" r:id="rId2"/><sheet name="说明" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'sharedStrings', 'sharedStrings.xml'],
      ['rId4', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml':
      '<sst><si><t>姓名</t></si><si><r><t>文</t></r><r><t>试舟</t></r><rPh><t>wen</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

describe('a workbook', () => {
  it('gives the first sheet of the book, with texts, dates and gaps where they stand', () => {
    const rows = readTable(
      workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>成绩</t></is></c></row>' +
          '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45614</v></c><c r="C3"><v>96</v></c><c r="D3" s="2"><v>45614.43</v></c></row>',
      ),
      '成绩.xlsx',
    );
    expect(rows).toEqual([['姓名', '', '成绩'], [], ['文试舟', '2024-11-18', '96', '2024-11-18']]);
  });

  it('refuses what is no workbook, in words of a table', () => {
    const word = zipSync({ 'word/document.xml': strToU8('<x/>') });
    expect(() => readTable(word, '甲.xlsx')).toThrow(/不是完整的 Excel 表格/);
    expect(() => readTable(workbook('<row r="30000000"></row>'), '甲.xlsx')).toThrow(/超过20000行/);
    expect(() => readTable(workbook('<row r="1"><c r="A1"></row>'), '甲.xlsx')).toThrow(Refusal);
  });
});

describe('a text', () => {
  it('is read with commas or tabs, in UTF-8 or GB18030', () => {
    expect(readTable(Buffer.from('\uFEFF姓名,成绩\r\n文试舟,96\r\n'), '甲.csv')).toEqual([
      ['姓名', '成绩'],
      ['文试舟', '96'],
    ]);
    expect(tableOf('姓名\t成绩\n文试舟\t96', '粘贴的表格')).toEqual([
      ['姓名', '成绩'],
      ['文试舟', '96'],
    ]);
    const gb = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb3, 0xc9, 0xbc, 0xa8]);
    expect(readTable(gb, '甲.csv')).toEqual([['姓名', '成绩']]);
  });
});
