import {
  carriesOver,
  paragraphBefore,
  previousReadings,
  sameFamily,
  sentenceText,
  type Context,
} from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { above, clean, intersects, type Interval } from './intervals.ts';
import { exactValue, finding, nameOf, plain } from './message.ts';
import { isQualified, rateOf, type Rate } from './rates.ts';
import type { Finding, Reading } from './types.ts';

/** Written rates against their written numerator and denominator. */
export function checkRatios(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    const rates = readings.filter((reading) => reading.figure.unit === '%' && !reading.plan);
    if (rates.length === 0) continue;
    findings.push(...rates.flatMap((rate) => besideFraction(context, rate)));
    if (carriesOver(sentenceText(context, sentence))) continue;
    for (const reading of rates) {
      const name = reading.figure.noun.replace(/[(][^)]*[)]/g, '');
      // 其中某类的整改率 has counts of its own; what cannot be above 100 % is said to be so.
      const other = (reading.figure.low ?? 0) > 100 || /其中/.test(reading.phrase);
      const rate =
        other || name.includes('、') || /上年|去年|同期|目标/.test(reading.phrase) ? null : rateOf(name);
      const result = rate === null ? null : judge(context, readings, reading, rate);
      if (result !== null) findings.push(result);
    }
  }
  return findings;
}

function judge(context: Context, readings: readonly Reading[], rate: Reading, kind: Rate): Finding | null {
  const own = readings.filter(isCount);
  const before = own.filter((r) => r.index < rate.index && r.index > rate.index - 10);
  const behind = own.filter((r) => r.index > rate.index && r.index <= rate.index + 3);
  const earlier = previousReadings(context, rate.sentence).slice(-8).filter(isCount);
  // 审结的案件中胜诉12件,胜诉率…: a count further back excuses the rate where the sentence names it again.
  const told = sentenceText(context, rate.sentence);
  const namedAgain = (r: Reading): boolean =>
    r.phrase.trim().length > 1 && told.includes(r.phrase.trim().slice(-2));
  const further = paragraphBefore(context, rate.sentence, 16).filter((r) => isCount(r) && namedAgain(r));
  // Where the own sentence has a base, the one before excuses nothing by chance.
  const based = before.some((r) => kind.base.test(r.phrase) && !kind.part.test(r.phrase));
  const others = based ? [] : earlier.filter((r) => !further.includes(r));
  const remembered = [...further, ...others];
  for (const [near, around] of [
    [before, [...remembered, ...before, ...behind.slice(0, 1)]],
    [behind.filter((r) => explains(context, rate, r)), behind],
    // 提案9件,满意率100%: a count of its own and no part of it.
    [before.length === 0 ? earlier : [], remembered],
  ] as const) {
    const ofPeriod = near.filter((r) => isOfPeriod(r, rate));
    const named = ofPeriod.filter((r) => isNumerator(r, kind));
    // 在法定期限内答复15件,答复率…: the only count of that word, though it says more.
    const numerators = (
      named.length > 0 || rate.figure.value === 100
        ? named
        : ofPeriod.filter((r) => isNumerator(r, kind, true))
    ).reverse();
    if (numerators.length > 0)
      return isOfAnotherRate(readings, rate, numerators, around) || isOfFurther(context, rate)
        ? null
        : judgeCounts(rate, numerators, around, kind, near);
  }
  return remaining(rate, [...earlier, ...own], kind);
}

/** 满意率97.4%,回访300件,满意291件,抽样满意率97%: the counts belong to the rate behind them. */
function isOfAnotherRate(
  readings: readonly Reading[],
  rate: Reading,
  numerators: readonly Reading[],
  around: readonly Reading[],
): boolean {
  const counts = numerators.filter((r) => r.index > rate.index);
  return readings.some(
    (other) =>
      other.figure.unit === '%' && other.index > rate.index &&
      counts.some(
        (top) => top.index < other.index && around.some((base) => base !== top && sameFamily(base, top) && fits(other, top, base)),
      ),
  ); // prettier-ignore
}

