import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notes as noteParts, p, r, wordFile } from '../reading/word.fixture.ts';
import { readWord } from '../reading/word.ts';
import type { Note } from './notes.ts';
import { withComments } from './word-comments.ts';
import { wordOf } from './word-text.ts';

const NOW = new Date('2025-03-01T01:00:00Z');

function note(text: string, ...places: readonly string[]): Note {
  const spans = places.map((place) => {
    const start = text.indexOf(place);
    return { start, end: start + place.length, text: place };
  });
  return { grade: 'certain', label: '确定', message: '不符<&>。', spans };
}

const partOf = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const textOf = (bytes: Uint8Array): string => readWord(bytes, '甲.docx').text;

/** The words between the two ends of each comment, by its number. */
function commented(bytes: Uint8Array): Record<string, string> {
  const body = partOf(bytes, 'word/document.xml');
  const words = (xml: string): string =>
    [...xml.matchAll(/<w:t[ >][^<]*?>?([^<>]*)<\/w:t>/g)].map(([, text]) => text).join('');
  const starts = body.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g);
  return Object.fromEntries(
    [...starts].map(({ 0: sign, 1: id, index }) => [
      id,
      words(body.slice(index + sign.length, body.indexOf(`<w:commentRangeEnd w:id="${id}"/>`))),
    ]),
  );
}

/** A document with a comment at each place, from the text that it was read as. */
function mark(body: string, places: readonly (readonly string[])[], extra = {}): Uint8Array {
  const bytes = wordFile(body, extra);
  const text = textOf(bytes);
  return withComments(bytes, '甲.docx', places.map((each) => note(text, ...each)), NOW); // prettier-ignore
}

describe('withComments', () => {
  it('cuts runs at the place and repeats their form', () => {
    const bytes = mark(p(r('全年立案'), r('9件，其中', '<w:b/>'), r('甲类3件')), [
      ['9件'],
      ['立案9件，其中甲'],
    ]);
    expect(commented(bytes)).toEqual({ 0: '9件', 1: '立案9件，其中甲' });
    expect(textOf(bytes)).toBe('全年立案9件，其中甲类3件');
    const bold = partOf(bytes, 'word/document.xml').match(/<w:rPr><w:b\/><\/w:rPr><w:t/g);
    expect(bold).toHaveLength(3);
    expect(partOf(bytes, 'word/comments.xml')).toContain('【确定】不符&lt;&amp;&gt;。');
    expect(partOf(bytes, 'word/comments.xml')).toContain('w:date="2025-03-01T01:00:00Z"');
    expect(partOf(bytes, '[Content_Types].xml').match(/comments\+xml/g)).toHaveLength(1);
    expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain('relationships/comments');
  });

  it('counts entities of the source as the characters that they stand for', () => {
    const bytes = mark(p(r('罚款&lt;5&#x1F600;元&amp;共9件')), [['共9件'], ['5']]);
    expect(commented(bytes)).toEqual({ 0: '共9件', 1: '5' });
  });

  it('gives a note one comment in each paragraph that it speaks of', () => {
    const bytes = mark(p(r('合计80项，其中甲4项、乙9项')) + p(r('共有82项')), [['80项', '9项', '82项']]);
    expect(commented(bytes)).toEqual({ 0: '80项，其中甲4项、乙9项', 1: '82项' });
    expect(partOf(bytes, 'word/comments.xml')).toContain('（同一问题的另一处）');
  });

  it('hangs a note in a text box or a footnote on the words before it', () => {
    const box = `<w:r><w:drawing><w:txbxContent>${p(r('框内5次'))}</w:txbxContent></w:drawing></w:r>`;
    const body = p(r('首段')) + p(r('演练4次'), '<w:r><w:footnoteReference w:id="1"/></w:r>', box, r('完'));
    const extra = { 'word/footnotes.xml': noteParts('footnotes', '含推演1次') };
    const bytes = mark(body, [['5次'], ['1次']], extra);
    expect(commented(bytes)).toEqual({ 0: '演练4次', 1: '演练4次' });
    expect(partOf(bytes, 'word/footnotes.xml')).toBe(extra['word/footnotes.xml']);
  });

  it('keeps the comments of others and takes the next numbers', () => {
    const first = mark(p(r('演练4次，培训5次')), [['4次']]);
    const second = withComments(first, '甲.docx', [note(textOf(first), '5次')], NOW);
    expect(commented(second)).toEqual({ 0: '4次', 1: '5次' });
    expect(partOf(second, 'word/comments.xml').match(/<w:comment /g)).toHaveLength(2);
    expect(partOf(second, '[Content_Types].xml').match(/comments\+xml/g)).toHaveLength(1);
  });

  it('leaves every other part and all of the body as it was', () => {
    const body = p(
      '<w:pPr><w:jc w:val="both"/></w:pPr>',
      r('演练4次'),
      '<w:bookmarkStart w:id="0"/>',
      r('完'),
    );
    const before = wordFile(body, { 'word/styles.xml': '<w:styles/>' });
    const after = withComments(before, '甲.docx', [note(textOf(before), '4次')], NOW);
    const source = partOf(after, 'word/document.xml');
    const comment =
      /<\/w:t><\/w:r>(?:<w:commentRange\w+ w:id="0"\/>)(?:<w:r><w:commentReference w:id="0"\/><\/w:r>)?<w:r><w:t xml:space="preserve">/g;
    expect(source.replace(comment, '')).toBe(partOf(before, 'word/document.xml'));
    expect(partOf(after, 'word/styles.xml')).toBe('<w:styles/>');
  });

  it('gives the same bytes back where there is nothing to say', () => {
    const bytes = wordFile(p(r('演练4次')));
    expect(withComments(bytes, '甲.docx', [], NOW)).toBe(bytes);
  });
});

it('a document made of a text reads as that text, and comments surround their places', async () => {
  const sign = fc.constantFrom('全年', '9件', ' ', '  ', '\n', '\t', '<', '&amp;', '😀', '"', '\u0007', '。');
  await fc.assert(
    fc.asyncProperty(
      fc.array(sign, { minLength: 1, maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
      async (words, places) => {
        const text = words.join('');
        const plain = text.replaceAll('\u0007', ' ');
        const spans = places
          .map(([start, length]) => ({ start, end: Math.min(start + length, text.length) }))
          .filter(({ start, end }) => start < end && !/[\n\ud800-\udfff]/.test(text.slice(start, end)))
          .map((span) => ({ ...span, text: '' }));
        const list = spans.map((span): Note => ({
          grade: 'likely',
          label: '很可能',
          message: '不符。',
          spans: [span],
        }));
        const made = await wordOf(text);
        const bytes = withComments(made, '甲.docx', list, NOW);
        expect(textOf(made)).toBe(plain);
        expect(textOf(bytes)).toBe(plain);
        const read = Object.values(commented(bytes)).map((each) =>
          each.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
        );
        expect(read.toSorted()).toEqual(spans.map(({ start, end }) => plain.slice(start, end)).toSorted());
      },
    ),
    { numRuns: 40 },
  );
});
