import { dayField, defineKind, list, oneOf, POSTS, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const BASIS = cite('GB', '51(4)');
const BY = ['system-administrator', 'security-administrator'] as const;

/** Who holds a post (任职): from when until when, for which villages, as whose substitute. */
export const appointment = defineKind({
  code: 'appointment',
  label: '任职',
  room: 'leadership',
  version: 1,
  title: 'account',
  fields: {
    account: text('账号', { max: 80, help: '本单位的账号；外单位的人写成“账号@单位代码”。' }),
    post: oneOf('岗位', POSTS),
    since: dayField('任职起', { future: true }),
    until: dayField('任职止', { future: true, help: '最后一天，含当日；不写则到免去为止。' }),
    villages: list(
      '限于哪些村',
      { name: text('村名', { max: 60 }) },
      { needs: ['name'], help: '只用于村干部、人民调解员、联户长；不写则为全乡镇。' },
    ),
    clearances: list(
      '可知悉的限定类别',
      { name: text('类别', { max: 60 }) },
      { needs: ['name'], help: '限定知悉的记录，只有写在这里的类别才看得到。' },
    ),
    substituteFor: text('代理谁', { max: 80, help: '外出、休假的人的账号。' }),
    appointedOn: dayField('任命日'),
    adjustedOn: dayField('调整日'),
    relievedOn: dayField('免去日', { help: '从这一天起不再担任。' }),
  },
  states: { held: '在任', relieved: '已免去' },
  steps: {
    appoint: {
      label: '任命',
      by: BY,
      basis: BASIS,
      from: 'start',
      to: 'held',
      day: 'appointedOn',
      asks: ['account', 'post', 'since'],
      may: ['until', 'villages', 'clearances'],
    },
    substitute: {
      label: '代理',
      by: BY,
      basis: BASIS,
      from: 'start',
      to: 'held',
      day: 'appointedOn',
      asks: ['account', 'post', 'substituteFor', 'since', 'until'],
      may: ['villages', 'clearances'],
    },
    extend: {
      label: '调整任期',
      by: BY,
      basis: BASIS,
      from: ['held'],
      to: 'held',
      day: 'adjustedOn',
      asks: ['until'],
    },
    rescope: {
      label: '调整范围',
      by: BY,
      basis: BASIS,
      from: ['held'],
      to: 'held',
      day: 'adjustedOn',
      may: ['villages', 'clearances'],
    },
    relieve: {
      label: '免去',
      by: BY,
      basis: BASIS,
      from: ['held'],
      to: 'relieved',
      day: 'relievedOn',
    },
  },
  examples: [
    [
      {
        step: 'appoint',
        on: '2024-01-03',
        values: {
          account: 'window-clerk',
          post: 'village-cadre',
          since: '2024-01-03',
          villages: [{ name: '柳树村' }],
          appointedOn: '2024-01-03',
        },
      },
      { step: 'extend', on: '2024-06-03', values: { until: '2024-12-31', adjustedOn: '2024-06-03' } },
      {
        step: 'rescope',
        on: '2024-07-01',
        values: { villages: [{ name: '柳树村' }, { name: '石桥村' }], adjustedOn: '2024-07-01' },
      },
      { step: 'relieve', on: '2024-11-04', values: { relievedOn: '2024-11-04' } },
    ],
    [
      {
        step: 'substitute',
        on: '2024-08-05',
        values: {
          account: 'emergency-officer',
          post: 'window-clerk',
          substituteFor: 'window-clerk',
          since: '2024-08-05',
          until: '2024-08-16',
          appointedOn: '2024-08-05',
        },
      },
    ],
  ],
});
