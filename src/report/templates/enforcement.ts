import type { Chapter } from './form.ts';

export const ENFORCEMENT: Chapter = {
  area: 'enforcement',
  points: [
    {
      topic: '加强执法队伍建设',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: [
            {
              before: '全{@place}有持有效证件的',
              list: [
                '行政执法人员{enforcement-officers.certified}',
                '行政执法监督员{enforcement-supervisors}',
              ],
            },
          ],
        },
        { lead: '{@period}', clauses: ['组织行政执法人员业务培训{enforcement-training}'] },
      ],
    },
    {
      topic: '规范行政执法行为',
      sentences: [
        {
          clauses: [
            { say: '坚持严格规范公正文明执法', given: ['penalty-cases'] },
            {
              say: '{@period}办理行政处罚案件{penalty-cases}',
              zero: '{@period}{penalty-cases:未作出}行政处罚决定',
              of: ['普通程序{penalty-cases.ordinary}', '简易程序{penalty-cases.summary}'],
            },
            '罚款合计{penalties.fines}',
            '处罚案件按期办结率{penalty-cases.in-time}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            {
              say: '作出不予处罚决定{penalty-cases.spared}',
              of: ['首违不罚{penalty-cases.first-offence}'],
            },
            '移送案件{penalty-cases.transferred}',
            '开展重大执法决定法制审核{penalty-cases.reviewed}',
          ],
        },
      ],
    },
    {
      topic: '落实“谁执法谁普法”普法责任制',
      sentences: [
        {
          lead: '综合行政执法队',
          clauses: ['坚持普法与执法相结合', '{@period}面向群众开展普法{enforcement-publicity}'],
        },
      ],
    },
  ],
};
