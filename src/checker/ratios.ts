import { carriesOver, previousReadings, sameFamily, sentenceText, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { groupsOf } from './groups.ts';
import { above, clean, intersects, type Interval } from './intervals.ts';
import { exactValue, finding, nameOf, plain } from './message.ts';
import type { Finding, Reading } from './types.ts';

interface Rate {
  /** End of the rate's name. */
  readonly name: RegExp;
  /** Words of the count above the line. */
  readonly part: RegExp;
  /** Words of the count below it: without them the base is a guess. */
  readonly base: RegExp;
}

/** What a rate's name asks of the labels of its two counts; the first that fits decides. */
const RATES: readonly Rate[] = [
  {
    name: /(?:化解|调解成功|调处成功|成功|调成|调解|调处|调处化解)率$/,
    part: /化解|调解成功|成功|调处|调成|调结|达成/,
    base: /受理|排查|接|摸排|登记|收到|纠纷|调解|矛盾|发生|共|累计/,
  },
  {
    name: /(?:办结|结案|审结|处结)率$/,
    part: /办结|结案|审结|处结|处置|办理完毕/,
    base: /受理|收到|接|立案|转办|交办|办理|登记|工单|上报|案件|新收|派发|流转|共|累计/,
  },
  {
    name: /(?:整改|整改完成|整改到位|销号|整治)率$/,
    part: /整改|销号|整治|治理/,
    base: /排查|发现|隐患|问题|反馈|交办|查出|摸排|责令|通报|移交|下发/,
  },
  {
    name: /(?:应考|参考|参加考试)率$/,
    part: /实考|实际参|参考|参加/,
    base: /应|报名|共|现有|组织|干部|人员|在编|在职/,
  },
  {
    name: /(?:参训|参学|参会|参与|参加|到课|到会|出勤)率$/,
    part: /实到|实际参|参训|参学|参会|参与|参加|到课|到会|出勤/,
    base: /应|报名|共|现有|组织|干部|人员|在编|在职|总/,
  },
  {
    name: /(?:合格|通过|及格|达标)率$/,
    part: /合格|通过|及格|达标/,
    base: /参考|参加|考试|应考|实考|参训|培训|组织|抽查|评查|检测|案卷|检验|共|考核/,
  },
  { name: /优秀率$/, part: /优秀/, base: /参考|参加|考试|应考|实考|参训|组织|抽查|评查|案卷|共|考核/ },
  { name: /持证(?:上岗)?率$/, part: /持证|持有|取得/, base: /执法人员|人员|队员|共|现有|在编|在岗|干部/ },
  { name: /出庭(?:应诉)?率$/, part: /出庭/, base: /应诉|诉讼|案件|开庭|庭审|共/ },
  { name: /采纳率$/, part: /采纳|吸收/, base: /提出|收集|征集|意见|建议/ },
  { name: /(?:答复|回复|办复)率$/, part: /答复|回复|办复/, base: /收到|受理|申请|建议|提案|承办|办理|接/ },
  { name: /(?:审查|审核)率$/, part: /审查|审核/, base: /制定|签订|出台|送审|合同|文件|决策|案件|共/ },
  { name: /(?:签订|签约)率$/, part: /签订|签约|已签/, base: /应|共|总|户|家/ },
  { name: /(?:履行|履约)率$/, part: /履行|履约|兑现/, base: /达成|签订|协议|共/ },
  { name: /完成率$/, part: /完成/, base: /任务|安排|下达|共|计划|事项|承办|部署|要点/ },
  { name: /(?:网办|网上办理|网上可办|网上办件)率$/, part: /网办|网上|线上/, base: /办件|受理|办理|事项|共/ },
  { name: /覆盖率$/, part: /覆盖|配备|建成|设立|实现|聘请/, base: /共|总|辖|现有|全/ },
  { name: /纠错率$/, part: /纠错|撤销|变更/, base: /受理|复议|案件|审结|共/ },
  { name: /培训率$/, part: /培训|参训/, base: /应|共|现有|人员|干部/ },
  {
    name: /(?:投保|参保|参评|见面|走访|入户|检查|抽检|公示)率$/,
    part: /投保|参保|参评|见面|走访|入户|检查|抽检|公示/,
    base: /应|共|总|现有|需/,
  },
];
/** Narrower rates use another base than the plain counts. */
const QUALIFIED =
  /按期|及时|限期|按时|规范|群众|满意|当场|首次|一次|平均|当月|当年|综合|上年|去年|目标|以内|法定/;
/** Written rates against their written numerator and denominator. */
export function checkRatios(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    const wanted = readings.filter((reading) => reading.figure.unit === '%');
    if (wanted.length === 0) continue;
    const carried = carriesOver(sentenceText(context, sentence));
    for (const rate of wanted) {
      const result = carried
        ? null
        : (judgeRate(context, readings, rate) ?? judgeShare(context, sentence, readings, rate));
      if (result !== null) findings.push(result);
    }
  }
  return findings;
}

