import type { Chapter } from './form.ts';

/** What the counsel did stands where the office reports it, in two other chapters; here the reader is led there. */
export const COUNSEL: Chapter = {
  area: 'counsel',
  points: [
    {
      topic: '坚持办事依法、遇事找法',
      sentences: [
        {
          lead: '{@asOf}，',
          clauses: ['受聘担任法律顾问的律师事务所有{counsel.engagements}', '律师{counsel.lawyers}'],
        },
        {
          lead: '法律顾问{@period}',
          clauses: [
            '出具法律意见书{counsel.opinions}',
            '意见采纳率{counsel.opinions-adopted}',
            '列席会议{counsel.meetings-attended}',
          ],
        },
        {
          lead: '村法律顾问{@period}',
          clauses: [
            '到村服务{village-counsel.visits}',
            '服务群众{village-counsel.people}',
            '讲法治课{village-counsel.lectures}',
          ],
        },
        {
          clauses: [
            {
              say: '法律顾问为{@place}、村提供服务的情况，已在“{@heading.decisions}”部分报告',
              given: ['counsel.services'],
            },
          ],
        },
        {
          clauses: [
            {
              say: '村法律顾问的配备情况，已在“{@heading.services}”部分报告',
              given: ['villages.with-counsel'],
            },
          ],
        },
      ],
    },
  ],
};
