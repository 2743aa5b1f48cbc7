import type { Chapter, Sentence } from './form.ts';

export const LEADERSHIP: Chapter = {
  area: 'leadership',
  points: [
    {
      topic: '加强对法治建设的组织领导',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '党委会专题研究法治工作{law-work.committee}',
            '政府办公会、党政联席会研究法治工作{law-work.government}',
            '召开法治建设专题会、部署会、推进会{law-work.deployed}',
            '听取法治工作汇报{law-work.reports-heard}',
            '研究解决重点难点问题{law-work.problems-solved}',
          ],
        },
        { lead: '{@period}', clauses: ['组织宪法宣誓{constitution-oaths}'] },
      ],
    },
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
      '带头讲法治课{leader-lectures}',
      '推进领导干部带头尊法学法守法用法',
    ],
  },
];