const FURTHER = 12;

/**
 * 事项214项…。全年行使57项,其中…,行使率26.6%: a count of its own sentence over one that stands further back, to the last
 * digit. Two counts that have a rate of their own, or are only 余, excuse nothing: nearly any rate lies between them.
 */
function isOfFurther({ document: { readings }, bySentence }: Context, rate: Reading): boolean {
  if (rate.decimals === 0) return false;
  const near = readings
    .slice(Math.max(0, rate.index - FURTHER), rate.index)
    .filter((r) => isCount(r) && isExact(r));
  const isTaken = (top: Reading, base: Reading): boolean =>
    top.sentence !== rate.sentence &&
    (bySentence.get(top.sentence) ?? []).some((other) => other.figure.unit === '%' && fits(other, top, base));
  return near.some(
    (top) =>
      rate.sentence - top.sentence <= 1 &&
      near.some(
        (base) =>
          base.index < top.index &&
          base.figure.unit === top.figure.unit &&
          (base.figure.value ?? 0) > 100 &&
          fits(rate, top, base) &&
          !isTaken(top, base),
      ),
  );
}

const FRACTION = /^\s?[(,]?(?:即)?(\d{1,7})\s?[/÷]\s?(\d{1,7})\s?[),;。]/;
const FRACTION_BEFORE = /(?<![\d/.])(\d{1,7})\s?[/÷]\s?(\d{1,7})\s?[(,=≈]$/;

/** 化解率98.5%(205/212): a fraction without units right beside its rate. */
function besideFraction({ document: { text } }: Context, rate: Reading): Finding[] {
  const { start, end } = rate.figure;
  const match =
    FRACTION.exec(text.slice(end, end + 22)) ??
    FRACTION_BEFORE.exec(text.slice(Math.max(0, start - 22), start));
  const [top, bottom] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)];
  if (match === null || bottom === 0 || top > bottom) return [];
  const value = clean((top / bottom) * 100);
  if (agrees(rate, { low: value, high: value })) return [];
  const message = `${nameOf(rate)}按${top}÷${bottom}=${value.toFixed(Math.max(rate.decimals, 1))}%计,与文中${rate.figure.text}不符`;
  return [finding('ratio-mismatch', 'likely', [rate], message)];
}

