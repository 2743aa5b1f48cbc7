import { sameFamily, type Context } from './context.ts';
import { checkProgrammes } from './programmes.ts';
import { bodyOf, isDateOnly, isTitle, reportYear, yearVotes } from './report-year.ts';
import { isPlanHeading, isResultHeading } from './sections.ts';
import type { Sentence } from './sentences.ts';
import type { Finding, Grade, Span } from './types.ts';

/** Years of titles, headings, reporting periods, dated acts, plans' names and the signature: year-mismatch. */
export function checkYears(context: Context): Finding[] {
  const { text, layout } = context.document;
  const findings = checkProgrammes(text);
  const year = reportYear(yearVotes(context));
  if (year === null) return findings;
  for (const [index, sentence] of layout.sentences.entries()) {
    const body = bodyOf(text, sentence);
    const title = isTitle(body) && (index === 0 || index <= 2);
    if (sentence.heading || title) findings.push(...headingYear(sentence, body, year, title));
    else if (sentence.plan) findings.push(...planYear(sentence, body, year));
    else if (!isDateOnly(body))
      findings.push(
        ...(setsYearsSide(context, index) ? [] : actYears(text, sentence, year)),
        ...toldYears(text, sentence, year),
      );
  }
  const signed = signature(context, year);
  return signed === null ? findings : [...findings, signed];
}

const HEADING_YEAR = /(?<![\d—\-~〔(])(20[0-4]\d)年(?!\s?[—\-~至])/;

function headingYear(sentence: Sentence, body: string, year: number, title: boolean): Finding[] {
  const match = HEADING_YEAR.exec(body);
  const plan = isPlanHeading(body);
  const told = isResultHeading(body) || /20[0-4]\d年度/.test(body);
  if (match === null || (!plan && !title && !told)) return [];
  const written = Number(match[1]);
  const expected = plan ? year + 1 : year;
  // A plan for several years, or a step further ahead, is no slip.
  if (written === expected || (plan && written > year)) return [];
  const what = title ? '标题' : plan ? '下一年安排的小标题' : '小标题';
  const message = `正文的报告期是${year}年,${what}应写${expected}年,却写成${written}年`;
  const start = sentence.start + match.index;
  const end = Math.min(sentence.end, start + 40);
  return [yearFinding(start, end, title || plan ? 'likely' : 'certain', message)];
}

/** 下一步,2024年将…: what lies ahead is dated with the year that is reported. */
function planYear(sentence: Sentence, body: string, year: number): Finding[] {
  const match =
    /(20[0-4]\d)年(?:度)?[^,。;]{0,12}(?:将|计划|拟|力争|继续|打算)/.exec(body) ??
    /^\s*(20[0-4]\d)年(?:度)?(?!以来|来|\d)(?=[^。;]{0,12}(?:重点|抓好|继续|强化|深化|着力|完善|做好|提升|加大|推动))(?![^。;]{0,12}(?:成效|存在|已))/.exec(
      body,
    );
  if (match === null || Number(match[1]) > year || year - Number(match[1]) > 2 || /基础上|总结/.test(body))
    return [];
  const start = sentence.start + match.index;
  return [yearFinding(start, start + 5, 'likely', `报告期是${year}年,下一年的打算却写成${match[1] ?? ''}年`)];
}

/** A year, with month and day where they stand, at the head of a clause. */
const DATED =
  /(?:^|[,;:。]|(?<![自从由于])(?=20))(?:[\s]|[一二三四五六七八九十]是|[(][^)]{1,3}[)])*(截至|截止|到)?(20[0-4]\d)年(?:度|全年)?((?:1[0-2]|[1-9])月)?(?:\d{1,2}日|底|末|份|初|上旬|中旬|下旬)?(?=[,\u4e00-\u9fff])/g;
/** Told of an earlier year: what began, was founded, awarded, issued or left over then; what it is compared with. */
const HISTORY =
  /^[^,]{0,6}(?:以来|来|起|开始)(?:,|$)|以来|成立|挂牌|荣获|获评|获得|获|被评|被命名|命名|授予|印发|出台|施行|颁布|公布|(?<!新)修订|上年|同期|相比|比|较|至今|遗留|结转|未结|未办|未完|积案|往年|历年|启动|建成|投入使用|投用|通过验收|始建|^[^,]{1,12}的(?=[\u4e00-\u9fff]{2})|选举|换届|任职|机构改革|计划|规划|纲要|版/;
