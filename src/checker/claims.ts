import { leansOn, sentenceStart, sentenceText, type Context } from './context.ts';
import { partOfYear } from './scope.ts';
import { thingOf } from './things.ts';
import type { Reading, Scope } from './types.ts';
import { family } from './units.ts';

/** One quantity, with all that must be equal before two of them can contradict each other. */
export interface Claim {
  readonly reading: Reading;
  /** What is counted, without the words that change nothing. */
  readonly core: string;
  /** Claims of one unit family whose names end alike are compared. */
  readonly key: string;
  /** 受理 and 化解 count different things of one kind; '' where the verb says nothing. */
  readonly verb: string;
  readonly scope: Scope;
  /** Who acts, where the clause names it: 党委, 政府, 司法所. */
  readonly actor: string;
  /** 全镇58个网格全部…, 下辖9个村: there are no others. */
  readonly total: boolean;
  /** Said of an occasion or a part: it may only be no more than the whole. */
  readonly narrowed: boolean;
  /** Narrowed only by how it was done: 结合农时, 通过广播. */
  readonly byMeans: boolean;
  /** The sentence opens with 综上 or the like. */
  readonly summedUp: boolean;
  /** The wording claims a whole period or unit: 全年, 共, 全乡. */
  readonly whole: boolean;
  /** 经核对, 台账显示, 年终统计: said again on purpose. */
  readonly restated: boolean;
  /** What its sentence counts first, where that is another figure. */
  readonly topic: string;
  /** Too general to be one quantity by its name alone. */
  readonly general: boolean;
}

/** A report counts many trainings and many cadres. */
const GENERAL =
  /^(?:各类|各项|相关|专题)?(?:法治|普法|法律|法制|安全|政策|主题|专项|专题|业务)?(?:宣传|培训|会议|学习|活动|宣传活动|检查|调研|督导|讲座|研讨|授课|交流|座谈|资料|宣传资料|手册|材料|信息|问题|意见|建议|事项|案件|群众|干部|干部职工|人员|党员|村民|代表|职工|学生|师生|工作人员|次数|人数|项目|任务|工作|措施|制度|文件|服务|法律法规|法律服务|咨询|法律咨询|合同|横幅|展板|专题会|专题会议|推进会|部署会|普法|小组|队伍|单位|企业|村|社区|村\(社区\)|户|家|志愿者|成员|队员|场所|点位|车辆)?$/;
/** An act alone is said of whatever its own sentence counts. */
const LEVEL_ALONE = /^(?:国家|省|市|县|区|乡|镇|街道|村|社区|组)级$/;
const ACT_ALONE =
  /^(?:全部|均|已|实际|最终|合计|当场|就地|成功)?(?:审结|开庭|立案|结案|办结|化解|调解|调处|整改|受理|办理|处置|处理|查处|答复|回复|落实|完成|销号|维持|撤销|撤诉|终止|驳回|胜诉|败诉|采纳|审核|审查|检查|发现|移送|结转|未结|成功)$/;
/** Events, occasions and channels: a count so narrowed is a part of what the year came to. */
const NARROWED =
  /期间|宣传周|宣传月|活动月|宣传日|节日|联合|深入(?!开展|推进|实施|贯彻|学习|落实|践行|排查|宣传|推动|做好)|走进|邀请|其中|各(?!类)|试点|部分|首批|第[一二三四五六七八九十\d]|上旬|中旬|下旬|向|对(?!账)|面向|分别|即|按[^,]{1,8}分|包括/;
/** How the work was done: all of it may have been done so. */
const BY_MEANS = /依托|结合|围绕|利用|针对|采取|借助|通过|以[^,]{1,16}为/;
/** Another year, another measure, a change: no part of it. */
const OTHER =
  /另|每|新[申创评获认]|新[建增设聘]的|平均|(?<![\d个名])[人月日周年户村场]均(?![已由为按在])|新增|此前|原有|原|上年|去年|同期|往年|历年|增加|减少|计划|年初|不含|不计/;
