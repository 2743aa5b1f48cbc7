import { day, Refusal, type Citation, type Day } from '../kernel/index.ts';
import { cite } from '../law/index.ts';

/** What the rules want an annual report to say. */
export type PartKey = 'results' | 'shortcomings' | 'first-responsible' | 'next-year' | 'other';

export interface OutlinePart {
  readonly key: PartKey;
  /** Heading without its number; `{@year}` and `{@nextYear}` stand for the years, here and below. */
  readonly heading: string;
  /** The one calm sentence of a part that has nothing to say; a part without it is left out when empty. */
  readonly silent?: string;
}

/** The outline (提纲) of the annual report as one rule gives it, in force from a day. */
export interface Outline {
  readonly from: Day;
  readonly basis: Citation;
  readonly parts: readonly OutlinePart[];
}

export const OUTLINES: readonly Outline[] = [
  {
    // ND-03: five things to report. Local guides name the parts differently; the five things stay.
    from: day('2019-04-15'),
    basis: cite('DCG', 'c4'),
    parts: [
      {
        key: 'results',
        heading: '{@year}年度推进法治政府建设的主要举措和成效',
        silent: '本年度台账中没有可据以报告的工作记录。',
      },
      {
        key: 'shortcomings',
        heading: '{@year}年度推进法治政府建设存在的不足和原因',
        silent: '本年度台账中没有登记不足事项。',
      },
      {
        key: 'first-responsible',
        heading: '党政主要负责人履行推进法治建设第一责任人职责、加强法治政府建设的有关情况',
        silent: '本年度台账中没有党政主要负责人履职的记录。',
      },
      {
        key: 'next-year',
        heading: '{@nextYear}年推进法治政府建设的主要安排',
        silent: '{@nextYear}年的工作安排尚未登记。',
      },
      { key: 'other', heading: '其他需要报告的情况' },
    ],
  },
];

/** The outline in force on a day; refuses a day before the first rule. */
export function outlineOn(on: Day): Outline {
  const found = OUTLINES.findLast(({ from }) => from <= on);
  if (!found) {
    throw new Refusal(
      'bad-input',
      '2019年4月15日以前还没有法治政府建设年度报告的统一要求，不能生成那时的报告。',
    );
  }
  return found;
}
