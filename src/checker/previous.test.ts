import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spent } from '../../tests/spent.ts';
import { compareWithLast } from './previous.ts';

const LAST = `某镇2023年度法治政府建设报告
一、主要举措和成效
全年办理行政处罚案件12件，罚款1.5万元。排查矛盾纠纷150起，化解146起。
全镇11个村均建有公开栏，设立6个窗口，召开党委会学法4次。
开展普法宣传活动32场次，发放资料2300余份，受教育群众1258人次。
二、下一步打算
2024年计划办理合法性审查20件。`;

const TITLE = '某镇2024年度法治政府建设报告\n一、主要举措和成效\n';
const found = (sentence: string, last = LAST) =>
  compareWithLast(last, TITLE + sentence).map(({ type, grade, spans, message }) => ({
    type,
    grade,
    texts: spans.map(({ text }) => text),
    message,
  }));
const growth = (sentence: string, last = LAST) =>
  found(sentence, last).filter(({ type }) => type === 'growth-mismatch');

describe('growth against last year’s report', () => {
  it.each([
    ['a rate', '全年办理行政处罚案件9件，比上年下降20%。', ['20%', '9件'], '实际减少3（25%）'],
    ['a difference', '全年办理行政处罚案件9件，较上年减少4件。', ['4件', '9件'], '实际减少3'],
    ['a direction with a number', '全年办理行政处罚案件9件，同比增长25%。', ['25%', '9件'], '实际减少3'],
    ['a direction alone', '全年办理行政处罚案件9件，比上年有所上升。', ['9件'], '却写上升'],
    ['last year’s number given anew', '全年办理行政处罚案件9件，比上年10件下降10%。', ['10件', '9件'], '文中写上年10件'],
  ])('finds %s that does not fit', (_what, sentence, texts, says) => {
    expect(growth(sentence)).toEqual([
      { type: 'growth-mismatch', grade: 'likely', texts, message: expect.stringContaining(says) },
    ]);
    expect(growth(sentence)[0]?.message).toContain('行政处罚案件上年报告写12件');
  }); // prettier-ignore

  it.each([
    '全年办理行政处罚案件9件，比上年下降25%。',
    '全年办理行政处罚案件9件，比上年减少3件，下降25%。',
    '全年办理行政处罚案件9件，比上年12件下降25%。',
    '全年办理行政处罚案件9件，比上年有所下降。',
    '全年排查矛盾纠纷160起，同比增长6.7%。',
    '全年排查矛盾纠纷160余起，同比增长7%。',
  ])('accepts what fits: %s', (sentence) => {
    expect(growth(sentence)).toEqual([]);
  });

  it.each([
    ['a part of the year', '上半年办理行政处罚案件9件，比上年下降50%。'],
    ['a part of the matter', '办理行政处罚案件9件，其中简易程序3件，比上年下降70%。'],
    ['another deed', '全年立案行政处罚案件9件，比上年下降50%。'],
    ['an institution', '执法队办理行政处罚案件9件，比上年下降50%。'],
    ['a carry-over', '全年办理行政处罚案件9件（含上年结转2件），比上年下降50%。'],
    ['a plan', '2025年计划办理行政处罚案件9件，比上年下降50%。'],
    ['what was only planned last year', '全年办理合法性审查30件，比上年下降50%。'],
    ['what last year’s report does not state', '全年办理行政复议案件3件，比上年下降50%。'],
  ])('leaves %s alone', (_what, sentence) => {
    expect(growth(sentence)).toEqual([]);
  });

  it('leaves alone what last year’s report states with two values', () => {
    const twice = LAST.replace('\n二、', '全年办理行政处罚案件13件。\n二、');
    expect(growth('全年办理行政处罚案件9件，比上年下降50%。', twice)).toEqual([]);
  });

  it('asks only where a number is rough or its name general', () => {
    expect(growth('全年排查矛盾纠纷300余起，同比增长7%。')).toMatchObject([{ grade: 'confirm' }]);
    const last = '某镇2023年度报告\n全年举办宣传活动20场。';
    expect(growth('全年举办宣传活动32场，同比增长20%。', last)).toMatchObject([{ grade: 'confirm' }]);
  });

  it('says nothing of growth where the reports are not of two years in a row', () => {
    const sentence = '全年办理行政处罚案件9件，比上年下降20%。';
    expect(growth(sentence, LAST.replaceAll('2023', '2022'))).toEqual([]);
  });

  it('accepts every growth that is reckoned from both years, and finds every one that is far off', () => {
    const year = fc.integer({ min: 20, max: 900 });
    fc.assert(
      fc.property(year, year, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 3, max: 40 }), (then, now, digits, off) => {
        fc.pre(then !== now);
        const last = `某镇2023年度报告\n全年排查矛盾纠纷${then}起。`;
        const rate = (Math.abs(now - then) / then) * 100;
        const say = (share: number): string =>
          `全年排查矛盾纠纷${now}起，比上年${now > then ? '增长' : '下降'}${share.toFixed(digits)}%。`;
        expect(growth(say(rate), last)).toEqual([]);
        expect(growth(say(rate + off), last)).toHaveLength(1);
      }),
    ); // prettier-ignore
  });
});

