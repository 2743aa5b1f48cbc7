import { count, dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  name: text('物资名称', { max: 60 }),
  category: oneOf('类别', {
    flood: '防汛抗旱',
    fire: '防火灭火',
    rescue: '抢险救援',
    living: '生活救助',
    medical: '卫生防疫',
    light: '照明',
    signal: '通信预警',
    protection: '个人防护',
    other: '其他',
  }),
  unit: text('单位', { max: 6, help: '按什么数：把、件、顶、箱' }),
  minimum: count('乡级库最低储备', '件', { max: 1_000_000, help: '少于这个数就提醒补；不写就不提醒' }),
  villageMinimum: count('每个村级储备室最低储备', '件', { max: 1_000_000 }),
  shelfMonths: count('保质期', '个月', { min: 1, max: 600, help: '不会过期的不写' }),
  listedOn: dayField('列入日'),
  adjustedOn: dayField('调整日'),
  droppedOn: dayField('停储日'),
};

/** A kind of emergency supply (应急物资品种): what it is called, how it is counted, how much there must be, how long it keeps. */
export const supplyItem = defineKind({
  code: 'supply-item',
  label: '应急物资品种',
  room: 'emergency',
  version: 1,
  title: 'name',
  fields,
  states: { listed: '储备', dropped: '已停储' },
  steps: {
    list: {
      label: '列入',
      by: ['emergency-officer'],
      basis: cite('TF', '44'),
      from: 'start',
      to: 'listed',
      day: 'listedOn',
      asks: ['name', 'category', 'unit'],
      may: ['minimum', 'villageMinimum', 'shelfMonths'],
    },
    adjust: {
      label: '调整储备标准',
      by: ['emergency-officer'],
      basis: cite('TF', '44'),
      from: ['listed'],
      day: 'adjustedOn',
      may: ['minimum', 'villageMinimum', 'shelfMonths'],
      checks: [
        {
          wrong: (_, given) =>
            !['minimum', 'villageMinimum', 'shelfMonths'].some((field) => given.has(field)),
          field: 'minimum',
          sentence: '没有写明调整了什么。',
          next: '填调整后的最低储备或保质期。',
        },
      ],
    },
    drop: {
      label: '停储',
      by: ['emergency-officer'],
      basis: cite('TF', '44'),
      from: ['listed'],
      to: 'dropped',
      day: 'droppedOn',
    },
  },
  figures: {
    'emergency-supplies.items': {
      label: '储备的应急物资品种',
      unit: '类',
      definition: '截至统计日列入储备的应急物资品种，一个品种计一类，不论有无结存；已停储的不计。',
      chapter: 'emergency',
      measure: 'stock',
      from: 'listedOn',
      until: 'droppedOn',
    },
  },
  examples: [
    [
      {
        step: 'list',
        on: '2024-02-26',
        values: {
          name: '防汛编织袋',
          category: 'flood',
          unit: '条',
          minimum: 500,
          villageMinimum: 50,
          shelfMonths: 36,
          listedOn: '2024-02-26',
        },
      },
      { step: 'adjust', on: '2024-05-20', values: { minimum: 800, adjustedOn: '2024-05-20' } },
    ],
    [
      {
        step: 'list',
        on: '2024-02-26',
        values: { name: '煤油马灯', category: 'light', unit: '盏', listedOn: '2024-02-26' },
      },
      { step: 'drop', on: '2024-06-03', values: { droppedOn: '2024-06-03' } },
    ],
  ],
});
