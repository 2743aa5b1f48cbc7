import type { Stories, Story, ToldAct } from '../story.ts';

const others: Story['others'] = {
  decision: {
    kind: 'decision',
    acts: [
      {
        step: 'start',
        on: '2026-03-02',
        values: { title: '农村供水工程', office: '村镇建设服务中心', startedBy: '三月政府办公会' },
        reasons: { 'JC-02': '目录公布以后县里新安排的项目' },
      },
    ],
  },
};

const received: ToldAct = {
  step: 'receive',
  on: '2026-03-18',
  values: {
    decision: '@decision',
    topic: '取水点宜上移',
    channel: 'visit',
    content: '取水口下面就是养殖场。',
    commenter: { name: '罗某某' },
  },
};

function study(values: object): ToldAct {
  return { step: 'study', on: '2026-04-10', values: { adopted: 0, ...values } };
}

export const stories: Stories = {
  kind: 'public-comment',
  stories: [
    {
      rule: 'JC-04',
      situation: '意见没有采纳，也没有写理由',
      others,
      given: [received],
      act: study({ result: 'declined' }),
      outcome: 'reminded',
    },
    {
      rule: 'JC-04',
      situation: '没有采纳，写明理由',
      others,
      given: [received],
      act: study({ result: 'declined', reason: '上移后水头不够，水厂已经论证' }),
      outcome: 'kept',
    },
    {
      rule: 'JC-04',
      situation: '合理的意见采纳，不必写理由',
      others,
      given: [received],
      act: study({ result: 'adopted', adopted: 1 }),
      outcome: 'kept',
    },
  ],
};
