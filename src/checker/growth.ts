import { between, paragraphBefore, sameFamily, sentenceText, type Context } from './context.ts';
import { isExact } from './figures.ts';
import { listedUnder } from './groups.ts';
import { clean } from './intervals.ts';
import { finding, plain } from './message.ts';
import { thingOf } from './things.ts';
import type { Finding, Reading } from './types.ts';

const UP =
  /(?:增长|上升|增加|提高|提升|上涨|攀升|净增|增|升|多|新增|扩大|增多|多出|涨)(?:了|出|幅度?|为|约|近|达到?|率|是|至少)*$/;
const DOWN =
  /(?:下降|减少|降低|回落|下滑|缩减|压缩|缩短|压降|压减|净减|降|减|(?<!不)少|下跌|跌)(?:了|出|幅度?|为|约|近|达到?|率|是|至少)*$/;
const PRIOR =
  /(?:上年度?|去年|上一年度?|前一年|同期|前年|(?:比|较|从|由)(?:的)?\s?(?:20\d\d)年)(?:同期)?(?:全年)?(?:的|为|是|是的|同期的?|度的?)?[^,;、]{0,8}$/;
/** 由240件下降至180件. */
const FROM = /[由从](?:上年度?|去年|20\d\d年|年初|同期|上年同期|去年同期|[^,;、由从]{0,8}?)(?:的)?$/;
const TO =
  /^,?(?:今年|本年|20\d\d年)?(?:的)?(?:大幅|逐步|稳步|明显|进一步)?(压缩|缩短|下降|降低|减少|压降|压减|回落|缩减|上升|增长|增加|提高|提升|扩大|攀升|发展|壮大|拓展|提|降|升|增|减)(?:至|到|为|成)(?:了|今年的?|本年的?|[上下]半年的?|每[月年周天日村户]|第?[一二三四]季度的?|本期的?|年[末底终]的?|目前的?|现在的?|20\d\d年的?)?$/;
const CURRENT = /今年|本年|本年度|报告期/;

interface Comparison {
  readonly current: Reading;
  readonly prior: Reading;
}

/** Two periods against the written growth: growth-mismatch. */
export function checkGrowth(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    const text = sentenceText(context, sentence);
    if (!/比|较|同期|上年|去年|上一年|前一年|由|从|20\d\d年/.test(text)) continue;
    const amounts = readings.flatMap((change) => {
      const direction = directionOf(change);
      return direction === 0 || change.plan || change.figure.low === null || change.figure.high === null
        ? []
        : (judge(context, readings, change, direction) ?? []);
    });
    const told = [...amounts, ...wrongDirections(readings), ...multiples(context, readings)];
    findings.push(...(told.length > 0 ? told : wrongSteps(readings)));
  }
  return findings;
}

/** Figures of the change's own part of the sentence, where they say what changed; else all. */
function nearChange(context: Context, readings: readonly Reading[], change: Reading): readonly Reading[] {
  const own = readings.filter((r) => {
    const [first, second] = r.index < change.index ? [r, change] : [change, r];
    return r === change || !between(context, first.figure.end, second.figure.start).includes(';');
  });
  return comparisons(context, own, change).length > 0 ? own : readings;
}

/** Last period's own figure; 比上年增加3件 states the difference. */
function isPrior(reading: Reading): boolean {
  // 含上年结转4件: what came over is not what there was.
  return (
    directionOf(reading) === 0 &&
    PRIOR.test(reading.phrase) &&
    !/结转|遗留|转入|未结|积案/.test(reading.phrase)
  );
}

function directionOf(change: Reading): -1 | 0 | 1 {
  const phrase = change.phrase.replace(/\s/g, '');
  if (change.figure.text.startsWith('翻')) return 1;
  if (DOWN.test(phrase)) return -1;
  return UP.test(phrase) ? 1 : 0;
}

