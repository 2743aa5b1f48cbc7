import { count, dayField, defineKind, oneOf, text, UNIT, type Matter } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  name: text('装备名称和型号', { max: 80 }),
  type: oneOf('种类', {
    recorder: '执法记录仪',
    station: '记录仪采集站',
    camera: '照相机、摄像机',
    terminal: '移动执法终端、便携打印机',
    vehicle: '执法车辆',
    drone: '无人机',
    gauge: '检测、测量仪器',
    other: '其他',
  }),
  quantity: count('数量', '台', { min: 1, max: 10_000 }),
  numbers: text('设备编号', { max: 200, code: true, help: '几台的用顿号隔开' }),
  keeper: text('保管机构', { max: 60, help: '如“综合行政执法队”，不写个人姓名' }),
  acquiredOn: dayField('启用日'),
  retiredOn: dayField('停用日'),
};

function inUse(label: string, of: (matter: Matter<typeof fields>) => boolean, what: string) {
  return {
    label,
    unit: '台',
    definition: `截至统计日在用的${what}台数之和；已停用的不计。`,
    chapter: 'enforcement',
    measure: 'stock',
    from: 'acquiredOn',
    until: 'retiredOn',
    where: of,
    amount: (matter: Matter<typeof fields>) => matter.values.quantity,
  } as const;
}

/** Equipment for enforcement (执法装备): recorders, vehicles, instruments. One record for what was put to use together. */
export const enforcementEquipment = defineKind({
  code: 'enforcement-equipment',
  label: '执法装备',
  room: 'enforcement',
  version: 1,
  title: 'name',
  fields,
  states: { inUse: '在用', retired: '已停用' },
  steps: {
    acquire: {
      label: '启用',
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('CF', '47'),
      from: 'start',
      to: 'inUse',
      day: 'acquiredOn',
      asks: ['name', 'type', 'quantity'],
      may: ['numbers', 'keeper'],
      usual: { keeper: UNIT },
    },
    retire: {
      label: '停用',
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('CF', '47'),
      from: ['inUse'],
      to: 'retired',
      day: 'retiredOn',
    },
  },
  figures: {
    'enforcement-equipment.recorders': inUse(
      '执法记录仪',
      ({ values }) => values.type === 'recorder',
      '执法记录仪',
    ),
    'enforcement-equipment.vehicles': inUse(
      '执法车辆',
      ({ values }) => values.type === 'vehicle',
      '执法车辆',
    ),
  },
  examples: [
    [
      {
        step: 'acquire',
        on: '2023-05-10',
        values: {
          name: '执法记录仪',
          type: 'recorder',
          quantity: 4,
          numbers: '演示J01、演示J02、演示J03、演示J04',
          keeper: '综合行政执法队',
          acquiredOn: '2023-05-10',
        },
      },
      { step: 'retire', on: '2025-05-12', values: { retiredOn: '2025-05-12' } },
    ],
  ],
});
