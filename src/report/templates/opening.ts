import type { Sentence } from './form.ts';

/** The first paragraph: guiding phrases of the day, then what this paper is. */
export const OPENING: readonly Sentence[] = [
  {
    lead: '{@year}年，{@organisation}',
    clauses: [
      '坚持以{@guidance}为指导',
      '深入学习贯彻{@thought-on-law}',
      '全面贯彻落实{@congress}',
      '依照法定职责推进法治政府建设各项工作',
    ],
  },
  { clauses: ['现将{@year}年度法治政府建设工作情况报告如下'] },
];