function judge(
  context: Context,
  all: readonly Reading[],
  change: Reading,
  direction: -1 | 1,
): Finding | null {
  const readings = nearChange(context, all, change);
  const { unit } = change.figure;
  const relative = unit === '%' || unit === '倍';
  const base = relative ? null : unit === '个百分点' || unit === '百分点' ? '%' : unit;
  const pairs = comparisons(context, readings, change).filter(
    (pair) => base === null || pair.current.figure.unit === base || sameFamily(pair.current, change),
  );
  const usable = (relative ? pairs.filter((pair) => pair.current.figure.unit !== '%') : pairs).filter(
    (pair) => speaksOf(change, pair),
  );
  if (usable.length > 0) {
    if (usable.some((pair) => holds(pair, change, direction))) return null;
    // 起数较去年的11起增加6起,增长54.5%: the clause before gives it, or the part before the semicolon.
    const further = [...comparisons(context, all, change), ...differences(readings, change)];
    if (further.some((pair) => holds(pair, change, direction))) return null;
    const pair = usable[0];
    return pair === undefined ? null : report(context, pair, change, direction, usable.length);
  }
  return relative && unit === '%' ? byDifference(context, readings, change, direction) : null;
}

/** Candidate pairs of this and last period around the change, nearest first. */
function comparisons(context: Context, readings: readonly Reading[], change: Reading): Comparison[] {
  const near = nearest(context, readings, change).filter((r) => r !== change && isExact(r));
  const told = YEAR_TO_YEAR.test(sentenceText(context, change.sentence))
    ? [...paragraphBefore(context, change.sentence, 12), ...readings]
    : [];
  const named = [...sinceYear(told, change), ...byHalf(near, change), ...besides(context, near, change)];
  if (named.length > 0) return named;
  const pairs: Comparison[] = [];
  for (const prior of near) {
    const current = near.find((r) => r.index === prior.index + 1 && sameFamily(r, prior));
    // 增长16.7%;两项合计由48万元增加到55万元,增长14.6%: that step has a change of its own behind it.
    const next = near.some(
      (r) => current !== undefined && r.index === current.index + 1 && r !== change && directionOf(r) !== 0,
    );
    if (
      prior.index > change.index &&
      (next || between(context, change.figure.end, prior.figure.start).includes(';'))
    )
      continue;
    if (current !== undefined && FROM.test(prior.phrase.trim()) && TO.test(current.phrase.trim()))
      pairs.push({ current, prior });
  }
  for (const prior of near.filter((r) => isPrior(r)).reverse()) {
    if (prior.index > change.index + 2 || strays(near, prior, change)) continue;
    // 诉讼3件,同比减少2件;复查1件,去年为0件: behind the semicolon another matter is compared.
    const another = near.some((r) => r.index > change.index && r.index < prior.index && sameFamily(r, prior));
    if (another && between(context, change.figure.end, prior.figure.start).includes(';')) continue;
    // 行政诉讼3件,同比减少2件,信访复查1件,去年为0件: each has its own count in front.
    const own = near.some(
      (r) => r.index < change.index && sameFamily(r, prior) && !isPrior(r) && directionOf(r) === 0,
    );
    if (another && own) continue;
    if (isSpent(context, near, prior, change) || hasOwnChange(near, prior, change)) continue;
    // 下降29.6%;去年交通事故41起;今年36起: a comparison of its own.
    const next = near.find((r) => r.index === prior.index + 1);
    if (
      prior.index > change.index &&
      next !== undefined &&
      CURRENT.test(next.phrase) &&
      between(context, change.figure.end, prior.figure.start).includes(';')
    )
      continue;
    const currents = near.filter(
      (r) => r !== prior && sameFamily(r, prior) && !isPrior(r) && directionOf(r) === 0,
    );
    const [before, ...further] = totalsFirst(
      context,
      currents.filter((r) => r.index < prior.index),
    );
    const after = currents.find(
      (r) =>
        r.index > prior.index &&
        !isBeyond(context, prior, change, r) &&
        (r.depth === prior.depth || prior.depth === 0) &&
        (CURRENT.test(r.phrase) ||
          /[至到为]\s?$/.test(r.phrase) ||
          (r.index === prior.index + 1 && !isUnder(context, prior, r))),
    );
    const marked =
      after !== undefined &&
      (before === undefined || CURRENT.test(after.phrase) || /[至到]\s?$/.test(after.phrase));
    const current = marked ? after : before;
    if (current !== undefined) pairs.push({ current, prior });
    // 受理126起,化解123起,较上年的140起…: either may be meant.
    if (!marked) pairs.push(...further.map((other) => ({ current: other, prior })));
  }
  return pairs.length > 0
    ? [...pairs, ...byYear(near).filter((pair) => holds(pair, change, directionOf(change) < 0 ? -1 : 1))]
    : byYear(near);
}

