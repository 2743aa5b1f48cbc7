import {
  dayField,
  defineKind,
  file,
  link,
  linkedField,
  longText,
  oneOf,
  text,
  type Matter,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { DESK, UNITS } from './desk.ts';

/** Who supervises. 巡察 has an index of its own, 12345 too. */
const SOURCES = {
  congress: '人大代表建议、审议意见',
  cppcc: '政协提案、建议',
  judicial: '司法建议',
  prosecution: '检察建议（行政公益诉讼）',
  'urgent-prosecution': '检察建议（行政公益诉讼，情形紧急）',
  'other-prosecution': '检察建议（社会治理等）',
  audit: '审计',
  inspection: '政府督查',
  'rule-of-law': '法治督察',
  review: '复议意见书',
  enforcement: '行政执法监督',
  public: '媒体、群众',
} as const;
type Source = keyof typeof SOURCES;

const fields = {
  source: oneOf('监督来源', SOURCES),
  organ: text('提出单位', { max: 60, help: '群众提出的写“群众”，不写姓名' }),
  title: text('名称', { max: 120, help: '写什么事，不写人名' }),
  number: text('文号、编号', { max: 60, code: true, help: '照原件写' }),
  document: link('来文', 'incoming-document', { help: '已经在收文登记里的，选它' }),
  receivedOn: dayField('收到日'),
  answerBy: dayField('要求答复日', { future: true, help: '来文写明日期的填；法律规定期限的由系统算' }),
  summary: longText('主要内容', { max: 2000, help: '不写个人的姓名、电话、住址' }),
  original: file('原件'),
  unit: text('承办单位', { max: 60 }),
  measures: longText('办理、整改措施', { max: 2000, help: '问题较多的，逐条登记为“整改事项”' }),
  entrustedOn: dayField('交办日'),
  objection: oneOf(
    '对督查结论有无异议',
    { none: '没有异议', some: '有异议' },
    { help: '没有异议的选了，申请复核的期限不再提醒' },
  ),
  appliedOn: dayField('申请复核日'),
  grounds: longText('申请复核的理由', { max: 2000 }),
  reviewedOn: dayField('收到复核结论日'),
  reviewResult: oneOf('复核结论', { kept: '维持', changed: '变更', revoked: '撤销' }),
  answeredOn: dayField('答复、报送日'),
  outcome: oneOf('办理、整改情况', {
    done: '已经办结、整改完毕',
    going: '正在办理、整改',
    none: '没有需要整改的，已说明理由',
  }),
  reply: text('答复文号', { max: 60, code: true }),
  actions: longText('做了什么', { max: 2000 }),
  evidence: file('答复件、佐证材料'),
  returnedOn: dayField('退回重办日'),
  demand: longText('退回的要求', { max: 1000 }),
  redoBy: dayField('要求再次答复日', { future: true }),
  redoneOn: dayField('再次答复日'),
  verdict: oneOf('提出单位的意见', { accepted: '认可、满意', basic: '基本认可', silent: '没有提出意见' }),
  closedOn: dayField('办结日'),
};
type Opinion = Matter<typeof fields>;

const isFrom =
  (...sources: readonly Source[]) =>
  ({ values }: Opinion): boolean =>
    values.source !== undefined && sources.includes(values.source);

/** Neither done nor said to be nothing to be done. */
function isUnfinished({ values }: Opinion): boolean {
  return values.outcome !== 'done' && values.outcome !== 'none';
}

/** Those that a lawsuit follows (行政诉讼法 art. 25④) where the duty is not done. */
const isProsecution = isFrom('prosecution', 'urgent-prosecution');
const isMotion = isFrom('congress', 'cppcc');
const isInspection = isFrom('inspection');

/** Opinions of one source by the day on which they came. */
function receivedFrom(label: string, unit: string, ...sources: readonly [Source, ...Source[]]) {
  return {
    label,
    unit,
    definition: `收到日在统计期内、监督来源为“${sources.map((one) => SOURCES[one]).join('”、“')}”的监督意见；一份来文只计一件。`,
    chapter: 'oversight',
    measure: 'flow',
    on: 'receivedOn',
    where: isFrom(...sources),
    relations: [{ to: 'supervision.opinions', is: 'part-of' }],
  } as const;
}

const BASES = [cite('DF', '12,69'), cite('DC', '16-18'), cite('FY', '76'), cite('SS', '25④')] as const;

/** An opinion of those who supervise the office (监督意见), from its receipt to its answer and its closing. */
export const supervisionOpinion = defineKind({
  code: 'supervision-opinion',
  label: '监督意见',
  room: 'oversight',
  version: 1,
  title: 'title',
  fields,
  states: {
    received: '待办',
    handling: '正在办理',
    contested: '申请复核中',
    answered: '已答复',
    returned: '重办中',
    closed: '已办结',
  },
  steps: {
    receive: {
      label: '收到监督意见',
      by: DESK,
      basis: BASES,
      from: 'start',
      to: 'received',
      day: 'receivedOn',
      asks: ['source', 'organ', 'title'],
      may: ['number', 'answerBy', 'unit', 'document', 'summary', 'original'],
      usual: {
        organ: linkedField('document', 'from'),
        title: linkedField('document', 'title'),
        number: linkedField('document', 'number'),
      },
    },
    entrust: {
      label: '交办',
      by: DESK,
      basis: BASES,
      from: ['received'],
      to: 'handling',
      day: 'entrustedOn',
      asks: ['unit'],
      may: ['measures', 'answerBy', 'objection'],
    },
    answer: {
      label: '答复、报送整改情况',
      by: UNITS,
      basis: BASES,
      from: ['received', 'handling'],
      to: 'answered',
      day: 'answeredOn',
      asks: ['outcome'],
      may: ['reply', 'actions', 'evidence'],
    },
    close: {
      label: '办结',
      by: DESK,
      basis: BASES,
      from: ['received', 'handling', 'answered', 'returned'],
      to: 'closed',
      day: 'closedOn',
      may: ['outcome', 'actions', 'verdict'],
      rules: [
        {
          rule: rule('ND-04'),
          breached: (one) => isInspection(one) && isUnfinished(one),
          remedy: '请先完成整改，把“办理、整改情况”改为“已经办结、整改完毕”；没有需要整改的，写明理由。',
        },
        {
          rule: rule('FY-16'),
          breached: (one) => isFrom('review')(one) && isUnfinished(one),
          remedy: '请先按复议意见书纠正并报送纠正情况，再办结。',
        },
        {
          rule: rule('FY-26'),
          breached: (one) => isProsecution(one) && isUnfinished(one),
          remedy: '请先依法履行职责并书面回复检察机关，再办结。',
        },
        {
          rule: rule('ZF-16'),
          breached: (one) => isFrom('enforcement')(one) && one.values.answeredOn === undefined,
          remedy: '请先向执法监督机构报送整改情况，再办结；不能报送的写明原因。',
        },
      ],
    },
    return: {
      label: '被退回重办',
      by: DESK,
      basis: BASES,
      from: ['answered'],
      to: 'returned',
      day: 'returnedOn',
      may: ['demand', 'redoBy'],
    },
    redo: {
      label: '再次答复',
      by: UNITS,
      basis: BASES,
      from: ['returned'],
      to: 'answered',
      day: 'redoneOn',
      asks: ['outcome'],
      may: ['reply', 'actions', 'evidence'],
    },
    contest: {
      label: '对督查结论申请复核',
      by: DESK,
      basis: cite('DC', '16-18'),
      from: ['received', 'handling'],
      to: 'contested',
      day: 'appliedOn',
      may: ['grounds'],
      rules: [
        {
          rule: rule('ND-04'),
          breached: (one) => !isInspection(one),
          remedy: '只有政府督查的结论这样申请复核；别的监督意见，请办“答复、报送整改情况”，在里面说明理由。',
        },
      ],
    },
    settle: {
      label: '收到复核结论',
      by: DESK,
      basis: cite('DC', '16-18'),
      from: ['contested'],
      to: 'handling',
      day: 'reviewedOn',
      asks: ['reviewResult'],
    },
  },
  terms: [
    { rule: 'FY-15', from: 'receivedOn', metBy: 'answeredOn', where: isFrom('review') },
    {
      rule: 'FY-26',
      from: 'receivedOn',
      metBy: 'answeredOn',
      where: isFrom('prosecution'),
    },
    {
      rule: 'FY-26.urgent',
      from: 'receivedOn',
      metBy: 'answeredOn',
      where: isFrom('urgent-prosecution'),
    },
    {
      rule: 'ND-04',
      from: 'receivedOn',
      metBy: 'appliedOn',
      where: (one) => isInspection(one) && one.values.objection !== 'none',
    },
    { rule: 'ND-04.review', from: 'appliedOn', metBy: 'reviewedOn' },
    { rule: 'ND-05.given', from: 'receivedOn', by: 'answerBy', metBy: 'answeredOn' },
    { rule: 'ND-05.given', from: 'returnedOn', by: 'redoBy', metBy: 'redoneOn' },
  ],
  figures: {
    'supervision.opinions': {
      label: '收到监督意见',
      unit: '件',
      definition:
        '收到日在统计期内的人大、政协、司法、检察、审计、督查、督察、复议、执法监督和媒体群众的监督意见；巡察反馈和12345工单另计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'receivedOn',
    },
    'supervision.congress': receivedFrom('办理人大代表建议', '件', 'congress'),
    'supervision.cppcc': receivedFrom('办理政协提案', '件', 'cppcc'),
    'supervision.judicial': receivedFrom('收到司法建议', '份', 'judicial'),
    'supervision.prosecution': receivedFrom(
      '收到检察建议',
      '份',
      'prosecution',
      'urgent-prosecution',
      'other-prosecution',
    ),
    'supervision.audit': receivedFrom('收到审计意见', '份', 'audit'),
    'supervision.inspection': receivedFrom('接受政府督查', '次', 'inspection'),
    'supervision.rule-of-law': receivedFrom('接受法治督察', '次', 'rule-of-law'),
    'supervision.review': receivedFrom('收到复议意见书', '份', 'review'),
    'supervision.enforcement': receivedFrom('接受行政执法监督', '次', 'enforcement'),
    'supervision.public': receivedFrom('办理媒体和群众监督意见', '件', 'public'),
    'supervision.answered': {
      label: '答复监督意见',
      unit: '件',
      definition: '答复、报送日在统计期内的监督意见；退回后再次答复的不重复计。',
      chapter: 'oversight',
      measure: 'flow',
      on: 'answeredOn',
    },
    'supervision.motions-answer-rate': {
      label: '人大代表建议、政协提案办复率',
      unit: '%',
      definition: '收到日在统计期内的人大代表建议和政协提案：已答复的件数除以收到的件数。',
      chapter: 'oversight',
      measure: 'ratio',
      on: 'receivedOn',
      numerator: (one) => (isMotion(one) && one.values.answeredOn !== undefined ? 1 : 0),
      denominator: (one) => (isMotion(one) ? 1 : 0),
    },
  },
  examples: [
    [
      {
        step: 'receive',
        on: '2024-03-18',
        values: {
          source: 'inspection',
          organ: '县人民政府督查室',
          title: '农村垃圾清运督查结论',
          number: '样督〔2024〕6号',
          receivedOn: '2024-03-18',
          answerBy: '2024-05-31',
          summary: '有两个村的垃圾清运台账不全，清运不及时。',
        },
      },
      {
        step: 'contest',
        on: '2024-03-25',
        values: { appliedOn: '2024-03-25', grounds: '其中一个村已经清运' },
      },
      { step: 'settle', on: '2024-04-18', values: { reviewedOn: '2024-04-18', reviewResult: 'kept' } },
      {
        step: 'answer',
        on: '2024-05-20',
        values: {
          outcome: 'done',
          reply: '石府函〔2024〕12号',
          actions: '补齐台账，签订清运合同',
          answeredOn: '2024-05-20',
        },
      },
      { step: 'close', on: '2024-06-03', values: { verdict: 'accepted', closedOn: '2024-06-03' } },
    ],
    [
      {
        step: 'receive',
        on: '2024-02-26',
        values: {
          source: 'congress',
          organ: '乡人民代表大会',
          title: '关于修缮石桥村人行便桥的建议',
          number: '第7号',
          receivedOn: '2024-02-26',
        },
      },
      { step: 'entrust', on: '2024-02-28', values: { unit: '村镇建设服务中心', entrustedOn: '2024-02-28' } },
      { step: 'answer', on: '2024-04-10', values: { outcome: 'going', answeredOn: '2024-04-10' } },
      { step: 'return', on: '2024-04-15', values: { demand: '请写明开工时间', returnedOn: '2024-04-15' } },
      { step: 'redo', on: '2024-04-22', values: { outcome: 'done', redoneOn: '2024-04-22' } },
    ],
  ],
});
