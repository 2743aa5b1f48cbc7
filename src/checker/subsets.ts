import { above, isFar } from './intervals.ts';
import {
  around,
  carriesOver,
  paragraphBefore,
  sameFamily,
  sentenceStart,
  sentenceText,
  type Context,
} from './context.ts';
import { intervalOf } from './figures.ts';
import { finding } from './message.ts';
import { thingOf } from './things.ts';
import type { Finding, Reading } from './types.ts';

/** So many figures back a reader still knows what was counted. */
const REACH = 16;
/** Nothing came over from before: 无上年结转, 无往年遗留. */
const NONE_OVER = /(?:无|没有|不含|未有)[^,。;]{0,6}(?:结转|遗留|积案|未缴|未结)[^,。;]{0,4}/g;
/** 党工委会议中,…; 所制发的文件里,…: some of what is named. */
const AMONG =
  /([\u4e00-\u9fff]{2,6})(?:当中|之中|(?<![集其高初])中(?![心小学队])|里|里头|(?<!年)内)[,]?[^,]{0,24}$/;
/** 仅婚姻方面就达到458人次, 单是印制一项就花去14.2万元. */
const ALONE = /(?:^|[,、])(?:仅|单是?|光是?)[^,]{2,20}(?:就|便|即)?(?:达到?|有|花去|用去|占|为)?$/;
/** 60岁以上老人就有297人, 竟达到72名. */
const EVEN = /(?:就|竟)(?:有|达到?|占)$/;
/** 责令改正的48家, 已有134个小组: those of them that. */
const WHO = /的(?:共|已|就|竟)?(?:有|达到?|为)?$|(?:已|至今|目前)有$/;
/** What came in, a few sentences back: 受理146件。…从渠道看。网上88件。办结139件. */
const TAKEN = /受理|排查|接到|收到|接收|登记|共列|任务|摸排/;
const MOST_SENTENCES = 6;
const OLDER = /现行|有效的|历年|往年|此前|以往|以前|原有|既有|存量|库存|累计|历史/;
const ATTRIBUTE = /^(?:中共)?(?:党员|女性?|少数民族|退役军人|持证)[\u4e00-\u9fff]{0,3}$/;
/** Bare outcomes, which need no object of their own. */
const OUTCOME =
  /^(?:(?:上述|这些|该)[\u4e00-\u9fff]{2,4}?|全年|共|累计|已经?|均|成功|实际|按程序|全部|有效|及时|有|至年底|截至年底|经[^,]{2,6}审理|[镇乡村]{1,2}|[,、\s])*(?:化解|办结|办理完毕|整改完毕|整改到位|整改完成|整改|调解成功|答复|办复|销号|处置完毕|缴纳入库|缴纳|入库|回收(?:有效)?问卷|收回(?:有效)?问卷|维持原行政行为|适用(?:普通|简易)程序)(?:的)?(?:共|已)?(?:有|达|为)?$/;
/** A flow of its own, another year, a comparison: no part. */
const OTHER = /最初|起初|当初|上年|去年|同期|每|平均|新增|另|其中|[这当]中|这里|增|减|比|较|计划|包括/;

/**
 * Some of what sentences before have counted, and more than it: 受理139件。…成功化解143件; 村民小组126个。…已有134个小组建起.
 * Within one sentence the results and listings see to it.
 */
export function checkSubsets(context: Context): Finding[] {
  const found = context.document.readings.flatMap((part) => {
    if (part.plan || part.figure.unit === '%' || OTHER.test(part.phrase)) return [];
    const earlier = paragraphBefore(context, part.sentence, REACH).filter(
      (r) => sameFamily(r, part) && !r.plan && r.depth === 0 && !OTHER.test(r.phrase),
    );
    const whole = wholeOf(context, part, earlier);
    if (
      whole === undefined ||
      !above(intervalOf(part), intervalOf(whole)) ||
      bringsOver(context, whole, part)
    )
      return [];
    const message = `${part.phrase.trim().replace(/^[,、]/, '')}${part.figure.text},大于前文的${whole.figure.noun}${whole.figure.text}`;
    const far = isFar(intervalOf(part), intervalOf(whole));
    return [finding('part-exceeds-whole', far ? 'confirm' : 'likely', [part, whole], message)];
  });
  return [...found, ...partsOfYear(context)];
}

