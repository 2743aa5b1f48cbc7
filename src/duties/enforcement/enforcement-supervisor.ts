import { dayField, defineKind, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

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
    validFrom: dayField('证件生效日'),
    endedOn: dayField('证件失效日', { future: true }),
  },
  states: { certified: '持证', ended: '已失效' },
  steps: {
    certify: {
      label: '登记证件',
      by: ['judicial-office'],
      basis: cite('CF', '24'),
      from: 'start',
      to: 'certified',
      day: 'validFrom',
      asks: ['supervisor', 'certificate'],
      may: ['endedOn'],
    },
    end: {
      label: '注销证件',
      by: ['judicial-office'],
      basis: cite('CF', '24'),
      from: ['certified'],
      to: 'ended',
      day: 'endedOn',
    },
  },
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
        values: { supervisor: { name: '文某某' }, certificate: '监-演示-001', validFrom: '2023-09-01' },
      },
      { step: 'end', on: '2024-09-02', values: { endedOn: '2024-09-02' } },
    ],
  ],
});
