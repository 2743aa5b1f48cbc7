import { dayField, defineKind, longText, oneOf, people, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  subject: text('事由', { max: 100, help: '不写申请人姓名' }),
  type: oneOf('请求什么', { compensation: '国家赔偿', performance: '履行法定职责' }),
  applicant: people('申请人'),
  receivedOn: dayField('收到申请日'),
  channel: oneOf('怎样提出', { visit: '当面递交', mail: '邮寄', online: '网络', other: '其他' }),
  complete: oneOf('申请材料', { whole: '齐全', lacking: '不齐全' }),
  lacking: text('要补正什么', { max: 300, help: '一次写全' }),
  receipt: oneOf('收讫凭证', { given: '已当场出具', none: '没有出具' }),
  correctionOn: dayField('一次性告知补正日'),
  correctedOn: dayField('收到补正日'),
  outcome: oneOf('处理', { granted: '同意', partly: '部分同意', refused: '不同意' }),
  reasons: longText('理由和依据', { max: 2000, help: '不写姓名' }),
  remedy: oneOf('救济途径', {
    review: '写明应当先申请行政复议',
    suit: '写明可以起诉和期限',
    either: '写成可以复议或者诉讼',
    none: '没有写',
  }),
  decidedOn: dayField('决定、答复日'),
  deliveredOn: dayField('送达日'),
};
type Claim = Matter<typeof fields>;

const isFor =
  (type: 'compensation' | 'performance') =>
  ({ values }: Claim): boolean =>
    values.type === type;

const isRefusal = ({ values }: Claim): boolean => values.outcome === 'refused' || values.outcome === 'partly';

/** What somebody asks of the office itself (国家赔偿申请、履职申请), each answered within two months. */
export const officeClaim = defineKind({
  code: 'office-claim',
  label: '赔偿、履职申请',
  room: 'oversight',
  version: 1,
  village: 'optional',
  title: 'subject',
  fields,
  states: { received: '待答复', decided: '已决定', delivered: '已送达' },
  steps: {
    receive: {
      label: '收到申请',
      by: ['judicial-office', 'window-clerk'],
      basis: [cite('GP', '12④'), cite('SS', '47')],
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      // That somebody came is a fact whatever he was given; the flaw says that he was given nothing.
      records: true,
      asks: ['subject', 'type'],
      may: ['applicant', 'channel', 'complete', 'receipt'],
      rules: [
        {
          rule: rule('FY-27.receipt'),
          breached: (m) =>
            isFor('compensation')(m) && m.values.channel === 'visit' && m.values.receipt === 'none',
          remedy: '请补给申请人加盖专用印章、注明收讫日期的书面凭证。',
        },
      ],
      papers: {
        receipt: { label: '申请收讫凭证', series: '收讫', data: ['applicant', 'subject', 'receivedOn'] },
      },
    },
    askCorrection: {
      label: '一次性告知补正',
      when: ({ values }) => values.correctionOn === undefined,
      by: ['judicial-office'],
      basis: cite('GP', '12④'),
      from: ['received'],
      day: 'correctionOn',
      may: ['lacking'],
      rules: [
        {
          rule: rule('FY-27.correct'),
          breached: (m) => isFor('compensation')(m) && m.values.correctedOn !== undefined,
          remedy: '补正只告知一次；已经补正过的，请按现有材料决定。',
        },
      ],
      papers: {
        correction: {
          label: '补正告知书',
          series: '赔补',
          data: ['applicant', 'subject', 'lacking', 'correctionOn'],
        },
      },
    },
    correct: {
      label: '收到补正',
      when: ({ values }) => values.correctionOn !== undefined && values.correctedOn === undefined,
      by: ['judicial-office', 'window-clerk'],
      basis: cite('GP', '12④'),
      from: ['received'],
      day: 'correctedOn',
    },
    decide: {
      label: '决定、答复',
      by: ['township-head', 'judicial-office'],
      basis: [cite('GP', '13'), cite('SS', '47')],
      from: ['received'],
      to: 'decided',
      day: 'decidedOn',
      asks: ['outcome', 'reasons'],
      may: ['remedy'],
      rules: [
        {
          rule: rule('FY-06'),
          breached: (m) => isFor('performance')(m) && isRefusal(m) && m.values.remedy !== 'review',
          remedy: '拒绝履行法定职责的，答复书应当告知先申请行政复议，不能写成可以直接起诉。',
        },
      ],
      papers: {
        decision: {
          label: '赔偿决定书、履职答复书',
          series: '赔决',
          data: ['applicant', 'subject', 'outcome', 'reasons', 'remedy', 'decidedOn'],
        },
      },
    },
    deliver: {
      label: '送达',
      by: ['judicial-office'],
      basis: cite('GP', '13'),
      from: ['decided'],
      to: 'delivered',
      day: 'deliveredOn',
    },
  },
  terms: [
    {
      rule: 'FY-27.correct',
      from: 'receivedOn',
      metBy: 'correctionOn',
      where: (m) => isFor('compensation')(m) && m.values.complete === 'lacking',
    },
    { rule: 'FY-27', from: 'receivedOn', metBy: 'decidedOn', where: isFor('compensation') },
    { rule: 'FY-27.deliver', from: 'decidedOn', metBy: 'deliveredOn', where: isFor('compensation') },
    { rule: 'FY-19', from: 'receivedOn', metBy: 'decidedOn', where: isFor('performance') },
  ],
  figures: {
    'office-claims.compensation': {
      label: '国家赔偿申请',
      unit: '件',
      definition: '收到日在统计期内、向本乡镇提出的国家赔偿申请。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
      counter: false,
      where: isFor('compensation'),
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-04-08',
        values: {
          subject: '拆除围墙造成损失',
          type: 'compensation',
          channel: 'visit',
          complete: 'lacking',
          receipt: 'given',
          receivedOn: '2024-04-08',
        },
      },
      {
        step: 'askCorrection',
        on: '2024-04-10',
        values: { lacking: '损失的照片和购买凭证', correctionOn: '2024-04-10' },
      },
      { step: 'correct', on: '2024-04-15', values: { correctedOn: '2024-04-15' } },
      {
        step: 'decide',
        on: '2024-05-27',
        values: { outcome: 'partly', reasons: '部分损失有依据', decidedOn: '2024-05-27' },
      },
      { step: 'deliver', on: '2024-06-03', values: { deliveredOn: '2024-06-03' } },
    ],
  ],
});
