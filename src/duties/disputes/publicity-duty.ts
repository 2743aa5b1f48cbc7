import {
  count,
  dayField,
  defineKind,
  longText,
  manyOf,
  oneOf,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { AUDIENCES, OFFICES, THEMES } from './publicity-words.ts';

const fields = {
  title: text('普法责任事项', { privacy: 'public', max: 80, help: '如“民法典进村寨”' }),
  office: oneOf('责任单位', OFFICES, { privacy: 'public' }),
  listedOn: dayField('列入日', { privacy: 'public' }),
  dueOn: dayField('完成时限', {
    privacy: 'public',
    future: true,
    help: '年度清单一般填当年12月31日；这一天在哪一年，就是哪一年的清单',
  }),
  theme: oneOf('主题', THEMES, { privacy: 'public' }),
  law: text('重点宣传的法律法规', { privacy: 'public', max: 120 }),
  audience: manyOf('对象', AUDIENCES, { privacy: 'public' }),
  way: oneOf(
    '方式',
    {
      activity: '宣传活动',
      case: '以案释法',
      enforcement: '执法中释法说理',
      lecture: '讲座、培训',
      media: '媒体和阵地',
    },
    { privacy: 'public' },
  ),
  planned: count('计划开展', '次', { privacy: 'public', min: 1, max: 1000 }),
  progress: longText('进展', { max: 300 }),
  completedOn: dayField('完成日', { privacy: 'public' }),
  droppedOn: dayField('移出日'),
  droppedFor: longText('移出原因', { max: 200 }),
};
type Duty = Matter<typeof fields>;

/** What was taken off the list is neither owed nor done. */
const stands = ({ state }: Duty): boolean => state !== 'dropped';

/**
 * One item of the list of who explains which law (普法责任清单), of an office and the year of its term. Activities and
 * gatherings point to the item that they serve; nothing of them is typed again here.
 */
export const publicityDuty = defineKind({
  code: 'publicity-duty',
  label: '普法责任清单',
  room: 'disputes',
  version: 1,
  title: 'title',
  fields,
  states: { listed: '进行中', completed: '已完成', dropped: '已移出' },
  steps: {
    list: {
      label: '列入清单',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('PF', '9'), cite('PFZ', '*')],
      from: 'start',
      to: 'listed',
      day: 'listedOn',
      asks: ['title', 'office', 'dueOn'],
      may: ['theme', 'law', 'audience', 'way', 'planned'],
    },
    advance: {
      label: '登记进展',
      by: ['judicial-office', 'area-lead', 'enforcement-officer', 'emergency-officer', 'village-cadre'],
      basis: cite('PFZ', '*'),
      from: ['listed'],
      asks: ['progress'],
    },
    complete: {
      label: '登记完成',
      by: ['judicial-office', 'area-lead'],
      basis: cite('PFZ', '*'),
      from: ['listed'],
      to: 'completed',
      day: 'completedOn',
      may: ['progress'],
    },
    drop: {
      label: '移出清单',
      by: ['judicial-office', 'area-lead'],
      basis: cite('PFZ', '*'),
      from: ['listed'],
      to: 'dropped',
      day: 'droppedOn',
      asks: ['droppedFor'],
    },
  },
  terms: [{ rule: 'PF-12', from: 'listedOn', metBy: 'completedOn', by: 'dueOn', where: stands }],
  figures: {
    'publicity-duties.listed': {
      label: '普法责任清单事项',
      unit: '项',
      definition: '完成时限在统计期内的普法责任清单事项，各责任单位合计；已移出清单的不计。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'dueOn',
      counter: false,
      where: stands,
    },
    'publicity-duties.completion-rate': {
      label: '普法责任清单完成率',
      unit: '%',
      definition: '完成时限在统计期内的普法责任清单事项：已完成的项数除以没有移出的项数。',
      chapter: 'disputes',
      measure: 'ratio',
      on: 'dueOn',
      numerator: (m) => (m.state === 'completed' ? 1 : undefined),
      denominator: (m) => (stands(m) ? 1 : undefined),
    },
  },
  disclosure: {
    in: ['listed', 'completed'],
    fields: ['title', 'office', 'dueOn', 'theme', 'law', 'audience', 'way', 'planned', 'completedOn'],
  },
  examples: [
    [
      {
        step: 'list',
        on: '2024-02-19',
        values: {
          title: '民法典进村寨',
          office: 'judicial-office',
          listedOn: '2024-02-19',
          dueOn: '2024-12-31',
          theme: 'civil-code-month',
          law: '民法典',
          audience: ['villagers', 'elderly'],
          way: 'activity',
          planned: 11,
        },
      },
      { step: 'advance', on: '2024-06-14', values: { progress: '已走完七个村，其余村在农闲时去' } },
      { step: 'complete', on: '2024-11-08', values: { completedOn: '2024-11-08' } },
    ],
    [
      {
        step: 'list',
        on: '2024-02-19',
        values: {
          title: '新修订办法解读',
          office: 'other',
          listedOn: '2024-02-19',
          dueOn: '2024-09-30',
          way: 'media',
        },
      },
      {
        step: 'drop',
        on: '2024-07-02',
        values: { droppedFor: '办法没有如期出台，列入下一年度', droppedOn: '2024-07-02' },
      },
    ],
  ],
});
