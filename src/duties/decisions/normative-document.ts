import {
  count,
  dayField,
  defineKind,
  link,
  manyOf,
  oneOf,
  text,
  type Day,
  type LinkedMatter,
  type Matter,
  type Precondition,
} from '../../kernel/index.ts';
import { cite, rule } from '../../law/index.ts';
import { CLEANUP_RESULTS } from './cleanup-results.ts';
import { NORMATIVE } from './document-test.ts';

/** What a document must not do (规范性文件禁止规定的内容), as the drafter checks it. */
const FORBIDDEN = {
  penalty: '设定行政处罚',
  powers: '设定行政许可、行政强制、收费等，或者超越职权',
  conflict: '与法律、法规、规章或者上级文件相抵触',
  burden: '没有依据减损权益、增加义务，或者设置市场准入、退出条件',
  competition: '排除、限制竞争',
  procedure: '应当批准、公布而没有履行，程序严重违法',
} as const;

const fields = {
  title: text('文件名称', { privacy: 'public' }),
  normative: manyOf('为什么是规范性文件', NORMATIVE),
  market: oneOf('与市场主体', {
    close: '与生产经营密切相关',
    some: '涉及市场主体权利义务',
    none: '不涉及市场主体',
  }),
  fair: oneOf('公平竞争审查', {
    unneeded: '不涉及经营者经济活动',
    passed: '已审查，可以出台',
    failed: '审查不通过',
    missing: '应审查未审查',
  }),
  found: manyOf('自查发现的问题', FORBIDDEN, { help: '没有问题的不选' }),
  draftedOn: dayField('起草日'),
  commentFrom: dayField('公开征求意见开始日', { privacy: 'public' }),
  commentUntil: dayField('公开征求意见截止日', { privacy: 'public', future: true }),
  commentAt: text('征求意见的地方', { privacy: 'public', max: 200 }),
  shortened: text('不足三十日的理由', { privacy: 'public', max: 200 }),
  heard: manyOf('听取了谁的意见', {
    enterprises: '市场主体',
    associations: '行业协会商会',
    public: '社会公众',
  }),
  received: count('收到意见', '条', { max: 100_000 }),
  adopted: count('采纳意见', '条', { max: 100_000 }),
  feedbackOn: dayField('反馈采纳情况日'),
  review: link('合法性审核', 'legality-review'),
  discussion: link('集体审议的会议', 'gathering'),
  discussedOn: dayField('集体审议日'),
  number: text('发文字号', { privacy: 'public', max: 40, code: true }),
  registered: text('统一登记编号', { privacy: 'public', max: 40, code: true }),
  issuedOn: dayField('印发日', { privacy: 'public' }),
  effectiveOn: dayField('施行日', { privacy: 'public', future: true }),
  validUntil: dayField('有效期至', { privacy: 'public', future: true }),
  secrecyOn: dayField('公开前保密审查日'),
  publishedOn: dayField('公开日', { privacy: 'public' }),
  address: text('公开位置', { privacy: 'public', max: 200 }),
  filingDays: count('备案期限', '日', { min: 1, max: 365 }),
  filedOn: dayField('报县人民政府备案日'),
  filingNumber: text('备案登记号', { max: 40, code: true }),
  cleanup: oneOf('清理结果', CLEANUP_RESULTS),
  cleanupIn: link('在哪次清理里', 'document-cleanup'),
  cleanedOn: dayField('清理日'),
  challengedOn: dayField('收到附带审查通知日'),
  answeredOn: dayField('书面答复复议机构日'),
  courtOn: dayField('收到法院司法建议日'),
  courtAnsweredOn: dayField('书面答复法院日'),
  repealedFor: oneOf('失效原因', {
    repealed: '废止',
    invalid: '宣布失效',
    expired: '有效期届满',
    revoked: '被撤销、停止执行',
  }),
  repealedOn: dayField('失效日', { privacy: 'public' }),
};
type Document = Matter<typeof fields>;
type Condition = Precondition<typeof fields>;

