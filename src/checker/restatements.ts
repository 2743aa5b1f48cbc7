import { actorOf, isActAlone, isNarrowed, isRestated, isWhen } from './claims.ts';
import {
  completes,
  hasChanged,
  leansOn,
  periodOf,
  sentenceStart,
  sentenceText,
  type Context,
} from './context.ts';
import { isExact } from './figures.ts';
import { finding } from './message.ts';
import { reportYear, yearVotes } from './report-year.ts';
import { partOfYear, sameBody } from './scope.ts';
import { thingOf, type Thing } from './things.ts';
import type { Finding, Reading } from './types.ts';
import { family } from './units.ts';

/** One count with the thing that it is said of. */
interface Statement {
  readonly reading: Reading;
  readonly thing: Thing;
  readonly value: number;
  /** Said again on purpose. */
  readonly again: boolean;
  /** What the sentence counts first, where that is another figure: the statement may be about it alone. */
  readonly topic: string;
  readonly topicValue: number | null;
  /** The year that is named last before it, else the one reported; '' where none is known. */
  readonly year: string;
  /** The part of the year that it is said of, in its own words or in those that it leans on. */
  readonly period: string;
  /** Its sentence says no more than that, so that it is said of what stands before. */
  readonly leans: boolean;
}

/** Counts of one unit and noun that are compared with each other. */
const MOST = 12;
/** Two counts further apart than this belong to two things of one name; a slip is smaller. */
const APART = 1.6;
/** Near enough to be one count though its name was said in short. */
const CLOSE = 1.25;

/**
 * The same thing counted twice with values that are near each other and differ: 设窗口14个 … 16个窗口. What it is said of is
 * compared whatever the order of the words, so no word need say that the year as a whole is meant.
 */
