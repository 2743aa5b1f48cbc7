import { dayField, defineKind, longText } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A shortcoming and its cause (不足和原因) for the report's second part; next year's report must answer it. */
export const shortcoming = defineKind({
  code: 'shortcoming',
  label: '不足和原因',
  room: 'leadership',
  version: 1,
  title: 'problem',
  fields: {
    problem: longText('存在的不足', {
      max: 200,
      help: '要写数时填指标代码，如{judicial-office.staff}；手写的数会标为未佐证',
    }),
    cause: longText('原因', { max: 300 }),
    notedOn: dayField('提出日'),
    answer: longText('整改情况', { max: 300 }),
    answeredOn: dayField('答复日'),
  },
  states: { noted: '待整改', answered: '已答复' },
  steps: {
    note: {
      label: '提出不足',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: cite('DCG', '24'),
      from: 'start',
      to: 'noted',
      day: 'notedOn',
      asks: ['problem'],
      may: ['cause'],
    },
    answer: {
      label: '答复整改',
      by: ['judicial-office', 'area-lead'],
      basis: cite('DCG', '24'),
      from: ['noted'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['answer'],
    },
  },
  examples: [
    [
      {
        step: 'note',
        on: '2024-12-16',
        values: {
          problem: '法治人才不足，司法所现有工作人员{judicial-office.staff}',
          cause: '编制少，人员流动快',
          notedOn: '2024-12-16',
        },
      },
      {
        step: 'answer',
        on: '2025-06-10',
        values: { answer: '已争取一名公益岗协助', answeredOn: '2025-06-10' },
      },
    ],
  ],
});
