import { describe, expect, it } from 'vitest';
import { sameNumber, sameQuestion } from './given.ts';

describe('the same question', () => {
  it.each([
    ['上半年排查矛盾纠纷', '上半年矛盾纠纷排查数'],
    ['今年排查矛盾纠纷多少件？', '排查矛盾纠纷'],
    ['人民调解员人数', '人民调解员 人数'],
  ])('is asked in other words: %s, %s', (a, b) => {
    expect(sameQuestion(a, b)).toBe(true);
  });

  it.each([
    ['排查矛盾纠纷', '化解矛盾纠纷成功率'],
    ['人民调解员人数', '行政执法人员人数'],
    ['权责清单事项', '矛盾纠纷'],
    ['', '矛盾纠纷'],
  ])('is another one: %s, %s', (a, b) => {
    expect(sameQuestion(a, b)).toBe(false);
  });

  it('is answered by the same number however it is written', () => {
    expect(sameNumber('1,200 件', '１２００件')).toBe(true);
    expect(sameNumber('31件', '33件')).toBe(false);
  });
});
