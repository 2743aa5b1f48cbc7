import { dayField, defineKind, people, text } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

/** The engagement of a law firm as counsel of the township (法律顾问聘用). */
export const counselEngagement = defineKind({
  code: 'counsel-engagement',
  label: '法律顾问聘用',
  room: 'counsel',
  version: 1,
  title: 'firm',
  fields: {
    firm: text('律师事务所', { privacy: 'public', max: 60 }),
    lawyers: people('律师'),
    since: dayField('聘期开始日', { privacy: 'public' }),
    until: dayField('聘期结束日', { privacy: 'public', future: true, help: '聘期满后的第一天' }),
  },
  states: { engaged: '聘期内', ended: '已结束' },
  steps: {
    engage: {
      label: '签订聘用合同',
      by: ['judicial-office', 'township-head'],
      basis: cite('JC', '28'),
      from: 'start',
      to: 'engaged',
      day: 'since',
      asks: ['firm'],
      may: ['lawyers', 'until'],
    },
    end: {
      label: '结束聘用',
      by: ['judicial-office', 'township-head'],
      basis: cite('JC', '28'),
      from: ['engaged'],
      to: 'ended',
      day: 'until',
    },
  },
  figures: {
    'counsel.engagements': {
      label: '聘请法律顾问的律师事务所',
      unit: '家',
      definition: '截至统计日在聘期内的律师事务所。',
      chapter: 'counsel',
      measure: 'stock',
      from: 'since',
      until: 'until',
    },
  },
  disclosure: { in: ['engaged'], fields: ['firm', 'since', 'until'] },
  examples: [
    [
      {
        step: 'engage',
        on: '2024-01-08',
        values: { firm: '贵州样稿律师事务所', lawyers: [{ name: '冉某某' }], since: '2024-01-08' },
      },
      { step: 'end', on: '2025-01-08', values: { until: '2025-01-08' } },
    ],
  ],
});
