import {
  day,
  dayField,
  defineKind,
  LAST,
  link,
  linkedField,
  list,
  longText,
  manyOf,
  oneOf,
  people,
  place,
  text,
  timeField,
  type Precondition,
  type Situation,
} from '../../kernel/index.ts';
import { cite, judgeTerm, RETENTION, rule } from '../../law/index.ts';
import {
  FIT_OFFICERS,
  GUEST,
  GUEST_FIELDS,
  isPutOnWrongly,
  lacksTwoOfficers,
  TWO_OFFICERS,
} from './officers.ts';
import { isPowerInForce } from './powers.ts';

/** What article 18 asks for on the spot. */
const PROCEDURE = {
  identity: '出示执法证件',
  summoned: '通知当事人到场',
  told: '当场告知理由、依据、权利和救济途径',
  heard: '听取陈述、申辩',
  record: '制作现场笔录',
  signed: '当事人和执法人员签名或者盖章',
  witness: '当事人不到场或者拒签，邀请见证人签名',
} as const;

const fields = {
  cause: text('案由', { max: 80, help: '不写当事人姓名，如“涉嫌非法储存烟花爆竹”' }),
  type: oneOf('措施种类', {
    seal: '查封场所、设施或者财物',
    seize: '扣押财物',
    other: '法律、法规规定的其他措施',
  }),
  source: oneOf('强制措施权来源', {
    law: '法律、法规写明由乡镇实施',
    assigned: '省级赋权决定写明一并行使',
    entrusted: '受其他机关委托',
    none: '没有明确依据',
  }),
  basis: text('法律、法规依据', { max: 300, help: '写明名称和条、款、项；规章和文件不能作依据' }),
  firstOfficer: link('主办人员', 'enforcement-officer'),
  secondOfficer: link('协办人员', 'enforcement-officer'),
  ...GUEST_FIELDS,
  milder: oneOf('不强制能否达到目的', { no: '不能', yes: '能' }),
  party: people('当事人'),
  reason: longText('采取措施的理由', { privacy: 'personal' }),
  power: link('对应的权责事项', 'power-item'),
  case: link('所属处罚案件', 'penalty-case'),
  proposedOn: dayField('呈批日'),
  approvedOn: dayField('批准日'),
  approvedAt: timeField('批准时间'),
  takenOn: dayField('实施日'),
  takenAt: timeField('实施时间'),
  where: place('实施地点'),
  items: list(
    '清单',
    {
      name: text('名称', { max: 60 }),
      quantity: text('数量', { max: 20 }),
      state: text('状况', { max: 60 }),
    },
    { needs: ['name', 'quantity'] },
  ),
  procedure: manyOf('现场程序', PROCEDURE),
  presence: oneOf('当事人到场', { yes: '到场', no: '没有到场' }),
  scope: oneOf('涉案范围', {
    involved: '只限涉案的场所、设施、财物',
    unrelated: '含有与违法行为无关的',
    living: '含有当事人及其扶养家属的生活必需品',
    sealed: '含有其他机关已经查封的',
  }),
  delivered: oneOf('决定书和清单', { both: '都当场交付', list: '只交了清单', none: '没有当场交付' }),
  footage: oneOf('音像记录', { full: '全程', part: '有中断', none: '没有' }),
  footageGap: text('录像中断的时间和原因', { max: 200 }),
  keptAt: place('保管地点'),
  appraisals: list(
    '检测、检验、鉴定',
    {
      what: text('什么', { max: 60 }),
      from: dayField('开始日'),
      to: dayField('结束日', { future: true }),
    },
    { needs: ['what', 'from'], help: '期间不计入三十日，应当书面告知当事人；写上以前送过的' },
  ),
  appraisalOn: dayField('登记鉴定日'),
  extendedOn: dayField('批准延长日'),
  extensionFor: text('为什么延长', { max: 200 }),
  settledOn: dayField('处理日'),
  outcome: oneOf('处理决定', {
    confiscated: '没收',
    destroyed: '依法销毁',
    returned: '退还',
    transferred: '移送司法机关',
  }),
  releaseFor: oneOf('为什么解除', {
    lawful: '当事人没有违法行为',
    unrelated: '与违法行为无关',
    settled: '已作出处理决定，不再需要',
    over: '期限已经届满',
    refused: '负责人认为不应当采取',
    other: '其他不再需要的情形',
  }),
  returned: oneOf('退还', {
    yes: '立即退还财物',
    sold: '已变卖，退还价款',
    nothing: '没有可退的（查封场所启封）',
    no: '暂不退还',
  }),
  fee: oneOf('保管、鉴定费用', { office: '本机关承担', party: '要当事人承担' }),
};
type Here = Situation<typeof fields>;

