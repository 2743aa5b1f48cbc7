import { between, sameFamily, sentenceStart, sentenceText, type Context } from './context.ts';
import type { Reading } from './types.ts';

/** Names that exclude each other: counts under them split what stands in front, with no word that says so. */
const SETS: readonly RegExp[] = [
  /^(?:专职|兼职)/,
  /^(?:适用)?(?:简易|普通|一般)程序/,
  /^[男女](?:性|生|孩|童)?/,
  /^(?:胜诉|败诉|撤诉|调解|和解|驳回|维持|撤销|变更|确认违法|终止|正在审理|未审结|在审)/,
  /^(?:保留|继续有效|废止|失效|宣布失效|修改|修订)/,
  /^(?:窗口|线下|现场|网上|线上|掌上|自助|电话)/,
  /^(?:来信|来访|来电|网上|电话|走访)/,
  /^(?:初信|初访|重信|重访|初次|重复)/,
  /^(?:[县镇乡村组]级|街道级|社区级|[镇乡]本级)/,
  /^(?:非常满意|比较满意|基本满意|满意|一般|不满意)/,
  /^(?:一|二|三|四)[级类]/,
  /^[A-D甲乙丙丁红橙黄蓝绿](?:类|级|色)/,
  /^(?:现场|书面)/,
  /^第?[一二三四1-4]季度/,
  /^[上下]半年/,
];

function bareLabel(reading: Reading): string {
  return reading.label.replace(/^[\s,、;:]+|^(?:全部|其中)/, '').replace(/^(?:办|含|有|属于?|为)/, '');
}

function setOf(reading: Reading): number {
  return SETS.findIndex((set) => set.test(bareLabel(reading)));
}

/** What a name of the set is joined to must be what the whole counts: 专职网格员 of 网格员, not 镇级合同 of 意见书. */
function isPartOf(part: Reading, whole: Reading, set: number): boolean {
  const rest = bareLabel(part)
    .replace(SETS[set] ?? /^/, '')
    .replace(/[的有为约共占是达]+$/, '');
  return rest === '' || (whole.phrase + whole.after.slice(0, 10)).includes(rest);
}

/** Two names that leave nothing between them. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^专职/, /^兼职/],
  [/^(?:适用)?简易程序/, /^(?:适用)?(?:普通|一般)程序/],
  [/^男/, /^女/],
];

/** 男33人,女4人: there is no third kind. */
function areOpposites(parts: readonly Reading[]): boolean {
  const labels = parts.map(bareLabel);
  return (
    labels.length === 2 &&
    OPPOSITES.some((pair) => pair.every((name) => labels.some((label) => name.test(label))))
  );
}

export interface Split {
  readonly whole: Reading;
  readonly parts: readonly Reading[];
  /** The names are all there are. */
  readonly exhaustive: boolean;
}

/** 网格员50名,专职14名、兼职36名; 复议5件,维持3件,撤销1件. */
export function splitsOf(context: Context, readings: readonly Reading[]): Split[] {
  const splits: Split[] = [];
  for (let at = 0; at < readings.length;) {
    const whole = readings[at];
    const split = whole === undefined ? null : splitBehind(context, readings, at, whole);
    if (split !== null) splits.push(split);
    at += Math.max(1, split?.parts.length ?? 0);
  }
  return splits;
}

const TOTAL = /共|合计|总计|总数|总量/;
const WORK =
  /^(?:全年|实际|开展|组织|召开|举办|完成|办理|受理|发放|调解|化解|排查|检查|培训|新增|整改|处罚|立案)/;
/** Another year, a change, an outcome, a measure of each: no part of what was counted. */
const ASIDE =
  /上年|去年|同期|20\d\d年|平均|(?<![\d个名])[人月日周年户村场]均(?![已由为按在])|每|增|减|降|另|化解|办结|结案|整改|完成|成功|答复|采纳|不含/;
const SHARED = /妇女|老年|未成年|儿童|农民工|残疾|低保|党员|女|少数民族|学历|退役|持证|骨干/;
const REST = /^(?:其他|其它|其余|剩余|剩下|余下)/;
const LONGEST_NAME = 10;
/** No total is split into more; it bounds the work on a text that lists without end. */
const MOST_PARTS = 16;

