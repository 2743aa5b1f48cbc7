import { count, dayField, defineKind, oneOf } from '../../kernel/index.ts';
import { cite } from '../../law/index.ts';

const ROUND = {
  by: ['village-cadre', 'household-group-leader', 'mediator', 'judicial-office'],
  basis: [cite('RT', '17'), cite('TF', '34')],
  from: 'start',
  day: 'screenedOn',
  asks: ['theme', 'since'],
  may: ['visited', 'took'],
} as const;

/**
 * A round of screening (矛盾纠纷排查) in one village: what was found stands in the disputes that link to it, never as a typed
 * number; that nothing was found (零报告) is stated as a fact.
 */
export const screeningRound = defineKind({
  code: 'screening-round',
  label: '矛盾纠纷排查',
  room: 'disputes',
  version: 1,
  village: 'required',
  title: 'theme',
  fields: {
    theme: oneOf('哪种排查', {
      regular: '定期排查',
      festival: '节假日、重要时段排查',
      special: '专项排查（山林土地、务工工资等）',
      seasonal: '农忙、汛期等季节性排查',
    }),
    since: dayField('排查时段开始日'),
    screenedOn: dayField('排查时段结束日'),
    visited: count('走访', '户', { max: 100_000 }),
    took: count('参加排查', '人', { max: 10_000 }),
  },
  states: { zero: '零报告', found: '有纠纷' },
  steps: {
    reportZero: { ...ROUND, label: '零报告', to: 'zero' },
    report: { ...ROUND, label: '登记排查', to: 'found' },
    find: {
      label: '零报告后又发现',
      by: ROUND.by,
      basis: ROUND.basis,
      from: ['zero'],
      to: 'found',
    },
  },
  figures: {
    'screening-rounds': {
      label: '矛盾纠纷排查',
      unit: '次',
      definition: '排查时段结束日在统计期内的矛盾纠纷排查，一个村一个时段计一次，含零报告。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'screenedOn',
    },
    'screening-rounds.zero': {
      label: '矛盾纠纷排查零报告',
      unit: '次',
      definition: '排查时段结束日在统计期内、没有发现矛盾纠纷的排查；后来又发现的不计。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'screenedOn',
      where: ({ state }) => state === 'zero',
      relations: [{ to: 'screening-rounds', is: 'part-of' }],
    },
    'screening-rounds.villages': {
      label: '开展过矛盾纠纷排查的村',
      unit: '个',
      definition: '统计期内登记过矛盾纠纷排查（含零报告）的村，一个村只计一次。',
      chapter: 'disputes',
      measure: 'distinct',
      on: 'screenedOn',
      key: ({ village }) => village,
    },
  },
  examples: [
    [
      {
        step: 'report',
        on: '2024-03-29',
        village: '柳树村',
        values: { theme: 'regular', since: '2024-03-01', screenedOn: '2024-03-29', visited: 42, took: 6 },
      },
    ],
    [
      {
        step: 'reportZero',
        on: '2024-04-30',
        village: '枫香村',
        values: { theme: 'regular', since: '2024-04-01', screenedOn: '2024-04-30' },
      },
      { step: 'find', on: '2024-05-02', values: {} },
    ],
  ],
});
