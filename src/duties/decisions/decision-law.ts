import { addDays, type Day, type Precondition } from '../../kernel/index.ts';
import { judgeTerm, rule } from '../../law/index.ts';
import type { Decision, DecisionFields, Material } from './decision-fields.ts';

type Condition = Precondition<DecisionFields>;

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

/** 启动：目录和启动的决定。 */
export const AT_START: readonly Condition[] = [
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
];

/** 公布草案：审查和期限。 */
export const AT_DRAFT: readonly Condition[] = [
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
];

/** 公布采纳情况：审查过的归纳。 */
export const AT_FEEDBACK: readonly Condition[] = [
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
];

/** 听证材料。 */
export const AT_HEARING: readonly Condition[] = [
  {
    rule: rule('JC-06'),
    breached: ({ values, actOn }) => materialLate(values, actOn),
    remedy: '请把草案等材料在听证会七日前送达参加人；来不及的，听证会改期。',
  },
];

/** 专家书面署名。 */
export const AT_ARGUMENT: readonly Condition[] = [
  {
    rule: rule('JC-07'),
    breached: ({ values }) => values.expertSigned !== 'yes',
    remedy: '请由每位专家出具书面意见并署名。',
  },
];

/** 公平竞争审查听取利害关系人意见。 */
export const AT_FAIRNESS: readonly Condition[] = [
  {
    rule: rule('GF-14'),
    breached: ({ values, actOn }) => !isDone(values.fairHeardOn, actOn),
    remedy: '请先听取有关经营者、行业协会商会等利害关系人的意见，填写日期，再形成审查结论。',
  },
];

/** 提请讨论：审查、意见、论证、评估、顾问和材料。 */
export const AT_SUBMISSION: readonly Condition[] = [
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
];

/** 集体讨论：会议、末位发言、不同意见和审查时间。 */
export const AT_DISCUSSION: readonly Condition[] = [
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
];

/** 作出决定：人大、公平竞争和党委。 */
export const AT_DECISION: readonly Condition[] = [
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
    breached: ({ values, actOn }) => !isDone(values.partyReportedOn, actOn) || values.partyView === 'refused',
    remedy: '请先按规定向乡镇党委请示报告。',
  },
];

/** 公布：审查、解读和采纳情况。 */
export const AT_PUBLICATION: readonly Condition[] = [
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
];

/** 归档齐全。 */
export const AT_ARCHIVING: readonly Condition[] = [
  {
    rule: rule('JC-16'),
    breached: (at) => {
      const meant = at.state === 'ended' ? [] : [...neededMaterials(at), 'minutes', 'text'];
      return meant.some((each) => !at.values.archived?.some((held) => held === each));
    },
    remedy: '请把决策过程的记录和材料收齐：上会材料、会议记录、决定文本。',
  },
];

/** 变动经讨论。 */
export const AT_CHANGE: readonly Condition[] = [
  {
    rule: rule('JC-17'),
    breached: ({ values: { change }, linked: { changeMeeting }, actOn }) =>
      (change === 'major' || change === 'stop') && !isDone(changeMeeting?.occurredOn, actOn),
    remedy: '请先集体讨论，选讨论的会议；情况紧急的，行政首长可以先行中止。',
  },
];
