import type { Stories, Story, ToldAct } from '../story.ts';

const EDITION: NonNullable<Story['others']> = {
  edition: {
    kind: 'duty-list-edition',
    acts: [{ step: 'draft', on: '2024-06-03', values: { name: '履职事项清单', effectiveOn: '2024-06-10' } }],
  },
};

function list(values: object): ToldAct {
  const given = { name: '在河道内非法采砂的处罚', list: 'withdrawn', edition: '@edition' };
  return { step: 'list', on: '2026-03-02', values: { ...given, ...values } };
}

function amend(values: object): ToldAct {
  const given = { amendedBy: '@edition', amendedFor: '县级清单修订' };
  return { step: 'amend', on: '2026-06-01', values: { ...given, ...values } };
}

export const stories: Stories = {
  kind: 'duty-list-item',
  stories: [
    {
      rule: 'QD-03',
      situation: '上级收回的事项没有写承接部门',
      others: EDITION,
      act: list({}),
      outcome: 'reminded',
    },
    {
      rule: 'QD-03',
      situation: '写明由县水务局承接',
      others: EDITION,
      act: list({ taker: '县水务局' }),
      outcome: 'kept',
    },
    {
      rule: 'QD-03',
      situation: '配合履职的事项调整时，还是没有写牵头部门',
      others: EDITION,
      given: [{ ...list({ list: 'assist' }), reasons: { 'QD-03': '县里还没有明确' } }],
      act: amend({}),
      outcome: 'reminded',
    },
    {
      rule: 'QD-03',
      situation: '调整时补写由县民政局牵头',
      others: EDITION,
      given: [{ ...list({ list: 'assist' }), reasons: { 'QD-03': '县里还没有明确' } }],
      act: amend({ leader: '县民政局' }),
      outcome: 'kept',
    },
  ],
};