/** 第三季度检查58家。全年检查51家: a part of the year came to more than the year. */
function partsOfYear(context: Context): Finding[] {
  return context.document.readings.flatMap((whole) => {
    if (whole.plan || !/全年/.test(whole.phrase) || whole.figure.unit === '%') return [];
    const { noun } = thingOf(whole);
    const part = paragraphBefore(context, whole.sentence, REACH).find(
      (r) =>
        sameFamily(r, whole) && !r.plan && noun.length > 1 && thingOf(r).noun === noun &&
        /季度|半年|\d月/.test(r.figure.scope.period) && above(intervalOf(r), intervalOf(whole)),
    ); // prettier-ignore
    if (part === undefined) return [];
    const message = `${part.figure.scope.period}${noun}${part.figure.text},大于全年的${whole.figure.text}`;
    return [finding('part-exceeds-whole', 'likely', [part, whole], message)];
  });
}

function wholeOf(context: Context, part: Reading, earlier: readonly Reading[]): Reading | undefined {
  const last = earlier.at(-1);
  // Behind a list the total is meant, not its last part.
  const nearest = largest(earlier.filter((r) => r.sentence === last?.sentence));
  const phrase = part.phrase.trim();
  const before = sentenceText(context, part.sentence).slice(
    0,
    part.figure.start - sentenceStart(context, part.sentence),
  );
  const among = AMONG.exec(before)?.[1];
  if (among !== undefined && /各[类项种]|有关|全部/.test(before)) return undefined;
  // 23名成员中,…: the number of those meant stands in the clause itself.
  const own = (context.bySentence.get(part.sentence) ?? []).filter((r) => r.index < part.index);
  if (among !== undefined && own.some((r) => sameFamily(r, part) && named(r).includes(among.slice(-2))))
    return undefined;
  const meant = among === undefined ? undefined : earlier.findLast((r) => named(r).includes(among.slice(-2)));
  if (meant !== undefined) return meant;
  const first = (context.bySentence.get(part.sentence) ?? [])[0] === part;
  if (ALONE.test(before) || EVEN.test(phrase)) return nearest;
  const thing = thingOf(part);
  const bare = OUTCOME.test(phrase) || (ATTRIBUTE.test(thing.noun) && thing.subject === '');
  // Of an intake and its breakdown the intake is meant.
  const intake = largest(earlier.filter((r) => part.sentence - r.sentence <= 3));
  if (bare && first && last !== undefined && part.sentence - last.sentence <= 2) {
    const taken = earlier.some(
      (r) =>
        TAKEN.test(r.phrase) &&
        part.sentence - r.sentence <= MOST_SENTENCES &&
        !above(intervalOf(part), intervalOf(r)),
    );
    return taken ? undefined : intake;
  }
  if (!WHO.test(phrase) && !WHO.test(before.slice(-4))) return undefined;
  // 已有134个小组: the noun behind says of what they are some.
  const noun = part.nounRight ? part.figure.noun : thingOf(part).noun;
  // 对历年印发的9件老文件: older ones, told of for the first time.
  if (OLDER.test(phrase) || /^(?:对|针对|就|围绕)/.test(phrase)) return undefined;
  const of = earlier.filter(
    (r) => noun.length > 1 && named(r).includes(noun.slice(-2)) && r.figure.unit === part.figure.unit,
  );
  // 调委会18个,含行业性2个: all of them are meant.
  return largest(of.filter((r) => r.sentence === of.at(-1)?.sentence));
}

function largest(readings: readonly Reading[]): Reading | undefined {
  return readings.toSorted(
    (a, b) => (b.figure.value ?? b.figure.low ?? 0) - (a.figure.value ?? a.figure.low ?? 0),
  )[0];
}

function named(reading: Reading): string {
  return `${reading.phrase}|${reading.nounRight ? reading.figure.noun : ''}`;
}

/** Something is said to have come over, and not that nothing did. */
function bringsOver(context: Context, whole: Reading, part: Reading): boolean {
  for (let at = whole.sentence; at <= part.sentence; at++) {
    if (carriesOver(around(context, at).replace(NONE_OVER, ''))) return true;
  }
  return false;
}
