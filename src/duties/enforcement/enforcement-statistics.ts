import { count, dayField, defineKind, file, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** The yearly statistics of enforcement (行政执法统计年报): reported upwards and published. Its numbers are the figures'. */
export const enforcementStatistics = defineKind({
  code: 'enforcement-statistics',
  label: '行政执法统计年报',
  room: 'enforcement',
  version: 1,
  title: 'title',
  fields: {
    title: text('名称', { privacy: 'public', max: 80, help: '如“2024年度行政执法统计年报”' }),
    year: count('统计年度', '年', { privacy: 'public', min: 2000, max: 2100 }),
    through: dayField('统计截止日', { help: '上一年的12月31日；公开期限从这一天起算' }),
    compiledOn: dayField('编制日'),
    table: file('统计表', { help: '各项数从“数据”里取，与年度报告一致' }),
    reportedOn: dayField('报送日'),
    reportedTo: text('报送给谁', { max: 120, help: '县人民政府、县司法局等' }),
    publishedOn: dayField('公开日', { privacy: 'public' }),
    address: text('在哪里公开', { privacy: 'public', max: 200 }),
  },
  states: { compiled: '已编制', reported: '已报送', published: '已公开' },
  steps: {
    compile: {
      label: '编制',
      by: ['judicial-office', 'enforcement-officer'],
      basis: cite('N118', '*'),
      from: 'start',
      to: 'compiled',
      day: 'compiledOn',
      asks: ['title', 'year', 'through'],
      may: ['table'],
      usual: { year: { today: 'last-year' } },
    },
    report: {
      label: '报送',
      by: ['judicial-office', 'enforcement-officer'],
      basis: cite('N118', '*'),
      from: ['compiled'],
      to: 'reported',
      day: 'reportedOn',
      asks: ['reportedTo'],
      may: ['table'],
    },
    publish: {
      label: '公开',
      by: ['judicial-office', 'enforcement-officer'],
      basis: cite('N118', '*'),
      from: ['compiled', 'reported'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      rules: [
        {
          rule: rule('ZF-05'),
          breached: ({ values, actOn }) => values.reportedOn === undefined || values.reportedOn > actOn,
          remedy: '请同时报本级政府和上级主管部门，并登记报送日。',
        },
      ],
    },
  },
  terms: [{ rule: 'ZF-05', from: 'through', metBy: 'publishedOn' }],
  disclosure: { in: ['published'], fields: ['title', 'year', 'publishedOn', 'address'] },
  examples: [
    [
      {
        step: 'compile',
        on: '2024-01-12',
        values: {
          title: '2023年度行政执法统计年报',
          year: 2023,
          through: '2023-12-31',
          compiledOn: '2024-01-12',
        },
      },
      { step: 'report', on: '2024-01-19', values: { reportedTo: '县司法局', reportedOn: '2024-01-19' } },
      {
        step: 'publish',
        on: '2024-01-26',
        values: { address: '乡政务公开栏、县政府网站乡镇专栏', publishedOn: '2024-01-26' },
      },
    ],
  ],
});
