import type { Stories, Story, ToldAct } from '../story.ts';

const issue = (on: string, values: object = {}): ToldAct => ({
  step: 'issue',
  on,
  values: { title: '防汛抗旱应急预案', hazard: 'flood', heard: ['offices', 'villages'], ...values },
});
const FLOOD = issue('2026-04-27');

const mine = (on: string, values: object = {}): ToldAct =>
  issue(on, {
    title: '非煤矿山生产安全事故应急救援预案',
    hazard: 'mine',
    riskAssessedOn: '2024-02-20',
    ...values,
  });

const drill = (on: string): NonNullable<Story['others']> => ({
  drill: { kind: 'drill', acts: [{ step: 'hold', on, values: { title: '矿山演练', hazard: 'mine' } }] },
});
const test = (on: string): ToldAct => ({ step: 'test', on, values: { drill: '@drill' } });
const review = (values: object): ToldAct => ({ step: 'review', on: '2026-05-11', values: { ...values } });

export const stories: Stories = {
  kind: 'emergency-plan',
  stories: [
    {
      rule: 'YJ-02',
      situation: '没有听取任何一方的意见就印发',
      act: issue('2026-04-27', { heard: undefined }),
      outcome: 'stopped',
    },
    { rule: 'YJ-02', situation: '听取了各办和村里的意见', act: FLOOD, outcome: 'kept' },
    {
      rule: 'YJ-02',
      situation: '村里自己的预案，条文说的是政府的',
      act: { ...issue('2026-04-27', { heard: undefined }), village: '石桥村' },
      outcome: 'kept',
    },
    {
      rule: 'YJ-03',
      situation: '预案4月27日印发，二十个工作日内报县备案',
      act: FLOOD,
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'YJ-03',
      situation: '6月1日才备案',
      given: [FLOOD],
      act: { step: 'file', on: '2026-06-01' },
      outcome: 'flawed',
    },
    {
      rule: 'YJ-03',
      situation: '村预案报乡镇备案，同样二十个工作日',
      act: { ...FLOOD, village: '石桥村' },
      outcome: { due: '2026-05-27' },
    },
    {
      rule: 'YJ-04.review',
      situation: '预案写明2027年4月27日以前评估，提前三十日提醒',
      act: issue('2026-04-27', { reviewBy: '2027-04-27' }),
      outcome: { due: '2027-03-28' },
    },
    {
      rule: 'YJ-05',
      situation: '矿山救援预案没有先做风险评估',
      act: mine('2026-04-27', { riskAssessedOn: undefined }),
      outcome: 'stopped',
    },
    { rule: 'YJ-05', situation: '先做了风险评估', act: mine('2026-04-27'), outcome: 'kept' },
    {
      rule: 'YJ-05',
      situation: '矿山救援预案印发后两年内演练一次',
      act: mine('2024-03-04'),
      outcome: { due: '2026-03-04' },
    },
    {
      rule: 'YJ-05',
      situation: '印发两年零两个月才演练',
      others: drill('2026-05-11'),
      given: [mine('2024-03-04')],
      act: test('2026-05-11'),
      outcome: 'flawed',
    },
    {
      rule: 'YJ-05',
      situation: '2024年6月演练过，下一次从那天起算两年',
      others: drill('2024-06-14'),
      given: [mine('2024-03-04')],
      act: test('2024-06-14'),
      outcome: { due: '2026-06-14' },
    },
    {
      rule: 'YJ-05',
      situation: '上次演练以后两年零一个月才再演练',
      others: drill('2024-06-14'),
      given: [mine('2024-03-04'), test('2024-06-14')],
      act: test('2026-07-13'),
      outcome: 'flawed',
    },
    {
      rule: 'YJ-05',
      situation: '防汛预案不是生产安全事故预案，没有两年一次的要求',
      act: FLOOD,
      outcome: 'none',
    },
    {
      rule: 'YJ-07',
      situation: '演练中发现重大问题，评估结论还是继续执行',
      given: [mine('2026-03-02')],
      act: review({ review: 'keep', causes: ['found'] }),
      outcome: 'stopped',
    },
    {
      rule: 'YJ-07',
      situation: '演练中发现重大问题，评估结论是需要修订',
      given: [mine('2026-03-02')],
      act: review({ review: 'revise', causes: ['found'] }),
      outcome: 'kept',
    },
  ],
};
