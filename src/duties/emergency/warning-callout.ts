import {
  count,
  dayField,
  defineKind,
  link,
  list,
  manyOf,
  oneOf,
  text,
  timeField,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { EVENTS, ON_THE_SPOT } from './desk.ts';

const MEANS = {
  phone: '电话',
  message: '微信、短信',
  speaker: '大喇叭、广播',
  gong: '鸣锣、吹哨',
  door: '上门',
} as const;

const fields = {
  event: oneOf('预警什么', EVENTS),
  colour: oneOf('预警级别', {
    blue: '蓝色',
    yellow: '黄色',
    orange: '橙色',
    red: '红色',
    none: '没有分级的风险提示',
  }),
  source: oneOf('谁发布的', {
    weather: '气象部门',
    water: '水务部门',
    geology: '自然资源部门',
    emergency: '应急管理部门',
    forestry: '林业部门',
    county: '县级人民政府、指挥部',
    township: '本乡镇自己发布',
  }),
  number: text('预警编号', { max: 40, code: true }),
  receivedOn: dayField('收到日'),
  receivedAt: timeField('收到时间'),
  incident: link('突发事件', 'incident'),
  exercise: link('属于哪次演练', 'drill', { help: '只有演练才选；选了就是演练记录，不计入任何指标' }),
  called: count('叫应对象', '人', { max: 100_000, help: '带班领导、村干部、危险区住户的叫应责任人' }),
  answered: count('已应答', '人', { max: 100_000 }),
  means: manyOf('叫应方式', MEANS),
  calledOn: dayField('叫应日'),
  calledAt: timeField('叫应时间'),
  calls: list(
    '逐个叫应',
    {
      who: text('谁', { max: 40, help: '写岗位，不写姓名，如“石桥村支书”“三组叫应责任人”' }),
      group: oneOf('哪一类', { leader: '领导', village: '村干部', warden: '危险区叫应责任人' }),
      means: oneOf('方式', MEANS),
      at: timeField('叫的时间'),
      answeredAt: timeField('应的时间'),
    },
    { needs: ['who'] },
  ),
  followedOn: dayField('跟进日'),
  followed: text('怎样跟进', { max: 200, help: '如“村干部上门叫到”，不写姓名' }),
  endedOn: dayField('解除日'),
};
type Callout = Matter<typeof fields>;

const calledIn = ({ values }: Callout): number | undefined => values.called;

function isOpen({ values: { called = 0, answered = 0 } }: Callout): boolean {
  return answered < called;
}

/** A call-out on a warning (预警叫应): who warned of what, who was called and who answered, and what was done about those who did not. */
export const warningCallout = defineKind({
  code: 'warning-callout',
  label: '预警叫应',
  room: 'emergency',
  version: 1,
  practised: true,
  village: 'optional',
  title: 'event',
  fields,
  states: { received: '待叫应', called: '已叫应', ended: '已解除' },
  steps: {
    receive: {
      label: '登记预警',
      by: ON_THE_SPOT,
      basis: [cite('TF', '64'), cite('TF', '65')],
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['event', 'colour', 'source'],
      may: ['receivedAt', 'number', 'incident', 'exercise'],
      rules: [
        {
          rule: rule('YJ-14'),
          breached: ({ values }) => values.source === 'township',
          remedy: '预警由县级以上人民政府发布：请登记为转发县里的预警，或者只作没有分级的风险提示。',
        },
      ],
    },
    call: {
      label: '登记叫应',
      by: ON_THE_SPOT,
      basis: [cite('TF', '66'), cite('DZ', '29')],
      from: ['received', 'called'],
      to: 'called',
      day: 'calledOn',
      asks: ['called', 'answered'],
      may: ['means', 'calledAt', 'calls'],
      checks: [
        {
          wrong: ({ values: { called = 0, answered = 0 } }) => answered > called,
          field: 'answered',
          sentence: '已应答的人数多于叫应对象。',
          next: '请核对两个数。',
        },
      ],
    },
    follow: {
      label: '登记未应答的跟进',
      by: ON_THE_SPOT,
      basis: cite('DZ', '29'),
      from: ['called'],
      to: 'called',
      when: isOpen,
      day: 'followedOn',
      asks: ['followed', 'answered'],
      may: ['calls'],
    },
    end: {
      label: '预警解除',
      by: ON_THE_SPOT,
      basis: cite('TF', '70②'),
      from: ['received', 'called'],
      to: 'ended',
      day: 'endedOn',
      rules: [
        {
          rule: rule('YJ-14'),
          breached: (here) => here.values.calledOn === undefined || isOpen(here),
          remedy: '还有没叫应的：请先派人上门，登记跟进；确实不用叫的，写明理由。',
        },
      ],
    },
  },
  figures: {
    'warning-callouts': {
      label: '预警叫应',
      unit: '次',
      definition: '叫应日在统计期内的预警叫应，一条预警叫应计一次，反复叫的不重复计；演练不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'calledOn',
    },
    'warning-callouts.people': {
      label: '预警叫应到人',
      unit: '人次',
      definition: '叫应日在统计期内的预警叫应，叫应对象人数之和；演练不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'calledOn',
      amount: calledIn,
    },
    'warning-callouts.answer-rate': {
      label: '预警叫应应答率',
      unit: '%',
      definition: '叫应日在统计期内的预警叫应：已应答的人数除以叫应对象，含跟进以后应答的；演练不计。',
      chapter: 'emergency',
      measure: 'ratio',
      on: 'calledOn',
      numerator: ({ values }) => values.answered,
      denominator: calledIn,
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-06-27',
        values: {
          event: 'flood',
          colour: 'orange',
          source: 'weather',
          number: '演示气警〔2024〕26号',
          receivedOn: '2024-06-27',
          receivedAt: '21:10',
        },
      },
      {
        step: 'call',
        on: '2024-06-27',
        values: {
          called: 36,
          answered: 34,
          means: ['phone', 'message'],
          calledAt: '21:20',
          calls: [
            { who: '石桥村支书', group: 'village', means: 'phone', at: '21:20', answeredAt: '21:21' },
            { who: '石桥村三组叫应责任人', group: 'warden', means: 'phone', at: '21:22' },
          ],
          calledOn: '2024-06-27',
        },
      },
      {
        step: 'follow',
        on: '2024-06-27',
        values: { followed: '村干部上门叫到，二十二时前都已应答', answered: 36, followedOn: '2024-06-27' },
      },
      { step: 'end', on: '2024-06-28', values: { endedOn: '2024-06-28' } },
    ],
  ],
});
