import { dayField, defineKind, oneOf, people, text, type Matter } from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

const fields = {
  cause: text('案由', { max: 100, help: '不写对方姓名' }),
  type: oneOf('类型', { review: '行政复议', lawsuit: '行政诉讼' }),
  role: oneOf('乡镇的地位', {
    respondent: '被申请人、被告',
    third: '第三人',
    agent: '受委托作出，协助委托机关',
  }),
  procedure: oneOf('程序', { ordinary: '普通程序', simple: '简易程序' }),
  organ: text('复议机关、法院', { max: 60 }),
  number: text('案号', { max: 60, code: true }),
  party: people('申请人、原告'),
  about: oneOf('针对什么', {
    penalty: '行政处罚',
    coercion: '行政强制',
    licence: '行政许可',
    openness: '信息公开',
    performance: '不履行法定职责',
    land: '土地、林地权属处理',
    agreement: '行政协议',
    other: '其他',
  }),
  receivedOn: dayField('收到副本日'),
  gathered: oneOf('立案受理以后有没有自行取证', {
    no: '没有',
    permitted: '经复议机构、法院同意补充',
    yes: '自行向对方或者他人取证',
  }),
  answeredOn: dayField('答复、答辩并提交证据日'),
  hearingFor: dayField('听证、开庭日', { future: true }),
  attended: oneOf('谁出庭', {
    head: '正职负责人',
    deputy: '副职、分管负责人',
    staff: '工作人员（负责人不能出庭）',
    lawyer: '只有律师',
    none: '没有出庭',
  }),
  excused: text('负责人不能出庭的理由', { max: 200 }),
  identity: oneOf('负责人身份证明', { given: '已提交', missing: '没有提交' }),
  heldOn: dayField('听证、开庭完成日'),
  result: oneOf('结果', {
    upheld: '维持、驳回',
    revoked: '撤销',
    changed: '变更',
    unlawful: '确认违法、无效',
    ordered: '责令履行',
    withdrawn: '对方撤回',
    settled: '调解、和解',
  }),
  resultOn: dayField('收到决定、判决日'),
  appealed: oneOf('是否上诉', { no: '没有', us: '本机关上诉', them: '对方上诉' }),
  performBy: dayField('应当履行的期限', { future: true }),
  performedOn: dayField('履行日'),
  closedOn: dayField('办结日'),
};
type Case = Matter<typeof fields>;

const isReview = ({ values }: Case): boolean => values.type === 'review';
const isLawsuit = ({ values }: Case): boolean => values.type === 'lawsuit';
/** The township answers for what it did itself: not as a third party, nor for the county. */
const isRespondent = ({ values }: Case): boolean => values.role === 'respondent';
const isSimple = ({ values }: Case): boolean => values.procedure === 'simple';
const isLost = ({ values }: Case): boolean =>
  ['revoked', 'changed', 'unlawful', 'ordered'].includes(values.result ?? '');
const headCame = ({ values }: Case): boolean => values.attended === 'head' || values.attended === 'deputy';

function received(type: 'review' | 'lawsuit', label: string) {
  return {
    label,
    unit: '件',
    definition: `收到副本日在统计期内、以本乡镇为被申请人或者被告的${label}；第三人和受委托的不计。`,
    chapter: 'oversight',
    measure: 'flow',
    on: 'receivedOn',
    where: ({ values }: Case) => values.type === type && values.role === 'respondent',
  } as const;
}

function lost(type: 'review' | 'lawsuit', label: string) {
  return {
    label,
    unit: '件',
    definition: '收到决定、判决日在统计期内，被撤销、变更、确认违法无效或者责令履行的案件。',
    chapter: 'oversight',
    measure: 'flow',
    on: 'resultOn',
    counter: false,
    where: (m: Case) => m.values.type === type && m.values.role === 'respondent' && isLost(m),
  } as const;
}

