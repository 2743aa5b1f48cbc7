import {
  dayField,
  defineKind,
  file,
  link,
  list,
  longText,
  money,
  oneOf,
  people,
  text,
  UNIT,
  type Day,
  type LinkedMatter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** A review that lets a contract be signed, given before that. */
function isPassed(review: LinkedMatter | undefined, on: Day): boolean {
  if (review === undefined) return false;
  const { opinion, opinionOn } = review.values as { opinion?: string; opinionOn?: Day };
  return opinion !== 'unlawful' && opinionOn !== undefined && opinionOn <= on;
}

/** A contract (合同协议) of the township, from its draft to its end, with what was promised and paid. */
export const contract = defineKind({
  code: 'contract',
  label: '合同协议',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields: {
    title: text('合同名称', { max: 120, help: '不写对方个人姓名' }),
    type: oneOf('类型', {
      administrative: '行政协议（特许经营、征收补偿、国有资产出让等）',
      civil: '民事合同（采购、工程、租赁、服务等）',
      other: '其他',
    }),
    counterparty: text('对方单位', { max: 80, help: '对方是个人的填在下一栏' }),
    persons: people('对方个人'),
    amount: money('签订的金额'),
    office: text('承办单位', { max: 60 }),
    draft: file('合同文本'),
    draftedOn: dayField('起草日'),
    review: link('合法性审查', 'legality-review'),
    discussion: link('集体讨论的会议', 'gathering'),
    number: text('合同编号', { max: 40, code: true }),
    signedOn: dayField('签订日'),
    since: dayField('履行开始日', { future: true }),
    until: dayField('履行期满日', { future: true }),
    payments: list(
      '付款',
      { due: dayField('应付日', { future: true }), amount: money('金额'), paidOn: dayField('实付日') },
      { needs: ['due', 'amount'] },
    ),
    changedFor: oneOf('变更、解除的原因', {
      agreed: '双方协商一致',
      public: '国家利益、公共利益需要',
      breach: '对方违约',
      force: '不可抗力',
      leaders: '负责人更替、机构调整等',
    }),
    compensation: oneOf('补偿', {
      none: '对方没有损失',
      settled: '已依法补偿',
      unsettled: '有损失，没有补偿',
    }),
    newAmount: money('变更后的金额'),
    changeDetail: longText('变更内容', { max: 2000 }),
    changedOn: dayField('变更、解除日'),
    endedOn: dayField('履行完毕日'),
    archivedOn: dayField('归档日'),
  },
  states: {
    drafted: '起草中',
    signed: '履行中',
    ended: '已履行完毕',
    cancelled: '已解除',
    dropped: '没有签订',
  },
  steps: {
    draft: {
      label: '起草',
      by: ['judicial-office', 'area-lead', 'window-clerk', 'emergency-officer'],
      basis: [cite('YS', '31'), cite('HFS', '*')],
      from: 'start',
      to: 'drafted',
      day: 'draftedOn',
      asks: ['title', 'type'],
      may: ['counterparty', 'persons', 'amount', 'office', 'draft'],
      usual: { office: UNIT },
    },
    sign: {
      label: '签订',
      by: ['township-head', 'judicial-office', 'area-lead'],
      basis: [cite('YS', '31'), cite('XY', '1')],
      from: ['drafted'],
      to: 'signed',
      day: 'signedOn',
      asks: ['amount'],
      may: [
        'review',
        'discussion',
        'number',
        'counterparty',
        'persons',
        'since',
        'until',
        'payments',
        'draft',
      ],
      rules: [
        {
          rule: rule('GF-16'),
          breached: ({ linked, actOn }) => !isPassed(linked.review, actOn),
          remedy: '请先送合法性审查；审查认为不合法的，修改后再签，或者写明不采纳的理由。',
        },
      ],
      papers: {
        contract: {
          label: '合同',
          series: '合',
          data: ['title', 'counterparty', 'amount', 'since', 'until', 'signedOn'],
        },
      },
    },
    drop: {
      label: '不再签订',
      by: ['judicial-office', 'area-lead', 'township-head'],
      basis: cite('HFS', '*'),
      from: ['drafted'],
      to: 'dropped',
    },
    pay: {
      label: '登记付款',
      by: ['judicial-office', 'area-lead', 'window-clerk'],
      basis: cite('YS', '32'),
      from: ['signed'],
      asks: ['payments'],
    },
    change: {
      label: '变更',
      by: ['township-head', 'area-lead', 'judicial-office'],
      basis: [cite('YS', '31'), cite('XY', '16')],
      from: ['signed'],
      day: 'changedOn',
      asks: ['changedFor', 'compensation'],
      may: ['changeDetail', 'newAmount', 'until', 'review'],
      rules: [
        {
          rule: rule('YS-31'),
          breached: ({ values }) => values.changedFor === 'leaders',
          remedy: '不得以换届、负责人更替、机构调整为由改变合同，请继续履行。',
        },
        {
          rule: rule('GF-20'),
          breached: ({ values }) => values.changedFor === 'public' && values.compensation === 'unsettled',
          remedy: '因公共利益需要改变合同的，请依法定权限和程序，先补偿对方的损失。',
        },
      ],
      papers: {
        change: {
          label: '合同变更协议',
          series: '合变',
          data: ['title', 'changedFor', 'changeDetail', 'newAmount', 'until', 'changedOn'],
        },
      },
    },
    cancel: {
      label: '解除',
      by: ['township-head', 'area-lead'],
      basis: [cite('YS', '31'), cite('XY', '16')],
      from: ['signed'],
      to: 'cancelled',
      day: 'changedOn',
      asks: ['changedFor', 'compensation'],
      may: ['changeDetail', 'review'],
      rules: [
        {
          rule: rule('YS-31'),
          breached: ({ values }) => values.changedFor === 'leaders',
          remedy: '不得以换届、负责人更替、机构调整为由解除合同，请继续履行。',
        },
        {
          rule: rule('GF-19'),
          breached: ({ values }) => values.type === 'administrative' && values.compensation === 'unsettled',
          remedy: '解除行政协议造成对方损失的应当补偿，请先补偿再解除。',
        },
      ],
    },
    end: {
      label: '履行完毕',
      by: ['judicial-office', 'area-lead', 'window-clerk'],
      basis: [cite('YS', '31'), cite('YS', '32')],
      from: ['signed'],
      to: 'ended',
      day: 'endedOn',
      may: ['payments'],
      rules: [
        {
          rule: rule('YS-32'),
          breached: ({ values }) =>
            (values.payments ?? []).some(
              ({ due, paidOn }) =>
                paidOn === undefined &&
                due !== undefined &&
                values.endedOn !== undefined &&
                due <= values.endedOn,
            ),
          remedy: '还有到期没有支付的款项，请先付清，不得拖欠。',
        },
      ],
    },
    archive: {
      label: '归档',
      when: ({ values }) => values.archivedOn === undefined,
      by: ['judicial-office', 'area-lead', 'window-clerk'],
      basis: cite('DA', '14'),
      from: ['ended', 'cancelled'],
      day: 'archivedOn',
      may: ['draft'],
    },
  },
  terms: [{ rule: 'GF-20.end', from: 'until', metBy: 'endedOn' }],
  figures: {
    'contracts.signed': {
      label: '签订合同',
      unit: '份',
      definition: '签订日在统计期内的乡镇合同协议；村级合同不计。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'signedOn',
    },
    'contracts.amount': {
      label: '签订合同金额',
      unit: '元',
      definition:
        '签订日在统计期内的乡镇合同协议，签订时写明的金额之和，一份四舍五入到元；以后变更的金额不动这个数。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'signedOn',
      amount: ({ values }) => Math.round((values.amount ?? 0) / 100),
    },
    'contracts.reviewed-rate': {
      label: '签订合同送审率',
      unit: '%',
      definition: '签订日在统计期内的合同：经过合法性审查的份数除以全部份数。',
      chapter: 'decisions',
      measure: 'ratio',
      on: 'signedOn',
      numerator: ({ values }) => (values.review === undefined ? 0 : 1),
      denominator: () => 1,
    },
  },
  examples: [
    [
      {
        step: 'draft',
        on: '2024-03-01',
        values: {
          title: '集镇停车场经营合同',
          type: 'civil',
          counterparty: '样稿停车服务有限公司',
          office: '村镇建设服务中心',
          draftedOn: '2024-03-01',
        },
      },
      {
        step: 'sign',
        on: '2024-03-18',
        values: {
          amount: 3_600_000,
          review: '00000000-0000-4000-8000-000000000001',
          number: '演示合〔2024〕3号',
          since: '2024-04-01',
          until: '2027-03-31',
          signedOn: '2024-03-18',
        },
      },
      {
        step: 'pay',
        on: '2024-07-01',
        values: { payments: [{ due: '2024-06-30', amount: 600_000, paidOn: '2024-06-28' }] },
      },
      {
        step: 'change',
        on: '2024-08-05',
        values: {
          changedFor: 'agreed',
          compensation: 'none',
          changeDetail: '增加充电桩两个',
          changedOn: '2024-08-05',
        },
      },
      { step: 'end', on: '2024-12-16', values: { endedOn: '2024-12-16' } },
      { step: 'archive', on: '2024-12-18', values: { archivedOn: '2024-12-18' } },
    ],
    [
      {
        step: 'draft',
        on: '2024-05-06',
        values: { title: '垃圾清运服务协议', type: 'administrative', draftedOn: '2024-05-06' },
      },
      {
        step: 'sign',
        on: '2024-05-20',
        values: { amount: 800_000, review: '00000000-0000-4000-8000-000000000001', signedOn: '2024-05-20' },
      },
      {
        step: 'cancel',
        on: '2024-10-14',
        values: { changedFor: 'public', compensation: 'settled', changedOn: '2024-10-14' },
      },
    ],
    [
      {
        step: 'draft',
        on: '2024-06-03',
        values: { title: '办公设备采购合同', type: 'civil', draftedOn: '2024-06-03' },
      },
      { step: 'drop', on: '2024-06-20', values: {} },
    ],
  ],
});
