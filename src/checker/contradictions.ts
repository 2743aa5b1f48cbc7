import { sentenceStart, sentenceText, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { intersects } from './intervals.ts';
import { finding } from './message.ts';
import { partOfYear, sameBody } from './scope.ts';
import type { Finding, Grade, Reading } from './types.ts';
import { family } from './units.ts';

/** One quantity, with all that must be equal before two of them can contradict each other. */
interface Claim {
  readonly reading: Reading;
  readonly key: string;
  /** Institution that the sentence speaks of; '' is the whole township. */
  readonly body: string;
  readonly level: string;
  readonly period: string;
  /** The wording claims a whole: 全年, 共, 全乡, 辖. */
  readonly whole: boolean;
}

/** Too general to be one quantity: a report counts many trainings and many cadres. */
const GENERAL =
  /^(?:各类|各项|相关|专题)?(?:法治|普法|法律|法制|安全|政策|主题|专项|专题|业务)?(?:宣传|培训|会议|学习|活动|宣传活动|检查|调研|督导|讲座|研讨|授课|交流|座谈|资料|宣传资料|手册|材料|信息|问题|意见|建议|事项|案件|群众|干部|干部职工|人员|党员|村民|代表|职工|学生|师生|工作人员|次数|人数|项目|任务|工作|措施|制度|文件|服务|法律法规|法律服务|咨询|法律咨询|合同|横幅|展板|专题会|专题会议|推进会|部署会|普法|小组|队伍|单位|企业|村|社区|户|家|志愿者|成员|队员|场所|点位|车辆)?$/;
/** Events, occasions and channels that narrow a count. */
const NARROWED =
  /期间|宣传周|宣传月|活动月|宣传日|节日|依托|结合|围绕|利用|针对|联合|深入|走进|采取|借助|通过|以[^,]{1,12}为|邀请|新增|其中|另|每|平均|人均|各|试点|部分|首批|第[一二三四五六七八九十\d]|上旬|中旬|下旬|此前|原有|原|上年|去年|同期|往年|增加|减少|计划|年初|向|对|面向/;
/** Words that narrow only in the figure's own phrase. */
const NARROWED_HERE = /日常|集中/;
const WHOLE =
  /现有|共有|全年|一年来|年内|年终|全乡|全镇|全街道|全区|辖区|下辖|管辖|辖|累计|共|总计|合计|本年|本年度|20\d\d年(?:度|来|以来)?[,]|20\d\d年|今年/;
/** Kinds of work whose verb changes what is counted. */
const KEPT_VERB =
  /(受理|接收|收到|排查|化解|调解|调处|办结|整改|发放|印发|立案|处罚|接待|新增|注销|清理|废止|备案|采纳|答复|转移|解答|走访|回访|培训|审查|审核|移送|参加|抽查|检查|推送|制定|修订|办理|查处|发现)(?:了|各类)?(?=[^,;]*$)/;
/** The same quantity stated twice with values that cannot both be right. */
export function checkContradictions(context: Context): Finding[] {
  const claims = new Map<string, Claim[]>();
  for (const reading of context.document.readings) {
    const claim = claimOf(context, reading);
    if (claim === null) continue;
    const list = claims.get(claim.key);
    if (list === undefined) claims.set(claim.key, [claim]);
    else if (!list.some((other) => sameClaim(other, claim)) && list.length < 12) list.push(claim);
  }
  const findings: Finding[] = [];
  for (const list of claims.values()) findings.push(...conflicts(list));
  return findings;
}

function sameClaim(a: Claim, b: Claim): boolean {
  const [x, y] = [a.reading.figure, b.reading.figure];
  return (
    x.low === y.low &&
    x.high === y.high &&
    a.body === b.body &&
    a.level === b.level &&
    a.period === b.period &&
    a.whole === b.whole
  );
}

function claimOf(context: Context, reading: Reading): Claim | null {
  const { figure } = reading;
  if (reading.plan || figure.unit === '个百分点' || figure.unit === '倍' || figure.noun.includes('、'))
    return null;
  const text = sentenceText(context, reading.sentence);
  const before = text.slice(0, figure.start - sentenceStart(context, reading.sentence)).slice(-160);
  const clauses = lastClauses(before);
  if (NARROWED_HERE.test(reading.phrase) || NARROWED.test(reading.phrase) || NARROWED.test(clauses))
    return null;
  const core = coreOf(reading);
  if (core === '') return null;
  const village = /^(?:(?:行政)?村|社区|自然村)$/.test(core) && isWholeVillages(reading, before);
  if (!village && (core.length < 3 || (GENERAL.test(core) && !(core.length > 3 && YEARLY.test(clauses)))))
    return null;
  const verb = reading.nounRight || figure.unit === '%' ? '' : (KEPT_VERB.exec(reading.phrase)?.[1] ?? '');
  return {
    reading,
    key: `${family(figure.unit)}|${verb}|${core === '行政村' ? '村' : core}`,
    body: figure.scope.body,
    level: figure.scope.level,
    period: partOfYear(figure.scope.period),
    whole: village || WHOLE.test(before.slice(-60)) || WHOLE.test(reading.phrase),
  };
}

/** The clause of the figure and the one before, where occasions are named. */
function lastClauses(before: string): string {
  return before
    .split(/[,;]/)
    .slice(-2)
    .join(',')
    .replace(/其中.*$/, '其中');
}

const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/(?<!人民)调解委员会|调委会/g, '人民调解委员会'],
  [/^.{0,12}?(?:办公室|执法队|中队|大队|司法所|工作站|服务站|中心(?!组))(?=.{3})/, ''],
  [/^(?:专职|镇|乡|街道)?(?:行政)?执法人员$/, '行政执法人员'],
  [/^(?:全[乡镇]|我[乡镇]|本[乡镇]|辖区|镇|乡|街道)(?=.{2})/, ''],
];

