import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfFile, stream, type PdfLine } from './pdf.fixture.ts';
import { pdfText } from './pdf.ts';

/** A paragraph as an official document sets it: 28 characters a line, the first indented by two. */
function paragraph(text: string, top: number): PdfLine[] {
  const lines: PdfLine[] = [[79 + 32, top, text.slice(0, 26)]];
  for (let at = 26; at < text.length; at += 28)
    lines.push([79, top - 28 * lines.length, text.slice(at, at + 28)]);
  return lines;
}

// The number stands across the end of the first line, and 化解率 across the end of the page.
const FIRST = '二〇二四年，全镇深入排查、及时化解矛盾纠纷共计一百七十八起，其中化解一百七十五起，化';
const SECOND = '解率达到百分之九十八点三。';
const NEXT = '全年组织应急演练四次，参加人员三百余人次。';

const read = (bytes: Uint8Array): Promise<string> => pdfText(bytes, '甲.pdf');

describe('pdfText', () => {
  it('joins broken lines, also over a page, and begins a paragraph at an indent', async () => {
    const one = [
      [200, 740, '某镇报告'] as const,
      ...paragraph(FIRST.padEnd(54, '，'), 700),
      [280, 60, '— 1 —'] as const,
    ];
    const two = [[79, 740, SECOND] as const, ...paragraph(NEXT, 712), [280, 60, '— 2 —'] as const];
    expect(await read(pdfFile([one, two]))).toBe(
      ['某镇报告', FIRST.padEnd(54, '，') + SECOND, NEXT].join('\n'),
    );
  });

  it('leaves out what stands at the head of most pages', async () => {
    const page = (n: number): PdfLine[] => [
      [79, 800, `某镇年度报告 第${n}页`],
      ...paragraph(
        `全年组织第${'一二三四'[n - 1]}类活动共计二十余场次，群众参加踊跃，反响良好，取得了预期的成效。`,
        700,
      ),
    ];
    const text = await read(pdfFile([page(1), page(2), page(3), page(4)]));
    expect(text).not.toContain('年度报告');
    expect(text.split('\n')).toHaveLength(4);
  });

  it('reads the radicals that some fonts name as the characters they show', async () => {
    expect(await read(pdfFile([[[79, 700, '⻄⽯镇⼈⺠政府全年召开会议⼗⼆次']]]))).toBe(
      '西石镇人民政府全年召开会议十二次',
    );
  });

  it('takes no space of typesetting for a character', async () => {
    const line: PdfLine[] = [
      [79, 700, '全年共办理'],
      [79 + 82, 700, '12'],
      [79 + 120, 700, '件，其余事项均按期办结。'],
    ];
    expect(await read(pdfFile([line]))).toBe('全年共办理12件，其余事项均按期办结。');
  });
});

describe('what can’t be read', () => {
  const whole = pdfFile([paragraph(FIRST, 700)]);
  it('a scan says so', async () => {
    await expect(read(pdfFile([[], [[280, 60, '2']]]))).rejects.toThrow('是扫描件');
  });

  it('a file cut in the middle is damaged or still whole in what it gives', async () => {
    await expect(read(whole.slice(0, 60))).rejects.toThrow('已损坏');
    await expect(read(Buffer.from('%PDF-1.7\nnothing'))).rejects.toThrow('已损坏');
  });

  it('a password is named', async () => {
    const locked = Buffer.from(whole).toString('latin1').replace(
      '/Root 1 0 R',
      `/Root 1 0 R /ID [<00000000000000000000000000000000> <00000000000000000000000000000000>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
    ); // prettier-ignore
    await expect(read(Buffer.from(locked, 'latin1'))).rejects.toThrow('打开密码');
  });

  it('a font without characters is named', async () => {
    const marks = [[79, 700, '\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a\ue00b']] as const;
    await expect(read(pdfFile([marks]))).rejects.toThrow('乱码');
  });

  it('a stream that unpacks to far more than a report is refused, in one layer or in two', async () => {
    const zeros = Buffer.alloc(140 * 1024 * 1024);
    const once = deflateSync(zeros);
    for (const packed of [once, deflateSync(once)]) {
      const bomb = pdfFile([paragraph(FIRST, 700)], (objects) => [
        ...objects.slice(0, -1),
        stream(packed.toString('latin1'), ' /Filter /FlateDecode'),
      ]);
      await expect(read(bomb)).rejects.toThrow('过大');
    }
  });
});