describe('what was left from last year', () => {
  const unchanged = (sentence: string) => found(sentence).filter(({ type }) => type === 'unchanged');

  it('finds a sentence that is the same with its numbers', () => {
    const same = '开展普法宣传活动32场次，发放资料2300余份，受教育群众1258人次。';
    expect(unchanged(same)).toEqual([
      {
        type: 'unchanged',
        grade: 'confirm',
        texts: ['32场次', '2300余份', '1258人次'],
        message: expect.stringContaining('这一句与上年报告相同，32场次、2300余份、1258人次也没有变'),
      },
    ]);
  });

  it('finds a telling number that stayed where others changed, not a round or small one', () => {
    const most = '开展普法宣传活动40场次，发放资料2300余份，受教育群众1258人次。';
    expect(unchanged(most)).toMatchObject([{ texts: ['1258人次'] }]);
    const small = '全年办理行政处罚案件12件，罚款2.5万元。排查矛盾纠纷150起，化解149起。';
    expect(unchanged(small)).toEqual([]);
  });

  it('does not mind villages, windows and posts, sentences without numbers, plans, and what is said anew', () => {
    for (const sentence of [
      '全镇11个村均建有公开栏，设立6个窗口，召开党委会学法4次。',
      '坚持以人民为中心，深入学习贯彻法治思想，持续推进依法行政。',
      '二、下一步打算\n2024年计划办理合法性审查20件。',
      '今年共开展普法宣传32场次，发出资料2300余份，1258人次受到教育。',
    ])
      expect(unchanged(sentence), sentence).toEqual([]);
  });

  it('looks through the year of a sentence', () => {
    const last = '某镇2023年度报告\n2023年全年受理群众来信来访45件，办结45件。';
    expect(compareWithLast(last, `${TITLE}2024年全年受理群众来信来访45件，办结45件。`)).toMatchObject([
      { type: 'unchanged', grade: 'confirm' },
    ]);
  });
});

it('takes time in proportion to the texts', async () => {
  const text = (n: number): string =>
    `${TITLE}${Array.from({ length: n }, (_, i) => `排查第${i}类矛盾纠纷${i + 20}起，比上年增长5%，参加群众120人次。`).join('\n')}`;
  const compared = (n: number): Promise<number> => {
    const [last, now] = [text(n).replace('2024', '2023'), text(n)];
    return spent(() => compareWithLast(last, now));
  };
  await compared(500);
  const small = Math.max(await compared(1000), 20);
  expect(await compared(4000)).toBeLessThan(small * 10);
});