function coreOf(reading: Reading): string {
  let core = reading.figure.noun
    .replace(/[“”"\s]/g, '')
    .replace(/^(?:20\d\d年(?:度|来|以来)?|全年|年内|累计|共)/, '');
  for (const [pattern, word] of SYNONYMS) core = core.replace(pattern, word);
  return core;
}

/** 全乡11个村, 辖11个行政村, 11个村均…: the base of the township, not a selection. */
function isWholeVillages(reading: Reading, before: string): boolean {
  if (reading.after.startsWith('村(')) return false;
  return (
    /(?:全[乡镇街](?:道)?|辖区?|下辖|所辖|管辖|全部)(?:共?有|内|的|共)?$/.test(before) ||
    /^(?:行政村|村|社区)(?:均|全部|全覆盖|都|全)/.test(reading.after)
  );
}

/** A general name said of the whole year is still one quantity, though a doubtful one. */
const YEARLY = /全年(?:累计|共|共计|总计)?(?:组织|开展|举办|召开|组织开展)/;

function conflicts(list: readonly Claim[]): Finding[] {
  const findings: Finding[] = [];
  for (const [index, claim] of list.entries()) {
    for (const other of list.slice(index + 1)) {
      if (claim.reading.sentence === other.reading.sentence) continue;
      if (claim.period !== other.period || claim.level !== other.level) continue;
      if (!sameBody(claim.body, other.body)) continue;
      if (intersects(intervalOf(claim.reading), intervalOf(other.reading))) continue;
      findings.push(report(claim, other));
      break;
    }
  }
  return findings;
}

function report(claim: Claim, other: Claim): Finding {
  const exact = isExact(claim.reading) && isExact(other.reading);
  const grade: Grade =
    claim.whole && other.whole && exact && !GENERAL.test(coreOf(claim.reading)) ? 'likely' : 'confirm';
  const noun = claim.reading.figure.noun;
  const message = `${noun}前后不一:一处写${claim.reading.figure.text},另一处写${other.reading.figure.text}`;
  return finding('contradiction', grade, [claim.reading, other.reading], message);
}
