import {
  between,
  carriesOver,
  isOfYearBefore,
  paragraphBefore,
  previousReadings,
  sameFamily,
  sentenceText,
  type Context,
} from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { groupsOf } from './groups.ts';
import { above } from './intervals.ts';
import { compare, fits, fitsValue } from './ratios.ts';
import { finding, plain, sumText } from './message.ts';
import type { Finding, Reading } from './types.ts';

const SHARE =
  /占(?:比|[^,、;]{0,12}?)(?:的)?(?:比例|比重)?(?:的|为|到|达到?|约|近|超过?)?$|(?:占比|比重|比例)(?:为|达到?|约|近)?$/;
/** A share names its whole by standing under it. */
const ANY = /(?:)/;

/** 邻里纠纷55件,占总数的35.3%: shares against the count just before (or behind) and the total it is part of. */
export function checkShares(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    if (carriesOver(sentenceText(context, sentence))) continue;
    for (const share of readings) {
      if (!/^(?:%|分数)$/.test(share.figure.unit) || share.plan) continue;
      const result = SHARE.test(share.phrase.trim())
        ? judge(context, sentence, readings, share)
        : ofNamedTotal(readings, share);
      if (result !== null) findings.push(result);
    }
  }
  return findings;
}

function judge(
  context: Context,
  sentence: number,
  readings: readonly Reading[],
  share: Reading,
): Finding | null {
  const together = /([两三四五六])[者项类](?:合计|共)?占/.exec(share.phrase)?.[1];
  if (together !== undefined) return ofSeveral(readings, share, ' 一两三四五六'.indexOf(together));
  // 占比依次为…: shares in order; 合格以上占…: several together.
  if (/依次|分别|以上|以下|合计|两项|[三四五]项/.test(share.phrase)) return null;
  const part =
    partOf(readings, share) ?? partOf([...previousReadings(context, sentence), ...readings], share);
  if (part === undefined) return null;
  // 全年服务8420人次,1个中心占31%: who did it; the share is of what was done.
  const doer = part.nounRight && share.index === part.index + 1 && !share.phrase.includes(',');
  const of = between(context, part.figure.end, share.figure.start);
  if (
    doer &&
    !of.includes(',') &&
    readings.some((r) => r.index < part.index && isPlainCount(r) && !sameFamily(r, part))
  )
    return null;
  const group = groupsOf(context, sentence).find((g) => g.parts.some((p) => p.reading.index === part.index));
  const own = readings.filter((r) => isWhole(r, part, share) && !hasShare(readings, r));
  const told = paragraphBefore(context, sentence, 8).filter((r) => isWhole(r, part, share));
  // 占获批案件的61%: the base is named, wherever it stands.
  const named = /占[\u4e00-\u9fff]{2,12}(?:的|总)/.test(share.phrase);
  const just = told.filter((r) => named || share.decimals > 0 || r.sentence === sentence - 1);
  if (just.some((base) => fits(share, part, base))) return null;
  const bases =
    group?.wholes ??
    (own.length > 0 ? own : previousReadings(context, sentence).filter((r) => isWhole(r, part, share)));
  if (own.some((base) => fits(share, part, base))) return null;
  // 网上可办112项,占93.3%。一次办结96项,占80%: what has a share of its own is no base.
  if (
    group === undefined &&
    own.length === 0 &&
    bases.some((r) => hasShare(context.bySentence.get(r.sentence) ?? [], r))
  )
    return null;
  const total = /占总|占全/.test(share.phrase);
  return bases.length > 1 && group === undefined && !total ? null : compare(share, part, bases, ANY);
}

/** 占道63件、停放41件、倾倒22件,三者占总量的79.7%: the sum of as many as are said. */
function ofSeveral(readings: readonly Reading[], share: Reading, several: number): Finding | null {
  const at = readings.indexOf(share);
  const parts = readings.slice(Math.max(0, at - several), at);
  const [first] = parts;
  if (
    first === undefined ||
    parts.length < several ||
    parts.some((r) => !isPlainCount(r) || !sameFamily(r, first))
  )
    return null;
  const sum = parts.reduce((all, r) => all + (r.figure.value ?? 0), 0);
  const bases = readings.filter(
    (r) => r.index < first.index && sameFamily(r, first) && (r.figure.value ?? 0) >= sum,
  );
  if (bases.length === 0 || bases.some((base) => fitsValue(share, sum, base))) return null;
  const base = bases.find((r) => /共|总|全年|累计/.test(r.phrase));
  if (base === undefined || !isExact(share)) return null;
  const actual = ((sum / (base.figure.value ?? 1)) * 100).toFixed(Math.max(share.decimals, 1));
  const message = `${sumText(parts)}=${plain(sum)},占${base.figure.text}的${actual}%,与文中${share.figure.text}不符`;
  return finding('ratio-mismatch', 'likely', [share, ...parts, base], message);
}