/** Short names with counts right behind a count, joined by 、 or commas: 共40场,进村16场、进校10场、进企8场. */
function namesBehind(context: Context, readings: readonly Reading[], at: number, whole: Reading): Reading[] {
  // 其中,进校园12场,进企业9场…: the first of a list is the total of none.
  if (
    whole.plan ||
    ASIDE.test(whole.phrase) ||
    /其中|包括|分别|依次|[从按依以][^,。;]{1,10}看,/.test(listOpening(context, whole))
  )
    return [];
  // 合同51起,土地34起、其他29起 behind 相邻权66起、: one of a row.
  const before = readings[at - 1];
  const row =
    before !== undefined &&
    sameFamily(before, whole) &&
    /^[^,。;:]{0,8}、/.test(between(context, before.figure.end, whole.figure.start));
  const next = readings[at + 1];
  const some =
    next !== undefined && /[这当]里|当中|之中/.test(between(context, whole.figure.end, next.figure.start));
  if (row || some) return [];
  const parts: Reading[] = [];
  let last = whole;
  for (const next of readings.slice(at + 1, at + 1 + MOST_PARTS)) {
    const gap = between(context, last.figure.end, next.figure.start);
    const name = nameOf(next);
    if (!sameFamily(next, whole) || next.depth !== whole.depth || next.plan) break;
    if (/其中/.test(next.phrase)) break;
    if (name === '' || name.length > LONGEST_NAME || WORK.test(name) || TOTAL.test(name) || ASIDE.test(name))
      break;
    if (!(last === whole ? /^[^,。;:、\d]{0,10}[,:]/ : /^[^,。;:、\d]{0,4}[、,]/).test(gap)) break;
    parts.push(next);
    last = next;
  }
  return parts;
}

/** The words before a figure from the last full stop, without what stands before the clause before. */
function listOpening(context: Context, { sentence, figure }: Reading): string {
  const before = sentenceText(context, sentence).slice(0, figure.start - sentenceStart(context, sentence));
  return before.split(/[;]/).at(-1)?.split(',').slice(-2).join(',') ?? '';
}

function nameOf(reading: Reading): string {
  return bareLabel(reading).replace(/[的是有为占达]+$/, '');
}

/** 进村, 进校 begin alike; 东片, 西片 end alike. Two of them are enough. */
function shareEnds(names: readonly string[]): boolean {
  const counts = (end: (name: string) => string): number => names.length - new Set(names.map(end)).size;
  return counts((name) => name.slice(0, 1)) > 0 || counts((name) => name.slice(-1)) > 0;
}

function splitBehind(
  context: Context,
  readings: readonly Reading[],
  at: number,
  whole: Reading,
): Split | null {
  const known = partsBehind(context, readings, at, whole);
  if (known.length > 1)
    return {
      whole,
      parts: known,
      exhaustive: areOpposites(known) || (known.length > 2 && comesNear(known, whole)),
    };
  const parts = namesBehind(context, readings, at, whole);
  const names = parts.map(nameOf);
  const closed = parts.length > 1 && REST.test(names.at(-1) ?? '');
  if (parts.length > 1 && isFirstOf(context, readings, whole, parts)) return null;
  if (closed) return explainsItself(parts) ? null : { whole, parts, exhaustive: true };
  const before = readings[at - 1];
  // 人员27人,持证人员19人,辅助人员9人: kinds of one thing that are more than it.
  const kinds = parts.length === 2 && names[0]?.slice(-2) === names[1]?.slice(-2) && comesNear(parts, whole);
  const inRow =
    before !== undefined &&
    before.figure.unit === whole.figure.unit &&
    /^,[^,。;:、\d]{1,6}$/.test(between(context, before.figure.end, whole.figure.start));
  if (kinds && !inRow && !names.some((name) => SHARED.test(name) && !/持证/.test(name)))
    return { whole, parts, exhaustive: false };
  // 宣讲24场,彝语16场、汉语10场: two short names of one kind.
  const [one, other] = parts;
  const pair =
    parts.length === 2 && one !== undefined && other !== undefined && other.phrase.trim().startsWith('、') &&
    names.every((name) => name.length <= 3) && names[0]?.slice(-1) === names[1]?.slice(-1) && comesNear(parts, whole) && !inRow; // prettier-ignore
  if (pair && !names.some((name) => SHARED.test(name))) return { whole, parts, exhaustive: false };
  // 收到依申请公开9件,予以公开6件、部分公开1件、不予公开4件: each name ends with what was counted.
  const end = names[0]?.slice(-2) ?? '';
  const named =
    parts.length > 2 &&
    end.length === 2 &&
    names.every((name) => name.endsWith(end)) &&
    whole.phrase.includes(end);
  if (named && !inRow) return { whole, parts, exhaustive: false };
  if (parts.length < 3) return null;
  // 妇女19人、老年人15人: one may be both.
  if (names.some((name) => SHARED.test(name))) return null;
  const alike = TOTAL.test(whole.phrase) && shareEnds(names);
  return alike || comesNear(parts, whole) ? { whole, parts, exhaustive: comesNear(parts, whole) } : null;
}

