import { count, dayField, defineKind, link, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** An emergency drill that was held (应急演练). It is counted as a drill and never as an incident. */
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
        earthquake: '地震',
        mine: '矿山',
        other: '其他',
      },
      { privacy: 'public' },
    ),
    plan: link('检验的预案', 'emergency-plan'),
    heldOn: dayField('演练日', { privacy: 'public' }),
    people: count('参演', '人次', { max: 100_000 }),
    assessment: longText('评估与改进', { max: 1000 }),
  },
  states: { held: '已开展', assessed: '已评估' },
  steps: {
    hold: {
      label: '登记演练',
      by: ['emergency-officer', 'village-cadre'],
      basis: [cite('YJ', '8①'), cite('TF', '42')],
      from: 'start',
      to: 'held',
      day: 'heldOn',
      asks: ['title', 'hazard'],
      may: ['plan', 'people'],
    },
    assess: {
      label: '评估演练',
      by: ['emergency-officer'],
      basis: cite('TF', '28'),
      from: ['held'],
      to: 'assessed',
      asks: ['assessment'],
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
  },
  disclosure: { in: ['held', 'assessed'], fields: ['title', 'hazard', 'heldOn'] },
  examples: [
    [
      {
        step: 'hold',
        on: '2024-05-12',
        values: { title: '防灾减灾日地震演练', hazard: 'earthquake', heldOn: '2024-05-12', people: 60 },
      },
      { step: 'assess', on: '2024-05-14', values: { assessment: '疏散有序，喇叭声音偏小，需增配。' } },
    ],
  ],
});
