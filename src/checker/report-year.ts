import type { Context } from './context.ts';
import type { Sentence } from './sentences.ts';

/** The year opens a sentence and is followed by what the period covers. */
const OPENING =
  /^(?:\s|[一二三四五六七八九十]是|[(][^)]{1,3}[)]|\d{1,2}[.、])*(?:截至|截止|到)?(20[0-4]\d)年(?:度|以来|来|全年)?(?=[,\u4e00-\u9fff\d])/;
const AHEAD = /计划|(?<!现)将|(?<![模虚草比])拟(?!定|订)|下一步|安排|打算|力争|目标|预计|继续/;
const TOLD = /比|较|自|从|上年|印发|规划|截至|起|至|以来|成立|建成|获|评|被/;
const WINDOW = 200;

/** Votes for each year that the body of a report speaks of. */
export type YearVotes = ReadonlyMap<number, number>;

/** How much a sentence tells of the year that is reported: an opening 2024年,某镇… says most. */
export function yearVotes({ document: { text, layout } }: Context): YearVotes {
  const votes = new Map<number, number>();
  let first = true;
  for (const sentence of layout.sentences) {
    const body = bodyOf(text, sentence);
    if (sentence.heading || sentence.plan || isTitle(body) || isDateOnly(body)) continue;
    const vote = voteOf(statedIn(body), first);
    if (vote === null) continue;
    votes.set(vote.year, (votes.get(vote.year) ?? 0) + vote.weight);
    first = false;
  }
  return votes.size > 0 ? votes : headingVotes(text, layout.sentences);
}

/** Where no sentence names the year, the first heading of results does. */
function headingVotes(text: string, sentences: readonly Sentence[]): YearVotes {
  const heading = sentences.find((sentence) => sentence.heading && !sentence.plan);
  const year = heading === undefined ? undefined : /(20[0-4]\d)年/.exec(bodyOf(text, heading))?.[1];
  return new Map(year === undefined ? [] : [[Number(year), 1]]);
}

/** 现将2023年度情况报告如下:2024年,…: the period is what the report itself says. */
function statedIn(body: string): string {
  const behind = body.replace(/^(?:[^:]{0,60}如下|《[^》]{4,40}》):/, '');
  return OPENING.test(behind) ? behind : body;
}

function voteOf(body: string, first: boolean): { year: number; weight: number } | null {
  if (AHEAD.test(body.slice(0, 20))) return null;
  const opening = OPENING.exec(body);
  // 2023年5月,… dates one act; 2023年,… names the period.
  if (opening !== null && !TOLD.test(body.slice(opening[0].length - 1, opening[0].length + 3))) {
    // 2023年11月至2024年2月: a winter belongs to neither.
    const behind = body.slice(opening[0].length);
    if (/^\d{1,2}月(?:\d{1,2}日)?[至到—\-~]{1,2}20\d\d年/.test(behind)) return null;
    // 截至2025年1月10日,2024年度报告已提交: the report is of the year before.
    if (/截[至止]/.test(opening[0]) && /^[1-3]月/.test(behind)) return null;
    // 2022年为52份; 2022年度督察反馈的9个问题: of another year than the report.
    if (/^(?:为|仅|则|督[察查]|巡[察视]|考核反馈|审计|测评|评估)/.test(behind)) return null;
    const dated = /^\d/.test(behind);
    return { year: Number(opening[1]), weight: (dated ? 1 : 2) + (first ? 2 : 0) };
  }
  const clause = /^[^,。;:\d《〔]{2,24}(20[0-4]\d)年(?!以前|之前|至|—|-)/.exec(body);
  if (clause === null || TOLD.test(clause[0])) return null;
  return { year: Number(clause[1]), weight: 1 + (first ? 2 : 0) };
}

/** The year with the most votes; of equals the later. */
export function reportYear(votes: YearVotes): number | null {
  let best: number | null = null;
  for (const [year, count] of votes) {
    const most = best === null ? 0 : (votes.get(best) ?? 0);
    if (count > most || (count === most && year > (best ?? 0))) best = year;
  }
  return best;
}

export function bodyOf(text: string, sentence: Sentence): string {
  return text.slice(sentence.start, Math.min(sentence.end, sentence.start + WINDOW));
}

/** The title of the report, alone on its line. */
export function isTitle(body: string): boolean {
  return body.length <= 60 && /(?:报告|总结|汇报|情况)[)]?$/.test(body.trim()) && !/[,]/.test(body);
}

export function isDateOnly(body: string): boolean {
  return /^\s*[(]?20[0-4]\d年\d{1,2}月\d{1,2}日[)]?\s*$/.test(body);
}
