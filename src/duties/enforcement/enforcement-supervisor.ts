import { count, dayField, defineKind, LAST, oneOf, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';
import { STILL_VALID } from './officers.ts';

/** An enforcement supervisor (行政执法监督员) with a certificate. */
export const enforcementSupervisor = defineKind({
  code: 'enforcement-supervisor',
  label: '行政执法监督员',
  room: 'enforcement',
  version: 1,
  title: 'certificate',
  fields: {
    supervisor: person('姓名'),
    certificate: text('监督证号', { max: 40, code: true }),
    issuer: text('发证机关', { max: 60 }),
    unit: text('所在机构', { max: 60, help: '如“司法所”' }),
    validFrom: dayField('证件生效日'),
    endedOn: dayField('证件失效日', { future: true, help: '证件上“有效期至”的次日；从这一天起不算持证' }),
    renewedOn: dayField('换证日'),
    renewAlert: count('提前提醒换证', '日'),
    endFor: oneOf('注销原因', {
      retired: '退休、死亡',
      moved: '调离监督岗位',
      expired: '到期没有换证',
      revoked: '证件被收缴、吊销',
    }),
    offRollOn: dayField('退出名册日'),
  },
  states: { certified: '在册', ended: '已注销' },
  steps: {
    certify: {
      label: '登记证件',
      by: ['judicial-office'],
      basis: cite('CF', '24'),
      from: 'start',
      to: 'certified',
      day: 'validFrom',
      asks: ['supervisor', 'certificate'],
      may: ['endedOn', 'unit', 'issuer'],
      usual: { unit: LAST, issuer: LAST },
      takes: { renewAlert: { setting: 'ZF-19.renew' } },
    },
    renew: {
      label: '换证',
      by: ['judicial-office'],
      basis: cite('ZFZ', '*'),
      from: ['certified'],
      to: 'certified',
      day: 'renewedOn',
      asks: ['endedOn'],
      may: ['certificate', 'issuer'],
      takes: { renewAlert: { setting: 'ZF-19.renew' } },
    },
    end: {
      label: '注销证件',
      by: ['judicial-office'],
      basis: cite('CF', '24'),
      from: ['certified'],
      to: 'ended',
      day: 'offRollOn',
      may: ['endedOn', 'endFor'],
      checks: [STILL_VALID],
    },
  },
  terms: [
    {
      rule: 'ZF-19.renew',
      from: 'endedOn',
      metBy: 'offRollOn',
      where: ({ state }) => state !== 'ended',
      count: 'renewAlert',
    },
  ],
  figures: {
    'enforcement-supervisors': {
      label: '行政执法监督员',
      unit: '名',
      definition: '截至统计日监督证件有效的行政执法监督员；到期或注销的不计。',
      chapter: 'enforcement',
      measure: 'stock',
      from: 'validFrom',
      until: 'endedOn',
    },
  },
  examples: [
    [
      {
        step: 'certify',
        on: '2023-09-01',
        values: {
          supervisor: { name: '文某某' },
          certificate: '监-演示-001',
          unit: '司法所',
          validFrom: '2023-09-01',
          endedOn: '2024-12-01',
        },
      },
      { step: 'renew', on: '2024-09-20', values: { renewedOn: '2024-09-20', endedOn: '2029-12-01' } },
      { step: 'end', on: '2025-09-02', values: { endedOn: '2025-09-02', endFor: 'moved' } },
    ],
  ],
});
