import { describe, expect, it } from 'vitest';
import { spent } from '../../tests/spent.ts';
import { readDocument } from '../reading/document.ts';
import { wordFile } from '../reading/word.fixture.ts';
import { markedOf, MOST_CHARACTERS, review } from './review.tsx';
import { withComments } from './word-comments.ts';
import { wordOf } from './word-text.ts';

describe('review', () => {
  it('checks words, and files by their name and content', async () => {
    const text = '合格率102%。';
    const marked = await markedOf({ text });
    expect(marked.notes).toMatchObject([{ label: '确定', spans: [{ text: '102%' }] }]);
    expect(await markedOf({ bytes: Buffer.from(text), name: '甲.txt' })).toEqual(marked);
  });

  it('gives a fragment in which what was handed in is text', async () => {
    const { characters, markup } = await review({ text: '<script>1</script>合格率102%。' });
    expect(characters).toBe(26);
    expect(markup).toContain('&lt;script&gt;');
    expect(markup).not.toContain('<script');
    expect(markup).toContain('超过了100%');
  });

  it('refuses more than a page can show', async () => {
    const text = '一'.repeat(MOST_CHARACTERS + 1);
    await expect(review({ text })).rejects.toMatchObject({ code: 'bad-file' });
    await expect(review({ bytes: Buffer.from(text), name: '甲.txt' })).rejects.toThrow('10万字');
  });
});

/** What a visitor may paste to keep the server busy: one unit over and over, without a stop. */
const UNITS = [
  '9', '9件', '9件,', '其中9件、', '一', '百分之', '（', '）', '“', '余', '万', '1.', '20', '2024年', '—', ' ', '9 ', '%', '、', '，', '各', '比上年',
  '分别为9件和', '第', '一是', '调解9起，', '[', '](', '*', '|', '#', '\\', '<', '&', '&amp;', '<a>', '合计9项（', '：',
]; // prettier-ignore

const SMALL = 10_000;
const LARGE = 40_000;
/** Four times the text: the square would take sixteen times as long. */
const MOST = 10;

describe.each(UNITS)('%j without end', { timeout: 60_000 }, (unit) => {
  const text = (size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

  it('is checked, marked and rendered in proportion to its length', async () => {
    const work = (size: number) => async (): Promise<unknown> => review({ text: text(size) });
    await work(2000)();
    const small = Math.max(await spent(work(SMALL)), 15);
    expect(await spent(work(LARGE))).toBeLessThan(small * MOST);
  });

  it('is read as Markdown and as a page in proportion to its length', async () => {
    for (const name of ['甲.md', '甲.html']) {
      const work = (size: number) => (): Promise<unknown> =>
        readDocument(Buffer.from(`完${text(size)}`), name).catch((cause: Error) => cause.message);
      await work(2000)();
      const small = Math.max(await spent(work(SMALL)), 15);
      expect(await spent(work(LARGE)), name).toBeLessThan(small * MOST);
    }
  });
});

it('puts in comments in proportion to their number', async () => {
  const line = '合格率102%。';
  const work = (lines: number) => async (): Promise<unknown> => {
    const { text, notes } = await markedOf({ text: `${line}\n`.repeat(lines) });
    return withComments(await wordOf(text), 'x', notes, new Date());
  };
  await work(50)();
  const small = Math.max(await spent(work(500)), 20);
  expect(await spent(work(2000))).toBeLessThan(small * MOST);
}, 60_000);

it('reads a Word file of many pieces, rows and boxes in proportion to its size', async () => {
  for (const unit of [
    '<w:p><w:r><w:t>9</w:t></w:r></w:p>',
    '<w:p><w:r><w:t>&lt;</w:t></w:r><w:r><w:tab/></w:r></w:p>',
    '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
    '<w:p><w:r><w:txbxContent><w:p><w:r><w:t>9</w:t></w:r></w:p></w:txbxContent></w:r></w:p>',
    '<w:p><w:del/></w:p>',
  ]) {
    const file = (size: number): Uint8Array =>
      wordFile(`<w:p><w:r><w:t>完</w:t></w:r></w:p>${unit.repeat(size)}`);
    const [small, large] = [file(3000), file(12_000)];
    await readDocument(small, 'x');
    const base = Math.max(await spent(() => readDocument(small, 'x')), 15);
    expect(await spent(() => readDocument(large, 'x')), unit).toBeLessThan(base * MOST);
  }
}, 60_000);