/** Words that narrow only in the figure's own phrase. */
const NARROWED_HERE = /日常|集中/;
const WHOLE =
  /现有|共有|全年|一年来|年内|年终|全乡|全镇|全街道|全区|辖区|下辖|管辖|辖|累计|共|总计|合计|本年|本年度|20\d\d年|今年/;
/** What is there once set up is there as a whole. */
const STOCK =
  /聘请|聘任|聘用|设立|设有|设置|配备|建有|拥有|划分|组建|培育|培养|建成|(?<=[镇乡村道])设(?=[\u4e00-\u9fff]{2})|(?<![没还另只所])有[\u4e00-\u9fff]{1,8}$/;
const RESTATED =
  /核对|台账|年终|年末|年底|统计|盘点|汇总|报表|系统|清点|考核材料|总结|通报|复核|名册|登记簿|档案|花名册|数据显示|记录显示|前述|上述|综合来看|总的来?看|总体而言|整体来看|回顾|纵观|据统计|总体上?看|综上|全年来看|归总/;
/** Words that open a sentence which says again what was said. */
const SUMMED_UP =
  /^[\s,]*(?:综上|总之|总的|总体|综合|全年来?看|回顾|纵观|归纳|汇总|概括|整体|年终|年末|截至年底)/;
/** Kinds of work whose verb changes what is counted. */
const KEPT_VERB =
  /(受理|接收|收到|排查|化解|调解|调处|办结|整改|发放|印发|立案|处罚|接待|新增|注销|清理|废止|备案|采纳|答复|转移|解答|走访|回访|培训|审查|审核|移送|参加|抽查|检查|推送|制定|修订|办理|查处|发现|解决|公开|提出|出具|研究|列席)(?:了|各类|各种)?(?=[^,;]*$)/;
const TOTAL_BEFORE =
  /(?:全[镇乡街县](?:道)?|辖区|下辖|所辖|管辖|全部|(?<!直)辖)(?:内|共有|现有|共|的|有|划分|分为|设|设立|建有)*[\u4e00-\u9fff()]{0,8}$/;
const TOTAL_AFTER =
  /^[\u4e00-\u9fff()]{0,10}?(?:[、和]\d{1,3}个[\u4e00-\u9fff]{1,4})?(?:均|全部|都已|都(?!市)|全覆盖|实现全覆盖|悉数|无一|逐一|逐案|逐个|逐件)/;

export function claimOf(context: Context, reading: Reading): Claim | null {
  const { figure, phrase } = reading;
  if (reading.plan || figure.unit === '个百分点' || figure.unit === '倍' || figure.noun.includes('、'))
    return null;
  const text = sentenceText(context, reading.sentence);
  const before = text.slice(0, figure.start - sentenceStart(context, reading.sentence)).slice(-160);
  const clauses = lastClauses(before);
  const restated = RESTATED.test(clauses) || SUMMED_UP.test(text.slice(0, 10));
  const total = isTotal(context, reading, before);
  if (NARROWED_HERE.test(phrase) || (!total && (OTHER.test(phrase) || OTHER.test(clauses)))) return null;
  const narrowedBy = (words: RegExp): boolean =>
    !total && figure.unit !== '%' && (words.test(phrase) || words.test(clauses));
  if (isOfAnotherYear(text) || (figure.unit === '%' && /^\s*其中/.test(text))) return null;
  const byMeans = narrowedBy(BY_MEANS);
  const narrowed = byMeans || narrowedBy(NARROWED) || (!total && isSome(context, reading, before));
  const core = coreOf(figure.noun);
  if (isWhen(core)) return null;
  if (/^(?:其他|其它|其余|剩余|另)/.test(core) || (core.length < 2 && !(total && core === '村'))) return null;
  return {
    reading,
    core,
    key: keyOf(figure.unit, core),
    verb: figure.unit === '%' ? '' : verbOf(reading),
    scope: { ...figure.scope, period: partOfYear(figure.scope.period) },
    actor: actorOf(reading),
    total,
    narrowed,
    byMeans: byMeans && !narrowedBy(NARROWED),
    summedUp: SUMMED_UP.test(text.slice(0, 10)),
    whole: total || restated || WHOLE.test(before.slice(-60)) || STOCK.test(phrase),
    restated,
    topic: topicOf(context, reading),
    general: isGeneral(core),
  };
}

