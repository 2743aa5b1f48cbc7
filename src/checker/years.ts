import type { Context } from './context.ts';
import { isPlanHeading, isResultHeading } from './sections.ts';
import type { Sentence } from './sentences.ts';
import type { Finding, Grade, Span } from './types.ts';

/** Programmes whose years are fixed, by the name that stands in front of the brackets. */
const PROGRAMMES: readonly (readonly [name: RegExp, from: number, to: number])[] = [
  [/法治中国建设规划》?$/, 2020, 2025],
  [/法治社会建设实施纲要》?$/, 2020, 2025],
  [/全面深化法治领域改革纲要》?$/, 2023, 2027],
  [/提升行政执法质量三年行动计划》?$/, 2023, 2025],
  [/“?八五”?普法(?:规划)?》?$/, 2021, 2025],
];
/** The outline for law-based government had two editions. */
const OUTLINE = /法治政府建设实施纲要》?$/;
/** The year opens a sentence or a clause and is followed by what the period covers. */
const PERIOD =
  /^(?:[\s\u3000]|[一二三四五六七八九十]是|[(][^)]{1,3}[)]|\d[.、])*(?:截至|截止|到)?(20[0-4]\d)年(?:度|以来|来|全年|\d{1,2}月(?:底|末|份)?(?:\d{1,2}日)?)?(?=[,\u4e00-\u9fff])/;
const NEXT_YEAR = /计划|(?<!现)将|拟|下一步|安排|打算|力争|目标|预计|继续/;
const HISTORY =
  /以来|起|开始|成立|挂牌|荣获|获评|被评|被命名|授予|印发|出台|施行|实施|修订|颁布|上年|同期|相比|比|较|至(?:今|20)|—|-|~|~|遗留|结转|往年|启动|建成|规划|建于|始建/;

/** Years of titles, headings, reporting periods and programmes: year-mismatch. */
export function checkYears(context: Context): Finding[] {
  const { text, layout } = context.document;
  const findings = checkProgrammes(text);
  const year = reportYear(context);
  if (year === null) return findings;
  const seen = bodyYears(context);
  for (const [index, sentence] of layout.sentences.entries()) {
    const body = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200));
    const found =
      index === 0 || sentence.heading
        ? headingYear(text, sentence, body, year, index === 0)
        : periodYear(sentence, body, year, seen);
    if (found !== null) findings.push(found);
  }
  const signed = signature(context, year);
  return signed === null ? findings : [...findings, signed];
}

/** The year the body speaks of: the periods that open its sentences, then any year that is no programme's. */
function reportYear(context: Context): number | null {
  const votes = bodyYears(context);
  let best: number | null = null;
  let most = 0;
  for (const [year, count] of votes) {
    if (count > most || (count === most && year > (best ?? 0))) [best, most] = [year, count];
  }
  return best;
}

function bodyYears(context: Context): Map<number, number> {
  const votes = new Map<number, number>();
  const { text, layout } = context.document;
  for (const sentence of layout.sentences) {
    if (sentence.heading || sentence.plan) continue;
    const body = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200));
    const year = Number(PERIOD.exec(body)?.[1] ?? clauseYear(body) ?? 0);
    if (year === 0 || isTitle(body) || NEXT_YEAR.test(body.slice(0, 20)) || isDateOnly(body)) continue;
    votes.set(year, (votes.get(year) ?? 0) + 1);
  }
  return votes;
}

/** 某乡2024年政务公开情况如下: the period stands behind the subject. */
function clauseYear(body: string): string | undefined {
  const match = /^[^,。;:\d《〔]{2,24}(20[0-4]\d)年(?!以前|之前|至|—|-)/.exec(body);
  return match === null || /比|较|自|从|上年|印发|规划|截至/.test(match[0]) ? undefined : match[1];
}

function isTitle(body: string): boolean {
  return body.length <= 60 && /(?:报告|总结|汇报|报告$)[)]?$/.test(body.trim()) && !/[,]/.test(body);
}

function isDateOnly(body: string): boolean {
  return /^[\s\u3000]*20[0-4]\d年\d{1,2}月\d{1,2}日[\s\u3000]*$/.test(body);
}

