import { describe, expect, it } from 'vitest';
import { REGISTER } from '../duties/index.ts';
import { evidenceOf } from './fill.ts';
import { lintChapter, lintSentences, lintText } from './lint.ts';
import { OUTLINES } from './outline.ts';
import type { Chapter } from './templates/form.ts';
import { CHAPTERS, FIRST_RESPONSIBLE, OPENING, PLAN_ANSWERS, PLAN_OUTCOMES } from './templates/index.ts';

const FIGURES = REGISTER.figures.map(({ code, figure }) => ({ code, chapter: figure.chapter }));

describe('the templates of this release', () => {
  it('write no number by hand and print only declared figures, each in its own chapter', () => {
    expect(CHAPTERS.flatMap((chapter) => lintChapter(chapter, FIGURES))).toEqual([]);
    expect(lintSentences(OPENING, FIGURES)).toEqual([]);
    expect(lintSentences(FIRST_RESPONSIBLE, FIGURES)).toEqual([]);
    expect(lintSentences(PLAN_ANSWERS, FIGURES)).toEqual([]);
    expect(Object.values(PLAN_OUTCOMES).flatMap(lintText)).toEqual([]);
    const headings = OUTLINES.flatMap(({ parts }) =>
      parts.flatMap((part) => [part.heading, part.silent ?? '']),
    );
    expect(headings.flatMap(lintText)).toEqual([]);
  });

  it('print every figure that any kind of work declares', () => {
    const sentences = [
      ...FIRST_RESPONSIBLE,
      ...PLAN_ANSWERS,
      ...CHAPTERS.flatMap(({ points }) => points.flatMap((p) => p.sentences)),
    ];
    const printed = new Set(sentences.flatMap(({ clauses }) => clauses.flatMap(evidenceOf)));
    expect(FIGURES.map(({ code }) => code).filter((code) => !printed.has(code))).toEqual([]);
  });

  it('let every point stand on a figure, so that an empty year praises nothing', () => {
    const points = CHAPTERS.flatMap((chapter) => chapter.points);
    const idle = points.filter(({ sentences }) =>
      sentences.every(({ clauses }) => clauses.flatMap(evidenceOf).length === 0),
    );
    expect(idle).toEqual([]);
  });
});

describe('lint', () => {
  it.each([
    '召开会议3次',
    '召开会议３次',
    '召开会议三次',
    '召开会议两次',
    '召开会议〇次',
    '发放资料近千份',
    '第②项',
    '共Ⅳ类',
    '调解{disputes.settled}，其中十起为{disputes.screened:二起}',
    '{disputes.settled:零}起',
  ])('refuses a number written by hand: %s', (text) => {
    expect(lintText(text)).toEqual([expect.stringContaining('by hand')]);
  });

  it.each(['落实“三项制度”', '按规定一次性告知', '履行第一责任人职责', '调解{disputes.settled}'])(
    'lets a fixed term and a placeholder pass: %s',
    (text) => {
      expect(lintText(text)).toEqual([]);
    },
  );

  it('names a misspelt figure, an unknown word and a broken placeholder', () => {
    const sentence = { clauses: ['调解{disputes.setled}', { say: '公开', given: ['disputes.screned'] }] };
    expect(lintSentences([sentence], FIGURES)).toEqual([
      'no figure disputes.setled',
      'no figure disputes.screned',
    ]);
    expect(lintText('{@yaer}年')).toEqual(['no word @yaer']);
    expect(lintText('调解{disputes.settled')).toEqual([expect.stringContaining('broken')]);
  });

  it('refuses a figure in a chapter that it does not belong to', () => {
    const chapter: Chapter = {
      area: 'training',
      points: [{ topic: '学法', sentences: [{ clauses: ['办案{penalty-cases}'] }] }],
    };
    expect(lintChapter(chapter, FIGURES)).toEqual([expect.stringContaining('another chapter')]);
  });
});
