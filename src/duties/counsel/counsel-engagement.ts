import { count, dayField, defineKind, link, money, people, text } from '../../kernel/index.ts';
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
    lawyerCount: count('律师人数', '名', { min: 1, max: 50 }),
    fee: money('费用'),
    contract: link('聘用合同', 'contract'),
    since: dayField('聘期开始日', { privacy: 'public' }),
    until: dayField('聘期结束日', { privacy: 'public', future: true, help: '聘期满后的第一天' }),
    renewedOn: dayField('续聘或者决定不续日'),
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
      may: ['lawyers', 'lawyerCount', 'until', 'fee', 'contract'],
    },
    renew: {
      label: '续聘',
      by: ['judicial-office', 'township-head'],
      basis: cite('FLG', '*'),
      from: ['engaged'],
      day: 'renewedOn',
      asks: ['until'],
      may: ['lawyers', 'lawyerCount', 'fee', 'contract'],
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
  terms: [{ rule: 'GF-17.renew', from: 'until', metBy: 'renewedOn' }],
  figures: {
    'counsel.lawyers': {
      label: '聘请法律顾问律师',
      unit: '名',
      definition: '截至统计日在聘期内的法律顾问合同所列律师人数之和。',
      chapter: 'counsel',
      measure: 'stock',
      from: 'since',
      until: 'until',
      amount: ({ values }) => values.lawyerCount,
    },
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
        values: {
          firm: '贵州样稿律师事务所',
          lawyers: [{ name: '冉某某' }],
          lawyerCount: 1,
          since: '2024-01-08',
          until: '2025-01-08',
        },
      },
      { step: 'renew', on: '2024-10-08', values: { until: '2026-01-08', renewedOn: '2024-10-08' } },
      { step: 'end', on: '2025-01-08', values: { until: '2025-01-08' } },
    ],
  ],
});
