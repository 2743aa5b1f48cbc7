import { dayField, defineKind, manyOf, oneOf, text } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** The service centre (党务政务服务中心) or a village's service station, with what it offers who comes. */
export const serviceHall = defineKind({
  code: 'service-hall',
  label: '政务服务场所',
  room: 'services',
  version: 1,
  village: 'optional',
  title: 'name',
  fields: {
    name: text('名称', { privacy: 'public', max: 60 }),
    kind: oneOf('类别', { centre: '党务政务服务中心', station: '村便民服务站' }, { privacy: 'public' }),
    place: text('地址', { privacy: 'public', max: 120 }),
    hours: text('开放时间', { privacy: 'public', max: 80 }),
    phone: text('咨询电话', { privacy: 'public', max: 20, help: '填办公电话，不填个人手机' }),
    barrierFree: manyOf(
      '无障碍设施',
      {
        counter: '低位服务台',
        window: '无障碍服务窗口',
        screen: '屏幕显示、语音叫号',
        writing: '手写或者代写服务',
        people: '现场指导、人工办理',
      },
      { privacy: 'public' },
    ),
    openedOn: dayField('启用日', { privacy: 'public' }),
    changedOn: dayField('变更日'),
    closedOn: dayField('停用日', { privacy: 'public' }),
  },
  states: { open: '在用', closed: '已停用' },
  steps: {
    open: {
      label: '启用',
      by: ['judicial-office', 'window-clerk'],
      basis: [cite('YS', '35'), cite('WZ', '39')],
      from: 'start',
      to: 'open',
      day: 'openedOn',
      asks: ['name', 'kind', 'place', 'hours'],
      may: ['phone', 'barrierFree'],
      rules: [
        {
          rule: rule('FWU-17'),
          breached: ({ values: { kind, barrierFree = [] } }) =>
            kind === 'centre' && !barrierFree.includes('counter') && !barrierFree.includes('window'),
          remedy: '服务大厅请设低位服务台或者无障碍窗口，并保留现场指导和人工办理，再启用。',
        },
      ],
    },
    change: {
      label: '变更',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('YS', '35'),
      from: ['open'],
      day: 'changedOn',
      may: ['place', 'hours', 'phone', 'barrierFree'],
    },
    close: {
      label: '停用',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('YS', '35'),
      from: ['open'],
      to: 'closed',
      day: 'closedOn',
    },
  },
  figures: {
    'service-halls.stations': {
      label: '村便民服务站',
      unit: '个',
      definition: '截至统计日在用的村便民服务站；已停用的不计。',
      chapter: 'services',
      measure: 'stock',
      from: 'openedOn',
      until: 'closedOn',
      where: ({ values }) => values.kind === 'station',
    },
  },
  disclosure: {
    in: ['open'],
    fields: ['name', 'kind', 'place', 'hours', 'phone', 'barrierFree', 'openedOn'],
  },
  examples: [
    [
      {
        step: 'open',
        on: '2024-01-08',
        values: {
          name: '党务政务服务中心',
          kind: 'centre',
          place: '集镇振兴路1号',
          hours: '工作日9:00—17:00',
          barrierFree: ['counter', 'people'],
          openedOn: '2024-01-08',
        },
      },
      {
        step: 'change',
        on: '2024-06-03',
        values: { hours: '工作日8:30—17:30，周六上午值班', changedOn: '2024-06-03' },
      },
      { step: 'close', on: '2024-12-30', values: { closedOn: '2024-12-30' } },
    ],
  ],
});
