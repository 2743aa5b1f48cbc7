import { isNarrowed } from './claims.ts';
import { hasChanged, sameFamily, sentenceText, type Context } from './context.ts';
import { isExact } from './figures.ts';
import { finding } from './message.ts';
import { thingOf } from './things.ts';
import type { Finding, Reading } from './types.ts';
import { family } from './units.ts';

/** 应急工作盘点:…; 全年小结:…: what follows was all told before. */
const RECAP = /^[^,。;\d]{0,10}(?:盘点|小结|回顾|汇总|综述|归总|一览)[:,]/;
/** A count that is off by more is of other things. */
const APART = 2;
const REACH = 40;

/**
 * What was told before is told again: in a sentence that sums up (盘点:…), or under a long name whose words stand in
 * another order (集体讨论重大案件9件 … 重大案件讨论7件), wherever in the report that is.
 */
export function checkRecaps(context: Context): Finding[] {
  return [...summedUp(context), ...renamed(context)];
}

/** Where another count of the same sentence agrees with what stands above, one that does not is a slip. */
function summedUp(context: Context): Finding[] {
  return [...context.bySentence].flatMap(([sentence, readings]) => {
    if (!RECAP.test(sentenceText(context, sentence))) return [];
    const told = readings.map((again) => ({ again, before: countsBefore(context, again) }));
    const agree = told.filter(({ again, before }) =>
      before.some((r) => r.figure.value === again.figure.value),
    );
    if (agree.length === 0) return [];
    return told.flatMap(({ again, before }) => {
      const [first, ...others] = before;
      if (first === undefined || others.length > 0 || agree.some((each) => each.again === again)) return [];
      if (!isNear(first, again) || !isExact(again) || hasChanged(context, again)) return [];
      return [report(first, again)];
    });
  });
}

/** Earlier counts of the same section whose name is the end of this one. */
function countsBefore(context: Context, again: Reading): Reading[] {
  const { noun } = thingOf(again);
  return context.document.readings.slice(Math.max(0, again.index - REACH), again.index).filter((r) => {
    const name = thingOf(r).noun;
    return (
      r.sentence < again.sentence && r.figure.section === again.figure.section && sameFamily(r, again) &&
      isExact(r) && !r.plan && name.length > 1 && noun.length > 1 && noun.endsWith(name) && !isNarrowed(context, r)
    ); // prettier-ignore
  });
}

const LEAST_CHARACTERS = 9;
const WORDLESS =
  /^[\u4e00-\u9fff]{1,4}(?=(?:镇|乡|街道)(?:党|政|人))|20\d\d年(?:度)?|全年|年内|本年度?|今年|累计|合计|总计|共计?|集体|组织|开展|召开|举办|进行|先后|[\s、“”"的了]/g;
const MOST = 12;

/** The same words in whatever order are one thing, where they are many. */
function renamed(context: Context): Finding[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of context.document.readings) {
    if (reading.plan || reading.nounRight || reading.figure.unit === '%' || !isExact(reading)) continue;
    const words = [...reading.phrase.replace(WORDLESS, '')].toSorted().join('');
    if (words.length < LEAST_CHARACTERS || words.length > 30 || isNarrowed(context, reading)) continue;
    const key = `${family(reading.figure.unit)}|${words}`;
    const group = groups.get(key) ?? [];
    if (group.length < MOST) groups.set(key, [...group, reading]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    const other = others.find((r) => first !== undefined && differs(context, first, r));
    return first === undefined || other === undefined ? [] : [report(first, other)];
  });
}

function differs(context: Context, a: Reading, b: Reading): boolean {
  const [x, y] = [a, b].map(
    ({ figure, phrase }) =>
      `${figure.scope.period.replace(/^(?:全年|年内)$/, '')}|${/20\d\d/.exec(phrase)?.[0] ?? ''}`,
  );
  return (
    a.sentence !== b.sentence && a.figure.value !== b.figure.value && isNear(a, b) && x?.split('|')[0] === y?.split('|')[0] &&
    a.figure.scope.level === b.figure.scope.level && !hasChanged(context, b)
  ); // prettier-ignore
}

function isNear(a: Reading, b: Reading): boolean {
  const [x, y] = [a.figure.value ?? 0, b.figure.value ?? 0];
  return x > 0 && y > 0 && Math.max(x, y) / Math.min(x, y) <= APART;
}

function report(first: Reading, second: Reading): Finding {
  const { noun } = thingOf(second);
  const message = `${noun}前后不一:一处写${first.figure.text},另一处写${second.figure.text}`;
  return finding('contradiction', 'likely', [first, second], message);
}
