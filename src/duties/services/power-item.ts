import {
  dayField,
  defineKind,
  LAST,
  link,
  oneOf,
  text,
  type Matter,
  type Precondition,
} from '../../kernel/index.ts';
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

/** Why an item came, changed or went: what explains the difference between two editions. */
export const REASONS = {
  founded: '法律法规新设',
  assigned: '省级赋权或者上级下放',
  entrusted: '受委托',
  revised: '依据修改',
  repealed: '依据废止',
  withdrawn: '上级收回',
  expired: '赋权或者委托到期',
  merged: '合并、拆分、更名',
  other: '其他',
} as const;

const fields = {
  code: text('职权编码', { privacy: 'public', max: 40, code: true }),
  name: text('事项名称', { privacy: 'public' }),
  category: oneOf('类别', CATEGORIES, { privacy: 'public' }),
  basis: text('设定依据', { privacy: 'public', max: 300, help: '写明法律法规名称和条、款、项' }),
  source: oneOf(
    '权力来源',
    { direct: '法律法规直接规定', assigned: '省级赋权', entrusted: '受委托' },
    { privacy: 'public' },
  ),
  sourceDocument: text('赋权决定或委托书文号', { privacy: 'public', code: true }),
  sourcePublished: text('赋权决定或委托书公布的地方', {
    privacy: 'public',
    max: 200,
    help: '网址，或公布的报刊、公开栏',
  }),
  sourceFrom: dayField('赋权或委托起始日', { privacy: 'public', future: true }),
  sourceUntil: dayField('赋权或委托截止日', { privacy: 'public', future: true }),
  safety: oneOf(
    '许可是否直接关系安全',
    { safety: '直接关系公共安全、人身健康、生命财产安全', other: '不是' },
    { help: '许可事项填；造假、骗取的，安全类许可在一年、三年内不得再次申请' },
  ),
  office: text('承办机构', { privacy: 'public' }),
  responsibility: text('责任事项', { privacy: 'public', max: 300 }),
  phone: text('监督电话', { privacy: 'public', max: 20, help: '填办公电话，不填个人手机' }),
  phase: oneOf('监管环节', { before: '事前', during: '事中', after: '事后' }, { privacy: 'public' }),
  flow: text('办理流程', { privacy: 'public', max: 300 }),
  limit: text('办理时限', { privacy: 'public', max: 80, help: '依申请办理的填' }),
  fee: text('收费和依据', { privacy: 'public', max: 120, help: '依申请办理的填；不收费写“不收费”' }),
  materials: text('申请材料', { privacy: 'public', max: 300, help: '依申请办理的填' }),
  basisPublished: oneOf('设定依据是否公布', { published: '已经公布', unpublished: '没有公布' }),
  listedFor: oneOf('列入原因', REASONS, { privacy: 'public' }),
  edition: link('列入的清单版本', 'power-list-edition', { privacy: 'public' }),
  listedOn: dayField('列入日', { privacy: 'public' }),
  amendedFor: oneOf('调整原因', REASONS, { privacy: 'public' }),
  amendedOn: dayField('调整日', { privacy: 'public' }),
  withdrawnFor: oneOf('停用原因', REASONS, { privacy: 'public' }),
  withdrawnBy: text('收回、停用的文号', { privacy: 'public', max: 80, code: true }),
  withdrawnOn: dayField('停用日', { privacy: 'public', help: '从这天起不再办新的' }),
  removedFor: oneOf('移出原因', REASONS, { privacy: 'public' }),
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

type Condition = Precondition<typeof fields>;

/** Laws that the 生态环境法典 repealed on the day it came into force, by their whole title: a province's rules to one of them stand. */
const REPEALED =
  /《(中华人民共和国)?(环境保护法|环境影响评价法|海洋环境保护法|大气污染防治法|水污染防治法|土壤污染防治法|固体废物污染环境防治法|噪声污染防治法|放射性污染防治法|清洁生产促进法)》/;

/** 依据须已公布、未废止。 */
const ON_BASIS: readonly Condition[] = [
  {
    rule: rule('QD-06'),
    breached: ({ values }) => values.category === 'penalty' && values.basisPublished === 'unpublished',
    remedy: '没有公布的规定不得作为处罚依据，请换成已公布的依据，没有的不要列入。',
  },
  {
    rule: rule('CF-58'),
    breached: ({ values }) => REPEALED.test(values.basis ?? ''),
    remedy: '所引的法律已由生态环境法典取代，请改引法典的条文；此前的行为办案时仍可从旧兼从轻。',
  },
];

/** 赋权、委托的起止和公布。 */
const ON_SOURCE: readonly Condition[] = [
  {
    rule: rule('QD-05'),
    breached: ({ values }) =>
      values.category === 'penalty' && values.source !== 'direct' && values.sourcePublished === undefined,
    remedy: '赋权决定、委托书应当向社会公布，请填公布的地方。',
  },
  {
    rule: rule('QD-04'),
    breached: ({ values }) => values.source === 'assigned' && values.sourceFrom === undefined,
    remedy: '请填赋权的起止日期；没有截止日的，写明理由。',
  },
];

/** One matter of the list of powers and duties (权责清单事项); it belongs to the editions between its two days. */
export const powerItem = defineKind({
  code: 'power-item',
  label: '权责清单事项',
  room: 'services',
  version: 1,
  title: 'name',
  fields,
  states: { listed: '现行', withdrawn: '已停用', removed: '已移出' },
  steps: {
    list: {
      label: '列入清单',
      by: ['judicial-office'],
      basis: cite('GK', '20(2)'),
      from: 'start',
      to: 'listed',
      day: 'listedOn',
      asks: ['name', 'category', 'basis', 'source', 'office', 'edition'],
      may: [
        'code',
        'responsibility',
        'phone',
        'phase',
        'safety',
        'flow',
        'limit',
        'fee',
        'materials',
        'basisPublished',
        'listedFor',
        'sourceDocument',
        'sourcePublished',
        'sourceFrom',
        'sourceUntil',
      ],
      usual: { office: LAST, edition: LAST },
      rules: [
        ...ON_BASIS,
        ...ON_SOURCE,
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
    amend: {
      label: '调整',
      by: ['judicial-office'],
      basis: cite('GK', '20(2)'),
      from: ['listed'],
      day: 'amendedOn',
      asks: ['amendedFor'],
      may: [
        'code',
        'basis',
        'basisPublished',
        'office',
        'responsibility',
        'phone',
        'phase',
        'safety',
        'flow',
        'limit',
        'fee',
        'materials',
        'sourceDocument',
        'sourcePublished',
        'sourceFrom',
        'sourceUntil',
      ],
      rules: ON_BASIS,
    },
    withdraw: {
      label: '停用',
      by: ['judicial-office'],
      basis: [cite('CF', '24'), cite('LZQ', '*')],
      from: ['listed'],
      to: 'withdrawn',
      day: 'withdrawnOn',
      asks: ['withdrawnFor'],
      may: ['withdrawnBy'],
    },
    remove: {
      label: '移出清单',
      by: ['judicial-office'],
      basis: cite('GK', '20(2)'),
      from: ['listed'],
      to: 'removed',
      day: 'removedOn',
      sameDay: ['withdrawnOn'],
      asks: ['removedBy'],
      may: ['removedFor'],
    },
    /** Its last day of use was an earlier one, which stays. */
    removeWithdrawn: {
      label: '移出清单（已经停用的）',
      by: ['judicial-office'],
      basis: cite('GK', '20(2)'),
      from: ['withdrawn'],
      to: 'removed',
      day: 'removedOn',
      asks: ['removedBy'],
      may: ['removedFor'],
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
    'power-items.assigned': {
      label: '承接省级赋权事项',
      unit: '项',
      definition: '截至统计日现行权责清单里权力来源为省级赋权、没有停用的事项；从停用日起不计。',
      chapter: 'services',
      measure: 'stock',
      from: 'listedOn',
      until: 'withdrawnOn',
      where: ({ values }) => values.source === 'assigned',
      relations: [{ to: 'power-items.total', is: 'part-of' }],
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
    in: ['listed', 'withdrawn', 'removed'],
    fields: [
      'code',
      'name',
      'category',
      'basis',
      'source',
      'sourceDocument',
      'sourcePublished',
      'sourceFrom',
      'sourceUntil',
      'office',
      'responsibility',
      'phone',
      'phase',
      'flow',
      'limit',
      'fee',
      'materials',
      'listedOn',
      'listedFor',
      'amendedOn',
      'amendedFor',
      'withdrawnOn',
      'withdrawnFor',
      'withdrawnBy',
      'removedOn',
      'removedFor',
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
      {
        step: 'remove',
        on: '2024-11-20',
        values: {
          removedBy: '00000000-0000-4000-8000-000000000002',
          removedFor: 'revised',
          removedOn: '2024-11-20',
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
        step: 'amend',
        on: '2024-05-20',
        values: { amendedFor: 'merged', office: '村镇建设和自然资源办公室', amendedOn: '2024-05-20' },
      },
      {
        step: 'withdraw',
        on: '2024-11-11',
        values: {
          withdrawnFor: 'withdrawn',
          withdrawnBy: '样县府发〔2024〕演示号',
          withdrawnOn: '2024-11-11',
        },
      },
      {
        step: 'removeWithdrawn',
        on: '2024-11-20',
        values: {
          removedBy: '00000000-0000-4000-8000-000000000002',
          removedFor: 'withdrawn',
          removedOn: '2024-11-20',
        },
      },
    ],
  ],
});
