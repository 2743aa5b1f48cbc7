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
      topic: '压实年度工作任务',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '确定法治建设年度工作要点{annual-points}',
            '布置工作任务{tasks.assigned}',
            '完成{tasks.done}',
            '按期完成率{tasks.on-time-rate}',
            '办成年度法定事项{yearly-duties.done}',
          ],
        },
      ],
    },
    {
      topic: '落实法治建设工作力量',
      sentences: [
        { clauses: ['推进基层法治工作力量建设'] },
        {
          lead: '{@asOf}，',
          clauses: [
            '各机构核定编制{establishment.posts}',
            '各机构在岗人员{staff.in-post}',
            '司法所核定编制{judicial-office.establishment}',
            '司法所在岗工作人员有{judicial-office.staff}',
          ],
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
      '亲自部署法治工作{first-responsible.deployed}',
      '党政主要负责人听取法治工作汇报{first-responsible.heard}',
      '协调研究重点难点问题{first-responsible.coordinated}',
      '批示法治工作{first-responsible.instructions}',
      '现场督导法治工作{first-responsible.visits}',
      '带头讲法治课{leader-lectures}',
      '党政主要负责人述法{first-responsible.statements}',
      '推进领导干部带头尊法学法守法用法',
    ],
  },
];

/** Before the items that last year's report arranged for this year. */
export const PLAN_ANSWERS: readonly Sentence[] = [
  {
    lead: '上年度报告',
    clauses: [
      '安排到{@year}年的事项有{plan-items}',
      '已完成{plan-items.done}',
      '部分完成{plan-items.partly}',
      '没有完成{plan-items.not}',
    ],
  },
];

/** How an item was answered, in the report's words. */
export const PLAN_OUTCOMES: Readonly<Record<string, string>> = {
  done: '已完成',
  partly: '部分完成',
  not: '没有完成',
};
