import type { Stories, Story, ToldAct } from '../story.ts';

function review(opinion: string): NonNullable<Story['others']> {
  const acts: ToldAct[] = [
    {
      step: 'submit',
      on: '2026-03-02',
      values: { title: '停车场经营合同', type: 'contract', office: '村建中心' },
    },
    { step: 'opine', on: '2026-03-06', values: { opinion, suggestions: 0 } },
  ];
  return { review: { kind: 'legality-review', acts } };
}

const at = (step: string, on: string, values: object = {}): ToldAct => ({ step, on, values: { ...values } });
const draft = (type = 'civil'): ToldAct => at('draft', '2026-03-02', { title: '停车场经营合同', type });
const sign = (values: object = {}): ToldAct =>
  at('sign', '2026-03-09', { amount: 3_600_000, review: '@review', ...values });
const SIGNED = [draft(), sign()];
const ADMINISTRATIVE = [draft('administrative'), sign()];
const DUE = [{ due: '2026-06-30', amount: 600_000 }];
const PAID = [{ due: '2026-06-30', amount: 600_000, paidOn: '2026-06-28' }];

const LIST: readonly Story[] = [
  {
    rule: 'GF-16',
    situation: '没有合法性审查就签订',
    given: [draft()],
    act: sign({ review: undefined }),
    outcome: 'reminded',
  },
  {
    rule: 'GF-16',
    situation: '审查认为不合法，仍签订',
    others: review('unlawful'),
    given: [draft()],
    act: sign(),
    outcome: 'reminded',
  },
  { rule: 'GF-16', situation: '审查认为合法后签订', given: [draft()], act: sign(), outcome: 'kept' },
  {
    rule: 'YS-31',
    situation: '以负责人更替为由解除',
    given: SIGNED,
    act: at('cancel', '2026-07-01', { changedFor: 'leaders', compensation: 'none' }),
    outcome: 'stopped',
  },
  {
    rule: 'YS-31',
    situation: '双方协商一致变更',
    given: SIGNED,
    act: at('change', '2026-07-01', { changedFor: 'agreed', compensation: 'none' }),
    outcome: 'kept',
  },
  {
    rule: 'GF-20',
    situation: '因公共利益变更，没有补偿对方的损失',
    given: SIGNED,
    act: at('change', '2026-07-01', { changedFor: 'public', compensation: 'unsettled' }),
    outcome: 'stopped',
  },
  {
    rule: 'GF-20',
    situation: '因公共利益变更，已依法补偿',
    given: SIGNED,
    act: at('change', '2026-07-01', { changedFor: 'public', compensation: 'settled' }),
    outcome: 'kept',
  },
  {
    rule: 'GF-19',
    situation: '解除行政协议，对方有损失没有补偿',
    given: ADMINISTRATIVE,
    act: at('cancel', '2026-07-01', { changedFor: 'public', compensation: 'unsettled' }),
    outcome: 'stopped',
  },
  {
    rule: 'GF-19',
    situation: '解除行政协议，补偿以后',
    given: ADMINISTRATIVE,
    act: at('cancel', '2026-07-01', { changedFor: 'public', compensation: 'settled' }),
    outcome: 'kept',
  },
  {
    rule: 'YS-32',
    situation: '到期的款没有付清就登记履行完毕',
    given: SIGNED,
    act: at('end', '2026-07-06', { payments: DUE }),
    outcome: 'stopped',
  },
  {
    rule: 'GF-20.end',
    situation: '履行期2026年12月31日届满，提前三十日提醒验收、付清或者续签',
    given: [draft()],
    act: sign({ until: '2026-12-31' }),
    outcome: { due: '2026-12-01' },
  },
  {
    rule: 'YS-32',
    situation: '款项付清后履行完毕',
    given: SIGNED,
    act: at('end', '2026-07-06', { payments: PAID }),
    outcome: 'kept',
  },
];

export const stories: Stories = {
  kind: 'contract',
  stories: LIST.map((story) => ({ others: review('lawful'), ...story })),
};
