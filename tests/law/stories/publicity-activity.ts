import type { Stories, ToldAct } from '../story.ts';

function hold(accessible: string, audience: readonly string[] = ['elderly']): ToldAct {
  const values = {
    title: '养老反诈宣传',
    purpose: 'law',
    organiser: 'judicial-office',
    venue: 'courtyard',
    audience,
    accessible,
    heldOn: '2026-03-16',
  };
  return { step: 'hold', on: '2026-03-16', values };
}

export const stories: Stories = {
  kind: 'publicity-activity',
  stories: [
    {
      rule: 'PF-05',
      situation: '面向老年人，有条件用大字、语音而没有用',
      act: hold('omitted'),
      outcome: 'reminded',
    },
    { rule: 'PF-05', situation: '面向老年人，用了大字和语音', act: hold('used'), outcome: 'kept' },
    { rule: 'PF-05', situation: '面向老年人，没有条件', act: hold('without'), outcome: 'kept' },
    { rule: 'PF-05', situation: '面向中学生', act: hold('omitted', ['minors']), outcome: 'kept' },
  ],
};
