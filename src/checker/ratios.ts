import { carriesOver, previousReadings, sameFamily, sentenceText, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { groupsOf } from './groups.ts';
import { above, clean, intersects, type Interval } from './intervals.ts';
import { exactValue, finding, nameOf, plain } from './message.ts';
import type { Finding, Reading } from './types.ts';

/** What a rate's name asks of the label of its numerator; the first that fits decides. */
const NUMERATORS: readonly (readonly [rate: RegExp, label: RegExp])[] = [
  [/(?:化解|调解成功|调处成功|成功|调成|调解|调处)率?$/, /化解|调解成功|成功|调处|调成|调结/],
  [/(?:办结|结案|审结)率?$/, /办结|结案|审结/],
  [/整改(?:完成|到位)?率?$/, /整改|销号/],
  [/(?:参考|参加考试|应考)率?$/, /实考|实际参|参考|参加考试|参加/],
  [/(?:参训|参学|参会|参与|参加|到课|到会)率?$/, /实到|实际参|参训|参学|参会|参与|参加|到课|到会/],
  [/(?:合格|通过|及格)率?$/, /合格|通过|及格/],
  [/优秀率?$/, /优秀/],
  [/(?:持证|持证上岗)率?$/, /持证|持有|取得/],
  [/出庭(?:应诉)?率?$/, /出庭/],
  [/采纳率?$/, /采纳/],
  [/(?:答复|回复|办复)率?$/, /答复|回复|办复/],
  [/(?:审查|审核)率?$/, /审查|审核/],
  [/(?:签订|签约)率?$/, /签订|签约|已签/],
  [/(?:完成)率?$/, /完成/],
  [/(?:履行|履约)率?$/, /履行|履约/],
  [/(?:网办|网上办理|网上可办)率?$/, /网办|网上/],
  [/(?:覆盖)率?$/, /覆盖/],
  [/(?:纠错)率?$/, /纠错|撤销/],
  [/(?:培训)率?$/, /培训|参训/],
  [/(?:投保|参保)率?$/, /投保|参保/],
];
/** Narrower rates use another base than the plain counts. */
const QUALIFIED =
  /按期|及时|限期|按时|规范|群众|满意|当场|首次|一次|平均|当月|当年|综合|上年|去年|目标|以内|法定/;
const INTAKE =
  /受理|排查|接到|收到|登记|接收|立案|发现|交办|摸排|应考|应参|应到|报名|应|共|现有|总|提出|征集|收集|参加考试|组织|办理|梳理|检查|新收|上报|累计|发生/;

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
  const label = NUMERATORS.find(([pattern]) => pattern.test(name))?.[1];
  if (label === undefined) return null;
  const counts = countsAround(context, readings, rate);
  const numerator = counts.findLast(
    (r) => label.test(r.phrase) && !QUALIFIED.test(r.phrase) && !bothEnds(r, label) && !isPending(r),
  );
  if (
    numerator === undefined ||
    counts.slice(counts.indexOf(numerator) + 1).some((r) => restarts(r, numerator))
  )
    return null;
  const bases = counts.filter(
    (r) => r.index < numerator.index && sameFamily(r, numerator) && (isPending(r) || !label.test(r.phrase)),
  );
  return compare(
    rate,
    numerator,
    bases.filter((r) => !above(intervalOf(numerator), intervalOf(r))),
  );
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
  return group === undefined ? null : compare(rate, part, group.wholes);
}

function compare(rate: Reading, numerator: Reading, bases: readonly Reading[]): Finding | null {
  const base = bases.findLast((r) => INTAKE.test(r.phrase)) ?? bases.at(-1);
  if (base === undefined || bases.some((candidate) => fits(rate, numerator, candidate))) return null;
  if (bases.length > 1 && fitsSum(rate, numerator, bases)) return null;
  const top = exactValue(numerator);
  const bottom = exactValue(base);
  const sure = bases.length === 1 && isExact(rate) && top !== null && bottom !== null;
  const arithmetic =
    top === null || bottom === null
      ? `${numerator.figure.text}÷${base.figure.text}`
      : `${plain(top)}÷${plain(bottom)}=${((top / bottom) * 100).toFixed(Math.max(rate.decimals, 1))}%`;
  // Without a word of intake the base is a guess.
  const stated = INTAKE.test(base.phrase);
  const grade = bases.length > 2 || !stated ? 'confirm' : sure ? 'certain' : 'likely';
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
