import type { Chapter, Sentence } from './form.ts';

export const LEADERSHIP: Chapter = {
  area: 'leadership',
  points: [
    {
      topic: '落实法治建设工作力量',
      sentences: [
        { clauses: ['推进基层法治工作力量建设'] },
        { lead: '{@asOf}，', clauses: ['司法所在岗工作人员有{judicial-office.staff}'] },
      ],
    },
  ],
};

/** The part on the first-responsible persons: what they led, not what is said of them. */
export const FIRST_RESPONSIBLE: readonly Sentence[] = [
  {
    lead: '党委书记和{@place}政府主要负责人履行推进法治建设第一责任人职责，',
    clauses: [
      '{@period}带领领导班子成员学习法治理论和法律法规{first-responsible.study}',
      '推进领导干部带头尊法学法守法用法',
    ],
  },
];
