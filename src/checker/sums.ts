import {
  around,
  between,
  bringsOver,
  previousReadings,
  sameFamily,
  sentenceText,
  type Context,
} from './context.ts';
import { isOutcomeOf } from './closings.ts';
import { comesNear } from './complements.ts';
import { amountsOf, coversYear, groupsOf, type Group } from './groups.ts';
import { intervalOf, isExact } from './figures.ts';
import { above, intersects, isFar, times, total, type Interval } from './intervals.ts';
import { finding, nameOf, plain, sumText } from './message.ts';
import type { Finding, Reading } from './types.ts';

/** Parts against their total: sum-mismatch and part-exceeds-whole. */
export function checkSums(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    if (bringsOver(around(context, sentence))) continue;
    for (const group of groupsOf(context, sentence)) findings.push(...judge(context, group));
    findings.push(...trailingTotals(context, readings), ...shares(context, readings));
  }
  return findings;
}

/** Attributes of the same people overlap and never add up. */
const OVERLAPPING = /党员|女|少数民族|学历|本科|大专|岁|退役|以上|骨干|持证|兼(?!职)/;

function isOfAll({ phrase }: Reading): boolean {
  return /共|合计|总|全年|清理|梳理|现有|实有|辖/.test(phrase) && !/新|制定|出台|印发|增/.test(phrase);
}

function judge(context: Context, listed: Group): Finding[] {
  const group = withoutAside(listed);
  if (group.whole.figure.unit === '%' || group.whole.figure.unit === '倍') return [];
  const whole = intervalOf(group.whole);
  const single = group.parts.length === 1;
  if (group.marker.kind === 'colon' && single) return [];
  if (group.marker.kind === 'bracket' && single && !/^(?:含|其中)/.test(group.parts[0]?.reading.phrase ?? ''))
    return [];
  const larger = group.parts.filter(
    (part, at) =>
      above(intervalOf(part.reading), whole) &&
      (at === 0 || (isListed(part.reading) && isAlike(context, group, part.reading))),
  );
  // 新制定1件,修订2件: without a word that says so, what is more is no part.
  if (larger.length > 0 && group.marker.kind === 'opposites' && !isOfAll(group.whole)) return [];
  if (larger.length > 0)
    return group.marker.kind === 'complete' && single
      ? []
      : [...larger.map((part) => exceeds(context, group, part.reading)), ...exceedTogether(group)];
  return single ? [] : sumFinding(context, group, whole);
}

/** 其中1人两项都有,受到表彰的网格员7人: behind a comma a longer clause may say something new. */
function isListed({ phrase, label }: Reading): boolean {
  return !/^\s*[,;]/.test(phrase) || label.replace(/[\s,;]/g, '').length <= LONGEST_NAME;
}

/** 窗口12个,其中综合窗口7个,村级代办点14个: behind a comma only what is named like the others goes on with them. */
function isAlike(context: Context, { whole, parts, exhaustive }: Group, part: Reading): boolean {
  const before = part.figure.start - part.phrase.length;
  if (exhaustive || !/[,;]/.test(between(context, before - 1, before))) return true;
  const name = part.label.replace(/[\s,;、]/g, '');
  const [first] = parts;
  return (
    name.length < 3 ||
    areParallel(name, `${whole.phrase}${whole.figure.noun}`) ||
    (first !== undefined && areParallel(name, first.reading.label)) ||
    /^(?:其他|其它|其余)|(?:类|级|镇|村|片|队)$/.test(name)
  );
}

const LONGEST_NAME = 8;

/** 另有4件 is a rest where the others leave one, else it stands beside the total. */
function withoutAside(group: Group): Group {
  const last = group.parts.at(-1)?.reading;
  if (last === undefined || group.parts.length < 2 || !/另有?$/.test(last.phrase.trim())) return group;
  const parts = group.parts.slice(0, -1);
  const sum = total(parts.map((part) => times(intervalOf(part.reading), part.factor)));
  const whole = intervalOf(group.whole);
  const leavesOne = above(whole, sum);
  return leavesOne ? group : { ...group, parts, exhaustive: false };
}

