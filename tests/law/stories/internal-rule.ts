import type { Stories, ToldAct } from '../story.ts';

function issue(normative: readonly string[]): ToldAct {
  return {
    step: 'issue',
    on: '2026-03-02',
    values: { title: '值班值守制度', subject: 'duty-roster', normative },
  };
}

export const stories: Stories = {
  kind: 'internal-rule',
  stories: [
    {
      rule: 'GF-08',
      situation: '要求群众照办的“制度”，当内部制度印发',
      act: issue(['rights', 'outside']),
      outcome: 'reminded',
    },
    { rule: 'GF-08', situation: '只约束本机关自己', act: issue([]), outcome: 'kept' },
  ],
};
