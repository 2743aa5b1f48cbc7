import type { Stories, ToldAct } from '../story.ts';

function assess(reasons: readonly string[]): ToldAct {
  const values = {
    subject: '临时救助结果在村务公开栏公示',
    reasons,
    lawfulness: '公示为法律规定，只列姓名、村组、类别和金额',
    risks: '张贴内容可能被拍照转发',
    measures: '张贴前由第二人核对，期满即撤下',
    conclusion: 'go',
  };
  return { step: 'assess', on: '2024-03-11', values };
}

export const stories: Stories = {
  kind: 'impact-assessment',
  stories: [
    { rule: 'SJA-05', situation: '评估没有写明属于哪种应当评估的处理', act: assess([]), outcome: 'stopped' },
    {
      rule: 'SJA-05',
      situation: '写明是处理敏感信息和公开个人信息',
      act: assess(['sensitive', 'published']),
      outcome: 'kept',
    },
  ],
};