/** 整改率95%,即排查120处、整改114处; 成功率96%(受理125件、成功120件): the counts behind belong to the rate. */
function explains(context: Context, rate: Reading, count: Reading): boolean {
  const gap = context.document.text.slice(rate.figure.end, count.figure.start);
  return (
    /^[,]?(?:即|\(|其中)/.test(gap) || /中有?[^,]{0,4}$/.test(gap) || /^(?:,[^,;。]{0,12}){1,2}$/.test(gap)
  );
}

function isCount({ figure, phrase, plan }: Reading): boolean {
  return (
    figure.unit !== '%' &&
    figure.unit !== '分数' &&
    !plan &&
    !/上年|去年|同期(?:相比)?(?:的|为|是)?$|增加|减少/.test(phrase)
  );
}

function isNumerator(reading: Reading, { part }: Rate, qualified = false): boolean {
  const words = wordsOf(reading);
  if (!part.test(words) || isPending(reading) || FLOW.test(reading.phrase)) return false;
  return !bothEnds(reading, part) && (qualified || !isQualified(words) || isQualified(part.source));
}

function judgeCounts(
  rate: Reading,
  numerators: readonly Reading[],
  around: readonly Reading[],
  kind: Rate,
  near: readonly Reading[],
): Finding | null {
  const [nearest] = numerators;
  if (nearest === undefined) return null;
  if (near.slice(near.indexOf(nearest) + 1).some((r) => r.index < rate.index && restarts(r, nearest)))
    return null;
  // Any two counts around that give the rate may be the ones it is meant of.
  const others = (r: Reading): Reading[] => around.filter((each) => each !== r && sameFamily(each, r));
  if (numerators.some((each) => others(each).some((base) => fits(rate, each, base)))) return null;
  // 抽检41批合格、13批合格,综合合格率: of all of them together, however they are written.
  if (numerators.length > 1 && /综合|总体|整体|合计|平均|合并/.test(rate.phrase)) return null;
  // 开庭的4件均由负责人出庭,其中镇长出庭2件,出庭率100%: all of them, in words.
  if (rate.figure.value === 100 && around.some((each) => isSaidOfAll(each, kind))) return null;
  if (isOfTwo(rate, numerators, around)) return null;
  if (isSumOfGrades(rate, around) || isOfOthers(rate, around) || isOfAll(rate, numerators, around))
    return null;
  const bases = others(nearest).filter(
    (r) =>
      !above(intervalOf(nearest), intervalOf(r)) &&
      (r.index < nearest.index || /应/.test(r.phrase) || isAside(r, nearest)) &&
      (r.sentence === rate.sentence || !MEETING.test(r.phrase)) &&
      (isPending(r) || !kind.part.test(r.phrase) || bothEnds(r, kind.part) || kind.base.test(r.phrase)),
  );
  return compare(rate, nearest, sameSentence(bases, nearest), kind.base);
}

/** 全年化解171件,上半年化解率94.8%: the rate of a part of the year wants counts of it. */
function isOfPeriod({ phrase, figure }: Reading, rate: Reading): boolean {
  const period = /[上下]半年|[一二三四1-4]季度/.exec(rate.phrase)?.[0];
  return period === undefined || phrase.includes(period) || figure.scope.period.includes(period);
}

function isSaidOfAll({ after }: Reading, { part }: Rate): boolean {
  return /均|全部|都|悉数|逐一|逐件|无一/.test(after) && part.test(after);
}

/** A rate with decimals that any two counts give to the last digit is theirs, whatever their names. */
function isOfOthers(rate: Reading, counts: readonly Reading[]): boolean {
  if (rate.decimals === 0) return false;
  const own = counts.filter((r) => r.sentence === rate.sentence);
  return own.some((top) =>
    own.some(
      (base) =>
        base !== top &&
        sameFamily(base, top) &&
        !above(intervalOf(top), intervalOf(base)) &&
        fits(rate, top, base),
    ),
  );
}

/** 乡长出庭3件、副乡长出庭1件,出庭率100%: two counts of one word together. */
function isOfTwo(rate: Reading, numerators: readonly Reading[], counts: readonly Reading[]): boolean {
  const own = numerators.filter((r) => r.sentence === rate.sentence);
  const top = exactly(own.reduce((all, r) => all + (r.figure.value ?? 0), 0));
  return (
    own.length > 1 &&
    counts.some(
      (base) => !own.includes(base) && agrees(rate, quotient(top, base.figure.low, base.figure.high)),
    )
  );
}

/** 整改16个…整改5个…合并计算,整改率91.3%: all of them together. */
function isOfAll(rate: Reading, numerators: readonly Reading[], counts: readonly Reading[]): boolean {
  const sum = (readings: readonly Reading[]): number =>
    readings.reduce((all, r) => all + (r.figure.value ?? 0), 0);
  const bases = counts.filter(
    (r) =>
      !numerators.includes(r) &&
      !/[合总共]计|总数/.test(r.phrase) &&
      numerators.some((n) => sameFamily(n, r)),
  );
  return (
    numerators.length > 1 &&
    sum(bases) > 0 &&
    agrees(rate, quotient(exactly(sum(numerators)), sum(bases), sum(bases)))
  );
}

function exactly(value: number): Interval {
  return { low: value, high: value };
}

/** 采纳27条(共提出31条): the whole stands in brackets behind. */
function isAside(base: Reading, numerator: Reading): boolean {
  return (
    base.index === numerator.index + 1 && base.depth > numerator.depth && /^(?:共|总|应)/.test(base.phrase)
  );
}

/** 优秀40人、合格6人,合格率100%: the better grades passed, too. */
function isSumOfGrades(rate: Reading, counts: readonly Reading[]): boolean {
  const grades = counts.filter((r) => /优秀|良好|合格|及格|达标/.test(r.phrase));
  const passed = grades.reduce((total, r) => total + (r.figure.value ?? 0), 0);
  return (
    grades.length > 1 &&
    /合格|及格|达标|通过/.test(rate.figure.noun) &&
    counts.some(
      (base) =>
        !grades.includes(base) &&
        agrees(rate, quotient({ low: passed, high: passed }, base.figure.low, base.figure.high)),
    )
  );
}

/** Counts of the sentence before are asked only where the own sentence has no base. */
function sameSentence(bases: readonly Reading[], numerator: Reading): readonly Reading[] {
  const own = bases.filter((r) => r.sentence === numerator.sentence);
  return own.length > 0 ? own : bases;
}

/** What is said of a count: 合格50人, 50人合格, 12名持有执法证. */
function wordsOf(reading: Reading): string {
  return `${reading.phrase}|${(reading.after.split('、')[0] ?? '').slice(0, 16)}`;
}

/** What came or went in the year is not what there is. */
const FLOW = /新增|注销|新录|新申|退出|调离|调入|增加|减少/;

/** 排查化解56起 counts both ends at once. */
function bothEnds(reading: Reading, part: RegExp): boolean {
  return /受理|排查|接到|收到|应考|应到/.test(reading.phrase.replace(part, '')) && part.test(reading.phrase);
}

/** 责令整改12家 asks for what 整改 delivers; 正在整改, 待考 are not done. */
function isPending(reading: Reading): boolean {
  if (/(?:到位|完成|完毕|落实)$/.test(reading.phrase.trim()) && !/[未待拟]/.test(reading.phrase))
    return false;
  return /责令|要求|督促|下达|交办|应(?![急诉对用届当])|正在|尚未|未|待|拟|不/.test(reading.phrase);
}

/** A new intake between numerator and rate means that the rate speaks of something else. */
function restarts(reading: Reading, numerator: Reading): boolean {
  return sameFamily(reading, numerator) && /受理|排查|接到|收到|立案|应考|应到/.test(reading.phrase);
}

/** 排查200件,化解率99%,未化解2件: what is left gives what was done. */
function remaining(rate: Reading, counts: readonly Reading[], { part, base }: Rate): Finding | null {
  const left = counts.find(
    (r) => part.test(r.phrase) && /未/.test(r.phrase) && Math.abs(r.index - rate.index) <= 2,
  );
  const all = counts.findLast(
    (r) => left !== undefined && r.index < left.index && sameFamily(r, left) && base.test(r.phrase),
  );
  const [lost, whole] = [left && exactValue(left), all && exactValue(all)];
  if (!left || !all || !lost || !whole || lost > whole) return null;
  const value = clean(((whole - lost) / whole) * 100);
  if (agrees(rate, { low: value, high: value })) return null;
  const message = `${nameOf(rate)}按(${plain(whole)}-${plain(lost)})÷${plain(whole)}=${value.toFixed(Math.max(rate.decimals, 1))}%计,与文中${rate.figure.text}不符`;
  return finding('ratio-mismatch', 'likely', [rate, left, all], message);
}

/** 研究应诉工作4次: a sentence before that tells of meetings gives no base. */
const MEETING = /研究|听取|召开|会议|汇报|培训|讲座|宣讲|部署/;

/** 应出庭12件: what was due is what a rate stands on. */
const DUE = /应(?![急诉对用届当邀聘])/;

/** 一季度…、四季度…,全年8140件: what the list came to. */
const ALL_OF_YEAR = /^[\s,、]*(?:全年|合计|总计|共计|累计)(?:共|为|达)?$/;

/** Says that the rate fits none of its possible bases; nothing where it fits one. */
export function compare(
  rate: Reading,
  numerator: Reading,
  bases: readonly Reading[],
  words: RegExp,
): Finding | null {
  const isBase = (r: Reading): boolean =>
    words.test(wordsOf(r) + r.figure.noun) || DUE.test(r.phrase) || ALL_OF_YEAR.test(r.phrase);
  const base = bases.findLast(isBase) ?? bases.at(-1);
  if (base === undefined || bases.some((candidate) => fits(rate, numerator, candidate))) return null;
  if (bases.length > 1 && fitsSum(rate, numerator, bases)) return null;
  const [top, bottom] = [exactValue(numerator), exactValue(base)];
  const sure = bases.length === 1 && isExact(rate) && top !== null && bottom !== null;
  const arithmetic =
    top === null || bottom === null
      ? `${numerator.figure.text}÷${base.figure.text}`
      : `${plain(top)}÷${plain(bottom)}=${((top / bottom) * 100).toFixed(Math.max(rate.decimals, 1))}%`;
  // Without its words the base is a guess.
  const grade = !isBase(base) || isOff(rate, numerator, base) ? 'confirm' : sure ? 'certain' : 'likely';
  const name = /占|^的?$/.test(rate.figure.noun) ? `${nameOf(numerator)}占比` : nameOf(rate);
  const message = `${name}按${arithmetic}计,与文中${rate.figure.text}不符`;
  return finding('ratio-mismatch', grade, [rate, numerator, base], message);
}

/** So many points off, and by more than one thing more or less: then it is rather a rate of something else. */
const OFF = 16;

function isOff(rate: Reading, numerator: Reading, base: Reading): boolean {
  const [top, bottom] = [numerator.figure.value ?? 0, base.figure.value ?? 0];
  if (rate.figure.unit !== '%' || rate.figure.value === null || bottom === 0) return false;
  return Math.abs((top / bottom) * 100 - rate.figure.value) > Math.max(OFF, 150 / bottom);
}

function quotient(numerator: Interval, low: number | null, high: number | null): Interval {
  return {
    low: numerator.low === null || high === null ? 0 : clean((numerator.low / high) * 100),
    high: numerator.high === null || low === null || low === 0 ? null : clean((numerator.high / low) * 100),
  };
}

/** Rounded to the written precision; a truncated rate (92.71 for 92.715) is also let pass. */
function agrees(rate: Reading, value: Interval): boolean {
  const { unit, text, approx } = rate.figure;
  const scale = unit === '分数' ? 100 : 1;
  // 三成 and 三分之一 are round words, 八成五 less so.
  const round = /成(?!.)/.test(text) || unit === '分数';
  const step = round ? 8 : text.includes('成') ? 2 : 10 ** -rate.decimals;
  const slack = approx === null ? step / 2 : step / 10;
  const { low, high } = intervalOf(rate);
  return intersects(
    {
      low: low === null ? null : low * scale - slack,
      high: high === null ? null : high * scale + (step >= 2 ? slack : step * 0.9999),
    },
    value,
  );
}

export function fits(rate: Reading, numerator: Reading, base: Reading): boolean {
  return (
    base.figure.high === 0 || agrees(rate, quotient(intervalOf(numerator), base.figure.low, base.figure.high))
  );
}

/** The same for a sum that nobody wrote. */
export function fitsValue(rate: Reading, numerator: number, base: Reading): boolean {
  return agrees(rate, quotient(exactly(numerator), base.figure.low, base.figure.high));
}

function fitsSum(rate: Reading, numerator: Reading, bases: readonly Reading[]): boolean {
  const sum = bases.reduce((total, r) => total + (r.figure.value ?? 0), 0);
  return sum > 0 && agrees(rate, quotient(intervalOf(numerator), sum, sum));
}
