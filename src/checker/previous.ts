import { between, carriesOver, contextOf, familyOf, sentenceText, type Context } from './context.ts';
import { readDocument, intervalOf, isExact } from './figures.ts';
import { clean, intersects, type Interval } from './intervals.ts';
import { plain, spanOf } from './message.ts';
import { partOfYear, sameBody } from './scope.ts';
import type { Finding, Reading } from './types.ts';

/** What only last year's report can tell about this year's. */
export type PreviousFinding = Omit<Finding, 'type'> & { readonly type: 'growth-mismatch' | 'unchanged' };

/**
 * Holds a report against last year's: growth that does not fit what last year's report says of the same quantity, and
 * numbers that stand in the same sentence with the same value, as if nobody had replaced them.
 */
export function compareWithLast(last: string, text: string): PreviousFinding[] {
  const [before, now] = [contextOf(readDocument(last)), contextOf(readDocument(text))];
  const years = [yearOf(before), yearOf(now)] as const;
  const consecutive = years[0] === null || years[1] === null || years[1] - years[0] === 1;
  const found = [...(consecutive ? growthFindings(before, now) : []), ...unchangedFindings(before, now)];
  return found
    .map((finding) => ({
      ...finding,
      spans: finding.spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    }))
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

/** The year that a report names first. */
function yearOf({ document: { text } }: Context): number | null {
  const year = /(20\d\d)\s?(?:年|度)/.exec(text.slice(0, 400))?.[1];
  return year === undefined ? null : Number(year);
}

// --- Growth ---

const UP = '增长|上升|增加|提高|提升|上涨|增|升|多';
const DOWN = '下降|减少|降低|回落|缩减|压降|压减|下跌|降|减|少';
const SINCE =
  '(?:同比|(?:比|较|与)(?:上年度?|去年|上一年度?|前一年|20\\d\\d年)(?:度)?(?:同期)?(?:的)?(?:相比)?)';
/** 比上年增长20%: all that stands between the quantity and the number of the change. */
const CHANGE = new RegExp(`${SINCE}[,]?(?:有所|大幅|明显|共|又)?(${UP}|${DOWN})(?:了|幅度?为?|达|率为?)*$`);
/** 比上年有所下降: a direction without a number. */
const TURN = new RegExp(`^[,]?${SINCE}(?:有所|大幅|明显|略有|稳步|显著)(${UP}|${DOWN})(?=[,。;]|$)`);
/** 比上年12件: last year's number, given again. */
const PRIOR = new RegExp(`(?:${SINCE}|(?:上年度?|去年|上一年度?)(?:同期)?(?:的|为|是)?)$`);
/** A part of the year, of the township or of the matter: never the same quantity as a whole. */
const NARROWED =
  /其中|新增|另|每|平均|(?<![\d个名])[人月日周年户村场]均(?![已由为按在])|首次|期间|宣传周|宣传月|上年|去年|同期|往年|计划|累计至|历年|以来/;
/** What is counted by many reports in many ways; a difference may be one of wording. */
const GENERAL =
  /^(?:各类|各项|专题)?(?:法治|普法|法律|安全|政策|主题|专项)?(?:宣传|培训|会议|学习|活动|宣传活动|检查|讲座|资料|宣传资料|问题|意见|建议|事项|案件|群众|干部|人员|次数|项目|任务|文件|服务|咨询)?$/;
const VERB =
  /(受理|接收|收到|排查|化解|调解|调处|办结|整改|发放|印发|立案|处罚|接待|新增|清理|废止|备案|采纳|答复|转移|走访|回访|培训|审查|审核|参加|抽查|检查|推送|制定|修订|办理|查处|发现)(?=[^,;]*$)/;

function growthFindings(before: Context, now: Context): PreviousFinding[] {
  const known = quantitiesOf(before);
  const findings: PreviousFinding[] = [];
  for (const [sentence, readings] of now.bySentence) {
    const text = sentenceText(now, sentence);
    if (!/同比|比|较|与|上年|去年/.test(text) || carriesOver(text)) continue;
    for (const [index, current] of readings.entries()) {
      const then = lastYears(known, current);
      if (then === null || carriesOver(then.figure.sentence)) continue;
      const finding =
        againstNumber(now, current, readings[index + 1], then) ??
        againstTurn(now, current, readings[index + 1], then);
      if (finding !== null) findings.push(finding);
    }
  }
  return findings;
}

/** Everything that a report states of the whole year, by what is counted. */
function quantitiesOf(context: Context): Map<string, Reading[]> {
  const known = new Map<string, Reading[]>();
  for (const reading of context.document.readings) {
    const key = keyOf(reading);
    if (key === null) continue;
    const list = known.get(key);
    if (list === undefined) known.set(key, [reading]);
    else if (list.length < 3) list.push(reading);
  }
  return known;
}

function keyOf(reading: Reading): string | null {
  const { noun, unit, scope } = reading.figure;
  if (reading.plan || reading.depth > 0 || NARROWED.test(reading.phrase) || noun.includes('、')) return null;
  if (partOfYear(scope.period) !== '') return null;
  const core = noun.replace(/[“”"\s]|^(?:全年|共|全[乡镇]|我[乡镇]|本[乡镇]|辖区)/g, '');
  if (core.length < 3) return null;
  const verb = VERB.exec(reading.phrase)?.[1] ?? '';
  return `${unit === '%' ? '%' : familyOf(reading)}|${verb}|${core}`;
}

/** The same quantity in last year's report, if it stands there with one value. */
function lastYears(known: ReadonlyMap<string, readonly Reading[]>, current: Reading): Reading | null {
  const key = keyOf(current);
  const list = key === null ? [] : (known.get(key) ?? []);
  const [first, ...others] = list;
  if (first === undefined) return null;
  const { low, high, scope } = first.figure;
  const one = others.every(({ figure }) => figure.low === low && figure.high === high);
  const here = current.figure.scope;
  return one && scope.level === here.level && sameBody(scope.body, here.body) ? first : null;
}

/** 9件,比上年下降20% or 9件,比上年12件下降25%. */
function againstNumber(
  now: Context,
  current: Reading,
  next: Reading | undefined,
  then: Reading,
): PreviousFinding | null {
  if (next === undefined || next.plan) return null;
  const gap = between(now, current.figure.end, next.figure.start).replace(/\s/g, '');
  if (PRIOR.test(gap) && next.figure.unit === current.figure.unit)
    return intersects(intervalOf(next), intervalOf(then))
      ? null
      : mismatch([next, current], then, `文中写上年${next.figure.text}`);
  const direction = directionOf(CHANGE.exec(gap)?.[1]);
  if (direction === 0 || gap.length > 24) return null;
  const stated = next.figure;
  const word = direction > 0 ? '增长' : '下降';
  const expected = changeOf(
    intervalOf(current),
    intervalOf(then),
    stated.unit,
    current.figure.unit,
    direction,
  );
  if (expected === null || intersects(expected, widened(next))) return null;
  return mismatch([next, current], then, `今年${current.figure.text}，文中写${word}${stated.text}`);
}

/** What the change would be by both years, in the unit in which it is stated. */
function changeOf(
  now: Interval,
  then: Interval,
  unit: string,
  counted: string,
  direction: number,
): Interval | null {
  if (now.low === null || now.high === null || then.low === null || then.high === null) return null;
  const [least, most] = [now.low - then.high, now.high - then.low];
  const points = unit === '个百分点' || unit === '百分点';
  if (points ? counted === '%' : unit === counted && unit !== '%') return signed(least, most, direction);
  if (unit !== '%' || counted === '%' || then.low <= 0) return null;
  return signed((now.low / then.high - 1) * 100, (now.high / then.low - 1) * 100, direction);
}

function signed(low: number, high: number, direction: number): Interval {
  return direction > 0 ? { low: clean(low), high: clean(high) } : { low: clean(-high), high: clean(-low) };
}

/** As far as the written digits leave it open, rounded or cut. */
function widened(reading: Reading): Interval {
  const { low, high } = intervalOf(reading);
  const slack = reading.figure.unit === '%' ? 10 ** -reading.decimals : 0;
  return { low: low === null ? null : low - slack, high: high === null ? null : high + slack };
}

function againstTurn(
  now: Context,
  current: Reading,
  next: Reading | undefined,
  then: Reading,
): PreviousFinding | null {
  const end = now.document.layout.sentences[current.sentence]?.end ?? current.figure.end;
  const tail = between(now, current.figure.end, Math.min(next?.figure.start ?? end, end)).replace(/\s/g, '');
  const direction = directionOf(TURN.exec(tail)?.[1]);
  if (direction === 0) return null;
  const [a, b] = [intervalOf(current), intervalOf(then)];
  if (a.low === null || a.high === null || b.low === null || b.high === null) return null;
  const wrong = direction > 0 ? a.high <= b.low : a.low >= b.high;
  const word = direction > 0 ? '上升' : '下降';
  return wrong ? mismatch([current], then, `今年${current.figure.text}，文中却写${word}`) : null;
}

function directionOf(word: string | undefined): -1 | 0 | 1 {
  if (word === undefined) return 0;
  return new RegExp(`^(?:${UP})$`).test(word) ? 1 : -1;
}

function mismatch(readings: readonly Reading[], then: Reading, said: string): PreviousFinding {
  const current = readings.at(-1) ?? then;
  const { noun } = current.figure;
  const proven = [...readings, then].every(isExact) && !GENERAL.test(noun);
  const change = isExact(current) && isExact(then) ? `，${difference(current, then)}` : '';
  return {
    type: 'growth-mismatch',
    grade: proven ? 'likely' : 'confirm',
    spans: readings.map(spanOf),
    message: `${noun}上年报告写${then.figure.text}，${said}${change}`,
  };
}

function difference(current: Reading, then: Reading): string {
  const [a, b] = [current.figure.value ?? 0, then.figure.value ?? 0];
  const moved = clean(a - b);
  if (moved === 0) return '实际与上年相同';
  const share =
    b > 0 && current.figure.unit !== '%'
      ? `（${plain(Math.round((Math.abs(moved) / b) * 1000) / 10)}%）`
      : '';
  return `实际${moved > 0 ? '增加' : '减少'}${plain(Math.abs(moved))}${share}`;
}

// --- What was left as it was ---

/** Counts of what is done in a year; villages, posts, windows and teams may well stay what they were. */
const FLOWS = new Set(['session', 'case', 'person-time', 'copy', 'money']);
/** Smaller numbers repeat by chance. */
const SMALLEST_ALONE = 10;
const SMALLEST_AMONG_CHANGED = 50;
const SHORTEST_SENTENCE = 12;

function unchangedFindings(before: Context, now: Context): PreviousFinding[] {
  const known = new Map<string, readonly Reading[]>();
  for (const [sentence, readings] of before.bySentence)
    known.set(skeletonOf(before, sentence, readings), readings);
  const findings: PreviousFinding[] = [];
  for (const [sentence, readings] of now.bySentence) {
    const skeleton = skeletonOf(now, sentence, readings);
    const then = known.get(skeleton);
    if (then === undefined || skeleton.length < SHORTEST_SENTENCE) continue;
    const kept = readings.filter((reading, index) => isFlow(reading) && sameValue(reading, then[index]));
    const changed = readings.some((reading, index) => !sameValue(reading, then[index]));
    const telling = changed ? kept.filter(isTelling) : kept.length > 1 || kept.some(isLarge) ? kept : [];
    if (telling.length === 0) continue;
    const numbers = telling.map(({ figure }) => figure.text).join('、');
    const message = changed
      ? `这一句与上年报告写法相同，别的数变了，${numbers}没有变，请核对是不是上年的数`
      : `这一句与上年报告相同，${numbers}也没有变，请核对是不是上年的数`;
    findings.push({ type: 'unchanged', grade: 'confirm', spans: telling.map(spanOf), message });
  }
  return findings;
}

/** A sentence without its numbers and years. */
function skeletonOf(context: Context, sentence: number, readings: readonly Reading[]): string {
  const start = context.document.layout.sentences[sentence]?.start ?? 0;
  const text = sentenceText(context, sentence);
  let [skeleton, at] = ['', 0];
  for (const { figure } of readings) {
    skeleton += `${text.slice(at, figure.start - start)}#${figure.unit}`;
    at = figure.end - start;
  }
  return (skeleton + text.slice(at)).replace(/20\d\d/g, '').replace(/\s/g, '');
}

function isFlow(reading: Reading): boolean {
  return !reading.plan && FLOWS.has(familyOf(reading)) && reading.figure.value !== 0;
}

function sameValue(reading: Reading, then: Reading | undefined): boolean {
  const [a, b] = [reading.figure, then?.figure];
  return b !== undefined && a.low === b.low && a.high === b.high && a.unit === b.unit;
}

function isLarge(reading: Reading): boolean {
  return (reading.figure.low ?? 0) >= SMALLEST_ALONE;
}

/** Exact and not round: two years hardly meet in it. */
function isTelling(reading: Reading): boolean {
  const { value } = reading.figure;
  return isExact(reading) && value !== null && value >= SMALLEST_AMONG_CHANGED && value % 10 !== 0;
}
