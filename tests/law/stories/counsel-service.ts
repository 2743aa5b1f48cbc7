import type { Stories, Story, ToldAct } from '../story.ts';

const engagement: NonNullable<Story['others']> = {
  engagement: {
    kind: 'counsel-engagement',
    acts: [{ step: 'engage', on: '2025-01-08', values: { firm: '样稿律师事务所', until: '2026-01-08' } }],
  },
};

function serve(on: string): ToldAct {
  const values = { engagement: '@engagement', form: 'advice', matter: '解答用工咨询', people: 2 };
  return { step: 'serve', on, values };
}

export const stories: Stories = {
  kind: 'counsel-service',
  stories: [
    {
      rule: 'GF-17.term',
      situation: '聘期1月8日已满，没有续聘，3月还登记服务',
      others: engagement,
      act: serve('2026-03-02'),
      outcome: 'reminded',
    },
    {
      rule: 'GF-17.term',
      situation: '聘期开始以前的服务挂在这份合同上',
      others: engagement,
      act: serve('2025-01-07'),
      outcome: 'reminded',
    },
    {
      rule: 'GF-17.term',
      situation: '聘期最后一天的服务',
      others: engagement,
      act: serve('2026-01-07'),
      outcome: 'kept',
    },
  ],
};
