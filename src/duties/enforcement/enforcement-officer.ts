import { dayField, defineKind, person, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** An enforcement officer (执法人员) with a certificate, from the day it is valid to the day it ends. */
export const enforcementOfficer = defineKind({
  code: 'enforcement-officer',
  label: '持证执法人员',
  room: 'enforcement',
  version: 1,
  title: 'certificate',
  fields: {
    officer: person('姓名'),
    certificate: text('执法证号', { max: 40, code: true }),
    scope: text('执法范围', { max: 80 }),
    validFrom: dayField('证件生效日'),
    /** The first day on which it no longer holds. */
    endedOn: dayField('证件失效日', { future: true }),
  },
  states: { certified: '持证', ended: '已失效' },
  steps: {
    certify: {
      label: '登记证件',
      by: ['judicial-office'],
      basis: cite('CF', '42'),
      from: 'start',
      to: 'certified',
      day: 'validFrom',
      asks: ['officer', 'certificate'],
      may: ['scope', 'endedOn'],
    },
    end: {
      label: '注销证件',
      by: ['judicial-office'],
      basis: cite('CF', '42'),
      from: ['certified'],
      to: 'ended',
      day: 'endedOn',
    },
  },
  figures: {
    'enforcement-officers.certified': {
      label: '持证执法人员',
      unit: '人',
      definition: '截至统计日执法证件有效的行政执法人员，一人一证；到期或注销的不计。',
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
        on: '2023-06-01',
        values: {
          officer: { name: '安某某' },
          certificate: '24-演示-001',
          validFrom: '2023-06-01',
          endedOn: '2028-06-01',
        },
      },
    ],
    [
      {
        step: 'certify',
        on: '2022-05-09',
        values: { officer: { name: '陆某某' }, certificate: '24-演示-002', validFrom: '2022-05-09' },
      },
      { step: 'end', on: '2024-08-30', values: { endedOn: '2024-08-30' } },
    ],
  ],
});
