import type { Stories, ToldAct } from '../story.ts';

const list: ToldAct = {
  step: 'list',
  on: '2025-01-10',
  values: {
    name: '烟花爆竹零售点安全检查',
    basis: '《中华人民共和国安全生产法》第九条第二款',
    object: '烟花爆竹零售点',
    domain: 'safety',
    source: 'direct',
    penaltyPower: 'none',
  },
};

function publish(...contents: string[]): ToldAct {
  return { step: 'publish', on: '2025-01-16', values: { publishedAt: '乡政务公开栏', contents } };
}

export const stories: Stories = {
  kind: 'inspection-item',
  stories: [
    {
      rule: 'ZF-01',
      situation: '只公布依据和程序，没有公布执法人员和救济渠道',
      given: [list],
      act: publish('basis', 'procedure'),
      outcome: 'reminded',
    },
    {
      rule: 'ZF-01',
      situation: '七项内容一并公布',
      given: [list],
      act: publish('subject', 'officers', 'duties', 'basis', 'procedure', 'remedy', 'random'),
      outcome: 'kept',
    },
  ],
};