/** A power that the list of powers holds as entrusted, or that has run out, is none. */
function lacksPower({ values, linked: { power }, actOn }: Here): boolean {
  if (values.source === 'entrusted' || values.source === 'none') return true;
  return power !== undefined && (power.values['source'] === 'entrusted' || !isPowerInForce(power, actOn));
}

function did({ values }: Here, ...what: (keyof typeof PROCEDURE)[]): boolean {
  return what.every((one) => values.procedure?.includes(one));
}

/** All that article 18 asks for; who was summoned and did not come can't be told and heard, and a witness signs. */
function keptProcedure(here: Here): boolean {
  const signed = did(here, 'signed') || did(here, 'witness');
  const heard = here.values.presence === 'no' ? did(here, 'witness') : did(here, 'told', 'heard') && signed;
  return did(here, 'identity', 'summoned', 'record') && heard;
}

/** The thirty days, without what does not count, were over before the day of the act. */
function isOver({ values: { takenOn, appraisals = [] }, actOn }: Here): boolean {
  const suspensions = appraisals.flatMap(({ from, to = actOn }) =>
    from === undefined || from > to ? [] : [{ from, to }],
  );
  return takenOn !== undefined && judgeTerm('QZ-06', takenOn, actOn, { suspensions }) === 'breached';
}

const POWER: Precondition<typeof fields> = {
  rule: rule('QZ-01'),
  breached: lacksPower,
  remedy: '没有法律、法规依据的不能采取；请改为制止、取证，报请有权的县级部门实施。',
};

/** What is held against every measure when it is taken, also in urgency. */
const ON_THE_SPOT: readonly Precondition<typeof fields>[] = [
  POWER,
  { rule: rule('ZF-18'), breached: lacksTwoOfficers, remedy: TWO_OFFICERS },
  {
    rule: rule('QZ-04'),
    breached: ({ values }) => values.scope !== undefined && values.scope !== 'involved',
    remedy: '请把无关财物、生活必需品和其他机关已查封的从清单里去掉。',
  },
  {
    rule: rule('QZ-05'),
    breached: ({ values }) => values.type !== 'other' && values.delivered !== 'both',
    remedy: '请当场制作并交付查封（扣押）决定书和清单，清单一式两份。',
  },
  {
    rule: rule('ZF-06'),
    breached: ({ values }) => values.footage !== 'full',
    remedy: '请全程录像；有中断的，写明时间和原因。',
  },
];

const TAKEN = [
  'type',
  'where',
  'procedure',
  'presence',
  'scope',
  'delivered',
  'footage',
] as const satisfies readonly (keyof typeof fields)[];
const TAKEN_TOO = ['secondOfficer', ...GUEST, 'items', 'footageGap', 'keptAt'] as const;

const PAPERS = {
  decision: {
    label: '查封（扣押）决定书',
    series: '强措决',
    data: ['party', 'type', 'basis', 'reason', 'where', 'takenOn'],
  },
  list: { label: '查封（扣押）清单', data: ['party', 'items', 'keptAt', 'takenOn'] },
  record: {
    label: '现场笔录',
    data: ['party', 'where', 'takenOn', 'procedure', 'presence', 'firstOfficer', 'secondOfficer'],
  },
} as const;

