import { claimOf, rename, type Claim } from './claims.ts';
import { completes, hasChanged, type Context } from './context.ts';
import { intervalOf, isExact } from './figures.ts';
import { above, intersects, isFar } from './intervals.ts';
import { finding } from './message.ts';
import { sameBody } from './scope.ts';
import type { Finding, Grade } from './types.ts';

/** So many different statements of one quantity are compared with each other. */
const MOST = 24;

/** The same quantity stated twice with values that cannot both be right. */
export function checkContradictions(context: Context): Finding[] {
  const claims = new Map<string, Claim[]>();
  const read = context.document.readings.flatMap((reading) => claimOf(context, reading) ?? []);
  for (const claim of withKnownNames(read)) {
    const list = claims.get(claim.key);
    if (list === undefined) claims.set(claim.key, [claim]);
    else if (!list.some((other) => sameClaim(other, claim)) && list.length < MOST) list.push(claim);
  }
  return [...claims.values()].flatMap((list) => conflicts(context, list));
}

/** So many names are kept for each beginning. */
const MOST_NAMES = 8;

/** 四十六场普法宣讲带动…: a noun on the right ends where a name that stands elsewhere on the left ends. */
function withKnownNames(claims: readonly Claim[]): Claim[] {
  const names = new Map<string, string[]>();
  for (const { core, reading } of claims) {
    const known = names.get(core.slice(0, 2)) ?? [];
    if (core.length < 3 && core !== '村') continue;
    if (reading.nounRight && core.length > 8) continue;
    if (!known.includes(core) && known.length < MOST_NAMES) names.set(core.slice(0, 2), [...known, core]);
  }
  return claims.map((claim) => {
    const known = claim.reading.nounRight ? names.get(claim.core.slice(0, 2)) : undefined;
    const name = known
      ?.filter((each) => each.length < claim.core.length && claim.core.startsWith(each))
      .reduce((a, b) => (b.length > a.length ? b : a), '');
    return name ? rename(claim, name) : claim;
  });
}

function sameClaim(a: Claim, b: Claim): boolean {
  const [x, y] = [a.reading.figure, b.reading.figure];
  return (
    x.low === y.low && x.high === y.high && sameScope(a, b) && a.verb === b.verb && a.core === b.core && a.actor === b.actor &&
    a.total === b.total && a.narrowed === b.narrowed && a.whole === b.whole && a.restated === b.restated
  ); // prettier-ignore
}

function sameScope({ scope: a }: Claim, { scope: b }: Claim): boolean {
  return a.period === b.period && a.level === b.level && sameBody(a.body, b.body);
}

function conflicts(context: Context, list: readonly Claim[]): Finding[] {
  return list.flatMap((claim, index) => {
    const other = list
      .slice(index + 1)
      .find(
        (each) =>
          disagree(claim, each) &&
          !hasChanged(context, each.reading) &&
          !completes(context, claim.reading, each.reading),
      );
    const grade = other === undefined ? null : gradeOf(claim, other);
    return other === undefined || grade === null ? [] : [report(claim, other, grade)];
  });
}

/** Who deliberates does not change what is counted: 党委会专题研究… and 专题研究…. */
const WHO = /^(?:镇|乡|街道|党工?委|政府|会议?|党政|班子|领导|主要负责人|理论学习中心组|集体)*$/;

function sameCore(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const rest = long.slice(0, -short.length);
  return (
    short.length >= 5 &&
    long.endsWith(short) &&
    (WHO.test(rest) || (short.endsWith('率') && rest.length <= 4))
  );
}

const TAKING_IN = /^(?:受理|接收|收到|办理|查处)$/;

/** 受理复议2件 and 复议案件2件 are one count; 化解纠纷 and 纠纷 need not be. */
function sameVerb(a: Claim, b: Claim): boolean {
  if (a.verb === b.verb) return true;
  const [one, other] = [a.verb || b.verb, a.verb && b.verb];
  return other === '' && a.core.length >= 4 && TAKING_IN.test(one);
}

function sameActor(a: Claim, b: Claim): boolean {
  return a.actor === '' || b.actor === '' || a.actor === b.actor;
}

function disagree(a: Claim, b: Claim): boolean {
  if (a.reading.sentence === b.reading.sentence || !sameCore(a.core, b.core)) return false;
  if (!sameVerb(a, b) || !sameScope(a, b) || !sameActor(a, b)) return false;
  if (isOfOtherTopic(a, b)) return false;
  return !intersects(intervalOf(a.reading), intervalOf(b.reading));
}