/** 办理9240件,较上年8400件提高10%;其中一季度2600件,同比提高18%: the earlier part has its own count, and this one, too. */
function isSpent(context: Context, near: readonly Reading[], prior: Reading, change: Reading): boolean {
  const [first, second] = prior.index < change.index ? [prior, change] : [change, prior];
  if (!between(context, first.figure.end, second.figure.start).includes(';')) return false;
  const own = (r: Reading): boolean =>
    near.some(
      (each) =>
        each !== r && each.index < r.index && !isPrior(each) && directionOf(each) === 0 && each.figure.unit !== '%' &&
        !between(context, each.figure.end, r.figure.start).includes(';'),
    ); // prettier-ignore
  return own(prior) && own(change);
}

/** 上年为5件,减少2件;行政应诉方面,本年新收4件: the change stands between, and what follows is another matter. */
function isBeyond(context: Context, prior: Reading, change: Reading, next: Reading): boolean {
  if (prior.index > change.index || next.index < change.index) return false;
  return (
    next.index > change.index + 1 || between(context, change.figure.end, next.figure.start).includes(';')
  );
}

/** 较上年8400件提高10%,其中一季度2600件,同比提高18%: the change right behind the count is its own, and so is the next. */
function hasOwnChange(near: readonly Reading[], prior: Reading, change: Reading): boolean {
  const own = near.find((r) => r.index === prior.index + 1 && r !== change && directionOf(r) !== 0);
  if (own === undefined) return false;
  if (prior.index > change.index) return true;
  if (own.figure.unit !== change.figure.unit) return false;
  return near.some(
    (r) => r.index > own.index && r.index < change.index && sameFamily(r, prior) && directionOf(r) === 0,
  );
}

/** 上年办件1.7万件,帮办850件: the second is last year's, too. */
function isUnder(context: Context, prior: Reading, next: Reading): boolean {
  const gap = between(context, prior.figure.end, next.figure.start);
  return /^[^,;。\d]{0,4}[,、][^,;。\d]{2,}$/.test(gap) && !/[今本]年|20\d\d年|则|而|现/.test(gap);
}

/** 办件1.9万件,帮办1020件;上年办件1.7万件,帮办850件,帮办量增长20%: the same things in both halves. */
function besides(context: Context, near: readonly Reading[], change: Reading): Comparison[] {
  const prior = near.find((r) => r.index === change.index - 1 && directionOf(r) === 0);
  const lead = prior && near.find((r) => r.index === prior.index - 1 && isPrior(r));
  if (prior === undefined || lead === undefined || !isUnder(context, lead, prior)) return [];
  const { noun } = thingOf(prior);
  const current = near.findLast(
    (r) => r.index < lead.index && sameFamily(r, prior) && noun.length > 1 && thingOf(r).noun === noun,
  );
  return current === undefined ? [] : [{ current, prior }];
}

/** 去年的11起增加6起: this year's count is the sum of both. */
function differences(readings: readonly Reading[], change: Reading): Comparison[] {
  const step = readings.find((r) => r.index === change.index - 1 && directionOf(r) !== 0 && isExact(r));
  const prior = step && readings.find((r) => r.index === step.index - 1 && sameFamily(r, step) && isPrior(r));
  if (step === undefined || prior === undefined) return [];
  const value = (prior.figure.value ?? 0) + directionOf(step) * (step.figure.value ?? 0);
  return [{ prior, current: { ...prior, figure: { ...prior.figure, value } } }];
}

/** So many figures may stand between a change and what changed, the parts of a list apart. */
const REACH = 4;

function nearest(context: Context, readings: readonly Reading[], change: Reading): readonly Reading[] {
  const close = readings.filter((r) => Math.abs(r.index - change.index) <= REACH);
  const totals = close.flatMap((r) => (r.index < change.index ? (listedUnder(context, r) ?? []) : []));
  const further = readings.filter((r) => !close.includes(r) && totals.includes(r));
  return [...further, ...close];
}

