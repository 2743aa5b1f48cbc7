import type { Stories, ToldAct } from '../story.ts';

function adopt(values: Readonly<Record<string, unknown>> = {}): ToldAct {
  return {
    step: 'adopt',
    on: '2026-03-16',
    values: { title: '样稿', items: [{ kind: '矛盾纠纷', keep: 'y10' }], ...values },
  };
}

export const stories: Stories = {
  kind: 'retention-schedule',
  stories: [
    {
      rule: 'SJA-20',
      situation: '保管期限表没有经档案主管部门审核同意就施行',
      act: adopt(),
      outcome: 'stopped',
    },
    {
      rule: 'SJA-20',
      situation: '审核同意后施行',
      act: adopt({ agreedOn: '2026-03-10' }),
      outcome: 'kept',
    },
  ],
};
