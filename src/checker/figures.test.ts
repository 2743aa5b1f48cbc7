import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, readFigures } from './index.ts';

const brief = (text: string): unknown[] =>
  readFigures(text).map(({ text: written, value, low, high, approx, unit }) => [
    written,
    value,
    low,
    high,
    approx,
    unit,
  ]);

describe('figures', () => {
  it.each([
    ['演练近300人次', [['近300人次', 300, 270, 300, '近', '人次']]],
    ['发放8500余份', [['8500余份', 8500, 8500, 8599, '余', '份']]],
    ['发放1000多份', [['1000多份', 1000, 1000, 1999, '多', '份']]],
    ['涉及约120万元', [['约120万元', 1200000, 1080000, 1320000, '约', '元']]],
    ['接访40人次左右', [['40人次左右', 40, 36, 44, '左右', '人次']]],
    ['学习不少于4次', [['不少于4次', 4, 4, null, '不少于', '次']]],
    ['化解率95%以上', [['95%以上', 95, 95, null, '以上', '%']]],
    ['提高1.5个百分点', [['1.5个百分点', 1.5, 1.5, 1.5, null, '个百分点']]],
    ['检查3—5次', [['3—5次', null, 3, 5, 'range', '次']]],
    ['走访数百户', [['数百户', null, 100, 999, '数', '户']]],
    ['三成以上的案件', [['三成以上', 30, 30, null, '以上', '%']]],
    ['三分之二', [['三分之二', 2 / 3, 2 / 3, 2 / 3, null, '分数']]],
    ['百分之九十八点五', [['百分之九十八点五', 98.5, 98.5, 98.5, null, '%']]],
    ['翻了一番', [['翻了一番', 2, 2, 2, null, '倍']]],
    ['共1,200 件', [['1,200 件', 1200, 1200, 1200, null, '件']]],
    ['统一三个口径', [['三个', 3, 3, 3, null, '个']]],
    ['签约20家', [['20家', 20, 20, 20, null, '家']]],
    ['召开会议(件次)12件(次)', [['12件(次)', 12, 12, 12, null, '件(次)']]],
  ])('%s', (text, figures) => {
    const rounded = brief(text).map((figure) =>
      Array.isArray(figure) ? figure.map((v) => (typeof v === 'number' ? Number(v.toFixed(4)) : v)) : figure,
    );
    expect(rounded).toEqual(
      figures.map((figure) => figure.map((v) => (typeof v === 'number' ? Number(v.toFixed(4)) : v))),
    );
  });

  it.each([
    '2024年12月31日9时30分', '“6·26”禁毒日', '某府发〔2023〕45号', '第三十五条第二款', '第3次会议', '第一、二批',
    '十二届七次全会', '“八五”普法', '三项制度', '一窗通办', '一次性告知', '每季度1次', '12345热线', '电话0755—26110000',
    '两级联动', '十户联保', '前三名', '24小时值守', '十分重要', '“1+3+N”', '《某某三年行动计划》', '上半年', '进一步',
    '2人以上执法', '完成各项工作', '一是加强学习', '三个月内', '60日内', '千家万户', '两名以上执法人员', '十四五规划',
  ])('%s holds no figure', (text) => {
    expect(brief(text)).toEqual([]);
  }); // prettier-ignore

  it('binds the noun on either side', () => {
    expect(readFigures('设立6个行业窗口,演练5次').map((figure) => figure.noun)).toEqual(['行业窗口', '演练']);
  });

  it('keeps offsets of full-width text', () => {
    const text = '\uff11\uff12\u3000件\uff0c\uff19\uff18\uff0e\uff14\uff05';
    expect(brief(text)).toEqual([
      ['\uff11\uff12\u3000件', 12, 12, 12, null, '件'],
      ['\uff19\uff18\uff0e\uff14\uff05', 98.4, 98.4, 98.4, null, '%'],
    ]);
  });
});

const WORDS = ['其中', '分别为', '共', '近', '约', '12', '3.5', '百分之', '九十', '余', '多', '万', '件', '人次', '%', '个', '、', ',', '。', '(', ')', '《', '》', '“', '”', '\n', '2024年', '比上年', '增长', '率', '一', '十', '数', '翻', '—', '镇', '应急演练', '一、', '全年']; // prettier-ignore

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 80 }).map((words) => words.join('')),
  );

  it('gives spans that slice to their text, in order, without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { figures, findings } = check(text);
        let last = 0;
        for (const figure of figures) {
          expect(text.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figure.start).toBeGreaterThanOrEqual(last);
          if (figure.low !== null && figure.high !== null)
            expect(figure.low).toBeLessThanOrEqual(figure.high);
          last = figure.end;
        }
        for (const { spans } of findings) {
          expect(spans.length).toBeGreaterThan(0);
          for (const span of spans) expect(text.slice(span.start, span.end)).toBe(span.text);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '1',
    '一',
    '其中',
    '(',
    '、',
    '12件',
    '12件、',
    '《',
    '“',
    '比上年12件',
    '率50%',
    '1,',
    '1.',
    '由',
    '第1',
    '2024年',
    '分别为',
  ])('comes to an end on a hundred thousand times %j', (unit) => {
    const { figures } = check(unit.repeat(100_000));
    expect(figures.length).toBeLessThanOrEqual(100_000);
  });
});
