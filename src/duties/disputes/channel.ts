import { count, dayField, defineKind, oneOf, text, type Matter } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  name: text('名称', { privacy: 'public', max: 60, help: '如“云上某乡公众号”“某村大喇叭”' }),
  type: oneOf(
    '种类',
    {
      account: '公众号、视频号',
      group: '微信群',
      board: '法治宣传栏',
      loudspeaker: '大喇叭',
      screen: '电子显示屏',
      site: '网站专栏',
    },
    { privacy: 'public' },
  ),
  quantity: count('数量', '个', { privacy: 'public', min: 1, max: 10_000, help: '几个一并登记的写总数' }),
  keeper: text('由谁维护', { max: 60, help: '写机构或岗位，不写个人姓名' }),
  openedOn: dayField('启用日', { privacy: 'public' }),
  closedOn: dayField('停用日'),
};
type Channel = Matter<typeof fields>;
type ChannelType = NonNullable<Channel['values']['type']>;

function inUse(label: string, definition: string, type?: ChannelType) {
  return {
    label,
    unit: '个',
    definition,
    chapter: 'disputes',
    measure: 'stock',
    from: 'openedOn',
    until: 'closedOn',
    ...(type === undefined
      ? {}
      : {
          where: ({ values }: Channel) => values.type === type,
          relations: [{ to: 'publicity-channels.total', is: 'part-of' }] as const,
        }),
    amount: ({ values }: Channel) => values.quantity ?? 1,
  } as const;
}

/** Where law is explained without meeting (宣传载体): accounts, groups, boards, loudspeakers. One record for those opened together. */
export const channel = defineKind({
  code: 'channel',
  label: '宣传载体',
  room: 'disputes',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { open: '在用', closed: '已停用' },
  steps: {
    open: {
      label: '启用',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: 'start',
      to: 'open',
      day: 'openedOn',
      asks: ['name', 'type'],
      may: ['quantity', 'keeper'],
    },
    close: {
      label: '停用',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['open'],
      to: 'closed',
      day: 'closedOn',
    },
  },
  figures: {
    'publicity-channels.total': inUse(
      '法治宣传载体',
      '截至统计日在用的公众号、微信群、宣传栏、大喇叭、显示屏和网站专栏个数之和；没有写数量的按一个计。',
    ),
    'publicity-channels.boards': inUse('法治宣传栏', '截至统计日在用的法治宣传栏个数。', 'board'),
    'publicity-channels.loudspeakers': inUse('大喇叭', '截至统计日在用的大喇叭个数。', 'loudspeaker'),
  },
  disclosure: { in: ['open'], fields: ['name', 'type', 'quantity', 'openedOn'] },
  examples: [
    [
      {
        step: 'open',
        on: '2023-03-06',
        village: '柳树村',
        values: { name: '柳树村大喇叭', type: 'loudspeaker', quantity: 3, openedOn: '2023-03-06' },
      },
      { step: 'close', on: '2025-04-09', values: { closedOn: '2025-04-09' } },
    ],
  ],
});
