import {
  count,
  dayField,
  defineKind,
  LAST,
  link,
  longText,
  manyOf,
  oneOf,
  person,
  place,
  text,
  type Matter,
  type Situation,
} from '../../kernel/index.ts';
import { cite, RETENTION, rule } from '../../law/index.ts';
import {
  FIT_OFFICERS,
  GUEST,
  GUEST_FIELDS,
  isPutOnWrongly,
  lacksTwoOfficers,
  TWO_OFFICERS,
} from './officers.ts';

const fields = {
  name: text('检查名称', {
    privacy: 'public',
    max: 80,
    help: '写事项和地点，不写个人姓名，如“石桥村烟花爆竹零售点安全检查”',
  }),
  subjectType: oneOf('检查对象', {
    enterprise: '企业',
    household: '个体工商户、专业合作社',
    unit: '学校、医院等其他单位',
    person: '个人',
  }),
  origin: oneOf('检查来源', {
    plan: '年度计划',
    random: '双随机抽查',
    complaint: '投诉举报',
    assigned: '上级交办、部门转办',
    data: '数据监测发现',
    campaign: '专项整治',
  }),
  firstOfficer: link('主办人员', 'enforcement-officer'),
  secondOfficer: link('协办人员', 'enforcement-officer'),
  item: link('检查事项', 'inspection-item', { help: '从已公布的事项里选' }),
  /** Taken from the item as it stands: which power was exercised. */
  power: link('对应的权责事项', 'power-item'),
  subject: text('被检查单位', { privacy: 'public', max: 80, help: '个人、以姓名为字号的不填在这里' }),
  creditCode: text('统一社会信用代码', { max: 18, code: true }),
  person: person('被检查人或者现场负责人'),
  place: place('检查地点'),
  plan: link('年度计划', 'inspection-plan'),
  campaign: link('专项整治', 'campaign'),
  batch: text('抽查批次', { max: 40, code: true, help: '同一次抽取的填同一个批次号，如“2025-3”' }),
  proposedOn: dayField('呈批日'),
  approvedOn: dayField('批准日'),
  number: text('检查编号', { max: 40, code: true }),
  noticeOn: dayField('通知书日期', { help: '进场时当面交付的，填检查当天' }),
  inspectedOn: dayField('检查日', { privacy: 'public' }),
  ...GUEST_FIELDS,
  told: manyOf('现场做了什么', {
    identity: '出示执法证件',
    notice: '出具检查通知书',
    rights: '告知陈述申辩、申请回避等权利',
  }),
  records: manyOf('过程记录', {
    text: '现场检查笔录',
    photo: '照片',
    audio: '录音',
    video: '执法记录仪录像',
  }),
  result: oneOf(
    '检查结果',
    {
      none: '未发现问题',
      advised: '当场指出、当场改正',
      correct: '责令限期改正',
      case: '涉嫌违法，本乡镇立案',
      refer: '移送有权机关',
    },
    { privacy: 'public' },
  ),
  findings: longText('检查情况', { privacy: 'personal' }),
  helpers: oneOf('辅助人员、网格员', {
    none: '没有参加',
    under: '在执法人员带领下协助',
    alone: '没有执法人员到场，由他们单独检查',
  }),
  footageGap: text('录像中断的时间和原因', { max: 200 }),
  demands: longText('责令改正的内容', { privacy: 'personal' }),
  correctWithin: count('改正期限', '日', { min: 1, max: 365, help: '从通知书送达的次日起算' }),
  orderedOn: dayField('责令改正日'),
  corrected: oneOf('复查结果', { yes: '已改正', part: '部分改正', no: '没有改正' }),
  checkedOn: dayField('复查日'),
  referredTo: text('移送给谁', { max: 60, help: '机关名称，如“县应急管理局”' }),
  concludedOn: dayField('办结日'),
  publishedOn: dayField('公开结果日', { privacy: 'public' }),
  address: text('在哪里公开', { max: 200 }),
};
type Inspection = Matter<typeof fields>;

