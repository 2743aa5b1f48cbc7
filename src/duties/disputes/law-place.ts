import { dayField, defineKind, oneOf, place, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const fields = {
  name: text('名称', { privacy: 'public', max: 60, help: '如“某村法治文化广场”' }),
  type: oneOf(
    '种类',
    {
      square: '法治广场',
      corridor: '法治长廊',
      wall: '法治文化墙',
      park: '法治公园',
      corner: '法律图书角',
      base: '青少年法治教育基地',
      other: '其他',
    },
    { privacy: 'public' },
  ),
  place: place('地点', { privacy: 'public' }),
  builtOn: dayField('建成日', { privacy: 'public' }),
  renewedOn: dayField('更新内容日', { privacy: 'public' }),
  removedOn: dayField('撤除日'),
};

/** A place that shows the law (法治宣传阵地). One without a village is the township's. */
export const lawPlace = defineKind({
  code: 'law-place',
  label: '法治宣传阵地',
  room: 'disputes',
  version: 1,
  village: 'optional',
  title: 'name',
  fields,
  states: { standing: '在用', removed: '已撤除' },
  steps: {
    build: {
      label: '登记建成',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: 'start',
      to: 'standing',
      day: 'builtOn',
      asks: ['name', 'type'],
      may: ['place'],
    },
    renew: {
      label: '登记更新内容',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['standing'],
      day: 'renewedOn',
    },
    remove: {
      label: '登记撤除',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['standing'],
      to: 'removed',
      day: 'removedOn',
    },
  },
  figures: {
    'law-places.total': {
      label: '法治宣传阵地',
      unit: '处',
      chapter: 'disputes',
      measure: 'stock',
      from: 'builtOn',
      until: 'removedOn',
      definition:
        '截至统计日在用的法治广场、长廊、文化墙、公园、图书角、教育基地等，乡级、村级合计；宣传栏另计。',
    },
    'villages.with-law-places': {
      label: '有法治宣传阵地的村',
      unit: '个',
      definition: '截至统计日至少有一处在用法治宣传阵地的村，一个村只计一次。',
      chapter: 'disputes',
      measure: 'distinct',
      from: 'builtOn',
      until: 'removedOn',
      key: (m) => m.village,
    },
  },
  disclosure: { in: ['standing'], fields: ['name', 'type', 'place', 'builtOn', 'renewedOn'] },
  examples: [
    [
      {
        step: 'build',
        on: '2022-10-20',
        village: '柳树村',
        values: {
          name: '柳树村法治文化墙',
          type: 'wall',
          place: '柳树村村委会外墙',
          builtOn: '2022-10-20',
        },
      },
      { step: 'renew', on: '2024-04-11', values: { renewedOn: '2024-04-11' } },
      { step: 'remove', on: '2025-09-05', values: { removedOn: '2025-09-05' } },
    ],
  ],
});