function exceeds(context: Context, group: Group, part: Reading): Finding {
  const other = [...group.wholes.map(intervalOf), together(group)].some(
    (whole) => !above(intervalOf(part), whole),
  );
  const several =
    part.sentence !== group.whole.sentence &&
    group.parts.filter((each) => above(intervalOf(each.reading), intervalOf(group.whole))).length > 1;
  const sure = isExact(part) && isExact(group.whole) && group.marker.kind === 'of-which';
  const message = `${nameOf(part)}${part.figure.text},大于它所在的总数${group.whole.figure.text}`;
  return finding(
    'part-exceeds-whole',
    other ||
      several ||
      (isFar(intervalOf(part), intervalOf(group.whole)) && !(group.exhaustive && stands(context, group)))
      ? 'confirm'
      : sure
        ? 'certain'
        : 'likely',
    [part, group.whole],
    message,
  );
}

/** 来信23件、网上87件,其中初信109件、重信72件: more than both together. */
function exceedTogether(group: Group): Finding[] {
  const all = together(group);
  const readings = group.parts.map((part) => part.reading);
  const sum = total(group.parts.map((part) => times(intervalOf(part.reading), part.factor)));
  const fit = readings.every((part) => !above(intervalOf(part), all));
  if (group.siblings.length === 0 || readings.length < 2 || !fit || !above(sum, all) || overlap(readings))
    return [];
  const message = `分项相加${sumText(readings)}=${intervalText(sum, group.whole.figure.unit)},大于前面各项之和${intervalText(all, group.whole.figure.unit)}`;
  return [finding('sum-mismatch', 'likely', [group.whole, ...group.siblings, ...readings], message)];
}

function together({ whole, siblings }: Group): Interval {
  return total([whole, ...siblings].map(intervalOf));
}

function sumFinding(context: Context, group: Group, whole: Interval): Finding[] {
  const intervals = group.parts.map((part) => times(intervalOf(part.reading), part.factor));
  const sum = total(intervals);
  const wrong = group.exhaustive ? !intersects(sum, whole) : above(sum, whole);
  if (
    !wrong ||
    (group.loose && somePrefixFits(intervals, whole)) ||
    isSetApart(context, group, intervals, whole)
  )
    return [];
  if (!group.exhaustive && haveShares(context, group)) return [];
  // 已审结6件,分别为4件、2件,剩余1件: the rest is that of an earlier total.
  const last = group.parts.at(-1)?.reading;
  if (
    group.wholes.length > 1 &&
    /其余|剩余|余下/.test(last?.phrase ?? '') &&
    intersects(total(intervals.slice(0, -1)), whole)
  )
    return [];
  if (
    [...group.wholes.map(intervalOf), together(group)].some((other) =>
      group.exhaustive ? intersects(sum, other) : !above(sum, other),
    )
  )
    return [];
  const readings = group.parts.map((part) => part.reading);
  if (
    !group.exhaustive &&
    (mayBeTwice(context, readings) || overlap(readings) || mayNest(context, group.whole, readings))
  )
    return [];
  const exact = readings.every(isExact) && isExact(group.whole);
  const plainParts = group.parts.every((part) => part.factor === 1);
  const sure = exact && plainParts && group.exhaustive && group.marker.kind !== 'bracket';
  const far = isFar(sum, whole) && !(sure && stands(context, group));
  const grade = far ? 'confirm' : sure ? 'certain' : 'likely';
  const unit = group.whole.figure.unit;
  const terms = plainParts
    ? sumText(readings)
    : group.parts
        .map((part) => `${part.reading.figure.text}${part.factor > 1 ? `×${part.factor}` : ''}`)
        .join('+');
  const relation = group.exhaustive
    ? `与合计${group.whole.figure.text}不符`
    : `大于总数${group.whole.figure.text}`;
  // 三处阵地:广场1处、长廊1处…: ones are a list of what there is.
  const ones =
    group.parts.length > 1 && readings.every((r) => r.figure.value === 1) && group.marker.kind === 'colon';
  return [
    finding(
      ones ? 'count-mismatch' : 'sum-mismatch',
      grade,
      [group.whole, ...readings],
      `分项相加${terms}=${intervalText(sum, unit)},${relation}`,
    ),
  ];
}

/** 活动15场,分别为甲3场、乙4场: the list stands right behind its total, and nothing parts it. */
function stands(context: Context, { whole, parts, marker }: Group): boolean {
  const joined = parts.slice(1).every(({ reading }) => reading.phrase.trim().startsWith('、'));
  return joined && /^[,:]?$/.test(between(context, whole.figure.end, marker.start).trim());
}

