import { dayField, defineKind, oneOf, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { OFFICES } from './offices.ts';

/** A post and who fills it (岗位与人员), from one day to another. */
export const staff = defineKind({
  code: 'staff',
  label: '在岗人员',
  room: 'leadership',
  version: 1,
  title: 'position',
  fields: {
    office: oneOf('所在机构', OFFICES),
    position: text('岗位', { max: 40 }),
    member: person('姓名与联系方式'),
    since: dayField('到岗日'),
    until: dayField('离岗日'),
  },
  states: { filled: '在岗', left: '已离岗' },
  steps: {
    fill: {
      label: '到岗',
      by: ['judicial-office', 'township-head', 'party-secretary'],
      basis: cite('DF', '76'),
      from: 'start',
      to: 'filled',
      day: 'since',
      asks: ['office', 'position', 'member'],
    },
    leave: {
      label: '离岗',
      by: ['judicial-office', 'township-head', 'party-secretary'],
      basis: cite('DF', '76'),
      from: ['filled'],
      to: 'left',
      day: 'until',
    },
  },
  figures: {
    'judicial-office.staff': {
      label: '司法所工作人员',
      unit: '名',
      definition: '截至统计日司法所在岗的人员，按岗位登记计；一人一岗计一名。',
      chapter: 'leadership',
      measure: 'stock',
      from: 'since',
      until: 'until',
      where: (m) => m.values.office === 'judicial-office',
      relations: [{ to: 'staff.in-post', is: 'part-of' }],
    },
    'staff.in-post': {
      label: '在岗人员',
      unit: '名',
      definition: '截至统计日各机构在岗的人员，按岗位登记计，含编外和借调在岗的；一人一岗计一名。',
      chapter: 'leadership',
      measure: 'stock',
      from: 'since',
      until: 'until',
    },
  },
  examples: [
    [
      {
        step: 'fill',
        on: '2023-08-01',
        values: {
          office: 'judicial-office',
          position: '司法所所长',
          member: { name: '田某某' },
          since: '2023-08-01',
        },
      },
      { step: 'leave', on: '2024-10-08', values: { until: '2024-10-08' } },
    ],
  ],
});
