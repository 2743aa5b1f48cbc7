import {
  dayField,
  defineKind,
  LAST,
  link,
  longText,
  money,
  oneOf,
  people,
  place,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';
import { GUEST, GUEST_FIELDS, lacksTwoOfficers, TWO_OFFICERS } from './officers.ts';

/** The most that may be imposed on the spot, in fen (行政处罚法第五十一条). */
const MOST = { citizen: 20_000, organisation: 300_000 } as const;

const fields = {
  cause: text('案由', { max: 80, help: '不写当事人姓名' }),
  number: text('决定书编号', { max: 40, code: true, help: '预定格式、编有号码的决定书' }),
  power: link('处罚事项（权责清单）', 'power-item'),
  party: people('当事人'),
  partyKind: oneOf('当事人类别', { citizen: '公民', organisation: '法人或者其他组织' }),
  facts: longText('违法事实', { privacy: 'personal' }),
  grounds: text('处罚依据', { max: 300, help: '法律名称和条、款、项' }),
  firstOfficer: link('主办人员', 'enforcement-officer'),
  secondOfficer: link('协办人员', 'enforcement-officer'),
  ...GUEST_FIELDS,
  shown: oneOf('执法证件', { shown: '已出示', missing: '没有出示' }),
  handed: oneOf('决定书', {
    signed: '当场交付，当事人签收',
    refused: '当场交付，当事人拒签，已在决定书上注明',
    missing: '没有当场交付',
  }),
  place: place('处罚地点'),
  heard: oneOf('陈述申辩', { heard: '已当场听取并复核', waived: '当事人放弃', missing: '没有听取' }),
  remedy: oneOf('救济途径的写法', { review: '写明先申请行政复议', either: '写成可以复议或者诉讼' }),
  result: oneOf('处罚', { warning: '警告', fine: '罚款' }),
  fine: money('罚款金额'),
  decidedOn: dayField('决定日'),
  payment: oneOf('缴款方式', {
    bank: '到银行或者电子支付',
    small: '当场收缴：一百元以下',
    hard: '当场收缴：不当场收事后难以执行',
    remote: '当场收缴：交通不便，当事人提出',
  }),
  receipt: oneOf('票据', { official: '财政部门统一制发的专用票据', none: '没有' }),
  collectedOn: dayField('当场收缴日'),
  deliveredOn: dayField('交至机关日'),
  bankedOn: dayField('机关缴付银行日'),
  filedOn: dayField('报机关备案日'),
  publicationCheckedOn: dayField('公开前保密审查日'),
  publishedOn: dayField('公开日'),
  reviewAskedOn: dayField('收到复议申请日'),
  reviewPassedOn: dayField('转送复议机关日'),
};
type Penalty = Matter<typeof fields>;

/** A penalty imposed on the spot (当场处罚、简易程序): a warning or a small fine, decided, handed over and reported at once. */
export const summaryPenalty = defineKind({
  code: 'summary-penalty',
  label: '当场处罚',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields,
  states: { decided: '已决定', filed: '已备案' },
  steps: {
    decide: {
      label: '当场处罚',
      by: ['enforcement-officer'],
      basis: [cite('CF', '51'), cite('CF', '52')],
      from: 'start',
      to: 'decided',
      day: 'decidedOn',
      asks: ['cause', 'firstOfficer', 'partyKind', 'result', 'grounds', 'shown', 'heard', 'remedy', 'handed'],
      may: [
        'number',
        'secondOfficer',
        ...GUEST,
        'power',
        'party',
        'facts',
        'place',
        'fine',
        'payment',
        'receipt',
      ],
      usual: { firstOfficer: LAST, secondOfficer: LAST },
      rules: [
        {
          rule: rule('CF-20'),
          breached: lacksTwoOfficers,
          remedy: TWO_OFFICERS,
        },
        {
          rule: rule('CF-29'),
          remedy: '超过当场处罚的限额（公民二百元、单位三千元），请按普通程序立案。',
          breached: ({ values: { fine = 0, partyKind = 'citizen' } }) => fine > MOST[partyKind],
        },
        {
          rule: rule('CF-30'),
          remedy: '请出示执法证件，用编有号码的决定书，罚款写明数额，当场交付当事人；拒签的在决定书上注明。',
          breached: ({ values }) =>
            values.shown !== 'shown' ||
            values.handed === 'missing' ||
            values.number === undefined ||
            (values.result === 'fine' && !values.fine),
        },
        {
          rule: rule('CF-31'),
          remedy: '当场处罚先申请行政复议，请改写决定书的救济途径。',
          breached: ({ values }) => values.remedy === 'either',
        },
        {
          rule: rule('CF-22'),
          remedy: '请当场告知内容、事实、理由和依据，听取陈述申辩。',
          breached: ({ values }) => values.heard === 'missing',
        },
        {
          rule: rule('CF-48'),
          remedy: '当场收缴只限三种情形，须出具财政统一票据；一百元以下一项不得超过一百元。',
          breached: ({ values: { payment, receipt, fine = 0 } }) =>
            payment !== undefined &&
            payment !== 'bank' &&
            (receipt !== 'official' || (payment === 'small' && fine > 10_000)),
        },
      ],
      papers: {
        decision: {
          label: '当场行政处罚决定书',
          series: '当罚',
          data: [
            'number',
            'party',
            'cause',
            'facts',
            'grounds',
            'result',
            'fine',
            'payment',
            'place',
            'handed',
            'remedy',
            'decidedOn',
          ],
        },
      },
    },
    collect: {
      label: '登记当场收缴',
      when: ({ values }) => values.collectedOn === undefined && (values.fine ?? 0) > 0,
      by: ['enforcement-officer'],
      basis: [cite('CF', '68'), cite('CF', '70')],
      from: ['decided', 'filed'],
      day: 'collectedOn',
      // The money has been taken; whether it might have been is another matter.
      records: true,
      rules: [
        {
          rule: rule('CF-47'),
          remedy: '没有写明当场收缴情形的，当事人到银行或者电子支付；已经收了的，照实登记并两日内交至机关。',
          breached: ({ values: { payment = 'bank' } }) => payment === 'bank',
        },
      ],
    },
    deliver: {
      label: '交至机关',
      when: ({ values }) => values.collectedOn !== undefined && values.deliveredOn === undefined,
      by: ['enforcement-officer'],
      basis: cite('CF', '71'),
      from: ['decided', 'filed'],
      day: 'deliveredOn',
    },
    bank: {
      label: '缴付银行',
      when: ({ values }) => values.deliveredOn !== undefined && values.bankedOn === undefined,
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('CF', '71'),
      from: ['decided', 'filed'],
      day: 'bankedOn',
    },
    publish: {
      label: '公开处罚决定',
      when: ({ values }) => values.publishedOn === undefined,
      by: ['enforcement-officer', 'judicial-office'],
      basis: [cite('CF', '48①'), cite('N118', '*')],
      from: ['decided', 'filed'],
      day: 'publishedOn',
      may: ['publicationCheckedOn'],
      rules: [
        {
          rule: rule('GK-05'),
          remedy: '请先由专人审查：隐去当事人的个人信息，没有涉密内容，填审查日后再公开。',
          breached: ({ values: { publicationCheckedOn, publishedOn } }) =>
            publicationCheckedOn === undefined ||
            publishedOn === undefined ||
            publicationCheckedOn > publishedOn,
        },
      ],
    },
    askReview: {
      label: '收到向本机关提交的复议申请',
      when: ({ values }) => values.reviewAskedOn === undefined,
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('FY', '32'),
      from: ['decided', 'filed'],
      day: 'reviewAskedOn',
    },
    passReview: {
      label: '维持决定，转送复议机关',
      when: ({ values }) => values.reviewAskedOn !== undefined && values.reviewPassedOn === undefined,
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('FY', '32'),
      from: ['decided', 'filed'],
      day: 'reviewPassedOn',
    },
    file: {
      label: '报机关备案',
      by: ['enforcement-officer'],
      basis: cite('CF', '52'),
      from: ['decided'],
      to: 'filed',
      day: 'filedOn',
    },
  },
  terms: [
    { rule: 'CF-49', from: 'collectedOn', metBy: 'deliveredOn' },
    { rule: 'CF-49.bank', from: 'deliveredOn', metBy: 'bankedOn' },
    { rule: 'ZF-03.penalty', from: 'decidedOn', metBy: 'publishedOn' },
    { rule: 'FY-08', from: 'reviewAskedOn', metBy: 'reviewPassedOn' },
  ],
  figures: {
    'penalty-cases.summary': {
      label: '简易程序（当场）行政处罚',
      unit: '件',
      definition: '决定日在统计期内当场作出的行政处罚决定。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'decidedOn',
      relations: [
        { to: 'penalty-cases', is: 'part-of' },
        { to: 'penalty-cases.ordinary', is: 'disjoint' },
      ],
    },
  },
  alsoCounts: {
    'power-items.exercised': { on: 'decidedOn', key: ({ values }: Penalty) => values.power },
    'penalty-cases': { on: 'decidedOn' },
    'penalties.fines': {
      on: 'decidedOn',
      amount: ({ values }: Penalty) => Math.round((values.fine ?? 0) / 100),
    },
  },
  examples: [
    [
      {
        step: 'decide',
        on: '2024-05-20',
        village: '枫香村',
        values: {
          cause: '在集镇街道乱堆建筑垃圾',
          number: '当罚演示001',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          party: [{ name: '杨某某' }],
          partyKind: 'citizen',
          grounds: '《村庄和集镇规划建设管理条例》第三十九条',
          shown: 'shown',
          heard: 'heard',
          remedy: 'review',
          handed: 'signed',
          place: '集镇主街',
          result: 'fine',
          fine: 10_000,
          payment: 'small',
          receipt: 'official',
          decidedOn: '2024-05-20',
        },
      },
      { step: 'collect', on: '2024-05-20', values: { collectedOn: '2024-05-20' } },
      { step: 'deliver', on: '2024-05-21', values: { deliveredOn: '2024-05-21' } },
      { step: 'bank', on: '2024-05-22', values: { bankedOn: '2024-05-22' } },
      {
        step: 'publish',
        on: '2024-05-24',
        values: { publicationCheckedOn: '2024-05-23', publishedOn: '2024-05-24' },
      },
      { step: 'file', on: '2024-05-24', values: { filedOn: '2024-05-24' } },
      { step: 'askReview', on: '2024-06-03', values: { reviewAskedOn: '2024-06-03' } },
      { step: 'passReview', on: '2024-06-06', values: { reviewPassedOn: '2024-06-06' } },
    ],
  ],
});
