import {
  count,
  dayField,
  file,
  link,
  longText,
  manyOf,
  oneOf,
  people,
  text,
  type Post,
  type Situation,
  type Step,
} from '../../kernel/index.ts';

/** What is handed in for the discussion (上会材料), and filed afterwards. */
export const MATERIALS = {
  draft: '决策草案和说明',
  legality: '合法性审查意见',
  comments: '公众意见采纳情况',
  experts: '专家论证意见',
  risk: '风险评估报告',
  fairness: '公平竞争审查结论',
  other: '其他材料',
} as const;
export type Material = keyof typeof MATERIALS;

const YES_NO = { yes: '是', no: '否' } as const;

/** The fields of a major decision, in the order in which its steps ask for them. */
export const decisionFields = {
  title: text('决策名称', { privacy: 'public', help: '不写个人姓名' }),
  office: text('承办单位', { privacy: 'public', max: 60 }),
  item: link('目录事项', 'decision-catalogue-item'),
  startedBy: text('决定启动的会议或者批示', { max: 80 }),
  startedOn: dayField('启动日'),
  technical: oneOf('专业性、技术性是否较强', YES_NO, { help: '选“是”的，应当组织专家论证' }),
  stability: oneOf('是否可能影响社会稳定、公共安全', YES_NO, { help: '选“是”的，应当先评估风险' }),
  operators: oneOf('是否涉及经营者经济活动', YES_NO, {
    help: '市场准入、经营收费、补贴奖励、政府采购等选“是”，应当做公平竞争审查',
  }),

  draftSummary: longText('草案主要内容', { privacy: 'public', max: 2000 }),
  draft: file('决策草案和说明'),
  draftCheckedOn: dayField('草案公布前保密审查日'),
  draftPublishedOn: dayField('公布草案日', { privacy: 'public' }),
  commentWhere: text('草案公布位置', { privacy: 'public', help: '网址，或者公开栏的位置' }),
  commentHow: manyOf(
    '提意见的方式',
    {
      visit: '当面',
      phone: '电话',
      letter: '信函',
      online: '网站、公众号、邮件',
      meeting: '座谈会、听证会、院坝会',
    },
    { privacy: 'public' },
  ),
  commentUntil: dayField('意见截止日', {
    privacy: 'public',
    future: true,
    help: '一般不少于三十日：公布的次日起算，第三十日以后',
  }),
  shortened: text('不足三十日的理由', { privacy: 'public', help: '写进征求意见公告，一并公布' }),
  otherWays: manyOf('以其他方式听取意见', {
    seminar: '座谈会、院坝会',
    visit: '实地走访',
    survey: '问卷调查',
    groups: '与有关团体、群众代表沟通协商',
    officials: '书面征求有关单位意见',
  }),
  heardOn: dayField('听取意见日'),
  studyNotes: longText('归纳研究情况', { help: '不写提意见人的姓名；逐条意见在“公众意见”里登记' }),
  studiedOn: dayField('意见研究日'),
  feedback: longText('采纳情况汇总', {
    privacy: 'public',
    max: 4000,
    help: '归纳写：收到多少条、采纳了哪些、没有采纳的为什么。不抄意见原文，不写姓名',
  }),
  feedbackReview: manyOf('公布前内容审查', {
    secrecy: '没有国家秘密、工作秘密',
    privacy: '没有姓名、电话、住址等个人信息',
    own: '是归纳，没有照抄意见原文',
  }),
  feedbackReviewer: text('审查人', { privacy: 'personal', max: 40, help: '本机关做审查的人的姓名' }),
  feedbackReviewedOn: dayField('审查日'),
  feedbackOn: dayField('采纳情况公布日', { privacy: 'public' }),

  hearingPlannedOn: dayField('听证会召开日（拟定）', { future: true }),
  hearingMaterialOn: dayField('听证材料送达日'),
  hearingPeople: count('听证会参加人', '人', { max: 1000 }),
  hearingNotes: longText('听证意见', { help: '归纳写，不写发言人姓名' }),
  hearingOn: dayField('听证会日'),
  expertCount: count('论证专家', '人', { min: 1, max: 100 }),
  experts: people('专家姓名'),
  expertSigned: oneOf('专家意见书面署名', YES_NO),
  expertNotes: longText('论证意见'),
  arguedOn: dayField('专家论证日'),
  riskOffice: text('评估单位', { max: 60, help: '别的单位已经按规定评估过的，写那个单位，不重复评估' }),
  riskConclusion: oneOf('评估结论', {
    controllable: '风险可控',
    measures: '采取措施后可控',
    uncontrollable: '风险不可控',
  }),
  riskNotes: longText('风险点、防范措施和处置预案'),
  assessedOn: dayField('风险评估日'),
  fairConclusion: oneOf('审查结论', {
    fair: '符合公平竞争审查标准',
    amended: '修改后符合',
    exempt: '适用例外规定',
    unfair: '不符合，也不适用例外规定',
  }),
  fairHeardOn: dayField('听取利害关系人意见日'),
  fairReviewedOn: dayField('公平竞争审查日'),

  review: link('合法性审查', 'legality-review', {
    help: '先在“合法性审查”里送审，送审类型选“重大行政决策”',
  }),
  counselHeardOn: dayField('听取法律顾问意见日', { help: '在合法性审查里听取过的，不必再填' }),
  counselView: oneOf('法律顾问意见', {
    agreed: '没有不同意见',
    amend: '建议修改',
    unlawful: '认为不合法',
  }),
  materials: manyOf('上会材料', MATERIALS),
  submittedOn: dayField('提请讨论日'),
  partyReportedOn: dayField('请示报告同级党委日'),
  partyView: oneOf('党委意见', { agreed: '同意', adjust: '要求调整', refused: '不同意' }),
  meeting: link('讨论的会议', 'gathering'),
  outcome: oneOf('讨论结果', { passed: '通过', amended: '修改后通过' }),
  headLast: oneOf('行政首长末位发言', YES_NO),
  dissent: oneOf('不同意见', {
    none: '没有',
    noted: '有，已如实记入会议记录',
    unnoted: '有，没有记录',
  }),
  againstMajority: oneOf('决定与多数人意见不一致', YES_NO),
  majorityReason: longText('不一致的理由', { max: 1000 }),
  discussedOn: dayField('集体讨论日'),
  sentBackReason: longText('没有通过或者暂缓的原因', { max: 1000 }),
  sentBackOn: dayField('退回修改日'),

  congress: oneOf('是否依法应由乡镇人大决定', {
    no: '不属于',
    yes: '属于（建设计划、建设项目、预算等）',
  }),
  congressOn: dayField('乡镇人大决定日'),
  number: text('发文字号', { privacy: 'public', max: 40, code: true }),
  content: longText('决定内容', { privacy: 'public' }),
  openness: oneOf('是否公开', { open: '公开', closed: '依法不予公开' }),
  decidedOn: dayField('决定日', { privacy: 'public' }),
  address: text('决定公布位置', { privacy: 'public', help: '网址，或者公开栏的位置' }),
  explanation: longText('解读', { privacy: 'public', max: 4000 }),
  checkedOn: dayField('决定公布前保密审查日'),
  publishedOn: dayField('公布日', { privacy: 'public' }),
  archiveNumber: text('档号', { max: 60, code: true }),
  archived: manyOf('归档材料', { ...MATERIALS, minutes: '会议记录', text: '决定文本' }),
  archivedOn: dayField('归档日'),
  executionNotes: longText('执行和督查情况'),
  inspectedOn: dayField('督查日'),
  evaluation: oneOf('评估结论', { keep: '继续执行', adjust: '建议调整', stop: '建议停止执行' }),
  evaluationNotes: longText('评估情况'),
  evaluatedOn: dayField('后评估日'),
  change: oneOf(
    '怎样变动',
    { minor: '一般调整', major: '重大调整', suspend: '情况紧急，先行中止', stop: '停止执行' },
    { privacy: 'public' },
  ),
  changeNotes: longText('变动内容和理由', { max: 2000 }),
  changeMeeting: link('讨论变动的会议', 'gathering'),
  changedOn: dayField('变动日', { privacy: 'public' }),
  endReason: longText('终止原因', { max: 1000 }),
  endedOn: dayField('终止日'),
};
export type DecisionFields = typeof decisionFields;
/** A decision as its rules see it. */
export type Decision = Situation<DecisionFields>;

/** Where a decision stands. */
export const DECISION_STATES = {
  drafting: '拟订草案',
  consulting: '征求意见',
  consulted: '意见已研究',
  submitted: '已提请讨论',
  adopted: '讨论通过',
  decided: '已作出决定',
  published: '已公布',
  ended: '已终止',
} as const;

/** Who does the work of the office in charge (承办单位): the lead of the area, or the judicial office for it. */
export const STAFF: readonly Post[] = ['area-lead', 'judicial-office'];
export const DECIDERS: readonly Post[] = ['township-head', 'area-lead', 'judicial-office'];

/** Some of its steps, by name. */
export type DecisionSteps = Readonly<Record<string, Step<DecisionFields, keyof typeof DECISION_STATES>>>;