const AHEAD = /计划|(?<!现)将|(?<![模虚草比])拟(?!定|订)|下一步|打算|力争|目标|预计|继续|前/;
/** What a clerk reports as done in the year. */
const WORK =
  /开展|组织|举办|召开|举行|办理|受理|排查|化解|调解|发放|培训|检查|审查|处罚|查处|整改|接待|宣传|学习|演练|评查|邀请|走访|提供|完成|实施|公开|答复|聘请|新增|推进|讲授|参加/;
/** The council that hears the report meets early in the next year. */
const HEARD = /总结|表彰|验收|审议|听取|述法|述职|考核|报告|会议|公示|公布|公开|上报|报送|发布|印发|通过/;

/** Acts and periods of another year among the results. */
function actYears(text: string, sentence: Sentence, year: number): Finding[] {
  const body = text.slice(sentence.start, sentence.end);
  const findings: Finding[] = [];
  for (const match of body.matchAll(DATED)) {
    const written = Number(match[2]);
    if (written === year) continue;
    const clause = clauseAfter(body, match.index + match[0].length);
    const before = body.slice(Math.max(0, match.index - 12), match.index + 1);
    if (!isSlip(match, clause, before, body, year)) continue;
    const at = sentence.start + match.index + match[0].indexOf(`${written}年`);
    const month = match[3] ?? '';
    const message = `报告期是${year}年,这里的${month === '' ? '统计时段' : '日期'}写成${written}年${month}`;
    findings.push(yearFinding(at, at + 5 + month.length, 'likely', message));
  }
  return findings;
}

/** 2023年办理44件。2024年办理37件。案件减少…: two years side by side. */
function setsYearsSide(context: Context, index: number): boolean {
  const { text, layout } = context.document;
  const [before, own, behind] = [index - 1, index, index + 1].map((at) => {
    const sentence = layout.sentences[at];
    return sentence === undefined
      ? ''
      : text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60));
  });
  const told = /减少|增加|下降|上升|增长|提高|同比|相比|变化|持平/;
  const follows = yearOf(before) > 0 && yearOf(own) === yearOf(before) + 1;
  if (follows && (told.test(own ?? '') || told.test(behind ?? ''))) return true;
  return isNextYear(context, index, index - 1) || isNextYear(context, index, index + 1);
}

function yearOf(body: string | undefined): number {
  return Number(/^\s*[^,。;:\d]{0,6}(20[0-4]\d)年(?!\d)/.exec(body ?? '')?.[1] ?? 0);
}

const SHORT = 32;

/** 2021年开展活动42场。2022年38场。: short sentences that count the same of one year and of the next. */
function isNextYear(context: Context, index: number, other: number): boolean {
  const { text, layout } = context.document;
  const [a, b] = [index, other].map((at) => {
    const sentence = layout.sentences[at];
    const short = sentence !== undefined && sentence.end - sentence.start <= SHORT;
    return {
      year: short ? yearOf(text.slice(sentence.start, sentence.end)) : 0,
      first: context.bySentence.get(at)?.[0],
    };
  });
  if (a?.first === undefined || b?.first === undefined || a.year === 0 || b.year === 0) return false;
  return Math.abs(a.year - b.year) === 1 && sameFamily(a.first, b.first);
}

/** …于2023年11月9日举行; 统计期间为2023年1月1日至12月31日. */
const TOLD =
  /(?<!计划|预计|拟|将)于(20[0-4]\d)年(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初)?[^,。;]{0,8}(?:举行|召开|举办|开展|组织|进行|实施|完成)|(?:上述|以上)[^,。;\d]{0,10}(20[0-4]\d)年|(20[0-4]\d)年\d{1,2}月(?:\d{1,2}日)?,本(?:年度|报告期)|《[^》]{0,20}(20[0-4]\d)年[^》]{2,20}(?:报告|总结)》:|(20[0-4]\d)年度?(?:法治|依法)[^,。;]{0,16}(?:报告|汇报|总结|通报)如下|(?:统计|报告)(?:期间|时段|区间|时间|周期|范围|口径|期)(?:为|是|自|从|:)?(20[0-4]\d)年/g;

