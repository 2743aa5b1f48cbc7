import { dayField, defineKind, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** The counsel of a village (村法律顾问): one village, one counsel, with what the village board shows. */
export const villageCounsel = defineKind({
  code: 'village-counsel',
  label: '村法律顾问',
  room: 'counsel',
  version: 1,
  village: 'required',
  title: 'firm',
  fields: {
    firm: text('所在单位', { privacy: 'public', max: 60 }),
    counsel: person('律师姓名与联系方式'),
    duties: text('职责范围', { privacy: 'public', max: 200 }),
    since: dayField('聘期开始日', { privacy: 'public' }),
    until: dayField('聘期结束日', { privacy: 'public', future: true, help: '聘期满后的第一天' }),
    postedOn: dayField('上墙公开日', { privacy: 'public' }),
  },
  states: { engaged: '聘期内', ended: '已结束' },
  steps: {
    engage: {
      label: '聘用',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: 'start',
      to: 'engaged',
      day: 'since',
      asks: ['firm', 'counsel'],
      may: ['duties', 'until', 'postedOn'],
    },
    post: {
      label: '上墙公开',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['engaged'],
      to: 'engaged',
      day: 'postedOn',
      may: ['duties'],
    },
    end: {
      label: '结束聘用',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['engaged'],
      to: 'ended',
      day: 'until',
    },
  },
  figures: {
    'villages.with-counsel': {
      label: '实现村法律顾问全覆盖的村',
      unit: '个',
      definition: '截至统计日有法律顾问在聘期内的村，一村只计一个。',
      chapter: 'services',
      measure: 'distinct',
      from: 'since',
      until: 'until',
      key: (m) => m.village,
    },
  },
  disclosure: { in: ['engaged'], fields: ['firm', 'duties', 'since', 'postedOn'] },
  examples: [
    [
      {
        step: 'engage',
        on: '2024-01-10',
        village: '柳树村',
        values: {
          firm: '贵州样稿律师事务所',
          counsel: { name: '冉某某' },
          duties: '解答法律咨询、审查村务合同',
          since: '2024-01-10',
        },
      },
      { step: 'post', on: '2024-01-20', values: { postedOn: '2024-01-20' } },
      { step: 'end', on: '2025-01-10', values: { until: '2025-01-10' } },
    ],
  ],
});
