import {
  between,
  isOfYearBefore,
  paragraphBefore,
  previousReadings,
  sameFamily,
  sentenceStart,
  sentenceText,
  type Context,
} from './context.ts';
import { comesNear, splitsOf, type Split } from './complements.ts';
import { intervalOf } from './figures.ts';
import { stripLeadIn } from './nouns.ts';
import { times, type Interval } from './intervals.ts';
import type { Reading } from './types.ts';

/** A total and the parts that the text lists under it. */
export interface Group {
  readonly whole: Reading;
  readonly parts: readonly Part[];
  /** Every earlier figure of the sentence that could be the total, the nearest last. */
  readonly wholes: readonly Reading[];
  /** Commas separate the parts, and no 其他 closes them: the list may end before its last part. */
  readonly loose: boolean;
  /** Counts listed with the nearest total, which 其中 may mean all together: 宣传20场、讲座8场,其中进村12场. */
  readonly siblings: readonly Reading[];
  /** The text claims that the parts are all there are. */
  readonly exhaustive: boolean;
  readonly marker: Marker;
}

export interface Part {
  readonly reading: Reading;
  /** A、B各3件 stands for two threes. */
  readonly factor: number;
}

export type MarkerKind = 'complete' | 'of-which' | 'among' | 'colon' | 'bracket' | 'opposites';

interface Marker {
  readonly kind: MarkerKind;
  readonly start: number;
  readonly end: number;
  /** The total, where the marker stands right behind it. */
  readonly of?: Reading;
}

