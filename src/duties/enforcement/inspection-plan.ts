import { count, dayField, defineKind, list, oneOf, text, type ValueOf } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  title: text('计划名称', { privacy: 'public', max: 80, help: '如“2025年度行政检查计划”' }),
  year: count('年度', '年', { privacy: 'public', min: 2000, max: 2100 }),
  items: list(
    '检查安排',
    {
      item: text('检查事项', { privacy: 'public', max: 80 }),
      domain: oneOf('领域', {
        market: '市场监管',
        key: '直接涉及公共安全、群众生命健康的特殊行业、重点领域',
        other: '其他',
      }),
      drawing: oneOf('怎样确定对象', {
        random: '双随机（对象、人员都随机抽取）',
        all: '全覆盖',
        named: '指定对象',
      }),
      objects: count('检查对象', '家', { max: 10_000 }),
      times: count('每家检查', '次', { max: 365 }),
      cap: count('公布的每年上限', '次', { max: 365 }),
      partners: text('与哪些部门联合', { max: 80 }),
    },
    { privacy: 'public', needs: ['item', 'domain', 'drawing'] },
  ),
  draftedOn: dayField('拟定日'),
  approvedOn: dayField('批准日', { privacy: 'public' }),
  filedOn: dayField('报上级备案日'),
  publishedOn: dayField('公布日', { privacy: 'public' }),
  address: text('在哪里公布', { privacy: 'public', max: 200 }),
};
type Item = NonNullable<ValueOf<(typeof fields)['items']>>[number];

/** In market supervision objects and inspectors are drawn at random, special trades and key fields apart. */
function isToBeDrawn({ domain, drawing }: Item): boolean {
  return domain === 'market' && drawing !== 'random';
}

function exceedsCap({ times = 0, cap }: Item): boolean {
  return cap !== undefined && times > cap;
}

/** The plan of a year's inspections (年度行政检查计划). */
export const inspectionPlan = defineKind({
  code: 'inspection-plan',
  label: '年度行政检查计划',
  room: 'enforcement',
  version: 1,
  title: 'title',
  fields,
  states: { drafted: '拟定中', approved: '已批准', published: '已公布' },
  steps: {
    draft: {
      label: '拟定',
      by: ['enforcement-officer', 'judicial-office'],
      basis: [cite('YS', '54'), cite('N54', '*')],
      from: 'start',
      to: 'drafted',
      day: 'draftedOn',
      asks: ['title', 'year', 'items'],
      usual: { year: { today: 'year' } },
    },
    approve: {
      label: '批准',
      by: ['township-head', 'area-lead'],
      basis: [cite('YS', '54'), cite('N54', '*')],
      from: ['drafted'],
      to: 'approved',
      day: 'approvedOn',
      may: ['items', 'filedOn'],
      rules: [
        {
          rule: rule('ZF-13'),
          breached: ({ values }) => (values.items ?? []).some(isToBeDrawn),
          remedy: '请把市场监管领域的检查改为双随机抽取；投诉举报、转办交办的不列入计划，发生时另行检查。',
        },
        {
          rule: rule('ZF-11'),
          breached: ({ values }) => (values.items ?? []).some(exceedsCap),
          remedy: '请减少次数、合并检查或者改为书面、非现场核查。',
        },
      ],
    },
    publish: {
      label: '公布',
      by: ['enforcement-officer', 'judicial-office'],
      basis: [cite('YS', '54'), cite('N54', '*')],
      from: ['approved'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      may: ['filedOn'],
    },
  },
  disclosure: {
    in: ['published'],
    fields: ['title', 'year', 'items', 'approvedOn', 'publishedOn', 'address'],
  },
  examples: [
    [
      {
        step: 'draft',
        on: '2025-02-10',
        values: {
          title: '2025年度行政检查计划',
          year: 2025,
          items: [
            { item: '烟花爆竹零售点安全检查', domain: 'key', drawing: 'all', objects: 12, times: 2, cap: 4 },
            {
              item: '集镇餐饮店燃气使用检查',
              domain: 'market',
              drawing: 'random',
              objects: 10,
              times: 1,
              cap: 2,
              partners: '县市场监管局',
            },
          ],
          draftedOn: '2025-02-10',
        },
      },
      { step: 'approve', on: '2025-02-17', values: { approvedOn: '2025-02-17' } },
      {
        step: 'publish',
        on: '2025-02-24',
        values: { address: '乡政务公开栏、县政府网站乡镇专栏', publishedOn: '2025-02-24' },
      },
    ],
  ],
});
