import {
  bringsOver,
  paragraphBefore,
  sameFamily,
  sentenceStart,
  sentenceText,
  type Context,
} from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { amountsOf, coversYear } from './groups.ts';
import { intersects, total, type Interval } from './intervals.ts';
import { finding, sumText } from './message.ts';
import { intervalText } from './sums.ts';
import { thingOf } from './things.ts';
import type { Finding, Reading } from './types.ts';

/** What stands between a list and the total that closes it: 共计办理案件, 共有队员, 三项相加达. */
const CLOSING =
  /^[^,。;:\d]{0,24}[,;。]?[^,。;:、\d]{0,14}(?:合计|总计|共计|总共|一共|总数|总量|相加|加起来|合起来|加总|(?<!公)共)[^,。;:、\d]{0,12}$/;
/** Enough behind three parts or more. */
const CLOSING_MANY =
  /^[^,。;:、\d]{0,24}[,;。][^,。;:、\d]{0,10}(?:全年|全[镇乡]|全街道|以上|上述|全部|总|合|[三四五六七八九十](?:者|项|类|家|方|支))[^,。;:、\d]{0,14}$/;
/** Only a list's end may stand behind the last part. */
const COMPOSED =
  /组成|构成|(?:以上|上述|各项|几项|合计|总计|[两三四五六七八九十](?:项|类|者|家|方|方面|部分))/;
/** Words that begin another list or set a part aside. */
const BREAK =
  /其中|包括|分别|上年|去年|同期|平均|(?<![\d个名])[人月日周年户村场]均(?![已由为按在])|每|同比|增长|增加|减少|下降/;
const LONGEST_LABEL = 40;
/** No total is split into more; it bounds the work on a text that lists without end. */
const MOST_PARTS = 16;
/** A sum that is off by more belongs to other things; a clerk's slip is small. */
const SLIP = 0.25;
const SMALL_SLIP = 3;

/**
 * A list and a total behind it whose words do not prove that they belong together: that the sum comes near and no other
 * way of reading gives it exactly says so. 甲37件、乙14件、丙6件,共计办理案件59件.
 */
export function checkClosings(context: Context): Finding[] {
  return context.document.readings.flatMap((whole) => {
    if (
      whole.plan ||
      BREAK.test(whole.phrase) ||
      /去重|剔除|扣除|合并|占|实际|结余|计划|规划|任务|目标/.test(whole.phrase)
    )
      return [];
    if (/^的\d/.test(context.document.text.slice(whole.figure.end, whole.figure.end + 2))) return [];
    const near = quartersOf(listBefore(context, whole));
    const parts = near.length > 1 ? near : listAbove(context, whole);
    // 消防演练3场、防汛演练2场,全年共开展各类演练7场: there may be other kinds.
    if (parts.length < (/各[类种]/.test(whole.phrase) ? 3 : 2) || isOutcomeOf(whole, parts)) return [];
    if (bringsOver(sentenceText(context, whole.sentence)) || isInsideList(context, whole)) return [];
    const intervals = amountsOf(parts);
    const all = total(intervals);
    if (!isNear(all, intervalOf(whole)) || fitsOtherwise(context, parts, whole)) return [];
    const sum = intervalText(all, whole.figure.unit);
    const message = `分项相加${sumText(parts)}=${sum},与合计${whole.figure.text}不符`;
    return [finding('sum-mismatch', 'likely', [whole, ...parts], message)];
  });
}

const OUTCOME = /办结|结案|审结|化解|整改|答复|采纳|出庭|成功|销号|废止|通过|合格|确认|履行/;

/** 上年结转5件,今年立案15件,共结案17件: what came of them is not what they come to. */
export function isOutcomeOf(whole: Reading, parts: readonly Reading[]): boolean {
  const outcome = OUTCOME.exec(whole.phrase)?.[0];
  return outcome !== undefined && !parts.some((part) => part.phrase.includes(outcome));
}

/** 由文件1件,合同117件,其他22件组成: one of the parts. */
function isInsideList(context: Context, whole: Reading): boolean {
  const behind = context.document.text.slice(whole.figure.end, whole.figure.end + 60);
  return /^[、,][^。;]*\d[^。;,]*(?:组成|构成)/.test(behind);
}

