import { count, dayField, defineKind, oneOf, person, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  school: text('学校', { privacy: 'public', max: 60 }),
  holder: person('姓名'),
  sender: oneOf(
    '派出机关',
    { court: '法院', procuratorate: '检察院', police: '公安派出所', justice: '司法所', other: '其他' },
    { privacy: 'public' },
  ),
  certificate: text('聘书编号', { max: 40, code: true }),
  appointedOn: dayField('聘任日', { privacy: 'public' }),
  termFrom: dayField('本聘期起始日', { privacy: 'public' }),
  trainedHours: count('任职前培训', '学时', { max: 500 }),
  requiredHours: count('任职前应培训', '学时'),
  endedOn: dayField('解聘、期满日', { privacy: 'public' }),
  endedFor: oneOf('结束原因', { expired: '聘期满', moved: '调离、退休', school: '学校撤并', other: '其他' }),
};

const LESS_TRAINED = ({ values: { trainedHours = 0, requiredHours = 0 } }: Matter<typeof fields>): boolean =>
  trainedHours < requiredHours;

/** Who serves a school as its vice-principal for the rule of law (法治副校长), for a term that can be renewed. */
export const legalVicePrincipal = defineKind({
  code: 'legal-vice-principal',
  label: '法治副校长',
  room: 'disputes',
  version: 1,
  title: 'school',
  fields,
  states: { serving: '在聘', ended: '已结束' },
  steps: {
    appoint: {
      label: '登记聘任',
      by: ['judicial-office'],
      basis: [cite('PF', '41'), cite('FFX', '*')],
      from: 'start',
      to: 'serving',
      day: 'appointedOn',
      sameDay: ['termFrom'],
      asks: ['school', 'holder', 'sender'],
      may: ['trainedHours', 'certificate'],
      takes: { requiredHours: { setting: 'PF-20' } },
      records: true,
      rules: [
        {
          rule: rule('PF-20'),
          breached: LESS_TRAINED,
          remedy: '请补足任职前培训，再办“补记培训”；本地学时数不同的，先在“地方规定”里登记。',
        },
      ],
    },
    train: {
      label: '补记培训',
      by: ['judicial-office'],
      basis: cite('FFX', '*'),
      from: ['serving'],
      asks: ['trainedHours'],
    },
    renew: {
      label: '登记续聘',
      by: ['judicial-office'],
      basis: cite('FFX', '*'),
      from: ['serving'],
      to: 'serving',
      day: 'termFrom',
      may: ['certificate', 'trainedHours'],
    },
    end: {
      label: '登记结束',
      by: ['judicial-office'],
      basis: cite('FFX', '*'),
      from: ['serving'],
      to: 'ended',
      day: 'endedOn',
      asks: ['endedFor'],
    },
  },
  terms: [
    // It runs on with every renewal, since a renewal moves the day from which it is counted.
    { rule: 'PF-19', from: 'termFrom', metBy: 'endedOn' },
  ],
  figures: {
    'legal-vice-principals': {
      label: '法治副校长',
      unit: '人',
      definition: '截至统计日在聘的法治副校长，按学校登记计，一人在两所学校任职计两人。',
      chapter: 'disputes',
      measure: 'stock',
      from: 'appointedOn',
      until: 'endedOn',
    },
    'schools.with-legal-vice-principal': {
      label: '配备法治副校长的学校',
      unit: '所',
      definition: '截至统计日至少有一名在聘法治副校长的学校，按学校名称去重，一所只计一次。',
      chapter: 'disputes',
      measure: 'distinct',
      from: 'appointedOn',
      until: 'endedOn',
      key: (m) => m.values.school,
    },
  },
  disclosure: { in: ['serving'], fields: ['school', 'sender', 'appointedOn', 'termFrom'] },
  examples: [
    [
      {
        step: 'appoint',
        on: '2022-09-05',
        source: 'paper',
        values: {
          school: '青石镇中心小学',
          holder: { name: '汪某某' },
          sender: 'justice',
          trainedHours: 8,
          appointedOn: '2022-09-05',
          certificate: '演示聘001',
        },
      },
      { step: 'train', on: '2023-03-10', values: { trainedHours: 12 } },
      { step: 'renew', on: '2025-09-01', values: { termFrom: '2025-09-01' } },
      { step: 'end', on: '2026-06-30', values: { endedFor: 'moved', endedOn: '2026-06-30' } },
    ],
  ],
});
