import { count, dayField, defineKind, LAST, link, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/**
 * One matter of the yearly catalogue of major decisions (重大行政决策目录事项). Only what stands in the published catalogue runs
 * the whole procedure of a `decision`; other matters are an item on the agenda of a gathering (一般事项集体研究).
 */
export const decisionCatalogueItem = defineKind({
  code: 'decision-catalogue-item',
  label: '重大行政决策目录事项',
  room: 'decisions',
  version: 1,
  title: 'name',
  fields: {
    name: text('事项名称', { privacy: 'public' }),
    year: count('目录年度', '年', { privacy: 'public', min: 2000, max: 2100 }),
    office: text('承办单位', { privacy: 'public', max: 60 }),
    category: oneOf(
      '事项类别',
      {
        policy: '公共服务、社会管理等重大公共政策和措施',
        planning: '经济和社会发展等方面的重要规划',
        resources: '开发利用、保护重要自然资源和文化资源',
        project: '本行政区域的重大公共建设项目',
        other: '涉及重大公共利益或者群众切身利益的其他重大事项',
      },
      { privacy: 'public' },
    ),
    agreedOn: dayField('同级党委同意日', { privacy: 'public' }),
    meeting: link('同意的党委会议', 'gathering'),
    checkedOn: dayField('公布前保密审查日'),
    address: text('公布位置', { privacy: 'public', help: '网址，或者公开栏的位置' }),
    publishedOn: dayField('公布日', { privacy: 'public' }),
    until: dayField('失效日', {
      privacy: 'public',
      future: true,
      help: '年度目录一般填次年1月1日，从这一天起不再计入；不填就算到移出为止',
    }),
    ending: oneOf(
      '移出原因',
      { done: '已经办结', adjusted: '目录调整', expired: '目录到期' },
      { privacy: 'public' },
    ),
  },
  states: { listed: '拟列入', published: '已公布', removed: '已移出' },
  steps: {
    list: {
      label: '拟列入目录',
      by: ['judicial-office', 'area-lead'],
      basis: cite('JC', '3'),
      from: 'start',
      to: 'listed',
      asks: ['name', 'year', 'office'],
      may: ['category', 'agreedOn', 'meeting'],
      usual: { year: { today: 'year' }, office: LAST },
    },
    publish: {
      label: '公布目录',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('JC', '3'), cite('GK', '17'), cite('GK', '26')],
      from: ['listed'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      may: ['agreedOn', 'meeting', 'checkedOn', 'until'],
      rules: [
        {
          rule: rule('JC-02'),
          breached: ({ values: { agreedOn }, actOn }) => agreedOn === undefined || agreedOn > actOn,
          remedy: '请先报乡镇党委同意，填写同意的日期，再公布目录。',
        },
        {
          rule: rule('GK-05'),
          breached: ({ values: { checkedOn }, actOn }) => checkedOn === undefined || checkedOn > actOn,
          remedy: '请先由专人做公布前的保密审查，填写审查日期。',
        },
      ],
    },
    remove: {
      label: '移出目录',
      by: ['judicial-office', 'area-lead'],
      basis: cite('JC', '3'),
      from: ['listed', 'published'],
      to: 'removed',
      day: 'until',
      asks: ['ending'],
    },
  },
  terms: [{ rule: 'GK-08', from: 'agreedOn', metBy: 'publishedOn' }],
  figures: {
    'decision-catalogue.items': {
      label: '列入重大行政决策目录的事项',
      unit: '项',
      definition:
        '截至统计日已经公布、没有移出也没有失效的目录事项；拟列入而没有公布的不计。一般事项集体研究不在目录里，不计。',
      chapter: 'decisions',
      measure: 'stock',
      from: 'publishedOn',
      until: 'until',
    },
  },
  disclosure: {
    in: ['published', 'removed'],
    fields: ['name', 'year', 'office', 'category', 'agreedOn', 'address', 'publishedOn', 'until', 'ending'],
  },
  examples: [
    [
      {
        step: 'list',
        on: '2024-01-22',
        values: {
          name: '石桥片区农村供水工程',
          year: 2024,
          office: '村镇建设服务中心',
          category: 'project',
        },
      },
      {
        step: 'publish',
        on: '2024-02-20',
        values: {
          address: '乡政务公开栏、县政府网站乡镇专栏',
          agreedOn: '2024-02-05',
          checkedOn: '2024-02-18',
          publishedOn: '2024-02-20',
        },
      },
      { step: 'remove', on: '2024-12-30', values: { ending: 'done', until: '2024-12-30' } },
    ],
  ],
});
