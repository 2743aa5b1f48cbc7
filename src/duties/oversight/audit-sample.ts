import { count, dayField, defineKind, list, longText, text } from '../../kernel/index.ts';
import { cite, RETENTION } from '../../law/index.ts';

/**
 * Records drawn at random for an auditor (审计抽样): all that the auditor may read. Whoever has seed and ledger size draws
 * the same again; the draw itself is the machine's, nobody enters it.
 */
export const auditSample = defineKind({
  code: 'audit-sample',
  label: '审计抽样',
  room: 'oversight',
  version: 1,
  retention: RETENTION.protection,
  audience: 'audit-administrator',
  log: true,
  title: 'auditor',
  fields: {
    auditor: text('审计人员的账号', { max: 80 }),
    purpose: longText('审计什么', { max: 300, help: '写审计任务的名称，不写人名' }),
    year: count('抽哪一年的', '年', { min: 1949, max: 2100, help: '按发生日' }),
    size: count('抽几件', '件', { min: 1, max: 500, help: '要再多，另抽一次' }),
    sampledKind: text('只抽哪一种事项', { max: 60, code: true, help: '写事项种类的代码，不写就是全部' }),
    seed: text('种子', { max: 80, code: true, help: '不写则由系统随机给一个' }),
    ledgerSize: count('从账本的前多少条里抽', '条', { min: 1, help: '不写就是到现在为止的全部' }),
    population: count('从多少件里抽', '件'),
    drawn: list('抽到的记录', { record: text('记录编号', { max: 36, code: true }) }, { needs: ['record'] }),
    drawnOn: dayField('抽样日'),
  },
  states: { drawn: '已抽取' },
  steps: {
    draw: {
      label: '抽样',
      by: ['audit-administrator', 'auditor'],
      basis: [cite('GB', '51(4)'), cite('GB', '54')],
      from: 'start',
      to: 'drawn',
      day: 'drawnOn',
      asks: ['auditor', 'year', 'size'],
      may: ['purpose', 'sampledKind', 'seed', 'ledgerSize'],
      usual: { year: { today: 'last-year' } },
      fills: ['seed', 'ledgerSize', 'population', 'drawn'],
    },
  },
  examples: [
    [
      {
        step: 'draw',
        on: '2024-09-03',
        values: {
          auditor: 'auditor',
          purpose: '年度内部审计',
          year: 2024,
          size: 20,
          seed: '审计2024-01',
          drawnOn: '2024-09-03',
        },
      },
    ],
  ],
});
