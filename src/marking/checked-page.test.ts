import { parse } from 'node-html-parser';
import { expect, it } from 'vitest';
import { check } from '../checker/index.ts';
import { checkedPage } from './checked-page.tsx';
import { inOrder, noteOf } from './notes.ts';

function pageOf(text: string, name = '报告.txt'): string {
  const { figures, findings } = check(text);
  const marked = { text, figures, notes: inOrder(findings.map(noteOf)) };
  return checkedPage({ name, at: '2025年3月1日 09:00', marked });
}

const WRONG = '全年立案9件，其中甲类3件、乙类2件、其他类5件。发放资料2.4万余份。\n合格率102%。';

it('marks every figure, leads from the list to the place and from there to the note', () => {
  const page = parse(pageOf(WRONG));
  expect(page.querySelectorAll('.count').map((each) => each.textContent)).toEqual([
    '9件',
    '3件',
    '2件',
    '5件',
    '2.4万余份',
    '102%',
  ]);
  expect(page.querySelectorAll('.count')[4]?.getAttribute('title')).toContain('24000至24999份');
  const links = page.querySelectorAll('a[href^="#"]');
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) {
    const id = link.getAttribute('href')?.slice(1) ?? '';
    expect(page.querySelectorAll(`[id="${id}"]`), id).toHaveLength(1);
  }
  const [place] = page.querySelectorAll('a.hit');
  const note = page.getElementById(place?.getAttribute('aria-describedby') ?? '');
  expect(note?.textContent).toContain('3+2+5=10件');
  expect(note?.closest('.row')?.querySelector('p')?.textContent).toContain('全年立案');
});

it('writes what a report holds as text, never as markup', () => {
  const page = pageOf(
    '<script>alert(1)</script>立案9件，"其中"甲类3件、其他类<b>5</b>件。',
    '<img src=x>.txt',
  );
  expect(page).not.toContain('<script');
  expect(page).not.toContain('<img');
  expect(page).not.toContain('<b>5');
});

it('says that nothing was found, and what that does not mean', () => {
  const page = pageOf('全年演练4次。');
  expect(page).toContain('没有发现不一致');
  expect(page).toContain('不说明数字属实');
});

it('loads and runs nothing', () => {
  const page = pageOf(WRONG);
  expect(page).toContain(`default-src &#x27;none&#x27;`);
  expect(page).not.toMatch(/https?:|\bsrc=|<link|\son\w+=/);
});