/** 涉企检查: of those who trade. */
function isOfBusiness({ values: { subjectType } }: Inspection): boolean {
  return subjectType === 'enterprise' || subjectType === 'household';
}

function isListed({ linked: { item }, actOn }: Situation<typeof fields>): boolean {
  const { publishedOn, endedOn } = (item?.values ?? {}) as { publishedOn?: string; endedOn?: string };
  return publishedOn !== undefined && publishedOn <= actOn && (endedOn === undefined || actOn < endedOn);
}

function did({ values }: Inspection, ...what: ('identity' | 'notice' | 'rights')[]): boolean {
  return what.every((one) => values.told?.includes(one));
}

const isRandom = ({ values }: Inspection): boolean => values.origin === 'random';

/** An inspection (行政检查) with powers, by officers; what grid workers and villages look at is a patrol. */
export const inspection = defineKind({
  code: 'inspection',
  label: '行政检查',
  room: 'enforcement',
  version: 1,
  village: 'optional',
  retention: RETENTION.enforcement,
  title: 'name',
  fields,
  states: {
    proposed: '待审批',
    approved: '已批准',
    notified: '已通知',
    inspected: '已检查',
    ordered: '限期改正中',
    checked: '已复查',
    concluded: '已办结',
    published: '结果已公开',
  },
  steps: {
    propose: {
      label: '检查呈批',
      by: ['enforcement-officer'],
      basis: [cite('AQ', '9②'), cite('N54', '*')],
      from: 'start',
      to: 'proposed',
      day: 'proposedOn',
      asks: ['name', 'subjectType', 'origin', 'firstOfficer'],
      may: ['secondOfficer', 'item', 'subject', 'creditCode', 'person', 'place', 'plan', 'campaign', 'batch'],
      usual: { firstOfficer: LAST, secondOfficer: LAST, plan: LAST },
      rules: [{ rule: rule('CF-20'), breached: isPutOnWrongly, remedy: FIT_OFFICERS }],
    },
    approve: {
      label: '批准检查',
      by: ['township-head', 'area-lead'],
      basis: cite('N54', '*'),
      shows: ['person'],
      from: ['proposed'],
      to: 'approved',
      day: 'approvedOn',
      may: ['number'],
      papers: {
        approval: {
          label: '行政检查审批表',
          series: '检批',
          data: ['name', 'subject', 'origin', 'item', 'firstOfficer', 'secondOfficer', 'approvedOn'],
        },
      },
    },
    notify: {
      label: '制作检查通知书',
      by: ['enforcement-officer'],
      basis: cite('N54', '*'),
      from: ['approved'],
      to: 'notified',
      day: 'noticeOn',
      may: ['secondOfficer', ...GUEST, 'place'],
      // The notice names who comes: with fewer than two nobody sets out.
      rules: [{ rule: rule('CF-20'), breached: lacksTwoOfficers, remedy: TWO_OFFICERS }],
      papers: {
        notice: {
          label: '行政检查通知书',
          series: '检通',
          data: ['subject', 'person', 'item', 'place', 'firstOfficer', 'secondOfficer', 'noticeOn'],
        },
      },
    },
    inspect: {
      label: '实施检查',
      // It is entered when the inspectors are back.
      records: true,
      by: ['enforcement-officer'],
      basis: [cite('CF', '42'), cite('CF', '55'), cite('AQ', '9②')],
      from: ['proposed', 'approved', 'notified'],
      to: 'inspected',
      day: 'inspectedOn',
      asks: ['told', 'records', 'result'],
      takes: { power: { link: 'item', field: 'power' } },
      may: [
        'secondOfficer',
        ...GUEST,
        'helpers',
        'item',
        'noticeOn',
        'person',
        'place',
        'findings',
        'footageGap',
        'referredTo',
      ],
      rules: [
        {
          rule: rule('ZF-09'),
          breached: (situation) => isOfBusiness(situation) && situation.values.helpers === 'alone',
          remedy: '请由持证执法人员到场检查；网格员、辅助人员发现的情况登记为“巡查走访”。',
        },
        {
          rule: rule('ZF-10'),
          breached: (situation) => isOfBusiness(situation) && !isListed(situation),
          remedy: '请从已公布、没有停止的检查事项里选；没有的，先列入并公布。',
        },
        {
          rule: rule('ZF-12'),
          breached: ({ values, actOn }) =>
            !(values.approvedOn && values.approvedOn <= actOn && values.noticeOn && values.noticeOn <= actOn),
          remedy: '请先报批并制作检查通知书；来不及的，检查后补批并写明情况。',
        },
        {
          rule: rule('ZF-02'),
          breached: (situation) => !did(situation, 'identity', 'notice', 'rights'),
          remedy: '请出示证件、出具检查通知书，并告知权利。',
        },
        {
          rule: rule('CF-20'),
          breached: lacksTwoOfficers,
          remedy: TWO_OFFICERS,
        },
        {
          rule: rule('CF-33'),
          breached: (situation) => !did(situation, 'identity') || !situation.values.records?.includes('text'),
          remedy: '请先出示执法证件，并当场制作检查笔录，由被检查人核对签字；拒签的注明。',
        },
        {
          rule: rule('ZQ-10'),
          breached: ({ values, linked }) =>
            values.result === 'case' &&
            linked.item?.values['domain'] === 'safety' &&
            linked.item.values['penaltyPower'] === 'none',
          remedy: '没有安全生产处罚权的只检查、制止、报告：请选“移送有权机关”，移送县级应急管理部门。',
        },
      ],
      papers: {
        record: {
          label: '现场检查笔录',
          data: [
            'subject',
            'person',
            'place',
            'inspectedOn',
            'firstOfficer',
            'secondOfficer',
            'guest',
            'guestUnit',
            'guestCertificate',
            'told',
            'findings',
            'result',
          ],
        },
      },
    },
    order: {
      label: '责令改正',
      by: ['enforcement-officer'],
      basis: [cite('CF', '28'), cite('CX', '65')],
      from: ['inspected', 'checked'],
      to: 'ordered',
      day: 'orderedOn',
      asks: ['demands', 'correctWithin'],
      papers: {
        order: {
          label: '责令（限期）改正通知书',
          series: '责改',
          data: ['subject', 'person', 'demands', 'correctWithin', 'orderedOn'],
        },
      },
    },
    check: {
      label: '复查改正情况',
      by: ['enforcement-officer'],
      basis: cite('CF', '28'),
      from: ['ordered'],
      to: 'checked',
      day: 'checkedOn',
      asks: ['corrected'],
    },
    conclude: {
      label: '办结归档',
      by: ['enforcement-officer'],
      basis: cite('YS', '58'),
      from: ['inspected', 'checked'],
      to: 'concluded',
      day: 'concludedOn',
      may: ['referredTo'],
    },
    publish: {
      label: '公开检查结果',
      by: ['enforcement-officer', 'judicial-office'],
      basis: [cite('N118', '*'), cite('YS', '54')],
      from: ['concluded'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
    },
    index: {
      label: '登记上级系统办理的检查',
      by: ['enforcement-officer', 'judicial-office'],
      basis: cite('YS', '58'),
      from: 'start',
      to: 'concluded',
      day: 'inspectedOn',
      sameDay: ['concludedOn'],
      asks: ['name', 'subjectType', 'origin', 'number', 'result'],
      takes: { power: { link: 'item', field: 'power' } },
      may: ['subject', 'creditCode', 'item', 'batch', 'orderedOn', 'checkedOn', 'corrected'],
    },
  },
  terms: [
    {
      rule: 'CF-09.correct',
      from: 'orderedOn',
      metBy: 'checkedOn',
      // A check after the term is as it should be: the term is the party's, and asks the office to come back.
      where: ({ state }) => state === 'ordered',
      count: 'correctWithin',
    },
    {
      rule: 'ZF-03',
      from: 'concludedOn',
      metBy: 'publishedOn',
      // What was worked in an upper system is made public there.
      where: (matter) => isOfBusiness(matter) && matter.values.proposedOn !== undefined,
    },
  ],
  figures: {
    inspections: {
      label: '开展行政检查',
      unit: '次',
      definition:
        '检查日在统计期内的行政检查，对一个对象检查一次计一次，含在上级系统办理、本系统登记的；巡查走访、没有入户检查的专项整治不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'inspectedOn',
    },
    'inspections.business': {
      label: '涉企行政检查',
      unit: '次',
      definition: '检查日在统计期内、对象为企业、个体工商户、专业合作社的行政检查。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'inspectedOn',
      where: isOfBusiness,
      relations: [{ to: 'inspections', is: 'part-of' }],
    },
    'inspections.random': {
      label: '双随机抽查',
      unit: '家',
      definition: '检查日在统计期内、来源为双随机抽查的行政检查；同一家被抽查两次计两家次。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'inspectedOn',
      where: isRandom,
      relations: [{ to: 'inspections', is: 'part-of' }],
    },
    'inspections.random-batches': {
      label: '双随机抽查批次',
      unit: '批',
      definition: '检查日在统计期内的双随机抽查所属的不同批次，批次号相同的只计一次；没有填批次号的不计。',
      chapter: 'enforcement',
      measure: 'distinct',
      on: 'inspectedOn',
      key: ({ values }) => values.batch,
      where: isRandom,
    },
    'inspections.corrections': {
      label: '责令改正',
      unit: '份',
      definition: '责令改正日在统计期内的行政检查，一次检查计一份；口头指出、当场改正的不计。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'orderedOn',
    },
    'inspections.published': {
      label: '公开行政检查结果',
      unit: '条',
      definition: '公开结果日在统计期内的行政检查，一次检查计一条。',
      chapter: 'enforcement',
      measure: 'flow',
      on: 'publishedOn',
    },
  },
  disclosure: { in: ['published'], fields: ['name', 'subject', 'inspectedOn', 'result', 'publishedOn'] },
  alsoCounts: {
    'power-items.exercised': { on: 'inspectedOn', key: ({ values }) => values.power },
  },
  examples: [
    [
      {
        step: 'propose',
        on: '2024-02-01',
        village: '石桥村',
        values: {
          name: '石桥村烟花爆竹零售点安全检查',
          subjectType: 'household',
          subject: '石桥村便民商店',
          person: { name: '罗某某' },
          origin: 'plan',
          item: '00000000-0000-4000-8000-000000000006',
          firstOfficer: '00000000-0000-4000-8000-000000000003',
          secondOfficer: '00000000-0000-4000-8000-000000000004',
          place: '石桥村二组',
          proposedOn: '2024-02-01',
        },
      },
      { step: 'approve', on: '2024-02-02', values: { approvedOn: '2024-02-02' } },
      { step: 'notify', on: '2024-02-04', values: { noticeOn: '2024-02-04' } },
      {
        step: 'inspect',
        on: '2024-02-04',
        values: {
          inspectedOn: '2024-02-04',
          told: ['identity', 'notice', 'rights'],
          records: ['text', 'photo', 'video'],
          findings: '货架与灶台相距不足两米，灭火器过期一具。',
          result: 'correct',
          helpers: 'under',
        },
      },
      {
        step: 'order',
        on: '2024-02-04',
        values: {
          demands: '三日内移开货架、更换灭火器。',
          correctWithin: 3,
          orderedOn: '2024-02-04',
        },
      },
      { step: 'check', on: '2024-02-07', values: { corrected: 'yes', checkedOn: '2024-02-07' } },
      { step: 'conclude', on: '2024-02-08', values: { concludedOn: '2024-02-08' } },
      {
        step: 'publish',
        on: '2024-02-20',
        values: { address: '乡政务公开栏', publishedOn: '2024-02-20' },
      },
    ],
    [
      {
        step: 'index',
        on: '2024-06-12',
        values: {
          name: '集镇餐饮店燃气使用抽查',
          subjectType: 'enterprise',
          subject: '集镇某餐饮店',
          origin: 'random',
          batch: '2024-2',
          number: '演示检〔2024〕18号',
          inspectedOn: '2024-06-12',
          result: 'none',
        },
      },
    ],
  ],
});
