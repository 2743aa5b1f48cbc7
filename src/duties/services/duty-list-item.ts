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

/** The three duty lists (三张清单) of a township. */
export const DUTY_LISTS = {
  basic: '基本履职事项清单',
  assist: '配合履职事项清单',
  withdrawn: '上级部门收回事项清单',
} as const;

const fields = {
  name: text('事项名称', { privacy: 'public' }),
  list: oneOf('哪张清单', DUTY_LISTS, { privacy: 'public' }),
  field: text('领域', { privacy: 'public', max: 40, help: '如党的建设、经济发展、民生服务' }),
  basis: text('依据', { privacy: 'public', max: 300 }),
  leader: text('牵头部门', { privacy: 'public', max: 60, help: '配合履职的填' }),
  part: text('乡镇配合的内容', { privacy: 'public', max: 300 }),
  taker: text('承接部门', { privacy: 'public', max: 60, help: '上级收回的填' }),
  way: text('承接方式', { privacy: 'public', max: 300 }),
  office: text('承办机构', { privacy: 'public', max: 60 }),
  edition: link('列入的清单版本', 'duty-list-edition', { privacy: 'public' }),
  listedOn: dayField('列入日', { privacy: 'public' }),
  amendedBy: link('调整的清单版本', 'duty-list-edition', { privacy: 'public' }),
  amendedFor: text('调整原因', { privacy: 'public', max: 120, help: '如“承接部门更名”“依据修改”' }),
  amendedOn: dayField('调整日', { privacy: 'public' }),
  removedBy: link('移出的清单版本', 'duty-list-edition', { privacy: 'public' }),
  removedFor: text('移出原因', { privacy: 'public', max: 120 }),
  removedOn: dayField('移出日', { privacy: 'public' }),
};

function inList(list: keyof typeof DUTY_LISTS, label: string) {
  return {
    label,
    unit: '项',
    definition: `截至统计日现行履职事项清单里列在“${DUTY_LISTS[list]}”的事项。`,
    chapter: 'services',
    measure: 'stock',
    from: 'listedOn',
    until: 'removedOn',
    where: ({ values }: Matter<typeof fields>) => values.list === list,
  } as const;
}

/** 配合履职的写明牵头部门，上级收回的写明承接部门。 */
const NAMES_DEPARTMENT: readonly Precondition<typeof fields>[] = [
  {
    rule: rule('QD-03'),
    breached: ({ values }) =>
      (values.list === 'assist' && values.leader === undefined) ||
      (values.list === 'withdrawn' && values.taker === undefined),
    remedy: '配合履职的请填牵头部门，上级收回的请填承接部门和方式。',
  },
];

/** One matter of the duty lists (履职事项清单事项): what the township does itself, helps with, or no longer does. */
export const dutyListItem = defineKind({
  code: 'duty-list-item',
  label: '履职事项清单事项',
  room: 'services',
  version: 1,
  title: 'name',
  fields,
  states: { listed: '现行', removed: '已移出' },
  steps: {
    list: {
      label: '列入清单',
      by: ['judicial-office'],
      basis: cite('LZQ', '*'),
      from: 'start',
      to: 'listed',
      day: 'listedOn',
      asks: ['name', 'list', 'edition'],
      may: ['field', 'basis', 'leader', 'part', 'taker', 'way', 'office'],
      usual: { list: LAST, edition: LAST },
      rules: NAMES_DEPARTMENT,
    },
    // From one list to another is no amendment: it leaves the one and is listed in the other, each on its day.
    amend: {
      label: '调整',
      by: ['judicial-office'],
      basis: cite('LZQ', '*'),
      from: ['listed'],
      day: 'amendedOn',
      asks: ['amendedBy', 'amendedFor'],
      may: ['name', 'field', 'basis', 'leader', 'part', 'taker', 'way', 'office'],
      rules: NAMES_DEPARTMENT,
    },
    remove: {
      label: '移出清单',
      by: ['judicial-office'],
      basis: cite('LZQ', '*'),
      from: ['listed'],
      to: 'removed',
      day: 'removedOn',
      asks: ['removedBy', 'removedFor'],
    },
  },
  figures: {
    'duty-items.basic': inList('basic', '基本履职事项'),
    'duty-items.assist': inList('assist', '配合履职事项'),
    'duty-items.withdrawn': inList('withdrawn', '上级部门收回事项'),
  },
  disclosure: {
    in: ['listed', 'removed'],
    fields: [
      'name',
      'list',
      'field',
      'basis',
      'leader',
      'part',
      'taker',
      'way',
      'office',
      'listedOn',
      'amendedFor',
      'amendedOn',
      'removedOn',
      'removedFor',
    ],
  },
  examples: [
    [
      {
        step: 'list',
        on: '2024-06-10',
        values: {
          name: '化解村民之间的矛盾纠纷',
          list: 'basic',
          field: '平安法治',
          office: '平安建设办公室',
          edition: '00000000-0000-4000-8000-000000000001',
          listedOn: '2024-06-10',
        },
      },
      {
        step: 'amend',
        on: '2024-09-02',
        values: {
          amendedBy: '00000000-0000-4000-8000-000000000002',
          amendedFor: '承办机构更名',
          office: '综治中心',
          amendedOn: '2024-09-02',
        },
      },
      {
        step: 'remove',
        on: '2024-12-02',
        values: {
          removedBy: '00000000-0000-4000-8000-000000000002',
          removedFor: '与另一事项合并',
          removedOn: '2024-12-02',
        },
      },
    ],
    [
      {
        step: 'list',
        on: '2024-06-10',
        values: {
          name: '在河道内非法采砂的处罚',
          list: 'withdrawn',
          taker: '县水务局',
          way: '由县水务局开展巡查并查处，乡镇发现后报告',
          edition: '00000000-0000-4000-8000-000000000001',
          listedOn: '2024-06-10',
        },
      },
    ],
  ],
});
