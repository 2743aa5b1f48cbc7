import type { Stories, ToldAct } from '../story.ts';

function state(leader: string, covers: readonly string[]): ToldAct {
  return { step: 'state', on: '2026-01-20', values: { leader, year: 2025, covers } };
}

export const stories: Stories = {
  kind: 'law-statement',
  stories: [
    {
      rule: 'PF-08',
      situation: '述职没有写学法用法',
      act: state('secretary', ['duties']),
      outcome: 'reminded',
    },
    {
      rule: 'PF-08',
      situation: '学法用法、履职情况都写了',
      act: state('secretary', ['study', 'duties']),
      outcome: 'kept',
    },
    {
      rule: 'PF-18',
      situation: '乡镇长没有写亲自部署、过问、协调、督办的情况（乡镇参照）',
      act: state('head', ['study']),
      outcome: 'reminded',
    },
    {
      rule: 'PF-18',
      situation: '分管领导没有写这一项，不是第一责任人',
      act: state('deputy', ['study']),
      outcome: 'kept',
    },
  ],
};
