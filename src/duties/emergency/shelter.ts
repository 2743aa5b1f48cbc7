import {
  count,
  dayField,
  defineKind,
  manyOf,
  oneOf,
  person,
  place,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  name: text('名称', { privacy: 'public', max: 60 }),
  place: place('位置', { privacy: 'public' }),
  type: oneOf(
    '类别',
    {
      school: '学校',
      committee: '村委会、文化活动室',
      square: '广场、空地',
      other: '其他',
    },
    { privacy: 'public' },
  ),
  suits: manyOf(
    '适合什么时候用',
    { flood: '洪涝', geology: '地质灾害', earthquake: '地震', weather: '大风、雨雪', fire: '火灾' },
    { privacy: 'public' },
  ),
  capacity: count('可容纳', '人', { privacy: 'public', min: 1, max: 100_000 }),
  route: text('转移路线', {
    privacy: 'public',
    max: 200,
    help: '从危险区怎么走，如“三组沿机耕道到村小学，不走河边”',
  }),
  keeper: person('责任人和电话'),
  openedOn: dayField('启用日'),
  checkedOn: dayField('检查日'),
  found: text('检查情况', { max: 200 }),
  closedOn: dayField('停用日'),
};

function inUse(
  label: string,
  unit: string,
  definition: string,
  amount?: (m: Matter<typeof fields>) => number | undefined,
) {
  const measured = { chapter: 'emergency', measure: 'stock', from: 'openedOn', until: 'closedOn' } as const;
  return { label, unit, definition, ...measured, ...(amount ? { amount } : {}) } as const;
}

/** A place to shelter in (避灾点、应急避难场所): the public may know it and the way there. */
export const shelter = defineKind({
  code: 'shelter',
  label: '避灾点',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { inUse: '在用', closed: '已停用' },
  steps: {
    open: {
      label: '启用',
      by: ['emergency-officer', 'village-cadre'],
      basis: [cite('TF', '31'), cite('DZ', '29')],
      from: 'start',
      to: 'inUse',
      day: 'openedOn',
      asks: ['name', 'place', 'capacity'],
      may: ['type', 'suits', 'route', 'keeper'],
    },
    check: {
      label: '登记检查',
      by: ['emergency-officer', 'village-cadre'],
      basis: cite('TF', '31'),
      from: ['inUse'],
      to: 'inUse',
      day: 'checkedOn',
      asks: ['found'],
      may: ['capacity', 'route', 'keeper'],
    },
    close: {
      label: '停用',
      by: ['emergency-officer', 'village-cadre'],
      basis: cite('TF', '31'),
      from: ['inUse'],
      to: 'closed',
      day: 'closedOn',
    },
  },
  figures: {
    shelters: inUse('避灾点', '个', '截至统计日在用的避灾点、应急避难场所，乡级、村级合计。'),
    'shelters.capacity': inUse(
      '避灾点可容纳',
      '人',
      '截至统计日在用的避灾点可容纳人数之和。',
      ({ values }) => values.capacity,
    ),
  },
  disclosure: { in: ['inUse'], fields: ['name', 'place', 'type', 'suits', 'capacity', 'route'] },
  examples: [
    [
      {
        step: 'open',
        on: '2024-03-18',
        village: '石桥村',
        values: {
          name: '石桥村小学避灾点',
          place: '石桥村小学操场和一楼教室',
          type: 'school',
          suits: ['flood', 'geology'],
          capacity: 120,
          route: '三组沿机耕道到村小学，不走河边',
          keeper: { name: '潘某某', phone: '00000000000' },
          openedOn: '2024-03-18',
        },
      },
      { step: 'check', on: '2024-05-20', values: { found: '照明、饮水正常', checkedOn: '2024-05-20' } },
      { step: 'close', on: '2025-08-20', values: { closedOn: '2025-08-20' } },
    ],
  ],
});