/** 其中必接必送4人全部落实,帮扶就业9人、…: the first is told of by itself, and the others make the total. */
function isSetApart(
  context: Context,
  { parts }: Group,
  intervals: readonly Interval[],
  whole: Interval,
): boolean {
  const [first, second] = parts.map(({ reading }) => reading);
  if (first === undefined || second === undefined || parts.length < 3) return false;
  const gap = between(context, first.figure.end, second.figure.start);
  return /^[^,;、]{2,},/.test(gap) && intersects(total(intervals.slice(1)), whole);
}

/** 当场化解41件,占近五成,村级调解69件,占约八成: each with a share of its own is of the whole by itself. */
function haveShares(context: Context, { parts }: Group): boolean {
  return parts.every(({ reading }) => {
    const next = context.document.readings[reading.index + 1];
    return next !== undefined && /^(?:%|分数)$/.test(next.figure.unit) && /^[,、(\s]*占/.test(next.phrase);
  });
}

const DEGREE = /博士|硕士|研究生|本科|大专|专科|高中|中专|初中/;

/** Party members, women, graduates: categories that share people; men and women do not. */
function overlap(parts: readonly Reading[]): boolean {
  const degrees = new Set(parts.map(({ label }) => DEGREE.exec(label)?.[0]));
  if (
    degrees.size === parts.length &&
    parts.every(({ label }) => DEGREE.test(label)) &&
    !parts.some(({ label }) => label.includes('以'))
  )
    return false;
  const labels = parts.map((part) => part.label).join('|');
  return OVERLAPPING.test(parts.length === 2 && labels.includes('男') ? labels.replaceAll('女', '') : labels);
}

/** 通过网站公开286条,通过公众号公开310条; 部分两个渠道同时…, 有3人兼…: one may be counted twice. */
function mayBeTwice(context: Context, parts: readonly Reading[]): boolean {
  const means = parts.filter(({ label }) => /^[\s,、]*(?:其中)?(?:通过|利用|借助|运用|经由)/.test(label));
  const [first] = parts;
  const told = first === undefined ? '' : sentenceText(context, first.sentence);
  return means.length > 1 || TWICE.test(told);
}

/** Steps of one matter: what was heard was heard of what was brought. */
const STEP =
  /开庭|出庭|审结|结案|办结|化解|整改|立案|处罚|移送|采纳|答复|履行|确认|参加|合格|通过|取得|持有|达成|签订|完成|落实|反馈|获评|被评/;

/** 案件7宗,其中开庭5宗,负责人出庭4宗: one may hold the other, where the names are none of one kind. */
function mayNest(context: Context, whole: Reading, parts: readonly Reading[]): boolean {
  const names = parts.map(({ label }) => label.replace(/[\s,、;:]+|其中|[的有为约共占是达]+$/g, ''));
  if (new Set(names.flatMap((name) => STEP.exec(name) ?? [])).size > 1) return true;
  if (names.slice(1).some((name) => /^(?:已|均|全部|实际|最终)/.test(name))) return true;
  const alike = (end: (name: string) => string): boolean => new Set(names.map(end)).size < names.length;
  if (alike((name) => name.slice(-1)) || alike((name) => name.slice(0, 1))) return false;
  const steps = names.slice(1).some((name) => STEP.test(name));
  const pairs = parts
    .slice(1)
    .map((part, at) => between(context, parts[at]?.figure.end ?? 0, part.figure.start));
  return steps || (parts.length === 2 && !comesNear(parts, whole) && pairs.some((gap) => gap.includes(',')));
}

/** A list may end before the last number that looks like a part. */
function somePrefixFits(intervals: readonly Interval[], whole: Interval): boolean {
  for (let length = 2; length < intervals.length; length++) {
    if (intersects(total(intervals.slice(0, length)), whole)) return true;
  }
  return false;
}

export function intervalText(sum: Interval, unit: string): string {
  if (sum.low !== null && sum.low === sum.high) return `${plain(sum.low)}${unit}`;
  if (sum.high === null) return `至少${plain(sum.low ?? 0)}${unit}`;
  return `${plain(sum.low ?? 0)}至${plain(sum.high)}${unit}`;
}

const TOTAL_BEHIND =
  /^[^,。;、\d]{0,10}[,;]?(?:以上|全年|年内|全[镇乡街]道?|[镇乡]村)*(?:各项|[两三四五六七八九十]{1,2}[项类者])?(?:合计|总计|共计|总共|总数|总量|总人数|(?:共|累计)(?:评查|检查|抽查|受理|办理|接待|开展|组织|举办|召开|收到|审查|排查|发放|培训|公开|走访)?)(?:为|达|达到|有)?$/;

/** 部署会2次、推进会3次,共计6次: the total stands behind its parts. */
function trailingTotals(context: Context, readings: readonly Reading[]): Finding[] {
  return readings.flatMap((whole, position) => {
    const parts = partsBefore(context, readings, position);
    if (parts.length < (/各[类种]/.test(whole.phrase) ? 3 : 2)) return [];
    if (parts.some((part) => part.plan !== whole.plan) || holdsOutcome(parts) || isOutcomeOf(whole, parts))
      return [];
    const intervals = amountsOf(parts);
    if (intersects(total(intervals), intervalOf(whole)) || someSuffixFits(intervals, intervalOf(whole)))
      return [];
    if (reachesFurther(readings, parts, whole)) return [];
    const named = /[合总]计|共计|总数/.test(whole.phrase);
    const sure = parts.every(isExact) && isExact(whole) && named;
    // 部署会3次、推进会6次,共计16次: nothing else can be meant.
    const plainly = sure && parts.slice(1).every(({ phrase }) => phrase.trim().startsWith('、'));
    const far = !plainly && isFar(total(intervals), intervalOf(whole));
    const grade = far ? 'confirm' : sure ? 'certain' : 'likely';
    const sum = intervalText(total(intervals), whole.figure.unit);
    const message = `分项相加${sumText(parts)}=${sum},与合计${whole.figure.text}不符`;
    return [finding('sum-mismatch', grade, [whole, ...parts], message)];
  });
}

/** The list may begin before its first part that was recognised as one. */
function reachesFurther(readings: readonly Reading[], parts: readonly Reading[], whole: Reading): boolean {
  const [first] = parts;
  let sum = total(amountsOf(parts));
  const before = readings.filter((r) => first !== undefined && r.index < first.index && sameFamily(r, whole));
  return before.toReversed().some((r) => {
    sum = total([sum, intervalOf(r)]);
    return intersects(sum, intervalOf(whole));
  });
}

/** 调解65件,成功61件: the second is of the first and never added to it. */
function holdsOutcome(parts: readonly Reading[]): boolean {
  const outcome = (part: Reading | undefined): boolean =>
    part !== undefined && OUTCOME_ALONE.test(part.label.replace(/[\s,、;:]/g, ''));
  return !outcome(parts[0]) && parts.slice(1).some(outcome);
}

const OUTCOME_ALONE =
  /^(?:已|均|共|其中)?(?:成功|化解|办结|结案|审结|整改|完成|答复|采纳|调解成功|成功化解|成功调解|调处成功|销号)(?:了|到位|完毕)?$/;

/** The list that a total closes. */
function partsBefore(context: Context, readings: readonly Reading[], position: number): readonly Reading[] {
  const whole = readings[position];
  if (position === 0 && whole !== undefined && LOOKS_BACK.test(whole.phrase.trim()))
    return listBefore(context, whole);
  const last =
    readings[position - 1] === undefined ? -1 : position - (isCloser(readings[position - 1]) ? 2 : 1);
  const previous = readings[last];
  if (whole === undefined || previous === undefined || !sameFamily(previous, whole)) return [];
  const year = [partsOfYear(readings, position), yearsBefore(readings, position)].find(
    (each) => each.length > 0,
  );
  if (year !== undefined) return year;
  const gap = context.document.text.slice(previous.figure.end, whole.figure.start);
  // Two quarters do not make the year.
  if (/全年/.test(whole.phrase) && PART_OF_YEAR.test(previous.phrase)) return [];
  return TOTAL_BEHIND.test(gap) && !whole.nounRight
    ? listEndingAt(context, readings, whole, last, /(?:合计|总计|共计|共[\u4e00-\u9fff]{2})/.test(gap))
    : [];
}

/** 以上各类诉求总数达77件: a sentence of its own for the total. */
const LOOKS_BACK =
  /^(?:以上|上述|前述|[两三四五六七八九十]{1,2}(?:项|类|者|方面|部分)|各[项类]|几项)[^,;。]{0,16}?(?:合计|总计|共计|总共|总数|总量|共|累计)(?:为|达到?|有)?$|^(?:合计|总计|共计)[^,;。、]{0,10}$/;

/** The whole sentence before, where it is one list. */
function listBefore(context: Context, whole: Reading): readonly Reading[] {
  const earlier = previousReadings(context, whole.sentence);
  const parts = listEndingAt(context, earlier, whole, earlier.length - 1, true);
  const [last] = parts.slice(-1);
  return parts.length === earlier.length && last !== undefined && sameFamily(last, whole) ? parts : [];
}

/** 两项合计: how many parts there are. */
function isCloser(reading: Reading | undefined): boolean {
  return (
    reading !== undefined &&
    /^[两三四五六七八九十\d]{1,2}[项类者个]/.test(reading.figure.text) &&
    /^(?:合计|总计|共计|共|累计)/.test(reading.after)
  );
}

const MOST_OF_YEAR = 12;

/** 上半年12次,下半年15次,全年共27次: quarters and halves, whatever stands between them. */
function partsOfYear(readings: readonly Reading[], position: number): readonly Reading[] {
  const whole = readings[position];
  if (whole === undefined || !/全年|合计|总计|累计|共/.test(whole.phrase) || PART_OF_YEAR.test(whole.phrase))
    return [];
  const parts: Reading[] = [];
  for (let i = position - 1; i >= 0 && parts.length < 4; i--) {
    const part = readings[i];
    // 一季度评查30卷,不合格3卷;二季度…: other counts may stand between.
    if (part === undefined || position - i > MOST_OF_YEAR) break;
    // 上半年71件,下半年58件,全年129件;上半年化解66件…: a total of the year closes what it adds up.
    if (sameFamily(part, whole) && /全年/.test(part.phrase)) break;
    if (sameFamily(part, whole) && PART_OF_YEAR.test(part.phrase)) parts.unshift(part);
  }
  return coversYear(parts.map((part) => part.phrase)) ? parts : [];
}

/** 2022年214件,2023年178件,2024年139件,三年累计531件: as many years as are said. */
function yearsBefore(readings: readonly Reading[], position: number): readonly Reading[] {
  const whole = readings[position];
  const said = /([两三四五六])年(?:来|间)?(?:累计|合计|共计|总计|共)(?:为|达|有)?$/.exec(
    whole?.phrase ?? '',
  )?.[1];
  if (whole === undefined || said === undefined) return [];
  const years = readings
    .slice(Math.max(0, position - MOST_OF_YEAR), position)
    .filter((r) => sameFamily(r, whole) && /^[\s,、;:]*(?:[^,。;\d]{0,8})20\d\d年/.test(r.phrase));
  return years.length === ' 一两三四五六'.indexOf(said) ? years : [];
}

const PART_OF_YEAR = /季度|[上下]半年|(?:1月?[—\-~至到]6|7月?[—\-~至到]12)月/;

function someSuffixFits(intervals: readonly Interval[], whole: Interval): boolean {
  for (let from = 1; from < intervals.length - 1; from++) {
    if (intersects(total(intervals.slice(from)), whole)) return true;
  }
  return false;
}

/** Parts joined by 、, or by commas where each names the same thing (司法所调解18件,派出所调解22件) or 合计 closes them. */
function listEndingAt(
  context: Context,
  readings: readonly Reading[],
  whole: Reading,
  last: number,
  closed: boolean,
): Reading[] {
  const parts: Reading[] = [];
  for (let i = last; i >= 0; i--) {
    const reading = readings[i];
    const later = parts[0];
    if (reading === undefined) break;
    // 镇级1支30人,村级11支165人: the teams stand between their people.
    if (later?.phrase.trim() === '' && reading.index === later.index - 1 && !sameFamily(reading, later))
      continue;
    if (later !== undefined) {
      const gap = context.document.text.slice(reading.figure.end, later.figure.start);
      if (reading.figure.unit !== later.figure.unit || /[。:;]/.test(gap)) break;
      const joined = !gap.includes(',') && /^[^:]{0,10}[、和及与]/.test(gap);
      const alike = closed || areParallel(reading.label, later.label);
      if (!joined && !(/^[^,、]{0,10},/.test(gap) && alike)) break;
    }
    parts.unshift(reading);
  }
  // 来访30批62人次,来信12件,网上20件,合计62件: counts of another unit may belong to the total.
  const first = parts[0];
  const before = first === undefined ? undefined : readings.find((r) => r.index === first.index - 1);
  const gap =
    before === undefined ? ';' : context.document.text.slice(before.figure.end, first?.figure.start);
  return closed &&
    !/[;:]/.test(gap) &&
    !areAllParallel(parts) &&
    !(parts.length > 2 && comesNear(parts, whole))
    ? []
    : parts;
}

function areAllParallel(parts: readonly Reading[]): boolean {
  return parts.every((part, index) => {
    const next = parts[index + 1];
    return (
      next === undefined || /^[、和及与]/.test(next.phrase.trim()) || areParallel(part.label, next.label)
    );
  });
}

const COMMON =
  /^(?:开展|组织|举办|召开|进行|全年|全镇|全乡|累计|我镇|我乡|年内|其中|镇级|行政|法治|法律|工作|人员|次数)$/;

/** Two labels that share a word which is not one of all work. */
function areParallel(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length && i < 40; i++) {
    const word = a.slice(i, i + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(word) && !COMMON.test(word) && b.includes(word)) return true;
  }
  return false;
}

