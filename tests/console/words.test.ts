import { describe, expect, it } from 'vitest';
import { readNumeric } from '../../console/look/numbers.ts';
import { answersTo, yearIn } from '../../console/screens/figures/figure-words.ts';
import { readPasted } from '../../console/screens/list/pasted.ts';
import type { FieldView } from '../../src/api/kind-routes.ts';
import type { FigureValue } from '../../src/figures/value.ts';

const MONEY = { type: 'money', label: '涉及金额' } as const;
const NUMBER = { type: 'number', label: '涉及人数' } as const;

describe('a number as it is typed', () => {
  it('is understood in every usual way of writing, and amounts are fen', () => {
    for (const text of ['1200', '１２００', '1,200', '1，200', ' 1 200 ', '1200.00', '0.12万'])
      expect(readNumeric(MONEY, text), text).toBe(120_000);
    expect(readNumeric(MONEY, '1.2万')).toBe(1_200_000);
    expect(readNumeric(MONEY, '0.1')).toBe(10);
    expect(readNumeric(NUMBER, '１２')).toBe(12);
    expect(readNumeric(NUMBER, '1万')).toBe(10_000);
  });

  it('is nothing where it is none: nothing is rounded, cut off or guessed', () => {
    for (const text of ['-5', 'abc', '两人', '12.345', '1.2.3', '500元', '1e3'])
      expect(readNumeric(MONEY, text), text).toBeUndefined();
    for (const text of ['2.5', '-1', '约10']) expect(readNumeric(NUMBER, text), text).toBeUndefined();
  });
});

describe('报数', () => {
  it('is about the year that the question names', () => {
    const year = (words: string) => yearIn(words, 2026);
    expect(year('2024年办了多少行政处罚')).toBe(2024);
    expect(year('去年调解了多少起纠纷')).toBe(2025);
    expect(year('前年的合同')).toBe(2024);
    expect(year('今年排查了多少')).toBe(2026);
    expect(year('行政处罚多少起')).toBeUndefined();
  });

  it('means what was done before what stands in a list', () => {
    const figure = (name: string, unit: string) => ({ name, unit, definition: '' }) as FigureValue;
    const figures = [figure('行政处罚', '项'), figure('依法办理行政处罚案件', '起')];
    expect(answersTo('今年办了多少行政处罚', figures)[0]!.unit).toBe('起');
    expect(answersTo('行政处罚有多少项', figures)[0]!.unit).toBe('项');
  });
});

describe('a pasted row', () => {
  const field = (name: string, label: string, type: FieldView['type'], more: object = {}): FieldView =>
    ({ name, label, type, privacy: 'internal', personal: false, schema: {}, ...more }) as FieldView;
  const fields = [
    field('title', '事由', 'text'),
    field('on', '排查受理日', 'day'),
    field('involved', '涉及人数', 'number'),
    field('type', '纠纷类型', 'one-of', { options: [{ code: 'land', label: '山林土地' }] }),
  ];
  const problems = (line: string): readonly string[] =>
    readPasted(`事由\t排查受理日\t涉及人数\t纠纷类型\n${line}`, fields, ['title', 'on', 'type'], undefined)
      .rows[0]!.problems;

  it('is checked before it is sent, by the names of its columns, each fault once', () => {
    expect(problems('地界\t2024年5月9日\t１２\t山林土地')).toEqual([]);
    expect(problems('地界\t2026年11月40日\t2\t山林土地')).toEqual([
      expect.stringContaining('“排查受理日”应是日期'),
    ]);
    expect(problems('地界\t2099-01-01\t2\t山林土地')).toEqual([expect.stringContaining('不能晚于今天')]);
    expect(problems('地界\t2024-05-09\t2.5\t山林土地')).toEqual([expect.stringContaining('请填整数')]);
    expect(problems('地界\t2024-05-09\t2\t邻里')).toEqual([expect.stringContaining('没有“邻里”这个选项')]);
    expect(problems('\t2024-05-09\t2\t山林土地')).toEqual(['缺“事由”']);
  });
});
