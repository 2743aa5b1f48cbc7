import { dayField, defineKind, file, link, linkedField, longText, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { DESK, UNITS } from './desk.ts';

/** What an upper office asks the township to do or to report (上级任务), with the day by which it must be answered. */
export const upperTask = defineKind({
  code: 'upper-task',
  label: '上级任务',
  room: 'oversight',
  version: 1,
  title: 'title',
  fields: {
    from: text('交办单位', { max: 60 }),
    title: text('任务', { max: 120 }),
    number: text('文号', { max: 60, code: true, help: '照来文写' }),
    document: link('来文', 'incoming-document', { help: '已经在收文登记里的，选它' }),
    receivedOn: dayField('收到日'),
    due: dayField('要求完成日', { future: true }),
    unit: text('承办单位', { max: 60 }),
    demand: longText('具体要求', { max: 1000 }),
    postponedOn: dayField('同意延期日'),
    answeredOn: dayField('报送日'),
    answer: longText('完成情况', { max: 2000 }),
    reply: text('报送文号', { max: 60, code: true }),
    evidence: file('报送材料'),
    endedOn: dayField('取消日'),
    reason: text('取消的原因', { max: 120 }),
  },
  states: { open: '办理中', answered: '已报送', ended: '已取消' },
  steps: {
    receive: {
      label: '登记任务',
      by: [...DESK, 'emergency-officer', 'window-clerk'],
      basis: cite('DF', '69'),
      from: 'start',
      to: 'open',
      day: 'receivedOn',
      asks: ['title', 'from'],
      may: ['due', 'unit', 'number', 'document', 'demand'],
      usual: {
        title: linkedField('document', 'title'),
        from: linkedField('document', 'from'),
        number: linkedField('document', 'number'),
      },
    },
    answer: {
      label: '报送',
      by: UNITS,
      basis: cite('DF', '69'),
      from: ['open'],
      to: 'answered',
      day: 'answeredOn',
      may: ['answer', 'reply', 'evidence'],
    },
    postpone: {
      label: '同意延期',
      by: [...DESK, 'emergency-officer', 'window-clerk'],
      basis: cite('DF', '69'),
      from: ['open'],
      to: 'open',
      day: 'postponedOn',
      asks: ['due'],
    },
    end: {
      label: '取消',
      by: DESK,
      basis: cite('DF', '69'),
      from: ['open'],
      to: 'ended',
      day: 'endedOn',
      asks: ['reason'],
    },
  },
  terms: [{ rule: 'ND-05.given', from: 'receivedOn', by: 'due', metBy: 'answeredOn' }],
  figures: {
    'upper-tasks': {
      label: '承接上级任务',
      unit: '项',
      definition: '收到日在统计期内的上级任务；后来取消的也计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
    },
    'upper-tasks.answered': {
      label: '完成上级任务',
      unit: '项',
      definition: '报送日在统计期内的上级任务，含以前收到的。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'answeredOn',
    },
    'upper-tasks.on-time-rate': {
      label: '上级任务按期完成率',
      unit: '%',
      definition:
        '要求完成日在统计期内的上级任务：在要求完成日以前报送的项数除以全部项数；取消的和没有要求完成日的不计，延期的按延期后的日期。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'due',
      numerator: ({ values: { answeredOn, due } }) =>
        answeredOn !== undefined && due !== undefined && answeredOn <= due ? 1 : 0,
      denominator: ({ state }) => (state === 'ended' ? 0 : 1),
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-09-02',
        values: {
          title: '报送上半年行政执法统计',
          from: '县司法局',
          number: '样司通〔2024〕18号',
          receivedOn: '2024-09-02',
          due: '2024-09-13',
        },
      },
      { step: 'postpone', on: '2024-09-12', values: { due: '2024-09-20', postponedOn: '2024-09-12' } },
      { step: 'answer', on: '2024-09-19', values: { answer: '已报统计表', answeredOn: '2024-09-19' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-10-08',
        values: { title: '报送秋季培训名单', from: '县司法局', receivedOn: '2024-10-08' },
      },
      { step: 'end', on: '2024-10-10', values: { reason: '来电通知培训取消', endedOn: '2024-10-10' } },
    ],
  ],
});