/** 进村22场,进校6场,其余5场,共42场: the first of a list that its total closes, or that is named like the others. */
function isFirstOf(
  context: Context,
  readings: readonly Reading[],
  whole: Reading,
  parts: readonly Reading[],
): boolean {
  const last = parts.at(-1);
  const next = readings.find((r) => r.index === (last?.index ?? 0) + 1);
  const total =
    last !== undefined && next !== undefined && sameFamily(next, whole) &&
    /^[^,。;\d]{0,4}[,;](?!其[他它余])(?:[^,。;\d]{0,6})(?:共|合计|总计|累计)[^,。;\d]{0,6}$/.test(
      between(context, last.figure.end, next.figure.start),
    ); // prettier-ignore
  const name = nameOf(whole);
  return (
    total ||
    (name.length === 2 &&
      !TOTAL.test(whole.phrase) &&
      parts.slice(0, -1).every((part) => nameOf(part).length === 2 && nameOf(part)[0] === name[0]))
  );
}

/** 编制8名,实有7人,持证6人,其余1人: the rest is that of a later count. */
function explainsItself(parts: readonly Reading[]): boolean {
  const values = parts.map((part) => part.figure.value ?? 0);
  return values.some((value, at) =>
    values
      .slice(at + 3)
      .concat(NaN)
      .some((_, more) => value === sumOf(values.slice(at + 1, at + 3 + more))),
  );
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** A list that nearly makes the count in front is meant to make it. */
const NEAR = 0.15;

export function comesNear(parts: readonly Reading[], whole: Reading): boolean {
  const value = whole.figure.value ?? 0;
  const sum = parts.reduce((all, part) => all + (part.figure.value ?? Infinity), 0);
  return (
    value > 0 &&
    Math.abs(sum - value) <= NEAR * value &&
    parts.every((part) => (part.figure.value ?? 0) < value)
  );
}

function partsBehind(context: Context, readings: readonly Reading[], at: number, whole: Reading): Reading[] {
  const first = readings[at + 1];
  const set = first === undefined ? -1 : setOf(first);
  if (first === undefined || set < 0 || setOf(whole) === set || whole.plan !== first.plan) return [];
  // 来信8件、来访21件: neither is the whole of the other.
  if (/^[^,;]{0,10}[、和及与]/.test(between(context, whole.figure.end, first.figure.start))) return [];
  const parts: Reading[] = [];
  let last = whole;
  for (const next of readings.slice(at + 1)) {
    const gap = between(context, last.figure.end, next.figure.start);
    if (!sameFamily(next, whole) || next.depth !== whole.depth || setOf(next) !== set) break;
    if (!isPartOf(next, whole, set)) break;
    if (gap.length > 24 || /[;。]/.test(gap) || parts.some((part) => part.label === next.label)) break;
    parts.push(next);
    last = next;
  }
  return parts;
}
