import {
  count,
  dayField,
  defineKind,
  file,
  LAST,
  longText,
  money,
  oneOf,
  people,
  text,
  yearOf,
} from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';

/** Types of dispute (纠纷类型) of the judicial statistics of people's mediation. */
export const DISPUTE_TYPES = {
  family: '婚姻家庭',
  neighbour: '邻里',
  homestead: '房屋宅基地',
  contract: '合同',
  business: '生产经营',
  damage: '损害赔偿',
  land: '山林土地',
  demolition: '征地拆迁',
  pollution: '环境污染',
  labour: '劳动争议',
  consumer: '消费',
  medical: '医疗',
  traffic: '道路交通事故',
  property: '物业',
  other: '其他',
} as const;

/** Through whom a matter usually comes in, by who enters it. */
const OWN_CHANNEL = { 'household-group-leader': 'group', 'village-cadre': 'village' } as const;

/** 一方明确拒绝的，不得调解(人民调解法第十七条)。 */
const MUST_NOT_REFUSE = {
  rule: rule('RT-01'),
  breached: ({ values }: { values: { consent?: 'both' | 'refused' } }): boolean =>
    values.consent === 'refused',
  remedy: '请办“终止调解”，并告知当事人可以通过仲裁、行政、司法等途径解决。',
};