/** Asked, and not answered since: a document may be challenged again. */
const awaitsAnswer = (asked: Day | undefined, answered: Day | undefined): boolean =>
  asked !== undefined && (answered === undefined || answered < asked);
const forMarket = ({ values }: Document): boolean => values.market === 'close' || values.market === 'some';

/** A review that lets the document go on, given before the act. */
function isPassed(review: LinkedMatter | undefined, on: Day): boolean {
  if (review === undefined) return false;
  const { opinion, opinionOn } = review.values as { opinion?: string; opinionOn?: Day };
  return (opinion === 'lawful' || opinion === 'amend') && opinionOn !== undefined && opinionOn <= on;
}

const finds =
  (...what: (keyof typeof FORBIDDEN)[]) =>
  ({ values }: Document): boolean =>
    (values.found ?? []).some((each) => what.includes(each));

/** 印发以前。 */
const AT_ISSUE: readonly Condition[] = [
  {
    rule: rule('CF-02'),
    breached: finds('penalty'),
    remedy: '规范性文件不得设定行政处罚，请删去这部分内容再印发。',
  },
  {
    rule: rule('GF-13'),
    breached: finds('powers', 'conflict', 'procedure'),
    remedy: '请先改正自查发现的问题：不得越权、抵触上位法或者严重违反程序。',
  },
  {
    rule: rule('GF-07'),
    breached: finds('burden'),
    remedy: '没有法律、法规或者国务院决定、命令依据，请删去减损权益、增加义务的内容。',
  },
  {
    rule: rule('GF-14'),
    breached: (matter) =>
      matter.values.fair === 'missing' || matter.values.fair === 'failed' || finds('competition')(matter),
    remedy: '涉及经营者经济活动的，请先做公平竞争审查；没有通过的不得出台。',
  },
  {
    rule: rule('GF-05'),
    breached: ({ values }) =>
      values.market === 'close' &&
      (values.commentUntil === undefined ||
        values.feedbackOn === undefined ||
        !(values.heard ?? []).some((who) => who === 'enterprises' || who === 'associations')),
    remedy: '请向社会公开征求意见，听取市场主体和行业协会商会的意见，并反馈采纳情况。',
  },
  {
    rule: rule('GF-06'),
    breached: (situation) => forMarket(situation) && !isPassed(situation.linked.review, situation.actOn),
    remedy: '涉及市场主体权利义务的，请先送合法性审核，审核通过后再印发。',
  },
  {
    rule: rule('GF-08'),
    breached: (situation) => !forMarket(situation) && !isPassed(situation.linked.review, situation.actOn),
    remedy: '请先送合法性审核；审核通过后再提交审议、印发。',
  },
  {
    rule: rule('GF-04'),
    breached: ({ values }) => values.discussedOn === undefined || values.registered === undefined,
    remedy: '请经集体审议，并统一登记编号后印发。',
  },
];

