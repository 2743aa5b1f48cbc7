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
      topic: '规范重大行政决策程序',
      sentences: [
        {
          clauses: [
            '列入重大行政决策目录的事项{decision-catalogue.items}',
            {
              say: '{@period}作出重大行政决策{decisions.made}',
              zero: '{@period}{decisions.made:未作出}重大行政决策',
            },
            '公开征求意见{decisions.consultations}',
            '收到意见{public-comments.received}',
            '采纳意见{public-comments.adopted}',
            '开展决策风险评估{decisions.risk-assessments}',
          ],
        },
      ],
    },
    {
      topic: '严格合法性审查',
      sentences: [
        {
          clauses: [
            {
              say: '{@period}开展合法性审查{legality-reviews}',
              of: [
                '重大行政决策{legality-reviews.decision}',
                '行政规范性文件{legality-reviews.document}',
                '合同{legality-reviews.contract}',
                '村级合同和村规民约{legality-reviews.village}',
              ],
            },
            '提出审查意见{legality-reviews.suggestions}',
            '采纳审查意见{legality-reviews.adopted}',
            '采纳率{legality-reviews.adoption-rate}',
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
            '报县人民政府备案{normative-documents.filed}',
            '开展规范性文件清理{document-cleanups}',
            '清理{normative-documents.cleaned}',
            '废止、宣布失效{normative-documents.repealed}',
          ],
        },
        {
          lead: '{@asOf}，',
          clauses: ['现行有效的行政规范性文件有{normative-documents.in-force}'],
        },
        { lead: '{@period}', clauses: ['制定内部制度{internal-rules.issued}'] },
      ],
    },
    {
      topic: '依法订立和履行合同',
      sentences: [
        {
          lead: '{@period}',
          clauses: [
            '签订合同{contracts.signed}',
            '合同金额合计{contracts.amount}',
            '签订前送审率{contracts.reviewed-rate}',
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
