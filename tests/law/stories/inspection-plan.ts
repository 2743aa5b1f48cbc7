import type { Stories, Story, ToldAct } from '../story.ts';

function draft(item: object): readonly ToldAct[] {
  const items = [{ item: '集镇餐饮店检查', ...item }];
  return [{ step: 'draft', on: '2025-02-10', values: { title: '2025年度行政检查计划', year: 2025, items } }];
}

const act: ToldAct = { step: 'approve', on: '2025-02-17' };

function told(rule: Story['rule'], situation: string, item: object, outcome: Story['outcome']): Story {
  return { rule, situation, given: draft(item), act, outcome };
}

export const stories: Stories = {
  kind: 'inspection-plan',
  stories: [
    told('ZF-13', '市场监管领域的检查指定对象，不抽取', { domain: 'market', drawing: 'named' }, 'stopped'),
    told('ZF-13', '市场监管领域双随机抽取', { domain: 'market', drawing: 'random' }, 'kept'),
    told('ZF-13', '直接涉及公共安全的重点领域全覆盖', { domain: 'key', drawing: 'all' }, 'kept'),
    told(
      'ZF-11',
      '每家检查六次，公布的上限四次',
      { domain: 'key', drawing: 'all', times: 6, cap: 4 },
      'reminded',
    ),
    told('ZF-11', '每家检查四次，没有超过上限', { domain: 'key', drawing: 'all', times: 4, cap: 4 }, 'kept'),
  ],
};