/** Shares of one whole add up to no more than 100 %. */
function shares(context: Context, readings: readonly Reading[]): Finding[] {
  const parts = readings.filter((reading) => reading.figure.unit === '%' && isShare(reading));
  const answers = parts.filter((part) => ANSWER.test(part.phrase));
  if (parts.length < 2 || parts.some((part) => part.plan) || mayOverlap(context, parts)) return [];
  if (sameAnswers(parts)) return [];
  if (answers.length > 0 && !answers.some((part) => MIDDLING.test(part.phrase))) return [];
  const sum = total(parts.map(intervalOf));
  const slack = 0.05 + 0.5 * parts.length * 10 ** -Math.min(...parts.map((part) => part.decimals));
  const closed = parts.some((part) => /其他|其它|其余/.test(part.phrase)) && parts.every(isExact);
  const over = sum.low !== null && sum.low > 100 + slack;
  const under = closed && sum.high !== null && sum.high < 100 - slack;
  if ((!over && !under) || repeats(parts) || someRunIsWhole(parts)) return [];
  if (overlap(readings) && !rangesOfAge(parts)) return [];
  const message = `各项占比相加${sumText(parts)}=${intervalText(sum, '%')},${over ? '超过' : '不足'}100%`;
  return [finding('sum-mismatch', over && parts.every(isExact) ? 'likely' : 'confirm', parts, message)];
}

