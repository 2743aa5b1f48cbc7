import { dayField, defineKind, oneOf, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** An emergency plan (应急预案) in one edition: in force from its issue until the next edition or its repeal. */
export const emergencyPlan = defineKind({
  code: 'emergency-plan',
  label: '应急预案',
  room: 'emergency',
  version: 1,
  village: 'optional',
  title: 'title',
  fields: {
    title: text('预案名称', { privacy: 'public' }),
    hazard: oneOf(
      '适用事件',
      {
        general: '总体',
        earthquake: '地震',
        mine: '非煤矿山',
        relief: '自然灾害救助',
        flood: '防汛抗旱',
        fire: '森林火灾',
        food: '食品安全',
        geology: '地质灾害',
        other: '其他',
      },
      { privacy: 'public' },
    ),
    issuedOn: dayField('印发日', { privacy: 'public' }),
    filedOn: dayField('备案日'),
    endedOn: dayField('停止执行日', { privacy: 'public' }),
  },
  states: { valid: '现行', filed: '现行·已备案', ended: '已停止' },
  steps: {
    issue: {
      label: '印发预案',
      by: ['emergency-officer', 'township-head'],
      basis: [cite('TF', '26'), cite('AQ', '80')],
      from: 'start',
      to: 'valid',
      day: 'issuedOn',
      asks: ['title', 'hazard'],
    },
    file: {
      label: '登记备案',
      by: ['emergency-officer'],
      basis: cite('TF', '26'),
      from: ['valid'],
      to: 'filed',
      day: 'filedOn',
    },
    end: {
      label: '停止执行',
      by: ['emergency-officer', 'township-head'],
      basis: cite('TF', '28'),
      from: ['valid', 'filed'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  terms: [{ rule: 'YJ-03', from: 'issuedOn', metBy: 'filedOn' }],
  figures: {
    'emergency-plans.named': {
      label: '现行应急预案',
      unit: '个',
      definition: '截至统计日现行的乡镇本级应急预案；村级预案不计。',
      chapter: 'emergency',
      measure: 'stock',
      from: 'issuedOn',
      until: 'endedOn',
      where: (m) => m.village === undefined,
    },
  },
  disclosure: { in: ['valid', 'filed'], fields: ['title', 'hazard', 'issuedOn'] },
  examples: [
    [
      {
        step: 'issue',
        on: '2024-03-04',
        values: { title: '柳河乡地震应急预案', hazard: 'earthquake', issuedOn: '2024-03-04' },
      },
      { step: 'file', on: '2024-03-18', values: { filedOn: '2024-03-18' } },
      { step: 'end', on: '2025-03-03', values: { endedOn: '2025-03-03' } },
    ],
  ],
});
