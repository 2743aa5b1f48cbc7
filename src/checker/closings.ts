import { paragraphBefore, sameFamily, sentenceStart, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { amountOf } from './groups.ts';
import { intersects, total, type Interval } from './intervals.ts';
import { finding, sumText } from './message.ts';
import { intervalText } from './sums.ts';
import type { Finding, Reading } from './types.ts';

/** What stands between a list and the total that closes it: 共计办理案件, 共有队员, 三项相加达. */
const CLOSING =
  /^[^,。;:、\d]{0,24}[,;。]?[^,。;:、\d]{0,12}(?:合计|总计|共计|总共|一共|总数|总量|累计|相加|加起来|(?<!公)共)[^,。;:、\d]{0,12}$/;
/** Only a list's end may stand behind the last part. */
const COMPOSED = /组成|构成|(?:以上|上述|各项|几项|[两三四五六七八九十](?:项|类|者|方面|部分))/;
/** Words that begin another list or set a part aside. */
const BREAK = /其中|包括|分别|上年|去年|同期|平均|人均|每|同比|增长|增加|减少|下降/;
const LONGEST_LABEL = 40;
/** A sum that is off by more belongs to other things; a clerk's slip is small. */
const SLIP = 0.25;
const SMALL_SLIP = 3;

/**
 * A list and a total behind it whose words do not prove that they belong together: that the sum comes near and no other
 * way of reading gives it exactly says so. 甲37件、乙14件、丙6件,共计办理案件59件.
 */
export function checkClosings(context: Context): Finding[] {
  return context.document.readings.flatMap((whole) => {
    if (whole.plan || BREAK.test(whole.phrase) || /占/.test(whole.phrase)) return [];
    const parts = listBefore(context, whole);
    // 消防演练3场、防汛演练2场,全年共开展各类演练7场: there may be other kinds.
    if (parts.length < (/各[类种]/.test(whole.phrase) ? 3 : 2)) return [];
    const intervals = parts.map(amountOf);
    const all = total(intervals);
    if (!isNear(all, intervalOf(whole)) || fitsOtherwise(context, parts, whole)) return [];
    const sum = intervalText(all, whole.figure.unit);
    const message = `分项相加${sumText(parts)}=${sum},与合计${whole.figure.text}不符`;
    return [finding('sum-mismatch', 'likely', [whole, ...parts], message)];
  });
}

/** The coordinate counts that end right before the total. */
function listBefore(context: Context, whole: Reading): readonly Reading[] {
  const { readings, text } = context.document;
  const last = readings[whole.index - 1];
  if (last === undefined || !isPart(last, whole)) return [];
  const gap = text.slice(last.figure.end, whole.figure.start);
  const all = /^(?:都|均|全部|悉数)/.test(whole.after) && /^[^,。;:、\d]{0,8},[^,。;:、\d]{0,16}$/.test(gap);
  if (!all && (!CLOSING.test(gap) || (gap.includes('。') && !COMPOSED.test(gap)))) return [];
  const parts: Reading[] = [last];
  for (let at = whole.index - 2; at >= 0; at--) {
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

function isPart(reading: Reading, whole: Reading): boolean {
  return (
    reading.figure.unit === whole.figure.unit &&
    reading.depth === whole.depth &&
    reading.plan === whole.plan &&
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
  const intervals = parts.map(amountOf);
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