/** 一季度评查30卷,不合格3卷;…四季度…: of each quarter the count that names it. */
function quartersOf(parts: readonly Reading[]): readonly Reading[] {
  const quarters = parts.filter((r) => /[一二三四1-4]季度|[上下]半年/.test(r.phrase));
  return coversYear(quarters.map(({ phrase }) => phrase)) ? quarters : parts;
}

/** The coordinate counts that end right before the total, where its words close them. */
function listBefore(context: Context, whole: Reading): readonly Reading[] {
  const { readings, text } = context.document;
  const told = partsTold(readings[whole.index - 1]);
  const last = readings[whole.index - (told === null ? 1 : 2)];
  if (last === undefined || (told === null && !isPart(last, whole))) return [];
  const parts = runEndingAt(context, last, whole);
  const gap = text.slice(last.figure.end, whole.figure.start);
  if (told !== null) {
    if (!TOLD.test(gap)) return [];
    const turns = parts.filter((r) => /第[一二三四五六七八九十\d]/.test(r.phrase));
    if (turns.length === told && parts.length > told) return turns;
    return parts.length >= told ? parts.slice(-told) : ofAnyUnit(context, last, whole, told);
  }
  return closes(gap, whole, parts.length) ? parts : [];
}

/** 广场9个、长廊11条、院落5个、书屋16个,四类阵地共41个: as many kinds as are said, each by its own unit. */
function ofAnyUnit(context: Context, last: Reading, whole: Reading, told: number): readonly Reading[] {
  const { readings, text } = context.document;
  const parts = readings.slice(Math.max(0, last.index + 1 - told), last.index + 1);
  const joined = parts.every((part, at) => {
    const next = parts[at + 1];
    return (
      next === undefined || /^、[^,。;:、\d]{1,12}$/.test(text.slice(part.figure.end, next.figure.start))
    );
  });
  const things = parts.every((r) => r.depth === whole.depth && /^[个条处所块面座家支]$/.test(r.figure.unit));
  return parts.length === told && joined && things && !BREAK.test(parts[0]?.phrase ?? '') ? parts : [];
}

/** 以上三类案件总数为28件: how many parts there are. */
const TOLD =
  /^[^,。;:、\d]{0,24}[,;。](?:以上|上述|这|前述)?[\d两三四五六七八九十]{1,2}(?:类|项|家|者|个|方|支|部分|级|轮|批|期)[^,。;:、\d]{0,16}$/;

function partsTold(reading: Reading | undefined): number | null {
  if (reading === undefined || !/^(?:类|项|家|者|个|方|支|级|轮|批|期)$/.test(reading.figure.unit))
    return null;
  if (!/^(?:以上|上述|这|前述)?$/.test(reading.phrase.trim()) || !/合|总|共|加/.test(reading.after))
    return null;
  const { value } = reading.figure;
  return value !== null && value >= 2 && value <= 9 ? value : null;
}

function closes(gap: string, whole: Reading, parts: number): boolean {
  if (gap.includes('。') && !COMPOSED.test(gap)) return false;
  // 参加考试的55人都有了成绩: said of all that were just counted.
  const all = /^(?:都|均|全部|悉数)/.test(whole.after) && /^[^,。;:、\d]{0,8},[^,。;:、\d]{0,16}$/.test(gap);
  return all || CLOSING.test(gap) || (parts > 2 && CLOSING_MANY.test(gap));
}

function runEndingAt(context: Context, last: Reading, whole: Reading): readonly Reading[] {
  const { readings, text } = context.document;
  const parts: Reading[] = [last];
  for (let at = last.index - 1; at >= 0 && parts.length < MOST_PARTS; at--) {
    const [next] = parts;
    const reading = readings[at];
    if (reading === undefined || next === undefined || !isPart(reading, whole)) break;
    const between = text.slice(reading.figure.end, next.figure.start);
    if (between.length > LONGEST_LABEL || /[。:]/.test(between) || BREAK.test(between)) break;
    parts.unshift(reading);
    if (reading.figure.start === sentenceStart(context, reading.sentence)) break;
  }
  return parts;
}

