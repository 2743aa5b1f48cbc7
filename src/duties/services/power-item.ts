import { dayField, defineKind, link, oneOf, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** The ten categories of powers and duties (权责事项), as 中办发〔2015〕21号 names them. */
export const CATEGORIES = {
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  levy: '行政征收',
  payment: '行政给付',
  inspection: '行政检查',
  confirmation: '行政确认',
  reward: '行政奖励',
  adjudication: '行政裁决',
  other: '其他',
} as const;
type Category = keyof typeof CATEGORIES;

const fields = {
  name: text('事项名称', { privacy: 'public' }),
  category: oneOf('类别', CATEGORIES, { privacy: 'public' }),
  basis: text('设定依据', { privacy: 'public', max: 300, help: '写明法律法规名称和条、款、项' }),
  source: oneOf(
    '权力来源',
    { direct: '法律法规直接规定', assigned: '省级赋权', entrusted: '受委托' },
    { privacy: 'public' },
  ),
  sourceDocument: text('赋权决定或委托书文号', { privacy: 'public', code: true }),
  sourceUntil: dayField('赋权或委托截止日', { privacy: 'public', future: true }),
  office: text('承办机构', { privacy: 'public' }),
  responsibility: text('责任事项', { privacy: 'public', max: 300 }),
  phone: text('监督电话', { privacy: 'public', max: 20, help: '填办公电话，不填个人手机' }),
  edition: link('列入的清单版本', 'power-list-edition', { privacy: 'public' }),
  listedOn: dayField('列入日', { privacy: 'public' }),
  removedBy: link('移出的清单版本', 'power-list-edition', { privacy: 'public' }),
  removedOn: dayField('移出日', { privacy: 'public' }),
};

function ofCategory(category: Category) {
  return {
    label: CATEGORIES[category],
    unit: '项',
    definition: `截至统计日现行权责清单里类别为“${CATEGORIES[category]}”的事项。`,
    chapter: 'services',
    measure: 'stock',
    from: 'listedOn',
    until: 'removedOn',
    where: (m: Matter<typeof fields>) => m.values.category === category,
    relations: [{ to: 'power-items.total', is: 'part-of' }],
  } as const;
}

/** One matter of the list of powers and duties (权责清单事项); it belongs to the editions between its two days. */
export const powerItem = defineKind({
  code: 'power-item',
  label: '权责清单事项',
  room: 'services',
  version: 1,
  title: 'name',
  fields,
  states: { listed: '现行', removed: '已移出' },
  steps: {
    list: {
      label: '列入清单',
      by: ['judicial-office'],
      basis: cite('GK', '20(2)'),
      from: 'start',
      to: 'listed',
      day: 'listedOn',
      asks: ['name', 'category', 'basis', 'source', 'office', 'edition'],
      may: ['responsibility', 'phone', 'sourceDocument', 'sourceUntil'],
      rules: [
        {
          // 赋权、委托都有文号：没有决定就没有这项权力(处罚法24条)，委托要书面(20条)。
          rule: rule('CF-04'),
          breached: ({ values }) =>
            values.category === 'penalty' &&
            values.source === 'assigned' &&
            values.sourceDocument === undefined,
          remedy: '请填省级赋权决定的文号；没有公布的赋权决定，这项处罚权不能列入。',
        },
        {
          rule: rule('CF-05'),
          breached: ({ values }) =>
            values.category === 'penalty' &&
            values.source === 'entrusted' &&
            values.sourceDocument === undefined,
          remedy: '请填书面委托的文号和期限。',
        },
        {
          // 省级只能把处罚权交给乡镇，不能这样交许可权(处罚法24条、许可法22—25条)。
          rule: rule('XK-01'),
          breached: ({ values }) => values.category === 'licence' && values.source === 'assigned',
          remedy: '许可权不能由省级赋权取得；请核对是法律直接规定还是受委托。',
        },
        {
          rule: rule('QZ-01'),
          breached: ({ values }) => values.category === 'coercion' && values.source === 'entrusted',
          remedy: '行政强制措施权不得委托；没有法律法规直接规定的，不能列入。',
        },
      ],
    },
    remove: {
      label: '移出清单',
      by: ['judicial-office'],
      basis: cite('GK', '20(2)'),
      from: ['listed'],
      to: 'removed',
      day: 'removedOn',
      asks: ['removedBy'],
    },
  },
  figures: {
    'power-items.total': {
      label: '权责清单事项',
      unit: '项',
      definition: '截至统计日现行权责清单里的全部事项，等于各类别之和。',
      chapter: 'services',
      measure: 'stock',
      from: 'listedOn',
      until: 'removedOn',
    },
    'power-items.licence': ofCategory('licence'),
    'power-items.penalty': ofCategory('penalty'),
    'power-items.coercion': ofCategory('coercion'),
    'power-items.levy': ofCategory('levy'),
    'power-items.payment': ofCategory('payment'),
    'power-items.inspection': ofCategory('inspection'),
    'power-items.confirmation': ofCategory('confirmation'),
    'power-items.reward': ofCategory('reward'),
    'power-items.adjudication': ofCategory('adjudication'),
    'power-items.other': ofCategory('other'),
  },
  disclosure: {
    in: ['listed', 'removed'],
    fields: [
      'name',
      'category',
      'basis',
      'source',
      'sourceDocument',
      'office',
      'responsibility',
      'phone',
      'listedOn',
      'removedOn',
    ],
  },
  examples: [
    [
      {
        step: 'list',
        on: '2024-01-15',
        values: {
          name: '农村村民住宅用地审核批准',
          category: 'licence',
          basis: '《中华人民共和国土地管理法》第六十二条',
          source: 'direct',
          office: '农业农村服务中心',
          edition: '00000000-0000-4000-8000-000000000001',
          listedOn: '2024-01-15',
        },
      },
    ],
    [
      {
        step: 'list',
        on: '2024-01-15',
        values: {
          name: '农村危房改造初审',
          category: 'other',
          basis: '《中华人民共和国城乡规划法》第六十五条',
          source: 'direct',
          office: '村镇建设服务中心',
          edition: '00000000-0000-4000-8000-000000000001',
          listedOn: '2024-01-15',
        },
      },
      {
        step: 'remove',
        on: '2024-11-20',
        values: { removedBy: '00000000-0000-4000-8000-000000000002', removedOn: '2024-11-20' },
      },
    ],
  ],
});
