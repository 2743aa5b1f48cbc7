import { count, dayField, defineKind, link, oneOf, text, timeField } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { ON_THE_SPOT } from './desk.ts';

/** A rescue team that is sent to an incident (队伍调派), until it is back. In a drill it is a drill record, as its incident is. */
export const teamDispatch = defineKind({
  code: 'team-dispatch',
  label: '队伍调派',
  room: 'emergency',
  version: 1,
  practised: true,
  village: 'optional',
  title: 'task',
  fields: {
    incident: link('突发事件', 'incident'),
    team: link('队伍', 'rescue-team'),
    task: oneOf('任务', {
      rescue: '救援、搜救',
      evacuate: '转移群众',
      fire: '扑救',
      flood: '抢险排涝',
      cordon: '警戒、疏导',
      repair: '抢通',
      supplies: '运送物资',
      other: '其他',
    }),
    people: count('出动', '人', { min: 1, max: 10_000 }),
    sentOn: dayField('出动日'),
    sentAt: timeField('出动时间'),
    arrivedAt: timeField('到达时间'),
    backOn: dayField('归队日'),
    hurt: count('受伤', '人', { max: 1000 }),
    result: text('做了什么', { max: 200, help: '不写人名' }),
  },
  states: { out: '在外', back: '已归队' },
  steps: {
    send: {
      label: '登记出动',
      by: ON_THE_SPOT,
      basis: [cite('TF', '39②'), cite('TF', '72')],
      from: 'start',
      to: 'out',
      day: 'sentOn',
      asks: ['incident', 'team', 'task', 'people'],
      may: ['sentAt', 'arrivedAt'],
    },
    return: {
      label: '登记归队',
      by: ON_THE_SPOT,
      basis: cite('TF', '72'),
      from: ['out'],
      to: 'back',
      day: 'backOn',
      may: ['arrivedAt', 'hurt', 'result'],
    },
  },
  figures: {
    'rescue.dispatches': {
      label: '调派应急救援队伍',
      unit: '支次',
      definition: '出动日在统计期内的队伍调派，一支队伍去一次计一支次；演练中的调派不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'sentOn',
    },
    'rescue.people-sent': {
      label: '出动应急救援队员',
      unit: '人次',
      definition: '出动日在统计期内的队伍调派，出动人数之和；演练中的调派不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'sentOn',
      amount: ({ values }) => values.people,
    },
  },
  examples: [
    [
      {
        step: 'send',
        on: '2024-06-28',
        values: {
          incident: '00000000-0000-4000-8000-000000000001',
          team: '00000000-0000-4000-8000-000000000002',
          task: 'evacuate',
          people: 9,
          sentOn: '2024-06-28',
          sentAt: '05:45',
        },
      },
      {
        step: 'return',
        on: '2024-06-28',
        values: { arrivedAt: '06:00', hurt: 0, result: '转移四户到村小学', backOn: '2024-06-28' },
      },
    ],
  ],
});