/** 持证88名,占总人数96名的91.7%: the total stands between. */
function ofNamedTotal(readings: readonly Reading[], share: Reading): Finding | null {
  const whole = readings.find((r) => r.index === share.index - 1);
  const part = readings.find((r) => r.index === share.index - 2);
  // 占118件的26%、37%和19%: in order, each of another part.
  const next = readings.find((r) => r.index === share.index + 1);
  if (next?.figure.unit === '%' && /^[、和及与]/.test(next.phrase.trim())) return null;
  if (share.phrase.trim() !== '的' || whole === undefined || part === undefined) return null;
  if (!/占/.test(whole.phrase) || !sameFamily(whole, part) || above(intervalOf(part), intervalOf(whole)))
    return null;
  // 国家级1个、省级3个、市级5个,占总数18个的50%: the list together.
  const list = [part];
  for (let first = part; first.phrase.trim().startsWith('、');) {
    const before = readings.find((r) => r.index === first.index - 1);
    if (before?.figure.unit !== part.figure.unit) break;
    list.unshift(before);
    first = before;
  }
  const sums = list
    .slice(0, -1)
    .map((_, from) => list.slice(from).reduce((all, r) => all + (r.figure.value ?? 0), 0));
  if (sums.some((sum) => fitsValue(share, sum, whole))) return null;
  return compare(share, part, [whole], ANY);
}

/** The count in front; where the share comes first (占45%,共54件), the one behind. */
function partOf(readings: readonly Reading[], share: Reading): Reading | undefined {
  const before = readings.find((r) => r.index === share.index - 1);
  const named = share.phrase
    .trim()
    .replace(SHARE, '')
    .replace(/^[\s,、]+/, '');
  // 采纳18条,采纳面占到三分之二: the share's own name repeats what was counted.
  if (
    before !== undefined &&
    named.length > 1 &&
    before.phrase.includes(named.slice(0, 2)) &&
    isPlainCount(before)
  )
    return before;
  if (named !== '') {
    const behind = readings.find((r) => r.index === share.index + 1);
    const told =
      behind !== undefined && !behind.nounRight && /^[,(]?(?:共|计|为|有|达|即)*$/.test(behind.phrase.trim());
    if (told && isPlainCount(behind)) return behind;
    // 废止6件。…废止文件占到总数的24.1%: the share names again what was counted.
    return named.length > 1
      ? readings.findLast(
          (r) => r.index < share.index && r.phrase.includes(named.slice(0, 2)) && isPlainCount(r),
        )
      : undefined;
  }
  return before !== undefined && isPlainCount(before) ? before : undefined;
}

function isPlainCount({ figure }: Reading): boolean {
  return !/^(?:%|分数|倍|个百分点)$/.test(figure.unit);
}

/** 答复388批,占75.8%: a count with a share of its own is a part. */
function hasShare(readings: readonly Reading[], count: Reading): boolean {
  const next = readings.find((r) => r.index === count.index + 1);
  if (next?.figure.unit === '%' && /^[,(、\s]*占/.test(next.phrase)) return true;
  // 线上74件,线下38件,线上占66.1%: its share names it again.
  return readings.some((r) => {
    const name =
      r.figure.unit === '%' && r.index > count.index
        ? /^[,、\s]*([\u4e00-\u9fff]{2,6})占/.exec(r.phrase)?.[1]
        : undefined;
    return name !== undefined && count.phrase.includes(name);
  });
}

function isWhole(reading: Reading, part: Reading, share: Reading): boolean {
  return (
    reading.index < Math.min(part.index, share.index) && sameFamily(reading, part) && !reading.plan &&
    !above(intervalOf(part), intervalOf(reading)) && !isOfYearBefore(reading)
  ); // prettier-ignore
}
