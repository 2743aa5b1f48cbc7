import type { Chapter } from './form.ts';

export const DECISIONS: Chapter = {
  area: 'decisions',
  points: [
    {
      topic: '提高依法决策意识',
      sentences: [
        {
          lead: '{@period}结合各类会议',
          clauses: [
            '学习重大行政决策有关规定{decision-study}',
            '学习行政规范性文件管理有关规定{normative-document-study}',
          ],
        },
      ],
    },
    {
      topic: '严格文件制定管理',
      sentences: [
        {
          clauses: [
            '推进文件制定管理规范化',
            {
              say: '{@period}制定行政规范性文件{normative-documents.issued}',
              zero: '{@period}{normative-documents.issued:未制定}行政规范性文件',
            },
          ],
        },
      ],
    },
    {
      topic: '发挥法律顾问参谋作用',
      sentences: [
        {
          lead: '法律顾问{@period}',
          clauses: [
            '为{@place}、村两级提供法律指导和法律服务{counsel.services}',
            '累计服务{counsel.people-served}',
          ],
        },
      ],
    },
  ],
};