function judgeRate(context: Context, readings: readonly Reading[], rate: Reading): Finding | null {
  const name = rate.figure.noun.replace(/[(][^)]*[)]/g, '');
  if (!name.endsWith('率') || name.includes('、') || QUALIFIED.test(name) || rate.plan) return null;
  const kind = RATES.find((each) => each.name.test(name));
  if (kind === undefined) return null;
  const counts = countsAround(context, readings, rate);
  const numerators = counts.filter(
    (r) =>
      kind.part.test(wordsOf(r)) &&
      !QUALIFIED.test(r.phrase) &&
      !bothEnds(r, kind.part) &&
      !isPending(r) &&
      !FLOW.test(r.phrase),
  );
  const [nearest] = numerators.reverse();
  if (nearest === undefined || counts.slice(counts.indexOf(nearest) + 1).some((r) => restarts(r, nearest)))
    return null;
  const basesOf = (numerator: Reading): Reading[] =>
    counts.filter(
      (r) =>
        r.index < numerator.index &&
        sameFamily(r, numerator) &&
        (isPending(r) || !kind.part.test(wordsOf(r)) || bothEnds(r, kind.part)) &&
        !above(intervalOf(numerator), intervalOf(r)),
    );
  // Any two counts of the sentence that give the rate may be the ones it is meant of.
  const earlier = (r: Reading): Reading[] =>
    counts.filter((each) => each.index < r.index && sameFamily(each, r));
  const other = numerators.some((each) => earlier(each).some((base) => fits(rate, each, base)));
  return other ? null : compare(rate, nearest, basesOf(nearest), kind.base);
}

/** What came or went in the year is not what there is. */
const FLOW = /新增|注销|新录|新申|退出|调离|调入|增加|减少/;

/** What is said of a count: 合格50人 and 50人合格. */
function wordsOf(reading: Reading): string {
  return reading.phrase.trim().length > 2 ? reading.phrase : reading.phrase + reading.after.slice(0, 10);
}

/** Counts that may stand behind a rate: its own sentence up to two figures on, else the sentence before. */
function countsAround(context: Context, readings: readonly Reading[], rate: Reading): Reading[] {
  const isCount = (r: Reading): boolean =>
    r.figure.unit !== '%' && r.plan === rate.plan && !/上年|去年|同期|增加|减少/.test(r.phrase);
  const own = readings.filter((r) => r.index <= rate.index + 2 && r.index > rate.index - 10).filter(isCount);
  return own.some((r) => r.index < rate.index)
    ? own
    : previousReadings(context, rate.sentence).slice(-6).filter(isCount);
}

/** 排查化解56起 counts both ends at once. */
function bothEnds(reading: Reading, label: RegExp): boolean {
  const other = reading.phrase.replace(label, '');
  return /受理|排查|接到|收到|应考|应到/.test(other);
}

