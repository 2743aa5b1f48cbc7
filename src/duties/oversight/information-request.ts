import {
  dayField,
  defineKind,
  list,
  longText,
  oneOf,
  person,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';

/** Kinds of answer (答复类型，条例第三十六条). */
const ANSWERS = {
  open: '予以公开',
  known: '已主动公开，告知获取方式',
  partly: '部分公开',
  refused: '不予公开',
  missing: '本机关不掌握，已告知',
  elsewhere: '不属本机关公开，告知去处',
  again: '重复申请，不再处理',
  special: '工商、不动产登记等，按专门规定',
  complaint: '以申请形式信访、投诉、举报，告知不作为公开申请处理',
} as const;

const fields = {
  subject: text('申请的信息', { max: 120, help: '概括写，不写申请人姓名' }),
  applicant: person('申请人'),
  kind: oneOf('申请人类别', { citizen: '公民', organisation: '法人或者其他组织' }),
  channel: oneOf('收到方式', {
    visit: '当面提交（提交之日）',
    mail: '邮寄签收（签收之日）',
    letter: '平常信函（当日确认之日）',
    online: '网络、传真（双方确认之日）',
    oral: '口头，已代填',
  }),
  detail: longText('申请内容', { privacy: 'personal' }),
  form: text('要求的形式', { max: 60 }),
  contact: oneOf('申请要素', { whole: '身份、联系方式、信息描述、形式要求齐全', lacking: '有缺' }),
  receivedOn: dayField('收到日'),
  unclear: text('要补正什么', { max: 300 }),
  correctionOn: dayField('告知补正日'),
  correctedOn: dayField('收到补正日'),
  /** The day from which the answer is counted: of receipt, or of the corrected request. */
  countsFrom: dayField('期限起算日'),
  consultations: list(
    '征求第三方、其他机关意见',
    {
      from: dayField('发出日'),
      to: dayField('收到答复日'),
      whom: oneOf('征求谁', { party: '第三方', organ: '共同制作机关' }),
      written: oneOf('是否书面', { yes: '书面', no: '口头' }),
      view: oneOf('对方意见', { agrees: '同意公开', refuses: '不同意，理由合理', silent: '逾期未提' }),
    },
    { needs: ['from', 'whom', 'written'] },
  ),
  extendedOn: dayField('同意延期日'),
  extensionTold: oneOf('延期告知', { told: '已告知申请人', untold: '没有告知' }),
  answer: oneOf('答复', ANSWERS),
  reasons: longText('理由和依据', { max: 2000, help: '不写姓名' }),
  remedy: oneOf('救济途径', {
    review: '写明应当先申请行政复议',
    either: '写成可以复议或者诉讼',
    none: '没有写',
  }),
  delivery: oneOf('送达', { direct: '当面', mail: '邮寄', online: '网络' }),
  answeredOn: dayField('答复日'),
  withdrawnOn: dayField('撤回日'),
  abandonedOn: dayField('视为放弃日'),
};
type Request = Matter<typeof fields>;

const refuses = ({ values }: Request): boolean => values.answer === 'refused' || values.answer === 'partly';

function answeredAs(label: string, definition: string, answers: readonly (keyof typeof ANSWERS)[]) {
  return {
    label,
    unit: '件',
    definition,
    chapter: 'oversight',
    measure: 'flow',
    on: 'answeredOn',
    counter: false,
    where: ({ values }: Request) => values.answer !== undefined && answers.includes(values.answer),
    relations: [{ to: 'information-requests.answered', is: 'part-of' }],
  } as const;
}

/** A request for government information (依申请公开). Who asks, and what for, stays with those who handle it. */
export const informationRequest = defineKind({
  code: 'information-request',
  label: '政府信息公开申请',
  room: 'oversight',
  version: 1,
  title: 'subject',
  fields,
  states: {
    received: '待答复',
    correcting: '待补正',
    answered: '已答复',
    withdrawn: '申请人撤回',
    abandoned: '视为放弃',
  },
  steps: {
    receive: {
      label: '登记申请',
      by: ['judicial-office', 'window-clerk', 'area-lead'],
      basis: [cite('GK', '29'), cite('GK', '31')],
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      sameDay: ['countsFrom'],
      asks: ['subject', 'channel'],
      may: ['applicant', 'kind', 'detail', 'form', 'contact'],
      papers: {
        register: {
          label: '政府信息公开申请登记表',
          series: '公申',
          data: ['applicant', 'subject', 'channel', 'receivedOn'],
        },
      },
    },
    askCorrection: {
      label: '一次性告知补正',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '30'),
      from: ['received'],
      to: 'correcting',
      day: 'correctionOn',
      asks: ['unclear'],
      rules: [
        {
          rule: rule('GK-10'),
          breached: ({ values }) => values.correctedOn !== undefined,
          remedy: '补正只告知一次；仍不清楚的，按现有内容答复。',
        },
      ],
      papers: {
        notice: {
          label: '补正告知书',
          series: '公补',
          data: ['applicant', 'subject', 'unclear', 'correctionOn'],
        },
      },
    },
    correct: {
      label: '收到补正',
      by: ['judicial-office', 'window-clerk', 'area-lead'],
      basis: cite('GK', '30'),
      from: ['correcting'],
      to: 'received',
      day: 'correctedOn',
      sameDay: ['countsFrom'],
      may: ['detail', 'form'],
    },
    abandon: {
      label: '逾期不补正，视为放弃',
      by: ['judicial-office', 'area-lead'],
      basis: cite('GK', '30'),
      from: ['correcting'],
      to: 'abandoned',
      day: 'abandonedOn',
    },
    consult: {
      label: '征求第三方、其他机关意见',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('GK', '32'), cite('GK', '34')],
      from: ['received'],
      asks: ['consultations'],
      rules: [
        {
          rule: rule('GK-12'),
          breached: ({ values }) => (values.consultations ?? []).some(({ written }) => written !== 'yes'),
          remedy: '征求第三方意见请用书面。',
        },
      ],
      papers: {
        consultation: { label: '征求第三方意见书', series: '公征', data: ['subject', 'consultations'] },
      },
    },
    extend: {
      label: '同意延期',
      when: ({ values }) => values.extendedOn === undefined,
      by: ['area-lead', 'township-head'],
      basis: cite('GK', '33'),
      from: ['received'],
      day: 'extendedOn',
      asks: ['extensionTold'],
      rules: [
        {
          rule: rule('GK-13'),
          breached: ({ values }) => values.extensionTold !== 'told',
          remedy: '延长答复期限请告知申请人。',
        },
      ],
      papers: {
        extension: { label: '延期答复告知书', series: '公延', data: ['applicant', 'subject', 'extendedOn'] },
      },
    },
    answer: {
      label: '答复',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('GK', '33'), cite('GK', '36')],
      from: ['received'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['answer'],
      may: ['reasons', 'remedy', 'delivery'],
      rules: [
        {
          rule: rule('GK-15'),
          breached: (m) =>
            m.values.answer !== 'open' && m.values.answer !== 'known' && m.values.reasons === undefined,
          remedy: '请写明理由和依据；属于哪一种答复，就按哪一种写。',
        },
        {
          rule: rule('GK-18'),
          breached: (m) => refuses(m) && m.values.remedy !== 'review',
          remedy: '不予公开的，答复书应当写明先申请行政复议，不能写成可以直接起诉。',
        },
      ],
      papers: {
        answer: {
          label: '政府信息公开答复书',
          series: '公复',
          data: ['applicant', 'subject', 'answer', 'reasons', 'remedy', 'delivery', 'answeredOn'],
        },
      },
    },
    withdraw: {
      label: '申请人撤回',
      by: ['judicial-office', 'window-clerk'],
      basis: cite('GK', '29'),
      from: ['received', 'correcting'],
      to: 'withdrawn',
      day: 'withdrawnOn',
    },
  },
  terms: [
    {
      rule: 'GK-10',
      from: 'receivedOn',
      metBy: 'correctionOn',
      where: ({ values }) => values.contact === 'lacking',
    },
    {
      rule: 'GK-13',
      from: 'countsFrom',
      metBy: 'answeredOn',
      pauses: 'consultations',
      extended: 'extendedOn',
    },
  ],
  figures: {
    'information-requests.received': {
      label: '收到政府信息公开申请',
      unit: '件',
      definition: '收到日在统计期内的政府信息公开申请；上年结转的不计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
      counter: false,
    },
    'information-requests.answered': {
      label: '答复政府信息公开申请',
      unit: '件',
      definition: '答复日在统计期内的政府信息公开申请，含上年结转、本年答复的；撤回和视为放弃的不计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'answeredOn',
      counter: false,
    },
    'information-requests.opened': answeredAs(
      '予以公开',
      '答复日在统计期内、答复为予以公开或者部分公开的申请。',
      ['open', 'partly'],
    ),
    'information-requests.refused': answeredAs('不予公开', '答复日在统计期内、答复为不予公开的申请。', [
      'refused',
    ]),
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-04-08',
        values: {
          subject: '某村土地流转合同备案情况',
          applicant: { name: '罗某某' },
          kind: 'citizen',
          channel: 'visit',
          contact: 'lacking',
          receivedOn: '2024-04-08',
        },
      },
      {
        step: 'askCorrection',
        on: '2024-04-10',
        values: { unclear: '请写明哪一年、哪一块地', correctionOn: '2024-04-10' },
      },
      { step: 'correct', on: '2024-04-12', values: { correctedOn: '2024-04-12' } },
      {
        step: 'consult',
        on: '2024-04-30',
        values: {
          consultations: [
            { from: '2024-04-15', to: '2024-04-29', whom: 'party', written: 'yes', view: 'refuses' },
          ],
        },
      },
      { step: 'extend', on: '2024-05-13', values: { extensionTold: 'told', extendedOn: '2024-05-13' } },
      {
        step: 'answer',
        on: '2024-05-20',
        values: {
          answer: 'partly',
          reasons: '合同价款属商业秘密，第三方不同意公开，其余部分公开',
          remedy: 'review',
          delivery: 'mail',
          answeredOn: '2024-05-20',
        },
      },
    ],
    [
      {
        step: 'receive',
        on: '2024-06-03',
        values: { subject: '集镇规划图', channel: 'online', receivedOn: '2024-06-03' },
      },
      { step: 'withdraw', on: '2024-06-05', values: { withdrawnOn: '2024-06-05' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-07-01',
        values: { subject: '会议纪要', channel: 'mail', contact: 'lacking', receivedOn: '2024-07-01' },
      },
      {
        step: 'askCorrection',
        on: '2024-07-03',
        values: { unclear: '请写明文件名称', correctionOn: '2024-07-03' },
      },
      { step: 'abandon', on: '2024-08-05', values: { abandonedOn: '2024-08-05' } },
    ],
  ],
});