/** 去年受理95起,…: the whole sentence tells of it. */
function isOfAnotherYear(sentence: string): boolean {
  return (
    /^\s*(?:而)?(?:去年|上一?年|前年|往年)(?!度?(?:以来|起|结转))/.test(sentence) &&
    !/今年|本年/.test(sentence)
  );
}

/** 按程序分,…罚款1.08万元; 规范化达标调委会15个、小组71个; 58名调解员参加培训: some of them. */
function isSome(context: Context, { figure, phrase, nounRight }: Reading, before: string): boolean {
  if (/(?:按|依|从)[^,。;\d]{1,10}[分看],/.test(before)) return true;
  const clause = /[^,;:]*$/.exec(before)?.[0] ?? '';
  if (
    /^\s*[、和及与]/.test(phrase) &&
    /达标|规范化|标准化|合格|获评|被评|评为|挂牌|新[建增设聘]/.test(clause.slice(0, -phrase.length))
  )
    return true;
  const behind = context.document.text.slice(
    figure.end + figure.noun.length,
    figure.end + figure.noun.length + 6,
  );
  return nounRight && /^(?:参加|参与|接受|获得?|被评|受到|通过|取得)/.test(behind);
}

/** Said of another year, of an occasion or of a part: no count of all there was. */
export function isNarrowed(context: Context, reading: Reading): boolean {
  const { figure, phrase } = reading;
  // 司法所对19名社区矫正对象逐一建档: all of them.
  const behind = context.document.text.slice(figure.end, figure.end + 24);
  if (reading.nounRight && TOTAL_AFTER.test(behind))
    return OTHER.test(phrase) || /其中|试点|部分|首批/.test(phrase);
  const text = sentenceText(context, reading.sentence);
  const before = text.slice(0, figure.start - sentenceStart(context, reading.sentence)).slice(-160);
  // 按程序分,简易程序21件,罚款1.08万元;普通程序11件,罚款4.6万元: the list still goes on.
  if (/其中|按[^,。;\d]{1,8}分|分别/.test(before) && !WHOLE.test(phrase)) return true;
  if (isOfAnotherYear(text) || isSome(context, reading, before)) return true;
  const words = `${phrase}|${lastClauses(before)}`;
  return OTHER.test(words) || NARROWED.test(words) || NARROWED_HERE.test(phrase);
}

/** The wording says that it repeats or sums up: 综上, 台账显示, 年终统计. */
export function isRestated(context: Context, reading: Reading): boolean {
  const text = sentenceText(context, reading.sentence);
  const before = text.slice(0, reading.figure.start - sentenceStart(context, reading.sentence)).slice(-160);
  return RESTATED.test(lastClauses(before)) || SUMMED_UP.test(text.slice(0, 10));
}

/** 2023年230件, 三年合计285万元: when is nothing that is counted. */
export function isWhen(core: string): boolean {
  return /^(?:20\d\d年?度?|[上去今本前]一?年度?|[上下]半年|全年|同期|[两三四五六]年)(?:同期|全年|则|为|来)?$/.test(
    core,
  );
}

/** 机关站所14人,述法14人: what the sentence, or the one that it leans on, counts first. */
function topicOf(context: Context, reading: Reading): string {
  const own = context.bySentence.get(reading.sentence)?.[0];
  const first = own === reading ? leansOn(context, reading) : own;
  return first === undefined ? '' : thingOf(first).noun;
}

