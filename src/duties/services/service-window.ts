import { dayField, defineKind, LAST, link, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A window of the service centre (党务政务服务中心窗口), from the day it opens to the day it closes. */
export const serviceWindow = defineKind({
  code: 'service-window',
  label: '服务窗口',
  room: 'services',
  version: 1,
  title: 'name',
  fields: {
    name: text('窗口名称', { privacy: 'public', max: 40 }),
    hall: link('所在场所', 'service-hall', { privacy: 'public' }),
    business: text('受理业务', { privacy: 'public', max: 200 }),
    phone: text('咨询电话', { privacy: 'public', max: 20, help: '填办公电话，不填个人手机' }),
    openedOn: dayField('启用日', { privacy: 'public' }),
    closedOn: dayField('停用日', { privacy: 'public' }),
  },
  states: { open: '在用', closed: '已停用' },
  steps: {
    open: {
      label: '启用窗口',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('YS', '35'),
      from: 'start',
      to: 'open',
      day: 'openedOn',
      asks: ['name', 'business'],
      may: ['phone', 'hall'],
      usual: { hall: LAST },
    },
    close: {
      label: '停用窗口',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('YS', '35'),
      from: ['open'],
      to: 'closed',
      day: 'closedOn',
    },
  },
  figures: {
    'service-windows': {
      label: '行业窗口',
      unit: '个',
      definition: '截至统计日在用的党务政务服务中心窗口；已停用的不计。',
      chapter: 'services',
      measure: 'stock',
      from: 'openedOn',
      until: 'closedOn',
    },
  },
  disclosure: { in: ['open'], fields: ['name', 'business', 'phone', 'openedOn'] },
  examples: [
    [
      {
        step: 'open',
        on: '2023-03-01',
        values: { name: '民政窗口', business: '社会救助、老龄事务', openedOn: '2023-03-01' },
      },
      { step: 'close', on: '2024-05-06', values: { closedOn: '2024-05-06' } },
    ],
  ],
});
