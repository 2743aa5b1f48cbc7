import { count, dayField, defineKind, link, longText, oneOf, place, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { STATION } from './desk.ts';

/**
 * An emergency drill (应急演练), from its plan to what was learnt. It is counted as a drill and never as an incident: what is practised in
 * it (warning, evacuation, dispatch) is entered as drill records that name it. Each lesson is a rectification that links to it.
 */
export const drill = defineKind({
  code: 'drill',
  label: '应急演练',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'title',
  fields: {
    title: text('演练名称', { privacy: 'public' }),
    hazard: oneOf(
      '科目',
      {
        fire: '消防',
        forest: '森林防火',
        flood: '防汛转移',
        geology: '地质灾害避险',
        earthquake: '地震',
        mine: '矿山',
        workplace: '其他生产安全事故',
        other: '其他',
      },
      { privacy: 'public' },
    ),
    form: oneOf('形式', { field: '实战演练', tabletop: '桌面推演', alarm: '不打招呼的拉动' }),
    plan: link('检验的预案', 'emergency-plan'),
    place: place('演练地点'),
    plannedOn: dayField('计划登记日'),
    plannedFor: dayField('计划演练日', { future: true }),
    heldOn: dayField('演练日', { privacy: 'public' }),
    people: count('参演', '人次', { max: 100_000 }),
    assessment: longText('评估与改进', { max: 1000 }),
    problems: count('发现问题', '个', { max: 1000, help: '每个问题在“整改事项”里登记一条，联系到这次演练' }),
    assessedOn: dayField('评估日'),
    cancelledOn: dayField('取消日'),
    cancelFor: text('取消的原因', { max: 120 }),
  },
  states: { planned: '已计划', held: '已开展', assessed: '已评估', cancelled: '已取消' },
  steps: {
    plan: {
      label: '计划演练',
      by: ['emergency-officer', 'village-cadre'],
      basis: [cite('YJ', '8①'), cite('TF', '42')],
      from: 'start',
      to: 'planned',
      day: 'plannedOn',
      asks: ['title', 'hazard', 'plannedFor'],
      may: ['plan', 'form', 'place'],
    },
    carryOut: {
      label: '登记开展',
      by: ['emergency-officer', 'village-cadre'],
      basis: [cite('YJ', '8①'), cite('TF', '42')],
      from: ['planned'],
      to: 'held',
      day: 'heldOn',
      may: ['people', 'form', 'place'],
    },
    hold: {
      label: '登记演练',
      by: ['emergency-officer', 'village-cadre'],
      basis: [cite('YJ', '8①'), cite('TF', '42')],
      from: 'start',
      to: 'held',
      day: 'heldOn',
      asks: ['title', 'hazard'],
      may: ['plan', 'form', 'place', 'people'],
    },
    assess: {
      label: '评估演练',
      by: STATION,
      basis: cite('TF', '28'),
      from: ['held'],
      to: 'assessed',
      day: 'assessedOn',
      asks: ['assessment'],
      may: ['problems'],
    },
    cancel: {
      label: '取消',
      by: ['emergency-officer', 'village-cadre'],
      basis: cite('TF', '42'),
      from: ['planned'],
      to: 'cancelled',
      day: 'cancelledOn',
      asks: ['cancelFor'],
    },
  },
  figures: {
    'emergency-drills': {
      label: '消防及安全应急演练',
      unit: '次',
      definition: '统计期内开展的应急演练；真实的突发事件处置不是演练，不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'heldOn',
    },
    'emergency-drills.people': {
      label: '参加应急演练',
      unit: '人次',
      definition: '演练日在统计期内的应急演练参演人次之和；没有填参演人次的不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'heldOn',
      amount: ({ values }) => values.people,
    },
    'emergency-drills.problems': {
      label: '应急演练发现问题',
      unit: '个',
      definition: '评估日在统计期内的应急演练，评估时发现的问题个数之和。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'assessedOn',
      amount: ({ values }) => values.problems,
    },
  },
  disclosure: { in: ['held', 'assessed'], fields: ['title', 'hazard', 'heldOn'] },
  examples: [
    [
      {
        step: 'hold',
        on: '2024-05-12',
        values: {
          title: '防灾减灾日地震演练',
          hazard: 'earthquake',
          form: 'field',
          heldOn: '2024-05-12',
          people: 60,
        },
      },
      {
        step: 'assess',
        on: '2024-05-14',
        values: { assessment: '疏散有序，喇叭声音偏小，需增配。', problems: 1, assessedOn: '2024-05-14' },
      },
    ],
    [
      {
        step: 'plan',
        on: '2024-05-20',
        village: '石桥村',
        values: {
          title: '石桥村汛期避险转移演练',
          hazard: 'flood',
          plannedFor: '2024-06-05',
          plan: 'hazard=earthquake',
          plannedOn: '2024-05-20',
        },
      },
      {
        step: 'carryOut',
        on: '2024-06-05',
        values: { people: 84, place: '石桥村三组', heldOn: '2024-06-05' },
      },
    ],
    [
      {
        step: 'plan',
        on: '2024-09-02',
        values: {
          title: '集镇消防演练',
          hazard: 'fire',
          plannedFor: '2024-09-20',
          plannedOn: '2024-09-02',
        },
      },
      {
        step: 'cancel',
        on: '2024-09-18',
        values: { cancelFor: '强降雨，改到十月', cancelledOn: '2024-09-18' },
      },
    ],
  ],
});
