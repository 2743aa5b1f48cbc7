import { describe, expect, it } from 'vitest';
import { citationText } from '../kernel/citation.ts';
import { chineseNumber } from './article.ts';
import { cite, findEdition, STATUTES, type Statute } from './statutes.ts';
import { LAWS } from './statutes/laws.ts';
import { REGULATIONS } from './statutes/regulations.ts';

describe('cite', () => {
  it.each([
    ['60', '第六十条'],
    ['57②', '第五十七条第二款'],
    ['20(1)', '第二十条第一项'],
    ['23①(4)', '第二十三条第一款第四项'],
    ['28-30', '第二十八条至第三十条'],
    ['17,23', '第十七条、第二十三条'],
    ['9', '第九条'],
    ['10', '第十条'],
    ['19', '第十九条'],
  ])('writes %s as %s', (reference, text) => {
    expect(cite('XK', reference).article).toBe(text);
  });

  it('writes large numbers as the codes do', () => {
    expect(cite('HJ', '1242').article).toBe('第一千二百四十二条');
    expect(cite('MD', '203').article).toBe('第二百零三条');
    expect([101, 110, 1001, 1010, 1200, 20].map(chineseNumber)).toEqual([
      '一百零一',
      '一百一十',
      '一千零一',
      '一千零一十',
      '一千二百',
      '二十',
    ]);
  });

  it('refuses an article that the statute does not have, and what is no article', () => {
    expect(() => cite('CF', '87')).toThrow(RangeError);
    expect(() => cite('RT', '28-36')).toThrow(RangeError);
    for (const wrong of ['', '0', '5.1', '第五条', '30-28', '5①②', 'CF']) {
      expect(() => cite('CF', wrong), wrong).toThrow(RangeError);
    }
  });

  it('names edition and trust, and shows a second-hand text as 待原文复核', () => {
    expect(cite('CF', '60')).toMatchObject({ statute: 'CF', edition: '2021-07-15', grade: 'A' });
    expect(citationText(cite('CF', '60'))).toBe('《行政处罚法》第六十条');
    expect(citationText(cite('DCG', '24'))).toContain('待原文复核');
    expect(citationText(cite('DCG', 'c4'))).toContain('第四章');
  });

  it('takes the edition of the day: before 2026 the village law is another text, not at hand', () => {
    expect(cite('CW', '35').edition).toBe('2026-01-01');
    expect(cite('CW', '30', '2025-12-31')).toMatchObject({ edition: '2018-12-29', grade: 'M' });
    expect(cite('CW', '35', '2026-01-01').edition).toBe('2026-01-01');
    expect(() => cite('PF', '9', '2025-10-31')).toThrow(RangeError);
    expect(findEdition('PF', '2025-11-01')?.since).toBe('2025-11-01');
  });
});

describe('the register', () => {
  it('holds each code once', () => {
    expect(Object.keys(STATUTES)).toHaveLength(Object.keys(LAWS).length + Object.keys(REGULATIONS).length);
  });

  it('has editions in order, each ending where the next begins, the last in force', () => {
    for (const [code, statute] of Object.entries<Statute>(STATUTES)) {
      statute.editions.forEach((edition, index) => {
        expect(edition.since, code).toMatch(/^\d{4}(-\d{2}){0,2}$/);
        expect(edition.until, code).toBe(statute.editions[index + 1]?.since);
      });
    }
  });
});