/** A normative document (行政规范性文件) of the township. A year without one is a stated zero. */
export const normativeDocument = defineKind({
  code: 'normative-document',
  label: '行政规范性文件',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields,
  states: {
    drafted: '起草中',
    commented: '征求意见中',
    issued: '已印发',
    published: '已公开',
    repealed: '已失效',
  },
  steps: {
    draft: {
      label: '起草',
      by: ['judicial-office', 'area-lead'],
      basis: cite('DF', '76(1)'),
      from: 'start',
      to: 'drafted',
      day: 'draftedOn',
      asks: ['title'],
      may: ['normative', 'market', 'fair'],
    },
    comment: {
      label: '公开征求意见',
      by: ['judicial-office', 'area-lead'],
      basis: [cite('YS', '62'), cite('N37', '*')],
      from: ['drafted'],
      to: 'commented',
      day: 'commentFrom',
      asks: ['commentAt'],
      may: ['shortened'],
      papers: {
        call: { label: '征求意见公告', data: ['title', 'commentAt', 'commentFrom', 'shortened'] },
      },
    },
    feedback: {
      label: '结束征求意见并反馈采纳情况',
      when: ({ values }) => values.feedbackOn === undefined,
      by: ['judicial-office', 'area-lead'],
      basis: [cite('YS', '62'), cite('N37', '*')],
      from: ['commented'],
      day: 'feedbackOn',
      asks: ['commentUntil', 'heard', 'received', 'adopted'],
      papers: {
        summary: {
          label: '意见采纳情况说明',
          data: ['title', 'commentFrom', 'commentUntil', 'received', 'adopted', 'feedbackOn'],
        },
      },
    },
    issue: {
      label: '印发',
      by: ['judicial-office', 'township-head'],
      basis: [cite('DF', '76(1)'), cite('N37', '*')],
      from: ['drafted', 'commented'],
      to: 'issued',
      day: 'issuedOn',
      asks: ['number', 'market', 'fair'],
      may: [
        'review',
        'discussion',
        'discussedOn',
        'registered',
        'effectiveOn',
        'validUntil',
        'found',
        'normative',
      ],
      rules: AT_ISSUE,
      papers: {
        document: { label: '规范性文件', data: ['title', 'number', 'registered', 'issuedOn', 'effectiveOn'] },
      },
    },
    publish: {
      label: '公开',
      by: ['judicial-office'],
      basis: [cite('GK', '20(1)'), cite('GK', '26')],
      from: ['issued'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      may: ['secrecyOn'],
      takes: { filingDays: { setting: 'GF-11' } },
      rules: [
        {
          rule: rule('GK-05'),
          breached: ({ values: { secrecyOn, publishedOn } }) =>
            secrecyOn === undefined || (publishedOn !== undefined && secrecyOn > publishedOn),
          remedy: '公开前请由专人做保密审查，并登记日期。',
        },
      ],
    },
    file: {
      label: '报送备案',
      when: ({ values }) => values.filedOn === undefined,
      by: ['judicial-office'],
      basis: cite('N37', '*'),
      from: ['published'],
      day: 'filedOn',
      may: ['filingNumber'],
      papers: {
        filing: {
          label: '规范性文件备案报告',
          series: '规备',
          data: ['title', 'number', 'registered', 'issuedOn', 'filedOn'],
        },
      },
    },
    clean: {
      label: '登记清理结果',
      by: ['judicial-office'],
      basis: cite('N37', '*'),
      from: ['issued', 'published'],
      day: 'cleanedOn',
      asks: ['cleanup'],
      may: ['cleanupIn', 'validUntil'],
    },
    challenge: {
      label: '登记附带审查',
      by: ['judicial-office'],
      basis: cite('FY', '58'),
      from: ['issued', 'published'],
      may: ['challengedOn', 'courtOn'],
    },
    answer: {
      label: '书面答复复议机构',
      when: ({ values }) => awaitsAnswer(values.challengedOn, values.answeredOn),
      by: ['judicial-office', 'township-head'],
      basis: cite('FY', '58'),
      from: ['issued', 'published', 'repealed'],
      day: 'answeredOn',
    },
    answerCourt: {
      label: '书面答复法院司法建议',
      when: ({ values }) => awaitsAnswer(values.courtOn, values.courtAnsweredOn),
      by: ['judicial-office', 'township-head'],
      basis: cite('SSJ', '149'),
      from: ['issued', 'published', 'repealed'],
      day: 'courtAnsweredOn',
    },
    repeal: {
      label: '登记失效',
      by: ['judicial-office', 'township-head'],
      basis: cite('N37', '*'),
      from: ['issued', 'published'],
      to: 'repealed',
      day: 'repealedOn',
      asks: ['repealedFor'],
    },
  },
  terms: [
    {
      rule: 'GF-05',
      from: 'commentFrom',
      metBy: 'commentUntil',
      where: ({ values }) => values.market === 'close' && values.shortened === undefined,
    },
    { rule: 'GF-15', from: 'issuedOn', metBy: 'publishedOn' },
    { rule: 'GF-11', from: 'publishedOn', metBy: 'filedOn', count: 'filingDays' },
    { rule: 'GF-04.expiry', from: 'validUntil', metBy: 'cleanedOn' },
    { rule: 'GF-12', from: 'challengedOn', metBy: 'answeredOn' },
    { rule: 'GF-12.court', from: 'courtOn', metBy: 'courtAnsweredOn' },
  ],
  figures: {
    'normative-documents.issued': {
      label: '制定规范性文件',
      unit: '件',
      definition: '统计期内印发的行政规范性文件；内部制度不是规范性文件，不计。没有制定的，报告写明未制定。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'issuedOn',
    },
    'normative-documents.filed': {
      label: '规范性文件报送备案',
      unit: '件',
      definition: '报县人民政府备案的日期在统计期内的行政规范性文件。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'filedOn',
      counter: false,
    },
    'normative-documents.repealed': {
      label: '废止、宣布失效规范性文件',
      unit: '件',
      definition: '失效日在统计期内的行政规范性文件，含废止、宣布失效、届满和被撤销。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'repealedOn',
      counter: false,
    },
    'normative-documents.in-force': {
      label: '现行有效规范性文件',
      unit: '件',
      definition: '截至统计日已印发、没有失效的行政规范性文件。',
      chapter: 'decisions',
      measure: 'stock',
      from: 'issuedOn',
      until: 'repealedOn',
    },
  },
  disclosure: {
    in: ['commented', 'published', 'repealed'],
    fields: [
      'title',
      'commentFrom',
      'commentUntil',
      'commentAt',
      'shortened',
      'number',
      'registered',
      'issuedOn',
      'effectiveOn',
      'validUntil',
      'publishedOn',
      'address',
      'repealedOn',
    ],
  },
  examples: [
    [
      {
        step: 'draft',
        on: '2024-03-01',
        values: {
          title: '集镇摊位管理办法',
          normative: ['rights', 'general', 'repeated'],
          market: 'close',
          fair: 'passed',
          draftedOn: '2024-03-01',
        },
      },
      {
        step: 'comment',
        on: '2024-03-04',
        values: { commentAt: '乡政务公开栏、县政府网站', commentFrom: '2024-03-04' },
      },
      {
        step: 'feedback',
        on: '2024-04-07',
        values: {
          commentUntil: '2024-04-03',
          heard: ['enterprises', 'public'],
          received: 9,
          adopted: 6,
          feedbackOn: '2024-04-07',
        },
      },
      {
        step: 'issue',
        on: '2024-04-18',
        values: {
          number: '演示府发〔2024〕1号',
          registered: '演示乡规〔2024〕1号',
          market: 'close',
          fair: 'passed',
          review: '00000000-0000-4000-8000-000000000001',
          discussedOn: '2024-04-15',
          effectiveOn: '2024-06-01',
          validUntil: '2029-05-31',
          issuedOn: '2024-04-18',
        },
      },
      {
        step: 'publish',
        on: '2024-04-22',
        values: { secrecyOn: '2024-04-19', address: '县政府网站', publishedOn: '2024-04-22' },
      },
      {
        step: 'file',
        on: '2024-04-30',
        values: { filingNumber: '演示备〔2024〕7号', filedOn: '2024-04-30' },
      },
      { step: 'challenge', on: '2024-09-02', values: { challengedOn: '2024-09-02', courtOn: '2024-09-02' } },
      { step: 'answer', on: '2024-09-09', values: { answeredOn: '2024-09-09' } },
      { step: 'answerCourt', on: '2024-10-10', values: { courtAnsweredOn: '2024-10-10' } },
      { step: 'clean', on: '2024-11-11', values: { cleanup: 'repeal', cleanedOn: '2024-11-11' } },
      { step: 'repeal', on: '2024-12-02', values: { repealedFor: 'repealed', repealedOn: '2024-12-02' } },
    ],
  ],
});
