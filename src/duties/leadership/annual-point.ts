import { count, dayField, defineKind, longText, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { SETTERS } from './leaders.ts';
import { OFFICES } from './offices.ts';

/** One point of the year's work (年度工作要点). What is done for it are its tasks; how far it is they say. */
export const annualPoint = defineKind({
  code: 'annual-point',
  label: '年度工作要点',
  room: 'leadership',
  version: 1,
  title: 'point',
  fields: {
    point: longText('要点', { max: 300, help: '一条写一件事' }),
    year: count('年度', '年', { min: 2000, max: 2999 }),
    office: oneOf('牵头机构', OFFICES),
    document: text('文件名称和文号', { max: 120, code: true, help: '印发要点的文件' }),
    setOn: dayField('确定日'),
    droppedOn: dayField('取消日'),
    reason: text('取消的原因', { max: 120 }),
  },
  states: { set: '已确定', dropped: '已取消' },
  steps: {
    set: {
      label: '确定要点',
      by: SETTERS,
      basis: [cite('DYZ', '4-6'), cite('DCG', 'c4')],
      from: 'start',
      to: 'set',
      day: 'setOn',
      asks: ['point', 'year'],
      may: ['office', 'document'],
    },
    drop: {
      label: '取消',
      by: SETTERS,
      basis: cite('DCG', 'c4'),
      from: ['set'],
      to: 'dropped',
      day: 'droppedOn',
      asks: ['reason'],
    },
  },
  figures: {
    'annual-points': {
      label: '确定法治建设年度工作要点',
      unit: '项',
      definition: '确定日在统计期内的年度工作要点；后来取消的不计。',
      chapter: 'leadership',
      measure: 'flow',
      counter: false,
      on: 'setOn',
      where: ({ state }) => state !== 'dropped',
    },
  },
  examples: [
    [
      {
        step: 'set',
        on: '2024-02-20',
        values: {
          point: '规范行政执法，全年案卷评查不少于两轮',
          year: 2024,
          office: 'enforcement',
          setOn: '2024-02-20',
        },
      },
      {
        step: 'drop',
        on: '2024-07-15',
        values: { reason: '县里统一组织评查，并入县里安排', droppedOn: '2024-07-15' },
      },
    ],
  ],
});