/** 审结3件,其中维持2件、终止1件;上年为5件: the nearest first, but a total before its parts. */
function totalsFirst(context: Context, counts: readonly Reading[]): readonly Reading[] {
  const backwards = counts.toReversed();
  const totals = new Set(backwards.map((r) => listedUnder(context, r)));
  return [...backwards.filter((r) => totals.has(r)), ...backwards.filter((r) => !totals.has(r))];
}

/** 是上年3件的3倍;追回工资56.8万元,同比增长1.2倍: a count of other things between the two starts anew. */
function strays(near: readonly Reading[], prior: Reading, change: Reading): boolean {
  const relative = (r: Reading): boolean => /^(?:%|倍|个百分点)$/.test(r.figure.unit);
  return near.some(
    (r) =>
      r.index > prior.index &&
      r.index < change.index &&
      !sameFamily(r, prior) &&
      !relative(r) &&
      directionOf(r) === 0,
  );
}

const YEAR_TO_YEAR = /(20\d\d)年[比较](20\d\d)年/;

/** 2022年214件,…2024年139件。…比2022年减少…: the change names the year that it starts from. */
function sinceYear(readings: readonly Reading[], change: Reading): Comparison[] {
  const before = readings.findLast((r) => r.index === change.index - 1 && directionOf(r) !== 0);
  const match = YEAR_TO_YEAR.exec(change.phrase) ?? YEAR_TO_YEAR.exec(before?.phrase ?? '');
  const of = (year: string | undefined): Reading | undefined =>
    readings.find(
      (r) =>
        year !== undefined &&
        r.index < change.index &&
        r.phrase.includes(`${year}年`) &&
        directionOf(r) === 0 &&
        isExact(r) &&
        !/[比较]/.test(r.phrase),
    );
  const [current, prior] = [of(match?.[1]), of(match?.[2])];
  return current !== undefined && prior !== undefined && sameFamily(current, prior)
    ? [{ current, prior }]
    : [];
}

/** 上半年96件,下半年81件,下半年比上半年下降15.6%. */
function byHalf(near: readonly Reading[], change: Reading): Comparison[] {
  if (!/下半年[比较]上半年/.test(change.phrase)) return [];
  const [prior, current] = ['上', '下'].map((half) =>
    near.find(
      (r) => new RegExp(`${half}半年`).test(r.phrase) && !/[比较]/.test(r.phrase) && directionOf(r) === 0,
    ),
  );
  return prior !== undefined && current !== undefined && sameFamily(prior, current)
    ? [{ current, prior }]
    : [];
}

/** 2023年办理20件,2024年办理26件: each count names its year. */
function byYear(near: readonly Reading[]): Comparison[] {
  const yearOf = (r: Reading): number =>
    Number((/(20\d\d)年/.exec(r.label) ?? /(20\d\d)年/.exec(r.phrase))?.[1] ?? 0);
  return near.flatMap((prior) => {
    const current = near.find(
      (r) => sameFamily(r, prior) && directionOf(r) === 0 && yearOf(r) === yearOf(prior) + 1,
    );
    return yearOf(prior) > 0 && current !== undefined ? [{ current, prior }] : [];
  });
}

function holds({ current, prior }: Comparison, change: Reading, direction: -1 | 1): boolean {
  const now = current.figure.value ?? 0;
  const then = prior.figure.value ?? 0;
  const written = change.figure.value ?? 0;
  const { low, high } = change.figure;
  const within = (actual: number, slack: number): boolean =>
    low !== null && high !== null && actual >= low - slack && actual <= high + slack;
  // 三成 is a round word.
  const slack = /成(?!.)/.test(change.figure.text) ? 4 : 10 ** -change.decimals * 0.9999;
  const moved = direction * (now - then);
  switch (change.figure.unit) {
    case '%':
      return then === 0 || within((moved / then) * 100, slack);
    case '倍':
      if (change.figure.text.startsWith('翻')) return Math.abs(now - then * written) <= then * 0.05;
      return then === 0 || within(moved / then, slack) || within(now / then, slack);
    default:
      return within(moved, 1e-6 * Math.max(1, now, then));
  }
}

