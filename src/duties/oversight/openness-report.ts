import { count, dayField, defineKind, file, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** The yearly report on openness (政府信息公开工作年度报告); the day by which it is due is the province's or county's. */
export const opennessReport = defineKind({
  code: 'openness-report',
  label: '信息公开年度报告',
  room: 'oversight',
  version: 1,
  title: 'title',
  fields: {
    title: text('名称', { privacy: 'public', max: 80 }),
    year: count('年度', '年', { privacy: 'public', min: 2008, max: 2200 }),
    /** The last day that it counts: its term runs from here, however late it is begun. */
    cutOffOn: dayField('统计截止日', { help: '一般是上一年12月31日' }),
    begunOn: dayField('开始编制日'),
    report: file('报告'),
    address: text('公布位置', { privacy: 'public', max: 200 }),
    publishedOn: dayField('公布日', { privacy: 'public' }),
  },
  states: { begun: '编制中', published: '已公布' },
  steps: {
    begin: {
      label: '开始编制',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('GK', '4'), cite('GK', '50')],
      from: 'start',
      to: 'begun',
      day: 'begunOn',
      asks: ['title', 'year', 'cutOffOn'],
      usual: { year: { today: 'last-year' } },
    },
    publish: {
      label: '公布',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '50'),
      from: ['begun'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      may: ['report'],
    },
  },
  terms: [{ rule: 'GK-20', from: 'cutOffOn', metBy: 'publishedOn' }],
  disclosure: { in: ['published'], fields: ['title', 'year', 'address', 'publishedOn'] },
  examples: [
    [
      {
        step: 'begin',
        on: '2024-01-08',
        values: {
          title: '2023年政府信息公开工作年度报告',
          year: 2023,
          cutOffOn: '2023-12-31',
          begunOn: '2024-01-08',
        },
      },
      { step: 'publish', on: '2024-01-24', values: { address: '县政府网站', publishedOn: '2024-01-24' } },
    ],
  ],
});
