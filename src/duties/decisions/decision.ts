import {
  addDays,
  count,
  dayField,
  defineKind,
  file,
  link,
  longText,
  manyOf,
  oneOf,
  people,
  person,
  text,
  type Day,
  type Post,
  type Situation,
} from '../../kernel/index.ts';
import { cite, judgeTerm, rule } from '../../law/index.ts';
import { DECISION_EXAMPLES } from './decision-examples.ts';

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
type Material = keyof typeof MATERIALS;

const YES_NO = { yes: '是', no: '否' } as const;

const fields = {
  title: text('决策名称', { privacy: 'public', help: '不写个人姓名' }),
  office: text('承办单位', { privacy: 'public', max: 60 }),
  item: link('目录事项', 'decision-catalogue-item'),
  startedBy: text('决定启动的会议或者批示', { max: 80 }),
  startedOn: dayField('启动日'),

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
  feedbackReviewer: person('审查人'),
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

  review: link('合法性审查', 'legality-review'),
  technical: oneOf('专业性、技术性是否较强', YES_NO),
  stability: oneOf('是否可能影响社会稳定、公共安全', YES_NO),
  operators: oneOf('是否涉及经营者经济活动', YES_NO),
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
type Decision = Situation<typeof fields>;

/** Who does the work of the office in charge (承办单位): the lead of the area, or the judicial office for it. */
const STAFF: readonly Post[] = ['area-lead', 'judicial-office'];
const DECIDERS: readonly Post[] = ['township-head', 'area-lead', 'judicial-office'];
/** Forums in which a township's government decides (常务会议、全体会议在乡镇的形式). */
const DECIDING_FORUMS: readonly unknown[] = ['government', 'joint-meeting'];

function isDone(done: unknown, by: Day): boolean {
  return typeof done === 'string' && done <= by;
}

/** A term that must at least pass has not passed by that day. */
function tooShort(term: 'JC-05' | 'JC-10', from: unknown, until: unknown): boolean {
  return typeof from === 'string' && typeof until === 'string' && judgeTerm(term, from, until) === 'breached';
}

/** The hearing's material came to the participants less than seven days before it, or never. */
function materialLate({ hearingMaterialOn }: Decision['values'], hearing: Day): boolean {
  return hearingMaterialOn === undefined || judgeTerm('JC-06', hearing, hearingMaterialOn) === 'breached';
}

/** No opinion, none in time, or one that the draft may not be handed in with. */
function reviewLacks({ linked, actOn }: Decision): boolean {
  const { type, opinion, opinionOn } = linked.review?.values ?? {};
  return type !== 'decision' || !isDone(opinionOn, actOn) || opinion === 'unlawful' || opinion === 'outside';
}

function counselLacks({ values, linked, actOn }: Decision): boolean {
  const heard = values.counselHeardOn ?? linked.review?.values['counselHeardOn'];
  return !isDone(heard, actOn) || values.counselView === 'unlawful';
}

/** What must lie before the meeting, by what was done and by what the matter is. */
function neededMaterials({ values }: Decision): Material[] {
  const heard = values.draftPublishedOn ?? values.heardOn ?? values.hearingOn;
  return [
    'draft',
    'legality',
    ...(heard === undefined ? [] : (['comments'] as const)),
    ...(values.arguedOn === undefined ? [] : (['experts'] as const)),
    ...(values.assessedOn === undefined ? [] : (['risk'] as const)),
    ...(values.operators === 'yes' ? (['fairness'] as const) : []),
  ];
}

function notHeld({
  values: { headLast, dissent, againstMajority, majorityReason },
  ...at
}: Decision): boolean {
  const { meeting } = at.linked;
  const collective =
    meeting !== undefined &&
    meeting.occurredOn === at.actOn &&
    DECIDING_FORUMS.includes(meeting.values['forum']);
  const explained = againstMajority !== 'yes' || majorityReason !== undefined;
  return !collective || headLast !== 'yes' || dissent === 'unnoted' || !explained;
}

/**
 * A major administrative decision (重大行政决策). A township takes the 《重大行政决策程序暂行条例》 as a model (参照): its rules remind and never
 * block. What binds the township itself does: fair competition, what its own congress must decide, and the review before
 * anything is published. Hearing, experts, risk and fair competition have no order of their own and run beside the course.
 */
export const decision = defineKind({
  code: 'decision',
  label: '重大行政决策',
  room: 'decisions',
  version: 1,
  title: 'title',
  fields,
  states: {
    drafting: '拟订草案',
    consulting: '征求意见',
    consulted: '意见已研究',
    submitted: '已提请讨论',
    adopted: '讨论通过',
    decided: '已作出决定',
    published: '已公布',
    ended: '已终止',
  },
  steps: {
    start: {
      label: '启动决策',
      by: STAFF,
      basis: [cite('JC', '10'), cite('JC', '11')],
      from: 'start',
      to: 'drafting',
      day: 'startedOn',
      asks: ['title', 'office'],
      may: ['item', 'startedBy', 'technical', 'stability', 'operators', 'draft'],
      rules: [
        {
          rule: rule('JC-02'),
          breached: ({ linked, actOn }) => !isDone(linked.item?.values['publishedOn'], actOn),
          remedy:
            '请选已经公布的目录事项。不在目录里的，作为会议的一个议题登记就可以；确实要按重大行政决策办的，写明理由。',
        },
        {
          rule: rule('JC-03'),
          breached: ({ values }) => values.startedBy === undefined,
          remedy: '请写明是哪次会议或者谁的批示决定启动、确定承办单位。',
        },
      ],
    },
    publishDraft: {
      label: '公布草案征求意见',
      by: STAFF,
      basis: [cite('JC', '14'), cite('JC', '15')],
      from: ['drafting', 'consulted'],
      to: 'consulting',
      day: 'draftPublishedOn',
      asks: ['draftSummary', 'commentWhere', 'commentHow', 'commentUntil'],
      may: ['shortened', 'draftCheckedOn', 'draft'],
      rules: [
        {
          rule: rule('GK-05'),
          breached: ({ values, actOn }) => !isDone(values.draftCheckedOn, actOn),
          remedy: '请先由专人对草案做公布前的保密审查，填写审查日期。',
        },
        {
          rule: rule('JC-05'),
          breached: ({ values: { draftPublishedOn, commentUntil, shortened } }) =>
            shortened === undefined && tooShort('JC-05', draftPublishedOn, commentUntil),
          remedy: '请把截止日改到第三十日以后；确因紧急等原因缩短的，在公告里写明理由。',
        },
      ],
      papers: {
        notice: {
          label: '公开征求意见公告',
          data: [
            'title',
            'office',
            'draftSummary',
            'draftPublishedOn',
            'commentUntil',
            'commentHow',
            'commentWhere',
            'shortened',
          ],
        },
      },
    },
    hear: {
      label: '以其他方式听取意见',
      by: STAFF,
      basis: cite('JC', '14'),
      from: ['drafting', 'consulting', 'consulted'],
      day: 'heardOn',
      asks: ['otherWays'],
    },
    study: {
      label: '归纳研究意见',
      by: STAFF,
      basis: cite('JC', '18'),
      from: ['consulting'],
      to: 'consulted',
      day: 'studiedOn',
      may: ['studyNotes'],
    },
    feedback: {
      label: '公布采纳情况',
      by: STAFF,
      basis: [cite('JC', '18'), cite('GK', '17')],
      from: ['consulted', 'submitted', 'adopted', 'decided', 'published'],
      day: 'feedbackOn',
      asks: ['feedback', 'feedbackReviewer'],
      may: ['feedbackReview', 'feedbackReviewedOn'],
      rules: [
        {
          rule: rule('GK-05'),
          breached: ({ values, actOn }) =>
            !isDone(values.feedbackReviewedOn, actOn) || !values.feedbackReview?.includes('secrecy'),
          remedy: '请先由专人审查汇总里有没有国家秘密、工作秘密，填写审查日。',
        },
        {
          rule: rule('SJA-03'),
          breached: ({ values: { feedbackReview = [] } }) =>
            !feedbackReview.includes('privacy') || !feedbackReview.includes('own'),
          remedy: '请先由专人逐句看过：没有个人信息，也没有照抄意见原文，再公布。',
        },
      ],
      papers: {
        summary: { label: '公众意见采纳情况说明', data: ['title', 'office', 'feedback', 'feedbackOn'] },
      },
    },
    announceHearing: {
      label: '公告听证',
      by: STAFF,
      basis: cite('JC', '16'),
      from: ['drafting', 'consulting', 'consulted'],
      asks: ['hearingPlannedOn'],
      may: ['hearingMaterialOn'],
      papers: {
        hearing: { label: '听证公告', data: ['title', 'office', 'hearingPlannedOn', 'draftSummary'] },
      },
    },
    holdHearing: {
      label: '召开听证会',
      by: STAFF,
      basis: [cite('JC', '16'), cite('JC', '17')],
      from: ['drafting', 'consulting', 'consulted'],
      day: 'hearingOn',
      asks: ['hearingPeople'],
      may: ['hearingMaterialOn', 'hearingNotes'],
      rules: [
        {
          rule: rule('JC-06'),
          breached: ({ values, actOn }) => materialLate(values, actOn),
          remedy: '请把草案等材料在听证会七日前送达参加人；来不及的，听证会改期。',
        },
      ],
    },
    argue: {
      label: '专家论证',
      by: STAFF,
      basis: [cite('JC', '19'), cite('JC', '20')],
      from: ['drafting', 'consulting', 'consulted'],
      day: 'arguedOn',
      asks: ['expertCount', 'expertSigned'],
      may: ['experts', 'expertNotes'],
      rules: [
        {
          rule: rule('JC-07'),
          breached: ({ values }) => values.expertSigned !== 'yes',
          remedy: '请由每位专家出具书面意见并署名。',
        },
      ],
      papers: {
        argument: { label: '专家论证意见', data: ['title', 'experts', 'expertNotes', 'arguedOn'] },
      },
    },
    assess: {
      label: '风险评估',
      by: STAFF,
      basis: [cite('JC', '22'), cite('JC', '23')],
      from: ['drafting', 'consulting', 'consulted'],
      day: 'assessedOn',
      asks: ['riskConclusion'],
      may: ['riskOffice', 'riskNotes'],
      papers: {
        assessment: {
          label: '风险评估报告',
          data: ['title', 'riskOffice', 'riskNotes', 'riskConclusion', 'assessedOn'],
        },
      },
    },
    reviewFairness: {
      label: '公平竞争审查',
      by: STAFF,
      basis: [cite('GJ', '13'), cite('GJ', '16')],
      from: ['drafting', 'consulting', 'consulted', 'submitted', 'adopted'],
      day: 'fairReviewedOn',
      asks: ['fairConclusion'],
      may: ['fairHeardOn'],
      rules: [
        {
          rule: rule('GF-14'),
          breached: ({ values, actOn }) => !isDone(values.fairHeardOn, actOn),
          remedy: '请先听取有关经营者、行业协会商会等利害关系人的意见，填写日期，再形成审查结论。',
        },
      ],
      papers: {
        fairness: {
          label: '公平竞争审查表',
          data: ['title', 'office', 'fairHeardOn', 'fairConclusion', 'fairReviewedOn'],
        },
      },
    },
    submit: {
      label: '提请集体讨论',
      by: STAFF,
      basis: [cite('JC', '25'), cite('JC', '29'), cite('FLG', '*')],
      from: ['drafting', 'consulted'],
      to: 'submitted',
      day: 'submittedOn',
      asks: ['technical', 'stability', 'operators', 'materials'],
      may: ['review', 'counselHeardOn', 'counselView', 'partyReportedOn', 'partyView'],
      rules: [
        {
          rule: rule('JC-09'),
          breached: reviewLacks,
          remedy: '请先送合法性审查（送审类型选“重大行政决策”）；审查认为不合法的，先修改草案再送审。',
        },
        {
          rule: rule('JC-10'),
          breached: ({ linked }) =>
            tooShort('JC-10', linked.review?.values['submittedOn'], linked.review?.values['opinionOn']),
          remedy: '请给审查人员不少于七个工作日；请审查人员按期看完再提请讨论。',
        },
        {
          rule: rule('JC-04'),
          breached: ({ values: { draftPublishedOn, heardOn, hearingOn } }) =>
            draftPublishedOn === undefined && heardOn === undefined && hearingOn === undefined,
          remedy: '请先公开征求意见，或者以座谈、走访、问卷、听证等方式听取意见；依法不公开的，写明理由。',
        },
        {
          rule: rule('JC-07'),
          breached: ({ values, actOn }) => values.technical === 'yes' && !isDone(values.arguedOn, actOn),
          remedy: '请先办“专家论证”，可以请上级专家库的专家。',
        },
        {
          rule: rule('JC-08'),
          breached: ({ values, actOn }) =>
            values.riskConclusion === 'uncontrollable' ||
            (values.stability === 'yes' && !isDone(values.assessedOn, actOn)),
          remedy: '请先办“风险评估”；评估认为不可控的，先调整草案，重新评估到可控。',
        },
        {
          rule: rule('GF-18'),
          breached: counselLacks,
          remedy: '请先听取法律顾问、公职律师的意见；认为不合法的，先修改草案。',
        },
        {
          rule: rule('JC-12'),
          breached: (at) => neededMaterials(at).some((each) => !at.values.materials?.includes(each)),
          remedy: '请补齐上会材料：做过公众参与、专家论证、风险评估、公平竞争审查的，材料都要附上。',
        },
      ],
      papers: {
        materials: {
          label: '会议材料清单',
          data: ['title', 'office', 'materials', 'review', 'counselView', 'submittedOn'],
        },
      },
    },
    reportToParty: {
      label: '请示报告同级党委',
      by: DECIDERS,
      basis: cite('JC', '31'),
      from: ['drafting', 'consulted', 'submitted', 'adopted'],
      day: 'partyReportedOn',
      may: ['partyView'],
    },
    discuss: {
      label: '集体讨论通过',
      by: DECIDERS,
      basis: cite('JC', '30'),
      from: ['submitted'],
      to: 'adopted',
      day: 'discussedOn',
      asks: ['outcome', 'headLast', 'dissent'],
      may: ['meeting', 'againstMajority', 'majorityReason'],
      rules: [
        {
          rule: rule('JC-13'),
          breached: notHeld,
          remedy:
            '请选当天的政府办公会或者党政联席会，写明行政首长末位发言、不同意见已经记录；与多数人意见不一致的，写明理由。',
        },
        {
          // 送审后满七个工作日，次日起方可上会。
          rule: rule('JC-10'),
          breached: ({ linked, actOn }) =>
            tooShort('JC-10', linked.review?.values['submittedOn'], addDays(actOn, -1)),
          remedy: '请等送审满七个工作日以后再上会。',
        },
      ],
    },
    sendBack: {
      label: '没有通过，退回修改',
      by: DECIDERS,
      basis: cite('JC', '30'),
      from: ['submitted'],
      to: 'drafting',
      day: 'sentBackOn',
      asks: ['sentBackReason'],
      may: ['meeting'],
    },
    decide: {
      label: '作出决定',
      by: DECIDERS,
      basis: [cite('JC', '30'), cite('DF', '76(1)')],
      from: ['adopted'],
      to: 'decided',
      day: 'decidedOn',
      asks: ['congress', 'content'],
      may: ['number', 'congressOn', 'partyReportedOn', 'partyView', 'openness', 'operators'],
      rules: [
        {
          rule: rule('JC-19'),
          breached: ({ values, actOn }) => values.congress === 'yes' && !isDone(values.congressOn, actOn),
          remedy: '请先提请乡镇人民代表大会决定，填写人大决定的日期。',
        },
        {
          rule: rule('GF-14'),
          breached: ({ values, actOn }) =>
            values.operators === 'yes' &&
            (!isDone(values.fairReviewedOn, actOn) || values.fairConclusion === 'unfair'),
          remedy: '请先办“公平竞争审查”；不符合标准又不适用例外规定的，修改后重新审查。',
        },
        {
          rule: rule('JC-14'),
          breached: ({ values, actOn }) =>
            !isDone(values.partyReportedOn, actOn) || values.partyView === 'refused',
          remedy: '请先按规定向乡镇党委请示报告。',
        },
      ],
      papers: {
        decision: { label: '重大行政决策决定', data: ['title', 'office', 'number', 'content', 'decidedOn'] },
      },
    },
    publish: {
      label: '公布决定',
      by: STAFF,
      basis: [cite('JC', '32'), cite('GK', '26')],
      from: ['decided'],
      to: 'published',
      day: 'publishedOn',
      asks: ['address'],
      may: ['explanation', 'checkedOn'],
      rules: [
        {
          rule: rule('GK-05'),
          breached: ({ values, actOn }) => !isDone(values.checkedOn, actOn),
          remedy: '请先由专人做公布前的保密审查，填写审查日期。',
        },
        {
          rule: rule('JC-15'),
          breached: ({ values: { technical, explanation, draftPublishedOn, feedbackOn } }) =>
            (technical === 'yes' && explanation === undefined) ||
            (draftPublishedOn !== undefined && feedbackOn === undefined),
          remedy: '请附解读；征求过意见的，先公布采纳情况。',
        },
      ],
      papers: {
        explanation: { label: '决策解读', data: ['title', 'office', 'explanation', 'publishedOn'] },
      },
    },
    archive: {
      label: '归档',
      by: STAFF,
      basis: cite('JC', '33'),
      from: ['decided', 'published', 'ended'],
      day: 'archivedOn',
      asks: ['archived'],
      may: ['archiveNumber'],
      rules: [
        {
          rule: rule('JC-16'),
          breached: (at) => {
            const meant = at.state === 'ended' ? [] : [...neededMaterials(at), 'minutes', 'text'];
            return meant.some((each) => !at.values.archived?.some((held) => held === each));
          },
          remedy: '请把决策过程的记录和材料收齐：上会材料、会议记录、决定文本。',
        },
      ],
    },
    inspect: {
      label: '督查执行',
      by: DECIDERS,
      basis: [cite('JC', '34'), cite('JC', '35')],
      from: ['decided', 'published'],
      day: 'inspectedOn',
      asks: ['executionNotes'],
    },
    evaluate: {
      label: '后评估',
      by: STAFF,
      basis: cite('JC', '36'),
      from: ['decided', 'published'],
      day: 'evaluatedOn',
      asks: ['evaluation'],
      may: ['evaluationNotes'],
      papers: {
        evaluation: {
          label: '决策后评估报告',
          data: ['title', 'evaluation', 'evaluationNotes', 'evaluatedOn'],
        },
      },
    },
    change: {
      label: '调整、中止或者停止执行',
      by: DECIDERS,
      basis: cite('JC', '37'),
      from: ['decided', 'published'],
      day: 'changedOn',
      asks: ['change', 'changeNotes'],
      may: ['changeMeeting'],
      rules: [
        {
          rule: rule('JC-17'),
          breached: ({ values: { change }, linked: { changeMeeting }, actOn }) =>
            (change === 'major' || change === 'stop') && !isDone(changeMeeting?.occurredOn, actOn),
          remedy: '请先集体讨论，选讨论的会议；情况紧急的，行政首长可以先行中止。',
        },
      ],
    },
    end: {
      label: '终止',
      by: DECIDERS,
      basis: cite('JC', '30'),
      from: ['drafting', 'consulting', 'consulted', 'submitted', 'adopted'],
      to: 'ended',
      day: 'endedOn',
      asks: ['endReason'],
    },
  },
  terms: [
    {
      rule: 'JC-05',
      from: 'draftPublishedOn',
      metBy: 'studiedOn',
      // A draft that is published again is studied again: the earlier study is not what meets it.
      where: ({ values: { shortened, studiedOn, draftPublishedOn } }) =>
        shortened === undefined && !(studiedOn && draftPublishedOn && studiedOn < draftPublishedOn),
    },
    {
      rule: 'JC-06',
      from: 'hearingPlannedOn',
      metBy: 'hearingMaterialOn',
      where: ({ values }) => values.hearingOn === undefined,
    },
    {
      rule: 'GK-08',
      from: 'decidedOn',
      metBy: 'publishedOn',
      where: ({ values }) => values.openness !== 'closed',
    },
  ],
  figures: {
    'decisions.made': {
      label: '作出重大行政决策',
      unit: '项',
      definition:
        '决定日在统计期内的重大行政决策；讨论通过而没有作出决定的、终止的和一般事项集体研究都不计。没有作出的，报告写明未作出。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'decidedOn',
    },
    'decisions.consultations': {
      label: '重大行政决策公开征求意见',
      unit: '次',
      definition:
        '公布草案日在统计期内的重大行政决策；同一项决策再次公布草案的按最近一次，只计一次。座谈、走访等其他方式不计。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'draftPublishedOn',
    },
    'decisions.risk-assessments': {
      label: '重大行政决策风险评估',
      unit: '件',
      definition: '风险评估日在统计期内的重大行政决策；同一项决策重新评估的按最近一次，只计一次。',
      chapter: 'decisions',
      measure: 'flow',
      on: 'assessedOn',
    },
  },
  // Whoever reads these states reads a draft or a decision that was published; between them the matter is the office's own.
  disclosure: {
    in: ['consulting', 'consulted', 'published'],
    fields: [
      'title',
      'office',
      'draftSummary',
      'draftPublishedOn',
      'commentUntil',
      'commentHow',
      'commentWhere',
      'shortened',
      'feedback',
      'feedbackOn',
      'number',
      'content',
      'decidedOn',
      'publishedOn',
      'address',
      'explanation',
      'change',
      'changedOn',
    ],
  },
  examples: [...DECISION_EXAMPLES],
});
