import { describe, expect, it } from 'vitest';
import { spent } from '../../tests/spent.ts';
import { htmlText } from './html.ts';

const REPORT = [
  '2024年，本镇坚持依法行政，现将有关情况报告如下。',
  '一、主要举措和成效',
  '全年排查矛盾纠纷120起，化解114起，化解率95%。',
];
const paragraphs = REPORT.map((line) => `<p><span>　　${line}</span></p>`).join('\n');

/** A page as a county's portal makes it: menus, crumbs, counters, a side list, a footer. */
function portal(article: string): string {
  const links = (n: number): string =>
    Array.from(
      { length: n },
      (_, i) => `<li><a href="/${i}">某局召开第${i}次会议，部署下半年工作</a></li>`,
    ).join('');
  return `<!DOCTYPE html><html><head><title>某镇2024年报告_某县人民政府</title><meta name="ArticleTitle" content="某镇2024年度法治政府建设报告">
<style>p{}</style><script>var n = "共3件";</script></head><body>
<div class="header"><a href="/">首页</a> <a href="/a">政务公开</a></div>
<div class="nav"><ul>${links(9)}</ul></div>
<div class="weizhi">当前位置：<a>首页</a> > <a>法治政府建设年度报告</a></div>
<div class="wrap"><div class="main"><h2>某镇2024年度法治政府建设报告</h2>
<div class="info">发布时间：2025-03-01　来源：某镇　浏览次数：1352次</div>
<div class="content"><div class="TRS_Editor">${article}</div></div>
<div>上一篇：<a>某镇领导分工，共7人</a></div></div>
<div class="right"><h3>热点</h3><ul>${links(12)}</ul></div></div>
<div class="footer"><p>版权所有：某县人民政府办公室，电话12345，网站标识码5200000001</p></div></body></html>`;
}

describe('htmlText', () => {
  it('finds the article of a portal page with its title, and nothing around it', () => {
    expect(htmlText(portal(paragraphs), '页.html')).toBe(
      ['某镇2024年度法治政府建设报告', ...REPORT].join('\n'),
    );
  });

  it('keeps both halves where a report stands in two boxes', () => {
    const halves = `<div>${paragraphs}</div><div>${paragraphs.replaceAll('120', '130')}</div>`;
    const text = htmlText(portal(halves), '页.html');
    expect(text).toContain('纠纷120起');
    expect(text).toContain('纠纷130起');
    expect(text).not.toContain('热点');
  });

  it('keeps a signature that stands to the right, and a list with a few links', () => {
    const more = `${paragraphs}<ul><li>公开信息<a href="#">326条</a>，答复申请3件。</li></ul><p class="right">某镇人民政府</p>`;
    const text = htmlText(portal(more), '页.html');
    expect(text).toContain('公开信息326条，答复申请3件。');
    expect(text).toMatch(/某镇人民政府$/);
  });

  it('reads a table by rows and a layout table by blocks', () => {
    const table = '<table><tr><td>立案</td><td><p>9件</p></td></tr></table>';
    const layout = `<table><tr><td><p>甲。</p><p>乙。</p></td><td><table><tr><td>丙</td></tr></table></td></tr></table>`;
    expect(htmlText(table, '页.html')).toBe('立案\t9件');
    expect(htmlText(layout, '页.html')).toBe('甲。\n乙。\n丙');
  });

  it('reads a bare page whole', () => {
    expect(htmlText('<h1>题</h1><p>演练<b>4</b>次&amp;培训<br><!-- 5次 -->完', '页.html')).toBe(
      '题\n演练4次&培训\n完',
    );
  });

  it('refuses what is nested beyond reason', () => {
    expect(() => htmlText('<div>'.repeat(100_000), '页.html')).toThrow('嵌套过深');
  });
});

describe('time', () => {
  const ADVERSARIAL: [name: string, unit: string, around?: string][] = [
    ['open brackets', '<'],
    ['open tags', '<a '],
    ['open attributes', '<p a="x<'],
    ['entities', '&#'],
    ['comments', '<!--'],
    ['sections', '<![CDATA['],
    ['paragraphs', '<p>'],
    ['closings of what is not open', '</b>', '<div>'.repeat(900)],
    ['links', '<li><a>甲</a>'],
    ['rows in rows', '</td></tr></table>', '<table><tr><td>甲</td><td>'.repeat(200)],
    ['blanks', ' \n'],
    ['punctuation', '，'],
    ['children of one box', '<div>甲，乙。</div>'],
  ];
  it.each(ADVERSARIAL)('grows no faster than the text: %s', async (_name, unit, around = '') => {
    const read = (size: number): Promise<number> => {
      const page = around + unit.repeat(Math.ceil(size / unit.length));
      return spent(() => htmlText(page, '页.html'));
    };
    await read(20_000);
    const small = Math.max(await read(250_000), 10);
    // Four times the text may take ten times as long; the square would be sixteen and more.
    expect(await read(1_000_000)).toBeLessThan(small * 10);
  });
});