const PROMISED =
  /(?:明确|承诺|约定|商定|定|限期?|要求|须|应|需|可|能|延期|顺延|安排|列入|余下|剩余|其余)[^,。;]{0,6}$/;

function toldYears(text: string, sentence: Sentence, year: number): Finding[] {
  const body = text.slice(sentence.start, sentence.end);
  return [...body.matchAll(TOLD)].flatMap((match) => {
    const written = Number(match.slice(1).find((each) => each !== undefined));
    const later = written === year + 1 && HEARD.test(match[0].replace(/本报告期/, ''));
    if (written === year || Math.abs(written - year) > 3 || later || /的(?=[^,]{2})/.test(match[0]))
      return [];
    // 剩余1个明确于2026年6月前完成: what is promised lies ahead.
    const lead = body.slice(Math.max(0, match.index - 12), match.index);
    if (written > year && (/前/.test(match[0]) || PROMISED.test(lead))) return [];
    const at = sentence.start + match.index + match[0].indexOf(`${written}年`);
    return [yearFinding(at, at + 5, 'likely', `报告期是${year}年,这里的日期写成${written}年`)];
  });
}

const CLAUSE = 60;

/** The clause that the year opens, up to the next but one comma. */
function clauseAfter(body: string, from: number): string {
  return body.slice(from, from + CLAUSE).split(/[;。]/)[0] ?? '';
}

function isSlip(
  match: RegExpMatchArray,
  clause: string,
  before: string,
  body: string,
  year: number,
): boolean {
  const written = Number(match[2]);
  const month = Number((match[3] ?? '').slice(0, -1));
  if (Math.abs(written - year) > 3 || AHEAD.test(clause.slice(0, 30)) || !WORK.test(clause)) return false;
  const lead = before.slice(0, -1);
  if (/(?:计划|预计|拟|将|争取)(?:于|在)?$/.test(lead)) return false;
  if (
    /[自从由于比较与和、同]$|《[^》]*$|(?:根据|按照|对照|落实|围绕|贯彻|依据|结合|针对|参照|承接|延续)$/.test(
      lead,
    )
  )
    return false;
  // 2023年11月至2024年2月: a winter over the turn of the year.
  if (/^[至到—\-~]{1,2}20\d\d年/.test(clause) || /20\d\d年[^,。;]{0,6}[至到—\-~]$/.test(lead)) return false;
  if (HISTORY.test(clause)) return false;
  // 行政处罚6件,2023年为3件,翻了一番: what it is compared with.
  if (
    /^(?:同期)?(?:则|仅|只)?(?:为|是|有)?\s?\d/.test(clause) &&
    written < year &&
    /翻|增|减|降|升|倍|持平/.test(body)
  )
    return false;
  if (lead.endsWith('其中') && written < year) return true;
  // 2023年受理60件,2024年受理45件: a comparison names both.
  const at = match.index ?? 0;
  const compares = month === 0 ? body : body.slice(Math.max(0, at - 24), at + 60);
  if ((month === 0 && body.includes(`${year}年`)) || /比|较|同期|上年|去年/.test(compares)) return false;
  if (written === year + 1) return month > 4 || (month === 0 ? !HEARD.test(clause) : !HEARD.test(clause));
  return true;
}

function yearFinding(start: number, end: number, grade: Grade, message: string): Finding {
  const span: Span = { start, end, text: '' };
  return { type: 'year-mismatch', grade, spans: [span], message };
}

/** The signing date stands in the report year's last months or in the year after. */
function signature(context: Context, year: number): Finding | null {
  const { text, layout } = context.document;
  const last = layout.sentences.at(-1);
  if (last === undefined || layout.sentences.length < 2) return null;
  const match =
    /^(?:[^\d,。]{0,24}(?:政府|办事处|委员会|党委|党工委|局|所)?)\s*[(]?(20[0-4]\d)年(\d{1,2})月\d{1,2}日[)]?\s*$/.exec(
      text.slice(last.start, last.end).slice(0, 60),
    );
  if (match === null) return null;
  const written = Number(match[1]);
  if (written === year + 1 || (written === year && Number(match[2]) >= 10)) return null;
  return yearFinding(last.start, last.end, 'likely', `报告期是${year}年,落款日期却是${match[0].trim()}`);
}