const COMPLETE =
  /分别为|分别是|分别有|分别占|各占|分别(?!增|下|减|比|较|提|上|同|由|从|于|在)[\u4e00-\u9fff]{2}(?=\d)|分为|分成|划分为|具体为|构成(?:为|是)[:]?|(?<=[,:(—])即(?![可日时将使便刻以])[:]?|由(?=(?:[^,。;]|,(?=\d{3}(?!\d))){1,120}(?:组成|构成))|(?:按|依|从)[^,。;\d]{1,12}(?:分|划分|统计|看|区分|分析)(?=[,:])/g;
const OF_WHICH =
  /其中|包括(?!在)|包含(?![在于])|涵盖|(?<=^|[,。;])[\u4e00-\u9fff]{2,8}(?:当中|之中|(?<![其集查考评核作动程调练理法训督治])中)(?=,)/g;
/** 这里头党员就有12名: said of some, with no list behind it. */
const AMONG = /(?<=[,;。])(?:[这当]里[头面]?|当中|里[头面])(?=[^,。;\d]{1,12}\d)/g;
/** 队员24人中,研究生1人…; 9个问题中涉及程序的4个…. */
const AMONG_THEM =
  /^[^,。;、:(\d]{0,6}(?<![其集年])中(?![心小学队层央型国共高专])(?=,?[^,。;、:\d]{1,14}\d+(?:个|件|人|名|条|处|项|起|家|户|份|宗|次|卷|支))/;
const REMAINDER = /^[\s,、;和及与以]*(?:以及)?[依按属因涉为]?(?:其他|其它|其余|剩余|余下|别的|另有?(?=\d|$))/;
/** Outcomes and new statements: what follows is no part of the list. */
const OUTCOME =
  /表示|满意|化解|办结|结案|整改|完成|成功|答复|销号|采纳|(?<!公)共(?!同)|全部|累计|合计|总计|全年|[今本]年|全[镇乡县区村]|全街道|实[为有]|现有|净|年[末底初]|同比|上年|去年|同期|增长|增加|减少|下降|另有|另外|此外|平均|(?<![\d个名])[人月日周年户村场]均(?![已由为按在])|每|^[\s,、;]*(?:涉及|罚款|开展|召开|举办|组织|参加|覆盖|培训|发放|接待)/;
/** 前三位分别是…: the first of them, and there are more. */
const FOREMOST = /前[两三四五六七八九十\d]+(?:位|名|类|项)?|居前|排名|靠前|较多的|最多的/;
/** 198件居前, 87件合占近六成: the largest of them, and no more. */
const SALIENT =
  /^[^。;\d]{0,16}(?:居前|居多|靠前|领先|突出|较多|最多|偏多|偏高|较高|集中|前[两三四五]|排前|为主|多发|高发|占大头|占比[较最]|主要|合计?占|共占|[两三四五六]者|[两三四五六]类|[两三四五六]项)/;
const LONGEST_LABEL = 40;

/** Several relations ask for the listings of one sentence. */
const FOUND = new WeakMap<Context, Map<number, readonly Group[]>>();

/** Every listing of a sentence. */
export function groupsOf(context: Context, sentence: number): readonly Group[] {
  const known = FOUND.get(context) ?? new Map<number, readonly Group[]>();
  FOUND.set(context, known);
  const groups = known.get(sentence) ?? findGroups(context, sentence);
  known.set(sentence, groups);
  return groups;
}

/** The total of the listing that a reading is a part of. */
export function listedUnder(context: Context, reading: Reading): Reading | undefined {
  return groupsOf(context, reading.sentence).find(({ parts }) =>
    parts.some((part) => part.reading.index === reading.index),
  )?.whole;
}

function findGroups(context: Context, sentence: number): Group[] {
  const readings = context.bySentence.get(sentence) ?? [];
  if (readings.length === 0) return [];
  const groups: Group[] = [];
  for (const marker of markersOf(context, sentence, readings)) {
    const group = groupAt(context, sentence, readings, marker, groups.at(-1));
    if (group !== null) groups.push(group, ...attachedTo(readings, group));
  }
  for (const split of splitsOf(context, readings)) {
    if (!groups.some(({ parts }) => parts.some((part) => part.reading === split.parts[0])))
      groups.push(unmarked(split, siblingsOf(context, readings, split.whole, true)));
  }
  return groups;
}

/** 培训8期440人次,其中甲3期90人次、乙5期350人次: a second measure that goes along with the first. */
function attachedTo(readings: readonly Reading[], group: Group): Group[] {
  const beside = (r: Reading): Reading | undefined =>
    readings.find((each) => each.index === r.index + 1 && each.phrase.trim() === '');
  const whole = beside(group.whole);
  const parts = group.parts.map(({ reading, factor }) => ({ reading: beside(reading), factor }));
  if (whole === undefined || sameFamily(whole, group.whole)) return [];
  const found = parts.flatMap(({ reading, factor }) =>
    reading !== undefined && sameFamily(reading, whole) ? [{ reading, factor }] : [],
  );
  return found.length === parts.length
    ? [{ ...group, whole, wholes: [whole], siblings: [], parts: found }]
    : [];
}

function unmarked({ whole, parts, exhaustive }: Split, siblings: readonly Reading[]): Group {
  const place = { start: whole.figure.end, end: whole.figure.end };
  return {
    whole,
    wholes: [whole],
    siblings,
    parts: parts.map((reading) => ({ reading, factor: 1 })),
    exhaustive: exhaustive || coversYear(parts.map((part) => part.phrase)),
    loose: false,
    marker: { kind: 'opposites', ...place },
  };
}

function markersOf(context: Context, sentence: number, readings: readonly Reading[]): Marker[] {
  const text = sentenceText(context, sentence);
  const offset = sentenceStart(context, sentence);
  const found: Marker[] = [];
  const collect = (pattern: RegExp, kind: MarkerKind): void => {
    for (const match of text.matchAll(pattern)) {
      found.push({ kind, start: offset + match.index, end: offset + match.index + match[0].length });
    }
  };
  collect(COMPLETE, 'complete');
  collect(OF_WHICH, 'of-which');
  collect(AMONG, 'among');
  for (const reading of readings) {
    const among = AMONG_THEM.exec(between(context, reading.figure.end, reading.figure.end + 20));
    if (among !== null) {
      const end = reading.figure.end + among[0].length;
      found.push({ kind: 'of-which', start: end - 1, end, of: reading });
    }
    const tail = between(context, reading.figure.end, reading.figure.end + 14);
    const sign = /^[^,。;、:(\d]{0,12}([:(])/.exec(tail);
    if (sign === null || /备注|注释|说明|口径/.test(sign[0])) continue;
    const at = reading.figure.end + sign[0].length - 1;
    found.push({ kind: /[(]/.test(sign[1] ?? '') ? 'bracket' : 'colon', start: at, end: at + 1 });
  }
  return found.sort((a, b) => a.start - b.start);
}

function groupAt(
  context: Context,
  sentence: number,
  readings: readonly Reading[],
  marker: Marker,
  previous: Group | undefined,
): Group | null {
  const at = readings.findIndex((reading) => reading.figure.start >= marker.end);
  const first = readings[at];
  if (first === undefined) return null;
  const lead = between(context, marker.end, first.figure.start);
  if (lead.length > LONGEST_LABEL * 2 || /其中|分别为|分别是|包括/.test(lead)) return null;
  // 37件(全部化解),全年272件: nothing is listed in the brackets.
  if (marker.kind === 'bracket' && lead.includes(')')) return null;
  const whole =
    marker.of ??
    sharedWhole(context, marker, first, previous) ??
    wholeOf(context, sentence, readings, marker, first);
  if (marker.of !== undefined && !sameFamily(marker.of, first)) return null;
  // 按主要身份统计,合计34件: a total is no part.
  if (/(?:[合总共]计|总数|总量|共有?)(?:为|达到?|有)?$/.test(first.phrase.trim())) return null;
  // 清理38件:拟保留19件、…: what is meant to be done with what was counted.
  const meantFor = /^[\s,、:]*拟/.test(first.phrase);
  if (whole === null || (whole.plan !== first.plan && !meantFor)) return null;
  const parts = partsFrom(context, readings, at, marker).slice(0, marker.kind === 'among' ? 1 : undefined);
  if (parts.length === 0) return null;
  // 两个法庭分别覆盖11个村和8个村: as many lists as there are owners, each of its own.
  if (marker.kind === 'complete' && parts.length > 1 && whole.figure.value === parts.length) return null;
  const last = parts.at(-1)?.reading ?? first;
  const tail = between(context, last.figure.end, last.figure.end + 8);
  const open =
    /^[^,。;、\d]{0,6}等/.test(tail) ||
    /(?<![一二三四特])等[^,。;、]{0,6}$/.test(last.label) ||
    SALIENT.test(between(context, last.figure.end, last.figure.end + 24)) ||
    FOREMOST.test(between(context, marker.start - 12, marker.end) + lead);
  const closed =
    (REMAINDER.test(last.label) && !/另有?$/.test(last.label) && parts.length > 1) ||
    coversYear(parts.map((part) => part.reading.phrase));
  const wholes = [
    ...earlierWholes(context, readings, whole, first, marker),
    ...outcomesBeside(context, sentence, whole),
    ...furtherWholes(context, sentence, whole),
    whole,
  ];
  // 法律顾问16名(镇级2名、村级13名): a list in brackets that nearly makes its total is meant to make it.
  const aside = marker.kind === 'bracket' && !/含|其中|包括|如|主要|另/.test(lead);
  const meant =
    aside &&
    parts.length > 1 &&
    comesNear(
      parts.map((part) => part.reading),
      whole,
    );
  const exhaustive = !open && (closed || meant || isComplete(context, marker, lead));
  // 部门11个,窗口16个,其中综合窗口6个…: the parts name which of the two they are of.
  const name = stripLeadIn(whole.phrase).slice(-2);
  const named = name.length > 1 && parts.every(({ reading }) => reading.label.includes(name));
  const home = context.bySentence.get(whole.sentence) ?? readings;
  const siblings = [
    ...siblingsOf(context, home, whole, named),
    ...(whole.sentence === sentence ? [] : besideIt(context, home, whole)),
  ];
  return { whole, wholes, siblings, parts, exhaustive, marker, loose: !closed && hasComma(context, parts) };
}

/** Two splits of one total: 按程序分…;按领域分…: the second does not split the last part of the first. */
function sharedWhole(
  context: Context,
  marker: Marker,
  first: Reading,
  previous: Group | undefined,
): Reading | null {
  const last = previous?.parts.at(-1)?.reading;
  if (previous === undefined || last === undefined || last.figure.end > marker.start) return null;
  const again =
    /^[按依从]/.test(context.document.text[marker.start] ?? '') ||
    /[;]/.test(between(context, last.figure.end, marker.start));
  return again && sameFamily(previous.whole, first) && last.index === first.index - 1 ? previous.whole : null;
}

/** Results of an intake: 受理45件,办结43件,其中… may split either. */
const RESULT = /化解|办结|结案|审结|整改|完成|成功|答复|销号|采纳|调处|处置|处理/;

/** Other totals that the list may stand under: those that the nearest is an outcome of, or that stand behind a rate. */
function earlierWholes(
  context: Context,
  readings: readonly Reading[],
  whole: Reading,
  first: Reading,
  marker: Marker,
): Reading[] {
  const earlier = readings.filter(
    (r) => r.index < whole.index && sameFamily(r, first) && r.depth <= first.depth && !isAside(r),
  );
  const adjacent = /^[^,。;:(\d]{0,16}[,(:;]?$/.test(between(context, whole.figure.end, marker.start));
  return adjacent && !RESULT.test(whole.phrase) ? [] : earlier;
}

/** 排查352件,化解343件;按类型看…。从层级看,…: of a sentence before, any count that is no part of a list may be split. */
function outcomesBeside(context: Context, sentence: number, whole: Reading): readonly Reading[] {
  if (whole.sentence === sentence) return [];
  return (context.bySentence.get(whole.sentence) ?? []).filter(
    (r) =>
      r !== whole &&
      sameFamily(r, whole) &&
      r.depth === 0 &&
      !isAside(r) &&
      listedUnder(context, r) === undefined,
  );
}

/** 调解87件…。村级69件…。从协议形式看,…: told of in a sentence of its own, a list may be of any count a little further back. */
function furtherWholes(context: Context, sentence: number, whole: Reading): readonly Reading[] {
  if (whole.sentence === sentence) return [];
  return paragraphBefore(context, sentence, MOST_FURTHER).filter(
    (r) => r.sentence !== whole.sentence && sameFamily(r, whole) && r.depth === 0 && !r.plan && !isAside(r),
  );
}

const MOST_FURTHER = 16;

function isThings({ figure }: Reading): boolean {
  return !/^(?:%|分数|倍|个百分点|元)$/.test(figure.unit);
}

function siblingsOf(
  context: Context,
  readings: readonly Reading[],
  whole: Reading,
  named: boolean,
): Reading[] {
  const siblings: Reading[] = [];
  for (let last = whole; ;) {
    const before = readings.find((r) => r.index === last.index - 1);
    if (before === undefined || before.depth !== whole.depth || !isThings(before)) return siblings;
    const gap = between(context, before.figure.end, last.figure.start);
    // 来访30批75人次: the second measure bears no name.
    const counted =
      (before.phrase.trim() === '' && readings.find((r) => r.index === before.index - 1)) || before;
    const joined = /^[^,。;:]{0,12}[、和及与][^,。;:]{0,20}$/.test(gap);
    // 来信23件、来访61批148人次、网上87件: other units may belong to the total.
    const listed =
      !named &&
      (sameFamily(before, whole) ||
        stripLeadIn(counted.phrase).slice(-1) === stripLeadIn(whole.phrase).slice(-1)) &&
      /^,[^,。;:、\d]{1,4}$/.test(gap) &&
      !RESULT.test(whole.phrase);
    if (!joined && !listed) return siblings;
    const measured =
      before.phrase.trim() === '' ? readings.find((r) => r.index === before.index - 1) : undefined;
    last = measured ?? before;
    siblings.push(last);
  }
}

/** 建议16件、提案7件。…其中已解决18件: those that stand in one row with it, behind it. */
function besideIt(context: Context, readings: readonly Reading[], whole: Reading): Reading[] {
  const row: Reading[] = [];
  let last = whole;
  for (const next of readings.filter((r) => r.index > whole.index)) {
    const gap = between(context, last.figure.end, next.figure.start);
    if (
      !sameFamily(next, whole) ||
      next.depth !== whole.depth ||
      !/^[^,。;:]{0,8}[、和及与][^,。;:]{0,16}$/.test(gap)
    )
      break;
    row.push(next);
    last = next;
  }
  return row;
}

/** Four quarters or two halves leave nothing out. */
export function coversYear(labels: readonly string[]): boolean {
  const named = (words: RegExp): number => new Set(labels.flatMap((label) => label.match(words) ?? [])).size;
  return (
    named(/[一二三四1-4](?=季度)/) === 4 ||
    named(/[上下](?=半年)/) === 2 ||
    named(/1月?[—\-~至到]6月|7月?[—\-~至到]12月/) === 2
  );
}

function hasComma(context: Context, parts: readonly Part[]): boolean {
  return parts.some(({ reading }, index) => {
    const next = parts[index + 1]?.reading;
    return (
      next !== undefined && /[,;]/.test(outermost(between(context, reading.figure.end, next.figure.start)))
    );
  });
}

/** 即 and 分别为 promise all; a colon does so only without 其中 and 主要. */
function isComplete(context: Context, marker: Marker, lead: string): boolean {
  if (/主要|重点|例如|比如|如下/.test(lead)) return false;
  if (marker.kind === 'complete')
    return !/(?:其中|主要)$/.test(between(context, marker.start - 3, marker.start));
  return marker.kind === 'colon' && !/其中|主要|如下/.test(between(context, marker.start - 6, marker.start));
}

/** The nearest earlier quantity of the same family at the same or an outer level. */
function wholeOf(
  context: Context,
  sentence: number,
  readings: readonly Reading[],
  marker: Marker,
  first: Reading,
): Reading | null {
  const earlier = readings.filter((reading) => reading.figure.end <= marker.start);
  const inside = earlier.findLast(
    (reading) => sameFamily(reading, first) && reading.depth <= first.depth && !isAside(reading),
  );
  const close = marker.kind === 'colon' || marker.kind === 'bracket';
  if (inside !== undefined) {
    const limit = close ? 14 : 80;
    return marker.start - inside.figure.end <= limit ? inside : null;
  }
  if (close || marker.start - sentenceStart(context, sentence) > 12) return null;
  // 按程序分…。按领域分…: both split what the sentence before them counted.
  const shared = previousReadings(context, sentence).length === 0 ? [] : groupsOf(context, sentence - 1);
  const outer = shared.find(({ whole }) => whole.sentence < sentence - 1)?.whole;
  if (outer !== undefined && sameFamily(outer, first)) return outer;
  const eligible = (r: Reading): boolean => sameFamily(r, first) && r.depth === 0 && !isAside(r);
  // 回收问卷中,…: the count that names it.
  const name = between(context, marker.start, marker.end).replace(/(?:当中|之中|中)$/, '');
  const named = previousReadings(context, sentence).findLast(
    (r) =>
      name.length > 2 &&
      eligible(r) &&
      (r.phrase.includes(name.slice(0, 2)) || r.phrase.includes(name.slice(-2))),
  );
  if (named !== undefined) return named;
  const near = largest(previousReadings(context, sentence).filter(eligible));
  // 全年宣传64场。各站所轮流承办。其中,进校园12场…: what stands between counts something else.
  return near ?? largest(paragraphBefore(context, sentence, MOST_BETWEEN).filter(eligible));
}

/** So many figures may stand between a total and a list that names it no more. */
const MOST_BETWEEN = 6;

/** The total of a sentence is not smaller than what it lists. */
function largest(readings: readonly Reading[]): Reading | null {
  const value = (reading: Reading): number => reading.figure.value ?? reading.figure.low ?? 0;
  const [first, ...others] = readings;
  if (first === undefined) return null;
  return others.reduce((best, each) => (value(each) > value(best) ? each : best), first);
}

/** Last year's figure, an average or a rate is no total. */
function isAside(reading: Reading): boolean {
  // 分别为6.5万元、9.2万元: one of several in order.
  if (/^[、和及与]{1,2}$|分别(?:为|是|有|达)?$/.test(reading.phrase.trim())) return true;
  if (isOfYearBefore(reading)) return true;
  return /平均|(?<![\d个名])[人月日周年户村场]均(?![已由为按在])|每|增加|减少|新增|净增|净减/.test(
    reading.phrase,
  );
}

/** 、 binds closest, then the comma, then the semicolon. */
function rank(gap: string): number {
  if (/[;]/.test(gap)) return 3;
  if (/[,]/.test(gap)) return 2;
  return 1;
}

function partsFrom(context: Context, readings: readonly Reading[], at: number, marker: Marker): Part[] {
  const first = readings[at];
  if (first === undefined) return [];
  const parts: Part[] = [
    { reading: first, factor: factorOf(between(context, marker.end, first.figure.start)) },
  ];
  const outcomeFirst = OUTCOME.test(first.label.replace(/^[^,。;\d]{0,6}中[,]?(?=涉)/, ''));
  let level = 0;
  let last = first;
  for (const next of readings.slice(at + 1)) {
    const gap = between(context, last.figure.end, next.figure.start);
    if (next.depth > first.depth || (!sameFamily(next, first) && /占|比/.test(next.phrase))) continue;
    // 镇级1支30人,村级11支165人: the people of each team stand between.
    if (!sameFamily(next, first) && next.phrase.trim() === '') continue;
    // 外出失联6人已找到5人: no comma parts what came of the count before.
    if (/^(?:已|中有?|现|均|当场|经)[^,;、]*$/.test(gap)) continue;
    if (next.depth < first.depth || !sameFamily(next, first) || gap.length > LONGEST_LABEL * 2) break;
    const step = rank(outermost(gap));
    const remainder = REMAINDER.test(next.label) || REMAINDER.test(next.phrase);
    if (level === 0) level = step;
    if (step > level && !remainder) break;
    // 27名能够双语调解,占三分之二;专职8名: a new statement begins behind the semicolon.
    if (
      step === 3 &&
      parts.length === 1 &&
      (/,|^[^;]{2,};/.test(gap) || next.figure.unit !== first.figure.unit)
    )
      break;
    if (/其中|分别为|分别是|包括|[按从依][^,。;\d]{1,12}[分看][,:]/.test(gap)) break;
    // 其余张贴在路口,签订责任书…: the list was closed without a number.
    if (/(?:其余|余下|剩余)[^,;、\d]{2,}[,;]/.test(gap)) break;
    // 为规划总数40个的95%: what the share is of.
    if (/^的(?:\d|[一二三四五六七八九]成)/.test(between(context, next.figure.end, next.figure.end + 3)))
      break;
    if (/其[他它余]/.test(last.label) && parts.length > 1 && !remainder) break;
    // 24名代表中有16名; 从乡级5次来看; 本年度58名调解员参加培训: a statement of its own.
    if (
      AMONG_THEM.test(between(context, next.figure.end, next.figure.end + 20)) ||
      /^[^,。;]{0,4}(?:来看|来说|而言)/.test(next.after)
    )
      break;
    if (step === 3 && next.nounRight && parts.length === 1 && !first.nounRight && !remainder) break;
    // 资料7.2万元,活动5.4万元,培训2.4万元: what was paid for.
    const paid = next.figure.unit === '元' && /^[\s,、;]*(?:培训|发放|接待)/.test(next.label);
    if (!outcomeFirst && !remainder && !paid && OUTCOME.test(next.label)) break;
    parts.push({ reading: next, factor: factorOf(gap) });
    last = next;
  }
  return parts;
}

/** A gap without what stands in brackets. */
function outermost(gap: string): string {
  return gap.replace(/[(][^()]*[)]/g, '').replace(/^[^()]*[)]/, '');
}

/** What each part adds to a total: 甲、乙各3件 stands for two threes, 甲、乙、丙各8处、14处、5处 for one of each. */
export function amountsOf(parts: readonly Reading[]): Interval[] {
  return parts.map((part, at) => {
    const inOrder = parts[at + 1]?.phrase.trim() === '、';
    return inOrder ? intervalOf(part) : times(intervalOf(part), factorOf(part.phrase));
  });
}

function factorOf(gap: string): number {
  if (!/各(?:为|有)?$/.test(gap)) return 1;
  const names = (/[^,;:]*$/.exec(gap)?.[0] ?? '').split(/[、和及与]/).filter((name) => name.trim() !== '');
  return Math.max(names.length, 1);
}
