import type { Stories, Story, ToldAct } from '../story.ts';

const receive = (values: object = {}): ToldAct => ({
  step: 'receive',
  on: '2026-06-01',
  values: { number: 'XF20260601-01', source: 'direct', form: 'letter', type: 'appeal', ...values },
});
const transferred = (values: object = {}): ToldAct => receive({ source: 'transferred', ...values });
const inform = (on: string, values: object = {}): ToldAct => ({
  step: 'inform',
  on,
  values: { route: 'opinion', ...values },
});
const accepted = (values: object = {}): ToldAct[] => [receive(), inform('2026-06-02', values)];
const ELEMENTS = ['request', 'facts', 'opinion', 'basis'];
const conclude = (on: string, values: object = {}): ToldAct => ({
  step: 'conclude',
  on,
  values: { elements: ELEMENTS, result: 'supported', ...values },
});
const extend = (on: string, told: string): ToldAct => ({ step: 'extend', on, values: { told } });
const pass = (passedTo: string): ToldAct => ({ step: 'pass', on: '2026-06-03', values: { passedTo } });

const RECEIVED: Story[] = [
  {
    rule: 'XF-11',
    situation: '八人走访，没有推选代表',
    act: receive({ form: 'visit', people: 8 }),
    outcome: 'reminded',
  },
  {
    rule: 'XF-11',
    situation: '八人走访，推选三名代表',
    act: receive({ form: 'visit', people: 8, representatives: 3 }),
    outcome: 'kept',
  },
  {
    rule: 'XF-04',
    situation: '直接收到的十五日内书面告知，按自然日',
    act: receive(),
    outcome: { due: '2026-06-16' },
  },
  {
    rule: 'XF-04',
    situation: '第十七天才告知',
    given: [receive()],
    act: inform('2026-06-18'),
    outcome: 'flawed',
  },
  {
    rule: 'XF-05',
    situation: '转送件属于本机关职权，十五日内书面告知',
    act: transferred({ ours: 'yes' }),
    outcome: { due: '2026-06-16' },
  },
  {
    rule: 'XF-05.objection',
    situation: '转送件不属本机关职权，五个工作日内提异议',
    act: transferred({ ours: 'no' }),
    outcome: { due: '2026-06-08' },
  },
  {
    rule: 'XF-05.objection',
    situation: '第七个工作日才提异议',
    given: [transferred({ ours: 'no' })],
    act: { step: 'object', on: '2026-06-10', values: {} },
    outcome: 'flawed',
  },
];

const INFORMED: Story[] = [
  {
    rule: 'XF-03',
    situation: '没有录入信访信息系统就告知受理',
    given: [{ ...receive(), values: { source: 'direct', form: 'visit', type: 'appeal' } }],
    act: inform('2026-06-02'),
    outcome: 'stopped',
  },
  {
    rule: 'XF-03',
    situation: '录入系统，有编号，告知受理',
    given: [receive()],
    act: inform('2026-06-02'),
    outcome: 'kept',
  },
  {
    rule: 'XF-12',
    situation: '重大、紧急的信访事项没有报告党委、政府',
    given: [receive({ urgent: 'yes' })],
    act: inform('2026-06-02'),
    outcome: 'stopped',
  },
  {
    rule: 'XF-12',
    situation: '当天报告后告知受理',
    given: [receive({ urgent: 'yes' }), { step: 'reportUp', on: '2026-06-01', values: {} }],
    act: inform('2026-06-02'),
    outcome: 'kept',
  },
  {
    rule: 'XF-15',
    situation: '承办人与信访事项有直接利害关系',
    given: [receive()],
    act: inform('2026-06-02', { interest: 'has' }),
    outcome: 'stopped',
  },
  {
    rule: 'XF-15',
    situation: '承办人没有直接利害关系',
    given: [receive()],
    act: inform('2026-06-02', { interest: 'none' }),
    outcome: 'kept',
  },
  {
    rule: 'XF-13',
    situation: '把检举材料转给被检举的单位',
    given: [receive({ type: 'accusation' })],
    act: pass('accused'),
    outcome: 'stopped',
  },
  {
    rule: 'XF-13',
    situation: '把检举材料转给有权处理的机关',
    given: [receive({ type: 'accusation' })],
    act: pass('unit'),
    outcome: 'kept',
  },
];

const CONCLUDED: Story[] = [
  {
    rule: 'XF-08',
    situation: '6月2日受理，六十日是自然日，到8月1日',
    given: [receive()],
    act: inform('2026-06-02'),
    outcome: { due: '2026-08-01' },
  },
  {
    rule: 'XF-08',
    situation: '引导诉讼、复议的不适用六十日',
    given: [receive()],
    act: inform('2026-06-02', { route: 'court' }),
    outcome: 'none',
  },
  {
    rule: 'XF-08',
    situation: '负责人批准延期并告知，再加三十日',
    given: accepted(),
    act: extend('2026-07-28', 'yes'),
    outcome: { due: '2026-08-31' },
  },
  {
    rule: 'XF-08',
    situation: '批准延期，没有告知信访人',
    given: accepted(),
    act: extend('2026-07-28', 'no'),
    outcome: 'stopped',
  },
  {
    rule: 'XF-08',
    situation: '六十日届满以后才批准延期',
    given: accepted(),
    act: extend('2026-08-03', 'yes'),
    outcome: 'stopped',
  },
  {
    rule: 'XF-08',
    situation: '届满以前批准延期并告知',
    given: accepted(),
    act: extend('2026-07-28', 'yes'),
    outcome: 'kept',
  },
  {
    rule: 'XF-08',
    situation: '第六十二天才办结，没有延期',
    given: accepted(),
    act: conclude('2026-08-03'),
    outcome: 'flawed',
  },
  {
    rule: 'XF-06',
    situation: '应当通过诉讼、复议解决的，出具处理意见书',
    given: accepted({ route: 'court' }),
    act: conclude('2026-06-20'),
    outcome: 'stopped',
  },
  {
    rule: 'XF-06',
    situation: '没有其他法定途径的，不出处理意见书就办结',
    given: accepted(),
    act: { step: 'settle', on: '2026-06-20', values: { result: 'other' } },
    outcome: 'stopped',
  },
  {
    rule: 'XF-06',
    situation: '没有其他法定途径的，调查核实后出具处理意见书',
    given: accepted(),
    act: conclude('2026-06-20'),
    outcome: 'kept',
  },
  {
    rule: 'XF-07',
    situation: '意见书没有写依据',
    given: accepted(),
    act: conclude('2026-06-20', { elements: ['request', 'facts', 'opinion'] }),
    outcome: 'stopped',
  },
  {
    rule: 'XF-07',
    situation: '意见书四项写全',
    given: accepted(),
    act: conclude('2026-06-20'),
    outcome: 'kept',
  },
  {
    rule: 'XF-09',
    situation: '意见书6月17日作出、20日才送达，三十日从收到之日起算，7月20日届满',
    given: [...accepted(), conclude('2026-06-17')],
    act: { step: 'deliver', on: '2026-06-20', values: {} },
    outcome: { due: '2026-07-20' },
  },
  {
    rule: 'XF-10',
    situation: '7月20日收到复查意见，三十日内可以请求复核',
    given: [...accepted(), conclude('2026-06-20'), { step: 'requestReview', on: '2026-06-29', values: {} }],
    act: { step: 'review', on: '2026-07-20', values: { reviewResult: 'upheld' } },
    outcome: { due: '2026-08-19' },
  },
];

export const stories: Stories = { kind: 'petition-index', stories: [...RECEIVED, ...INFORMED, ...CONCLUDED] };