/** Sentences above in which the list of a total may stand. */
const ABOVE = 3;
const TOTAL = /合计|总计|共计|总共|一共|全年共|(?<!公)共/;
const JOINED = /^[^,。;:、\d]{0,8}[、和及与][^,。;:、\d]{0,12}$/;

/** 三个中队分别出动186人次、204人次和175人次。…全年共出动执法人员575人次: a whole list of the same act above. */
function listAbove(context: Context, whole: Reading): readonly Reading[] {
  const all = whole.nounRight && /^[^,。;:、\d]{0,12}(?:均|全部|都)/.test(whole.after);
  if (!TOTAL.test(whole.phrase) && !/全年/.test(whole.phrase) && !all) return [];
  const own = context.bySentence.get(whole.sentence)?.find((r) => sameFamily(r, whole));
  if (own !== whole) return [];
  for (let sentence = whole.sentence - 1; sentence >= Math.max(0, whole.sentence - ABOVE); sentence--) {
    const counts = (context.bySentence.get(sentence) ?? [])
      .filter((r) => isPart(r, whole))
      .slice(0, MOST_PARTS);
    // 一季度评查30卷,不合格3卷;二季度…: of each quarter the count that names it.
    const quarters = counts.filter((r) => /[一二三四1-4]季度|[上下]半年/.test(r.phrase));
    const parts = coversYear(quarters.map(({ phrase }) => phrase)) ? quarters : counts;
    if (!TOTAL.test(whole.phrase) && !all && parts !== quarters) return [];
    if (parts.length > 1 && isOneList(context, sentence, parts, whole)) return parts;
    if (parts.length > 0) return [];
  }
  return [];
}

function isOneList(context: Context, sentence: number, parts: readonly Reading[], whole: Reading): boolean {
  const { text } = context.document;
  const joined = parts.every((part, at) => {
    const next = parts[at + 1];
    return next === undefined || JOINED.test(text.slice(part.figure.end, next.figure.start));
  });
  const composed = /由[^。]{2,40}(?:组成|构成)/.test(sentenceText(context, sentence));
  const year = coversYear(parts.map((part) => part.phrase)) && /全年|[合总]计|累计/.test(whole.phrase);
  const acts = thingOf(whole).acts;
  const same = acts.some((act) => sentenceText(context, sentence).includes(act));
  return year || (joined && ((parts.length > 2 && same) || composed));
}

function isPart(reading: Reading, whole: Reading): boolean {
  return (
    sameFamily(reading, whole) &&
    reading.depth === whole.depth &&
    !/^(?:%|分数|倍|个百分点)$/.test(reading.figure.unit)
  );
}

function isNear(sum: Interval, whole: Interval): boolean {
  const [a, b] = [middle(sum), middle(whole)];
  return Math.abs(a - b) <= Math.max(SMALL_SLIP, SLIP * b);
}

function middle({ low, high }: Interval): number {
  return low === null ? (high ?? 0) : high === null ? low : (low + high) / 2;
}

/** Some of the list, or the list with what stands before it, gives the total; or the total is one that stood before. */
function fitsOtherwise(context: Context, parts: readonly Reading[], whole: Reading): boolean {
  const intervals = amountsOf(parts);
  const is = (sum: Interval): boolean => intersects(sum, intervalOf(whole));
  const some = intervals.some((_, from) =>
    intervals.slice(from + 1).some((__, length) => is(total(intervals.slice(from, from + length + 2)))),
  );
  const [first] = parts;
  const before = paragraphBefore(context, whole.sentence, 12).concat(
    (context.bySentence.get(whole.sentence) ?? []).filter((r) => r.index < (first?.index ?? 0)),
  );
  const with_ = before.some((r) => sameFamily(r, whole) && is(total([intervalOf(r), ...intervals])));
  return some || with_ || (isExact(whole) && before.some((r) => sameFamily(r, whole) && is(intervalOf(r))));
}