function report(
  context: Context,
  { current, prior }: Comparison,
  change: Reading,
  direction: -1 | 1,
  candidates: number,
): Finding {
  const now = current.figure.value ?? 0;
  const then = prior.figure.value ?? 0;
  const moved = clean(now - then);
  const word = moved < 0 ? '下降' : '增长';
  const relative = change.figure.unit === '%' || change.figure.unit === '倍';
  const actual = relative
    ? `${word}${((Math.abs(moved) / then) * 100).toFixed(Math.max(change.decimals, 1))}%`
    : `${moved < 0 ? '减少' : '增加'}${plain(Math.abs(moved))}`;
  const said = change.figure.text.startsWith('翻') ? '' : direction < 0 ? '下降' : '增长';
  const message = `${current.figure.text}比${prior.figure.text}${actual},文中写${said}${change.figure.text}`;
  return finding(
    'growth-mismatch',
    isOff(context, current, prior, change) ? 'confirm' : candidates === 1 ? 'certain' : 'likely',
    [change, current, prior],
    message,
  );
}

/** So many points off, and of more than a few things: then it is rather the change of something else. */
const OFF = 40;
const FEW = 5;
/** 118条, 去年4.9万条, 减少0.5万条: no slip makes a difference so many times as large. */
const MUCH = 8;

function isOff(context: Context, current: Reading, prior: Reading, change: Reading): boolean {
  const [now, then] = [current.figure.value ?? 0, prior.figure.value ?? 0];
  // 9件,比上年的5件下降40%: nothing stands between.
  const places = [current, prior, change].map((r) => r.index).sort((a, b) => a - b);
  const [least, most] = [Math.min, Math.max].map((pick) =>
    pick(...[current, prior, change].map((r) => r.figure.start)),
  );
  const apart = /[;。]/.test(between(context, least ?? 0, most ?? 0));
  const close = (places.at(-1) ?? 0) - (places[0] ?? 0) === 2 && !apart;
  if (
    change.figure.unit !== '%' &&
    change.figure.unit !== '倍' &&
    Math.abs(now - then) > MUCH * (change.figure.value ?? 0)
  )
    return true;
  if (
    change.figure.unit !== '%' ||
    then <= FEW ||
    (close && (/[比较]/.test(prior.phrase) || pointsOff(now, then, change) < FAR_OFF))
  )
    return false;
  return pointsOff(now, then, change) > OFF;
}

/** So many points are no slip, however near the numbers stand: 6件不计入,上年合计160件,本年增长9.4%. */
const FAR_OFF = 80;

function pointsOff(now: number, then: number, change: Reading): number {
  return Math.abs((Math.abs(now - then) / then) * 100 - (change.figure.value ?? 0));
}

/** 减少0.5万条 may be 4500 to 5500: a difference in 万 has lost most of its digits. */
function roundingOf({ figure, decimals }: Reading): number {
  const scale = figure.text.includes('亿') ? 1e8 : figure.text.includes('万') ? 1e4 : 0;
  return figure.unit.includes('元') ? 0 : 0.5 * scale * 10 ** -decimals;
}

/** 3.6万元,比上年增加0.6万元,增长20%: the base is what remains. */
function byDifference(
  context: Context,
  readings: readonly Reading[],
  change: Reading,
  direction: -1 | 1,
): Finding | null {
  const difference = readings.findLast(
    (r) =>
      r.index < change.index &&
      r.index >= change.index - 2 &&
      directionOf(r) !== 0 &&
      r.figure.unit !== '%' &&
      isExact(r),
  );
  if (difference === undefined) return null;
  const told = readings.find(
    (r) =>
      ((r.index > change.index && r.index <= change.index + 2) || r.index === difference.index - 1) &&
      isPrior(r) &&
      sameFamily(r, difference) &&
      isExact(r),
  );
  if (told !== undefined && sharesWord(change.phrase, told.phrase + difference.phrase))
    return byPrior(told, difference, change, direction);
  const current = readings.findLast(
    (r) =>
      r.index < difference.index &&
      (r.index === difference.index - 1 || isShareBetween(readings, r, difference)) &&
      r.figure.unit === difference.figure.unit &&
      isExact(r),
  );
  if (current === undefined || directionOf(current) !== 0 || isPrior(current)) return null;
  if (between(context, current.figure.end, difference.figure.start).includes(';')) return null;
  // 另1件调解结案,与上年比,行政争议减少4件: the difference names another thing.
  const name = difference.phrase.replace(/\s/g, '').replace(UP, '').replace(DOWN, '').replace(NAMELESS, '');
  if (name.length > 3 && !sharesWord(name, current.phrase + current.after + current.figure.noun)) return null;
  if (
    /率|[\u4e00-\u9fff]{2}(?:案件|纠纷|事项|总量|数量)/.test(change.phrase) &&
    !sharesWord(change.phrase, current.phrase)
  )
    return null;
  const sign = directionOf(difference);
  const step = difference.figure.value ?? 0;
  const then = clean((current.figure.value ?? 0) - sign * step);
  if (then <= 0) return null;
  const percent = (step / then) * 100;
  const slack = 10 ** -change.decimals * 0.9999 + (roundingOf(difference) / then) * 100;
  if (sign === direction && Math.abs(percent - (change.figure.value ?? 0)) <= slack) return null;
  const message = `${current.figure.text}比上期${sign < 0 ? '减少' : '增加'}${difference.figure.text},幅度应为${percent.toFixed(Math.max(change.decimals, 1))}%,文中写${direction < 0 ? '下降' : '增长'}${change.figure.text}`;
  return finding('growth-mismatch', 'likely', [change, current, difference], message);
}