/** A coercive measure (行政强制措施): sealing and seizing, from approval to what becomes of the things. */
export const coerciveMeasure = defineKind({
  code: 'coercive-measure',
  label: '行政强制措施',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'cause',
  fields,
  states: {
    proposed: '待批准',
    approved: '已批准',
    urgent: '紧急实施，待补批',
    held: '查封扣押中',
    settled: '已处理',
    released: '已解除',
  },
  steps: {
    propose: {
      label: '呈批',
      by: ['enforcement-officer'],
      basis: cite('QZ', '18'),
      from: 'start',
      to: 'proposed',
      day: 'proposedOn',
      asks: ['cause', 'type', 'source', 'basis', 'milder', 'firstOfficer'],
      may: ['secondOfficer', 'party', 'reason', 'power', 'case'],
      usual: {
        cause: linkedField('case', 'cause'),
        party: linkedField('case', 'party'),
        firstOfficer: LAST,
        secondOfficer: LAST,
      },
      rules: [{ rule: rule('ZF-18'), breached: isPutOnWrongly, remedy: FIT_OFFICERS }],
    },
    approve: {
      label: '批准',
      by: ['township-head', 'area-lead'],
      basis: cite('QZ', '18'),
      shows: ['party', 'reason'],
      from: ['proposed'],
      to: 'approved',
      day: 'approvedOn',
      may: ['approvedAt'],
      rules: [
        POWER,
        {
          rule: rule('ZF-14'),
          breached: ({ values }) => values.milder === 'yes',
          remedy: '请先用劝导、责令改正等办法；达不到目的再呈批。',
        },
      ],
    },
    carryOut: {
      label: '实施',
      by: ['enforcement-officer'],
      basis: [cite('QZ', '18'), cite('QZ', '24')],
      from: ['proposed', 'approved'],
      to: 'held',
      day: 'takenOn',
      asks: TAKEN,
      may: [...TAKEN_TOO, 'takenAt'],
      rules: [
        ...ON_THE_SPOT,
        {
          rule: rule('QZ-02'),
          breached: (here) =>
            !(here.values.approvedOn && here.values.approvedOn <= here.actOn && keptProcedure(here)),
          remedy:
            '请先报负责人批准；现场出示证件、通知到场、告知、听取申辩、制作笔录并签名，不到场或者拒签的请见证人签名。',
        },
      ],
      papers: PAPERS,
    },
    carryOutUrgently: {
      label: '紧急情况当场实施',
      by: ['enforcement-officer'],
      basis: cite('QZ', '19'),
      from: 'start',
      to: 'urgent',
      day: 'takenOn',
      asks: ['cause', 'takenAt', 'source', 'basis', 'firstOfficer', ...TAKEN],
      may: [...TAKEN_TOO, 'party', 'reason', 'power', 'case'],
      usual: {
        cause: linkedField('case', 'cause'),
        party: linkedField('case', 'party'),
        firstOfficer: LAST,
        secondOfficer: LAST,
      },
      rules: [
        ...ON_THE_SPOT,
        {
          rule: rule('QZ-02'),
          breached: (here) => !keptProcedure(here),
          remedy: '紧急的可以后补批准，其他现场程序照办：出示证件、告知、听取申辩、制作笔录并签名。',
        },
      ],
      papers: PAPERS,
    },
    ratify: {
      label: '补办批准',
      by: ['township-head', 'area-lead'],
      basis: cite('QZ', '19'),
      shows: ['party', 'reason'],
      from: ['urgent'],
      to: 'held',
      day: 'approvedOn',
      asks: ['approvedAt'],
    },
    appraise: {
      label: '登记检测、检验、鉴定',
      by: ['enforcement-officer'],
      basis: cite('QZ', '25③'),
      from: ['held'],
      to: 'held',
      day: 'appraisalOn',
      asks: ['appraisals'],
      papers: { notice: { label: '检测（检验、鉴定）期间告知书', data: ['party', 'appraisals'] } },
    },
    extend: {
      label: '延长期限',
      by: ['township-head', 'area-lead'],
      basis: cite('QZ', '25①'),
      shows: ['party', 'reason'],
      from: ['held'],
      to: 'held',
      day: 'extendedOn',
      asks: ['extensionFor'],
      rules: [
        {
          rule: rule('QZ-06'),
          breached: isOver,
          remedy: '三十日已经届满，不能再延长：请解除并退还，或者作出处理决定。',
        },
      ],
      papers: {
        notice: {
          label: '延长查封（扣押）期限通知书',
          series: '强措延',
          data: ['party', 'extensionFor', 'extendedOn'],
        },
      },
    },
    settle: {
      label: '作出处理决定',
      by: ['township-head', 'area-lead'],
      basis: cite('QZ', '27'),
      shows: ['party', 'reason'],
      from: ['held'],
      to: 'settled',
      day: 'settledOn',
      asks: ['outcome', 'fee'],
      rules: [
        {
          rule: rule('QZ-07'),
          breached: ({ values }) => values.fee === 'party',
          remedy: '保管费、鉴定费由本机关承担，不能向当事人收。',
        },
      ],
    },
    release: {
      label: '解除并退还',
      by: ['township-head', 'area-lead', 'enforcement-officer'],
      basis: cite('QZ', '28'),
      from: ['urgent', 'held'],
      to: 'released',
      day: 'settledOn',
      asks: ['releaseFor', 'returned', 'fee'],
      rules: [
        {
          rule: rule('QZ-07'),
          breached: ({ values }) => values.fee === 'party' || values.returned === 'no',
          remedy: '解除的应当立即退还财物，已变卖的退还价款；费用由本机关承担。',
        },
      ],
      papers: {
        decision: {
          label: '解除查封（扣押）决定书',
          series: '强措解',
          data: ['party', 'items', 'releaseFor', 'returned', 'settledOn'],
        },
      },
    },
  },
  terms: [
    {
      rule: 'QZ-03',
      from: 'takenOn',
      metBy: 'approvedOn',
      where: ({ values }) => values.proposedOn === undefined,
      at: { from: 'takenAt', metBy: 'approvedAt' },
    },
    {
      rule: 'QZ-06',
      from: 'takenOn',
      metBy: 'settledOn',
      where: ({ values }) => values.type !== 'other',
      pauses: 'appraisals',
      extended: 'extendedOn',
    },
  ],
  figures: {
    'coercive-measures': {
      label: '实施行政强制措施',
      unit: '件',
      definition: '实施日在统计期内的查封、扣押和其他行政强制措施，一份决定计一件；强制执行另计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'takenOn',
    },
    'coercive-measures.released': {
      label: '解除行政强制措施',
      unit: '件',
      definition: '处理日在统计期内、解除并退还的行政强制措施；作出没收、销毁等处理决定的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'settledOn',
      where: ({ values }) => values.releaseFor !== undefined,
    },
  },
  alsoCounts: {
    'power-items.exercised': { on: 'takenOn', key: ({ values }) => values.power },
  },
  examples: [
    [
      {
        step: 'propose',
        on: '2024-09-03',
        village: '柳树村',
        values: {
          cause: '涉嫌在集镇主街违法搭建',
          party: [{ name: '罗某某' }],
          type: 'seal',
          source: 'assigned',
          basis: '《样省城镇管理条例》（示例）第三十条',
          milder: 'no',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          proposedOn: '2024-09-03',
        },
      },
      { step: 'approve', on: '2024-09-03', values: { approvedOn: '2024-09-03', approvedAt: '10:20' } },
      {
        step: 'carryOut',
        on: '2024-09-04',
        values: {
          type: 'seal',
          where: '集镇主街东段',
          procedure: ['identity', 'summoned', 'told', 'heard', 'record', 'signed'],
          presence: 'yes',
          scope: 'involved',
          items: [{ name: '彩钢棚', quantity: '1处', state: '在建' }],
          delivered: 'both',
          footage: 'full',
          takenOn: '2024-09-04',
          takenAt: '09:30',
        },
      },
      {
        step: 'appraise',
        on: '2024-09-06',
        values: {
          appraisals: [{ what: '结构安全鉴定', from: day('2024-09-06'), to: day('2024-09-20') }],
          appraisalOn: '2024-09-06',
        },
      },
      {
        step: 'extend',
        on: '2024-10-12',
        values: {
          extensionFor: '涉及三户共有，权属还在核实',
          extendedOn: '2024-10-12',
        },
      },
      {
        step: 'settle',
        on: '2024-10-28',
        values: { outcome: 'returned', fee: 'office', settledOn: '2024-10-28' },
      },
    ],
    [
      {
        step: 'carryOutUrgently',
        on: '2024-11-05',
        values: {
          cause: '涉嫌非法储存烟花爆竹',
          source: 'assigned',
          basis: '《样省安全生产条例》（示例）第四十二条',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          type: 'seize',
          where: '柳树村三组路边仓库',
          procedure: ['identity', 'summoned', 'record', 'witness'],
          presence: 'no',
          scope: 'involved',
          items: [{ name: '烟花爆竹', quantity: '26箱' }],
          delivered: 'both',
          footage: 'full',
          takenOn: '2024-11-05',
          takenAt: '16:30',
        },
      },
      { step: 'ratify', on: '2024-11-06', values: { approvedOn: '2024-11-06', approvedAt: '09:10' } },
      {
        step: 'release',
        on: '2024-11-15',
        values: { releaseFor: 'other', returned: 'nothing', fee: 'office', settledOn: '2024-11-15' },
      },
    ],
  ],
});
