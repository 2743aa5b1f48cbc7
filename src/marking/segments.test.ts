import fc from 'fast-check';
import { expect, it } from 'vitest';
import { check } from '../checker/index.ts';
import { inOrder, noteOf, type MarkedText, type Note } from './notes.ts';
import { blocksOf } from './segments.ts';

const TEXT = '立案9件，其中甲类3件、乙类2件、其他类5件。\n\n化解率102%。';

function markedOf(text: string, notes?: readonly Note[]): MarkedText {
  const { figures, findings } = check(text);
  return { text, figures, notes: inOrder(notes ?? findings.map(noteOf)) };
}

it('cuts at figures and places, and puts each note at the paragraph of its first place', () => {
  const [first, second, ...more] = blocksOf(markedOf(TEXT));
  expect(more).toEqual([]);
  expect(first?.notes).toEqual([0]);
  expect(second?.notes).toEqual([1]);
  expect(first?.segments.filter(({ opening }) => opening.length > 0).map(({ text }) => text)).toEqual([
    '9件',
    '3件',
    '2件',
    '5件',
  ]);
  expect(first?.segments.filter(({ first: firsts }) => firsts.length > 0)).toHaveLength(1);
});

it('keeps a place that goes over several paragraphs, and figures inside it', () => {
  const spans = [{ start: 2, end: TEXT.length, text: TEXT.slice(2) }];
  const marked = markedOf(TEXT, [{ grade: 'confirm', label: '请核实', message: '两段相同。', spans }]);
  const blocks = blocksOf(marked);
  const segments = blocks.flatMap((block) => block.segments);
  expect(segments.filter(({ notes }) => notes.length > 0).map(({ text }) => text).join('')).toBe(
    TEXT.slice(2).replaceAll('\n', ''),
  ); // prettier-ignore
  expect(segments.filter(({ opening }) => opening.length > 0)).toHaveLength(1);
  expect(segments.filter(({ figure }) => figure !== undefined)).toHaveLength(5);
});

it('gives every character back, whatever is marked', () => {
  const place = fc.tuple(fc.nat(60), fc.nat(20));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('9件', '合计', '\n', '、', '<', '百分之三'), { maxLength: 20 }),
      fc.array(fc.array(place, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
      (words, places) => {
        const text = words.join('');
        const notes = places.map((spans): Note => {
          const at = spans.map(([start, length]) => ({
            start: Math.min(start, text.length),
            end: Math.min(start + length, text.length),
            text: '',
          }));
          return { grade: 'likely', label: '很可能', message: '不符。', spans: at };
        });
        const marked = markedOf(text, notes);
        const blocks = blocksOf(marked);
        expect(blocks.flatMap(({ segments }) => segments.map((each) => each.text)).join('')).toBe(
          text
            .split('\n')
            .filter((line) => line.trim() !== '')
            .join(''),
        );
        // Each note stands somewhere, once.
        expect(blocks.flatMap((block) => block.notes)).toEqual(marked.notes.map((_, index) => index));
      },
    ),
  );
});
