import { between, carriesOver, sameFamily, sentenceText, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { add, intersects, isFar, total } from './intervals.ts';
import { finding, plain } from './message.ts';
import { intervalText } from './sums.ts';
import type { Finding, Reading } from './types.ts';

const INTAKE = /受理|排查|接到|收到|登记|接收|发现|交办|摸排|立案|承接|办理|反馈|共|合计|总/;
const DONE = /化解|调解成功|成功|办结|结案|整改|完成|答复|销号|处置|处理|调处/;
/** What is left of the intake once the done is taken off. */
const LEFT =
  /剩余|其余|余下|剩下|尚有|仍有|还有|另有?$|未(?:办结|化解|整改|完成|结案)|(?:正在|(?<![接招对款])待)[^,]{0,6}$/;
const PENDING =
  /正在|未|(?<![接招对款])待|推进|整改中|办理中|进行中|限期|跨年|转入|结转|尚|延期|引导|调处中|挂账|督办|余下|剩/;

/** 排查132处,已整改119处,剩余15处正在整改: done and left must make the intake. */
export function checkBalances(context: Context): Finding[] {
  const findings: Finding[] = [];
  for (const [sentence, readings] of context.bySentence) {
    if (readings.length < 3 || carriesOver(sentenceText(context, sentence))) continue;
    for (const left of readings) findings.push(...judge(context, readings, left));
  }
  return findings;
}

const START = /(?:年初|上年末|上年底|去年底|去年末|期初)[^,。;、\d]{0,12}$/;
const END = /(?:年末|年底|期末)(?!较|比|新)[^,。;、\d]{0,12}$/;
const CAME = /(?:新?接收|新增|新收|调入|招录|新进|新聘|入矫|转入|补充|增加)[^,。;、\d]{0,6}$/;
const LEFT_US = /(?:解除|解矫|期满|退出|注销|调出|调离|辞职|退休|减少|转出|撤销|死亡)[^,。;、\d]{0,6}$/;

/** 年初15人,新接收9人,解除11人,年末15人: what came and went must lead from the one stock to the other. */
export function checkStocks(context: Context): Finding[] {
  return [...context.bySentence.values()].flatMap((readings) => {
    const start = readings.find((r) => START.test(r.phrase));
    const end = readings.find((r) => start !== undefined && r.index > start.index && END.test(r.phrase));
    if (start === undefined || end === undefined || end.index - start.index < 3) return [];
    const flows = readings.filter((r) => r.index > start.index && r.index < end.index);
    const all = [start, ...flows, end];
    if (all.some((r) => r.plan || !isExact(r) || !sameFamily(r, start))) return [];
    // Whatever else is counted between may be a flow as well.
    if (flows.some((r) => !CAME.test(r.phrase) && !LEFT_US.test(r.phrase))) return [];
    const value = (r: Reading): number => r.figure.value ?? 0;
    const should = flows.reduce((sum, r) => sum + (CAME.test(r.phrase) ? value(r) : -value(r)), value(start));
    if (should === value(end) || isFar({ low: should, high: should }, intervalOf(end))) return [];
    const terms = flows.map((r) => `${CAME.test(r.phrase) ? '+' : '-'}${plain(value(r))}`).join('');
    const message = `${plain(value(start))}${terms}=${plain(should)},与${end.phrase.trim().replace(/^,/, '')}${end.figure.text}不符`;
    return [finding('sum-mismatch', 'likely', all, message)];
  });
}

/** Of what is one no part is the other: 合格 and 不合格, 受理 and 不予受理. */
const EXCLUSIVE: readonly (readonly [done: RegExp, not: RegExp])[] = [
  [/(?<!不)合格/, /不合格/],
  [/受理|符合/, /不予受理|不符合|未受理/],
  [/批准|准予|通过/, /不予批准|未批准|不予许可|未通过|不予通过/],
  [/成功/, /失败|不成功|未成功|调解不成/],
  [/属实|查实/, /不属实|查否|不实|失实|误报/],
  [/采纳/, /未采纳|不予采纳|未予采纳/],
  [/参加|实考|参考|实到/, /缺考|缺席|未参加|未到/],
];

/** 申请34件,受理31件,不符合条件4件: the two are more than what came in. */
export function checkExclusive(context: Context): Finding[] {
  return context.document.readings.flatMap((not) => {
    const [whole, done] = [-2, -1].map((back) => context.document.readings[not.index + back]);
    if (whole === undefined || done === undefined || whole.sentence !== not.sentence) return [];
    if ([whole, done, not].some((r) => r.plan || !isExact(r) || !sameFamily(r, not))) return [];
    const pair = EXCLUSIVE.some(
      ([a, b]) => b.test(not.phrase) && a.test(done.phrase) && !b.test(done.phrase),
    );
    const [all, a, b] = [whole, done, not].map((r) => r.figure.value ?? 0);
    if (!pair || !all || !a || !b || a > all || a + b <= all || a + b > all * SLIP) return [];
    if (/[;]/.test(between(context, whole.figure.end, not.figure.start)) || /上年|去年|%/.test(whole.phrase))
      return [];
    const message = `${done.figure.text}+${not.figure.text}=${plain(a + b)}${not.figure.unit},大于总数${whole.figure.text}`;
    return [finding('sum-mismatch', 'likely', [whole, done, not], message)];
  });
}

/** A sum that is off by more is of other things. */
const SLIP = 1.25;

const BROUGHT = /(?:上年|去年|上一年|往年)(?:度)?(?:结转|转入|遗留|未结)|结转(?:上年|自上年)|上期结转/;
const TAKEN = /新收|受理|收到|接收|接到|新增/;
const CARRIED = /(?:结转|转入|转至|顺延至|留待)(?:下|次|明|20\d\d)年?度?|跨年办理|期末未结/;

/** 新收25件,上年结转1件…办结23件…结转下年2件: what came in went out or goes on. */
export function checkCarriedOver(context: Context): Finding[] {
  return context.document.readings.flatMap((carried) => {
    if (!CARRIED.test(`${carried.phrase}|${(carried.after.split('、')[0] ?? '').slice(0, 12)}`)) return [];
    const near = context.document.readings
      .slice(Math.max(0, carried.index - 12), carried.index)
      .filter((r) => sameFamily(r, carried) && carried.sentence - r.sentence <= 2 && !r.plan);
    const brought = near.findLast((r) => BROUGHT.test(r.phrase));
    const taken = near.findLast((r) => TAKEN.test(r.phrase) && !BROUGHT.test(r.phrase));
    const done = near.findLast((r) => DONE.test(r.phrase) && !BROUGHT.test(r.phrase));
    if (brought === undefined || taken === undefined || done === undefined) return [];
    const came = add(intervalOf(taken), intervalOf(brought));
    const went = add(intervalOf(done), intervalOf(carried));
    if (intersects(came, went)) return [];
    // 办结114件,其中成功111件; 予以公开5件、部分公开1件: another of the outcomes, or all together, may be meant.
    const outcomes = near.filter((r) => r.index > taken.index && !BROUGHT.test(r.phrase));
    const left = intervalOf(carried);
    if (outcomes.some((r) => intersects(came, add(intervalOf(r), left)))) return [];
    if (intersects(came, add(total(outcomes.map(intervalOf)), left))) return [];
    const { unit } = carried.figure;
    const message = `收${taken.figure.text}+结转${brought.figure.text}=${intervalText(came, unit)},办结${done.figure.text}+结转下年${carried.figure.text}=${intervalText(went, unit)},两边不等`;
    return [finding('sum-mismatch', 'likely', [taken, brought, done, carried], message)];
  });
}

function judge(context: Context, readings: readonly Reading[], left: Reading): Finding[] {
  if (left.plan || !LEFT.test(left.phrase) || !PENDING.test(left.phrase + left.after)) return [];
  const earlier = readings.filter(
    (r) => r.index < left.index && r.index >= left.index - 4 && sameFamily(r, left),
  );
  const done = earlier.findLast((r) => DONE.test(r.phrase));
  const intake = earlier.findLast(
    (r) =>
      done !== undefined &&
      r.index < done.index &&
      (INTAKE.test(r.phrase) || (r.index === done.index - 1 && !DONE.test(r.phrase))),
  );
  if (done === undefined || intake === undefined || /责令|要求|其中/.test(done.phrase)) return [];
  // A third count between done and left is left, too.
  const others = earlier.filter((r) => r.index > done.index);
  const sum = others.reduce((all, r) => add(all, intervalOf(r)), add(intervalOf(done), intervalOf(left)));
  // 按时办结1243件,超期办结18件: both are done.
  const alsoDone = earlier.filter(
    (r) => r.index > intake.index && r.index < done.index && DONE.test(r.phrase),
  );
  // 正在创建的10条,其余8条明年启动: the rest stands behind.
  const next = readings.filter(
    (r) => r.index > left.index && r.index <= left.index + 2 && sameFamily(r, left),
  );
  if (
    next.some((_, at) =>
      intersects(total([sum, ...next.slice(0, at + 1).map(intervalOf)]), intervalOf(intake)),
    )
  )
    return [];
  if (
    intersects(sum, intervalOf(intake)) ||
    intersects(total([sum, ...alsoDone.map(intervalOf)]), intervalOf(intake)) ||
    /[;]/.test(between(context, intake.figure.end, left.figure.start))
  )
    return [];
  // 对甲17个问题,已整改14个;对乙23个,已整改22个,未完成的4个: what is left of both.
  const all = readings.filter(
    (r) => r.index < left.index && r.index >= left.index - 8 && sameFamily(r, left),
  );
  const finished = all.filter((r) => DONE.test(r.phrase));
  const taken = all.filter((r) => !finished.includes(r));
  if (
    finished.length > 1 &&
    intersects(total([...finished, left].map(intervalOf)), total(taken.map(intervalOf)))
  )
    return [];
  const parts = [done, ...others, left];
  const terms = parts.map((part) => part.figure.text).join('+');
  const message = `${terms}=${intervalText(sum, intake.figure.unit)},与${intake.figure.noun}${intake.figure.text}不符`;
  const grade = isFar(sum, intervalOf(intake)) ? 'confirm' : parts.every(isExact) ? 'certain' : 'likely';
  return [finding('sum-mismatch', grade, [intake, ...parts], message)];
}
