import type { Stories, ToldAct } from '../story.ts';

function hold(deliberation: string): ToldAct {
  const values = {
    title: '三月政府办公会',
    forum: 'government',
    ledBy: 'head',
    agenda: [{ subject: 'decision', topic: '集镇供水管网改造', outcome: 'passed' }],
    deliberation,
  };
  return { step: 'hold', on: '2026-03-16', values };
}

export const stories: Stories = {
  kind: 'gathering',
  stories: [
    {
      rule: 'JC-13',
      situation: '讨论决定事项，行政首长没有末位发言',
      act: hold('broken'),
      outcome: 'reminded',
    },
    {
      rule: 'JC-13',
      situation: '集体讨论，首长末位发言，不同意见已记录',
      act: hold('kept'),
      outcome: 'kept',
    },
  ],
};