/** 征地60%、工伤40%;…街道主要负责人占66.7%: a run of them is one whole, so that the others are of another. */
function someRunIsWhole(parts: readonly Reading[]): boolean {
  const is = (sum: Interval): boolean => intersects(sum, { low: 99.8, high: 100.2 });
  return parts.some((_, from) =>
    parts.slice(from + 1).some((__, length) => {
      const run = parts.slice(from, from + length + 2);
      return run.length < parts.length && is(total(run.map(intervalOf)));
    }),
  );
}

/** 对环境满意的占91%,对治安满意的占96%: one answer to several questions. */
function sameAnswers(parts: readonly Reading[]): boolean {
  return parts.filter((part) => /对[^,]{2,14}的占/.test(part.phrase)).length > 1;
}

const TWICE =
  /多选|不定项|可重复|重复计|重复统计|交叉|重叠|重合|兼[有具任]|同时(?:具备|具有|属于?|公开|发布|涉及|计入)|多个类别|[两多]个类别|均计入|既[^,。;]{1,16}又/;

/** 可多选, 同时: one may be counted twice. */
function mayOverlap(context: Context, parts: readonly Reading[]): boolean {
  const [first] = parts;
  if (first === undefined) return false;
  const told =
    sentenceText(context, first.sentence) +
    (first.sentence > 0 ? sentenceText(context, first.sentence - 1) : '');
  return TWICE.test(told);
}

/** 30岁以下…,30至50岁…,50岁以上…: bands that leave no gap. */
function rangesOfAge(parts: readonly Reading[]): boolean {
  return parts.some((part) => /以下/.test(part.phrase)) && parts.some((part) => /以上/.test(part.phrase));
}

const ANSWER =
  /^[\s,、]*(?:非常满意|比较满意|基本满意|满意|一般|不满意|非常了解|基本了解|不了解)(?:的)?(?:占|为)?$/;
const MIDDLING = /基本|一般|不满意|不了解|比较/;

function isShare(reading: Reading): boolean {
  if (ANSWER.test(reading.phrase) || /(?:剩下|其余|余下|剩余)的?(?:占|为)?$/.test(reading.phrase))
    return true;
  return /(?:占比?|比重|比例|占总[^,]{0,8}|占全[^,]{0,8})(?:的|为|达|约|是|近)?$/.test(reading.phrase);
}

/** Two wholes in one sentence: each would start again at its own total. */
function repeats(parts: readonly Reading[]): boolean {
  return (
    new Set(parts.map((part) => part.label)).size < parts.length &&
    parts.some((part) => part.label.length > 4)
  );
}
