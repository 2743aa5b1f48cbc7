import type { Chapter } from './form.ts';

export const TRAINING: Chapter = {
  area: 'training',
  points: [
    {
      topic: '学好用好民法典',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '干部职工大会学习民法典{civil-code.study}',
            '通过宣传活动和板凳会、院坝会、小组会等形式向群众宣传民法典{civil-code.publicity}',
          ],
        },
      ],
    },
    {
      topic: '加强干部法治教育培训',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '在各类干部会议上学习宪法、民法典等法律法规{law-study.sessions}',
            '推送法律法规学习资料{law-study.pushes}',
          ],
        },
        {
          lead: '{@period}',
          clauses: [
            '会前学法{study.before-meetings}',
            '开展专题研讨{study.seminars}',
            '举办法治培训{law-training.sessions}',
            '覆盖{law-training.people}',
            '组织旁听庭审{court-hearings.attended}',
          ],
        },
        {
          clauses: [
            '领导干部应知应会清单列入法律法规{must-know-list.items}',
            '其他学习平台参与率{other-platforms.participation-rate}',
          ],
        },
        { clauses: ['坚持集中学习与日常学习相结合，推进干部法治教育培训常态化'] },
      ],
    },
  ],
};