/** 1240人,占人口的4.2%,较去年增加260人: a share of the same count stands between. */
function isShareBetween(readings: readonly Reading[], count: Reading, difference: Reading): boolean {
  const share = readings.find((r) => r.index === count.index + 1);
  return share?.figure.unit === '%' && /占/.test(share.phrase) && share.index === difference.index - 1;
}

/** 较上年减少42起,下降15%,上年为300起. */
function byPrior(prior: Reading, difference: Reading, change: Reading, direction: -1 | 1): Finding | null {
  const then = prior.figure.value ?? 0;
  const step = difference.figure.value ?? 0;
  const percent = then === 0 ? 0 : (step / then) * 100;
  const slack = 10 ** -change.decimals * 0.9999 + (roundingOf(difference) / then) * 100;
  const said = change.figure.value ?? 0;
  if (then === 0 || (directionOf(difference) === direction && Math.abs(percent - said) <= slack)) return null;
  const message = `${difference.figure.text}÷${prior.figure.text}=${percent.toFixed(Math.max(change.decimals, 1))}%,文中写${direction < 0 ? '下降' : '增长'}${change.figure.text}`;
  return finding('growth-mismatch', 'likely', [change, difference, prior], message);
}

const OF_PRIOR = /(?:是|为|达|相当于)(?:上年|去年|同期|上年同期|20\d\d年)/;
/** 受理90件,上年45件,今年是上年的2倍. */
const OF_LAST = /(?:是|为|达到?|相当于|接近)(?:上年|去年|同期|上年同期|去年同期|20\d\d年)的$/;

function sharesWord(a: string, b: string): boolean {
  const name = a
    .replace(/[,、\s]/g, '')
    .replace(UP, '')
    .replace(DOWN, '')
    .replace(NAMELESS, '');
  return name.length < 2 || b.includes(name.slice(0, 2));
}

/** 90件,是上年45件的2倍: the multiple itself, not the growth. */
function multiples(context: Context, readings: readonly Reading[]): Finding[] {
  return readings.flatMap((multiple) => {
    if (multiple.figure.unit !== '倍' || multiple.plan || !isExact(multiple)) return [];
    const prior = readings.find((r) => r.index === multiple.index - 1);
    const before = readings.find((r) => r.index === multiple.index - 2);
    if (prior === undefined || before === undefined || !sameFamily(prior, before) || !isExact(prior))
      return [];
    const stated = multiple.phrase.trim() === '的' && OF_PRIOR.test(prior.phrase);
    const apart = OF_LAST.test(multiple.phrase.trim()) && isPrior(prior) && directionOf(before) === 0;
    if (!stated && !apart) return [];
    // 受理126件,其中甲类84件、乙类42件;受理量是上年63件的2倍: any count in front may be meant.
    const counts = readings.filter((r) => r.index < prior.index && sameFamily(r, prior));
    if (!isExact(before) || counts.some((r) => isMultiple(r, prior, multiple))) return [];
    const current = listedUnder(context, before) ?? before;
    if (isMultiple(current, prior, multiple)) return [];
    const times = (current.figure.value ?? 0) / (prior.figure.value ?? 1);
    const message = `${current.figure.text}是${prior.figure.text}的${plain(clean(times))}倍,文中写${multiple.figure.text}`;
    return [finding('growth-mismatch', 'certain', [multiple, current, prior], message)];
  });
}

