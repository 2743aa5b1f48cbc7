import { count, dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { OFFICES } from './offices.ts';

/** How many posts an office was granted (核定编制). Who fills them is the staff's own register; the rest is vacant. */
export const establishment = defineKind({
  code: 'establishment',
  label: '核定编制',
  room: 'leadership',
  version: 1,
  title: 'office',
  fields: {
    office: oneOf('所在机构', OFFICES),
    sort: oneOf('编制类别', { administrative: '行政编制', public: '事业编制', special: '政法专项编制' }),
    posts: count('核定编制', '名', { max: 1000 }),
    document: text('文件名称和文号', { max: 120, code: true, help: '机构编制部门的批复，照原文写' }),
    since: dayField('核定日'),
    until: dayField('停用日', { help: '调整编制时停用这一条，另登记新的' }),
  },
  states: { granted: '现行', ended: '已停用' },
  steps: {
    grant: {
      label: '登记编制',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: cite('DF', '76'),
      from: 'start',
      to: 'granted',
      day: 'since',
      asks: ['office', 'posts'],
      may: ['sort', 'document'],
    },
    end: {
      label: '停用',
      by: ['judicial-office', 'area-lead', 'party-secretary', 'township-head'],
      basis: cite('DF', '76'),
      from: ['granted'],
      to: 'ended',
      day: 'until',
    },
  },
  figures: {
    'establishment.posts': {
      label: '核定编制',
      unit: '名',
      definition: '截至统计日现行的各机构核定编制数之和；空缺数是核定数减去在岗数，按机构看“编制和空缺”。',
      chapter: 'leadership',
      measure: 'stock',
      from: 'since',
      until: 'until',
      amount: ({ values }) => values.posts,
    },
    'judicial-office.establishment': {
      label: '司法所核定编制',
      unit: '名',
      definition: '截至统计日现行的司法所核定编制数；县里派驻的人员编制在县司法局的，不在这里计。',
      chapter: 'leadership',
      measure: 'stock',
      from: 'since',
      until: 'until',
      where: ({ values }) => values.office === 'judicial-office',
      amount: ({ values }) => values.posts,
      relations: [{ to: 'establishment.posts', is: 'part-of' }],
    },
  },
  examples: [
    [
      {
        step: 'grant',
        on: '2022-06-20',
        values: {
          office: 'judicial-office',
          sort: 'special',
          posts: 2,
          document: '样县编办〔2022〕6号',
          since: '2022-06-20',
        },
      },
      { step: 'end', on: '2024-09-02', values: { until: '2024-09-02' } },
    ],
  ],
});
