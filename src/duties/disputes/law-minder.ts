import { dayField, defineKind, oneOf, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** A villager who knows the law and helps others to it (法律明白人). Trained, certified, on the roll until left. */
export const lawMinder = defineKind({
  code: 'law-minder',
  label: '法律明白人',
  room: 'disputes',
  version: 1,
  village: 'required',
  title: 'role',
  fields: {
    minder: person('姓名'),
    role: oneOf('本来的身份', {
      cadre: '村干部',
      mediator: '人民调解员',
      grid: '网格员、联户长',
      party: '党员、老干部',
      elder: '寨老、乡贤',
      villager: '村民',
    }),
    chosenOn: dayField('选任日'),
    certificate: text('证书编号', { max: 40, code: true }),
    certifiedOn: dayField('颁证日'),
    leftOn: dayField('退出日'),
    leftFor: oneOf('退出原因', { moved: '外出、迁出', unable: '年老、健康原因', other: '其他' }),
  },
  states: { chosen: '培养中', certified: '已颁证', left: '已退出' },
  steps: {
    choose: {
      label: '列为培养对象',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: 'start',
      to: 'chosen',
      day: 'chosenOn',
      asks: ['minder', 'role'],
    },
    certify: {
      label: '培训合格、颁证',
      by: ['judicial-office'],
      basis: cite('PF', '25'),
      from: ['chosen'],
      to: 'certified',
      day: 'certifiedOn',
      may: ['certificate'],
    },
    leave: {
      label: '退出',
      by: ['judicial-office', 'village-cadre'],
      basis: cite('PF', '25'),
      from: ['chosen', 'certified'],
      to: 'left',
      day: 'leftOn',
      asks: ['leftFor'],
    },
  },
  figures: {
    'law-minders.total': {
      label: '法律明白人',
      unit: '人',
      definition: '截至统计日已经培训合格、颁证，没有退出的法律明白人；培养中的不计，一人登记一次。',
      chapter: 'disputes',
      measure: 'stock',
      from: 'certifiedOn',
      until: 'leftOn',
    },
    'villages.with-law-minders': {
      label: '有法律明白人的村',
      unit: '个',
      definition: '截至统计日至少有一名已颁证法律明白人的村，一个村只计一次。',
      chapter: 'disputes',
      measure: 'distinct',
      from: 'certifiedOn',
      until: 'leftOn',
      key: (m) => m.village,
    },
  },
  examples: [
    [
      {
        step: 'choose',
        on: '2023-05-15',
        village: '柳树村',
        values: { minder: { name: '麻某某' }, role: 'mediator', chosenOn: '2023-05-15' },
      },
      {
        step: 'certify',
        on: '2023-08-25',
        values: { certificate: '演示明白人001', certifiedOn: '2023-08-25' },
      },
      { step: 'leave', on: '2025-02-17', values: { leftFor: 'moved', leftOn: '2025-02-17' } },
    ],
  ],
});
