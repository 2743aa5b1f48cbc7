import type { Stories, ToldAct } from '../story.ts';

const moved: readonly ToldAct[] = [
  {
    step: 'move',
    on: '2026-06-15',
    values: { from: '石桥村三组', event: 'geology', people: 16, names: [{ name: '某某' }] },
  },
  { step: 'return', on: '2026-06-18', values: { returned: 16 } },
];
const keep = (values: object = {}): ToldAct => ({
  step: 'keep',
  on: '2026-06-19',
  values: { keptFor: 'inquiry', ...values },
});

export const stories: Stories = {
  kind: 'evacuation',
  stories: [
    {
      rule: 'YJ-17',
      situation: '没有评估就要留存转移人员名单',
      given: moved,
      act: keep(),
      outcome: 'stopped',
    },
    {
      rule: 'YJ-17',
      situation: '调查评估要用，先作了合法性、必要性、安全性评估',
      others: {
        assessment: {
          kind: 'impact-assessment',
          acts: [
            {
              step: 'assess',
              on: '2026-06-18',
              values: {
                subject: '滑坡调查留存转移名单',
                reasons: ['sensitive'],
                lawfulness: '县里调查组书面要求',
                risks: '名单外泄',
                measures: '加密保存，只给调查组',
                conclusion: 'go',
              },
            },
          ],
        },
      },
      given: moved,
      act: keep({ assessment: '@assessment' }),
      outcome: 'kept',
    },
    {
      rule: 'YJ-17',
      situation: '人员返回以后销毁名单',
      given: moved,
      act: { step: 'destroy', on: '2026-06-19' },
      outcome: 'kept',
    },
  ],
};