/** The same claim under the name that stands elsewhere. */
export function rename(claim: Claim, core: string): Claim {
  return { ...claim, core, key: keyOf(claim.reading.figure.unit, core), general: isGeneral(core) };
}

/** 审结, 化解: an act without what it was done to. */
export function isActAlone(noun: string): boolean {
  return ACT_ALONE.test(noun);
}

function isGeneral(core: string): boolean {
  return GENERAL.test(core) || LEVEL_ALONE.test(core) || isActAlone(core);
}

function keyOf(unit: string, core: string): string {
  return `${family(unit)}|${core.slice(-2)}`;
}
const ACTOR =
  /(党工?委|政府|办事处|人大|政协|纪检?委|司法所|派出所|法庭|妇联|团委|工会|综治中心|调委会)(?![^,]*(?:党工?委|政府|办事处|人大|司法所|派出所))/;

/** Which body the phrase names: 党委, 政府, 司法所; '' where it names none. */
export function actorOf({ phrase }: Reading): string {
  return ACTOR.exec(phrase)?.[1] ?? '';
}

/** The verb in front of the noun; 人民调解委员会 is no 调解. */
function verbOf({ phrase, figure }: Reading): string {
  const at = phrase.lastIndexOf(figure.noun);
  return KEPT_VERB.exec(at >= 0 ? phrase.slice(0, at) : phrase)?.[1] ?? '';
}

/** The clause of the figure and the one before, where occasions are named. */
function lastClauses(before: string): string {
  return before
    .split(/[,;]/)
    .slice(-2)
    .join(',')
    .replace(/其中.*$/, '其中');
}

function isTotal(context: Context, { figure, phrase }: Reading, before: string): boolean {
  if (/其中|新增|另|每|试点|部分|首批|剩余|其余|先行|重点|示范/.test(phrase)) return false;
  const behind = context.document.text.slice(figure.end, figure.end + 24);
  return TOTAL_BEFORE.test(before.slice(-24)) || TOTAL_AFTER.test(behind);
}

const PREFIX =
  /^(?:20\d\d年(?:度|来|以来)?|全年|年内|累计|共|实有|实际有|尚有|(?:全|我|本)(?:[乡镇县区]|街道)(?:共有|现有|共)?|有|年末|年底|年终|登记在册|在册|注册|辖区(?:内)?|下辖|镇|乡|街道|各类|有关)(?=.{2})/;
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^.{0,12}?(?:办公室|执法队|中队|大队|司法所|工作站|服务站|中心(?!组))(?=.{3})/, ''],
  [/(?<!人民)调解委员会|调委会/g, '人民调解委员会'],
  [/^人民调解员/, '调解员'],
  [/^(?:专职|专业)?(?:行政)?执法人员$/, '行政执法人员'],
  [/^行政村$/, '村'],
  [/^(?:各类)?(?:矛盾纠纷|纠纷)$/, '矛盾纠纷'],
  [/^(?:信访|信访件|信访案件)$/, '信访事项'],
  [/^行政(复议|诉讼|处罚)(?:案件)?$/, '行政$1案件'],
  [/^(.{2,}(?:复议|诉讼|处罚|许可))案件$/, '$1案件'],
  [/^(.{2,})(?:人数|数量|总数|总量|数)$/, '$1'],
];

/** What is counted, freed of the words that change nothing. */
export function coreOf(noun: string): string {
  let core = noun.replace(/[“”"\s]/g, '');
  for (let before = ''; before !== core;) {
    before = core;
    core = core.replace(PREFIX, '');
  }
  // 回访中执法服务满意率: a rate is named by its last words.
  if (/[率度]$/.test(core)) core = core.replace(/^.*[的中后内](?=.{3,}$)/, '');
  for (const [pattern, word] of SYNONYMS) core = core.replace(pattern, word);
  return core.replace(/^(?:现有|共有|有)(?=.{2})/, '');
}