/** 责令整改12家 asks for what 整改 delivers; 正在整改, 待考 are not done. */
function isPending(reading: Reading): boolean {
  return /责令|要求|督促|下达|交办|应(?!急)|正在|尚未|未|待|拟/.test(reading.phrase);
}

/** A new intake between numerator and rate means that the rate speaks of something else. */
function restarts(reading: Reading, numerator: Reading): boolean {
  return sameFamily(reading, numerator) && /受理|排查|接到|收到|立案|应考|应到/.test(reading.phrase);
}

/** 邻里55件,占35.3%: the part just before, of the total it is listed under. */
function judgeShare(
  context: Context,
  sentence: number,
  readings: readonly Reading[],
  rate: Reading,
): Finding | null {
  if (
    !/^[^,]{0,3}占(?:比|总[^,]{0,10}|全[^,]{0,10})?(?:的|为|达)?$/.test(
      rate.phrase.replace(/^[\s、]+/, ''),
    ) ||
    rate.plan
  )
    return null;
  const part = readings.findLast((r) => r.index < rate.index);
  if (part === undefined || part.index !== rate.index - 1 || part.figure.unit === '%') return null;
  const group = groupsOf(context, sentence).find((g) => g.parts.some((p) => p.reading.index === part.index));
  return group === undefined ? null : compare(rate, part, group.wholes, ANY);
}

/** A share names its whole by standing under it. */
const ANY = /(?:)/;

function compare(
  rate: Reading,
  numerator: Reading,
  bases: readonly Reading[],
  words: RegExp,
): Finding | null {
  const isBase = (r: Reading): boolean => words.test(wordsOf(r) + r.figure.noun);
  const base = bases.findLast(isBase) ?? bases.at(-1);
  if (base === undefined || bases.some((candidate) => fits(rate, numerator, candidate))) return null;
  if (bases.length > 1 && fitsSum(rate, numerator, bases)) return null;
  const top = exactValue(numerator);
  const bottom = exactValue(base);
  const sure = bases.length === 1 && isExact(rate) && top !== null && bottom !== null;
  const arithmetic =
    top === null || bottom === null
      ? `${numerator.figure.text}÷${base.figure.text}`
      : `${plain(top)}÷${plain(bottom)}=${((top / bottom) * 100).toFixed(Math.max(rate.decimals, 1))}%`;
  // Without its words the base is a guess.
  const stated = isBase(base);
  const grade = !stated ? 'confirm' : sure ? 'certain' : 'likely';
  return finding(
    'ratio-mismatch',
    grade,
    [rate, numerator, base],
    `${nameOf(rate) === '占' ? `${nameOf(numerator)}占比` : nameOf(rate)}按${arithmetic}计,与文中${rate.figure.text}不符`,
  );
}

function quotient(numerator: Interval, low: number | null, high: number | null): Interval {
  return {
    low: numerator.low === null || high === null ? 0 : clean((numerator.low / high) * 100),
    high: numerator.high === null || low === null || low === 0 ? null : clean((numerator.high / low) * 100),
  };
}

/** Rounded to the written decimals; a truncated rate (92.71 for 92.715) is also let pass. */
function agrees(rate: Reading, value: Interval): boolean {
  const unit = 10 ** -rate.decimals;
  const written = intervalOf(rate);
  return intersects(
    {
      low: written.low === null ? null : written.low - unit / 2,
      high: written.high === null ? null : written.high + unit * 0.9999,
    },
    value,
  );
}

function fits(rate: Reading, numerator: Reading, base: Reading): boolean {
  return (
    base.figure.high === 0 || agrees(rate, quotient(intervalOf(numerator), base.figure.low, base.figure.high))
  );
}

function fitsSum(rate: Reading, numerator: Reading, bases: readonly Reading[]): boolean {
  const values = bases.map((r) => r.figure.value ?? 0);
  const sum = values.reduce((a, b) => a + b, 0);
  return sum > 0 && agrees(rate, quotient(intervalOf(numerator), sum, sum));
}
