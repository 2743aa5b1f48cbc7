import { dayField, defineKind, oneOf, text, type Matter } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  name: text('名称', { privacy: 'public', max: 60 }),
  level: oneOf(
    '级别',
    { station: '公共法律服务工作站（乡镇）', room: '公共法律服务室（村）' },
    { privacy: 'public' },
  ),
  place: text('地址', { privacy: 'public', max: 120 }),
  hours: text('值班时间', { privacy: 'public', max: 80 }),
  phone: text('咨询电话', { privacy: 'public', max: 20, help: '填办公电话，不填个人手机' }),
  services: text('服务内容', { privacy: 'public', max: 200 }),
  openedOn: dayField('设立日', { privacy: 'public' }),
  changedOn: dayField('变更日'),
  closedOn: dayField('撤销日'),
};

function standing(level: 'station' | 'room', label: string) {
  return {
    label,
    unit: '个',
    definition: `截至统计日在用的${label}；已撤销的不计。`,
    chapter: 'services',
    measure: 'stock',
    from: 'openedOn',
    until: 'closedOn',
    where: ({ values }: Matter<typeof fields>) => values.level === level,
  } as const;
}

/** A place for legal help (公共法律服务站、室): of the township or of a village. */
export const legalServiceStation = defineKind({
  code: 'legal-service-station',
  label: '公共法律服务站（室）',
  room: 'services',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { open: '在用', closed: '已撤销' },
  steps: {
    open: {
      label: '设立',
      by: ['judicial-office'],
      basis: [cite('PF', '18'), cite('FA', '43')],
      from: 'start',
      to: 'open',
      day: 'openedOn',
      asks: ['name', 'level'],
      may: ['place', 'hours', 'phone', 'services'],
    },
    change: {
      label: '变更',
      by: ['judicial-office'],
      basis: cite('PF', '18'),
      from: ['open'],
      day: 'changedOn',
      may: ['place', 'hours', 'phone', 'services'],
    },
    close: {
      label: '撤销',
      by: ['judicial-office'],
      basis: cite('PF', '18'),
      from: ['open'],
      to: 'closed',
      day: 'closedOn',
    },
  },
  figures: {
    'legal-stations.township': standing('station', '公共法律服务工作站'),
    'legal-stations.villages': standing('room', '村公共法律服务室'),
  },
  disclosure: { in: ['open'], fields: ['name', 'level', 'place', 'hours', 'phone', 'services', 'openedOn'] },
  examples: [
    [
      {
        step: 'open',
        on: '2024-01-15',
        village: '石桥村',
        values: { name: '石桥村公共法律服务室', level: 'room', place: '村委会一楼', openedOn: '2024-01-15' },
      },
      { step: 'change', on: '2024-05-06', values: { hours: '每月10日律师值班', changedOn: '2024-05-06' } },
      { step: 'close', on: '2024-12-02', values: { closedOn: '2024-12-02' } },
    ],
  ],
});
