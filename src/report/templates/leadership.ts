import type { Chapter, Sentence } from './form.ts';

export const LEADERSHIP: Chapter = {
  area: 'leadership',
  points: [
    {
      topic: '落实法治建设工作力量',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: ['司法所在岗工作人员有{judicial-office.staff}', '负责法治政府建设的日常推进和协调'],
        },
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
      '以领导干部带头学法带动依法办事，推动法治政府建设任务落到实处',
    ],
  },
];