/** A dispute (矛盾纠纷), from screening to its end. Who the parties are and what happened is personal. */
export const dispute = defineKind({
  code: 'dispute',
  label: '矛盾纠纷',
  room: 'disputes',
  version: 1,
  village: 'optional',
  retention: RETENTION.mediation,
  title: 'title',
  fields: {
    title: text('事由', { max: 60, help: '写明争的是什么，不写人名，如“宅基地边界纠纷”' }),
    type: oneOf('纠纷类型', DISPUTE_TYPES),
    channel: oneOf('受理渠道', {
      village: '村人民调解委员会',
      township: '乡镇人民调解委员会',
      station: '公共法律服务工作站',
      group: '十联户',
      centre: '综治中心',
    }),
    reportedOn: dayField('排查受理日'),
    parties: people('当事人'),
    involved: count('涉及人数', '人', { min: 1 }),
    amount: money('涉及金额'),
    narrative: longText('简要情况', { privacy: 'personal' }),
    photo: file('现场照片', { media: 'photo' }),
    voice: file('录音', { media: 'sound', help: '说明争的是什么、在哪里' }),
    consent: oneOf('是否愿意调解', { both: '双方愿意', refused: '有一方明确拒绝' }),
    mediatedOn: dayField('首次调解日'),
    lastMediatedOn: dayField('最近一次调解日'),
    settledOn: dayField('化解日'),
    agreement: oneOf('协议形式', { oral: '口头协议', written: '书面协议' }),
    endedOn: dayField('终止日'),
    referral: oneOf('告知的途径', {
      court: '起诉',
      arbitration: '仲裁',
      administrative: '行政处理',
      police: '公安处理',
    }),
  },
  states: { reported: '已受理', mediating: '调解中', settled: '已化解', ended: '已终止' },
  steps: {
    report: {
      label: '登记纠纷',
      by: ['mediator', 'judicial-office', 'village-cadre', 'household-group-leader'],
      basis: cite('RT', '17'),
      from: 'start',
      to: 'reported',
      day: 'reportedOn',
      asks: ['title', 'type', 'channel'],
      may: ['parties', 'involved', 'amount', 'narrative', 'photo', 'voice', 'consent'],
      usual: { channel: [{ byPost: OWN_CHANNEL }, LAST] },
    },
    settleAtOnce: {
      label: '简易登记',
      by: ['mediator', 'judicial-office', 'village-cadre', 'household-group-leader'],
      basis: [cite('RT', '27'), cite('RT', '28')],
      from: 'start',
      to: 'settled',
      day: 'settledOn',
      sameDay: ['reportedOn', 'mediatedOn'],
      asks: ['title', 'type', 'channel', 'agreement'],
      may: ['parties', 'involved', 'amount', 'narrative', 'photo', 'voice'],
      usual: { channel: [{ byPost: OWN_CHANNEL }, LAST], agreement: { is: 'oral' } },
    },
    mediate: {
      label: '开展调解',
      by: ['mediator', 'judicial-office'],
      basis: [cite('RT', '17'), cite('RT', '27')],
      from: ['reported'],
      to: 'mediating',
      day: 'mediatedOn',
      asks: ['consent'],
      may: ['narrative'],
      rules: [MUST_NOT_REFUSE],
    },
    continue: {
      label: '再次调解',
      by: ['mediator', 'judicial-office'],
      basis: cite('RT', '27'),
      from: ['mediating'],
      to: 'mediating',
      day: 'lastMediatedOn',
      asks: ['consent'],
      may: ['narrative'],
      rules: [MUST_NOT_REFUSE],
    },
    settle: {
      label: '达成协议',
      by: ['mediator', 'judicial-office'],
      basis: [cite('RT', '28'), cite('RT', '30')],
      from: ['mediating'],
      to: 'settled',
      day: 'settledOn',
      asks: ['agreement'],
      may: ['amount', 'narrative'],
    },
    end: {
      label: '终止调解',
      by: ['mediator', 'judicial-office'],
      basis: cite('RT', '26'),
      from: ['reported', 'mediating'],
      to: 'ended',
      day: 'endedOn',
      asks: ['referral'],
      may: ['consent', 'narrative'],
    },
  },
  figures: {
    'disputes.screened': {
      label: '排查受理矛盾纠纷',
      unit: '起',
      definition: '统计期内排查受理的矛盾纠纷，各渠道合计，一起只计一次。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'reportedOn',
    },
    'disputes.settled': {
      label: '化解矛盾纠纷',
      unit: '起',
      definition: '统计期内达成协议化解的矛盾纠纷，含上年受理、本年化解的。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'settledOn',
    },
    'disputes.screened-and-resolved': {
      label: '排查化解矛盾纠纷',
      unit: '起',
      definition: '同一年内排查受理并化解的矛盾纠纷，各渠道合计，一起只计一次；不含上年受理、本年化解的。',
      chapter: 'disputes',
      measure: 'flow',
      on: 'settledOn',
      where: ({ values }) =>
        values.reportedOn !== undefined &&
        values.settledOn !== undefined &&
        yearOf(values.reportedOn) === yearOf(values.settledOn),
      relations: [
        { to: 'disputes.screened', is: 'part-of' },
        { to: 'disputes.settled', is: 'part-of' },
      ],
    },
    'legal-station.mediations': {
      label: '公共法律服务工作站调解矛盾纠纷',
      unit: '起',
      definition: '受理渠道为公共法律服务工作站、首次调解日在统计期内的矛盾纠纷，一起只计一次。',
      chapter: 'services',
      measure: 'flow',
      on: 'mediatedOn',
      where: ({ values }) => values.channel === 'station',
      relations: [{ to: 'disputes.screened-and-resolved', is: 'overlaps' }],
    },
  },
  examples: [
    [
      {
        step: 'report',
        on: '2024-03-05',
        village: '柳树村',
        values: {
          title: '宅基地边界纠纷',
          type: 'homestead',
          channel: 'village',
          reportedOn: '2024-03-05',
          parties: [{ name: '龙某某' }, { name: '杨某某', phone: '00000000000' }],
          narrative: '两户因院墙外移发生争执。',
          involved: 4,
        },
      },
      { step: 'mediate', on: '2024-03-07', values: { mediatedOn: '2024-03-07', consent: 'both' } },
      { step: 'settle', on: '2024-03-07', values: { settledOn: '2024-03-07', agreement: 'oral' } },
    ],
    [
      {
        step: 'settleAtOnce',
        on: '2024-04-02',
        village: '枫香村',
        values: { title: '放水先后纠纷', type: 'neighbour', channel: 'group', agreement: 'oral' },
      },
    ],
    [
      {
        step: 'report',
        on: '2024-05-11',
        village: '石桥村',
        values: { title: '土地流转租金纠纷', type: 'contract', channel: 'station', reportedOn: '2024-05-11' },
      },
      {
        step: 'end',
        on: '2024-05-20',
        values: { endedOn: '2024-05-20', referral: 'court', consent: 'refused' },
      },
    ],
    [
      {
        step: 'report',
        on: '2024-06-03',
        village: '柳树村',
        values: { title: '林地界址纠纷', type: 'land', channel: 'village', reportedOn: '2024-06-03' },
      },
      { step: 'mediate', on: '2024-06-05', values: { mediatedOn: '2024-06-05', consent: 'both' } },
      { step: 'continue', on: '2024-06-12', values: { lastMediatedOn: '2024-06-12', consent: 'both' } },
    ],
  ],
});