/** 机关站所14人,述法14人 and 村书记17人,述法17人: so short a name is said of what its sentence counts. */
function isOfOtherTopic(a: Claim, b: Claim): boolean {
  if (a.summedUp || b.summedUp || a.total || b.total || Math.min(a.core.length, b.core.length) > SHORT_NAME)
    return false;
  return a.topic !== '' && b.topic !== '' && a.topic !== b.topic;
}

const SHORT_NAME = 4;

/** Nothing where the two may well be two quantities. */
function gradeOf(a: Claim, b: Claim): Grade | null {
  if (sumsUp(a, b)) return 'likely';
  if (a.narrowed || b.narrowed)
    return partExceeds(a, b) && !isFar(intervalOf(a.reading), intervalOf(b.reading)) ? 'likely' : null;
  if (a.total && b.total) return 'likely';
  if (a.reading.figure.unit === '%') return rateGrade(a, b);
  const told = a.verb !== '' || a.core.length >= 4 || a.scope.body !== '';
  const again = a.restated || b.restated;
  const whole = a.whole && b.whole;
  const rough = !isExact(a.reading) || !isExact(b.reading);
  if (a.general)
    return told && (again || (whole && (a.total || b.total))) && sameSection(a, b) ? 'likely' : null;
  if (whole && !rough) return 'likely';
  const rate = a.reading.figure.unit === '%' && /[率度]$/.test(a.core);
  // What is said again with a slip in it is near to what was said.
  const near = rate || !isFar(intervalOf(a.reading), intervalOf(b.reading));
  if (again && (whole || rate || !isPartOf(a, b))) return near ? 'likely' : 'confirm';
  // A total of the year beside a smaller count may be the sum of several.
  return a.whole || b.whole ? 'confirm' : null;
}

const LONG_NAME = 8;

/** 结合农时组织宣讲47场。…综上,全年组织宣讲54场: near enough to be the same count, said again with a slip. */
function sumsUp(a: Claim, b: Claim): boolean {
  const [said, again] = a.summedUp ? [b, a] : [a, b];
  if (a.core !== b.core && /各[类种项]/.test(again.reading.phrase)) return false;
  // 全年邀请专家授课5次…年末盘点,全年邀请专家授课7次: narrowed, and by the same words.
  if (again.summedUp && !said.summedUp && said.whole && again.whole && sameWords(a, b)) return true;
  if (!again.summedUp || said.summedUp || (said.narrowed && !said.byMeans) || again.narrowed) return false;
  const [x, y] = [said, again].map(({ reading }) => reading.figure.value ?? 0);
  // 总的看,一年来镇纪检监察工作联络站接访5次: so long a name is one thing in the whole report.
  const known = !a.general && Math.min(a.core.length, b.core.length) >= LONG_NAME;
  return !!x && !!y && Math.max(x, y) / Math.min(x, y) < 1.5 && (known || sameSection(a, b));
}

const SAME_WORDS = 6;

function sameWords(a: Claim, b: Claim): boolean {
  const [x, y] = [a, b].map(({ reading }) => reading.phrase.trim().slice(-SAME_WORDS));
  return x === y && x?.length === SAME_WORDS && sameSection(a, b);
}

/** What one occasion came to is more than what the whole year is said to have come to. */
function partExceeds(a: Claim, b: Claim): boolean {
  if (a.narrowed === b.narrowed) return false;
  const [part, all] = a.narrowed ? [a, b] : [b, a];
  return (
    all.restated && all.whole && sameSection(a, b) && above(intervalOf(part.reading), intervalOf(all.reading))
  );
}

/** One rate by its full name; 办结率 and 满意率 are rates of many things. */
function rateGrade(a: Claim, b: Claim): Grade | null {
  if (Math.min(a.core.length, b.core.length) < 5 || !sameSection(a, b)) return null;
  return a.restated || b.restated || a.core.length >= 6 ? 'likely' : 'confirm';
}

function isPartOf(a: Claim, b: Claim): boolean {
  const [part, all] = a.whole ? [b, a] : [a, b];
  return above(intervalOf(all.reading), intervalOf(part.reading));
}

function sameSection(a: Claim, b: Claim): boolean {
  return a.reading.figure.section === b.reading.figure.section;
}

function report(claim: Claim, other: Claim, grade: Grade): Finding {
  const { noun, text } = claim.reading.figure;
  const message = `${noun}前后不一:一处写${text},另一处写${other.reading.figure.text}`;
  return finding('contradiction', grade, [claim.reading, other.reading], message);
}