/** Rounded or cut to the written digits; 近2倍 and the like are left in peace. */
function isMultiple(current: Reading, prior: Reading, multiple: Reading): boolean {
  const [now, then, times] = [current, prior, multiple].map((r) => r.figure.value ?? 0);
  if (!now || !then || !times) return true;
  return Math.abs(now / then - times) <= Math.min(0.25, 0.9999 * 10 ** -multiple.decimals);
}

/** Words of a change that name nothing. */
const NAMELESS =
  /同比|环比|相比|相较|上一?年度?|去年|前一年|同期|今年|本年|全年|一年[来间]?|20\d\d年|分别|有所|大幅|明显|实际|整体|总体|数量|总量|总数|数值|人数|件数|幅度|绝对值?|同步|其中|[比较与和由从均也约近的了为达数量,、;:\s(]/g;

/** 其中采购合同增加10份 speaks of a part; 总量减少10起 of what was just compared. */
function speaksOf(change: Reading, { current, prior }: Comparison): boolean {
  if (/其中/.test(change.phrase)) return false;
  const name = change.phrase.replace(/\s/g, '').replace(UP, '').replace(DOWN, '').replace(NAMELESS, '');
  if (name.length < 2 || change.figure.text.startsWith('翻')) return true;
  const words = [current, prior].map((r) => r.phrase.trim().replace(TO, '').replace(NAMELESS, ''));
  // 来访量比去年少了25批,去年60批,今年45批: the change alone names what is counted.
  if (words.every((each) => each.length < 2)) return true;
  const told = [current, prior].map((r) => r.phrase + r.after + r.figure.noun).join('|');
  return told.includes(name.slice(0, 2));
}

/** 由156起增加至143起: the verb says the opposite of the numbers. */
function wrongSteps(readings: readonly Reading[]): Finding[] {
  return readings.flatMap((current) => {
    const prior = readings.find((r) => r.index === current.index - 1);
    const verb = TO.exec(current.phrase.trim())?.[1];
    if (prior === undefined || verb === undefined || !FROM.test(prior.phrase.trim())) return [];
    if (!sameFamily(prior, current) || !isExact(prior) || !isExact(current)) return [];
    const moved = (current.figure.value ?? 0) - (prior.figure.value ?? 0);
    if (moved === 0 || /升|增|提|扩|发展|壮大|拓展/.test(verb) === moved > 0) return [];
    const message = `${prior.figure.text}到${current.figure.text}是${moved < 0 ? '减少' : '增加'},文中却写${verb}`;
    return [finding('growth-mismatch', 'likely', [current, prior], message)];
  });
}

/** 45件,比上年60件有所上升: a direction without an amount. */
function wrongDirections(readings: readonly Reading[]): Finding[] {
  const findings: Finding[] = [];
  for (const prior of readings) {
    const tail =
      /^(?:有所|明显|大幅|略有|稳步|基本)?(持平|增长|上升|增加|提高|提升|下降|减少|降低|回落)(?![\d了约近幅至到])/.exec(
        prior.after,
      );
    if (tail === null || !isPrior(prior) || !/比|较|与|和/.test(prior.phrase)) continue;
    const current = readings.findLast(
      (r) => r.index < prior.index && r.figure.unit === prior.figure.unit && isExact(r),
    );
    if (current === undefined || current.index < prior.index - 1 || !isExact(prior)) continue;
    if (readings.some((r) => r.index === prior.index + 1 && directionOf(r) !== 0)) continue;
    const moved = (current.figure.value ?? 0) - (prior.figure.value ?? 0);
    const up = /增|升|提/.test(tail[1] ?? '');
    const level = tail[1] === '持平';
    if (moved === 0 || (level ? /基本/.test(tail[0]) : up === moved > 0)) continue;
    const message = `${current.figure.text}比${prior.figure.text}${moved < 0 ? '少' : '多'},文中却写${tail[1] ?? ''}`;
    findings.push(finding('growth-mismatch', 'likely', [current, prior], message));
  }
  return findings;
}