function headingYear(
  text: string,
  sentence: Sentence,
  body: string,
  year: number,
  first: boolean,
): Finding | null {
  if (first && !isTitle(body) && !sentence.heading) return null;
  if (!sentence.heading && !isTitle(body)) return null;
  const match = /(?<![\d—\-~〔(])(20[0-4]\d)年(?!\s?[—\-~至])/.exec(body);
  if (match === null) return null;
  const written = Number(match[1]);
  const title = !sentence.heading;
  const plan = isPlanHeading(body);
  if (!plan && !title && !isResultHeading(body)) return null;
  const expected = plan ? year + 1 : year;
  if (written === expected) return null;
  const what = title ? '标题' : plan ? '下一年安排的小标题' : '小标题';
  const grade: Grade = title || plan ? 'likely' : 'certain';
  const message = `正文的报告期是${year}年,${what}应写${expected}年,却写成${written}年`;
  return yearFinding(text, sentence.start + match.index, sentence.end, grade, message);
}

/** A result sentence whose period is another year. */
function periodYear(
  sentence: Sentence,
  body: string,
  year: number,
  votes: ReadonlyMap<number, number>,
): Finding | null {
  if (sentence.plan || isDateOnly(body)) return null;
  const match = PERIOD.exec(body);
  const written = Number(match?.[1] ?? 0);
  if (match === null || written === 0 || written === year) return null;
  const clause = body.slice(0, 60);
  // 截至…,建成4处 states a stock of this year; 2021年建成 tells history.
  const told = match[0].startsWith('截') ? clause.slice(match[0].length).replaceAll('建成', '') : clause;
  if (HISTORY.test(told) || body.includes(`${year}年`) || NEXT_YEAR.test(clause)) return null;
  // The council that hears the report meets early in the next year.
  if (
    written === year + 1 &&
    /年[1-4]月|年初/.test(match[0] + body.slice(match[0].length, match[0].length + 4))
  )
    return null;
  const weak = (votes.get(year) ?? 0) < 2 || Math.abs(written - year) > 1;
  const at = sentence.start + match[0].lastIndexOf(`${written}年`);
  const message = `报告期是${year}年,这里的统计时段写成${written}年`;
  return {
    type: 'year-mismatch',
    grade: weak || written > year ? 'confirm' : 'likely',
    spans: [{ start: at, end: at + 5, text: `${written}年` }],
    message,
  };
}

function yearFinding(text: string, start: number, limit: number, grade: Grade, message: string): Finding {
  const end = Math.min(limit, start + 40);
  return { type: 'year-mismatch', grade, spans: [{ start, end, text: text.slice(start, end) }], message };
}

function checkProgrammes(text: string): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.matchAll(/[(](20\d\d)\s?[—\-–~至]{1,2}\s?(20\d\d)年?[)]/g)) {
    const name = text.slice(Math.max(0, match.index - 24), match.index);
    const from = Number(match[1]);
    const to = Number(match[2]);
    const fixed = PROGRAMMES.find(([pattern]) => pattern.test(name));
    const outline = OUTLINE.test(name) && !(from === 2021 && to === 2025) && !(from === 2015 && to === 2020);
    const wrong = fixed !== undefined && (fixed[1] !== from || fixed[2] !== to);
    if (!wrong && !(outline && to <= 2025)) continue;
    const right = fixed === undefined ? '2021—2025年' : `${fixed[1]}—${fixed[2]}年`;
    const span: Span = { start: match.index, end: match.index + match[0].length, text: match[0] };
    findings.push({
      type: 'year-mismatch',
      grade: 'likely',
      spans: [span],
      message: `这份文件的起止年份是${right},文中写成${from}—${to}年`,
    });
  }
  return findings;
}

/** The signing date stands in the report year's December or in the year after. */
function signature(context: Context, year: number): Finding | null {
  const { text, layout } = context.document;
  const last = layout.sentences.at(-1);
  if (last === undefined || layout.sentences.length < 4) return null;
  const match = /^[\s\u3000]*(20[0-4]\d)年(\d{1,2})月\d{1,2}日[\s\u3000]*$/.exec(
    text.slice(last.start, last.end).slice(0, 60),
  );
  if (match === null) return null;
  const written = Number(match[1]);
  if (written === year + 1 || (written === year && Number(match[2]) >= 11)) return null;
  return yearFinding(
    text,
    last.start,
    last.end,
    'confirm',
    `报告期是${year}年,落款日期却是${match[0].trim()}`,
  );
}
