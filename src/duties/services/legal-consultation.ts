import { count, dayField, defineKind, LAST, link, longText, oneOf } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** Legal advice to the public (法律咨询). What was asked is personal; only the kind of question is not. */
export const legalConsultation = defineKind({
  code: 'legal-consultation',
  label: '法律咨询',
  room: 'services',
  version: 1,
  village: 'optional',
  title: 'matter',
  fields: {
    matter: oneOf('咨询事项', {
      family: '婚姻家庭',
      labour: '劳动报酬',
      land: '土地山林',
      contract: '合同债务',
      damage: '损害赔偿',
      aid: '法律援助',
      other: '其他',
    }),
    place: oneOf('接待地点', {
      station: '公共法律服务工作站',
      village: '村公共法律服务室',
      field: '集市等现场',
    }),
    station: link('服务站（室）', 'legal-service-station'),
    channel: oneOf('咨询方式', { visit: '当面', phone: '电话', online: '网上' }),
    group: oneOf('咨询人', {
      migrant: '农民工',
      elder: '老年人',
      woman: '妇女',
      minor: '未成年人',
      disabled: '残疾人',
      other: '其他',
    }),
    handling: oneOf('怎样处理', {
      answered: '当场解答',
      mediation: '引导人民调解',
      aid: '引导申请法律援助',
      writing: '代写法律文书',
      court: '引导仲裁、诉讼',
    }),
    advisedOn: dayField('接待日'),
    people: count('接待', '人次', { min: 1, max: 1000 }),
    narrative: longText('咨询内容与答复', { privacy: 'personal' }),
  },
  states: { advised: '已答复' },
  steps: {
    advise: {
      label: '登记咨询',
      by: ['judicial-office', 'counsel'],
      basis: cite('PF', '18'),
      from: 'start',
      to: 'advised',
      day: 'advisedOn',
      asks: ['matter', 'place', 'people'],
      may: ['channel', 'group', 'handling', 'station', 'narrative'],
      usual: { place: LAST, people: { is: 1 }, channel: LAST, station: LAST },
    },
  },
  figures: {
    'legal-station.consultations': {
      label: '公共法律服务工作站接待群众法律咨询',
      unit: '人次',
      definition: '统计期内在公共法律服务工作站接待法律咨询的人次之和；同一人来两次计两人次。',
      chapter: 'services',
      measure: 'flow',
      on: 'advisedOn',
      where: ({ values }) => values.place === 'station',
      amount: ({ values }) => values.people,
    },
    'legal-consultations.elsewhere': {
      label: '村公共法律服务室和现场接待法律咨询',
      unit: '人次',
      definition: '统计期内在村公共法律服务室、集市等现场接待法律咨询的人次之和；在工作站接待的另计。',
      chapter: 'services',
      measure: 'flow',
      on: 'advisedOn',
      where: ({ values }) => values.place !== 'station',
      amount: ({ values }) => values.people,
      relations: [{ to: 'legal-station.consultations', is: 'disjoint' }],
    },
  },
  examples: [
    [
      {
        step: 'advise',
        on: '2024-04-16',
        values: {
          matter: 'labour',
          place: 'station',
          advisedOn: '2024-04-16',
          people: 2,
          narrative: '询问工资拖欠如何处理。',
        },
      },
    ],
  ],
});
