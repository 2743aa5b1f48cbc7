import type { Stories, ToldAct } from '../story.ts';

const demand: ToldAct = {
  step: 'demand',
  on: '2026-05-06',
  values: { cause: '河道砂石清除', baseNumber: '演示责改〔2026〕6号', demandDays: 7 },
};
const decide = (on: string, values: object = {}): ToldAct => ({
  step: 'decide',
  on,
  values: {
    harm: 'nature',
    opinion: 'none',
    performer: '样县清淤服务队',
    budget: 360_000,
    plannedOn: '2026-05-22',
    ...values,
  },
});
const remind = (on: string): ToldAct => ({ step: 'remind', on });
const perform = (supervised = 'yes'): ToldAct => ({
  step: 'perform',
  on: '2026-05-22',
  values: { supervised },
});
const clear = (values: object = {}): ToldAct => ({
  step: 'clearAtOnce',
  on: '2026-07-09',
  values: { cause: '公路碎石清除', clears: 'spill', site: 'road', unable: 'no', ...values },
});
const decided = [demand, decide('2026-05-14')];

export const stories: Stories = {
  kind: 'substitute-performance',
  stories: [
    {
      rule: 'QZ-10',
      situation: '催告的七日还没有满就决定代履行',
      given: [demand],
      act: decide('2026-05-12'),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-10',
      situation: '催告期满，没有意见',
      given: [demand],
      act: decide('2026-05-14'),
      outcome: 'kept',
    },
    {
      rule: 'QZ-18',
      situation: '后果不危害交通安全、环境和自然资源，也决定代履行',
      given: [demand],
      act: decide('2026-05-14', { harm: 'none' }),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-18',
      situation: '5月22日代履行，三个工作日前要再次催告',
      given: [demand],
      act: decide('2026-05-14'),
      outcome: { due: '2026-05-19' },
    },
    {
      rule: 'QZ-18',
      situation: '没有再次催告就实施',
      given: decided,
      act: perform(),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-18',
      situation: '实施前一天才再次催告',
      given: decided,
      act: remind('2026-05-21'),
      outcome: 'flawed',
    },
    {
      rule: 'QZ-18',
      situation: '没有派员到场监督',
      given: [...decided, remind('2026-05-19')],
      act: perform('no'),
      outcome: 'stopped',
    },
    {
      rule: 'QZ-18',
      situation: '三个工作日前催告并派员监督',
      given: [...decided, remind('2026-05-19')],
      act: perform(),
      outcome: 'kept',
    },
    {
      rule: 'QZ-19',
      situation: '当事人自己能马上清除，仍立即代履行',
      act: clear({ unable: 'yes' }),
      outcome: 'reminded',
    },
    { rule: 'QZ-19', situation: '公路上的遗洒物，当事人不能清除', act: clear(), outcome: 'kept' },
  ],
};