export function checkRestatements(context: Context): Finding[] {
  const groups = new Map<string, Statement[]>();
  const reported = String(reportYear(yearVotes(context)) ?? '');
  for (const reading of context.document.readings) {
    const statement = statementOf(context, reading, reported);
    if (statement === null) continue;
    const key = `${family(reading.figure.unit)}|${statement.thing.noun.slice(-2)}`;
    const group = groups.get(key) ?? [];
    if (group.length < MOST) groups.set(key, [...group, statement]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((first, at) => {
      const second = group
        .slice(at + 1)
        .find(
          (each) =>
            isSlip(first, each) &&
            !addsUp(group, each) &&
            !hasChanged(context, each.reading) &&
            !completes(context, first.reading, each.reading),
        );
      return second === undefined ? [] : [report(first, second)];
    }),
  );
}

const TOO_GENERAL =
  /^(?:宣传|培训|会议|学习|活动|检查|调研|资料|问题|意见|建议|事项|案件|群众|干部|人员|党员|村民|文件|合同|咨询|制度|项目|隐患|演练|讲座|横幅|标语|信息|工作|服务|矛盾|企业|单位|村|社区|户|次数|人数|面积|资金|金额|经费)$/;

/** 罚款, 述法, 涉及金额: so short a name alone is said of what stands before. */
const LONGEST_LEANING = 4;

/** 2023年办理44件。罚没款6.3万元: the year that opens a sentence before goes on. */
function yearAbove(context: Context, reading: Reading): string | undefined {
  const { text, layout } = context.document;
  const home = layout.sentences[reading.sentence];
  for (let at = reading.sentence - 1; at >= Math.max(0, reading.sentence - REMEMBERED); at--) {
    const sentence = layout.sentences[at];
    if (sentence === undefined || sentence.paragraph !== home?.paragraph) return undefined;
    const year = /^\s*(20\d\d)年/.exec(text.slice(sentence.start, sentence.start + 8))?.[1];
    if (year !== undefined) return year;
  }
  return undefined;
}

const REMEMBERED = 3;

function statementOf(context: Context, reading: Reading, reported: string): Statement | null {
  const { figure } = reading;
  if (!isExact(reading) || figure.unit === '%' || (figure.value ?? 0) < 2) return null;
  const thing = thingOf(reading);
  if (reading.plan || isNarrowed(context, reading)) return null;
  if (thing.noun.length < 2 || isWhen(thing.noun)) return null;
  const lean = leansOn(context, reading);
  const own = context.bySentence.get(reading.sentence)?.[0];
  const first = own === reading ? lean : own;
  const topic = first === undefined || first === reading ? '' : thingOf(first).noun;
  const before = sentenceText(context, reading.sentence).slice(
    0,
    figure.start - sentenceStart(context, reading.sentence),
  );
  const year = before.match(/20\d\d(?=年)/g)?.at(-1) ?? yearAbove(context, reading) ?? reported;
  const topicValue = topic === '' ? null : (first?.figure.value ?? null);
  return {
    reading,
    thing,
    value: figure.value ?? 0,
    again: isRestated(context, reading),
    topic,
    topicValue,
    year,
    period: periodOf(context, reading),
    leans: lean !== undefined && !reading.nounRight && thing.noun.length <= LONGEST_LEANING,
  };
}

/** 立案11件;…立案19件。全年共立案30件: the second is what the others come to. */
function addsUp(group: readonly Statement[], total: Statement): boolean {
  const parts = group.filter(
    (each) =>
      each !== total && each.reading.index < total.reading.index && each.thing.noun === total.thing.noun,
  );
  return parts.length > 1 && parts.reduce((sum, { value }) => sum + value, 0) === total.value;
}

function ratioOf(a: Statement, b: Statement): number {
  return Math.max(a.value, b.value) / Math.min(a.value, b.value);
}

function isSlip(a: Statement, b: Statement): boolean {
  return (
    a.value !== b.value &&
    ratioOf(a, b) <= (a.thing.acts.includes(a.thing.noun) ? CLOSE : APART) &&
    a.reading.sentence !== b.reading.sentence &&
    a.reading.figure.section === b.reading.figure.section &&
    sameScope(a, b) &&
    sameNoun(a, b) &&
    sameActor(actorOf(a.reading), actorOf(b.reading)) &&
    (sameActs(a.thing, b.thing) || (isMisread(a.value, b.value) && isSubset(a.thing, b.thing))) &&
    sameTopic(a, b) &&
    !isBareActOfOther(a, b) &&
    sameSubject(a.thing, b.thing)
  );
}

function sameScope(a: Statement, b: Statement): boolean {
  const [x, y] = [a.reading.figure.scope, b.reading.figure.scope];
  const unnamed = (x.body === '' || y.body === '') && isMisread(a.value, b.value);
  // 3月聘请法律顾问4名: the day when they came does not part them from those who are there.
  const [when, then] = [a, b].map(({ period }) => partOfYear(period));
  const stock = [a, b].some(({ reading }) => /聘请|聘任|设立|建立|建成|成立|组建|配备/.test(reading.phrase));
  return (
    (a.year === b.year || a.year === '' || b.year === '') &&
    x.level === y.level &&
    (stock || when === then) &&
    (unnamed || sameBody(x.body, y.body))
  );
}

/** 各类应急演练 are more than 消防应急演练. */
function sameNoun(a: Statement, b: Statement): boolean {
  const [x, y] = [a.thing.noun, b.thing.noun];
  // 发放资料 is said of many occasions, unless the second sums up.
  const again = a.again || b.again || sameOccasion(a, b);
  if ([x, y].some((noun) => TOO_GENERAL.test(noun)))
    return (
      (again || isMisread(a.value, b.value)) &&
      a.thing.acts.length > 0 &&
      (x.endsWith(y) || y.endsWith(x)) &&
      ratioOf(a, b) <= (isSwapped(a.value, b.value) ? APART : CLOSE)
    );
  if (x === y) return true;
  if ([a, b].some(({ reading }) => /各[类种项]/.test(reading.phrase))) return false;
  const shorter = Math.min(x.length, y.length);
  if (
    (shorter >= 4 || (shorter === 3 && (ratioOf(a, b) <= CLOSE || isMisread(a.value, b.value)))) &&
    (x.endsWith(y) || y.endsWith(x))
  )
    return true;
  if (shorter < 4) return false;
  // 法治建设议题 and, summing up, 法治议题.
  return again && x.slice(-2) === y.slice(-2) && sameBody(x, y);
}

function sameActor(a: string, b: string): boolean {
  return a === '' || b === '' || a === b;
}

function sameActs({ acts: a }: Thing, { acts: b }: Thing): boolean {
  return a.every((act) => b.includes(act)) && b.every((act) => a.includes(act));
}

/** 排查147件 and 174件: said with an act and without. */
function isSubset({ acts: a }: Thing, { acts: b }: Thing): boolean {
  return a.length === 0 || b.length === 0;
}

/** 57 and 75. */
function isSwapped(a: number, b: number): boolean {
  return a > 9 && [...String(a)].toSorted().join('') === [...String(b)].toSorted().join('');
}

/** Digits that changed places, or one digit of three that was mistyped. */
export function isMisread(a: number, b: number): boolean {
  const [x, y] = [[...String(a)], [...String(b)]];
  if (x.length !== y.length || x.length < 2) return false;
  const wrong = x.filter((digit, at) => digit !== y[at]).length;
  return x.toSorted().join('') === y.toSorted().join('') || (wrong === 1 && x.length > 2);
}

/** 交通检查12次,整治隐患30处 and 食品检查15次,整治隐患22处 are two. */
function sameTopic(a: Statement, b: Statement): boolean {
  if (a.again || b.again) return true;
  if (a.leans || b.leans) return a.topic === b.topic;
  if (a.topic === '' || b.topic === '') return true;
  return a.topic === b.topic || a.topic.slice(-2) !== b.topic.slice(-2);
}

/** 申请复议3件,审结3件 and 新收案件4件,审结4件: an act alone is said of what its own sentence counts. */
function isBareActOfOther(a: Statement, b: Statement): boolean {
  const bare = [a, b].some(
    ({ thing }) =>
      (thing.noun.length <= 2 || thing.acts.includes(thing.noun) || isActAlone(thing.noun)) &&
      thing.subject === '',
  );
  return bare && !a.again && !b.again && a.topic !== b.topic && a.topic !== '' && b.topic !== '';
}

/** 活动22场,惠及群众2600人次 and 22场活动惠及群众3600人次. */
function sameOccasion(a: Statement, b: Statement): boolean {
  return a.topic !== '' && a.topic === b.topic && a.topicValue !== null && a.topicValue === b.topicValue;
}

/** Nobody named, or the two share a word. */
function sameSubject({ subject: a }: Thing, { subject: b }: Thing): boolean {
  if (a.includes(b) || b.includes(a)) return true;
  for (let at = 0; at + 2 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) return true;
  return false;
}

function report(first: Statement, second: Statement): Finding {
  const { noun } = first.thing;
  const [a, b] = [first.reading.figure.text, second.reading.figure.text];
  return finding(
    'contradiction',
    'likely',
    [first.reading, second.reading],
    `${noun}前后不一:一处写${a},另一处写${b}`,
  );
}
