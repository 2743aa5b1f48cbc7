import { count, dayField, defineKind, longText, oneOf, people, person } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** Whoever may be on duty: all offices of the township, and a village for its own. They see who is. */
const ON_DUTY = [
  'emergency-officer',
  'area-lead',
  'judicial-office',
  'village-cadre',
  'party-secretary',
  'township-head',
  'enforcement-officer',
  'window-clerk',
] as const;
const WHO_ARRANGES = ['emergency-officer', 'area-lead', 'judicial-office', 'village-cadre'] as const;

/** One day or shift of the duty roster (值班表): who leads (带班), who is on duty, and what is handed over. */
export const dutyRoster = defineKind({
  code: 'duty-roster',
  label: '值班表',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'dutyOn',
  fields: {
    dutyOn: dayField('值班日', { future: true }),
    shift: oneOf('班次', { whole: '全天', day: '白班', night: '夜班' }, { help: '不填就是全天' }),
    leader: person('带班领导'),
    staff: people('值班人员'),
    arrangedOn: dayField('排班日'),
    changedOn: dayField('换班日'),
    handedOn: dayField('交班日'),
    addedOn: dayField('补记日'),
    added: longText('补记的事项', { max: 1000, help: '不写姓名和电话' }),
    note: longText('交接班事项', { max: 1000, help: '接报了什么、还要盯什么；不写姓名和电话' }),
    reports: count('接报', '件', { max: 1000 }),
    cancelledOn: dayField('取消日'),
  },
  states: { arranged: '已排班', handed: '已交班', cancelled: '已取消' },
  steps: {
    arrange: {
      label: '排班',
      by: WHO_ARRANGES,
      basis: [cite('YJ', '14'), cite('TF', '22')],
      from: 'start',
      to: 'arranged',
      day: 'arrangedOn',
      asks: ['dutyOn', 'leader', 'staff'],
      may: ['shift'],
    },
    change: {
      label: '换班',
      by: WHO_ARRANGES,
      basis: cite('YJ', '14'),
      from: ['arranged'],
      to: 'arranged',
      day: 'changedOn',
      may: ['leader', 'staff', 'dutyOn', 'shift'],
    },
    handOver: {
      label: '交班',
      by: ON_DUTY,
      basis: cite('YJ', '14'),
      shows: ['leader', 'staff'],
      from: ['arranged'],
      to: 'handed',
      day: 'handedOn',
      asks: ['note'],
      may: ['reports'],
    },
    supplement: {
      label: '补记交接班事项',
      by: ON_DUTY,
      basis: cite('YJ', '14'),
      shows: ['leader', 'staff'],
      from: ['handed'],
      to: 'handed',
      day: 'addedOn',
      asks: ['added'],
      may: ['reports'],
    },
    cancel: {
      label: '取消这一班',
      by: WHO_ARRANGES,
      basis: cite('YJ', '14'),
      from: ['arranged'],
      to: 'cancelled',
      day: 'cancelledOn',
    },
  },
  figures: {
    'duty-roster.shifts': {
      label: '安排应急值班',
      unit: '班次',
      definition:
        '值班日在统计期内、排了乡镇带班领导和值班人员的班次，全天班计一班次；取消的和村级值班不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'dutyOn',
      where: ({ village, state }) => village === undefined && state !== 'cancelled',
    },
    'duty-roster.handed': {
      label: '办理值班交接',
      unit: '班次',
      definition: '值班日在统计期内、登记了交接班事项的乡镇值班班次；村级值班不计。',
      chapter: 'emergency',
      measure: 'flow',
      on: 'dutyOn',
      where: ({ village, state }) => village === undefined && state === 'handed',
      relations: [{ to: 'duty-roster.shifts', is: 'part-of' }],
    },
  },
  examples: [
    [
      {
        step: 'arrange',
        on: '2024-05-28',
        values: {
          dutyOn: '2024-06-03',
          leader: { name: '罗某某', phone: '00000000000' },
          staff: [{ name: '项某某', phone: '00000000000' }, { name: '陶某某' }],
          arrangedOn: '2024-05-28',
        },
      },
      {
        step: 'change',
        on: '2024-06-01',
        values: {
          staff: [{ name: '项某某', phone: '00000000000' }],
          shift: 'whole',
          changedOn: '2024-06-01',
        },
      },
      {
        step: 'handOver',
        on: '2024-06-04',
        values: {
          note: '夜间中雨，石桥村河道水位正常；山洪预警未解除，继续盯。',
          reports: 1,
          handedOn: '2024-06-04',
        },
      },
      {
        step: 'supplement',
        on: '2024-06-05',
        values: { added: '四日零时接报石桥村停电，已转供电所。', reports: 2, addedOn: '2024-06-05' },
      },
    ],
    [
      {
        step: 'arrange',
        on: '2024-05-28',
        village: '石桥村',
        values: {
          dutyOn: '2024-06-03',
          shift: 'night',
          leader: { name: '石某某' },
          staff: [{ name: '王某某' }],
          arrangedOn: '2024-05-28',
        },
      },
      { step: 'cancel', on: '2024-06-01', values: { cancelledOn: '2024-06-01' } },
    ],
  ],
});