/** A review or a lawsuit against the township (行政复议、行政诉讼), as the one who has to answer. */
export const reviewAndLitigation = defineKind({
  code: 'review-and-litigation',
  label: '复议诉讼案件',
  room: 'oversight',
  version: 1,
  title: 'cause',
  fields,
  states: { received: '待答复', answered: '已答复', decided: '已有结果', closed: '已办结' },
  steps: {
    receive: {
      label: '收到副本',
      by: ['judicial-office'],
      basis: [cite('FY', '48'), cite('SS', '67')],
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['cause', 'type', 'role', 'about'],
      may: ['procedure', 'organ', 'number', 'party'],
    },
    answer: {
      label: '答复并提交证据',
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '48'), cite('FY', '54'), cite('SS', '67')],
      from: ['received'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['gathered'],
      rules: [
        {
          rule: rule('FY-11'),
          breached: (m) => isReview(m) && m.values.gathered === 'yes',
          remedy: '复议期间自行收集的证据不得作为依据，请只提交作出决定时的证据。',
        },
        {
          rule: rule('FY-21'),
          breached: (m) => isLawsuit(m) && m.values.gathered === 'yes',
          remedy: '诉讼中不得自行取证，请只提交作出决定时的证据，或者申请法院准许补充。',
        },
      ],
      papers: {
        answer: {
          label: '行政复议答复书、行政诉讼答辩状',
          series: '复答',
          data: ['cause', 'number', 'organ', 'answeredOn'],
        },
      },
    },
    attend: {
      label: '登记听证、开庭',
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '51'), cite('SS', '3')],
      from: ['answered'],
      day: 'heldOn',
      asks: ['attended'],
      may: ['excused', 'identity', 'hearingFor'],
      rules: [
        {
          rule: rule('FY-12'),
          breached: (m) => isReview(m) && !headCame(m) && m.values.excused === undefined,
          remedy: '复议听证请由负责人参加；确实不能参加的，说明理由并委托工作人员。',
        },
        {
          rule: rule('FY-22'),
          breached: (m) =>
            isLawsuit(m) &&
            (m.values.attended === 'lawyer' ||
              m.values.attended === 'none' ||
              (m.values.attended === 'staff' && m.values.excused === undefined)),
          remedy: '请由负责人出庭；不能出庭的委托工作人员并说明理由，不得只派律师。',
        },
        {
          rule: rule('FY-23'),
          breached: (m) => isLawsuit(m) && headCame(m) && m.values.identity !== 'given',
          remedy: '请在开庭前提交加盖公章的负责人身份证明。',
        },
      ],
    },
    decide: {
      label: '收到结果',
      by: ['judicial-office'],
      basis: [cite('FY', '77'), cite('SS', '94')],
      from: ['received', 'answered'],
      to: 'decided',
      day: 'resultOn',
      asks: ['result'],
      may: ['performBy', 'appealed'],
    },
    perform: {
      label: '登记履行',
      when: (m) => isLost(m) && m.values.performedOn === undefined,
      by: ['judicial-office', 'township-head'],
      basis: [cite('FY', '77'), cite('SS', '94')],
      from: ['decided'],
      day: 'performedOn',
    },
    close: {
      label: '办结',
      by: ['judicial-office'],
      basis: [cite('FY', '77'), cite('SS', '94')],
      from: ['decided'],
      to: 'closed',
      day: 'closedOn',
      rules: [
        {
          rule: rule('FY-16'),
          breached: (m) => isReview(m) && isLost(m) && m.values.performedOn === undefined,
          remedy: '请先履行复议决定，再办结。',
        },
        {
          rule: rule('FY-25'),
          breached: (m) => isLawsuit(m) && isLost(m) && m.values.performedOn === undefined,
          remedy: '请先履行生效的判决、裁定，再办结。',
        },
      ],
    },
  },
  terms: [
    {
      rule: 'FY-09',
      from: 'receivedOn',
      metBy: 'answeredOn',
      where: (m) => isRespondent(m) && isReview(m) && !isSimple(m),
    },
    {
      rule: 'FY-10',
      from: 'receivedOn',
      metBy: 'answeredOn',
      where: (m) => isRespondent(m) && isReview(m) && isSimple(m),
    },
    { rule: 'FY-20', from: 'receivedOn', metBy: 'answeredOn', where: (m) => isRespondent(m) && isLawsuit(m) },
  ],
  figures: {
    'reviews.received': received('review', '行政复议案件'),
    'reviews.lost': lost('review', '行政复议被纠错'),
    'lawsuits.received': received('lawsuit', '行政诉讼案件'),
    'lawsuits.lost': lost('lawsuit', '行政诉讼败诉'),
    'lawsuits.head-attended': {
      label: '行政机关负责人出庭应诉率',
      unit: '%',
      definition:
        '开庭日在统计期内、乡镇作被告的行政诉讼案件：正职、副职或者分管负责人出庭的件数除以开庭件数。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'heldOn',
      numerator: (m) => (isLawsuit(m) && isRespondent(m) && headCame(m) ? 1 : 0),
      denominator: (m) => (isLawsuit(m) && isRespondent(m) ? 1 : 0),
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-04-08',
        values: {
          cause: '不服宅基地审批',
          type: 'lawsuit',
          role: 'respondent',
          about: 'licence',
          organ: '样县人民法院',
          party: [{ name: '罗某某' }],
          receivedOn: '2024-04-08',
        },
      },
      { step: 'answer', on: '2024-04-19', values: { gathered: 'no', answeredOn: '2024-04-19' } },
      {
        step: 'attend',
        on: '2024-05-20',
        values: { attended: 'head', identity: 'given', heldOn: '2024-05-20' },
      },
      {
        step: 'decide',
        on: '2024-06-17',
        values: { result: 'ordered', performBy: '2024-08-16', resultOn: '2024-06-17' },
      },
      { step: 'perform', on: '2024-07-22', values: { performedOn: '2024-07-22' } },
      { step: 'close', on: '2024-07-24', values: { closedOn: '2024-07-24' } },
    ],
  ],
});
