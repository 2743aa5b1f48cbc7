import {
  dayField,
  defineKind,
  file,
  link,
  linkedField,
  longText,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK, UNITS } from './desk.ts';

const fields = {
  problem: text('问题', { max: 120, help: '一条写一个问题，不写人名' }),
  opinion: link('监督意见', 'supervision-opinion'),
  drill: link('演练', 'drill', { help: '演练中发现的问题' }),
  incident: link('突发事件', 'incident', { help: '复盘要改的事' }),
  raisedOn: dayField('提出日', { help: '收到反馈意见的那一天' }),
  unit: text('责任单位', { max: 60 }),
  due: dayField('整改期限', { future: true }),
  measure: longText('整改措施', { max: 1000 }),
  doneOn: dayField('整改完成日'),
  done: longText('整改结果', { max: 1000 }),
  evidence: file('佐证材料'),
  returnedOn: dayField('核查退回日'),
  demand: longText('还要怎么改', { max: 1000 }),
  closedOn: dayField('核查销号日'),
};

/** What a drill or an incident taught (演练、复盘的改进): nobody outside has fed it back. */
function isLesson({ values: { drill, incident } }: Matter<typeof fields>): boolean {
  return drill !== undefined || incident !== undefined;
}

const fedBack = (matter: Matter<typeof fields>): boolean => !isLesson(matter);

/**
 * One problem of a supervision opinion, or one lesson of a drill or an incident, and how it is put right (整改事项); it is
 * struck off the list (销号) when checked.
 */
export const rectification = defineKind({
  code: 'rectification',
  label: '整改事项',
  room: 'oversight',
  version: 1,
  village: 'optional',
  title: 'problem',
  fields,
  states: { open: '整改中', done: '待核查', closed: '已销号' },
  steps: {
    raise: {
      label: '列入整改清单',
      by: DESK,
      basis: [cite('DC', '16-18'), cite('FY', '76')],
      from: 'start',
      to: 'open',
      day: 'raisedOn',
      asks: ['problem', 'unit'],
      may: ['due', 'opinion', 'measure'],
      usual: { unit: linkedField('opinion', 'unit') },
    },
    learn: {
      label: '列入演练、复盘要改的事',
      by: [...DESK, 'emergency-officer'],
      basis: [cite('TF', '28'), cite('TF', '92')],
      from: 'start',
      to: 'open',
      day: 'raisedOn',
      asks: ['problem', 'unit'],
      may: ['due', 'drill', 'incident', 'measure'],
      checks: [
        {
          wrong: (matter) => !isLesson(matter),
          field: 'drill',
          sentence: '没有写明是哪次演练、哪起突发事件的教训。',
          next: '请选演练或者突发事件；监督反馈的问题用“列入整改清单”。',
        },
      ],
    },
    finish: {
      label: '报告整改完成',
      by: UNITS,
      basis: cite('DC', '16-18'),
      from: ['open'],
      to: 'done',
      day: 'doneOn',
      asks: ['done'],
      may: ['measure', 'evidence'],
    },
    close: {
      label: '核查销号',
      by: DESK,
      basis: cite('DC', '16-18'),
      from: ['done'],
      to: 'closed',
      day: 'closedOn',
    },
    return: {
      label: '核查未通过，退回再改',
      by: DESK,
      basis: cite('DC', '16-18'),
      from: ['done'],
      to: 'open',
      day: 'returnedOn',
      asks: ['demand'],
      may: ['due'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'raisedOn', by: 'due', metBy: 'closedOn' }],
  figures: {
    'supervision.problems': {
      label: '监督反馈问题',
      unit: '个',
      definition:
        '提出日在统计期内、列入整改清单的问题；巡察反馈的问题只有个数，另计；演练、复盘要改的事另计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'raisedOn',
      where: fedBack,
    },
    'supervision.rectified': {
      label: '完成整改',
      unit: '个',
      definition:
        '核查销号日在统计期内的问题，含以前年度提出的；报告完成还没有核查的不计；演练、复盘要改的事另计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'closedOn',
      where: fedBack,
    },
    'supervision.rectification-rate': {
      label: '监督反馈问题整改率',
      unit: '%',
      definition:
        '提出日在统计期内的问题：已核查销号的个数除以提出的个数；不含巡察反馈的问题和演练、复盘要改的事。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'raisedOn',
      numerator: (matter) => (isLesson(matter) || matter.values.closedOn === undefined ? 0 : 1),
      denominator: (matter) => (isLesson(matter) ? 0 : 1),
    },
    'emergency-lessons': {
      label: '演练、复盘提出改进',
      unit: '件',
      definition: '提出日在统计期内、从应急演练和突发事件复盘列入整改的事。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'raisedOn',
      where: isLesson,
      relations: [{ to: 'supervision.problems', is: 'disjoint' }],
    },
    'emergency-lessons.done': {
      label: '演练、复盘改进完成',
      unit: '件',
      definition: '核查销号日在统计期内、从应急演练和突发事件复盘列入整改的事，含以前提出的。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'closedOn',
      where: isLesson,
    },
  },
  examples: [
    [
      {
        step: 'raise',
        on: '2024-03-20',
        village: '柳树村',
        values: {
          problem: '垃圾清运台账不全',
          unit: '柳树村村民委员会',
          raisedOn: '2024-03-20',
          due: '2024-05-15',
          opinion: '00000000-0000-4000-8000-000000000001',
        },
      },
      {
        step: 'finish',
        on: '2024-04-26',
        values: { done: '已补齐一至四月台账', measure: '指定专人逐日登记', doneOn: '2024-04-26' },
      },
      {
        step: 'return',
        on: '2024-04-29',
        values: { demand: '二月缺五天，请补齐', returnedOn: '2024-04-29' },
      },
      { step: 'finish', on: '2024-05-08', values: { done: '二月已补齐', doneOn: '2024-05-08' } },
      { step: 'close', on: '2024-05-10', values: { closedOn: '2024-05-10' } },
    ],
    [
      {
        step: 'learn',
        on: '2024-05-16',
        values: {
          problem: '集合点标识偏小，喇叭声音不够',
          unit: '应急管理站',
          due: '2024-06-14',
          drill: '00000000-0000-4000-8000-000000000002',
          raisedOn: '2024-05-16',
        },
      },
    ],
  ],
});
